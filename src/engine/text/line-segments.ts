/** Makes what runs have on lines, word by word. The columns are used again for each segment, so that what is kept of it is in arrays that are just as long as it is. */
import type { Pt } from '../geometry/length.ts';
import type { ShapedWord } from './font.ts';
import type { LineSegment } from './paragraph.ts';

/** The words of the segment in hand. */
const placed = { count: 0, words: [] as ShapedWord[], offsets: [] as Pt[], rooms: [] as Pt[], hasRooms: false };

/** Adds a word at its distance from the left edge of the segment. */
export function placeWord(word: ShapedWord, offset: Pt): void {
  const index = placed.count++;
  placed.words[index] = word;
  placed.offsets[index] = offset;
  placed.rooms[index] = 0;
}

/** Leaves room after the last word, if there is one. */
export function leaveRoom(room: Pt): void {
  if (room <= 0 || placed.count === 0) return;
  placed.rooms[placed.count - 1] = room;
  placed.hasRooms = true;
}

/** Returns the words in hand as what a run has on the line. */
export function endSegment(run: number, start: Pt, width: Pt): LineSegment {
  const segment = new PlacedSegment(run, start, width);
  placed.count = 0;
  placed.hasRooms = false;
  return segment;
}

/** What a run has on the line, from the words in hand. A class, since a book has hundreds of thousands. */
class PlacedSegment implements LineSegment {
  readonly run: number;
  readonly x: Pt;
  readonly width: Pt;
  readonly words: readonly ShapedWord[];
  readonly offsets: readonly Pt[];
  readonly rooms: readonly Pt[] | undefined;

  constructor(run: number, x: Pt, width: Pt) {
    const { count, words, offsets, rooms, hasRooms } = placed;
    this.run = run;
    this.x = x;
    this.width = width;
    this.words = words.slice(0, count);
    this.offsets = offsets.slice(0, count);
    this.rooms = hasRooms ? rooms.slice(0, count) : undefined;
  }
}
