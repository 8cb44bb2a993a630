/** The bidirectional algorithm: Unicode's own cases, and lines broken out of paragraphs. */
import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bidiLevels, visualRuns } from '../../../src/engine/text/bidi.ts';

const visualText = (text: string, base: 'ltr' | 'rtl', start = 0, end = text.length): string => {
  const levels = bidiLevels(text, base) ?? new Uint8Array(text.length);
  const content = text.slice(start, end).trimEnd().length + start;
  return visualRuns(levels, start, end, { start: content, level: base === 'rtl' ? 1 : 0 })
    .map((run) => (run.level % 2 === 1 ? [...text.slice(run.start, run.end)].reverse().join('') : text.slice(run.start, run.end)))
    .join('');
};

describe('levels', () => {
  it('are not computed for text that only runs from left to right', () => {
    expect(bidiLevels('Hello, 123 — «ça» 日本 Привет', 'ltr')).toBeUndefined();
    expect(bidiLevels('Hello', 'auto')).toBeUndefined();
  });

  it('are 2 for Latin words in a right-to-left paragraph', () => {
    expect([...bidiLevels('ab 12.', 'rtl')!]).toEqual([2, 2, 2, 2, 2, 1]);
  });

  it('follow the first strong character when the base is automatic', () => {
    expect([...bidiLevels('שלום abc', 'auto')!].slice(4)).toEqual([1, 2, 2, 2]);
    expect([...bidiLevels('abc שלום', 'auto')!].slice(0, 4)).toEqual([0, 0, 0, 0]);
  });

  it('see right-to-left scripts beyond the basic plane, and treat pictures as neutral', () => {
    expect([...bidiLevels('𞤀𞤁', 'ltr')!]).toEqual([1, 1, 1, 1]);
    expect([...bidiLevels('א😀ב', 'ltr')!]).toEqual([1, 1, 1, 1]);
  });

  it('agree with every case of BidiCharacterTest of Unicode 15.0', () => {
    const lines = brotliDecompressSync(readFileSync(new URL('data/bidi-character-test.txt.br', import.meta.url)))
      .toString()
      .trim()
      .split('\n');
    expect(lines).toHaveLength(91_707);
    const failures = lines.filter((line) => {
      const [hex, base, , expected, order] = line.split(';') as [string, string, string, string, string];
      const text = String.fromCodePoint(...hex.split(' ').map((code) => Number.parseInt(code, 16)));
      const levels = bidiLevels(text, base === '0' ? 'ltr' : base === '1' ? 'rtl' : 'auto') ?? new Uint8Array(text.length);
      const wanted = expected.split(' ');
      if (wanted.some((level, at) => level !== 'x' && Number(level) !== levels[at])) return true;
      // Characters that the algorithm removes have no level of their own in the test and no place in its order.
      const visual = visualRuns(levels, 0, text.length).flatMap((run) => {
        const offsets = Array.from({ length: run.end - run.start }, (_, index) => run.start + index);
        return run.level % 2 === 1 ? offsets.reverse() : offsets;
      });
      return visual.filter((at) => wanted[at] !== 'x').join(' ') !== order;
    });
    expect(failures).toEqual([]);
  });
});

describe('a line', () => {
  it('is ordered by itself, not with its paragraph', () => {
    const text = 'אבג דהו זחט';
    expect(visualText(text, 'rtl', 0, 7)).toBe('והד גבא');
    expect(visualText(text, 'rtl', 8, 11)).toBe('טחז');
  });

  it('keeps numbers and Latin words readable among Hebrew', () => {
    expect(visualText('אבג 123 abc def דהו', 'rtl')).toBe('והד abc def 123 גבא');
    expect(visualText('see אבג 12 דהו now', 'ltr')).toBe('see והד 12 גבא now');
  });

  it('puts the white space at its end on the outer side', () => {
    const text = 'אב cd ef';
    expect(visualText(text, 'rtl', 0, 6)).toBe(' cd בא');
    expect(visualText('ab גד הו', 'ltr', 0, 6)).toBe('ab דג ');
  });

  it('may be empty', () => {
    expect(visualRuns(new Uint8Array(3), 2, 2)).toEqual([]);
  });
});
