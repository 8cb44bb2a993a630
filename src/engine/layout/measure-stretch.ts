/** Strips between two forced breaks, as columns of numbers that page breaking can subtract from each other. */
import type { Pt } from '../geometry/length.ts';
import { createFloatStream, type FloatStream } from './float-stream.ts';
import { type Strip, stripHeight } from './flow.ts';
import { createNoteStream, type NoteStream } from './note-stream.ts';
import { neverCost, type PageRoom, resumedHeight, suspendedHeight } from './page-room.ts';

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
  /** For each break position: what it costs, and where a page ends or begins there, with what it draws besides its strips. */
  readonly breakCosts: Float64Array;
  readonly feet: Float64Array;
  readonly tops: Float64Array;
  /** Which strips call notes and floats. */
  readonly noteCalls: readonly number[];
  readonly floatCalls: readonly number[];
  readonly notes: NoteStream;
  readonly floats: FloatStream;
  /** Which strips are text columns: they are not as high as they say where a page cuts them. */
  readonly isColumns: Uint8Array;
  /** How many of its first strips were the same when it was measured before. */
  readonly same: number;
}

/**
 * Measures the strips `from` to before `to`. Each is looked at once, and not again where a stretch was measured before that begins with the
 * same strips: those of a long booklet are far apart in memory.
 */
export function measureStretch(
  strips: readonly Strip[],
  { from, to }: { from: number; to: number },
  room: PageRoom,
  earlier: Stretch | undefined,
): Stretch {
  const count = to - from;
  const same = earlier && isSameRoom(earlier.room, room) ? sameStrips(earlier, strips, from, to) : 0;
  const heights = new Float64Array(count + 1);
  const fills = new Int32Array(count + 1);
  const spaces = new Float64Array(count + 1);
  const breakCosts = new Float64Array(count + 1);
  const feet = new Float64Array(count + 1);
  const tops = new Float64Array(count + 1);
  const isColumns = new Uint8Array(count);
  const noteCalls: number[] = [];
  const floatCalls: number[] = [];
  if (earlier && same > 0) {
    heights.set(earlier.heights.subarray(0, same + 1));
    fills.set(earlier.fills.subarray(0, same + 1));
    spaces.set(earlier.spaces.subarray(0, same));
    breakCosts.set(earlier.breakCosts.subarray(0, same));
    feet.set(earlier.feet.subarray(0, same));
    tops.set(earlier.tops.subarray(0, same));
    isColumns.set(earlier.isColumns.subarray(0, same));
    for (const call of earlier.noteCalls) if (call < same) noteCalls.push(call);
    for (const call of earlier.floatCalls) if (call < same) floatCalls.push(call);
  }
  for (let index = same; index < count; index += 1) {
    const strip = strips[from + index]!;
    const { content, spaceBefore } = strip;
    spaces[index] = spaceBefore;
    heights[index + 1] = heights[index]! + spaceBefore + stripHeight(strip);
    fills[index + 1] = fills[index]! + (content.kind === 'rule' && content.fillStep ? 1 : 0);
    if (content.kind === 'columns') isColumns[index] = 1;
    if (strip.notes.length > 0) noteCalls.push(index);
    if (strip.floats) floatCalls.push(index);
    if (index > 0) breakCosts[index] = Math.min(strip.breakCost, neverCost);
    feet[index] = heights[index]! + (index > 0 ? suspendedHeight(strips, from + index) : 0);
    tops[index] = heights[index]! + spaceBefore - (index > 0 ? resumedHeight(strips, from + index) : 0);
  }
  feet[count] = heights[count]!;
  return {
    strips,
    from,
    count,
    room,
    heights,
    fills,
    spaces,
    breakCosts,
    feet,
    tops,
    noteCalls,
    floatCalls,
    notes: createNoteStream(strips, { from, count, calls: noteCalls }, room),
    floats: createFloatStream(strips, { from, count, calls: floatCalls }, room),
    isColumns,
    same,
  };
}

const isSameRoom = (one: PageRoom, other: PageRoom): boolean =>
  one.height === other.height && one.noteArea === other.noteArea && one.noteGap === other.noteGap;

/** How many strips the stretch `from` to before `to` has in common with an earlier one, from the first on. */
function sameStrips(earlier: Stretch, strips: readonly Strip[], from: number, to: number): number {
  const most = Math.min(earlier.count, to - from);
  let same = 0;
  while (same < most && earlier.strips[earlier.from + same] === strips[from + same]) same += 1;
  return same;
}

/** Returns, for each strip, the upper edge of the highest page that begins there or further down: what is drawn again at its head is above the strip. */
export function highestTops({ count, tops }: Stretch): Float64Array {
  const highest = new Float64Array(count);
  let top: Pt = Number.POSITIVE_INFINITY;
  for (let index = count - 1; index >= 0; index -= 1) {
    if (tops[index]! < top) top = tops[index]!;
    highest[index] = top;
  }
  return highest;
}
