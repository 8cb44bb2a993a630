/** Bad Markdown: every mistake is found at its exact place, and no text is lost over it. */
import { describe, expect, it } from 'vitest';
import { readProse } from './read-prose.ts';

const cases: readonly (readonly [name: string, text: string, problems: readonly string[]])[] = [
  ['an unknown block', 'A\n\n:::keyfact\nB\n:::\n', ['3:4-11 unknown block `keyfact`; did you mean `key-fact`?']],
  ['a block without an end', 'A\n\n:::note\nB\n', ['3:1-8 `:::note` is never closed']],
  ['an inner block without an end', '::::note\n:::caution\nA\n::::\n', ['2:1-11 `:::caution` is never closed']],
  ['an end without a block', 'A\n\n:::\n', ['3:1-4 these colons close no block']],
  ['a block without a name', ':::{title=x}\nA\n:::\n', ['1:1-13 this block has no name', '3:1-4 these colons close no block']],
  ['text after the name of a block', ':::note Why so\nA\n:::\n', ['1:9-15 unexpected text after `:::note`']],
  ['an unknown attribute', ':::activity{minute=5}\nA\n:::\n', ['1:13-21 unknown attribute `minute`; did you mean `minutes`?']],
  ['an attribute that another block has', ':::note{minutes=5}\nA\n:::\n', ['1:9-18 unknown attribute `minutes`']],
  ['a bad number of minutes', ':::activity{minutes=ten}\nA\n:::\n', ['1:13-24 `ten` is not a value for `minutes`']],
  ['a bad grouping in a list', '- a\n\n  :::activity{grouping=pair}\n  A\n  :::\n', ['3:15-28 `pair` is not a value for `grouping`']],
  ['something that is no attribute', ':::note{wide}\nA\n:::\n', ['1:9-13 `wide` is not an attribute']],
  ['braces without an end', ':::note{title="A}\nB\n:::\n', ['1:8-18 the attributes are never closed']],
  ['an attribute given twice', '![a](b.png){#x #y}\n', ['1:16-18 `id` is given twice']],
  ['HTML', 'A <b>c</b>\n', ['1:3-6 HTML such as `<b>` is not allowed in Markdown']],
  ['HTML in a quotation', '> <div class="x">\n', ['1:3-18 HTML such as `<div class="x">` is not allowed in Markdown']],
  ['a comment without an end', 'A\n\n<!-- B\n', ['3:1-5 this comment is never closed']],
  [
    'a note that is not there',
    'A\n- b[^x] c\n\n[^y]: Z\n',
    ['2:4-8 there is no note `x`', '4:1-5 the note `y` is never used, so it is not printed'],
  ],
  ['a note used twice', 'A[^x] b[^x]\n\n[^x]: Z\n', ['1:8-12 the note `x` is used more than once']],
  ['a note defined twice', 'A[^x]\n\n[^x]: Y\n\n[^x]: Z\n', ['5:1-5 the note `x` is defined more than once']],
  ['a note in a note', 'A^[b^[c]]\n', ['1:5-9 a note cannot stand inside a note']],
  [
    'notes that call each other',
    'A[^x]\n\n[^x]: B[^y]\n\n[^y]: C[^x]\n',
    ['3:8-12 a note cannot stand inside a note', '5:8-12 a note cannot stand inside a note'],
  ],
  ['a citation that is none', 'A [@a; b]\n', ['1:8-9 `b` is not a citation']],
  ['an empty citation', 'A [@]\n', ['1:4-5 `@` is not a citation']],
  ['a link to a file', 'A [b](02-c.md)\n', ['1:3-15 a printed booklet cannot link to the file `02-c.md`']],
  ['a link that runs code', 'A [b](javascript:x)\n', ['1:3-20 `javascript:x` is not an address that a booklet can link to']],
  ['a link without words', '> [](https://a.example)\n', ['1:3-24 this link has no text']],
  ['an image without words', 'A\n\n![](b.png)\n', ['3:1-11 `b.png` has no alternative text']],
  ['an image without a file', '![a]()\n', ['1:1-7 this image names no file']],
  ['an image on the web', '![a](https://b.example/c.png)\n', ['1:1-30 `https://b.example/c.png` is not a file of the booklet']],
  ['a caption that cannot be printed', 'A ![b](c.png "d") e\n', ['1:3-18 an image inside a line of text cannot have a caption']],
  ['a chart in a line', 'A ![b](c.vl.json) e\n', ['1:3-18 a chart cannot stand inside a line of text']],
  [
    'a row with too many cells',
    '| a | b |\n|---|---|\n| c | d \\| e | f |\n',
    ['3:1-19 this row has 3 cells, but the table has 2 columns'],
  ],
  ['a picture with curly quotation marks', 'A\n\n![a](charts/w.vl.yaml “How long (min)”)\n', ['3:1-40 this picture is not understood']],
  ['a picture with a space before its path', '- ![a] (b.png)\n', ['1:3-15 this picture is not understood']],
  ['a picture without its last bracket', '> A *b*\n> ![a](b.png\n', ['2:3-13 this picture is not understood']],
  ['a picture with a space in its path', '| a |\n|---|\n| ![a](b c.png) |\n', ['3:3-16 this picture is not understood']],
  ['a table without its hyphens', 'A\n\n> | a | b |\n> | c | d |\n', ['3:3-12 the line |---|---| is missing below the heading row']],
  [
    'a table with too few hyphens',
    'A\n| a | b | c |\n|---|:-:|\n| d | e | f |\n',
    ['3:1-10 the line below the heading row has 2 columns, the heading row has 3'],
  ],
  ['a table with dashes', '| a | b |\n|———|———|\n| c | d |\n', ['2:1-10 the line below the heading row is not understood']],
  ['a table without its heading row', '|---|---|\n| a | b |\n', ['1:1-10 the heading row is missing above this line']],
  ['a list with bullets', 'A:\n• b\n• c\n', ['2:1-4 these lines are no list, so they are printed as one paragraph']],
  ['a numbered list without spaces', '1.b\n2.c\n', ['1:1-4 these lines are no list, so they are printed as one paragraph']],
  ['an indented paragraph', 'A\n\n    B c\n    d\n', ['3:5-8 this paragraph is indented, so it is set as code']],
  ['a paragraph indented by a tab', 'A\n\n\tB\n', ['3:2-3 this paragraph is indented, so it is set as code']],
  ['a caption without a table', 'A\n\nTable: b {#tbl-b}\n', ['3:1-18 there is no table before or after this caption']],
  ['code without an end', 'A\n\n~~~\nB\n', ['3:1-4 this code block is never closed']],
  ['an item of a timeline without a date', ':::timeline\n- **1994** A\n- B\n:::\n', ['3:1-4 this item of the timeline has no date']],
  ['a character that cannot be printed', 'A\u0007b\n', ['1:2-3 the character U+0007 cannot be printed']],
];

describe('Markdown with a mistake', () => {
  it.each(cases)('is reported in place: %s', (_, text, problems) => {
    expect(readProse(text).problems).toEqual(problems);
  });

  it.each(cases)('is stamped and coded: %s', (_, text) => {
    for (const diagnostic of readProse(text).diagnostics) {
      expect(diagnostic.code).toMatch(/^content\/[a-z-]+$/);
      expect(diagnostic.message).not.toMatch(/^[A-Z][a-z]|\.$/);
      expect(diagnostic.span?.file.path).toBe('text.md');
    }
  });

  it.each([
    ['![a](b.png “c”)', 'write the caption between straight quotation marks: "…"'],
    ['![a] (b.png)', 'remove the space before ('],
    ['![a](b.png', 'add ) after the path and the caption'],
    ['![a](b c.png)', 'give the file a name without spaces, and put a caption between quotation marks: "…"'],
    ['| a | b | c |\n| d | e | f |', 'add the line |---|---|---| below this one'],
    ['| a | b |\n|---|', 'write |---|---|, or correct the heading row'],
    ['•b\n•c', 'write each like `- b`'],
    ['-b\n-c', 'write each like `- b`'],
    ['1)b\n2)c', 'write each like `1) b`'],
    ['\tA', 'remove the spaces before it, or fence it with ```'],
  ])('is corrected by its hint: %s', (text, hint) => {
    expect(readProse(text).diagnostics.map((diagnostic) => diagnostic.hint)).toEqual([hint]);
  });

  it.each([
    'Use `![a](b “c”)`.',
    'Use \\![a](b “c”) and ![a].',
    '```\n| a |\n| b |\n```',
    '| a bar alone |',
    '-5 degrees\n-6 degrees\n1.5 metres\n2.5 metres',
    '*Words* that matter\n*and* others',
    '-one line only\nand words',
    'A\n\n- b\n\n    c',
  ])('is not seen where there is none: %s', (text) => {
    expect(readProse(text).problems).toEqual([]);
  });

  it('leaves a broken picture readable', () => {
    expect(readProse('A ![b](c.png “d”) *e*').markup).toBe('<p>A ![b](c.png “d”) <em>e</em></p>');
  });

  it('takes attributes after a space for those of the picture, and other braces for text', () => {
    const glued = readProse('![a](b.png){#fig-x width=80mm}').markup;
    expect(readProse('![a](b.png) {#fig-x width=80mm}')).toMatchObject({ markup: glued, problems: [] });
    expect(readProse('A ![a](b.png) {sic} c').markup).toContain(' {sic} c');
    expect(readProse('![a](b.png) {widht=80mm}').problems).toEqual(['1:14-24 unknown attribute `widht`; did you mean `width`?']);
  });

  it('keeps the text of blocks that are unknown or never closed', () => {
    expect(readProse(':::keyfact\nB\n').markup).toBe('<p>B</p>');
    expect(readProse(':::note\nB\n').markup).toContain('<p>B</p></aside>');
  });

  it('keeps text that is nested too deeply', () => {
    const { markup, problems } = readProse(`${'> '.repeat(150)}deep\n`);
    expect(markup).toContain('deep');
    expect(problems).toEqual(['1:201-305 this text is nested too deeply']);
  });

  it('keeps text whose emphasis is nested too deeply', () => {
    const { markup, problems } = readProse(`${'*a **b '.repeat(200)}x${' b** a*'.repeat(200)}\n`);
    expect(markup).toContain('x');
    expect(problems).toHaveLength(1);
  });
});

describe('hostile Markdown', () => {
  const hostile: Readonly<Record<string, string>> = {
    'images in images': '!['.repeat(3000) + ']('.repeat(3000),
    'notes in notes': '^['.repeat(3000) + ']'.repeat(3000),
    'open citations': '[@'.repeat(20000),
    'open tags': '<a '.repeat(10000),
    'open comments': '<!-- \n'.repeat(3000),
    quotations: '> '.repeat(2000),
    'blocks in blocks': ':::note\n'.repeat(5000),
    braces: '![a](b){'.repeat(3000),
    quotes: '"a\' '.repeat(20000),
  };

  it.each(Object.keys(hostile))(
    'ends, and soon: %s',
    (name) => {
      expect(() => readProse(hostile[name]!)).not.toThrow();
    },
    3000,
  );
});
