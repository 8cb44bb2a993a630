/** Where typesetters end no line, although UAX #14 lets them: at quotation marks, hyphens, dashes and slashes. */
import { characterAt, characterBefore, isDigit, isLetter, isMark, isNumber, isSpace, unitsOf } from '../source/letters.ts';
import { breakAllowed, breakForbidden } from './line-break-rules.ts';

/** Every rule has one of these signs in it. */
const signs = /[-+/\u2010\u2013\u2014\u2026]/g;

/** Forbids breaks of a text where a rule says so. */
export function forbidBreaks(text: string, marks: Uint8Array): void {
  signs.lastIndex = 0;
  while (signs.test(text)) forbidBeside(text, signs.lastIndex - 1, marks);
}

function forbidBeside(text: string, at: number, marks: Uint8Array): void {
  const sign = text.charCodeAt(at);
  switch (sign) {
    case 0x2026:
      // A closing quotation mark stays with what is before it also where an ellipsis follows, unlike in LB15b.
      if (closingQuotes.includes(text[at - 1] ?? ' ') && isSpace(text.charCodeAt(at - 2))) forbid(text, at - 1, marks);
      return;
    case 0x2b:
      // C++.
      if (text.charCodeAt(at + 1) === sign) forbid(text, at + 1, marks);
      return;
    case 0x2f:
      if (isShortPair(text, at)) forbid(text, at + 1, marks);
      return;
    case 0x2d:
    case 0x2010: {
      // A hyphen before a word belongs to it in every script, not only in those of LB20a: "the ending -ed".
      const beginsWord = at === 0 || isSpace(text.charCodeAt(at - 1));
      if (isLetter(characterAt(text, at + 1)) && (beginsWord || followsLoneLetter(text, at))) forbid(text, at + 1, marks);
      return;
    }
    default:
      forbidAtDash(text, at, marks);
  }
}

const closingQuotes = '\u00bb\u2019\u201d\u203a\u2e03\u2e05\u2e0a\u2e0d\u2e1d\u2e21';

function forbid(text: string, at: number, marks: Uint8Array): void {
  if (marks[at] === breakAllowed && at < text.length) marks[at] = breakForbidden;
}

function forbidAtDash(text: string, at: number, marks: Uint8Array): void {
  const isLong = text.charCodeAt(at) === 0x2014;
  const isAfterSpace = at > 0 && isSpace(text.charCodeAt(at - 1));
  const isBeforeSpace = isSpace(text.charCodeAt(at + 1));
  // A dash between spaces ends a line and never begins one.
  if (isAfterSpace && isBeforeSpace) forbid(text, at, marks);
  else if (isLong) {
    // A dash without a space stays with its word: the raya of Spanish speech, the dash of an English parenthesis.
    if (at > 0 && !isAfterSpace) forbid(text, at, marks);
    else if (!isBeforeSpace) forbid(text, at + 1, marks);
  } else if (startOfShort(text, at, isDigit) !== -1 && isShort(text, at + 1, isDigit)) {
    // The ends of a short range stay together: 4–9.
    forbid(text, at + 1, marks);
  }
}

/** Units and other very short pairs stay whole: km/h, m/s, n/a. */
function isShortPair(text: string, slash: number): boolean {
  const start = startOfShort(text, slash, isLetter);
  return start !== -1 && !isNumber(characterBefore(text, start)) && isShort(text, slash + 1, isLetter);
}

/** One letter and its hyphen are too little for a line end: e-mail, T-shirt, a-t-il, J.-P. Sartre. Characters of East Asia are words. */
function followsLoneLetter(text: string, hyphen: number): boolean {
  const end = text.charCodeAt(hyphen - 1) === 0x2e ? hyphen - 1 : hyphen;
  const letter = characterBefore(text, end);
  if (!isLetter(letter) || (letter >= 0x2e80 && letter <= 0xd7ff)) return false;
  const before = characterBefore(text, end - unitsOf(letter));
  return !isLetter(before) && !isMark(before) && !isNumber(before);
}

type Category = (codePoint: number) => boolean;

/** Returns where the one or two characters of a category begin that end at an offset; -1 if there are none, or more. */
function startOfShort(text: string, end: number, belongs: Category): number {
  let start = end;
  for (let count = 0; count < 3; count++) {
    const character = characterBefore(text, start);
    if (!belongs(character)) return count === 0 ? -1 : start;
    start -= unitsOf(character);
  }
  return -1;
}

/** Tells whether one or two characters of a category begin at an offset, and no more. */
function isShort(text: string, start: number, belongs: Category): boolean {
  let end = start;
  for (let count = 0; count < 3; count++) {
    const character = characterAt(text, end);
    if (!belongs(character)) return count > 0;
    end += unitsOf(character);
  }
  return false;
}
