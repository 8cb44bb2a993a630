/**
 * Words with their widths in one style: what a paragraph is built from. Each word is measured once for a style and kept
 * as long as the style lives, so that a paragraph of known words costs one look-up a word.
 */
import type { Pt } from '../geometry/length.ts';
import { type DivisionPoints, divideWord, pointsWithin } from './divide-word.ts';
import { glyphStride, isPlainWord, type ShapedWord, type TextStyle, widthOf } from './font.ts';
import type { Beside } from './harfbuzz.ts';
import type { Hyphenator } from './hyphenate.ts';
import type { HyphenLimits } from './paragraph.ts';
import { resolveFont, shapeBeside, shapeHyphen, shapeText } from './shape-text.ts';
import type { TextContext } from './text-context.ts';
import { createWordTable, type Letters, lettersOf, type WordTable } from './word-table.ts';

/** An unbroken piece of text of one style and one direction. Shared: two equal words are the same object. */
export interface MeasuredWord {
  /** As it is shaped: without soft hyphens and other invisible characters. */
  readonly text: string;
  /** How many UTF-16 units the text has: strings are of many kinds, and asking them for it takes longer. */
  readonly length: number;
  /** In logical order; one unless scripts or fonts change inside the word. */
  readonly pieces: readonly ShapedWord[];
  /** With letter spacing. */
  readonly widths: readonly Pt[];
  readonly width: Pt;
  readonly ascent: Pt;
  readonly descent: Pt;
  /** Where the author wrote soft hyphens. */
  readonly softPoints: DivisionPoints | undefined;
  // What follows is worked out when first asked for.
  /** How many of its letters take letter spacing; -1 for unknown. */
  letters: number;
  /** Whether it is known where the patterns divide it. */
  isDivided: boolean;
  allPoints: DivisionPoints | undefined;
  /** Those of all points that the limits allow which were last asked for. */
  points: DivisionPoints | undefined;
  limits: HyphenLimits | undefined;
}

/** Measures text in one style. */
export interface WordMeasurer {
  readonly style: TextStyle;
  /** Extent of the style's first font above and below the baseline. */
  readonly ascent: Pt;
  readonly descent: Pt;
  /** `beside`: letters of its word in other styles. */
  measure(text: string, isRightToLeft: boolean, beside?: Beside): MeasuredWord;
  /** Measures a word where it stands in its text. */
  measureLetters(letters: Letters, isRightToLeft: boolean): MeasuredWord;
  space(isRightToLeft: boolean): MeasuredWord;
  /** The hyphen that is printed where a word is divided; its text is U+00AD. */
  hyphen(isRightToLeft: boolean): MeasuredWord;
  /** Where `word` may be divided: the author's soft hyphens alone if there are any, else by the language's patterns, as far as `limits` allow. */
  pointsOf(word: MeasuredWord, limits: HyphenLimits | undefined): DivisionPoints | undefined;
}

const measurers = new WeakMap<TextContext, WeakMap<TextStyle, WordMeasurer>>();

/** Returns the measurer of a style. The same objects give the same measurer. */
export function measurerFor(context: TextContext, style: TextStyle): WordMeasurer {
  let ofContext = measurers.get(context);
  if (!ofContext) measurers.set(context, (ofContext = new WeakMap()));
  let measurer = ofContext.get(style);
  if (!measurer) ofContext.set(style, (measurer = createMeasurer(context, style)));
  return measurer;
}

/** Tells whether letter spacing may be added to a word: letters that join must not be pulled apart (CSS Text 3, 8.2.1). */
export const takesLetterSpacing = (word: ShapedWord): boolean => !holdsJoinedLetters(word.text);

/** Tells whether a text has letters of a joined script. Most texts have nothing beyond the Hebrew alphabet, which is quick to see. */
export function holdsJoinedLetters(text: string): boolean {
  return beyondHebrew.test(text) && joinedLetters.test(text);
}

const beyondHebrew = /[\u0600-\uffff]/;

/** Arabic, Syriac, N'Ko, Mandaic, Mongolian, Phags-pa, Arabic presentation forms, Hanifi Rohingya; and the scripts hung from a line. */
const joinedLetters =
  /[\u0600-\u065f\u066e-\u077f\u07c0-\u07ff\u0840-\u08ff\u0900-\u09ff\u0a00-\u0a7f\u1800-\u18af\ua840-\ua877\ufb50-\ufdff\ufe70-\ufefc]|[\u{10d00}-\u{10d3f}]/u;

/** Characters that shape a line but show nothing: soft hyphen, zero width space, direction marks, word joiner, byte order mark. Joiners shape letters and stay. */
const invisible = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

const invisibleCharacter = new RegExp(invisible.source);

/** Tells whether a character shows nothing, and so is not in the text of a word. */
export const isDropped = (character: string): boolean => invisibleCharacter.test(character);

const softHyphen = '\u00ad';

function createMeasurer(context: TextContext, style: TextStyle): WordMeasurer {
  const { library } = context;
  const font = resolveFont(library, style);
  const leftToRight = createWordTable<MeasuredWord>();
  let rightToLeft: WordTable<MeasuredWord> | undefined;
  const joined = new Map<string, MeasuredWord>();
  const spaces: (MeasuredWord | undefined)[] = [undefined, undefined];
  const hyphens: (MeasuredWord | undefined)[] = [undefined, undefined];
  let hyphenator: Hyphenator | undefined;
  let hasHyphenator = false;

  const divide = (word: MeasuredWord): void => {
    if (!hasHyphenator) {
      hyphenator = context.hyphenatorFor(style.language);
      hasHyphenator = true;
    }
    const offsets = hyphenator ? divideWord(word.text, hyphenator) : [];
    word.isDivided = true;
    word.allPoints = word.points = offsets.length === 0 ? undefined : pointsAt(offsets, word, style);
  };

  const shape = (text: string, rtl: boolean, beside: Beside | undefined): readonly ShapedWord[] =>
    beside ? shapeBeside(library, text, style, { rtl, beside }) : shapeText(library, text, style, rtl);

  const measureAnew = (text: string, isRightToLeft: boolean, beside?: Beside): MeasuredWord => {
    const visible = text.replace(invisible, '');
    const word = measurePieces(visible === '' ? [] : shape(visible, isRightToLeft, beside), visible, style);
    return text.includes(softHyphen) ? { ...word, softPoints: pointsAt(softOffsets(text), word, style) } : word;
  };

  const measureLetters = (letters: Letters, isRightToLeft: boolean): MeasuredWord => {
    const known = isRightToLeft ? (rightToLeft ??= createWordTable()) : leftToRight;
    let word = known.find(letters);
    if (word === undefined) {
      word = measureAnew(letters.text.slice(letters.start, letters.end), isRightToLeft);
      known.add(letters, word);
    }
    return word;
  };

  /** Joined letters are rare, and nearly always the same on both sides. */
  const measureJoined = (text: string, isRightToLeft: boolean, beside: Beside): MeasuredWord => {
    const key = `${isRightToLeft} ${beside.before}\ufdd0${text}\ufdd0${beside.after}`;
    let word = joined.get(key);
    if (word === undefined) joined.set(key, (word = measureAnew(text, isRightToLeft, beside)));
    return word;
  };

  const measure: WordMeasurer['measure'] = (text, isRightToLeft, beside) =>
    beside ? measureJoined(text, isRightToLeft, beside) : measureLetters(lettersOf(text), isRightToLeft);

  return {
    style,
    ascent: (font.ascent * style.size) / font.unitsPerEm,
    descent: (font.descent * style.size) / font.unitsPerEm,
    measure,
    measureLetters,
    space(isRightToLeft) {
      return (spaces[isRightToLeft ? 1 : 0] ??= measure(' ', isRightToLeft));
    },
    hyphen(isRightToLeft) {
      return (hyphens[isRightToLeft ? 1 : 0] ??= measurePieces([shapeHyphen(library, style, isRightToLeft)], softHyphen, style));
    },
    pointsOf(word, limits) {
      if (word.softPoints) return word.softPoints;
      if (!word.isDivided) divide(word);
      if (word.limits !== limits) {
        word.limits = limits;
        word.points = limits && word.allPoints ? pointsWithin(word.text, word.allPoints, limits) : word.allPoints;
      }
      return word.points;
    },
  };
}

/** Returns the points of a word at the given offsets, wherever they are; for text that may be broken anywhere. */
export function pointsAt(offsets: readonly number[], word: MeasuredWord, style: TextStyle): DivisionPoints {
  const [piece] = word.pieces;
  if (word.pieces.length === 1 && style.letterSpacing === 0 && isPlainWord(piece!))
    return { offsets, widths: plainWidths(offsets, piece!, style.size) };
  const before = widthsBefore(word, style);
  return { offsets, widths: offsets.map((offset) => before[offset]!) };
}

/** Does what `widthsBefore` does, for the offsets that are asked for. */
function plainWidths(offsets: readonly number[], { font, glyphs }: ShapedWord, size: Pt): readonly Pt[] {
  const scale = size / font.unitsPerEm;
  let width = 0;
  let unit = 0;
  return offsets.map((offset) => {
    for (; unit < offset; unit++) width += glyphs[unit * glyphStride + 2]! * scale;
    return width;
  });
}

function measurePieces(pieces: readonly ShapedWord[], text: string, style: TextStyle): MeasuredWord {
  let width = 0;
  let ascent = 0;
  let descent = 0;
  // Nearly every word is one piece, and an array of one number is small.
  const widths = pieces.length === 1 ? [0] : pieces.map(() => 0);
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const { font } = piece;
    const own = widthOf(piece, style.size) + letterSpace(piece, style);
    widths[index] = own;
    width += own;
    ascent = Math.max(ascent, (font.ascent * style.size) / font.unitsPerEm);
    descent = Math.max(descent, (font.descent * style.size) / font.unitsPerEm);
  }
  return {
    ...{ text, length: text.length, pieces, widths, width, ascent, descent, softPoints: undefined },
    ...{ letters: -1, isDivided: false, allPoints: undefined, points: undefined, limits: undefined },
  };
}

const letterSpace = (piece: ShapedWord, style: TextStyle): Pt =>
  style.letterSpacing === 0 || !takesLetterSpacing(piece) ? 0 : countClusters(piece) * style.letterSpacing;

/** Returns how many groups of characters that belong together a word shows: letter spacing follows each. */
export function countClusters({ glyphs }: ShapedWord): number {
  let clusters = 0;
  let last = -1;
  for (let at = 1; at < glyphs.length; at += glyphStride) {
    if (glyphs[at] !== last) clusters++;
    last = glyphs[at]!;
  }
  return clusters;
}

/** Returns how many letters of a word take letter spacing. */
export function countLetters(word: MeasuredWord): number {
  if (word.letters < 0) {
    word.letters = 0;
    for (const piece of word.pieces) if (takesLetterSpacing(piece)) word.letters += countClusters(piece);
  }
  return word.letters;
}

/** Returns the offsets of soft hyphens, counted without invisible characters. */
function softOffsets(text: string): readonly number[] {
  const offsets: number[] = [];
  let seen = 0;
  for (const [index, part] of text.split(softHyphen).entries()) {
    if (index > 0 && seen > 0 && offsets.at(-1) !== seen) offsets.push(seen);
    seen += part.replace(invisible, '').length;
  }
  return offsets;
}

/**
 * Returns the width of what stands before each unit of a word, read off its shaped glyphs: exact up to kerning over the gap, and it
 * saves shaping fragments that are never printed. The width of a ligature is shared out among its characters.
 */
function widthsBefore(word: MeasuredWord, style: TextStyle): Float64Array {
  const before = new Float64Array(word.text.length + 1);
  let start = 0;
  let width = 0;
  for (const piece of word.pieces) {
    const { length } = piece.text;
    const scale = style.size / piece.font.unitsPerEm;
    const spacing = takesLetterSpacing(piece) ? style.letterSpacing : 0;
    const advances = new Float64Array(length);
    const beginsCluster = new Uint8Array(length + 1);
    beginsCluster[length] = 1;
    for (let at = 1; at < piece.glyphs.length; at += glyphStride) {
      const cluster = piece.glyphs[at]!;
      if (beginsCluster[cluster] === 0) advances[cluster]! += spacing;
      beginsCluster[cluster] = 1;
      advances[cluster]! += piece.glyphs[at + 1]! * scale;
    }
    for (let cluster = 0; cluster < length; ) {
      let next = cluster + 1;
      while (beginsCluster[next] === 0) next++;
      for (let unit = cluster; unit < next; unit++) {
        width += advances[cluster]! / (next - cluster);
        before[start + unit + 1] = width;
      }
      cluster = next;
    }
    start += length;
  }
  return before;
}
