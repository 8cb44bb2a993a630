/**
 * Drawn charts and SVG files as text, to be kept from one build to the next, and back.
 *
 * Words are kept as they were shaped. Their fonts are found again by name, and a drawing comes back only while they are
 * the same files. What was said while drawing is kept with it, so that a drawing that is not drawn anew is no less criticized.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import { hashText } from '../source/hash.ts';
import { createWord, type Font, type FontRequest, glyphStride, type ShapedWord } from '../text/font.ts';
import type { FontLibrary } from '../text/font-library.ts';
import { fingerprintOf } from '../text/keep-words.ts';
import type { ChartPlace } from './chart-place.ts';
import type { ClippedGroup, Drawing, DrawingItem, DrawnPath, DrawnText, FadedGroup } from './drawing.ts';

/** What was drawn once. `Place` says where problems are. */
export interface FinishedDrawing<Place = ChartPlace> {
  readonly drawing: Drawing;
  /** What was said of it. */
  readonly problems: readonly { readonly diagnostic: Diagnostic; readonly place?: Place }[];
  /** Fonts that it asked for; asking for one that is not there brings forth a warning. */
  readonly requests: readonly FontRequest[];
}

/** A drawing with numbers in the place of words and fonts: nothing but what JSON can hold. */
export interface StoredDrawing<Place = ChartPlace> extends Omit<FinishedDrawing<Place>, 'drawing'> {
  readonly drawing: Omit<Drawing, 'items'> & { readonly items: readonly StoredItem[] };
  readonly words: readonly StoredWord[];
  readonly fonts: readonly StoredFont[];
}

type StoredItem = DrawnPath | StoredText | StoredClip | StoredGroup;
type StoredText = Omit<DrawnText, 'words'> & { readonly words: readonly number[] };
interface StoredClip extends Omit<ClippedGroup, 'items'> {
  readonly items: readonly StoredItem[];
}
interface StoredGroup extends Omit<FadedGroup, 'items'> {
  readonly items: readonly StoredItem[];
}
type StoredWord = Omit<ShapedWord, 'font' | 'glyphs' | 'advance' | 'number'> & {
  readonly font: number;
  readonly glyphs: readonly number[];
};

interface StoredFont {
  readonly key: string;
  readonly fingerprint: string;
}

/** Makes a drawing fit to be kept. */
export function storeDrawing<Place>({ drawing, problems, requests }: FinishedDrawing<Place>, library: FontLibrary): StoredDrawing<Place> {
  const words = numbering<ShapedWord>();
  const fonts = numbering<Font>();
  for (const request of requests) fonts.numberOf(library.firstFont(request));
  const items = drawing.items.map((item) => storeItem(item, words.numberOf));
  return {
    drawing: { ...drawing, items },
    problems,
    requests,
    words: words.all.map((word) => storeWord(word, fonts.numberOf)),
    fonts: fonts.all.map((font) => ({ key: font.key, fingerprint: fingerprintOf(font) })),
  };
}

/** Returns what was drawn; undefined when one of its fonts has changed. Asks for the fonts that drawing it asked for. */
export function restoreDrawing<Place>(
  { drawing, problems, requests, ...stored }: StoredDrawing<Place>,
  library: FontLibrary,
): FinishedDrawing<Place> | undefined {
  for (const request of requests) library.firstFont(request);
  const fonts: Font[] = [];
  for (const { key, fingerprint } of stored.fonts) {
    const font = library.fontNamed(key);
    if (!font || fingerprintOf(font) !== fingerprint) return undefined;
    fonts.push(font);
  }
  const words = stored.words.map((word) => restoreWord(word, fonts[word.font]!));
  return { drawing: { ...drawing, items: drawing.items.map((item) => restoreItem(item, words)) }, problems, requests };
}

/** Writes drawings that are kept under one name; undefined when they hold what JSON cannot. */
export function formatDrawings<Place>(drawings: ReadonlyMap<string, StoredDrawing<Place>>): string | undefined {
  let isWhole = true;
  const text = JSON.stringify([...drawings], (_, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) isWhole = false;
    return value;
  });
  return isWhole ? `${hashText(text)}\n${text}` : undefined;
}

/** Reads what `formatDrawings` has written; nothing when there is nothing or a letter of it has changed. */
export function parseDrawings<Place = ChartPlace>(content: string | undefined): Map<string, StoredDrawing<Place>> {
  const end = content?.indexOf('\n') ?? -1;
  if (content === undefined || end === -1) return new Map();
  const text = content.slice(end + 1);
  return hashText(text) === content.slice(0, end) ? new Map(JSON.parse(text) as [string, StoredDrawing<Place>][]) : new Map();
}

interface Numbering<Thing> {
  readonly all: readonly Thing[];
  numberOf(thing: Thing): number;
}

function numbering<Thing>(): Numbering<Thing> {
  const all: Thing[] = [];
  const numbers = new Map<Thing, number>();
  const numberOf = (thing: Thing): number => {
    let number = numbers.get(thing);
    if (number === undefined) numbers.set(thing, (number = all.push(thing) - 1));
    return number;
  };
  return { all, numberOf };
}

function storeItem(item: DrawingItem, numberOf: (word: ShapedWord) => number): StoredItem {
  if (item.kind === 'path') return item;
  if (item.kind === 'image') throw new Error('a drawing holds a bitmap');
  if (item.kind !== 'text') return { ...item, items: item.items.map((inner) => storeItem(inner, numberOf)) };
  return { ...item, words: item.words.map(numberOf) };
}

function restoreItem(item: StoredItem, words: readonly ShapedWord[]): DrawingItem {
  if (item.kind === 'path') return item;
  if (item.kind !== 'text') return { ...item, items: item.items.map((inner) => restoreItem(inner, words)) };
  return { ...item, words: item.words.map((word) => words[word]!) };
}

function storeWord({ font, text, glyphs, isRightToLeft, missing }: ShapedWord, numberOf: (font: Font) => number): StoredWord {
  return { font: numberOf(font), text, glyphs: [...glyphs], isRightToLeft, ...(missing !== undefined && { missing }) };
}

function restoreWord({ text, glyphs, isRightToLeft, missing }: StoredWord, font: Font): ShapedWord {
  let advance = 0;
  for (let at = 2; at < glyphs.length; at += glyphStride) advance += glyphs[at]!;
  const word = createWord({ font, text, glyphs: Int32Array.from(glyphs), advance, isRightToLeft });
  return missing === undefined ? word : { ...word, missing };
}
