/** A table of words finds what was put in by the same letters, wherever they stand, and nothing else. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { addToHash, createWordTable, type Letters, lettersOf } from '../../../src/engine/text/word-table.ts';

/** The letters of a word somewhere in a longer text. */
function lettersInside(word: string, before: string, after: string): Letters {
  const text = before + word + after;
  const units = Uint16Array.from(text, (_, at) => text.charCodeAt(at));
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = addToHash(hash, word.charCodeAt(at));
  return { text, units, start: before.length, end: before.length + word.length, hash };
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'é', 'ж', '漢', '\ud83d'), minLength: 1, maxLength: 9 });

it('agrees with a map', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(word, word, word), { maxLength: 300 }), (words) => {
      const table = createWordTable<number>();
      const known = new Map<string, number>();
      for (const [index, [text, before, after]] of words.entries()) {
        const letters = lettersInside(text, before, after);
        expect(table.find(letters)).toBe(known.get(text));
        if (known.has(text)) continue;
        table.add(letters, index);
        known.set(text, index);
      }
      for (const [text, value] of known) expect(table.find(lettersOf(text))).toBe(value);
    }),
  );
});

it('tells words of one hash apart', () => {
  const table = createWordTable<string>();
  const [one, other] = ['ab', 'cd'].map((text) => ({ ...lettersInside(text, '', ''), hash: 7 })) as [Letters, Letters];
  table.add(one, 'one');
  expect(table.find(other)).toBeUndefined();
  table.add(other, 'other');
  expect([table.find(one), table.find(other)]).toEqual(['one', 'other']);
});

it('takes long words, and keeps hashes in small integers', () => {
  const table = createWordTable<string>();
  const long = '漢\uffff'.repeat(5000);
  table.add(lettersOf(long), 'long');
  expect(table.find(lettersOf(long))).toBe('long');
  expect(table.find(lettersOf(long.slice(1)))).toBeUndefined();
  const { hash } = lettersOf(long);
  expect(hash | 0).toBe(hash);
});
