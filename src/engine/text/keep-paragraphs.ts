/** Set paragraphs as text and numbers, to be kept from one build to the next, and back: what an author did not change is not set again. */
import type { Pt } from '../geometry/length.ts';
import type { ShapedWord } from './font.ts';
import { endSegment, leaveRoom, placeWord } from './line-segments.ts';
import type { LineSegment, SetLine, SetParagraph } from './paragraph.ts';
import type { EarlierParagraphs, EarlierTexts, KnownTexts, ParagraphCache } from './paragraph-cache.ts';

/** Paragraphs as they are kept, but for their numbers: nothing but what JSON can hold. */
export interface KeptParagraphs {
  readonly manners: readonly string[];
  readonly paragraphs: readonly KeptKeys[];
  readonly widths: readonly KeptKeys[];
}

/** The keys of what is kept in one style. */
interface KeptKeys {
  readonly name: string;
  readonly keys: readonly string[];
}

/**
 * The numbers of kept paragraphs. Integers: for each paragraph where its integers and its reals begin, then for each the number of its
 * lines and where the second begins (its run, or -1, and the offset); for each line the number of its segments, its first and last run
 * and whether it is hyphenated; for each segment its run and the number of its words, below zero with rooms; and the words. Reals: for
 * each line its ascent, descent, ratio, tracking and overflow; for each segment its left edge and width; for each word its offset, and
 * with rooms the room after it. The last reals are the least and natural widths of content.
 */
export interface ParagraphNumbers {
  readonly integers: Int32Array;
  readonly reals: Float64Array;
}

/** What becomes of paragraphs when they are stored. */
export interface StoredParagraphs extends ParagraphNumbers {
  readonly kept: KeptParagraphs;
}

/** More manners than this are mostly those of styles that are no longer there: it is time to begin anew. */
const mostManners = 1000;

/** Returns the words that the paragraphs to be kept show. */
export function wordsIn({ paragraphs }: ParagraphCache): ReadonlySet<ShapedWord> {
  const found = new Set<ShapedWord>();
  for (const known of paragraphs.values())
    known.forEachKeepable(({ lines }) => {
      for (const { segments } of lines) for (const { words } of segments) for (const word of words) found.add(word);
    });
  return found;
}

/** Stores the paragraphs and widths that were asked for; `pieces` numbers the words that they show. */
export function storeParagraphs(cache: ParagraphCache, pieces: ReadonlyMap<ShapedWord, number>): StoredParagraphs {
  const places: number[] = [];
  const integers: number[] = [];
  const reals: number[] = [];
  const paragraphs = storeAll(cache.paragraphs, (paragraph) => {
    places.push(integers.length, reals.length);
    storeParagraph(paragraph, pieces, { integers, reals });
  });
  const widths = storeAll(cache.widths, ({ min, max }) => reals.push(min, max));
  return {
    kept: { manners: [...cache.manners.keys()], paragraphs, widths },
    integers: Int32Array.from([...places, ...integers]),
    reals: Float64Array.from(reals),
  };
}

/** Stores the values of all styles, and returns their keys. */
const storeAll = <Value extends object>(
  styles: ReadonlyMap<string, KnownTexts<Value>>,
  store: (value: Value) => void,
): readonly KeptKeys[] =>
  [...styles].map(([name, known]) => {
    const keys: string[] = [];
    known.forEachKeepable((value, key) => {
      keys.push(key);
      store(value);
    });
    return { name, keys };
  });

/** Reads what `storeParagraphs` has stored; undefined if it is time to begin anew. */
export function restoreParagraphs(
  { manners, paragraphs, widths }: KeptParagraphs,
  { integers, reals }: ParagraphNumbers,
  pieceAt: (number: number) => ShapedWord,
): EarlierParagraphs | undefined {
  if (manners.length > mostManners) return undefined;
  const reader = new ParagraphReader({ integers: integers.subarray(2 * countKeys(paragraphs)), reals }, pieceAt);
  const widthsAt = reals.length - 2 * countKeys(widths);
  return {
    manners,
    paragraphsIn: findStyle(paragraphs, (index) => reader.readParagraph(integers[2 * index]!, integers[2 * index + 1]!)),
    widthsIn: findStyle(widths, (index) => ({ min: reals[widthsAt + 2 * index]!, max: reals[widthsAt + 2 * index + 1]! })),
  };
}

const countKeys = (styles: readonly KeptKeys[]): number => styles.reduce((sum, { keys }) => sum + keys.length, 0);

/** Finds what is kept of a style by its name; `restore` counts the keys of all styles. */
function findStyle<Value>(
  styles: readonly KeptKeys[],
  restore: (index: number) => Value,
): (name: string) => EarlierTexts<Value> | undefined {
  const found = new Map<string, EarlierTexts<Value>>();
  let start = 0;
  for (const { name, keys } of styles) {
    const first = start;
    found.set(name, { keys, restore: (index) => restore(first + index) });
    start += keys.length;
  }
  return (name) => found.get(name);
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
  private readonly pieceAt: (number: number) => ShapedWord;
  /** What is read next. */
  integer = 0;
  real = 0;
  /** Lines and segments in hand: arrays that are used again, so that those that are kept are just as long as they must be. */
  private readonly lines: SetLine[] = [];
  private readonly segments: LineSegment[] = [];

  constructor({ integers, reals }: ParagraphNumbers, pieceAt: (number: number) => ShapedWord) {
    this.integers = integers;
    this.reals = reals;
    this.pieceAt = pieceAt;
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
    const { integers, reals, pieceAt } = this;
    const first = this.integer;
    const count = integers[first + 1]!;
    const real = this.real;
    let integer = first + 2;
    let at = real + 2;
    for (const end = integer + Math.abs(count); integer < end; integer++) {
      placeWord(pieceAt(integers[integer]!), reals[at++]!);
      if (count < 0) leaveRoom(reals[at++]!);
    }
    this.integer = integer;
    this.real = at;
    return endSegment(integers[first]!, reals[real]!, reals[real + 1]!);
  }
}
