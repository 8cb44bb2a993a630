/** The lists of useless words are compared with plain words, so they must be plain themselves. */
import { expect, it } from 'vitest';
import { pictureOpenings, pictureWords } from '../../../src/engine/check/picture-words.ts';
import { plainWords } from '../../../src/engine/check/plain-words.ts';
import { vagueWords } from '../../../src/engine/check/vague-words.ts';

it.each([
  ['pictures', [...pictureWords(), ...pictureOpenings()]],
  ['links', [...vagueWords()]],
])('words of %s are written as plain words', (_, listed) => {
  expect(listed.length).toBeGreaterThan(50);
  expect(listed.map(plainWords)).toEqual(listed);
});

it('words of links are written as plain words', () => {
  const listed = [...vagueWords()];
  expect(listed.length).toBeGreaterThan(80);
  expect(listed.map(plainWords)).toEqual(listed);
});
