/** Letters, marks, numbers and spaces told by their numbers are those that Unicode's classes hold. */
import { expect, it } from 'vitest';
import { characterAt, characterBefore, isDigit, isLetter, isMark, isNumber, isSign, isSpace } from '../../../src/engine/source/letters.ts';

it.each([
  ['letters', isLetter, /^\p{L}$/u],
  ['marks', isMark, /^\p{M}$/u],
  ['numbers', isNumber, /^\p{N}$/u],
  ['digits', isDigit, /^\p{Nd}$/u],
] as const)('%s are those of Unicode', (_, belongs, pattern) => {
  const wrong: number[] = [];
  for (let code = 0; code < 0x20000; code++) if (belongs(code) !== pattern.test(String.fromCodePoint(code))) wrong.push(code);
  expect(wrong).toEqual([]);
  expect(belongs(-1)).toBe(false);
});

it('spaces are those of patterns', () => {
  const wrong: number[] = [];
  for (let code = 0; code < 0x10000; code++) if (isSpace(code) !== /\s/.test(String.fromCharCode(code))) wrong.push(code);
  expect(wrong).toEqual([]);
  expect(isSpace(Number.NaN)).toBe(false);
});

it('no sign is a letter, mark or number', () => {
  for (let code = 0; code < 0x10000; code++) if (isSign(code)) expect(String.fromCharCode(code)).not.toMatch(/[\p{L}\p{M}\p{N}]/u);
});

it('finds the characters at and before an offset', () => {
  const text = 'a\u{1d400}\udc00';
  expect([0, 1, 3, 4].map((at) => characterAt(text, at))).toEqual([0x61, 0x1d400, 0xdc00, -1]);
  expect([0, 1, 3, 4].map((end) => characterBefore(text, end))).toEqual([-1, 0x61, 0x1d400, 0xdc00]);
});
