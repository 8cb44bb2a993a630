/** Texts as they are compared: in lower case, without punctuation, with single spaces. */

import { letterPattern } from '../source/letter-pattern.ts';

const betweenWords = letterPattern(String.raw`[^\p{L}\p{M}\p{N}]+`, 'g');

/** Returns the words of a text and nothing else. */
export function plainWords(text: string): string {
  const lower = text.normalize('NFKC').toLowerCase();
  return lower.replace(betweenWords(lower), ' ').trim();
}
