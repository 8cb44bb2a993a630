import { describe, expect, it } from 'vitest';
import type { MarkupNode } from '../../../src/engine/markup/element.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import { resolveReferences } from '../../../src/engine/markup/resolve-references.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';

const file = createSourceFile(0, 'layout.hbs', 'x'.repeat(400));

const english = {
  figure: 'Figure',
  table: 'Table',
  equation: 'Equation',
  onPage: ' on page {page}',
  quotedTitle: '“{title}”',
  usedOnPage: 'Used on page {pages}',
  usedOnPages: 'Used on pages {pages}',
  digits: '0123456789',
  listComma: ', ',
  see: 'see {entry}',
  seeAlso: 'see also {entry}',
};

function resolve(html: string, labels = english) {
  const found: Diagnostic[] = [];
  const root = resolveReferences(
    parseMarkup(html, [file], () => {}),
    { labels, language: 'en' },
    (diagnostic) => found.push(diagnostic),
  );
  return { found, root, shown: root.children.map(show).join('') };
}

function show(node: MarkupNode): string {
  if (node.kind === 'text') return node.text;
  const attributes = [...node.attributes].map(([name, value]) => ` ${name}=${value}`).join('');
  return node.children.length === 0
    ? `<${node.name}${attributes}/>`
    : `<${node.name}${attributes}>${node.children.map(show).join('')}</${node.name}>`;
}

describe('resolveReferences', () => {
  it('numbers captioned figures and tables each for themselves', () => {
    const { shown } = resolve(
      '<figure id="a"><img src="a" alt=""><figcaption>One</figcaption></figure><figure><img src="b" alt=""></figure><table><caption>T</caption></table><figure><figcaption>Two</figcaption></figure>',
    );
    expect(shown).toContain('<figcaption><span class=label>Figure 1</span> One</figcaption>');
    expect(shown).toContain('<caption><span class=label>Table 1</span> T</caption>');
    expect(shown).toContain('<figcaption><span class=label>Figure 2</span> Two</figcaption>');
  });

  it('calls a figure around a table a table', () => {
    expect(resolve('<figure id="t"><table><tr><td>x</td></tr></table><figcaption>C</figcaption></figure>').shown).toContain('Table 1');
  });

  it('writes numbers in the digits of the language', () => {
    const arabic = { ...english, figure: 'الشكل', digits: '٠١٢٣٤٥٦٧٨٩' };
    expect(resolve('<figure><figcaption>x</figcaption></figure>', arabic).shown).toContain('الشكل ١');
  });

  it('makes a reference a link that names the figure and its page', () => {
    const { shown, found } = resolve('<p>See <ref to="a"/>.</p><figure id="a"><figcaption>x</figcaption></figure>');
    expect(shown).toContain('See <a class=reference href=#a>Figure 1 on page <page-of to=a/></a>.');
    expect(found).toEqual([]);
  });

  it('names a section and a heading by the title, without its number', () => {
    const html =
      '<section id="s"><h2><span class="number">1</span> Routes <em>in</em><footnote>n</footnote></h2><h3 id="h">Sub</h3></section>';
    expect(resolve(`${html}<p><ref to="s"/></p>`).shown).toContain('“Routes in” on page <page-of to=s/>');
    expect(resolve(`${html}<p><ref to="h"/></p>`).shown).toContain('“Sub” on page <page-of to=h/>');
  });

  it('puts what follows the page number behind it', () => {
    const { shown } = resolve('<p><ref to="a"/></p><figure id="a"><figcaption>x</figcaption></figure>', {
      ...english,
      onPage: ' ({page} पर)',
    });
    expect(shown).toContain('Figure 1 (<page-of to=a/> पर)');
  });

  it('falls back to the page alone, with a warning, for a target without name', () => {
    const { shown, found } = resolve('<p id="p">x <ref to="p"/></p>');
    expect(shown).toContain('<a class=reference href=#p>on page <page-of to=p/></a>');
    expect(found.map((each) => [each.severity, each.code])).toEqual([['warning', 'markup/unnamed-target']]);
  });

  it.each(['<ref to="fig-shar" origin="0:3-9"/>', '<a href="#fig-shar" origin="0:3-9">x</a>', '<page-of to="fig-shar" origin="0:3-9"/>'])(
    'reports %s to nothing with what was meant',
    (reference) => {
      const { found } = resolve(`<p>${reference}</p><figure id="fig-share"><figcaption>x</figcaption></figure>`);
      expect(found).toEqual([
        {
          severity: 'error',
          code: 'markup/dangling-reference',
          message: 'nothing has the id `fig-shar`',
          hint: 'did you mean `fig-share`?',
          span: { file, start: 3, end: 9 },
        },
      ]);
    },
  );

  it('leaves links to the web alone', () => {
    expect(resolve('<p><a href="https://example.org/#x">x</a></p>').found).toEqual([]);
  });

  it('gives every heading an id and keeps those that are there', () => {
    const { shown } = resolve('<h2>Two words!</h2><h2>two words</h2><h2 id="own">Own</h2><h2>الأسلحة النارية</h2><h2>…</h2>');
    expect(shown).toBe(
      '<h2 id=two-words>Two words!</h2><h2 id=two-words-2>two words</h2><h2 id=own>Own</h2><h2 id=الأسلحة-النارية>الأسلحة النارية</h2><h2 id=heading>…</h2>',
    );
  });

  it('lists headings to the depth asked for, deeper ones inside', () => {
    const { shown } = resolve(
      '<contents depth="3" class="wide"/><h1>Cover</h1><section id="a"><h2 id="x">A</h2><h3 id="y">B</h3><h4 id="z">C</h4></section><section id="b"><h2 id="w">D</h2></section>',
    );
    const line = (id: string, title: string) => `<a href=#${id}>${title}<leader/><page-of to=${id}/></a>`;
    expect(shown.slice(0, shown.indexOf('</nav>'))).toBe(
      `<nav class=contents wide><ol><li>${line('x', 'A')}<ol><li>${line('y', 'B')}</li></ol></li><li>${line('w', 'D')}</li></ol>`,
    );
  });

  it('lists two levels when no depth is given, and no heading that does not want to be there', () => {
    const { shown } = resolve(
      '<contents/><section id="a"><h2 id="x">A</h2><h3 id="y">B</h3></section><section id="c"><h2 class="no-contents" id="n">C</h2></section>',
    );
    expect(shown.slice(0, shown.indexOf('</nav>'))).toBe('<nav class=contents><ol><li><a href=#x>A<leader/><page-of to=x/></a></li></ol>');
  });

  it('copies headings into the contents without ids, notes, links and line ends', () => {
    const { shown } = resolve(
      '<contents/><h2 id="x"><span class="number" id="q">1</span> A<br><a href="#x">b</a> <em>c</em><footnote>n</footnote></h2>',
    );
    expect(shown).toContain('<a href=#x><span class=number>1</span> A b <em>c</em><leader/>');
  });

  it('keeps a line of pages for layout to fill, and drops it when no text uses the term', () => {
    const line = '<p class="used-on"><pages-of term="gun" phrase/></p>';
    const use = '<p><term key="gun">gun</term></p>';
    expect(resolve(use + line).shown).toMatch(/<p class=used-on><pages-of [^>]*phrase/);
    expect(resolve(`<div>${line}<p>x</p></div>`).shown).toBe('<div><p>x</p></div>');
  });

  it('leaves a tree without references as it is', () => {
    const root = parseMarkup('<section id="a"><h2 id="b">x</h2><p>y</p></section>', [file], () => {});
    expect(resolveReferences(root, { labels: english, language: 'en' }, () => {})).toBe(root);
  });

  it('manages many headings with the same words', () => {
    const { root } = resolve('<h2>Same</h2>'.repeat(5_000));
    const last = root.children.at(-1);
    expect(last?.kind === 'element' && last.attributes.get('id')).toBe('same-5000');
  });
});
