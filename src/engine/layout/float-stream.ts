/**
 * Floats: blocks that move to the head or foot of the page of their call, or of a later one (CSS Page Floats 3). They keep their
 * order, so that a count says which are placed so far, and never leave their section.
 */
import type { Pt } from '../geometry/length.ts';
import type { PageFloat, PlacedFloat, Strip } from './flow.ts';
import type { Calls } from './note-stream.ts';
import type { PageRoom } from './page-room.ts';

/** The floats of a stretch of strips, in order. Positions are those of the stretch. */
export interface FloatStream {
  readonly floats: readonly CalledFloat[];
  /** For each place among them: what those before it take at the most, with their gaps and notes. */
  readonly heights: Float64Array;
  /** For each break position: how many floats are called above it, and how many must stand on the pages above it. */
  readonly called: Int32Array;
  readonly due: Int32Array;
}

interface CalledFloat {
  readonly float: PageFloat;
  /** The strip below which it was written. */
  readonly call: number;
  /** Its section. */
  readonly first: number;
  readonly end: number;
  /** What its notes take, without the separator. */
  readonly noteHeight: Pt;
}

/** Some floats on a page. */
export interface FloatPlaces {
  readonly height: Pt;
  readonly noteHeight: Pt;
  readonly cost: number;
  readonly placed: readonly PlacedFloat[];
}

/** A page from break position `start` to `end`. */
export interface PageSpan {
  readonly start: number;
  readonly end: number;
}

/** Each page by which a float comes later than its call. */
export const deferredFloatCost = 500;
/** A float at the other edge than was asked for, or where it was written. */
const otherEdgeCost = 200;
const inPlaceCost = 300;
/** More floats on a page of text are not tried. */
export const mostFloatsOnPage = 4;

const order = { top: 0, here: 1, bottom: 2 } as const;

const noFloats: FloatPlaces = { height: 0, noteHeight: 0, cost: 0, placed: [] };

/** Collects the floats of `count` strips from strip `from` on; `calls` are those below which some are written. */
export function createFloatStream(strips: readonly Strip[], { from, count, calls }: Calls, room: PageRoom): FloatStream {
  const floats: CalledFloat[] = [];
  const heights: number[] = [0];
  const called = new Int32Array(count + 1);
  const due = new Int32Array(count + 1);
  for (const [place, call] of calls.entries()) {
    for (const float of strips[from + call]!.floats!) {
      const noteHeight = float.notes.reduce((total, note) => total + note.height + room.noteGap, 0);
      // A forced break ends what a float may move over, as the end of its section does.
      const section = { first: Math.max(-1, float.section.first - from), end: Math.min(count, float.section.end - from) };
      floats.push({ float, call, ...section, noteHeight });
      heights.push(heights.at(-1)! + float.height + 2 * float.gap + noteHeight);
      if (section.end < count) due[section.end + 1] = floats.length;
    }
    called.fill(floats.length, call + 1, (calls[place + 1] ?? count) + 1);
  }
  if (floats.length > 0) for (let index = 1; index <= count; index += 1) due[index] = Math.max(due[index]!, due[index - 1]!);
  return { floats, heights: Float64Array.from(heights), called, due };
}

/** Returns the most that the floats between two places can take of a page, with their notes. */
export const mostFloatHeight = ({ heights }: FloatStream, from: number, to: number, { noteArea }: PageRoom): Pt =>
  from === to ? 0 : heights[to]! - heights[from]! + noteArea;

/** Places floats `from` to before `to` on a page with text; undefined where one of them has no place there. */
export function placeFloats({ floats }: FloatStream, { from, to }: { from: number; to: number }, page: PageSpan): FloatPlaces | undefined {
  if (from === to) return noFloats;
  const placed: PlacedFloat[] = [];
  let [height, noteHeight, cost] = [0, 0, 0];
  let last: PlacedFloat['place'] = 'top';
  for (let index = from; index < to; index += 1) {
    const called = floats[index]!;
    const { float, call } = called;
    const wanted = float.side === 'nearest' ? nearerEdge(call, page) : float.side;
    const place = placesFor(wanted).find((one) => order[one] >= order[last] && mayStand(one, called, page));
    if (!place) return undefined;
    last = place;
    placed.push({ float, place, call });
    height += float.height + (place === 'here' ? 2 : 1) * float.gap;
    noteHeight += called.noteHeight;
    if (place !== wanted) cost += place === 'here' ? inPlaceCost : float.side === 'nearest' ? 0 : otherEdgeCost;
  }
  return { height, noteHeight, cost, placed };
}

/** Fills a page with floats alone, from float `from` on: one at least, and as many as fit. */
export function fillWithFloats({ floats }: FloatStream, { from, to }: { from: number; to: number }, room: PageRoom): FloatPlaces {
  const placed: PlacedFloat[] = [];
  let [height, noteHeight] = [0, 0];
  for (let index = from; index < to; index += 1) {
    const { float, call, noteHeight: own } = floats[index]!;
    const notes = noteHeight + own;
    if (placed.length > 0 && height + float.height + notes + (notes > 0 ? room.noteArea : 0) > room.height) break;
    placed.push({ float, place: 'top', call });
    height += float.height + float.gap;
    noteHeight = notes;
  }
  // Nothing follows the last one.
  return { height: height - placed.at(-1)!.float.gap, noteHeight, cost: 0, placed };
}

const placesFor = (wanted: 'top' | 'bottom'): readonly PlacedFloat['place'][] =>
  wanted === 'top' ? ['top', 'bottom', 'here'] : ['bottom', 'top', 'here'];

/** A float stands below the beginning of its section and above its end. */
function mayStand(place: PlacedFloat['place'], { float, call, first, end }: CalledFloat, page: PageSpan): boolean {
  if (place === 'top') return page.start > first && page.start < end;
  if (place === 'bottom') return page.end <= end;
  return float.canStay && call >= page.start && call < page.end;
}

const nearerEdge = (call: number, { start, end }: PageSpan): 'top' | 'bottom' =>
  call >= start && call - start > end - call ? 'bottom' : 'top';
