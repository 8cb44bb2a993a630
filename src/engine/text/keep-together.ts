/** Spaces at which good typesetters never end a line, although the author typed an ordinary space. */

import { type LetterPattern, letterPattern } from '../source/letter-pattern.ts';
import { announcesNumber, isUnit } from './beside-numbers.ts';

/** Punctuation that French sets off with a space. Closing quotation marks only where no word follows, since Danish opens with them. */
const spacedPunctuation = letterPattern(String.raw`[;:!?](?![\p{L}\p{N}])|[»›](?![\p{L}\p{N}])`, 'y');

/** A citation, `[3]` or `[2, 5]`, belongs to what it proves. */
const citation = letterPattern(String.raw`\[\p{Nd}+(?:[,،;] ?\p{Nd}+)*\]`, 'y');

const endsInInitial = letterPattern(String.raw`(?<![\p{L}\p{N}])\p{L}\.$`);
const initial = letterPattern(String.raw`\p{L}\.`, 'y');

/** Groups of three digits behind at most three others: `12 000`. */
const endsInGroup = /(?<!\d)\d{1,3}(?: \d{3})*$/;
const isGroup = /^\d{3}(?!\d)/;

const wordCharacter = letterPattern(String.raw`[\p{L}\p{N}]`);

/** Words of one letter that lean on the next: in these languages no line ends in one. */
const leaningWords: Readonly<Record<string, string>> = {
  be: 'авзіоуў',
  cs: 'aikosuvz',
  pl: 'aiouwz',
  ru: 'авикосуя',
  sk: 'aikosuvz',
  uk: 'авзійоуя',
};

/**
 * Tells whether the space at offset `space` keeps what is before it on one line with what begins at `next`. The language of the
 * space decides about words of one letter.
 */
export function keepsTogether(text: string, space: number, next: number, language: string): boolean {
  const before = text.charCodeAt(space - 1);
  const after = text.charCodeAt(next);
  if (isPunctuation(after)) {
    if (beginsAt(spacedPunctuation, text, next)) return true;
  }
  if (after === 0x5b) return beginsAt(citation, text, next);
  // « and ‹ open, unless a word stands right before them.
  if (before === 0xab || before === 0x2039) return space < 2 || !wordCharacter(text[space - 2]!).test(text[space - 2]!);
  const isAfterDigit = isDigit(before);
  if (isDigit(after)) {
    if (isAfterDigit) return isInGroups(text, space, next);
    if (announcesNumber(text, space) || (before === 0x68 && /\d[ \u00a0\u202f]h$/.test(text.slice(space - 3, space)))) return true;
  }
  if (before === 0x2e) return (after > 0x65f && isNumber(text[next]!) && announcesNumber(text, space)) || keepsInitials(text, space, next);
  if (isAfterDigit || (before > 0x65f && isNumber(text[space - 1]!))) return isUnit(text, next);
  return (space === 1 || isBeforeWord(text.charCodeAt(space - 2))) && leansForward(text[space - 1]!, language);
}

const isNumber = (character: string): boolean => /\p{Nd}/u.test(character);

/** A space, a no-break space, or a mark that opens. */
const isBeforeWord = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x28 || code === 0x5b || code === 0xab || code === 0x201c || code === 0x201e;

const leansForward = (letter: string, language: string): boolean =>
  leaningWords[language.slice(0, 2)]?.includes(letter.toLowerCase()) === true;

const isDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** An initial keeps the name or initial after it, and an abbreviation of single letters its parts: `J. R. Smith`, `z. B.` */
function keepsInitials(text: string, space: number, next: number): boolean {
  // Most sentences end in a word, which is quick to see.
  const third = text.charCodeAt(space - 3);
  if ((third >= 0x61 && third <= 0x7a) || !endsWith(endsInInitial, text, space)) return false;
  const letter = text[space - 2]!;
  const first = text[next]!;
  return letter !== letter.toLowerCase() ? first !== first.toLowerCase() : beginsAt(initial, text, next);
}

function isInGroups(text: string, space: number, next: number): boolean {
  return isGroup.test(text.slice(next, next + reach)) && endsInGroup.test(text.slice(Math.max(0, space - reach), space));
}

function endsWith(pattern: LetterPattern, text: string, end: number): boolean {
  const before = text.slice(Math.max(0, end - reach), end);
  return pattern(before).test(before);
}

/** No pattern above looks farther; only that much of a long paragraph is asked for its letters. */
const reach = 16;

function beginsAt(pattern: LetterPattern, text: string, at: number): boolean {
  const sticky = pattern(text.slice(at, at + reach));
  sticky.lastIndex = at;
  return sticky.test(text);
}

const isPunctuation = (code: number): boolean =>
  code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f || code === 0xbb || code === 0x203a;
