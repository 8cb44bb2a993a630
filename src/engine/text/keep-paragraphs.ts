/** Set paragraphs as text and numbers, to be kept from one build to the next, and back: what an author did not change is not set again. */
import type { Pt } from '../geometry/length.ts';
import type { ShapedWord } from './font.ts';
import type { KnownPieces } from './keep-words.ts';
import { endSegment, leaveRoom, placeWord } from './line-segments.ts';
import type { LineSegment, SetLine, SetParagraph } from './paragraph.ts';
import type { EarlierParagraphs, ParagraphCache } from './paragraph-cache.ts';

/** How many paragraphs are kept, and how many widths: all else are numbers. */
export interface KeptParagraphs {
  readonly paragraphs: number;
  readonly widths: number;
}

/**
 * The numbers of kept paragraphs. Integers: for each paragraph where its integers and its reals begin, then for each the number of its
 * lines and where the second begins (its run, or -1, and the offset); for each line the number of its segments, its first and last run
 * and whether it is hyphenated; for each segment its run and the number of its words, below zero with rooms; and the words. Reals: the
 * keys of paragraphs, those of widths, and the least and natural widths; then for each line its ascent, descent, ratio, tracking and
 * overflow; for each segment its left edge and width; for each word its offset, and with rooms the room after it.
 */
export interface ParagraphNumbers {
  readonly integers: Int32Array;
  readonly reals: Float64Array;
}

/** What becomes of paragraphs when they are stored. */
export interface StoredParagraphs extends ParagraphNumbers {
  readonly kept: KeptParagraphs;
}

/** Returns the words that the paragraphs to be kept show. */
export function wordsIn({ paragraphs }: ParagraphCache): ReadonlySet<ShapedWord> {
  const found = new Set<ShapedWord>();
  paragraphs.forEachKeepable(({ lines }) => {
    for (const { segments } of lines) for (const { words } of segments) for (const word of words) found.add(word);
  });
  return found;
}

/** Stores the paragraphs and widths that were asked for; `pieces` numbers the words that they show. */
export function storeParagraphs({ paragraphs, widths }: ParagraphCache, pieces: ReadonlyMap<ShapedWord, number>): StoredParagraphs {
  const keys: number[] = [];
  const places: number[] = [];
  const numbers = { integers: [] as number[], reals: [] as number[] };
  paragraphs.forEachKeepable((paragraph, key) => {
    keys.push(key);
    places.push(numbers.integers.length, numbers.reals.length);
    storeParagraph(paragraph, pieces, numbers);
  });
  const ends: number[] = [];
  const keysOfWidths: number[] = [];
  widths.forEachKeepable(({ min, max }, key) => {
    keysOfWidths.push(key);
    ends.push(min, max);
  });
  return {
    kept: { paragraphs: keys.length, widths: keysOfWidths.length },
    integers: Int32Array.from([...places, ...numbers.integers]),
    reals: Float64Array.from([...keys, ...keysOfWidths, ...ends, ...numbers.reals]),
  };
}

/** Reads what `storeParagraphs` has stored. */
export function restoreParagraphs(
  { paragraphs, widths }: KeptParagraphs,
  { integers, reals }: ParagraphNumbers,
  pieces: KnownPieces,
): EarlierParagraphs {
  const ends = reals.subarray(paragraphs + widths);
  const reader = new ParagraphReader({ integers: integers.subarray(2 * paragraphs), reals: ends.subarray(2 * widths) }, pieces);
  return {
    paragraphs: {
      keys: reals.subarray(0, paragraphs),
      restore: (index) => reader.readParagraph(integers[2 * index]!, integers[2 * index + 1]!),
    },
    widths: {
      keys: reals.subarray(paragraphs, paragraphs + widths),
      restore: (index) => ({ min: ends[2 * index]!, max: ends[2 * index + 1]! }),
    },
  };
}

function storeParagraph(
  { lines, secondLine }: SetParagraph,
  pieces: ReadonlyMap<ShapedWord, number>,
  { integers, reals }: { readonly integers: number[]; readonly reals: number[] },
): void {
  integers.push(lines.length, secondLine?.run ?? -1, secondLine?.offset ?? -1);
  for (const { segments, ascent, descent, firstRun, lastRun, isHyphenated, ratio, tracking, overflow } of lines) {
    integers.push(segments.length, firstRun, lastRun, isHyphenated ? 1 : 0);
    reals.push(ascent, descent, ratio, tracking, overflow);
    for (const { run, x, width, words, offsets, rooms } of segments) {
      integers.push(run, rooms ? -words.length : words.length);
      reals.push(x, width);
      for (let index = 0; index < words.length; index++) {
        integers.push(pieces.get(words[index]!)!);
        reals.push(offsets[index]!);
        if (rooms) reals.push(rooms[index]!);
      }
    }
  }
}

const noSegments: readonly LineSegment[] = [];

/** A line whose numbers come next. A class, since V8 makes a literal of so many properties in a microsecond. */
class ReadLine implements SetLine {
  segments: readonly LineSegment[] = noSegments;
  readonly ascent: Pt;
  readonly descent: Pt;
  readonly firstRun: number;
  readonly lastRun: number;
  readonly isHyphenated: boolean;
  readonly ratio: number;
  readonly tracking: number;
  readonly overflow: Pt;

  constructor({ integers, integer, reals, real }: ParagraphReader) {
    this.ascent = reals[real]!;
    this.descent = reals[real + 1]!;
    this.firstRun = integers[integer + 1]!;
    this.lastRun = integers[integer + 2]!;
    this.isHyphenated = integers[integer + 3] === 1;
    this.ratio = reals[real + 2]!;
    this.tracking = reals[real + 3]!;
    this.overflow = reals[real + 4]!;
  }
}

/** Makes paragraphs of their numbers. A class, since each field is read for each word of a booklet. */
class ParagraphReader {
  readonly integers: Int32Array;
  readonly reals: Float64Array;
  private readonly pieces: KnownPieces;
  /** What is read next. */
  integer = 0;
  real = 0;
  /** Lines and segments in hand: arrays that are used again, so that those that are kept are just as long as they must be. */
  private readonly lines: SetLine[] = [];
  private readonly segments: LineSegment[] = [];

  constructor({ integers, reals }: ParagraphNumbers, pieces: KnownPieces) {
    this.integers = integers;
    this.reals = reals;
    this.pieces = pieces;
  }

  /** Reads the paragraph whose numbers begin at these places. */
  readParagraph(integer: number, real: number): SetParagraph {
    const { integers } = this;
    const count = integers[integer]!;
    const run = integers[integer + 1]!;
    const offset = integers[integer + 2]!;
    this.integer = integer + 3;
    this.real = real;
    for (let index = 0; index < count; index++) this.lines[index] = this.readLine();
    const secondLine = run < 0 ? undefined : { run, offset };
    return { lines: this.lines.slice(0, count), isSound: true, longLine: undefined, beginsLong: false, secondLine };
  }

  private readLine(): SetLine {
    const { integer } = this;
    const line = new ReadLine(this);
    this.integer += 4;
    this.real += 5;
    const count = this.integers[integer]!;
    for (let index = 0; index < count; index++) this.segments[index] = this.readSegment();
    line.segments = this.segments.slice(0, count);
    return line;
  }

  private readSegment(): LineSegment {
    const { integers, reals, pieces } = this;
    const first = this.integer;
    const count = integers[first + 1]!;
    const real = this.real;
    let integer = first + 2;
    let at = real + 2;
    for (const end = integer + Math.abs(count); integer < end; integer++) {
      placeWord(pieces.pieceAt(integers[integer]!), reals[at++]!);
      if (count < 0) leaveRoom(reals[at++]!);
    }
    this.integer = integer;
    this.real = at;
    return endSegment(integers[first]!, reals[real]!, reals[real + 1]!);
  }
}
