/**
 * Fonts and shaped words: what the rest of the engine knows of HarfBuzz's work.
 *
 * A word is shaped once, kept in a cache, and painted as shaped. Everything here is in font
 * units; only a text size turns it into points.
 */
import type { Pt } from '../geometry/length.ts';
import type { Sfnt } from './sfnt.ts';

/** One face, open for shaping. Two fonts are the same font exactly when they are the same object. */
export interface Font {
  /** Stable name such as `source-serif-4-400-italic`; unique in one compilation. */
  readonly key: string;
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  readonly unitsPerEm: number;
  /** Height above the baseline, in font units, positive. */
  readonly ascent: number;
  /** Depth below the baseline, in font units, positive. */
  readonly descent: number;
  readonly xHeight: number;
  readonly capHeight: number;
  /** Middle of the underline below the baseline, positive, and its thickness; font units. */
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  readonly sfnt: Sfnt;
  /** How many words were shaped in it: each has its own number. */
  readonly words: { count: number };
  /** Tells whether the face maps this code point to a glyph. */
  covers(codePoint: number): boolean;
}

/** Numbers for each glyph in `ShapedWord.glyphs`. */
export const glyphStride = 5;

let room = new Int32Array(0);
let usedRoom = 0;

/** Returns room for the numbers of so many glyphs. Words share large arrays, because a small one of its own for each costs more than what is in it. */
export function roomForGlyphs(count: number): Int32Array {
  const length = glyphStride * count;
  if (usedRoom + length > room.length) {
    room = new Int32Array(Math.max(16_384, length));
    usedRoom = 0;
  }
  usedRoom += length;
  return room.subarray(usedRoom - length, usedRoom);
}

/** A stretch of text in one font, one script and one direction, as HarfBuzz set it. Immutable and shared. */
export interface ShapedWord {
  readonly font: Font;
  /** The text in logical order. */
  readonly text: string;
  /**
   * `glyphStride` numbers a glyph, in visual order from left to right:
   * glyph id, cluster (UTF-16 offset in `text`), x advance, x offset, y offset (up is positive).
   */
  readonly glyphs: Int32Array;
  /** Sum of the advances, in font units. */
  readonly advance: number;
  readonly isRightToLeft: boolean;
  /** Its place among the words of its font, for those who keep something of each word. Copies of a word share it. */
  readonly number: number;
  /** Characters that no font has; the word then shows .notdef in their place. */
  readonly missing?: string;
}

/** Makes a word, with the next number of its font. What is asked of every word that is shown stands first, to be read at once. */
export const createWord = ({ font, text, glyphs, advance, isRightToLeft }: Omit<ShapedWord, 'number' | 'missing'>): ShapedWord => ({
  font,
  number: font.words.count++,
  text,
  glyphs,
  advance,
  isRightToLeft,
});

/** Tells whether each glyph is one unit of the text, in order, and none is moved: most words in scripts whose letters do not join. */
export function isPlainWord({ glyphs, text, isRightToLeft }: ShapedWord): boolean {
  if (isRightToLeft || glyphs.length !== text.length * glyphStride) return false;
  for (let at = 0, unit = 0; at < glyphs.length; at += glyphStride, unit++) {
    if (glyphs[at + 1] !== unit || glyphs[at + 3] !== 0 || glyphs[at + 4] !== 0) return false;
  }
  return true;
}

/** Which face is wanted; families in order of preference. */
export interface FontRequest {
  readonly families: readonly string[];
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** BCP 47; some languages have fonts of their own for the letters that they share with others. */
  readonly language?: string;
}

/** Everything that shapes a piece of text, apart from where it stands. */
export interface TextStyle extends FontRequest {
  readonly size: Pt;
  /** BCP 47. */
  readonly language: string;
  /** Extra space after each cluster; never applied to joined scripts. */
  readonly letterSpacing: Pt;
  /** OpenType features that are switched on, such as `smcp` or `tnum`. */
  readonly features: readonly string[];
}

/** Returns how wide a word is at a text size. */
export const widthOf = (word: ShapedWord, size: Pt): Pt => (word.advance * size) / word.font.unitsPerEm;
