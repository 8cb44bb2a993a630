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
  /** The letters of all texts: JSON is read in no time where it is one long text. */
  readonly letters: string;
  /** How many texts there are, and how many pieces they have. */
  readonly texts: number;
  readonly pieces: number;
}

/** Texts that were shaped in one style. The last style has no name: what no text by itself was shaped to, letters joined to others. */
interface KeptStyle {
  readonly name: string;
  readonly texts: number;
}

/**
 * The numbers of kept words: for each text of all styles where its letters begin and the number of its first piece, and where the last
 * text ends; for each piece where its letters and its glyphs begin; then the glyphs of each piece: its font, its length in UTF-16 units
 * (below zero from right to left), how many glyphs it has, and their numbers. Most glyphs are one letter each and stand where they should:
 * of those, only the glyph id and the advance are there, and their number is below zero.
 */
type WordNumbers = Int32Array;

/** Words of an earlier build. Nothing is made of a word before it is asked for. */
export interface RestoredWords {
  readonly wordsOf: EarlierWords;
  readonly pieces: KnownPieces;
}

/** The pieces of words, by their numbers. */
export interface KnownPieces {
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
  let letters = '';
  const texts: number[] = [];
  const places: number[] = [];
  const glyphs: number[] = [];
  const pieces = new Map<ShapedWord, number>();
  const store = (words: readonly ShapedWord[], text: string): boolean => {
    if (words.some((word) => word.missing !== undefined)) return false;
    texts.push(letters.length, places.length / 2);
    let begin = letters.length;
    for (const word of words) {
      if (!pieces.has(word)) pieces.set(word, places.length / 2);
      places.push(begin, glyphs.length);
      begin += word.text.length;
      storePiece(word, numberOf(word.font), glyphs);
    }
    letters += text;
    return true;
  };
  const styles = [...cache.styles].map(([name, words]): KeptStyle => {
    let stored = 0;
    words.forEach((shaped, text) => {
      if (store(shaped, text)) stored++;
    });
    return { name, texts: stored };
  });
  const known = texts.length / 2;
  for (const word of others) if (!pieces.has(word)) store([word], word.text);
  const count = texts.length / 2;
  styles.push({ name: loose, texts: count - known });
  texts.push(letters.length, places.length / 2);
  const named = [...fonts.keys()].map((font) => [font.key, fingerprintOf(font)] as const);
  return {
    kept: { fonts: named, styles, letters, texts: count, pieces: places.length / 2 },
    numbers: Int32Array.from([...texts, ...places, ...glyphs]),
    pieces,
  };
}

/** Reads what `storeWords` has stored; undefined if not all its fonts are the files that they were. */
export function restoreWords(
  kept: KeptWords,
  numbers: WordNumbers,
  fontNamed: (key: string) => Font | undefined,
): RestoredWords | undefined {
  const same: Font[] = [];
  for (const [key, fingerprint] of kept.fonts) {
    const font = fontNamed(key);
    if (!font || fingerprintOf(font) !== fingerprint) return undefined;
    same.push(font);
  }
  const reader = new WordReader(kept, numbers, same);
  return {
    pieces: reader,
    wordsOf(name) {
      let start = 0;
      for (const style of kept.styles) {
        if (style.name === name && name !== loose) return listWords(reader, start, start + style.texts);
        start += style.texts;
      }
      return undefined;
    },
  };
}

/** Words are looked up once, whether they are there already or to be made: a text has a number, and all else stands under it. */
function listWords(reader: WordReader, from: number, to: number): ListedWords {
  const { words } = reader;
  const indices = new Map<string, number>();
  for (let index = from; index < to; index++) indices.set(reader.textAt(index), index);
  return {
    get(text) {
      const index = indices.get(text);
      return index === undefined ? undefined : reader.wordsAt(index);
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

/** Makes words of their numbers. A class, since each field is read for each word of a booklet. */
class WordReader implements KnownPieces {
  /** The words of texts that were asked for, and of those that were added. */
  readonly words: (readonly ShapedWord[] | undefined)[];
  private readonly pieces: (ShapedWord | undefined)[];
  private readonly letters: string;
  private readonly numbers: WordNumbers;
  private readonly fonts: readonly Font[];
  /** Where the numbers of pieces begin, and those of glyphs. */
  private readonly places: number;
  private readonly glyphs: number;

  constructor({ letters, texts, pieces }: KeptWords, numbers: WordNumbers, fonts: readonly Font[]) {
    this.words = new Array(texts).fill(undefined);
    this.pieces = new Array(pieces).fill(undefined);
    this.letters = letters;
    this.numbers = numbers;
    this.fonts = fonts;
    this.places = 2 * (texts + 1);
    this.glyphs = this.places + 2 * pieces;
  }

  textAt(index: number): string {
    return this.letters.slice(this.numbers[2 * index], this.numbers[2 * index + 2]);
  }

  wordsAt(index: number): readonly ShapedWord[] {
    let words = this.words[index];
    if (words === undefined) {
      const pieces: ShapedWord[] = [];
      for (let number = this.numbers[2 * index + 1]!; number < this.numbers[2 * index + 3]!; number++) pieces.push(this.pieceAt(number));
      words = this.words[index] = pieces;
    }
    return words;
  }

  pieceAt(number: number): ShapedWord {
    return (this.pieces[number] ??= this.readPiece(number));
  }

  private readPiece(number: number): ShapedWord {
    const { numbers } = this;
    const begin = numbers[this.places + 2 * number]!;
    let at = this.glyphs + numbers[this.places + 2 * number + 1]!;
    const font = this.fonts[numbers[at]!]!;
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
    const text = this.letters.slice(begin, begin + Math.abs(length));
    return createWord({ font, text, glyphs, advance, isRightToLeft: length < 0 });
  }
}
