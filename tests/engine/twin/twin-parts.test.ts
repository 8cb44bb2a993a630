/** The small parts of the twins: wrapped lines, base64, levels of headings. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeBase64 } from '../../../src/engine/drawing/base64.ts';
import type { MarkupElement } from '../../../src/engine/markup/element.ts';
import { hasTitle, levelHeadings } from '../../../src/engine/twin/level-headings.ts';
import { columnsOf, padText, plainSpaces, wrapText } from '../../../src/engine/twin/wrap-text.ts';

describe('wrapped text', () => {
  it('breaks at spaces, before a line gets too long', () => {
    expect(wrapText('one two three four', 9, 'en')).toEqual(['one two', 'three', 'four']);
    expect(wrapText('one two\nthree', 40, 'en')).toEqual(['one two', 'three']);
  });

  it('keeps together what no-break spaces hold, and never cuts an address', () => {
    expect(wrapText('about 5\u00a0000\u202fkm away', 12, 'en')).toEqual(['about', '5\u00a0000\u202fkm', 'away']);
    expect(plainSpaces('5\u00a0000\u202fkm\u00ad')).toBe('5 000 km');
    const address = 'https://example.org/a-long/path-with/many-parts?and=a&query=too';
    expect(wrapText(`see <${address}> now`, 20, 'en')).toEqual(['see', `<${address}>`, 'now']);
  });

  it('breaks languages without spaces too', () => {
    const lines = wrapText('น้ำสะอาดสำหรับทุกคนในหมู่บ้านของเรา', 12, 'th');
    expect(lines.length).toBeGreaterThan(1);
    expect(lines.every((line) => columnsOf(line) <= 12)).toBe(true);
  });

  it('counts columns and not characters', () => {
    expect(columnsOf('مُدَّة')).toBe(3);
    expect(columnsOf('水a')).toBe(3);
    expect(padText('水', 4, 'start')).toBe('水  ');
    expect(padText('7', 3, 'end')).toBe('  7');
  });

  it('loses nothing but spaces', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.integer({ min: 1, max: 80 }), (text, columns) => {
        expect(wrapText(text, columns, 'en').join('').replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
      { numRuns: 200 },
    );
  });
});

describe('base64', () => {
  it('is what everybody writes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      }),
      { numRuns: 200 },
    );
    const long = Uint8Array.from({ length: 30_001 }, (_, index) => index % 251);
    expect(encodeBase64(long)).toBe(Buffer.from(long).toString('base64'));
  });
});

describe('headings', () => {
  const element = (name: string, ...children: readonly MarkupElement[]): MarkupElement => ({
    kind: 'element',
    name,
    attributes: new Map(),
    children,
  });
  const levelsOf = (names: string, firstLevel: 1 | 2): string =>
    [...levelHeadings(element('body', ...[...names].map((digit) => element(`h${digit}`))), firstLevel).values()].join('');

  it('begin at 1 and skip no level', () => {
    expect(levelsOf('123', 1)).toBe('123');
    expect(levelsOf('2442', 1)).toBe('1221');
    expect(levelsOf('1463', 1)).toBe('1232');
    expect(levelsOf('22', 2)).toBe('22');
    expect(levelsOf('123456', 2)).toBe('234566');
  });

  it('are looked for everywhere', () => {
    expect(hasTitle(element('body', element('header', element('h1'))))).toBe(true);
    expect(hasTitle(element('body', element('h2')))).toBe(false);
  });
});

describe('a booklet without a title in its template', () => {
  it('gets one in both twins', async () => {
    const { composeSoundTwin } = await import('../../support/compose-twin.ts');
    const files = {
      'booklet.yaml': 'title: Water\nlanguage: fr\ntemplate: own\neditions: [student]\n',
      'templates/own/layout.hbs': '{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}',
      'templates/own/theme.css': 'p { margin: 0 }',
      'sections/01.md': '# Un\n\nBonjour.\n',
    };
    expect(await composeSoundTwin(files, 'html')).toContain('<header><h1>Water</h1></header>');
    expect(await composeSoundTwin(files, 'text')).toBe('Water\n=====\n\n\nUn\n--\n\nBonjour.\n');
  });
});

describe('calls of two notes at one place', () => {
  it('are kept apart by a comma', async () => {
    const { composeSoundTwin } = await import('../../support/compose-twin.ts');
    const files = {
      'booklet.yaml': 'title: Water\nlanguage: en\ntemplate: own\neditions: [student]\n',
      'templates/own/layout.hbs': '{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}',
      'templates/own/theme.css': 'p { margin: 0 }',
      'sections/01.md': '# One\n\nWells.[^a][^b]\n\n[^a]: Deep.\n\n[^b]: Dug.\n',
    };
    expect(await composeSoundTwin(files, 'html')).toMatch(/>1<\/a><\/sup><sup>,<a [^>]*>2<\/a>/);
  });
});
