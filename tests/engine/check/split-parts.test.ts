/** Counting words in one pass must find the words that patterns find. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { smallWordsIn, wordsOf } from '../../../src/engine/check/recognize-language.ts';
import { splitParts } from '../../../src/engine/check/split-parts.ts';

const breaks = /[.!?:;…؟۔«»“”„"()]+/;

function partsByPattern(text: string, language: string): ReturnType<typeof splitParts> {
  let start = 0;
  return text.split(breaks).flatMap((part) => {
    start = text.indexOf(part, start);
    const end = start + part.length;
    const words = wordsOf(part);
    const own = { start, end, words: words.length, small: words.filter(smallWordsIn(language)!.isSmall).length };
    start = end;
    return words.length > 0 ? [own] : [];
  });
}

const piece = fc.oneof(
  fc.constantFrom(
    'the',
    'The ',
    ' of ',
    'y ',
    'más ',
    ' que',
    '. ',
    '…',
    '“',
    '” ',
    ': ',
    '(',
    ')',
    '—',
    '×',
    'ª',
    '₂',
    '→',
    '1917',
    '\u00ad',
  ),
  fc.constantFrom('في ', 'مِن ', 'أَنَّ', '؟ ', 'не ', 'Что ', 'の', '𐐨𐐩', '𝒳', '😀', '\ud800', '\udc00', 'e\u0301'),
  fc.string({ unit: 'binary', maxLength: 3 }),
);

it('parts of a text have the words that a pattern finds in them', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 20 }), fc.constantFrom('en', 'es', 'ru', 'ar'), (pieces, language) => {
      const text = pieces.join('');
      expect(splitParts(text, smallWordsIn(language)!)).toEqual(partsByPattern(text, language));
    }),
    { numRuns: 2000 },
  );
});
