/**
 * Drawn charts as text, to be kept from one build to the next, and back.
 *
 * Words are kept as they were shaped. Their fonts are found again by name, and a drawing comes back only while they are
 * the same files. What was said while drawing is kept with it, so that a chart that is not drawn anew is no less criticized.
 */
import type { Diagnostic } from '../source/diagnostic.ts';
import { hashText } from '../source/hash.ts';
import { createWord, type Font, type FontRequest, glyphStride, type ShapedWord } from '../text/font.ts';
import type { FontLibrary } from '../text/font-library.ts';
import { fingerprintOf } from '../text/keep-words.ts';
import type { ChartPlace } from './chart-place.ts';
import type { ClippedGroup, Drawing, DrawingItem, DrawnPath, DrawnText, FadedGroup } from './drawing.ts';

/** A chart as it was drawn once. */
export interface DrawnChart {
  readonly drawing: Drawing;
  /** What was said of it. */
  readonly problems: readonly { readonly diagnostic: Diagnostic; readonly place?: ChartPlace }[];
  /** Fonts that it asked for; asking for one that is not there brings forth a warning. */
  readonly requests: readonly FontRequest[];
}

/** A drawn chart with numbers in the place of words and fonts: nothing but what JSON can hold. */
export interface StoredChart extends Omit<DrawnChart, 'drawing'> {
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

/** Makes a drawn chart fit to be kept. */
export function storeChart({ drawing, problems, requests }: DrawnChart, library: FontLibrary): StoredChart {
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

/** Returns the chart as it was drawn; undefined when one of its fonts has changed. Asks for the fonts that drawing it asked for. */
export function restoreChart({ drawing, problems, requests, ...stored }: StoredChart, library: FontLibrary): DrawnChart | undefined {
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

/** Writes charts that are kept under one name; undefined when they hold what JSON cannot. */
export function formatCharts(charts: ReadonlyMap<string, StoredChart>): string | undefined {
  let isWhole = true;
  const text = JSON.stringify([...charts], (_, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) isWhole = false;
    return value;
  });
  return isWhole ? `${hashText(text)}\n${text}` : undefined;
}

/** Reads what `formatCharts` has written; nothing when there is nothing or a letter of it has changed. */
export function parseCharts(content: string | undefined): Map<string, StoredChart> {
  const end = content?.indexOf('\n') ?? -1;
  if (content === undefined || end === -1) return new Map();
  const text = content.slice(end + 1);
  return hashText(text) === content.slice(0, end) ? new Map(JSON.parse(text) as [string, StoredChart][]) : new Map();
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
  if (item.kind === 'image') throw new Error('a chart holds a bitmap');
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
