/**
 * Shaped words as text, to be kept from one build to the next, and back: a booklet that is built again starts no shaper
 * for the words that it had before.
 *
 * Fonts are found again by name, and a word comes back only while its fonts are the same files.
 */
import { hashBytes } from '../source/hash.ts';
import { createWord, type Font, glyphStride, isPlainWord, roomForGlyphs, type ShapedWord } from './font.ts';
import type { EarlierWords, ListedWords, WordCache } from './word-cache.ts';

/** Words as they are kept: nothing but what JSON can hold. */
interface KeptWords {
  /** Key and fingerprint of each font. */
  readonly fonts: readonly (readonly [key: string, fingerprint: string])[];
  readonly styles: readonly KeptStyle[];
}

interface KeptStyle {
  readonly name: string;
  readonly texts: readonly string[];
  /**
   * For each text the number of its pieces, and for each piece: its font, its length in UTF-16 units, how many glyphs it
   * has, and their numbers. Most glyphs are one letter each and stand where they should: of those, only the glyph id
   * and the advance are there, and their number is negative.
   */
  readonly numbers: readonly number[];
}

/** Reads what `formatWords` has written; words of unknown or changed fonts are left out. Nothing is made of a word before it is asked for. */
export function parseWords(content: string | undefined, fontNamed: (key: string) => Font | undefined): EarlierWords {
  const kept = readKept(content);
  const styles = new Map(kept?.styles.map((style) => [style.name, style]));
  const fonts = new Map<number, Font | undefined>();
  const fontAt = (index: number): Font | undefined => {
    if (!fonts.has(index)) {
      const [key, fingerprint] = kept!.fonts[index]!;
      const font = fontNamed(key);
      fonts.set(index, font && fingerprintOf(font) === fingerprint ? font : undefined);
    }
    return fonts.get(index);
  };
  return (name) => {
    const style = styles.get(name);
    return style && restoredWords(style, fontAt);
  };
}

/** Words are looked up once, whether they are there already or to be made: a text has a number, and all else stands under it. */
function restoredWords({ name, texts, numbers }: KeptStyle, fontAt: (index: number) => Font | undefined): ListedWords {
  const places = placesOf(texts, numbers);
  const isRightToLeft = name.endsWith('rtl');
  const indices = new Map<string, number>();
  for (let index = 0; index < texts.length; index++) indices.set(texts[index]!, index);
  const words: (readonly ShapedWord[] | undefined)[] = new Array(texts.length).fill(undefined);
  return {
    get(text) {
      const index = indices.get(text);
      if (index === undefined) return undefined;
      return (words[index] ??= restoreWord(text, { numbers, place: places[index]!, isRightToLeft }, fontAt));
    },
    set(text, shaped) {
      const index = indices.get(text);
      if (index !== undefined) words[index] = shaped;
      else indices.set(text, words.push(shaped) - 1);
    },
    forEach(visit) {
      for (const [text, index] of indices) if (words[index]) visit(words[index], text);
    },
  };
}

/** Writes the words of a cache. Words that no font has are left out, so that they are complained of each time. */
export function formatWords(cache: WordCache): string {
  const fonts = new Map<Font, number>();
  const numberOf = (font: Font): number => {
    let number = fonts.get(font);
    if (number === undefined) fonts.set(font, (number = fonts.size));
    return number;
  };
  const styles = [...cache.styles].map(([name, words]): KeptStyle => {
    const texts: string[] = [];
    const numbers: number[] = [];
    words.forEach((pieces, text) => {
      if (pieces.some((piece) => piece.missing !== undefined)) return;
      texts.push(text);
      numbers.push(pieces.length);
      for (const piece of pieces) storePiece(piece, numberOf(piece.font), numbers);
    });
    return { name, texts, numbers };
  });
  const kept: KeptWords = { fonts: [...fonts.keys()].map((font) => [font.key, fingerprintOf(font)]), styles };
  return JSON.stringify(kept);
}

/** A font's table `head` holds a sum over the whole file, and when it was made. */
export const fingerprintOf = ({ sfnt }: Font): string => `${sfnt.bytes.length} ${hashBytes(sfnt.tables.get('head') ?? new Uint8Array())}`;

/** A file that was cut short is no JSON; it is written anew. */
function readKept(content: string | undefined): KeptWords | undefined {
  try {
    return content === undefined ? undefined : (JSON.parse(content) as KeptWords);
  } catch {
    return undefined;
  }
}

function storePiece(piece: ShapedWord, font: number, numbers: number[]): void {
  const { text, glyphs } = piece;
  const count = glyphs.length / glyphStride;
  const isPlain = isPlainWord(piece);
  numbers.push(font, text.length, isPlain ? -count : count);
  for (let at = 0; at < glyphs.length; at += glyphStride) {
    if (isPlain) numbers.push(glyphs[at]!, glyphs[at + 2]!);
    else for (let field = 0; field < glyphStride; field++) numbers.push(glyphs[at + field]!);
  }
}

/** Where the numbers of each text begin. */
function placesOf(texts: readonly string[], numbers: readonly number[]): Int32Array {
  const places = new Int32Array(texts.length);
  let at = 0;
  for (let index = 0; index < texts.length; index++) {
    places[index] = at;
    let pieces = numbers[at++]!;
    for (; pieces > 0; pieces--) {
      const count = numbers[at + 2]!;
      at += 3 + (count < 0 ? -2 * count : glyphStride * count);
    }
  }
  return places;
}

function restoreWord(
  text: string,
  { numbers, place, isRightToLeft }: { readonly numbers: readonly number[]; readonly place: number; readonly isRightToLeft: boolean },
  fontAt: (index: number) => Font | undefined,
): readonly ShapedWord[] | undefined {
  let at = place;
  let pieces: ShapedWord[] | undefined;
  let start = 0;
  for (let left = numbers[at++]!; left > 0; left--) {
    const font = fontAt(numbers[at]!);
    if (!font) return undefined;
    const length = numbers[at + 1]!;
    const count = numbers[at + 2]!;
    at += 3;
    const glyphs = roomForGlyphs(Math.abs(count));
    let advance = 0;
    for (let to = 0, cluster = 0; to < glyphs.length; to += glyphStride, cluster++) {
      if (count < 0) {
        glyphs[to] = numbers[at++]!;
        glyphs[to + 1] = cluster;
        glyphs[to + 2] = numbers[at++]!;
      } else for (let field = 0; field < glyphStride; field++) glyphs[to + field] = numbers[at++]!;
      advance += glyphs[to + 2]!;
    }
    const piece = createWord({ font, text: text.slice(start, start + length), glyphs, advance, isRightToLeft });
    // Nearly every word is one piece; an array that grows would take room for many.
    if (pieces) pieces.push(piece);
    else pieces = [piece];
    start += length;
  }
  return pieces ?? [];
}
