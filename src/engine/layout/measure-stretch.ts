/** Strips between two forced breaks, as columns of numbers that page breaking can subtract from each other. */
import { createFloatStream, type FloatStream } from './float-stream.ts';
import { type Strip, stripHeight } from './flow.ts';
import { createNoteStream, type NoteStream } from './note-stream.ts';
import type { PageRoom } from './page-room.ts';

/** A stretch of strips. Its break positions are numbered from 0, above its first strip, to `count`. */
export interface Stretch {
  readonly strips: readonly Strip[];
  /** Index of the first strip in the flow. */
  readonly from: number;
  readonly count: number;
  readonly room: PageRoom;
  /** Sums of heights, and of rules that fill their page, before each break position. */
  readonly heights: Float64Array;
  readonly fills: Int32Array;
  /** Space above each strip, which vanishes when it begins a page. */
  readonly spaces: Float64Array;
  readonly notes: NoteStream;
  readonly floats: FloatStream;
  /** Whether there are text columns, which are not as high as their strips say where a page cuts them. */
  readonly hasColumns: boolean;
}

/** Measures the strips `from` to before `to`. */
export function measureStretch(strips: readonly Strip[], { from, to }: { from: number; to: number }, room: PageRoom): Stretch {
  const count = to - from;
  const heights = new Float64Array(count + 1);
  const spaces = new Float64Array(count);
  const fills = new Int32Array(count + 1);
  let hasColumns = false;
  for (let index = 0; index < count; index += 1) {
    const strip = strips[from + index]!;
    spaces[index] = strip.spaceBefore;
    heights[index + 1] = heights[index]! + strip.spaceBefore + stripHeight(strip);
    fills[index + 1] = fills[index]! + (strip.content.kind === 'rule' && strip.content.fillStep ? 1 : 0);
    hasColumns ||= strip.content.kind === 'columns';
  }
  const notes = createNoteStream(count === strips.length ? strips : strips.slice(from, to), room);
  const floats = createFloatStream(strips, { from, to }, room);
  return { strips, from, count, room, heights, spaces, fills, notes, floats, hasColumns };
}
