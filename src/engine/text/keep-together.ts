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
  if (!(before >= 0x30 && before <= 0x39) && (before < 0x660 || !/\p{Nd}/u.test(text[space - 1]!))) return false;
  return beginsAt(unit, text, next);
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
