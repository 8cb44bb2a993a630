/**
 * The items of a paragraph for `breakLines`, each with what it shows and the run it comes from. One table is filled
 * again and again, because a book has a million items: what is read from it is valid until the next paragraph is built.
 */
import type { Pt } from '../geometry/length.ts';
import { box, type LineItems, penalty } from './break-lines.ts';
import type { MeasuredWord } from './measure-word.ts';

/** TeX's proportions for text type: a space gives half of its width and takes a third. */
export const spaceStretch = 1 / 2;
export const spaceShrink = 1 / 3;

/** In ems, how much farther apart and how much closer letters of justified text may stand: too little to be seen. Never in scripts that join. */
export const letterStretch = 0.015;
export const letterShrink = 0.01;

/** Of a leader: more than any space, so that it takes what is left of its line. */
export const leaderStretch = 100_000;

/** Items with their content, one column for each property. */
export interface ParagraphItems extends LineItems {
  length: number;
  capacity: number;
  kind: Uint8Array;
  width: Float64Array;
  stretch: Float64Array;
  shrink: Float64Array;
  penalty: Int16Array;
  flagged: Uint8Array;
  hangs: Float64Array | undefined;
  postBreaks: Map<number, MeasuredWord> | undefined;
  /** Index of the run. */
  run: Int32Array;
  /** Embedding level; odd levels run from right to left. */
  level: Uint8Array;
  /** Where the word or space begins in the paragraph's text. */
  offset: Int32Array;
  /** The part of the word that a box is; fragments of one word follow each other without a gap. */
  from: Int32Array;
  to: Int32Array;
  /** What is shown: a word, a space; for penalties the word that they divide. Undefined for box runs, leaders and forced breaks. */
  readonly words: (MeasuredWord | undefined)[];
}

/** Where an item comes from. */
export interface ItemSource {
  run: number;
  level: number;
  offset: number;
}

/** Makes an empty table. */
export function createItems(): ParagraphItems {
  return { length: 0, words: [], hangs: undefined, postBreaks: undefined, ...columns(1024) };
}

/** Adds an item and returns its index; properties that are not given are 0. */
export function addItem(items: ParagraphItems, kind: number, width: Pt, source: ItemSource): number {
  if (items.length === items.capacity) grow(items);
  const index = items.length++;
  items.kind[index] = kind;
  items.width[index] = width;
  items.stretch[index] = 0;
  items.shrink[index] = 0;
  items.penalty[index] = 0;
  items.flagged[index] = 0;
  items.run[index] = source.run;
  items.level[index] = source.level;
  items.offset[index] = source.offset;
  items.from[index] = 0;
  items.to[index] = 0;
  items.words[index] = undefined;
  return index;
}

/** Tells whether an item is the gap beside a character of Chinese or Japanese: it shows nothing, and the line may end at it without it. */
export const isGap = ({ kind, stretch, words }: ParagraphItems, index: number): boolean =>
  words[index] === undefined && kind[index] !== box && kind[index] !== penalty && stretch[index]! < leaderStretch;

const columns = (capacity: number) => ({
  capacity,
  kind: new Uint8Array(capacity),
  width: new Float64Array(capacity),
  stretch: new Float64Array(capacity),
  shrink: new Float64Array(capacity),
  penalty: new Int16Array(capacity),
  flagged: new Uint8Array(capacity),
  run: new Int32Array(capacity),
  level: new Uint8Array(capacity),
  offset: new Int32Array(capacity),
  from: new Int32Array(capacity),
  to: new Int32Array(capacity),
});

function grow(items: ParagraphItems): void {
  const larger = columns(items.capacity * 2);
  larger.kind.set(items.kind);
  larger.width.set(items.width);
  larger.stretch.set(items.stretch);
  larger.shrink.set(items.shrink);
  larger.penalty.set(items.penalty);
  larger.flagged.set(items.flagged);
  larger.run.set(items.run);
  larger.level.set(items.level);
  larger.offset.set(items.offset);
  larger.from.set(items.from);
  larger.to.set(items.to);
  Object.assign(items, larger);
}
