/**
 * Where notes in the margin stand: in their order, apart from each other, and moved as little as possible in all from the
 * lines that they belong to.
 *
 * With the heights above each note taken off, notes that do not overlap are numbers that do not fall: least absolute
 * isotonic regression, by pooling adjacent violators (Robertson & Waltmann 1968); the bounds of the page clamp the result.
 */
import type { Pt } from '../geometry/length.ts';

/** A note and the y at which it would like to begin. */
export interface WantedNote {
  readonly y: Pt;
  readonly height: Pt;
}

/** The part of the margin that notes may take. */
export interface NoteRoom {
  readonly top: Pt;
  readonly height: Pt;
  /** Least distance between two notes. */
  readonly gap: Pt;
}

/** Returns how many of the notes, from the first on, one page can hold: one at least. */
export function countFitting(notes: readonly WantedNote[], room: NoteRoom): number {
  let used = 0;
  for (const [index, note] of notes.entries()) {
    used += note.height + (index > 0 ? room.gap : 0);
    if (used > room.height + 0.01) return Math.max(1, index);
  }
  return notes.length;
}

/** Returns the y of each note. All of them fit, or the last ones leave the room. */
export function fitSidenotes(notes: readonly WantedNote[], room: NoteRoom): readonly Pt[] {
  const offsets: Pt[] = [];
  let offset = 0;
  const pools: number[][] = [];
  for (const note of notes) {
    offsets.push(offset);
    let pool = [note.y - offset];
    offset += note.height + room.gap;
    while (pools.length > 0 && upperMedian(pools.at(-1)!) > upperMedian(pool)) pool = [...pools.pop()!, ...pool].sort((a, b) => a - b);
    pools.push(pool);
  }
  const lowest = Math.max(room.top, room.top + room.height - (offset - room.gap));
  const starts = pools.flatMap((pool) => pool.map(() => Math.min(lowest, Math.max(room.top, upperMedian(pool)))));
  return starts.map((start, index) => start + offsets[index]!);
}

/** Of two ways that cost the same, the later note moves down rather than the earlier one up. */
const upperMedian = (sorted: readonly number[]): number => sorted[Math.floor(sorted.length / 2)]!;
