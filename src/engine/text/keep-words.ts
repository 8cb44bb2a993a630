/**
 * Shaped words as text and numbers, to be kept from one build to the next, and back: a booklet that is built again starts no shaper
 * for the words that it had before.
 *
 * Fonts are found again by name. With another file among them nothing comes back: which font shows a word depends on what others have.
 */
import { hashBytes } from '../source/hash.ts';
import { createWord, type Font, glyphStride, isPlainWord, roomForGlyphs, type ShapedWord } from './font.ts';
import type { EarlierWords, ListedWords, WordCache } from './word-cache.ts';

/** Words as they are kept, but for their numbers: nothing but what JSON can hold. */
export interface KeptWords {
  /** Key and fingerprint of each font. */
  readonly fonts: readonly (readonly [key: string, fingerprint: string])[];
  readonly styles: readonly KeptStyle[];
  /** How many pieces the texts of all styles have. */
  readonly pieces: number;
}

/** Texts that were shaped in one style. The last style has no name: what no text by itself was shaped to, letters joined to others. */
interface KeptStyle {
  readonly name: string;
  readonly texts: readonly string[];
}

/**
 * The numbers of kept words: for each text of all styles where its glyphs begin and the number of its first piece, then for each piece the
 * number of its text, then the glyphs: for each text the number of its pieces, and for each piece: its font, its length in UTF-16 units
 * (below zero from right to left), how many glyphs it has, and their numbers. Most glyphs are one letter each and stand where they should:
 * of those, only the glyph id and the advance are there, and their number is below zero.
 */
type WordNumbers = Int32Array;

/** Words of an earlier build. Nothing is made of a word before it is asked for. */
export interface RestoredWords {
  readonly wordsOf: EarlierWords;
  /** Returns the piece with a number. */
  pieceAt(number: number): ShapedWord;
}

/** What becomes of words when they are stored. */
export interface StoredWords {
  readonly kept: KeptWords;
  readonly numbers: WordNumbers;
  /** The numbers of all pieces. */
  readonly pieces: ReadonlyMap<ShapedWord, number>;
}

const loose = '';

/** Stores the words of a cache, and others in use. Words that no font has are left out, so that they are complained of each time. */
export function storeWords(cache: WordCache, others: Iterable<ShapedWord>): StoredWords {
  const fonts = new Map<Font, number>();
  const numberOf = (font: Font): number => {
    let number = fonts.get(font);
    if (number === undefined) fonts.set(font, (number = fonts.size));
    return number;
  };
  const places: number[] = [];
  const owners: number[] = [];
  const glyphs: number[] = [];
  const pieces = new Map<ShapedWord, number>();
  const store = (words: readonly ShapedWord[]): boolean => {
    if (words.some((word) => word.missing !== undefined)) return false;
    places.push(glyphs.length, owners.length);
    glyphs.push(words.length);
    for (const word of words) {
      if (!pieces.has(word)) pieces.set(word, owners.length);
      owners.push(places.length / 2 - 1);
      storePiece(word, numberOf(word.font), glyphs);
    }
    return true;
  };
  const styles = [...cache.styles].map(([name, words]): KeptStyle => {
    const texts: string[] = [];
    words.forEach((shaped, text) => {
      if (store(shaped)) texts.push(text);
    });
    return { name, texts };
  });
  const rest: string[] = [];
  for (const word of others) if (!pieces.has(word) && store([word])) rest.push(word.text);
  styles.push({ name: loose, texts: rest });
  return {
    kept: { fonts: [...fonts.keys()].map((font) => [font.key, fingerprintOf(font)]), styles, pieces: owners.length },
    numbers: Int32Array.from([...places, ...owners, ...glyphs]),
    pieces,
  };
}

/** Reads what `storeWords` has stored; undefined if not all its fonts are the files that they were. */
export function restoreWords(
  { fonts, styles, pieces }: KeptWords,
  numbers: WordNumbers,
  fontNamed: (key: string) => Font | undefined,
): RestoredWords | undefined {
  const same: Font[] = [];
  for (const [key, fingerprint] of fonts) {
    const font = fontNamed(key);
    if (!font || fingerprintOf(font) !== fingerprint) return undefined;
    same.push(font);
  }
  const count = styles.reduce((sum, { texts }) => sum + texts.length, 0);
  const words: (readonly ShapedWord[] | undefined)[] = new Array(count).fill(undefined);
  const glyphs = numbers.subarray(2 * count + pieces);
  const texts = styles.flatMap((style) => style.texts);
  const wordsAt = (index: number): readonly ShapedWord[] =>
    (words[index] ??= restoreText(texts[index]!, { glyphs, place: numbers[2 * index]! }, same));
  // Asked for each word of a booklet, and found at once but for the first time.
  const known: (ShapedWord | undefined)[] = new Array(pieces).fill(undefined);
  const findPiece = (number: number): ShapedWord => {
    const index = numbers[2 * count + number]!;
    return wordsAt(index)[number - numbers[2 * index + 1]!]!;
  };
  const first = new Map<string, number>();
  let start = 0;
  for (const style of styles) {
    first.set(style.name, start);
    start += style.texts.length;
  }
  return {
    wordsOf(name) {
      const from = name === loose ? undefined : first.get(name);
      const style = from === undefined ? undefined : styles.find((each) => each.name === name);
      return style && listWords(style.texts, from!, { words, wordsAt });
    },
    pieceAt: (number) => (known[number] ??= findPiece(number)),
  };
}

/** Words are looked up once, whether they are there already or to be made: a text has a number, and all else stands under it. */
function listWords(
  texts: readonly string[],
  from: number,
  { words, wordsAt }: { words: (readonly ShapedWord[] | undefined)[]; wordsAt: (index: number) => readonly ShapedWord[] },
): ListedWords {
  const indices = new Map<string, number>();
  for (let index = 0; index < texts.length; index++) indices.set(texts[index]!, from + index);
  return {
    get(text) {
      const index = indices.get(text);
      return index === undefined ? undefined : wordsAt(index);
    },
    set(text, shaped) {
      indices.set(text, words.push(shaped) - 1);
    },
    forEach(visit) {
      for (const [text, index] of indices) if (words[index]) visit(words[index], text);
    },
  };
}

/** A font's table `head` holds a sum over the whole file, and when it was made. */
export const fingerprintOf = ({ sfnt }: Font): string => `${sfnt.file.length} ${hashBytes(sfnt.table('head')!)}`;

function storePiece(piece: ShapedWord, font: number, numbers: number[]): void {
  const { text, glyphs } = piece;
  const count = glyphs.length / glyphStride;
  const isPlain = isPlainWord(piece);
  numbers.push(font, piece.isRightToLeft ? -text.length : text.length, isPlain ? -count : count);
  for (let at = 0; at < glyphs.length; at += glyphStride) {
    if (isPlain) numbers.push(glyphs[at]!, glyphs[at + 2]!);
    else for (let field = 0; field < glyphStride; field++) numbers.push(glyphs[at + field]!);
  }
}

function restoreText(
  text: string,
  { glyphs, place }: { readonly glyphs: Int32Array; readonly place: number },
  fonts: readonly Font[],
): readonly ShapedWord[] {
  let at = place;
  let pieces: ShapedWord[] | undefined;
  let start = 0;
  for (let left = glyphs[at++]!; left > 0; left--) {
    const font = fonts[glyphs[at]!]!;
    const length = Math.abs(glyphs[at + 1]!);
    const isRightToLeft = glyphs[at + 1]! < 0;
    const count = glyphs[at + 2]!;
    at += 3;
    const own = roomForGlyphs(Math.abs(count));
    let advance = 0;
    for (let to = 0, cluster = 0; to < own.length; to += glyphStride, cluster++) {
      if (count < 0) {
        own[to] = glyphs[at++]!;
        own[to + 1] = cluster;
        own[to + 2] = glyphs[at++]!;
      } else for (let field = 0; field < glyphStride; field++) own[to + field] = glyphs[at++]!;
      advance += own[to + 2]!;
    }
    const piece = createWord({ font, text: text.slice(start, start + length), glyphs: own, advance, isRightToLeft });
    // Nearly every word is one piece; an array that grows would take room for many.
    if (pieces) pieces.push(piece);
    else pieces = [piece];
    start += length;
  }
  return pieces ?? [];
}
