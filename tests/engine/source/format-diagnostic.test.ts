/** How problems look in a terminal: place, quoted line, carets, hint. */
import { describe, expect, it } from 'vitest';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { formatDiagnostic } from '../../../src/engine/source/format-diagnostic.ts';
import { createSourceFile } from '../../../src/engine/source/source-file.ts';
import { growthOf, mostGrowth } from '../../support/growth.ts';

/** A problem about the first place where `marked` stands in the text. */
function problemAt(text: string, marked: string, hint?: string): Diagnostic {
  const start = text.indexOf(marked);
  if (start < 0) throw new Error('the text does not hold what is marked');
  const file = createSourceFile(0, 'content/water/booklet.yaml', text);
  return {
    severity: 'error',
    code: 'content/unknown-key',
    message: 'unknown key `objectivs`',
    span: { file, start, end: start + marked.length },
    ...(hint !== undefined && { hint }),
  };
}

const quotedLines = (text: string, marked: string, width?: number): readonly string[] =>
  formatDiagnostic(problemAt(text, marked), width === undefined ? {} : { width })
    .split('\n')
    .slice(1);

describe('a written problem', () => {
  it('names the place, quotes the line, marks the stretch and ends with the hint', () => {
    const text = 'title: Water\nobjectivs: [a]\n';
    expect(formatDiagnostic(problemAt(text, 'objectivs', 'write `objectives`'))).toBe(
      [
        'content/water/booklet.yaml:2:1: error: unknown key `objectivs` [content/unknown-key]',
        ' 2 | objectivs: [a]',
        '   | ^^^^^^^^^',
        'hint: write `objectives`',
      ].join('\n'),
    );
  });

  it('without a place has neither path nor quote', () => {
    const diagnostic: Diagnostic = { severity: 'warning', code: 'text/odd', message: 'something is odd' };
    expect(formatDiagnostic(diagnostic)).toBe('warning: something is odd [text/odd]');
  });

  it('lines up the gutter with numbers of any length', () => {
    const text = `${'\n'.repeat(1233)}  here\n`;
    expect(quotedLines(text, 'here')).toEqual([' 1234 |   here', '      |   ^^^^']);
  });

  it('puts a caret after the last character when the file ends too early', () => {
    const file = createSourceFile(0, 'a.yaml', 'key: [');
    const diagnostic: Diagnostic = { severity: 'error', code: 'yaml/end', message: 'ends', span: { file, start: 6, end: 6 } };
    expect(formatDiagnostic(diagnostic).split('\n').slice(1)).toEqual([' 1 | key: [', '   |       ^']);
  });

  it('marks only the first line of a stretch over several', () => {
    expect(quotedLines('one two\nthree', 'two\nthr')).toEqual([' 1 | one two', '   |     ^^^']);
  });

  it('holds an offset outside the text at its end', () => {
    const file = createSourceFile(0, 'a.yaml', 'ab\n');
    const span = { file, start: 900, end: 910 };
    expect(formatDiagnostic({ severity: 'error', code: 'a/b', message: 'm', span })).toBe('a.yaml:2:1: error: m [a/b]\n 2 |\n   | ^');
  });

  it('runs tabs to the next stop in both lines', () => {
    expect(quotedLines('\tab\tmistake', 'mistake')).toEqual([' 1 |     ab  mistake', '   |         ^^^^^^^']);
  });

  it('does not show the carriage return of Windows', () => {
    expect(quotedLines('ab\r\ncd\r\n', 'b')).toEqual([' 1 | ab', '   |  ^']);
  });

  it('counts ideographs and emoji as two columns and combining marks as none', () => {
    expect(quotedLines('漢字 x', 'x')[1]).toBe('   |      ^');
    expect(quotedLines('👩‍🏫 x', 'x')[1]).toBe('   |    ^');
    expect(quotedLines('e\u0301e\u0301 x', 'x')[1]).toBe('   |    ^');
    expect(quotedLines('𠀀 x', 'x')[1]).toBe('   |    ^');
    expect(quotedLines('a 漢字 b', '漢字')[1]).toBe('   |   ^^^^');
  });

  it('never points into a character', () => {
    const file = createSourceFile(0, 'a.md', 'ab😀cd');
    const text = formatDiagnostic({ severity: 'error', code: 'a/b', message: 'm', span: { file, start: 3, end: 4 } });
    expect(text.split('\n').slice(1)).toEqual([' 1 | ab😀cd', '   |   ^^']);
  });

  it('repeats marked words of a right-to-left line, where carets cannot be trusted', () => {
    const [quote, carets] = quotedLines('العنوان: ماء نظيف', 'ماء');
    expect(quote).toBe(' 1 | العنوان: ماء نظيف');
    expect(carets).toBe('   |          ^^^ ماء');
  });

  it('shows characters that would steer the terminal as replacement signs', () => {
    const text = 'a\u001b[31mred\u202e x';
    const written = formatDiagnostic({ ...problemAt(text, 'x'), message: 'bad \u001b]0;name\u0007 and\nmore' });
    expect(written).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    expect(written).toContain(' 1 | a\ufffd[31mred\ufffd x');
    expect(written).toContain('error: bad \ufffd]0;name\ufffd and more [');
  });
});

describe('a long line', () => {
  const columns = (line: string): number => [...line].length - ' 1 | '.length;

  it('is cut at its end when the place is near the start', () => {
    const [quote, carets] = quotedLines(`ab mark ${'x'.repeat(500)}`, 'mark');
    expect(quote).toMatch(/^ 1 \| ab mark x+…$/);
    expect(columns(quote!)).toBeLessThanOrEqual(100);
    expect(carets).toBe('   |    ^^^^');
  });

  it('is cut at both ends around a place in its middle', () => {
    const [quote, carets] = quotedLines(`${'a'.repeat(5000)} mark ${'b'.repeat(5000)}`, 'mark');
    expect(quote).toMatch(/^ 1 \| …a+ mark b+…$/);
    expect(columns(quote!)).toBeLessThanOrEqual(100);
    expect(carets!.indexOf('^')).toBe(quote!.indexOf('mark'));
    expect(carets).toMatch(/ \^{4}$/);
  });

  it('is cut at its start when the place is at the end', () => {
    const [quote, carets] = quotedLines(`${'a'.repeat(300)} mark`, 'mark', 40);
    expect(quote).toMatch(/^ 1 \| …a+ mark$/);
    expect(columns(quote!)).toBeLessThanOrEqual(40);
    expect(carets!.indexOf('^')).toBe(quote!.indexOf('mark'));
  });

  it('keeps carets inside the window when the marked stretch is longer', () => {
    const [quote, carets] = quotedLines('m'.repeat(400), 'm'.repeat(400), 40);
    expect(quote).toBe(` 1 | ${'m'.repeat(39)}…`);
    expect(carets).toBe(`   | ${'^'.repeat(39)}`);
  });

  it('of a hundred columns is shown whole', () => {
    const line = `${'a'.repeat(96)}mark`;
    expect(quotedLines(line, 'mark')).toEqual([` 1 | ${line}`, `   | ${' '.repeat(96)}^^^^`]);
  });

  it('of twenty million characters takes hardly longer than a shorter one', async () => {
    const problems = new Map(
      [5_000_000, 20_000_000].map((count) => [count, problemAt(`${'a'.repeat(count / 2)} mark ${'b'.repeat(count / 2)}`, 'mark')]),
    );
    expect(await growthOf(5_000_000, (count) => formatDiagnostic(problems.get(count)!))).toBeLessThan(mostGrowth);
    expect(formatDiagnostic(problems.get(20_000_000)!)).toContain(' mark ');
  });
});

describe('a painted problem', () => {
  it('hands every piece to the painter and changes nothing else', () => {
    const parts: string[] = [];
    const diagnostic = problemAt('title: x\n', 'title', 'mend it');
    const painted = formatDiagnostic(diagnostic, {
      paint(part, text) {
        parts.push(part);
        return text;
      },
    });
    expect(parts).toEqual(['error', 'message', 'code', 'place', 'gutter', 'quote', 'gutter', 'caret', 'hint']);
    expect(painted).toBe(formatDiagnostic(diagnostic));
  });
});
