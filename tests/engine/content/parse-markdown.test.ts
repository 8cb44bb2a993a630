/** Markdown to markup: what each construct becomes, and where it says it was written. */
import { describe, expect, it } from 'vitest';
import { readProse } from './read-prose.ts';

describe('blocks', () => {
  it('are the elements of the same meaning', () => {
    const { markup, problems } = readProse(
      '## Routes {#routes .wide}\n\nOne *two* **three** ~~four~~ `five`.\n\n> Said\n\n1. first\n2. second\n\n---\n',
    );
    expect(markup).toBe(
      '<h2 id="routes" class="wide">Routes</h2><p>One <em>two</em> <strong>three</strong> <s>four</s> <code>five</code>.</p>' +
        '<blockquote><p>Said</p></blockquote><ol><li>first</li><li>second</li></ol><hr/>',
    );
    expect(problems).toEqual([]);
  });

  it('escape what would be markup', () => {
    expect(readProse('a < b & "c"\n\n```\n<x> & y\n```\n').markup).toBe('<p>a &lt; b &amp; “c”</p><pre>&lt;x&gt; &amp; y</pre>');
  });

  it('keep the number that an ordered list starts with', () => {
    expect(readProse('4. four\n5. five\n').markup).toBe('<ol start="4"><li>four</li><li>five</li></ol>');
  });

  it('turn [ ] and [x] at the start of an item into a box', () => {
    expect(readProse('- [ ] ask\n- [x] done\n- [y] no\n').markup).toBe(
      '<ul><li><checkbox/> ask</li><li><checkbox checked=""/> done</li><li>[y] no</li></ul>',
    );
  });

  it('leave comments out', () => {
    expect(readProse('<!-- note\n\nto self -->\nText <!-- more --> here\n').markup).toBe('<p>Text  here</p>');
  });

  it('know where they were written, inside quotations and lists too', () => {
    const { origins } = readProse('# One\n\n> Two\n> goes [on](#x)\n>\n> - item [@a]\n>   1. deep\n\n    code\n');
    expect(origins).toEqual([
      'h1: # One',
      'blockquote: > Two\n> goes [on](#x)\n>\n> - item [@a]\n>   1. deep',
      'p: Two\n> goes [on](#x)',
      'a: [on](#x)',
      'ul: - item [@a]\n>   1. deep',
      'li: - item [@a]\n>   1. deep',
      'a: @a',
      'ol: 1. deep',
      'li: 1. deep',
      'pre: code',
    ]);
  });

  it('know where they were written when lines end with CR LF', () => {
    const { origins, markup } = readProse('One\r\ntwo [@a]\r\n\r\n- three [](#x)\r\n- four\r\n');
    expect(origins).toEqual([
      'p: One\r\ntwo [@a]',
      'a: @a',
      'ul: - three [](#x)\r\n- four',
      'li: - three [](#x)',
      'ref: [](#x)',
      'li: - four',
    ]);
    expect(markup).not.toContain('\r');
  });
});

describe('tables', () => {
  const table = '| A \\| B | C |\n|:--|--:|\n| 1 | [](#x) |\n';

  it('have headings, alignment and places', () => {
    const { markup, origins } = readProse(table);
    expect(markup).toBe(
      '<table><thead><tr><th scope="col" class="align-left">A | B</th><th scope="col" class="align-right">C</th></tr></thead>' +
        '<tbody><tr><td class="align-left">1</td><td class="align-right"><ref to="x"/></td></tr></tbody></table>',
    );
    expect(origins).toEqual([
      `table: ${table.trimEnd()}`,
      'thead: | A \\| B | C |',
      'tr: | A \\| B | C |',
      'th: A \\| B',
      'th: C',
      'tbody: | 1 | [](#x) |',
      'tr: | 1 | [](#x) |',
      'td: 1',
      'td: [](#x)',
      'ref: [](#x)',
    ]);
  });

  it.each([
    ['directly after', `${table}Table: Who *buys* {#tbl-buys .wide}\n`],
    ['after an empty line', `${table}\nTable: Who *buys* {#tbl-buys .wide}\n`],
    ['directly before', `Table: Who *buys* {#tbl-buys .wide}\n${table}`],
    ['before an empty line', `Table: Who *buys* {#tbl-buys .wide}\n\n${table}`],
  ])('take a caption line %s them', (_, text) => {
    const { markup, problems } = readProse(text);
    expect(markup).toContain('<table id="tbl-buys" class="wide"><caption>Who <em>buys</em></caption><thead>');
    expect(markup).not.toContain('<p>');
    expect(problems).toEqual([]);
  });

  it('leave a paragraph that merely begins with the word alone', () => {
    expect(readProse('Table: see below.\n\nText\n').markup).toBe('<p>Table: see below.</p><p>Text</p>');
  });
});

describe('images', () => {
  it('alone in a paragraph are figures, with a caption in Markdown', () => {
    const { markup, origins } = readProse('![A "map"](images/my%20map.png "From [@a], *drawn* here"){#fig-map .wide width=50%}\n');
    expect(markup).toBe(
      '<figure id="fig-map" class="wide"><img src="images/my map.png" alt="A “map”" width="50%"/>' +
        '<figcaption>From <a class="citation" href="#source-a">[1]</a>, <em>drawn</em> here</figcaption></figure>',
    );
    expect(origins.slice(2)).toEqual(['figcaption: From [@a], *drawn* here', 'a: @a']);
  });

  it.each(['charts/a.vl.yaml', 'charts/a.vl.json', 'charts/a.vg.yaml', 'charts/a.vg.json'])('are charts when they end like %s', (path) => {
    expect(readProse(`![Shares](${path})\n`).markup).toBe(`<figure><chart src="${path}" alt="Shares"/></figure>`);
  });

  it('among words stay there', () => {
    expect(readProse('See ![a star](star.png){#star} here.\n').markup).toBe(
      '<p>See <img src="star.png" alt="a star" id="star"/> here.</p>',
    );
  });
});

describe('references', () => {
  it('without words become <ref>, with words links', () => {
    expect(readProse('[](#fig-a) and [there](#02-b)\n').markup).toBe('<p><ref to="fig-a"/> and <a href="#02-b">there</a></p>');
  });

  it('to sources print their numbers', () => {
    expect(readProse('Known [@a; @b].\n').markup).toBe(
      '<p>Known [<a class="citation" href="#source-a">1</a>,\u00a0<a class="citation" href="#source-b">2</a>].</p>',
    );
  });

  it('to the web are encoded', () => {
    expect(readProse('[x](https://example.org/é?a=b&c) <https://a.example>\n').markup).toBe(
      '<p><a href="https://example.org/%C3%A9?a=b&amp;c">x</a> <a href="https://a.example">https://a.example</a></p>',
    );
  });
});

describe('footnotes', () => {
  it('stand where they are called', () => {
    const { markup, origins } = readProse('Text[^1] and ^[short [@b]].\n\n[^1]: The *note*\n    goes on\n');
    expect(markup).toBe(
      '<p>Text<footnote>The <em>note</em>\ngoes on</footnote> and <footnote>short <a class="citation" href="#source-b">[2]</a></footnote>.</p>',
    );
    expect(origins.slice(1)).toEqual(['footnote: [^1]', 'footnote: ^[short [@b]]', 'a: @b']);
  });

  it('may have several paragraphs', () => {
    expect(readProse('A[^n]\n\n[^n]: one\n\n    two\n').markup).toBe('<p>A<footnote><p>one</p><p>two</p></footnote></p>');
  });
});

describe('teaching blocks', () => {
  it('have a title in the language of the booklet', () => {
    expect(readProse(':::key-fact\nText\n:::\n').markup).toBe(
      '<aside class="callout key-fact"><p class="callout-title">Key fact</p><p>Text</p></aside>',
    );
    expect(readProse(':::caution\nTexto\n:::\n', 'block', 'es').markup).toContain('<p class="callout-title">Atención</p>');
    expect(readProse(':::note{title="Why" #why .wide}\nText\n:::\n').markup).toBe(
      '<aside class="callout note wide" id="why"><p class="callout-title">Why</p><p>Text</p></aside>',
    );
  });

  it('have no title where the author gives an empty one', () => {
    expect(readProse(':::note{title="" .wide}\nText\n:::\n').markup).toBe('<aside class="callout note wide"><p>Text</p></aside>');
    expect(readProse(':::margin{title=""}\nText\n:::\n').markup).toBe('<aside class="margin-note"><p>Text</p></aside>');
    expect(readProse(':::activity{minutes=5 title=""}\nText\n:::\n').markup).toBe(
      '<aside class="callout activity"><p class="callout-details">5 minutes</p><p>Text</p></aside>',
    );
  });

  it('say how long an activity takes and who works together', () => {
    const text = ':::activity{minutes=15 grouping=pairs title="Two shops"}\nText\n:::\n';
    expect(readProse(text).markup).toContain(
      '<p class="callout-title">Activity: Two shops</p><p class="callout-details">15 minutes, in pairs</p>',
    );
    expect(readProse(text, 'block', 'ar').markup).toContain('<p class="callout-details">١٥ دقيقة، عمل ثنائي</p>');
  });

  it('nest, with more colons or with as many', () => {
    const inner = '<aside class="callout note"><p class="callout-title">Note</p><p>B</p></aside>';
    const expected = `<aside class="callout caution"><p class="callout-title">Take care</p><p>A</p>${inner}<p>C</p></aside>`;
    expect(readProse('::::caution\nA\n\n:::note\nB\n:::\n\nC\n::::\n').markup).toBe(expected);
    expect(readProse(':::caution\nA\n\n:::note\nB\n:::\n\nC\n:::\n').markup).toBe(expected);
  });

  it('do not begin or end inside code', () => {
    const { markup, problems } = readProse(':::note\n```\n:::\n```\n:::\n');
    expect(markup).toBe('<aside class="callout note"><p class="callout-title">Note</p><pre>:::</pre></aside>');
    expect(problems).toEqual([]);
  });

  it('end a list or paragraph without an empty line', () => {
    expect(readProse(':::note\n- a\n- b\n:::\nAfter\n').markup).toBe(
      '<aside class="callout note"><p class="callout-title">Note</p><ul><li>a</li><li>b</li></ul></aside><p>After</p>',
    );
  });

  it('make a timeline of a list with dates in bold', () => {
    expect(readProse(':::timeline\n- **1994:** A law [](#x)\n- **2005** *Expires*\n\n  For good.\n:::\n').markup).toBe(
      '<div class="timeline-block"><dl class="timeline"><dt>1994</dt><dd><p>A law <ref to="x"/></p></dd>' +
        '<dt>2005</dt><dd><p><em>Expires</em></p><p>For good.</p></dd></dl></div>',
    );
  });
});

describe('prose that may be inline', () => {
  it('is inline when it is one paragraph', () => {
    expect(readProse('Just *this*', 'auto')).toMatchObject({ isInline: true, markup: 'Just <em>this</em>' });
    expect(readProse('One\n\nTwo', 'auto')).toMatchObject({ isInline: false, markup: '<p>One</p><p>Two</p>' });
    expect(readProse('# not *a* heading', 'inline')).toMatchObject({ isInline: true, markup: '# not <em>a</em> heading' });
  });
});
