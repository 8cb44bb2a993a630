/** Fonts and words on their way into a PDF: what is known of them while pages are painted. */
import type { PdfReference } from 'pdfkit';
import type { Font, ShapedWord } from '../../text/font.ts';
import type { ByteWriter } from './byte-writer.ts';
import type { SubsetGlyph } from './subset-font.ts';

/** A font while codes are still given out. */
export interface EmbeddedFont {
  readonly font: Font;
  /** Name among the resources of pages and forms. */
  readonly name: string;
  /** The object that will be the font. */
  readonly reference: PdfReference;
  /** The glyphs of the subset; .notdef first, as the format demands. */
  readonly glyphs: SubsetGlyph[];
  /** Places in `glyphs` by what the glyph is made of. */
  readonly numbers: Map<string, number>;
  /** For each code: place in `glyphs`, and meaning. */
  readonly glyphOfCode: number[];
  readonly textOfCode: string[];
  /** Codes by glyph and meaning. */
  readonly codes: Map<string, number>;
  /** Codes of glyphs that stand for one character and are not moved, by the numbers of both: nearly all that is ever shown. */
  readonly plainCodes: Map<number, PlainCode>;
  /** What words are shown by, one after the other. */
  readonly shown: ByteWriter;
  /** Encodings by the numbers of their words. Copies of a word share its number: an encoding says of which word it is. */
  readonly words: (EncodedWord | undefined)[];
  /** Words before gaps, by how many steps their last glyph is wider. */
  readonly widened: Map<ShapedWord, Map<number, EncodedWord>>;
}

/** A code, and its width in thousandths of an em. */
export interface PlainCode {
  readonly code: number;
  readonly width: number;
}

/** A word ready to be shown. */
export interface EncodedWord {
  readonly word: ShapedWord;
  /** Where what the font has `shown` for it begins and ends: all between the outermost parentheses of the operand, such as `AB)-20(C`. */
  readonly start: number;
  readonly end: number;
  /** Whether there are adjustments in it. */
  readonly isAdjusted: boolean;
  /** How far the pen has truly moved, in thousandths of an em: adjustments are whole numbers. */
  readonly advance: number;
  /** How many codes there are, after each of which the reader adds letter spacing. */
  readonly codeCount: number;
  /** How many character clusters there are, after each of which it is wanted. */
  readonly clusterCount: number;
  /** Whether letter spacing may be added at all: letters that join must not be pulled apart. */
  readonly takesSpacing: boolean;
}
