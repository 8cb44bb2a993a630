import { describe, expect, it } from 'vitest';
import { element, problemsOf, styleMarkup } from './style-markup.ts';

const hintOf = (css: string): string | undefined => styleMarkup(css).problems[0]?.hint;

describe('a stylesheet', () => {
  it('says where a property is misspelt and what was meant', () => {
    expect(problemsOf('p {\n  colour: red;\n}')).toEqual(['style/unknown-property 2:3 there is no property `colour`']);
    expect(hintOf('p { colour: red }')).toBe('did you mean `color`?');
    expect(hintOf('p { margin-inlin-start: 1pt }')).toBe('did you mean `margin-inline-start`?');
  });

  it('tells real properties that are not laid out from misspelt ones', () => {
    expect(problemsOf('p { clear: left }')).toEqual(['style/unsupported-property 1:5 Octavo does not lay out `clear`']);
    expect(problemsOf('p { float: left }')).toEqual(['style/invalid-value 1:12 `left` is not a value of `float`']);
    expect(problemsOf('p { background-image: none; -webkit-hyphens: auto; flex-grow: 1 }')).toEqual([
      'style/unsupported-property 1:5 Octavo does not lay out `background-image`',
      'style/unsupported-property 1:29 Octavo does not lay out `-webkit-hyphens`',
      'style/unsupported-property 1:52 Octavo does not lay out `flex-grow`',
    ]);
    expect(hintOf('p { page-break-after: always }')).toBe('use `break-after`');
    expect(hintOf('p { background-colr: red }')).toBe('did you mean `background-color`?');
  });

  it('refuses values that a property does not take', () => {
    expect(problemsOf('p { text-align: middle }')).toEqual(['style/invalid-value 1:17 `middle` is not a value of `text-align`']);
    expect(hintOf('p { text-align: centre }')).toBe('did you mean `center`?');
    expect(hintOf('p { margin: 4 }')).toBe('give it a unit, as in `4pt`');
    expect(hintOf('p { font-size: 4vw }')).toBe('use one of the units pt, mm, cm, in, px, pc, Q, em, rem, ex, ch or %');
    expect(problemsOf('p { margin: 10%; padding: -1pt; width: calc(100% - 4mm); color: #12; border: 1pt solid solid }')).toHaveLength(5);
    expect(hintOf('p { word-break: keep-al }')).toBe('did you mean `keep-all`?');
    expect(hintOf('p { word-brake: keep-all }')).toBe('did you mean `word-break`?');
    expect(hintOf('p { line-break: lose }')).toBe('did you mean `loose`?');
    expect(problemsOf('p { line-break: strict loose }')).toEqual([
      'style/invalid-value 1:17 `strict loose` is not a value of `line-break`',
    ]);
    expect(problemsOf('p { text-autospace: ideograph-numeric ideograph-alpha }')).toEqual([]);
    expect(hintOf('p { text-autospace: noautospace }')).toBe('did you mean `no-autospace`?');
    expect(hintOf('p { text-autospace: ideograph-alpha normal }')).toBe(
      '`text-autospace` takes normal | no-autospace | [ ideograph-alpha || ideograph-numeric ]',
    );
    expect(hintOf('p { word-break: break-word }')).toBe('`word-break` takes normal | keep-all | break-all');
    expect(problemsOf('p { color: }')).toEqual(['style/invalid-value 1:5 `color` has no value']);
  });

  it('guesses a missing semicolon', () => {
    expect(hintOf('p {\n  margin: 1pt\n  padding: 2pt;\n}')).toBe('a semicolon seems to be missing at the end of the line');
    expect(problemsOf('p {\n  margin: 1pt\n  padding: 2pt;\n}')).toHaveLength(1);
  });

  it('refuses selectors that paper cannot match', () => {
    expect(problemsOf('a:hover { color: red }')).toEqual(['style/unsupported-selector 1:2 Octavo does not know the selector `:hover`']);
    expect(problemsOf('p::selection { color: red }')).toEqual([
      'style/unsupported-selector 1:2 Octavo does not know the selector `::selection`',
    ]);
    expect(problemsOf('figcaptoin { color: red }')).toEqual(['style/unknown-element 1:1 there is no element <figcaptoin>']);
    expect(hintOf('figcaptoin { color: red }')).toBe('did you mean <figcaption>?');
    expect(problemsOf('p > { color: red }')).toHaveLength(1);
    expect(problemsOf('p:has(em) { color: red }')).toHaveLength(1);
  });

  it('lets first lines change nothing but how letters look', () => {
    expect(problemsOf('p::first-line, p:first-line { color: red; font-variant-caps: small-caps; --a: 1 }')).toEqual([]);
    expect(problemsOf('p, p::first-line { font-size: 12pt; colour: red; margin-top: 2pt; font: bold 9pt serif }')).toEqual([
      'style/unknown-property 1:37 there is no property `colour`',
      'style/unsupported-property 1:20 `::first-line` takes no `font-size`',
      'style/unsupported-property 1:50 `::first-line` takes no `margin-top`',
      'style/unsupported-property 1:67 `::first-line` takes no `font`',
    ]);
    expect(problemsOf('p::before { font-size: 12pt }')).toEqual([]);
  });

  it('says where in a selector a part of an element stands', () => {
    const misplaced = ['p::first-line span', 'p::first-line::first-letter', 'p:first-line:lang(en)', 'p:not(::first-line)'];
    for (const selector of misplaced) {
      const [problem, ...others] = problemsOf(`${selector} { color: red }`);
      expect(problem).toMatch(/^style\/unsupported-selector 1:\d+ `::?first-line` can only end a selector$/);
      expect(others.filter((other) => !other.includes(':not'))).toEqual([]);
    }
  });

  it('keeps the other selectors of a list and the other declarations of a rule', () => {
    const { root, problems } = styleMarkup('a:hover, p { colour: red; orphans: 5 }', [element('p')]);
    expect(problems).toHaveLength(2);
    expect(root.children[0]).toMatchObject({ style: { orphans: 5 } });
  });

  it('refuses at-rules that it does not follow', () => {
    expect(problemsOf('@import "other.css";')).toEqual(['style/unsupported-at-rule 1:1 Octavo does not follow `@import`']);
    expect(problemsOf('@pgae { margin: 1mm }')).toEqual(['style/unknown-at-rule 1:1 there is no at-rule `@pgae`']);
    expect(hintOf('@pgae { margin: 1mm }')).toBe('did you mean `page`?');
    expect(problemsOf('@top-left { content: "a" }')).toEqual(['style/misplaced-at-rule 1:1 `@top-left` cannot stand here']);
    expect(problemsOf('@page { @top-lft { content: "a" } }')).toEqual(['style/unknown-margin-box 1:9 pages have no margin box `@top-lft`']);
    expect(problemsOf('@page :nth(2) { margin: 1mm }')).toHaveLength(1);
    expect(problemsOf('@media (orientation: landscape) { p { orphans: 3 } }')).toEqual([
      'style/unsupported-media 1:8 Octavo cannot answer `(orientation: landscape)`',
    ]);
  });

  it('notices what is never closed', () => {
    expect(problemsOf('p { color: red')).toEqual(['style/syntax 1:3 this `{` is never closed']);
    expect(problemsOf('@media print { p { color: red }')).toEqual(['style/syntax 1:14 this `{` is never closed']);
    expect(problemsOf('p { color: red } /* note')).toEqual(['style/syntax 1:18 this comment is never closed']);
    expect(problemsOf('p::before { content: "/* {" }')).toEqual([]);
  });

  it('notices text that is not CSS', () => {
    expect(problemsOf('p { colr }')).toEqual(['style/syntax 1:10 this is not CSS: colon is expected']);
    expect(problemsOf('p { color: red } } h2 { color: red }').length).toBeGreaterThan(0);
    expect(problemsOf('section { p { color: red } }').length).toBeGreaterThan(0);
    expect(problemsOf('p { color: red !imprtant }')).toHaveLength(1);
  });

  it('never throws, whatever the text', () => {
    const pieces = [
      '{',
      '}',
      '(',
      ')',
      '"',
      ';',
      ':',
      '@page',
      '@media',
      'p',
      '::',
      'calc(',
      'var(',
      '--x',
      '\\',
      '/*',
      '*/',
      '#',
      '!',
      '1e999pt',
      ',',
      '\u0000',
      '\n',
      '[',
      '=',
    ];
    let seed = 7;
    for (let round = 0; round < 300; round += 1) {
      let css = '';
      for (let length = 0; length < 25; length += 1) {
        seed = (seed * 48_271) % 2_147_483_647;
        css += pieces[seed % pieces.length];
      }
      expect(() => styleMarkup(css, [element('p', '', 'a')])).not.toThrow();
    }
    expect(() => styleMarkup(`p { width: ${'calc('.repeat(5000)}1pt }`)).not.toThrow();
    expect(() => styleMarkup(`p:not(${':not('.repeat(5000)}`)).not.toThrow();
  });
});
