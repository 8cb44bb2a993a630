import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createIndexOrder } from '../../../src/engine/markup/index-order.ts';

const order = (language: string, words: string): string => words.split(', ').sort(createIndexOrder(language).compare).join(', ');

describe('the order of an index', () => {
  it.each([
    ['en', 'echo, éclair, Edward, école', 'echo, éclair, école, Edward'],
    ['en', 'newt, new wave, New York, new-born, newborn', 'new-born, new wave, New York, newborn, newt'],
    ['en', '10 rules, 2 rules, % of all, apple', '% of all, 2 rules, 10 rules, apple'],
    ['en', 'o’clock, ocean, Œuvre, often', 'ocean, o’clock, Œuvre, often'],
    ['en', 'cote, coté, Cote, côte', 'Cote, cote, coté, côte'],
    ['es', 'nube, ñame, oso, nácar', 'nácar, nube, ñame, oso'],
    ['sv', 'ö, å, z, ä, a', 'a, z, å, ä, ö'],
    ['de', 'Öl, Ofen, Straße, Strasse, Zebra', 'Ofen, Öl, Strasse, Straße, Zebra'],
    ['cs', 'chata, cena, hora, ident, čas', 'cena, čas, hora, chata, ident'],
    ['tr', 'ılık, IRAK, ilk, İzmir, hala', 'hala, ılık, IRAK, ilk, İzmir'],
    ['ru', 'йод, ёлка, ель, ива, жар', 'ёлка, ель, жар, ива, йод'],
    ['uk', 'їжа, ігри, йод, ива, есе, єдність', 'есе, єдність, ива, ігри, їжа, йод'],
    ['ar', 'ماء, الغليان, غاز, أب, بئر', 'أب, بئر, غاز, الغليان, ماء'],
    ['he', 'מים, לחם, שָׁלוֹם, שלב', 'לחם, מים, שלב, שָׁלוֹם'],
    ['hi', 'पानी, आग, कुआँ, कल', 'आग, कल, कुआँ, पानी'],
    ['ko', '나무, 강, 가을', '가을, 강, 나무'],
  ])('of %s is by letters: %s', (language, words, expected) => {
    expect(order(language, words)).toBe(expected);
  });

  it('groups entries by their letters', () => {
    const heads = (language: string, ...words: string[]) => words.map(createIndexOrder(language).headOf);
    expect(heads('en', 'éclair', 'Œuvre', '“so”', '12 rules', '٣ قواعد', '%', '')).toEqual(['E', 'O', 'S', '0', '0', '', '']);
    expect(heads('es', 'ñame', 'nube')).toEqual(['Ñ', 'N']);
    expect(heads('cs', 'chata', 'čas')).toEqual(['Ch', 'Č']);
    expect(heads('tr', 'ilk', 'ılık')).toEqual(['İ', 'I']);
    expect(heads('ar', 'الغليان', 'أب')).toEqual(['غ', 'ا']);
    expect(heads('ko', '나무', '강')).toEqual(['나', '가']);
    expect(heads('zh', '水')).toEqual(['']);
    expect(heads('ka', 'წყალი')).toEqual(['წ']);
  });

  it('is an order: the same whichever way words come, and equal only for the same text', () => {
    const text = fc.string({ unit: fc.constantFrom(...'aAbÉéß1٢ -’ñоийلاا水가'), maxLength: 6 });
    fc.assert(
      fc.property(fc.constantFrom('en', 'es', 'hr', 'tr', 'ar'), fc.array(text, { maxLength: 8 }), (language, words) => {
        const { compare } = createIndexOrder(language);
        const sorted = [...words].sort(compare);
        expect([...words].reverse().sort(compare)).toEqual(sorted);
        for (const [at, word] of sorted.entries()) {
          for (const later of sorted.slice(at)) {
            expect(compare(word, later)).toBeLessThanOrEqual(0);
            expect(compare(word, later) === 0).toBe(word === later);
            expect(Math.sign(compare(later, word)) + Math.sign(compare(word, later))).toBe(0);
          }
        }
      }),
    );
  });
});
