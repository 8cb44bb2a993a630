/** Patterns over letters: the short form for Latin text finds just what Unicode's classes find. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isLatin, letterPattern } from '../../../src/engine/source/letter-pattern.ts';

const sources = [
  String.raw`[\p{L}\p{M}]+`,
  String.raw`[^\p{L}\p{M}\p{N}_.-]+`,
  String.raw`\p{Nd}+|\p{N}`,
  String.raw`[^\p{L}].|.[^\p{L}]`,
  String.raw`(?<![\p{L}\p{N}])\p{L}{1,2}/(?=\p{L}{1,2}(?!\p{L}))`,
  String.raw`\[\p{Nd}+\]`,
  String.raw`a\p{M}|b`,
];

const latin = [
  [0, 0x24f],
  [0x2000, 0x20cf],
  [0x2190, 0x245f],
  [0x2500, 0x2775],
  [0x2794, 0x2bff],
]
  .map(([first, last]) => String.fromCharCode(...Array.from({ length: last! - first! + 1 }, (_, at) => first! + at)))
  .join('');

/** Every match of a pattern, and what Unicode's classes alone would match. */
function both(source: string, text: string) {
  const pattern = letterPattern(source, 'g');
  return { found: text.match(pattern(text)), expected: text.match(new RegExp(source, 'gu')) };
}

describe('a letter pattern', () => {
  it.each(sources)('%s agrees with the classes of Unicode for every Latin character', (source) => {
    for (const character of latin) {
      const { found, expected } = both(source, `a${character}b/${character}`);
      expect(found, JSON.stringify(character)).toEqual(expected);
    }
    expect(isLatin(latin)).toBe(true);
  });

  it.each(sources)('%s agrees with the classes of Unicode in any text', (source) => {
    const unit = fc.constantFrom('a', 'é', ' ', '1', '[', ']', '/', '²', 'ж', 'ا', '\u0301', '漢', '\u{1F600}', '٣', '’', '…');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const { found, expected } = both(source, text);
        expect(found).toEqual(expected);
      }),
    );
  });

  it('gives one object for one form, so that sticky patterns keep their place', () => {
    const pattern = letterPattern(String.raw`\p{L}`, 'y');
    expect(pattern('a')).toBe(pattern('é, “b”'));
    expect(pattern('ж')).toBe(pattern('漢'));
    expect(pattern('a')).not.toBe(pattern('ж'));
    expect([pattern('a').flags, pattern('ж').flags]).toEqual(['y', 'uy']);
  });

  it('refuses a class that it has no ranges for', () => {
    expect(() => letterPattern(String.raw`\p{Lu}`)('a')).toThrow('no Latin form');
  });
});
