import { describe, expect, it } from 'vitest';
import { createContentDigest } from '../../../src/engine/paint/pdf/content-digest.ts';
import { asciiAddress, asciiKey, encodeUtf8, formatNumber, formatText } from '../../../src/engine/paint/pdf/pdf-syntax.ts';
import { writeToUnicode } from '../../../src/engine/paint/pdf/write-to-unicode.ts';

describe('PDF syntax', () => {
  it('writes numbers with two decimals at most and never an exponent', () => {
    expect([0, -0, 1 / 3, -2.5, 12, 1e-9, -0.001, 123456.789].map(formatNumber)).toEqual([
      '0',
      '0',
      '0.33',
      '-2.5',
      '12',
      '0',
      '0',
      '123456.79',
    ]);
  });

  it('refuses what is no number', () => {
    expect(() => formatNumber(Number.NaN)).toThrow('no place on a page');
    expect(() => formatNumber(Infinity)).toThrow('no place on a page');
  });

  it('writes ASCII as it is and anything else as UTF-16', () => {
    expect(formatText('a (b) \\ c')).toBe('(a \\(b\\) \\\\ c)');
    expect(formatText('é😀')).toBe('<FEFF00E9D83DDE00>');
    expect(formatText('a\nb')).toBe('<FEFF0061000A0062>');
  });

  it('makes keys ASCII without making different names equal', () => {
    const names = ['a', 'é', 'e\u0301', '%C3%A9', 'a b', 'a%20b', '(x)'];
    const keys = names.map(asciiKey);
    expect(new Set(keys).size).toBe(names.length);
    for (const key of keys) expect(key).toMatch(/^[\w.%-]+$/);
  });

  it('makes addresses ASCII and keeps what is encoded', () => {
    expect(asciiAddress('https://example.org/a%20b?q=ü&x=1#é')).toBe('https://example.org/a%20b?q=%C3%BC&x=1#%C3%A9');
  });

  it('encodes UTF-8 as others do, and lone surrogates as U+FFFD', () => {
    const text = 'aé€😀\uD800z';
    expect([...encodeUtf8(text)]).toEqual([...new TextEncoder().encode(text)]);
  });
});

describe('a ToUnicode map', () => {
  it('has blocks of at most 100 entries and ranges for runs', () => {
    const scattered = Array.from({ length: 250 }, (_, index) => String.fromCharCode(0x4e00 + 2 * index));
    const map = writeToUnicode(['', 'a', 'b', 'c', 'fi', ...scattered]);
    expect(map.match(/(\d+) beginbfchar/g)).toEqual(['100 beginbfchar', '100 beginbfchar', '51 beginbfchar']);
    expect(map).toContain('1 beginbfrange\n<0001> <0003> <0061>\nendbfrange');
    expect(map).toContain('<0004> <00660069>');
  });

  it('ends a range where the last byte of either side would run over', () => {
    const texts = ['', ...Array.from({ length: 4 }, (_, index) => String.fromCharCode(0xfe + index))];
    expect(writeToUnicode(texts)).toContain('<0001> <0002> <00FE>\n<0003> <0004> <0100>');
  });
});

describe('a content digest', () => {
  const digestOf = (...pieces: readonly (readonly number[])[]): string => {
    const digest = createContentDigest();
    for (const piece of pieces) digest.add(Uint8Array.from(piece));
    return [...digest.finish()].join(' ');
  };

  it('is the same for the same bytes and differs for any change', () => {
    expect(digestOf([1, 2, 3, 4, 5])).toBe(digestOf([1, 2, 3, 4, 5]));
    const variants = [[], [0], [0, 0], [0, 0, 0, 0], [1, 2, 3, 4, 5], [1, 2, 3, 5, 4], [5, 4, 3, 2, 1], [0, 0, 0, 0, 0, 0, 0, 0]];
    expect(new Set(variants.map((bytes) => digestOf(bytes))).size).toBe(variants.length);
  });
});
