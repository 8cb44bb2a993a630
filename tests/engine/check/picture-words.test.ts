/** The lists of useless words are compared with plain words, so they must be plain themselves. */
import { expect, it } from 'vitest';
import { pictureOpenings, pictureWords } from '../../../src/engine/check/picture-words.ts';
import { plainWords } from '../../../src/engine/check/plain-words.ts';
import { vagueWords } from '../../../src/engine/check/vague-words.ts';

it('words of pictures are written as plain words', () => {
  const listed = [...pictureWords(), ...pictureOpenings()];
  expect(listed.length).toBeGreaterThan(100);
  expect(listed.map(plainWords)).toEqual(listed);
});

it('words of links are written as plain words', () => {
  const listed = [...vagueWords()];
  expect(listed.length).toBeGreaterThan(80);
  expect(listed.map(plainWords)).toEqual(listed);
});
