/** Text that means something to a browser, and markup that an author should not have written. */
import { describe, expect, it } from 'vitest';
import { composeProject, visibleText } from '../../support/compose-twin.ts';

const attack = '</title></style><script>alert(1)</script>&amp;"\'';

const files = {
  'booklet.yaml': `title: '${attack.replaceAll("'", "''")}'\nlanguage: en\ntemplate: own\neditions: [student]\nauthors: ['"><b>x']\nrights: '<i>y'\n`,
  'templates/own/layout.hbs': `<header><h1>{{booklet.title}}</h1></header><main>
    <p id="a&quot; onclick=&quot;b" class="&quot;&gt;&lt;u&gt;">x</p>
    <p><a href="javascript:alert(1)">one</a> <a href="data:text/html,x">two</a> <a href="https://example.org/?a=1&amp;b=&quot;">three</a></p>
    <table><tr><th scope="&quot;x" colspan="9999999">a</th><td rowspan="-1">b</td></tr></table>
    <p><img src="../outside.png" alt="&quot;&gt;&lt;script&gt;" width="1px;position:fixed"/></p>
    {{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}</main>`,
  'templates/own/theme.css': 'p { margin: 0 }',
  'sections/01.md': `# T &lt;b&gt;\n\n\`<script>alert(2)</script>\` and a\u0001b \\<img onerror=x>\n\nNote[^1].\n\n[^1]: </div><script>alert(3)</script>\n`,
};

describe('hostile text', () => {
  it('is shown on the web page and never becomes markup', async () => {
    const { text: html } = await composeProject(files, 'html');
    expect(html).not.toMatch(/<script|<b>|<i>|<u>|javascript:|href="data:|\sonclick="|position:fixed|colspan="9999999"/);
    expect(visibleText(html)).toContain('<script>alert(2)</script>');
    expect(visibleText(html)).toContain(attack);
    expect(html).toContain('href="https://example.org/?a=1&amp;b=&quot;"');
    expect(html.match(/<title>[^<]*<\/title>/)?.[0]).toContain('&lt;/title&gt;');
  });

  it('is in the plain text as it was written', async () => {
    const { text } = await composeProject(files, 'text');
    expect(text).toContain(attack);
    expect(text).toContain('<script>alert(2)</script>');
    expect(text).not.toMatch(/\u0001/);
  });
});
