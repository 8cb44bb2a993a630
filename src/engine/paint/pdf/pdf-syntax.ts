/**
 * How numbers, strings and names are written in PDF. Objects are composed as text here and handed to
 * PDFKit whole, because converting nested dictionaries key by key is the slowest part of a tagged PDF.
 */

/** Text that is already PDF syntax. PDFKit would take a plain string for a name. */
export interface RawSyntax {
  readonly [Symbol.toStringTag]: 'RawSyntax';
  toString(): string;
}

/** Returns PDF syntax that PDFKit writes as it stands. */
export const rawSyntax = (text: string): RawSyntax => ({ [Symbol.toStringTag]: 'RawSyntax', toString: () => text });

/** Writes a number with at most two decimals: a hundredth of a point is finer than any printer. What is no number is a bug of layout. */
export function formatNumber(value: number): string {
  const rounded = Math.round(value * 100);
  if (!Number.isFinite(rounded)) throw new Error(`${value} is no place on a page`);
  const size = Math.abs(rounded);
  const digits = `${Math.floor(size / 100)}${decimals[size % 100]}`;
  return rounded < 0 ? `-${digits}` : digits;
}

/** What hundredths are written as after the whole: nothing, `.01`, `.1`. Finding the shortest text of a fraction takes far longer. */
const decimals: readonly string[] = Array.from({ length: 100 }, (_, hundredths) => String(hundredths / 100).slice(1));

/** Writes a number with at most four decimals, for scales and colors. */
export const formatFine = (value: number): string => String(roundFine(value));

/** Rounds as `formatFine` writes. */
export const roundFine = (value: number): number => Math.round(value * 10_000) / 10_000 || 0;

/** Writes text for people as a PDF text string: ASCII as it is, anything else as UTF-16. */
export function formatText(text: string): string {
  return /^[ -~]*$/.test(text) ? formatAscii(text) : `<${utf16Hex(text)}>`;
}

/** Writes printable ASCII as a literal string. */
export const formatAscii = (text: string): string => `(${text.replace(/[\\()]/g, '\\$&')})`;

/** Returns UTF-16 with its byte order mark as hexadecimal digits. */
export const utf16Hex = (text: string): string => `FEFF${hexOfUnits(text)}`;

/** Returns the UTF-16 units of a text as hexadecimal digits, four for each. */
export function hexOfUnits(text: string): string {
  let hex = '';
  for (let at = 0; at < text.length; at++) hex += hexOfUnit(text.charCodeAt(at));
  return hex;
}

/** Returns a 16-bit number as four hexadecimal digits. */
export const hexOfUnit = (unit: number): string => (unit + 0x10000).toString(16).slice(1).toUpperCase();

/** Returns an object's reference, such as `12 0 R`. */
export const formatReference = (reference: { readonly id: number }): string => `${reference.id} 0 R`;

/**
 * Turns an author's name into an ASCII key: anything but letters, digits, `-`, `_` and `.` is written as the
 * hexadecimal bytes of its UTF-8 form after `%`. Different names stay different.
 */
export function asciiKey(name: string): string {
  return /^[\w.-]*$/.test(name) ? name : percentEncode(name, /[\w.-]/);
}

/** Makes an address ASCII, as PDF demands; what is already encoded stays. */
export function asciiAddress(address: string): string {
  return /^[!-~]*$/.test(address) ? address : percentEncode(address, /[!-~]/);
}

/** Encodes text as UTF-8; halves of surrogate pairs become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    const point = character.codePointAt(0)!;
    const scalar = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point;
    if (scalar < 0x80) bytes.push(scalar);
    else if (scalar < 0x800) bytes.push(0xc0 | (scalar >> 6), 0x80 | (scalar & 63));
    else if (scalar < 0x10000) bytes.push(0xe0 | (scalar >> 12), 0x80 | ((scalar >> 6) & 63), 0x80 | (scalar & 63));
    else bytes.push(0xf0 | (scalar >> 18), 0x80 | ((scalar >> 12) & 63), 0x80 | ((scalar >> 6) & 63), 0x80 | (scalar & 63));
  }
  return Uint8Array.from(bytes);
}

function percentEncode(text: string, plain: RegExp): string {
  let encoded = '';
  for (const character of text) {
    if (plain.test(character)) encoded += character;
    else for (const byte of encodeUtf8(character)) encoded += `%${(byte + 256).toString(16).slice(1).toUpperCase()}`;
  }
  return encoded;
}

/** Returns the lowest byte of each character, or of its first half. */
export function lowBytes(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes[count++] = unit;
    if (unit >= 0xd800 && text.codePointAt(at)! > 0xffff) at++;
  }
  return bytes.subarray(0, count);
}
