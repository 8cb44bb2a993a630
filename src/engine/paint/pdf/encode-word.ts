/**
 * A shaped word as the string that a text-showing operator takes. Done once for each word of the booklet.
 *
 * Where the shaper made several glyphs of a character cluster, or moved one, the font gets a glyph put together
 * of them, so that a cluster is drawn by one code and codes alone tell the text in every script. Stating the text
 * beside the codes (ActualText) would be the other way, but poppler ends tagged content there and pdf.js ignores it.
 */
import { letterPattern } from '../../source/letter-pattern.ts';
import { glyphStride, isPlainWord, type ShapedWord } from '../../text/font.ts';
import { takesLetterSpacing } from '../../text/measure-word.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { EmbeddedFont, EncodedWord, PlainCode } from './embedded-font.ts';
import type { SubsetGlyph } from './subset-font.ts';
import { codeOf, statedWidth } from './write-fonts.ts';

/** Returns the encoding of a word of the font, from the cache when the word was met before. */
export function encodeWord(embedded: EmbeddedFont, word: ShapedWord): EncodedWord {
  const known = embedded.words[word.number];
  if (known?.word === word) return known;
  const encoded = isPlain(word) ? encodePlainWord(embedded, word) : encodeSpacedWord(embedded, word, 0);
  embedded.words[word.number] = encoded;
  return encoded;
}

/**
 * Returns the encoding of a word before a gap that is no space character. Readers take a gap of a tenth of an em for a space, so the last
 * glyph is made wider by it: in steps, so that justified lines do not need a glyph of their own each.
 *
 * @param room width of the gap, in ems
 */
export function encodeWordBefore(embedded: EmbeddedFont, word: ShapedWord, room: number): EncodedWord {
  const steps = Math.floor(room / roomStep + 1e-6);
  if (room < leastRoom || steps === 0) return encodeWord(embedded, word);
  let widened = embedded.widened.get(word);
  if (!widened) embedded.widened.set(word, (widened = new Map()));
  let encoded = widened.get(steps);
  if (!encoded) widened.set(steps, (encoded = encodeSpacedWord(embedded, word, 0, Math.round(steps * roomStep * word.font.unitsPerEm))));
  return encoded;
}

/** What is left over stays far below a tenth of an em; an eighth of an em, which is frequent, leaves nothing. */
const roomStep = 1 / 16;
const leastRoom = 0.09;

/** Tells whether each code of a word can stand for one character. */
const isPlain = (word: ShapedWord): boolean => isPlainWord(word) && !holdsUnreadable.test(word.text);

/** From the first surrogate on there are characters that a Unicode map must not hold. */
const holdsUnreadable = /[\0\ud800-\uffff]/;

/** Does what `encodeSpacedWord` does, without an object for each glyph. */
function encodePlainWord(embedded: EmbeddedFont, word: ShapedWord): EncodedWord {
  const { font, glyphs, text } = word;
  const { shown } = embedded;
  const start = shown.length;
  const takesSpacing = takesLetterSpacing(word);
  const scale = 1000 / font.unitsPerEm;
  let isAdjusted = false;
  let pen = 0;
  let origin = 0;
  for (let index = 0, at = 0; index < text.length; index++, at += glyphStride) {
    const { code, width } = plainCodeOf(embedded, glyphs[at]!, text.charCodeAt(index));
    writeCode(shown, code);
    pen += width;
    origin += glyphs[at + 2]!;
    const distance = origin * scale - pen;
    if (Math.abs(distance) > smallestAdjustment) {
      writeAdjustment(shown, distance);
      isAdjusted = true;
      pen += Math.round(distance);
    }
  }
  const { length } = text;
  return { word, start, end: shown.length, advance: pen, takesSpacing, codeCount: length, isAdjusted, clusterCount: length };
}

function plainCodeOf(embedded: EmbeddedFont, glyphId: number, unit: number): PlainCode {
  const key = glyphId * 0x10000 + unit;
  let known = embedded.plainCodes.get(key);
  if (!known) {
    const glyph = { parts: [{ glyphId, x: 0, y: 0 }], advance: embedded.font.sfnt.advanceWidth(glyphId) };
    const code = codeOf(embedded, glyph, String.fromCharCode(unit));
    embedded.plainCodes.set(key, (known = { code, width: statedWidth(embedded, code) }));
  }
  return known;
}

/** Encodes a word with its clusters `tracking` farther apart (thousandths of an em), by adjustments, and the last one `wider` (font units). */
export function encodeSpacedWord(embedded: EmbeddedFont, word: ShapedWord, tracking: number, wider = 0): EncodedWord {
  const scale = 1000 / word.font.unitsPerEm;
  const clusters = clustersOf(word);
  if (wider > 0) clusters.push(widen(clusters.pop()!, wider));
  const { shown } = embedded;
  const start = shown.length;
  let isAdjusted = false;
  let pen = 0;
  let origin = 0;
  let codeCount = 0;
  const show: Show = (glyph, text) => {
    const code = codeOf(embedded, glyph, text);
    writeCode(shown, code);
    pen += statedWidth(embedded, code);
    codeCount++;
  };
  for (const { glyph, advance, text } of clusters) {
    if (!holdsMarks(text).test(text)) show(glyph, text);
    else if (word.isRightToLeft) showRightToLeft(glyph, text, show);
    else showLeftToRight(glyph, text, word.font.unitsPerEm, show);
    origin += advance + tracking / scale;
    const distance = origin * scale - pen;
    if (Math.abs(distance) > smallestAdjustment) {
      writeAdjustment(shown, distance);
      isAdjusted = true;
      pen += Math.round(distance);
    }
  }
  const takesSpacing = takesLetterSpacing(word);
  return { word, start, end: shown.length, advance: pen, takesSpacing, codeCount, isAdjusted, clusterCount: clusters.length };
}

/** Half a thousandth of an em: below it, a move is rounding. */
export const smallestAdjustment = 0.5;

/** Writes a move of the pen by thousandths of an em, between two strings. */
export function writeAdjustment(to: ByteWriter, distance: number): void {
  to.writeByte(rightParenthesis);
  to.writeInteger(-Math.round(distance));
  to.writeByte(leftParenthesis);
}

/**
 * A code may mean several letters, but readers stumble over marks among them: poppler does not turn them
 * around from right to left, and pdf.js takes the whole for a mark without width. The glyph then stands for
 * the first character, and each of the others gets a code that shows nothing.
 */
const holdsMarks = letterPattern(String.raw`[^\p{L}].|.[^\p{L}]`, 's');

type Show = (glyph: SubsetGlyph, text: string) => void;

function showRightToLeft(glyph: SubsetGlyph, text: string, show: Show): void {
  // From right to left what follows a letter stands before it, also within one code.
  const [first, ...others] = Array.from(text.matchAll(letterWithJoiners), ([, letter, joiners]) => `${joiners}${letter}`);
  for (const characters of others.reverse()) show({ parts: [], advance: 0 }, characters);
  show(glyph, first!);
}

/**
 * Joiners share the code of the character before which they stand on the line: pdf.js leaves out a code that means, or whose
 * meaning ends in, a character without a shape.
 */
const letterWithJoiners = /(.)([\u200c\u200d]*)/gsu;
const isJoiner = (text: string, at: number): boolean => text.charCodeAt(at) === 0x200c || text.charCodeAt(at) === 0x200d;
const joinersWithLetter = /[\u200c\u200d]*[^\u200c\u200d]|[\u200c\u200d]/gsu;

/** From left to right each code needs a width: poppler takes a code within a tenth of an em of the last for the start of another word. */
function showLeftToRight(glyph: SubsetGlyph, text: string, unitsPerEm: number, show: Show): void {
  const [first, ...others] = Array.from(text.matchAll(joinersWithLetter), ([characters]) => characters);
  const width = Math.min(Math.ceil(unitsPerEm * 0.105), Math.floor(glyph.advance / (others.length + 1)));
  show({ parts: glyph.parts, advance: glyph.advance - others.length * width }, first!);
  for (const character of others) show({ parts: [], advance: width }, character);
}

/** Glyphs that stand for the same characters. */
interface Cluster {
  readonly glyph: SubsetGlyph;
  /** How far the pen moves after kerning. */
  readonly advance: number;
  readonly text: string;
}

const widen = ({ glyph, advance, text }: Cluster, by: number): Cluster => ({
  glyph: { ...glyph, advance: glyph.advance + by },
  advance: advance + by,
  text,
});

function clustersOf(word: ShapedWord): Cluster[] {
  const { glyphs, text, isRightToLeft } = word;
  const count = glyphs.length / glyphStride;
  const clusterAt = (glyph: number): number => glyphs[glyph * glyphStride + 1]!;
  const clusters: Cluster[] = [];
  let previous = isRightToLeft ? text.length : 0;
  for (let first = 0; first < count; ) {
    let end = first + 1;
    while (end < count && clusterAt(end) === clusterAt(first)) end++;
    // In logical order, the first cluster also owns what stands before it and the last what follows.
    let [from, to] = isRightToLeft ? [clusterAt(first), previous] : [previous, end < count ? clusterAt(end) : text.length];
    if (isRightToLeft && end === count) from = 0;
    // A joiner goes with the letter that stands to its right, so that they can share a code (see `letterWithJoiners`).
    if (isRightToLeft) while (from > 0 && isJoiner(text, from)) from++;
    else while (to < text.length && to - 1 > from && isJoiner(text, to - 1)) to--;
    previous = isRightToLeft ? from : to;
    clusters.push(joinGlyphs(word, first, end, readable(text.slice(from, to))));
    first = end;
  }
  return clusters;
}

function joinGlyphs({ glyphs, font }: ShapedWord, first: number, end: number, text: string): Cluster {
  const parts: SubsetGlyph['parts'][number][] = [];
  let advance = 0;
  for (let at = first * glyphStride; at < end * glyphStride; at += glyphStride) {
    parts.push({ glyphId: glyphs[at]!, x: advance + glyphs[at + 3]!, y: glyphs[at + 4]! });
    advance += glyphs[at + 2]!;
  }
  // A single glyph keeps the font's own width, so that readers see kerning as kerning and not as a gap elsewhere.
  const width = parts.length === 1 ? font.sfnt.advanceWidth(parts[0]!.glyphId) : Math.max(0, advance);
  return { glyph: { parts, advance: width }, advance, text };
}

/** Replaces what a Unicode map must not hold. */
export const readable = (text: string): string => text.replace(/[\0\uFEFF\uFFFE\uD800-\uDFFF]/gu, '\uFFFD');

/** Writes a code as the two bytes of a string. */
export function writeCode(to: ByteWriter, code: number): void {
  writeStringByte(to, code >> 8);
  writeStringByte(to, code & 0xff);
}

function writeStringByte(to: ByteWriter, byte: number): void {
  // A bare carriage return inside a string would be read as a line feed.
  const isReturn = byte === 0x0d;
  if (isReturn || byte === leftParenthesis || byte === rightParenthesis || byte === backslash) to.writeByte(backslash);
  to.writeByte(isReturn ? letterR : byte);
}

const leftParenthesis = 0x28;
const rightParenthesis = 0x29;
const backslash = 0x5c;
const letterR = 0x72;
