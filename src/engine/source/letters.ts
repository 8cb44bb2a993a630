/**
 * Which characters are letters, marks and numbers (the general categories of Unicode). Latin letters and common signs are told by their
 * numbers: V8 takes a millisecond to set up a pattern with `\p{…}`, and most booklets have no other characters.
 */

/** What the functions below take for the character before the start of a text, or after its end. */
const nothing = -1;

/** Returns the character that begins at an offset of a text. */
export const characterAt = (text: string, at: number): number => text.codePointAt(at) ?? nothing;

/** Returns the character that ends at an offset of a text. */
export function characterBefore(text: string, end: number): number {
  if (end <= 0) return nothing;
  const unit = text.charCodeAt(end - 1);
  const isPair = (unit & 0xfc00) === 0xdc00 && end > 1 && (text.charCodeAt(end - 2) & 0xfc00) === 0xd800;
  return isPair ? text.codePointAt(end - 2)! : unit;
}

/** Returns how many UTF-16 units a character has. */
export const unitsOf = (codePoint: number): number => (codePoint > 0xffff ? 2 : 1);

/** Category L. */
export function isLetter(codePoint: number): boolean {
  if (codePoint < 0x80) return (codePoint | 0x20) >= 0x61 && (codePoint | 0x20) <= 0x7a;
  if (codePoint < 0xc0) return codePoint === 0xaa || codePoint === 0xb5 || codePoint === 0xba;
  if (codePoint < 0x250) return codePoint !== 0xd7 && codePoint !== 0xf7;
  return !isSign(codePoint) && /\p{L}/u.test(String.fromCodePoint(codePoint));
}

/** Category M: what is written on or beside the letter before. */
export const isMark = (codePoint: number): boolean =>
  codePoint >= 0x300 && !isSign(codePoint) && /\p{M}/u.test(String.fromCodePoint(codePoint));

/** Category N: digits, and numbers that no digits make, such as ½ and Ⅳ. */
export function isNumber(codePoint: number): boolean {
  if (codePoint < 0x250) return (codePoint >= 0x30 && codePoint <= 0x39) || isLatinNumber(codePoint);
  return !isSign(codePoint) && /\p{N}/u.test(String.fromCodePoint(codePoint));
}

/** Category Nd: the digits of every script, which stand in rows of ten. */
export function isDigit(codePoint: number): boolean {
  if (codePoint < 0x660) return codePoint >= 0x30 && codePoint <= 0x39;
  if (codePoint > 0xffff) return /\p{Nd}/u.test(String.fromCodePoint(codePoint));
  for (let index = 0; index < zeros.length; index++) {
    const zero = zeros.charCodeAt(index);
    if (codePoint < zero + 10) return codePoint >= zero;
  }
  return false;
}

/** The zeros of all scripts but the first, up to U+FFFF. */
const zeros =
  '\u0660\u06f0\u07c0\u0966\u09e6\u0a66\u0ae6\u0b66\u0be6\u0c66\u0ce6\u0d66\u0de6\u0e50\u0ed0\u0f20\u1040\u1090' +
  '\u17e0\u1810\u1946\u19d0\u1a80\u1a90\u1b50\u1bb0\u1c40\u1c50\ua620\ua8d0\ua900\ua9d0\ua9f0\uaa50\uabf0\uff10';

/** White space as patterns understand it. */
export const isSpace = (code: number): boolean =>
  code === 0x20 ||
  (code >= 0x09 && code <= 0x0d) ||
  code === 0xa0 ||
  (code >= 0x1680 &&
    (code === 0x1680 ||
      (code >= 0x2000 && code <= 0x200a) ||
      code === 0x2028 ||
      code === 0x2029 ||
      code === 0x202f ||
      code === 0x205f ||
      code === 0x3000 ||
      code === 0xfeff));

/** Superscripts and fractions. */
const isLatinNumber = (codePoint: number): boolean =>
  codePoint === 0xb2 || codePoint === 0xb3 || codePoint === 0xb9 || (codePoint >= 0xbc && codePoint <= 0xbe);

/** Punctuation, signs of money, arrows, signs of mathematics and drawings: blocks without a letter, mark or number. */
export const isSign = (codePoint: number): boolean =>
  codePoint >= 0x2000 &&
  codePoint <= 0x2bff &&
  (codePoint <= 0x206f ||
    (codePoint >= 0x20a0 && codePoint <= 0x20cf) ||
    (codePoint >= 0x2190 && codePoint <= 0x245f) ||
    (codePoint >= 0x2500 && codePoint <= 0x2775) ||
    codePoint >= 0x2794);
