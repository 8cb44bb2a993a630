import { describe, expect, it } from 'vitest';
import { checkMarkup } from '../../../src/engine/markup/check-markup.ts';
import { parseMarkup } from '../../../src/engine/markup/parse-markup.ts';
import { globalAttributes, vocabulary } from '../../../src/engine/markup/vocabulary.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';

const file = createSourceFile(0, 'layout.hbs', 'x'.repeat(400));

function check(html: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  const report = (diagnostic: Diagnostic) => found.push(diagnostic);
  checkMarkup(parseMarkup(html, [file], report), report);
  return found;
}

const messages = (html: string) => check(html).map((each) => `${each.code}: ${each.message}`);
const hints = (html: string) => check(html).map((each) => each.hint);

describe('checkMarkup', () => {
  it('accepts everything that the vocabulary allows', () => {
    expect(
      messages(`
      <header class="cover"><h1>Title</h1></header>
      <nav><ol><li><a href="#s">S</a><leader/><page-of to="s"/></li></ol></nav>
      <main><section id="s"><h2>S</h2><p>Text <em>with <strong>more</strong></em><footnote><p>Note</p></footnote> <img src="a.png" alt=""></p>
        <div>bare text</div><ul><li>a<ul><li>b</li></ul></li></ul><dl><dt>t</dt><dd>d</dd></dl>
        <table><caption>C</caption><thead><tr><th scope="col">a</th><th>b</th></tr></thead><tbody><tr><td colspan="2">c</td></tr></tbody></table>
        <figure id="f"><chart src="c.vl.yaml" alt="x" width="80%"/><figcaption>F</figcaption></figure>
        <answer-lines count="3"/><page-break/><contents depth="2"/><p>See <ref to="f"/> and <a href="https://example.org/">x</a></p></section></main>`),
    ).toEqual([]);
  });

  it('suggests the element that was probably meant', () => {
    expect(check('<sectoin origin="0:4-9"><p>a</p></sectoin>')).toEqual([
      {
        severity: 'error',
        code: 'markup/unknown-element',
        message: 'there is no element <sectoin>',
        hint: 'did you mean `<section>`?',
        span: { file, start: 4, end: 9 },
      },
    ]);
  });

  it('checks what stands in an unknown element as if it stood in the one around', () => {
    expect(messages('<ul><lii><b>x</b></lii></ul>')).toEqual([
      'markup/unknown-element: there is no element <lii>',
      'markup/misplaced-element: <b> cannot stand in <ul>',
    ]);
  });

  it('suggests attributes, and knows why style and scripts are not there', () => {
    expect(messages('<p clas="a">x</p>')).toEqual(['markup/unknown-attribute: <p> has no attribute `clas`']);
    expect(hints('<p clas="a">x</p>')).toEqual(['did you mean `class`?']);
    expect(hints('<p style="color: red">x</p>')).toEqual(['give the element a class and style it in theme.css']);
    expect(hints('<p onclick="x()">x</p>')).toEqual(['remove it: nothing runs on paper']);
    expect(messages('<p constructor="a" __proto__="b">x</p>')).toHaveLength(2);
  });

  it.each([
    ['<p><div>x</div></p>', 'markup/block-in-text: <div> cannot stand in the text of <p>'],
    ['<p>a <ul><li>b</li></ul></p>', 'markup/block-in-text: <ul> cannot stand in the text of <p>'],
    ['<p><em><p>x</p></em></p>', 'markup/block-in-text: <p> cannot stand in the text of <em>'],
    ['<ul>text</ul>', 'markup/misplaced-text: the text "text" cannot stand directly in <ul>'],
    ['<table>text</table>', 'markup/misplaced-text: the text "text" cannot stand directly in <table>'],
    ['<section>text</section>', 'markup/misplaced-text: the text "text" cannot stand directly in <section>'],
    ['text', 'markup/misplaced-text: the text "text" cannot stand directly in <body>'],
    ['<ul><p>x</p></ul>', 'markup/misplaced-element: <p> cannot stand in <ul>'],
    ['<div><li>x</li></div>', 'markup/misplaced-element: <li> cannot stand in <div>'],
    ['<section><em>x</em></section>', 'markup/misplaced-element: <em> cannot stand in <section>'],
    ['<p><a href="#a">x <b><a href="#b">y</a></b></a></p>', 'markup/misplaced-element: <a> cannot stand in <a>'],
    ['<p>x<footnote>a<footnote>b</footnote></footnote></p>', 'markup/misplaced-element: <footnote> cannot stand in <footnote>'],
    ['<body><p>x</p></body>', 'markup/reserved-element: <body> is made by Octavo'],
    ['<img src="a.png">', 'markup/missing-alt: <img> has no `alt`'],
    ['<chart src="a.vl.yaml"/>', 'markup/missing-alt: <chart> has no `alt`'],
    ['<p><a>x</a></p>', 'markup/missing-attribute: <a> needs `href`'],
    ['<p><a href="javascript:x">x</a></p>', 'markup/bad-value: `href` cannot be "javascript:x"'],
    ['<p dir="up">x</p>', 'markup/bad-value: `dir` cannot be "up"'],
    ['<p lang="english language">x</p>', 'markup/bad-value: `lang` cannot be "english language"'],
    ['<answer-lines count="many"/>', 'markup/bad-value: `count` cannot be "many"'],
    ['<p id="a b">x</p>', 'markup/bad-value: `id` cannot be "a b"'],
    ['<p id="a">x</p><p id="a">y</p>', 'markup/duplicate-id: the id `a` is used twice'],
  ])('reports %s', (html, message) => {
    expect(messages(html)).toContain(message);
  });

  it('warns when a heading skips a level, and not when headings come back up', () => {
    expect(messages('<h1>a</h1><h3>b</h3>')).toEqual(['markup/skipped-heading: <h3> follows <h1>: a level is missing']);
    expect(check('<h1>a</h1><h3>b</h3>')[0]?.severity).toBe('warning');
    expect(messages('<h1>a</h1><h2>b</h2><h3>c</h3><h2>d</h2><h3>e</h3>')).toEqual([]);
  });

  it('counts the columns of rows with spans', () => {
    const table = (rows: string) => messages(`<table>${rows}</table>`);
    expect(table('<tr><td>a</td><td>b</td></tr><tr origin="0:9-12"><td>c</td></tr>')).toEqual([
      'markup/uneven-rows: this row covers 1 column where the table has 2',
    ]);
    expect(table('<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr><tr><td colspan="2">d</td></tr>')).toEqual([]);
    expect(table('<tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr>')).toEqual([
      'markup/uneven-rows: this row covers 3 columns where the table has 2',
    ]);
    expect(table('<thead><tr><th>a</th><th>b</th></tr></thead><tbody><tr><td>a</td><td>b</td></tr></tbody>')).toEqual([]);
  });

  it('points a misplaced text to the element around it', () => {
    expect(check('<ul origin="0:4-8">text</ul>')[0]).toMatchObject({ hint: 'put it in <li>', span: { start: 4 } });
  });
});

describe('vocabulary', () => {
  it('names only elements that exist as children', () => {
    const named = [...vocabulary.values()].flatMap(({ content }) => (typeof content === 'string' ? [] : content));
    expect(named.filter((name) => !vocabulary.has(name))).toEqual([]);
  });

  it('describes every element and attribute in a sentence', () => {
    const sentences = [...vocabulary.values()].flatMap((rule) => [
      rule.description,
      ...Object.values(rule.attributes).map((each) => each.description),
    ]);
    sentences.push(...Object.values(globalAttributes).map((each) => each.description));
    expect(sentences.filter((sentence) => !/^\S.*\.$/.test(sentence))).toEqual([]);
  });

  it('has no attribute named like a global one', () => {
    const names = [...vocabulary.values()].flatMap((rule) => Object.keys(rule.attributes));
    expect(names.filter((name) => name in globalAttributes)).toEqual([]);
  });
});
