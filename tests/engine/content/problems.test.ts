/** Bad booklets: every mistake is found at its exact file, line and column, once. */
import { describe, expect, it } from 'vitest';
import { goodSection, readBooklet, readExactly } from './read-booklet.ts';

type Case = readonly [name: string, files: Readonly<Record<string, string>>, problems: readonly string[]];

const booklet = (text: string): Readonly<Record<string, string>> => ({ 'booklet.yaml': text });
const questions = (text: string): Readonly<Record<string, string>> => ({ 'questions.yaml': text });
const section = (text: string): Readonly<Record<string, string>> => ({ 'sections/01-start.md': text });

const cases: readonly Case[] = [
  ['an unknown key', booklet('title: T\nobjectivs: [a]\n'), ['booklet.yaml:2:1-10 unknown key `objectivs`; did you mean `objectives`?']],
  [
    'an unknown key inside',
    booklet('title: T\nkeyFacts:\n  - value: a\n    label: b\n    sorce: c\n'),
    ['booklet.yaml:5:5-10 unknown key `sorce`; did you mean `source`?'],
  ],
  [
    'keys that mean something to JavaScript',
    booklet('title: T\n__proto__: a\nconstructor: b\n'),
    ['booklet.yaml:2:1-10 unknown key `__proto__`', 'booklet.yaml:3:1-12 unknown key `constructor`'],
  ],
  ['a missing title', booklet('language: en\n'), ['booklet.yaml:1:1-9 this booklet has no `title`']],
  ['an empty title', booklet('title:\n'), ['booklet.yaml:1:1-6 `title` has no value']],
  ['no space after a colon', booklet('title:Water\n'), ['booklet.yaml:1:1-12 the booklet must be a group of keys, not text']],
  [
    'a language without labels',
    booklet('title: T\nlanguage: sw\n'),
    ['booklet.yaml:2:11-13 words such as "page" and "contents" are printed in English, because Octavo does not know them in `sw`'],
  ],
  [
    'no space after the # of a title',
    section('#Start\n\nText.\n\n## More\n'),
    ['sections/01-start.md:1:1-7 a space is missing after #, so this line is no heading'],
  ],
  [
    'no space after the ## of a heading',
    section('# Start\n\n##More\ntext\n\n#MeToo is a tag.\n'),
    ['sections/01-start.md:3:1-7 a space is missing after ##, so this line is no heading'],
  ],
  [
    'no space after the ## of a heading in a block, a list and amid a paragraph',
    section('# Start\n\n::: note\n##1. More\n:::\n\n- a\n\n  ###"Less"\n\ntext\n##And more\n\n> text\n> ##Quoted\n'),
    [
      'sections/01-start.md:4:1-10 a space is missing after ##, so this line is no heading',
      'sections/01-start.md:9:3-12 a space is missing after ###, so this line is no heading',
      'sections/01-start.md:12:1-11 a space is missing after ##, so this line is no heading',
      'sections/01-start.md:15:3-11 a space is missing after ##, so this line is no heading',
    ],
  ],
  [
    'no space after one # of a heading',
    section('# Start\n\n#Causes\n\n#Where it goes\n\n#أسباب\n\n::: note\n#2026 in numbers\n:::\n'),
    [
      'sections/01-start.md:3:1-8 this line is printed with its #, and is no heading',
      'sections/01-start.md:5:1-15 this line is printed with its #, and is no heading',
      'sections/01-start.md:7:1-7 this line is printed with its #, and is no heading',
      'sections/01-start.md:10:1-17 this line is printed with its #, and is no heading',
    ],
  ],
  [
    'hashes that are no headings',
    section(
      [
        '# Start\n\n#MeToo\n\n#water is a tag\n\n#Water is where it began.\n\n#Water #Food\n\n#Water\nis here\n\n\\#Water',
        '> #Water\n\n- #Water\n\n`##define`\n\n`a\n##b`\n\nC# and F##s\n\n```\n##x\n```\n\n#1_000 b\n\n#\ufe0f\u20e3 is a key\n',
      ].join('\n\n'),
    ),
    [],
  ],
  ['a blank title', booklet('title: "  "\n'), ['booklet.yaml:1:8-12 `title` is empty']],
  ['an empty file', booklet(''), ['booklet.yaml:1:1-1 this booklet has no `title`']],
  ['a file with comments only', booklet('# soon\n'), ['booklet.yaml:1:1-1 this booklet has no `title`']],
  ['a list for text', booklet('title: [a]\n'), ['booklet.yaml:1:8-9 `title` must be text, not a list']],
  ['text for a list', booklet('title: T\nobjectives: learn\n'), ['booklet.yaml:2:13-18 `objectives` must be a list, not text']],
  [
    'text for a group',
    booklet('title: T\nkeyFacts:\n  - four in five\n'),
    ['booklet.yaml:3:5-17 each item of `keyFacts` must be a group of keys, not text'],
  ],
  ['a file that is no group', booklet('- title\n'), ['booklet.yaml:1:1-2 the booklet must be a group of keys, not a list']],
  ['an item without its keys', booklet('title: T\nkeyFacts:\n  - label: b\n'), ['booklet.yaml:3:5-10 this entry has no `value`']],
  ['a language in words', booklet('title: T\nlanguage: english\n'), ['booklet.yaml:2:11-18 `english` is not a language code']],
  ['a date in another order', booklet('title: T\ndate: 3/3/2026\n'), ['booklet.yaml:2:7-15 `3/3/2026` is not a date']],
  [
    'a day that no calendar has',
    booklet('title: T\ndate: 2026-02-30\n'),
    ['booklet.yaml:2:7-17 `2026-02-30` is not a day of the calendar'],
  ],
  ['an unknown paper', booklet('title: T\npaper: a44\n'), ['booklet.yaml:2:8-11 `a44` is not a paper size']],
  ['an impossible paper', booklet('title: T\npaper: 1mm x 1mm\n'), ['booklet.yaml:2:8-17 `1mm x 1mm` is not a size that can be printed']],
  ['a template outside', booklet('title: T\ntemplate: ../x\n'), ['booklet.yaml:2:11-15 `../x` is not a template name']],
  [
    'an unknown edition',
    booklet('title: T\neditions: [student, faciltator]\n'),
    ['booklet.yaml:2:21-31 there is no edition `faciltator`; did you mean `facilitator`?'],
  ],
  ['an edition twice', booklet('title: T\neditions: [student, student]\n'), ['booklet.yaml:2:21-28 there is already an edition `student`']],
  ['no editions', booklet('title: T\neditions: []\n'), ['booklet.yaml:2:11-13 `editions` is empty']],
  ['a key twice', booklet('title: T\ntitle: U\n'), ['booklet.yaml:2:1-6 `title` is given twice']],
  ['a second colon', booklet('title: Guns: a story\n'), ['booklet.yaml:1:8-21 this text has a colon of its own']],
  ['a tab', booklet('title: T\nobjectives:\n\t- a\n'), ['booklet.yaml:3:1-2 this line is indented with a tab']],
  ['an unclosed quotation mark', booklet('title: "T\n'), ['booklet.yaml:1:8-10 this quotation mark is never closed']],
  ['an unknown alias', booklet('title: *x\n'), ['booklet.yaml:1:8-10 `*x` stands for another value, but no value is marked with `&x`']],
  ['a tag', booklet('title: !foo T\n'), ['booklet.yaml:1:8-14 a text cannot begin with `!` unless it is in quotation marks']],
  ['two documents', booklet('title: T\n---\ntitle: U\n'), ['booklet.yaml:2:1-4 this line cuts the file in two']],
  ['a character that cannot be printed', booklet('title: "a\\u0007"\n'), ['booklet.yaml:1:8-17 the character U+0007 cannot be printed']],
  [
    'a mistake in indented Markdown',
    booklet('title: T\ncontentNote: |\n  A [b](c.md)\n\n  :::not\n  D\n  :::\n'),
    [
      'booklet.yaml:3:5-14 a printed booklet cannot link to the file `c.md`',
      'booklet.yaml:5:6-9 unknown block `not`; did you mean `note`?',
    ],
  ],
  [
    'a mistake in folded Markdown',
    booklet('title: T\nobjectives:\n  - >-\n    One\n    two [@x]\n'),
    ['booklet.yaml:5:10-12 there is no source `x` in sources.yaml'],
  ],
  [
    'a mistake in quoted Markdown',
    booklet('title: T\nobjectives: ["a \\"b\\" \\u00e9 [@x]"]\n'),
    ['booklet.yaml:2:31-33 there is no source `x` in sources.yaml'],
  ],
  [
    'a fact with an unknown source',
    { ...booklet('title: T\nkeyFacts:\n  - { value: a, label: b, source: smit }\n'), 'sources.yaml': '- { id: smith, title: S }\n' },
    [
      'booklet.yaml:3:35-39 there is no source `smit` in sources.yaml; did you mean `smith`?',
      'sources.yaml:1:3-4 nothing cites the source `smith`',
    ],
  ],
  [
    'an unknown kind of question',
    questions('- question: a\n  kind: chioce\n'),
    ['questions.yaml:2:9-15 there is no kind of question `chioce`; did you mean `choice`?'],
  ],
  [
    'an unknown level',
    questions('- question: a\n  level: analyse\n'),
    ['questions.yaml:2:10-17 there is no level `analyse`; did you mean `analyze`?'],
  ],
  ['minutes in words', questions('- question: a\n  minutes: six\n'), ['questions.yaml:2:12-15 `minutes` must be a whole number, not text']],
  ['too many minutes', questions('- question: a\n  minutes: 0\n'), ['questions.yaml:2:12-13 `minutes` cannot be 0']],
  ['answer lines in words', questions('- question: a\n  answerLines: many\n'), ['questions.yaml:2:16-20 `many` is not a number of lines']],
  [
    'a choice without options',
    questions('- question: a\n  kind: choice\n'),
    ['questions.yaml:2:9-15 a question of the kind `choice` needs `options`'],
  ],
  [
    'options without a choice',
    questions('- question: a\n  options: [b, c]\n'),
    ['questions.yaml:2:3-10 a question of the kind `open` has no `options`'],
  ],
  [
    'a question about an unknown section',
    questions('- question: a\n  section: 1-start\n'),
    ['questions.yaml:2:12-19 there is no section `1-start`; did you mean `01-start`?'],
  ],
  ['a question that is missing', questions('- level: apply\n'), ['questions.yaml:1:3-8 this question has no `question`']],
  [
    'a source twice',
    { 'sources.yaml': '- { id: a, title: A }\n- { id: a, title: B }\n', ...section('# S\n\n[@a]\n') },
    ['sources.yaml:2:9-10 there is already a source `a`'],
  ],
  [
    'a source with a bad address',
    { 'sources.yaml': '- { id: a, title: A, url: example.org }\n', ...section('# S\n\n[@a]\n') },
    ['sources.yaml:1:27-38 `example.org` is not a web address'],
  ],
  [
    'a source that is not there',
    { ...section('# S\n\n> - b [@a; @smit]\n'), 'sources.yaml': '- { id: a, title: A }\n' },
    ['sections/01-start.md:3:12-17 there is no source `smit` in sources.yaml'],
  ],
  [
    'a term twice',
    { 'glossary.yaml': '- { term: Gun, definition: a }\n- { term: rifle, aliases: [gun], definition: b }\n' },
    ['glossary.yaml:2:28-31 there is already a glossary entry for `gun`'],
  ],
  [
    'a translation into no language',
    { 'glossary.yaml': '- { term: Gun, definition: a, translations: { spanish: b } }\n' },
    ['glossary.yaml:1:47-54 `spanish` is not a language code'],
  ],
  [
    'a misspelt file',
    { 'glosary.yaml': '' },
    ['glosary.yaml:1:1-1 no part of a booklet is called `glosary.yaml`; did you mean `glossary.yaml`?'],
  ],
  [
    'a file with another ending',
    { 'sections/02-b.txt': '' },
    ['sections/02-b.txt:1:1-1 `02-b.txt` is not printed, because its name does not end in .md'],
  ],
  ['a section without a heading', section('Text\n\nMore\n'), ['sections/01-start.md:1:1-5 this section has no heading']],
  ['an empty section', section(''), ['sections/01-start.md:1:1-1 this section has no heading']],
  ['a heading without words', section('#\n\nText\n'), ['sections/01-start.md:1:1-2 this section has no heading']],
  ['text above the heading', section('Text\n\n# S\n'), ['sections/01-start.md:1:1-5 this text stands before the heading of its section']],
  [
    'two headings of the first level',
    section('# S\n\n# T\n'),
    ['sections/01-start.md:3:1-4 a section has only one heading with a single #'],
  ],
  ['a section that begins lower', section('## S\n'), ['sections/01-start.md:1:1-5 the heading of a section has a single #']],
  ['a level that is skipped', section('# S\n\n### T\n'), ['sections/01-start.md:3:1-6 this heading skips a level']],
  [
    'a section with an id',
    section('# S {#s}\n'),
    ['sections/01-start.md:1:1-9 a section takes its id from the name of its file: `01-start`'],
  ],
  [
    'a section whose name cannot be an id',
    { 'sections/02 my part.md': goodSection },
    ['sections/02 my part.md:1:1-1 the name of this file has characters that an id cannot have, so the section’s id is `02-my-part`'],
  ],
];

describe('a mistake in a booklet', () => {
  it.each(cases)('is reported in place: %s', async (_, files, problems) => {
    const read = await readBooklet(files);
    expect(read.problems).toEqual(problems);
    expect(read.booklet).toBeDefined();
  });

  it('may be that booklet.yaml is missing', async () => {
    const { booklet: none, problems } = await readExactly({ 'content/guns/sections/01.md': goodSection });
    expect(none).toBeUndefined();
    expect(problems).toEqual(['booklet.yaml:1:1-1 this file is missing']);
  });

  it('may be that sections lie too deep', async () => {
    const { problems, diagnostics } = await readBooklet({
      'sections/part2/02-more.md': goodSection,
      'sections/part3/a/03-last.md': goodSection,
      'sections/images/map.png': '',
    });
    expect(problems).toEqual([
      'sections/part2:1:1-1 the folder sections/part2 is not printed',
      'sections/part3:1:1-1 the folder sections/part3 is not printed',
    ]);
    expect(diagnostics[0]).toMatchObject({ code: 'content/nested-folder', hint: 'move its files into sections/' });
  });

  it.each(['Sections', 'section'])('may be that the folder of the sections is called %s', async (name) => {
    const { problems, diagnostics } = await readExactly({
      'content/guns/booklet.yaml': 'title: T\n',
      [`content/guns/${name}/01-start.md`]: goodSection,
    });
    expect(problems).toEqual([`${name}:1:1-1 the folder \`${name}\` is not printed`]);
    expect(diagnostics[0]).toMatchObject({ code: 'content/misnamed-folder', hint: 'rename it `sections`' });
  });

  it('may be that there are no sections', async () => {
    const { problems } = await readExactly({ 'content/guns/booklet.yaml': 'title: T\n' });
    expect(problems).toEqual(['booklet.yaml:1:1-1 this booklet has no sections']);
  });
});

describe('a hint', () => {
  const hintOf = async (text: string): Promise<string | undefined> => (await readBooklet(booklet(text))).diagnostics[0]?.hint;

  it('finds the slip that made text of a list or a group', async () => {
    expect(await hintOf('title:Water\n')).toBe('write a space after the colon, as in `title: …`');
    expect(await hintOf('title = Water\n')).toBe('write a colon and a space after the key, as in `title: …`');
    expect(await hintOf('title: T\nobjectives:\n  -Boil\n  -Cook\n')).toBe('write a space after every hyphen, as in `- Boil water`');
    expect(await hintOf('title: T\nobjectives:\n  • Boil\n')).toBe('begin each item with a hyphen and a space, not with •');
    expect(await hintOf('title: T\nobjectives:\n  - Say: who\n')).toBe('if the text has a colon, put all of it in quotation marks');
  });
});

describe('hostile YAML', () => {
  const nested = 'bcdefghi'.split('').map((name, index) => `${name}: &${name} [${`*${'abcdefghi'[index]},`.repeat(9)}]`);
  const hostile: Readonly<Record<string, string>> = {
    'an alias bomb': `a: &a [x,x,x,x,x,x,x,x,x]\n${nested.join('\n')}\n`,
    'an alias of itself': 'title: &a [*a]\n',
    'brackets in brackets': '['.repeat(5000),
    'keys in keys': Array.from({ length: 300 }, (_, index) => `${' '.repeat(index)}a:`).join('\n'),
    'too much text': `title: ${'x'.repeat(1_000_001)}\n`,
    'too many keys': Array.from({ length: 30_000 }, (_, index) => `k${index}: x`).join('\n'),
  };

  it.each(Object.keys(hostile))('ends, with a place: %s', async (name) => {
    const { problems } = await readBooklet(booklet(hostile[name]!));
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatch(/^booklet\.yaml:\d+:\d+-\S+ this (value is nested too deeply|file (has too many values|is too long))$/);
  });

  it('may use an alias many times in earnest', async () => {
    const items = Array.from({ length: 500 }, () => '  - *fact').join('\n');
    const { problems } = await readBooklet(booklet(`title: T\nkeyFacts:\n  - &fact { value: a, label: b }\n${items}\n`));
    expect(problems).toEqual([]);
  });
});
