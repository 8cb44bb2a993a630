/** Spaces at which good typesetters never end a line, although the author typed an ordinary space. */

import { type LetterPattern, letterPattern } from '../source/letter-pattern.ts';

/** Punctuation that French sets off with a space. Closing quotation marks only where no word follows, since Danish opens with them. */
const spacedPunctuation = letterPattern(String.raw`[;:!?](?![\p{L}\p{N}])|[»›](?![\p{L}\p{N}])`, 'y');

/** Units and signs that belong to the number before them. */
const unit = letterPattern(
  String.raw`(?:[%‰€£$¥]|°[CF]?|(?:[kcmµnMGT]?(?:m|g|l|L|s|V|W|A|J|Hz|Pa|B|Wh)|[km]?m[²³23]|ha|t|h|min|kcal|bar|ppm|dpi|pt|px|USD|EUR|GBP|CHF|Uhr|[Mm]io|[Mm]rd|Mill?)(?![\p{L}\p{N}’']))`,
  'y',
);

/** A citation, `[3]` or `[2, 5]`, belongs to what it proves. */
const citation = letterPattern(String.raw`\[\p{Nd}+(?:[,،;] ?\p{Nd}+)*\]`, 'y');

/** Short words that announce a number. */
const announcesNumber = letterPattern(
  String.raw`(?<![\p{L}\p{N}])(?:[§¶№#]+|[nN][º°]s?|(?:[nN]os?|[nN]r|[pP]p?|[pP]ág|[sS]|[aA]rt|[cC]h|[cC]ap|[cC]hap|[eE]q|[fF]igs?|[kK]ap|[tT]ab|[vV]ol|[bB]d)\.)$`,
);
const endsInInitial = letterPattern(String.raw`(?<![\p{L}\p{N}])\p{L}\.$`);
const initial = letterPattern(String.raw`\p{L}\.`, 'y');

/** Groups of three digits behind at most three others: `12 000`. */
const endsInGroup = /(?<!\d)\d{1,3}(?: \d{3})*$/;
const isGroup = /^\d{3}(?!\d)/;

const wordCharacter = letterPattern(String.raw`[\p{L}\p{N}]`);

/** Tells whether the space at offset `space` keeps what is before it on one line with what begins at `next`. */
export function keepsTogether(text: string, space: number, next: number): boolean {
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
    return (before === 0x2e || before === 0x23 || before > 0x7f) && endsWith(announcesNumber, text, space);
  }
  if (before === 0x2e) return keepsInitials(text, space, next);
  if (!isAfterDigit && (before < 0x660 || !/\p{Nd}/u.test(text[space - 1]!))) return false;
  return beginsAt(unit, text, next);
}

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
