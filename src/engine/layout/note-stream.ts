/**
 * The footnotes of a stretch of text, one below the other as one long list of strips, so that a place in it says which notes
 * are printed so far. A note that does not fit on the page of its call goes on at the foot of the next one.
 */
import { fits, type Pt } from '../geometry/length.ts';
import { type FlowPart, type Note, type Strip, stripHeight } from './flow.ts';
import { neverCost, type PageRoom, resumedHeight, suspendedHeight } from './page-room.ts';

/** A part of a note that stands on one page. */
export interface NotePart extends FlowPart {
  readonly note: Note;
  readonly height: Pt;
}

/** All notes that a stretch of strips calls. A place among their lines is between two of them; it has the number of the second. */
export interface NoteStream {
  /** The strips of the notes; `index` is that in the note. */
  readonly lines: readonly { readonly note: Note; readonly index: number }[];
  /** For each place: height of all notes before it with the gaps below them, and how many notes begin before it. */
  readonly heights: Float64Array;
  readonly begun: Int32Array;
  /** How many lines of its note stand above it, and how many follow. */
  readonly above: Int32Array;
  readonly rest: Int32Array;
  /** Inside a note: the cost of a break there, and what the parts below and above it take besides their lines. */
  readonly breakCosts: Float64Array;
  readonly resumed: Float64Array;
  readonly suspended: Float64Array;
  /** For each strip of the stretch: the place that the notes called before it reach. */
  readonly called: Int32Array;
  /** The most that notes take besides their own heights where pages cut them. */
  readonly mostCutHeight: Pt;
}

/** Some strips of a flow, and which of them call notes or floats, by their place among these strips. */
export interface Calls {
  readonly from: number;
  readonly count: number;
  readonly calls: readonly number[];
}

/** Where the notes of a page end, what of the page they take, and what it costs to end there. */
export interface NoteSplit {
  readonly end: number;
  readonly height: Pt;
  readonly cost: number;
}

/** A note may be divided before a widow or a third of a page is risked, but not for a line or two of white. */
export const splitCost = 500;
/** Each line that goes to the next page, up to a bound: as much of a note as can be stands below its call. */
const carriedLineCost = 15;
const mostCarriedLineCost = 300;
/** Less than two lines of a note on either side of a page break. */
const shortPartCost = 12_000;
const fewestLines = 2;
/** A note that begins after the page of its call. */
const lateNoteCost = 30_000;
/** A divided note that skips a page. */
const skippedPageCost = 15_000;
/** How far above the last place that fits a better one is looked for. */
const mostTrials = 40;

/** Collects the notes of `count` strips from strip `from` on; `calls` are those that call some. */
export function createNoteStream(strips: readonly Strip[], { from, count, calls }: Calls, room: PageRoom): NoteStream {
  const lines: { note: Note; index: number }[] = [];
  const called = new Int32Array(count + 1);
  for (const [place, call] of calls.entries()) {
    for (const note of strips[from + call]!.notes)
      for (let index = 0; index < note.flow.strips.length; index += 1) lines.push({ note, index });
    called.fill(lines.length, call + 1, (calls[place + 1] ?? count) + 1);
  }
  return { lines, called, ...measureLines(lines, room) };
}

function measureLines(lines: NoteStream['lines'], { noteGap }: PageRoom): Omit<NoteStream, 'lines' | 'called'> {
  const { length } = lines;
  const heights = new Float64Array(length + 1);
  const begun = new Int32Array(length + 1);
  const above = new Int32Array(length + 1);
  const rest = new Int32Array(length + 1);
  const breakCosts = new Float64Array(length + 1);
  const resumed = new Float64Array(length + 1);
  const suspended = new Float64Array(length + 1);
  let [head, foot] = [0, 0];
  for (let place = 0; place < length; place += 1) {
    const { note, index } = lines[place]!;
    const { strips } = note.flow;
    const strip = strips[index]!;
    const isLast = index === strips.length - 1;
    heights[place + 1] = heights[place]! + (index > 0 ? strip.spaceBefore : 0) + stripHeight(strip) + (isLast ? noteGap : 0);
    begun[place + 1] = begun[place]! + (index === 0 ? 1 : 0);
    above[place] = index;
    rest[place] = strips.length - index;
    if (index === 0) continue;
    breakCosts[place] = Math.min(strip.breakCost, neverCost);
    resumed[place] = resumedHeight(strips, index) - strip.spaceBefore;
    suspended[place] = noteGap + suspendedHeight(strips, index);
    head = Math.max(head, resumed[place]!);
    foot = Math.max(foot, suspended[place]!);
  }
  return { heights, begun, above, rest, breakCosts, resumed, suspended, mostCutHeight: head + foot };
}

/** Returns the most that the notes between two places can take of a page. */
export const mostNoteHeight = ({ heights, mostCutHeight }: NoteStream, from: number, to: number, { noteArea }: PageRoom): Pt =>
  from === to ? 0 : heights[to]! - heights[from]! + mostCutHeight + noteArea;

/** Decides which of the notes from place `from` to `to` stand on a page that has `available` left for them. */
export function splitNotes(stream: NoteStream, { from, to }: { from: number; to: number }, available: Pt): NoteSplit {
  const whole = heightBetween(stream, from, to);
  if (fits(whole, available)) return { end: to, height: whole, cost: 0 };
  let best: NoteSplit = { end: from, height: 0, cost: costAt(stream, from, to) + (stream.above[from]! > 0 ? skippedPageCost : 0) };
  const last = lastFitting(stream, { from, to }, available);
  for (let end = last; end > from && last - end < mostTrials; end -= 1) {
    const cost = costAt(stream, end, to);
    if (cost < best.cost) best = { end, height: heightBetween(stream, from, end), cost };
    if (cost <= splitCost + mostCarriedLineCost) break;
  }
  return best;
}

/** Returns the part of the notes between two places that one page holds, cut into notes. */
export function notePartsBetween(stream: NoteStream, from: number, to: number, room: PageRoom): readonly NotePart[] {
  const parts: NotePart[] = [];
  for (let start = from; start < to; ) {
    const { note, index } = stream.lines[start]!;
    const end = Math.min(to, start + note.flow.strips.length - index);
    const height = heightBetween(stream, start, end) - room.noteGap;
    parts.push({ note, flow: note.flow, from: index, to: index + end - start, height });
    start = end;
  }
  return parts;
}

/** Height of the notes between two places, with a gap below each. */
const heightBetween = ({ heights, resumed, suspended }: NoteStream, from: number, to: number): Pt =>
  from === to ? 0 : heights[to]! - heights[from]! + resumed[from]! + suspended[to]!;

function lastFitting(stream: NoteStream, { from, to }: { from: number; to: number }, available: Pt): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(heightBetween(stream, from, middle), available)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Cost of a page whose notes end at `place` when those until `to` have been called. */
function costAt({ begun, above, rest, breakCosts }: NoteStream, place: number, to: number): number {
  if (place === to) return 0;
  const late = (begun[to]! - begun[place]!) * lateNoteCost;
  if (above[place] === 0) return late;
  const carried = Math.min(mostCarriedLineCost, carriedLineCost * (to - place));
  const isShort = above[place]! < fewestLines || rest[place]! < fewestLines;
  return late + splitCost + carried + breakCosts[place]! + (isShort ? shortPartCost : 0);
}
