/**
 * Where justified Chinese and Japanese lines give and take: between characters (CSS Text 4, `text-justify: inter-character`) and at
 * the blank halves of full-width punctuation. A simple form of the W3C's Requirements for Japanese and Chinese Text Layout: nothing
 * is ever added after an opening bracket or before closing punctuation. Hangul is spaced between words only.
 */
import { glyphStride, type ShapedWord } from './font.ts';
import type { MeasuredWord } from './measure-word.ts';

/** Bits of a gap: it may widen; the blank half of the punctuation before it may close; that of the bracket after it may close; it has a width of its own. */
export const gapStretches = 1;
export const gapTrimsBefore = 2;
export const gapTrimsAfter = 4;
export const gapSpaces = 8;

/** In ems, what a gap gives before lines count as loose, and the blank half of full-width punctuation. */
export const gapStretch = 1 / 4;
const blankHalf = 1 / 2;

/** Kinds of characters. */
const other = 0;
const letter = 1;
const ideograph = 2;
const opening = 3;
const closing = 4;
const stop = 5;
const mark = 6;

const openingMarks = '「『（【〔《〈［｛〘〖';
const closingMarks = '」』）】〕》〉］｝〙〗';
/** In Taiwan and Hong Kong they stand in the middle of their square, so there is no blank half. */
const pointMarks = '、。，．';
const stopMarks = '！？：；';

const eastAsian = /[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]|[\ud840-\ud8bf]/;
const traditional = /^(?:yue\b|zh\b.*-(?:Hant|TW|HK|MO)\b)/i;

/**
 * Returns the bits of the gap before each UTF-16 unit, or undefined where spaces are more than gaps: a Chinese name in an English
 * paragraph is set as a word.
 */
export function characterGaps(text: string, language: string): Uint8Array | undefined {
  if (!eastAsian.test(text)) return undefined;
  const hasCenteredPoints = traditional.test(language);
  const gaps = new Uint8Array(text.length + 1);
  let before = other;
  let balance = 0;
  for (let at = 0; at < text.length; ) {
    const codePoint = text.codePointAt(at)!;
    let kind = kindOf(codePoint);
    if (kind === closing && hasCenteredPoints && pointMarks.includes(text[at]!)) kind = stop;
    if (kind !== mark) {
      let gap = mayWiden(before, kind) ? gapStretches : 0;
      if (before === closing) gap |= gapTrimsBefore;
      if (kind === opening) gap |= gapTrimsAfter;
      gaps[at] = gap;
      balance += codePoint === 0x20 ? -1 : gap & gapStretches;
      before = kind;
    }
    at += codePoint > 0xffff ? 2 : 1;
  }
  if (before === closing) gaps[text.length] = gapTrimsBefore;
  return balance > 0 ? gaps : undefined;
}

/** Returns the blank half, in ems, of the punctuation that ends a word, or that begins it. Fonts with proportional punctuation have none. */
export const trailingBlank = ({ pieces }: MeasuredWord): number => {
  const glyphs = pieces.at(-1)?.glyphs;
  return glyphs && isFullWidth(pieces.at(-1)!, glyphs.length - glyphStride) ? blankHalf : 0;
};
export const leadingBlank = ({ pieces }: MeasuredWord): number => (pieces[0] && isFullWidth(pieces[0], 0) ? blankHalf : 0);

const isFullWidth = ({ glyphs, font }: ShapedWord, glyph: number): boolean => (glyphs[glyph + 2] ?? 0) >= 0.9 * font.unitsPerEm;

function mayWiden(before: number, after: number): boolean {
  if (before === other || before === opening) return false;
  if (after === other || after === closing || after === stop) return false;
  return before !== letter || after !== letter;
}

function kindOf(codePoint: number): number {
  if (codePoint < 0x2e80) return isLetter(codePoint) ? letter : other;
  if (codePoint <= 0xffff) {
    const character = String.fromCharCode(codePoint);
    if (openingMarks.includes(character)) return opening;
    if (closingMarks.includes(character) || pointMarks.includes(character)) return closing;
    if (stopMarks.includes(character)) return stop;
  }
  if (isJoined(codePoint)) return mark;
  return isIdeograph(codePoint) ? ideograph : other;
}

const isLetter = (code: number): boolean =>
  (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a) || (code >= 0xc0 && code <= 0x52f);

/** Tone and voicing marks, variation selectors. */
const isJoined = (code: number): boolean =>
  (code >= 0x302a && code <= 0x302f) ||
  code === 0x3099 ||
  code === 0x309a ||
  (code >= 0xfe00 && code <= 0xfe0f) ||
  (code >= 0xe0100 && code <= 0xe01ef);

/** Han, kana, bopomofo, and what is written in squares like them. */
const isIdeograph = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x2fdf) ||
  (code >= 0x3003 && code <= 0x3007) ||
  code === 0x301c ||
  (code >= 0x3021 && code <= 0x3029) ||
  (code >= 0x303b && code <= 0x312f) ||
  (code >= 0x31a0 && code <= 0x9fff) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xff10 && code <= 0xff5a) ||
  (code >= 0x1b000 && code <= 0x1b16f) ||
  (code >= 0x20000 && code <= 0x3ffff);
