/** Spaces that never end a line. */
import { describe, expect, it } from 'vitest';
import { keepsTogether } from '../../../src/engine/text/keep-together.ts';

/** `text` has the space in question as `_`. */
const keeps = (text: string, language = 'en'): boolean => {
  const space = text.indexOf('_');
  const units = Uint16Array.from(text, (_, at) => text.charCodeAt(at));
  return keepsTogether({ text: text.replace('_', ' '), units }, space, space + 1, language);
};

describe('keepsTogether', () => {
  it('keeps numbers with their units', () => {
    for (const text of ['5_%', '20_km', '3_kg of rice', '30_°C', '٥_%', '12_€', '5_min.', '2_m²']) expect(keeps(text), text).toBe(true);
  });

  it('keeps them in the letters of other scripts, and signs of money on both sides', () => {
    for (const text of [
      '5_км.',
      '100_руб.',
      '2020_г.',
      '5_χλμ.',
      '٥_كم،',
      '5_ק"מ,',
      '५_किमी',
      '5_กม.',
      '40_dB',
      '16_GB',
      '5_μL',
      '10_a.m.',
      '30_Kč',
      '20_₹',
      '€_20',
      'US$_5',
      'EUR_5',
      '20 h_30',
    ])
      expect(keeps(text), text).toBe(true);
    for (const text of ['5_километров', '5_كتب', '5_ילדים', '5_ams', 'h_30', '5_in']) expect(keeps(text), text).toBe(false);
  });

  it('keeps words of one letter with the next where the language wants it', () => {
    for (const [language, text] of [
      ['cs', 's_kočkou'],
      ['cs-CZ', 'V_Praze'],
      ['pl', 'a (w_domu)'],
      ['ru', 'и в_доме'],
      ['uk', 'з_нами'],
    ] as const)
      expect(keeps(text, language), text).toBe(true);
    for (const [language, text] of [
      ['en', 'a_cat'],
      ['es', 'y_a'],
      ['cs', 'les_a'],
      ['pl', 'vitamin-a_b'],
    ] as const)
      expect(keeps(text, language), text).toBe(false);
  });

  it('lets other words after a number go', () => {
    for (const text of ['5_minutes', '12_months', '3_people', 'in 2020_he', '7_ghosts', 'room_%']) expect(keeps(text), text).toBe(false);
  });

  it('keeps a number with the short word or sign that announces it', () => {
    for (const text of [
      '§_12',
      '§§_3–5',
      'see p._3',
      '(pp._3–9)',
      'No._7',
      'n°_7',
      'nº_7',
      'Nr._4',
      'fig._2',
      'vol._11',
      'S._30',
      '№_5',
      '#_1',
      'n.º_5',
      'nr_5',
      'Abb._3',
      'sec._4',
      'č._5',
      'стр._12',
      'σελ._12',
      'ص._١٢',
      'पृ._५',
    ])
      expect(keeps(text), text).toBe(true);
    for (const text of ['stop._3 people', 'page_3', 'Chapter_2', 'map._5', 'n°_seven', '°_5']) expect(keeps(text), text).toBe(false);
  });

  it('keeps the groups of a long number', () => {
    for (const text of ['12_000 people', '1_000 000', '1 000_000,5']) expect(keeps(text), text).toBe(true);
    for (const text of ['in 2020_300 people', '12_00', '5_1000', '1.2345_000']) expect(keeps(text), text).toBe(false);
  });

  it('keeps initials with the name, and the parts of an abbreviation', () => {
    for (const text of ['J._R. Smith', 'J. R._Smith', 'Ж._Верн', 'J.-P._Sartre', 'd’A._Dumas', 'z._B. so', 'd._h.'])
      expect(keeps(text), text).toBe(true);
    for (const text of ['the end._Then', 'etc._Smith', 'J._said', 'it is a._The', 'p._example', 'USA._The'])
      expect(keeps(text), text).toBe(false);
  });

  it('keeps a citation with what it proves', () => {
    for (const text of ['border_[1].', 'border_[2, 5]', 'الماء_[٧، ٥]']) expect(keeps(text), text).toBe(true);
    for (const text of ['see_[the map]', 'a_[1', 'a_[]']) expect(keeps(text), text).toBe(false);
  });

  it('keeps French punctuation with its word', () => {
    for (const text of ['oui_!', 'quoi_?', 'voici_:', 'fin_; puis', '«_oui »', 'dit-il, «_oui »', '« oui_»', '« oui_», dit-il'])
      expect(keeps(text), text).toBe(true);
  });

  it('does not take German and Danish quotation marks for French ones', () => {
    for (const text of ['sagte_»ja«', '»ja«_sagte', 'und_:name']) expect(keeps(text), text).toBe(false);
  });
});
