/** Slips of people who have never heard of YAML: each is told once, at the place where it was made, with what to write. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../../src/engine/content/read-yaml.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile, positionAt } from '../../../src/engine/source/source-file.ts';

function read(text: string): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  readYaml(createSourceFile(0, 'booklet.yaml', text), (diagnostic) => void found.push(diagnostic));
  return found;
}

function describeOnly(text: string): string {
  const found = read(text);
  expect(found).toHaveLength(1);
  const { span, message, hint } = found[0]!;
  const { line, column } = positionAt(span!.file, span!.start);
  return `${line}:${column} ${message} | ${hint}`;
}

const otherIndent = 'this line is not indented like the one that it belongs to';
const unclosed = 'this quotation mark is never closed';
const cannotBegin = (sign: string): string => `a text cannot begin with ${sign} unless it is in quotation marks`;

const slips: readonly (readonly [string, string, string])[] = [
  ['a tab', 'title: W\nobjectives:\n\t- Boil\n', '3:1 this line is indented with a tab | delete the tab and type spaces instead'],
  ['a tab further down', '- term: a\n\tdefinition: b\n', '2:1 this line is indented with a tab | delete the tab and type spaces instead'],
  [
    'spaces of a web page',
    'title: a\nobjectives:\n\u00a0\u00a0- x\n',
    '3:1 this line begins with spaces of another kind, as copied from a web page or word processor | delete them and type plain spaces instead',
  ],
  [
    'no colon',
    'title: Water\nsubtitle How\n',
    '2:1 there is no colon after `subtitle` | write `subtitle: How`; if it belongs to the text above, indent it',
  ],
  ['no colon in the first line', 'title Water\nlanguage: en\n', '1:1 there is no colon after `title` | write `title: Water`'],
  ['no colon in an entry', '- term germ\n  definition: A\n', '1:3 there is no colon after `term` | write `term: germ`'],
  ['another sign for a colon', 'title = Water\nlanguage: en\n', '1:1 there is no colon after `title` | write `title: Water`'],
  ['no space after a colon', 'language: en\ntitle:Water\n', '2:1 a space is missing after the colon | write `title: Water`'],
  ['no space after a colon in an entry', '- term:germ\n  definition: A\n', '1:3 a space is missing after the colon | write `term: germ`'],
  ['a colon in a text', 'title: Water: how\n', '1:8 this text has a colon of its own | write `title: "Water: how"`'],
  [
    'a colon in a long text',
    `title: Water: ${'how '.repeat(20)}\n`,
    '1:8 this text has a colon of its own | put the whole text after `title:` in quotation marks',
  ],
  [
    'a colon in the second line of a text',
    '- term: a\n  definition: It is this\n    and so: that\n',
    '3:5 this text has a colon of its own | put the whole text in quotation marks',
  ],
  [
    'no hyphen',
    '- term: germ\n  definition: A\nterm: chlorine\n  definition: B\n',
    '3:1 this line begins an entry of a list without a hyphen | write `- term: chlorine`',
  ],
  [
    'no hyphen in the first entry',
    '# terms\nterm: germ\n  definition: A\n- term: chlorine\n  definition: B\n',
    '2:1 this line begins an entry of a list without a hyphen | write `- term: germ`',
  ],
  ['no space after a hyphen', '- term: a\n-term: b\n', '2:1 a space is missing after the hyphen | write `- term: b`'],
  ['another bullet', 'objectives:\n  * a b\n  * c\n', '2:3 `*` begins no item of a list | write `- a b`'],
  [
    'a hyphen too far to the left',
    'objectives:\n  - a\n - b\n',
    '3:2 this hyphen does not stand below the one that it belongs to | begin the line with 2 spaces',
  ],
  [
    'a list without a key',
    'title: a\n- b\n',
    '2:1 a list begins here, but no line above says what it lists | write a line such as `objectives:` above it, or remove the hyphen',
  ],
  [
    'a space before a key',
    'title: Water\n subtitle: How\n',
    `2:2 ${otherIndent} | begin it at the very start of the line, exactly below \`title\``,
  ],
  ['a space too few', '- term: a\n definition: b\n', `2:2 ${otherIndent} | begin it with 2 spaces, exactly below \`term\``],
  ['a space too many', '- term: a\n   definition: b\n', `2:4 ${otherIndent} | begin it with 2 spaces, exactly below \`term\``],
  [
    'a text to the left of its beginning',
    'contentNote: |\n  a\n b\n',
    '3:2 this line is indented less than the text that it belongs to | begin it with 2 spaces',
  ],
  ['an unclosed quotation mark', 'title: "Water\nlanguage: en\n', `1:8 ${unclosed} | write " where the text ends`],
  [
    'an apostrophe at the beginning',
    "title: 'Tis the season\nlanguage: en\n",
    `1:8 ${unclosed} | write ' where the text ends; if it is an apostrophe, put the whole text between "…"`,
  ],
  [
    'quotation marks inside quotation marks',
    'title: "He said "hi" to me"\n',
    '1:18 the text goes on after its closing quotation mark | put all of it between quotation marks, and write \\" for one inside the text',
  ],
  [
    'an apostrophe between single quotation marks',
    "title: 'It's water'\n",
    "1:12 the text goes on after its closing quotation mark | put all of it between quotation marks, and write '' for an apostrophe inside the text",
  ],
  [
    'curly quotation marks',
    'title: “Water: how”\n',
    '1:8 curly quotation marks do not hold a text together here | write straight ones around it: "…"',
  ],
  ['an unclosed bracket', 'authors: [A, B\naudience: F\n', '1:10 this `[` is never closed | write `]` after the last of its values'],
  ['an unclosed bracket at the end', 'x: 1\nauthors: [A, B\n', '2:10 this `[` is never closed | write `]` after the last of its values'],
  [
    'an unclosed brace',
    'x: { field: a, axis: { title: b }\nmark: bar\n',
    '1:4 this `{` is never closed | write `}` after the last of its values',
  ],
  ['a bracket too many', 'a: [1, 2]]\nb: 1\n', '1:10 this `]` closes nothing | remove it, or put the text in quotation marks'],
  [
    'no comma',
    'x: { field: a type: b }\n',
    '1:13 a comma is missing before this, or quotation marks around it | write a comma after each value, as in { field: rain, type: nominal }, and put texts with a colon in quotation marks',
  ],
  ['a reserved sign', 'title: @home\n', `1:8 ${cannotBegin('`@`')} | write \`title: "@home"\``],
  ['a reserved sign in a list', 'objectives:\n  - "a"\n  - %x\n', `3:5 ${cannotBegin('`%`')} | write \`- "%x"\``],
  ['Markdown for bold', 'title: *bold* text\n', `1:8 ${cannotBegin('`*`')} | write \`title: "*bold* text"\``],
  ['a backtick', 'title: `x`\n', `1:8 ${cannotBegin('a backtick')} | put it in quotation marks`],
  ['a tag', 'title: !x\n', `1:8 ${cannotBegin('`!`')} | write \`title: "!x"\``],
  [
    'a text that begins with >',
    'title: > x\n',
    '1:8 after `>` the text begins on the next line | move it there and indent it, or, if the text itself begins with >, put it in quotation marks',
  ],
  [
    'a backslash',
    'title: "C:\\water"\n',
    '1:11 a backslash cannot stand alone between double quotation marks | write two of them, or put the text between single quotation marks',
  ],
  ['a line of hyphens', 'title: T\n---\nb: c\n', '2:1 this line cuts the file in two | remove the line `---`: everything belongs together'],
  [
    'an entry without its hyphen, but with its indentation',
    '- term: a\n  definition: b\n  term: c\n  definition: d\n',
    '3:3 `term` is given twice | if a new entry begins here, write `- term:`; otherwise remove one of the two',
  ],
];

describe('explainYaml', () => {
  it.each(slips)('explains %s', (_name, text, expected) => {
    expect(describeOnly(text)).toBe(expected);
  });

  it('explains the same with the line ends of Windows', () => {
    expect(describeOnly('title: a\r\n subtitle: b\r\n')).toBe(
      `2:2 ${otherIndent} | begin it at the very start of the line, exactly below \`title\``,
    );
  });

  it('says one thing in plain words and inside the file, wherever a character is lost, doubled or changed', () => {
    const sound =
      'title: "A: b"\nauthors: [A, \'B\']\nkeyFacts:\n  - value: a\n    label: >-\n      b c\n  - { value: d, label: e }\n# end\n';
    const jargon = /flow|block|scalar|mapping|sequence|implicit|token|node|anchor|alias|YAML/i;
    let broken = 0;
    for (let at = 0; at <= sound.length; at++) {
      for (const put of ['', '"', ':', ' ', '[', '}', '-', '\t', '*', '\n']) {
        for (const skip of [0, 1]) {
          const text = sound.slice(0, at) + put + sound.slice(at + skip);
          const found = read(text).filter(({ code }) => code === 'content/broken-yaml');
          expect(found.length).toBeLessThanOrEqual(1);
          for (const { message, hint, span } of found) {
            broken++;
            expect(`${message} ${hint}`.replace(/`[^`]*`/g, '')).not.toMatch(jargon);
            expect(span!.start).toBeLessThanOrEqual(span!.end);
            expect(span!.end).toBeLessThanOrEqual(text.length);
            expect(text.slice(span!.start, span!.end)).not.toContain('\n');
          }
        }
      }
    }
    expect(broken).toBeGreaterThan(300);
  });
});
