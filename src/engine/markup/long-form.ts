/** What an abbreviation stands for, as the glossary says: an entry that has NGO among its forms also has them in full. */

/** Longer capitals are shouting rather than an abbreviation. The first look spares most words the second, which is slow to set up. */
const fewSigns = /^[^a-z\s]{2,12}$/;

/** Tells whether a word is written as abbreviations are: in capitals, of which there are few. */
export const isAbbreviation = (word: string): boolean => fewSigns.test(word) && /^(?=.{2,6}$)\p{Lu}[\p{Lu}\p{N}]*$/u.test(word);

/** Returns the first of an entry's forms that has several words, if `word` is an abbreviation and there is such a form. */
export const longFormOf = (word: string, forms: readonly string[]): string | undefined =>
  isAbbreviation(word) ? forms.find((form) => /\S\s+\S/.test(form)) : undefined;
