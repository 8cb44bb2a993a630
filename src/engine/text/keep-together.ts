/** Spaces at which good typesetters never end a line, although the author typed an ordinary space. */
import { letterPattern } from '../source/letter-pattern.ts';
import { characterAt, characterBefore, isDigit, isLetter, isNumber, unitsOf } from '../source/letters.ts';
import { announcesNumber, isUnit } from './beside-numbers.ts';
import type { ParagraphText } from './paragraph-text.ts';

/** A citation, `[3]` or `[2, 5]`, belongs to what it proves. */
const citation = letterPattern(String.raw`\[\p{Nd}+(?:[,،;] ?\p{Nd}+)*\]`, 'y');

/** Groups of three digits behind at most three others: `12 000`. */
const endsInGroup = /(?<!\d)\d{1,3}(?: \d{3})*$/;
const isGroup = /^\d{3}(?!\d)/;

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
export function keepsTogether(paragraph: Pick<ParagraphText, 'text' | 'units'>, space: number, next: number, language: string): boolean {
  const { text, units } = paragraph;
  const before = unitAt(units, space - 1);
  const after = units[next]!;
  if (isSpacedPunctuation(after) && !isOfWord(characterAt(text, next + 1))) return true;
  if (after === 0x5b) return beginsCitation(text, next);
  // « and ‹ open, unless a word stands right before them.
  if (before === 0xab || before === 0x2039) return space < 2 || !isOfWord(units[space - 2]!);
  const isAfterDigit = isBasicDigit(before);
  if (isBasicDigit(after)) {
    if (isAfterDigit) return isInGroups(text, space, next);
    if (announcesNumber(text, space) || (before === 0x68 && /\d[ \u00a0\u202f]h$/.test(text.slice(space - 3, space)))) return true;
  }
  if (before === 0x2e) return (after > 0x65f && isDigit(after) && announcesNumber(text, space)) || keepsInitials(paragraph, space, next);
  if (isAfterDigit || (before > 0x65f && isDigit(before))) return isUnit(text, next);
  return (space === 1 || isBeforeWord(unitAt(units, space - 2))) && leansForward(text[space - 1]!, language);
}

/** Returns the unit at an offset; 0 before the start. */
const unitAt = (units: Uint16Array, at: number): number => (at < 0 ? 0 : units[at]!);

const isOfWord = (codePoint: number): boolean => isLetter(codePoint) || isNumber(codePoint);

/** A space, a no-break space, or a mark that opens. */
const isBeforeWord = (code: number): boolean =>
  code === 0x20 || code === 0xa0 || code === 0x28 || code === 0x5b || code === 0xab || code === 0x201c || code === 0x201e;

const leansForward = (letter: string, language: string): boolean =>
  leaningWords[language.slice(0, 2)]?.includes(letter.toLowerCase()) === true;

const isBasicDigit = (code: number): boolean => code >= 0x30 && code <= 0x39;

/** An initial keeps the name or initial after it, and an abbreviation of single letters its parts: `J. R. Smith`, `z. B.` */
function keepsInitials({ text, units }: Pick<ParagraphText, 'text' | 'units'>, space: number, next: number): boolean {
  // Most sentences end in a word, which is quick to see.
  const third = unitAt(units, space - 3);
  if ((third >= 0x61 && third <= 0x7a) || !endsInInitial(text, space)) return false;
  const letter = text[space - 2]!;
  const first = text[next]!;
  return letter !== letter.toLowerCase() ? first !== first.toLowerCase() : beginsWithInitial(text, next);
}

/** What is asked about ends in a point. */
function endsInInitial(text: string, end: number): boolean {
  const letter = characterBefore(text, end - 1);
  return isLetter(letter) && !isOfWord(characterBefore(text, end - 1 - unitsOf(letter)));
}

function beginsWithInitial(text: string, at: number): boolean {
  const letter = characterAt(text, at);
  return isLetter(letter) && text.charCodeAt(at + unitsOf(letter)) === 0x2e;
}

function isInGroups(text: string, space: number, next: number): boolean {
  return isGroup.test(text.slice(next, next + reach)) && endsInGroup.test(text.slice(Math.max(0, space - reach), space));
}

/** No pattern looks farther; only that much of a long paragraph is asked for its letters. */
const reach = 16;

function beginsCitation(text: string, at: number): boolean {
  const sticky = citation(text.slice(at, at + reach));
  sticky.lastIndex = at;
  return sticky.test(text);
}

/** Punctuation that French sets off with a space. Closing quotation marks only where no word follows, since Danish opens with them. */
const isSpacedPunctuation = (code: number): boolean =>
  code === 0x3a || code === 0x3b || code === 0x21 || code === 0x3f || code === 0xbb || code === 0x203a;
