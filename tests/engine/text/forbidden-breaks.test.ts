/** The rules of typesetters, each written as one pattern, forbid the same breaks. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { forbidBreaks } from '../../../src/engine/text/forbidden-breaks.ts';

/** Each matches at least one character, up to the place where no line may break. */
const rules: readonly RegExp[] = [
  /\s(?=[\u00bb\u2019\u201d\u203a\u2e03\u2e05\u2e0a\u2e0d\u2e1d\u2e21]…)/g,
  /(?:^|\s)[-\u2010](?=\p{L})/gu,
  /\s(?=[\u2013\u2014]\s)/g,
  /\S(?=\u2014)/g,
  /(?:^|\s)\u2014(?=\S)/g,
  /(?<![\p{L}\p{N}])\p{L}{1,2}\/(?=\p{L}{1,2}(?!\p{L}))/gu,
  /[-\u2010](?<=(?<![\p{L}\p{M}\p{N}])(?![\u2e80-\ud7ff])\p{L}\.?.)(?=\p{L})/gu,
  /\u2013(?<=(?<!\p{Nd})\p{Nd}{1,2}.)(?=\p{Nd}{1,2}(?!\p{Nd}))/gu,
  /\+(?=\+)/g,
];

function forbidByPatterns(text: string, marks: Uint8Array): void {
  for (const rule of rules) for (const { index, 0: match } of text.matchAll(rule)) marks[index + match.length] = 0;
}

/** Marks that allow every break; that at the end is mandatory. */
const allowAll = (text: string): Uint8Array => new Uint8Array(text.length + 1).fill(1).fill(2, text.length);

const units = [
  ' ',
  '\u00a0',
  '-',
  '‐',
  '–',
  '—',
  '…',
  '”',
  '»',
  '+',
  '/',
  '.',
  'a',
  'B',
  'é',
  'ж',
  '漢',
  '가',
  '\u0301',
  '4',
  '²',
  '٣',
  '\u{1d7d8}',
  '\u{1d400}',
  '→',
];

it('forbids what the rules say, in any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...units), maxLength: 12 }), (text) => {
      const marks = allowAll(text);
      forbidBreaks(text, marks);
      const expected = allowAll(text);
      forbidByPatterns(text, expected);
      expected[text.length] = 2;
      expect(marks).toEqual(expected);
    }),
    { numRuns: 20_000 },
  );
});
