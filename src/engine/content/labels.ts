/** The words that Octavo itself prints, in the booklet's language. */
import { arabic } from './labels/ar.ts';
import { britishEnglish, english } from './labels/en.ts';
import { spanish } from './labels/es.ts';
import { french } from './labels/fr.ts';
import { hebrew } from './labels/he.ts';
import { hindi } from './labels/hi.ts';
import type { LanguageWords } from './labels/language-words.ts';
import { portuguese } from './labels/pt.ts';

/** All words of one language. */
export type Labels = LanguageWords;

/** All languages that we have words for, and what makes them: a booklet seldom needs more than one. */
export const labelLanguages: ReadonlyMap<string, () => Labels> = new Map([
  ['en', english],
  ['es', spanish],
  ['fr', french],
  ['pt', portuguese],
  ['ar', arabic],
  ['he', hebrew],
  ['hi', hindi],
]);

const made = new Map<() => Labels, Labels>();

function madeBy(make: () => Labels): Labels {
  let labels = made.get(make);
  if (!labels) made.set(make, (labels = make()));
  return labels;
}

/** `iw` is what Hebrew was called before 1989, and some programs still write it. */
function primaryOf(language: string): string {
  const primary = language.toLowerCase().split('-')[0]!;
  return primary === 'iw' ? 'he' : primary;
}

/** Returns the words of a BCP 47 language. A language that we have no words for gets English: compare `language` to find out. */
export function labelsFor(language: string): Labels {
  if (/^en-(gb|ie|au|nz|za|in)\b/i.test(language)) return madeBy(britishEnglish);
  return madeBy(labelLanguages.get(primaryOf(language)) ?? english);
}

/** Returns whether we have words for a language, so that falling back to English can be reported. */
export function hasLabels(language: string): boolean {
  return labelLanguages.has(primaryOf(language));
}
