/** Shaping with real fonts: what stands in a word's glyphs, and in which font. */
import { describe, expect, it } from 'vitest';
import { glyphStride, type ShapedWord, type TextStyle } from '../../../src/engine/text/font.ts';
import { createFontLibrary } from '../../../src/engine/text/font-library.ts';
import { resolveFont, shapeHyphen, shapeText } from '../../../src/engine/text/shape-text.ts';
import { serif } from '../../support/serif-style.ts';
import { testResources } from '../../support/test-resources.ts';

const library = createFontLibrary(testResources(), () => {});
const column = (word: ShapedWord, offset: number): number[] =>
  Array.from({ length: word.glyphs.length / glyphStride }, (_, index) => word.glyphs[index * glyphStride + offset]!);
const glyphIds = (word: ShapedWord): number[] => column(word, 0);
const clusters = (word: ShapedWord): number[] => column(word, 1);
const shape = (text: string, changes: Partial<TextStyle> = {}, rtl = false) => shapeText(library, text, { ...serif, ...changes }, rtl);
const shapeOne = (text: string, changes: Partial<TextStyle> = {}, rtl = false): ShapedWord => {
  const [word, ...rest] = shape(text, changes, rtl);
  expect(rest).toEqual([]);
  return word!;
};

describe('a Latin word', () => {
  it('has its ligatures, with the cluster of their first letter', () => {
    expect(clusters(shapeOne('office'))).toEqual([0, 1, 4, 5]);
  });

  it('has no ligatures when its letters are spaced or the feature is off', () => {
    expect(clusters(shapeOne('office', { letterSpacing: 1 }))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(clusters(shapeOne('office', { features: ['-liga'] }))).toEqual([0, 1, 2, 3, 4, 5]);
    expect(clusters(shapeOne('office', { features: ['liga=0'] }))).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is kerned', () => {
    const together = shapeOne('AV').advance;
    expect(together).toBeLessThan(shapeOne('A').advance + shapeOne('V').advance);
  });

  it('takes the features of its style', () => {
    expect(glyphIds(shapeOne('abc', { features: ['smcp'] }))).not.toEqual(glyphIds(shapeOne('abc')));
    expect(glyphIds(shapeOne('abc', { features: ['nonsense'] }))).toEqual(glyphIds(shapeOne('abc')));
  });

  it('is composed for drawing but stays as the author wrote it', () => {
    const word = shapeOne('cafe\u0301');
    expect(glyphIds(word)).toEqual(glyphIds(shapeOne('café')));
    expect(word.text).toBe('cafe\u0301');
    expect(word.missing).toBeUndefined();
  });

  it('has an advance that is the sum of its glyphs', () => {
    const word = shapeOne('Wolke');
    expect(word.advance).toBe(column(word, 2).reduce((sum, advance) => sum + advance, 0));
  });
});

describe('text from right to left', () => {
  it('joins Arabic letters and stands in visual order', () => {
    const word = shapeOne('سلم', { language: 'ar' }, true);
    expect(word.font.family).toBe('Noto Naskh Arabic');
    expect(word.isRightToLeft).toBe(true);
    expect(clusters(word)).toEqual([2, 1, 0]);
    expect(glyphIds(word)).not.toEqual([
      ...glyphIds(shapeOne('م', {}, true)),
      ...glyphIds(shapeOne('ل', {}, true)),
      ...glyphIds(shapeOne('س', {}, true)),
    ]);
  });

  it('mirrors brackets', () => {
    const hebrew = { families: ['Noto Sans Hebrew'], language: 'he' };
    expect(glyphIds(shapeOne('(ש', hebrew, true)).at(-1)).toBe(glyphIds(shapeOne(')', hebrew))[0]);
    expect(glyphIds(shapeOne('(', hebrew, true))).toEqual(glyphIds(shapeOne(')', hebrew)));
  });

  it('obeys joiners, which leave no glyph', () => {
    const joined = shapeOne('می\u200cخواهم', { language: 'fa' }, true);
    expect(joined.missing).toBeUndefined();
    expect(glyphIds(joined)).not.toEqual(glyphIds(shapeOne('میخواهم', { language: 'fa' }, true)));
  });

  it('places vowel marks on their letters without advance', () => {
    const word = shapeOne('بَ', { language: 'ar' }, true);
    expect(word.advance).toBe(shapeOne('ب', { language: 'ar' }, true).advance);
  });
});

describe('a Devanagari word', () => {
  it('moves the short i before its consonants', () => {
    const word = shapeOne('कि', { language: 'hi' });
    expect(word.font.family).toBe('Noto Sans Devanagari');
    expect(glyphIds(word)[1]).toBe(glyphIds(shapeOne('क', { language: 'hi' }))[0]);
  });

  it('forms conjuncts', () => {
    expect(glyphIds(shapeOne('क्ष', { language: 'hi' }))).toHaveLength(1);
  });
});

describe('text in several fonts', () => {
  const families = (words: readonly ShapedWord[]) => words.map((word) => [word.text, word.font.family]);

  it('is cut where the font changes, in logical order', () => {
    expect(families(shape('abcדגה'))).toEqual([
      ['abc', 'Source Serif 4'],
      ['דגה', 'Noto Sans Hebrew'],
    ]);
  });

  it('keeps digits, spaces and punctuation in the font before them', () => {
    expect(families(shape('سلام،123', { language: 'ar' }, true))).toEqual([['سلام،123', 'Noto Naskh Arabic']]);
    expect(families(shape('«سلام»', { language: 'ar' }, true))).toEqual([['«سلام»', 'Noto Naskh Arabic']]);
    expect(families(shape('שלום, ab'))).toEqual([
      ['שלום, ', 'Noto Sans Hebrew'],
      ['ab', 'Source Serif 4'],
    ]);
  });

  it('never parts a mark from its base', () => {
    for (const word of shape('x\u05b0שְׁ')) expect(word.text).toMatch(/^\P{M}/u);
  });

  it('loses no character', () => {
    const text = 'Aа\u0301 (עברית) क्षि、日 😀 fi\tx\u00ad\u200b';
    expect(
      shape(text)
        .map((word) => word.text)
        .join(''),
    ).toBe(text);
  });
});

describe('characters that no font has', () => {
  it('are named, and .notdef stands in their place', () => {
    const words = shape('a日本b');
    expect(words.map((word) => word.missing)).toEqual([undefined, '日本', undefined]);
    expect(glyphIds(words[1]!)).toEqual([0, 0]);
  });

  it('are named without the joiners between them', () => {
    expect(shapeOne('👨\u200d👩').missing).toBe('👨👩');
  });

  it('never include those that have no shape', () => {
    for (const character of [
      '\u200b',
      '\u200c',
      '\u200d',
      '\u200e',
      '\u200f',
      '\u061c',
      '\u2066',
      '\u2069',
      '\u00ad',
      '\u2028',
      '\t',
      '\n',
      '\u2060',
      '\ufeff',
      '\ufe0f',
    ]) {
      const word = shapeOne(character);
      expect([word.text, word.missing, word.glyphs.length, word.advance]).toEqual([character, undefined, 0, 0]);
    }
  });

  it('do not include spaces and hyphens that HarfBuzz makes of others', () => {
    for (const text of ['1\u00a02', '1\u202f2', '1\u20092', 'a\u2011b']) {
      const words = shape(text);
      expect(words.every((word) => word.missing === undefined && !glyphIds(word).includes(0))).toBe(true);
    }
  });
});

describe('the word cache', () => {
  it('gives the same object for the same text, whatever the size', () => {
    expect(shape('again')).toBe(shape('again', { size: 20 }));
  });

  it('tells styles, languages, features and directions apart', () => {
    const plain = shape('again');
    for (const changes of [{ weight: 700 }, { language: 'tr' }, { features: ['smcp'] }, { letterSpacing: 1 }])
      expect(shape('again', changes)).not.toBe(plain);
    expect(shape('again', {}, true)).not.toBe(plain);
  });

  it('takes any word for a word, even the names of object properties', () => {
    expect(shapeOne('__proto__').text).toBe('__proto__');
    expect(shapeOne('constructor').text).toBe('constructor');
  });
});

describe('odd input', () => {
  it('is nothing for nothing', () => {
    expect(shape('')).toEqual([]);
  });

  it('survives lone surrogates and a text longer than the first buffer', () => {
    expect(
      shape('a\ud800b')
        .map((word) => word.text)
        .join(''),
    ).toBe('a\ud800b');
    const long = 'word '.repeat(20_000);
    expect(clusters(shapeOne(long))).toHaveLength(long.length);
  });
});

describe('the hyphen of a broken word', () => {
  it('shows a hyphen and reads as a soft one', () => {
    const hyphen = shapeHyphen(library, serif, false);
    expect(hyphen.text).toBe('\u00ad');
    expect(glyphIds(hyphen)).toEqual(glyphIds(shapeOne('\u2010')));
    expect(hyphen.advance).toBeGreaterThan(0);
    expect(shapeHyphen(library, serif, false)).toBe(hyphen);
  });
});

describe('the first font of a style', () => {
  it('is that of its first family', () => {
    expect(resolveFont(library, { ...serif, weight: 700 }).key).toBe('source-serif-4-700');
  });
});
