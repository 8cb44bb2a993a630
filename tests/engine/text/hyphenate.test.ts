/** Hyphenation with the real patterns, packed as the build packs them. */
import { describe, expect, it } from 'vitest';
import { divideWord } from '../../../src/engine/text/divide-word.ts';
import { createHyphenator, type Hyphenator } from '../../../src/engine/text/hyphenate.ts';
import { hyphenationSets } from '../../../src/engine/text/hyphenation-language.ts';
import { testResources } from '../../support/test-resources.ts';

const resources = testResources();
const open = (set: string): Hyphenator => createHyphenator(resources.hyphenationPatterns(set)!)!;
const divided = (hyphenator: Hyphenator, word: string): string => {
  const breaks = divideWord(word, hyphenator);
  return [0, ...breaks].map((start, index) => word.slice(start, breaks[index] ?? word.length)).join('-');
};

describe('createHyphenator', () => {
  it('divides words as TeX does', () => {
    const english = open('en-us');
    for (const word of ['hy-phen-ation', 'beau-ti-ful', 'as-so-ciate', 'project', 'com-puter', 'al-go-rithm', 'ta-ble']) {
      expect(divided(english, word.replaceAll('-', ''))).toBe(word);
    }
  });

  it('knows other languages', () => {
    expect(divided(open('de-1996'), 'Silbentrennung')).toBe('Sil-ben-tren-nung');
    expect(divided(open('fr'), 'bibliothèque')).toBe('bi-blio-thèque');
    expect(divided(open('es'), 'ferrocarril')).toBe('fe-rro-ca-rril');
    expect(divided(open('it'), 'acquedotto')).toBe('ac-que-dot-to');
    expect(divided(open('nl'), 'waterleiding')).toBe('wa-ter-lei-ding');
    expect(divided(open('ru'), 'библиотека')).toBe('биб-лио-те-ка');
  });

  it('keeps the minimums of a language at both ends', () => {
    expect(divided(open('en-us'), 'over')).toBe('over');
    expect(divided(open('en-us'), 'any')).toBe('any');
  });

  it('does not depend on capitals', () => {
    expect(divided(open('en-us'), 'Hyphenation')).toBe('Hy-phen-ation');
  });

  it('lowers a Turkish capital with a point to one letter', () => {
    expect(divided(open('tr'), 'İstanbullular')).toBe('İs-tan-bul-lu-lar');
  });

  it('refuses bytes that are not patterns', () => {
    expect(createHyphenator(new Uint8Array(100))).toBeUndefined();
    expect(createHyphenator(new Uint8Array(3))).toBeUndefined();
    expect(createHyphenator(resources.hyphenationPatterns('en-us')!.subarray(0, 5000))).toBeUndefined();
  });

  it('reads patterns that lie at an odd address', () => {
    const packed = resources.hyphenationPatterns('la')!;
    const moved = new Uint8Array(packed.length + 1);
    moved.set(packed, 1);
    expect(createHyphenator(moved.subarray(1))!.hyphenate('dominus')).toEqual(createHyphenator(packed)!.hyphenate('dominus'));
  });

  it('opens every set that a language may ask for', () => {
    for (const set of hyphenationSets) expect(createHyphenator(resources.hyphenationPatterns(set) ?? new Uint8Array()), set).toBeDefined();
  });
});

describe('divideWord', () => {
  const english = open('en-us');

  it('sees the word between its punctuation', () => {
    expect(divided(english, '“(beautiful),')).toBe('“(beau-ti-ful),');
  });

  it('leaves acronyms, numbers, addresses and formulas whole', () => {
    for (const word of ['UNICEF', 'co2emissions', 'name@example.org', 'example.organization', 'snake_case_words', 'either/orchestra']) {
      expect(divided(english, word)).toBe(word);
    }
  });

  it('divides words with a slash behind them, and German ones for all genders', () => {
    expect(divided(open('de-1996'), 'Lehrerinnen/')).toBe('Leh-re-rin-nen/');
    expect(divided(open('de-1996'), 'Teilnehmer:innen')).toBe('Teil-neh-mer:in-nen');
    expect(divided(open('de-1996'), 'Teilnehmer_in')).toBe('Teil-neh-mer_in');
    for (const word of ['/documents', 'http://beautiful', 'input:beautiful']) expect(divided(english, word)).toBe(word);
  });

  it('divides shouted words', () => {
    expect(divided(english, 'ENVIRONMENTAL')).toBe('EN-VI-RON-MEN-TAL');
  });

  it('divides the parts of compounds by themselves', () => {
    expect(divided(english, 'table-beautiful')).toBe('ta-ble-beau-ti-ful');
  });

  it('takes an apostrophe for a letter only where the language does', () => {
    expect(divided(english, 'couldn’t')).toBe('couldn’t');
    expect(open('fr').knowsApostrophe).toBe(true);
    expect(divided(open('fr'), 'l’économie')).toBe('l’éco-no-mie');
  });
});
