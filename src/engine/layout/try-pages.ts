/** Tries the pages that end at one break position, after all positions above it: from which states, with which notes and floats, at what cost. */
import { fits, type Pt } from '../geometry/length.ts';
import { cutColumnsDifference } from './balance-columns.ts';
import { forgetClosedWays, limit, limits, takeClosedWay, waysWithin } from './closed-ways.ts';
import { mostFloatHeight } from './float-stream.ts';
import type { Stretch } from './measure-stretch.ts';
import { mostNoteHeight, splitCost } from './note-stream.ts';
import { emptinessCost, lastPageCost, overfullCost, spreadCost } from './page-costs.ts';
import { chooseInserts } from './page-inserts.ts';
import type { PageState, PageStates } from './page-states.ts';
import type { SlidingMinimum } from './sliding-minimum.ts';

/** Ways to the positions of a stretch, by position. */
export interface FoundWays {
  /** Index in the booklet of the first page, or of another one on that side. */
  readonly firstPage: number;
  readonly states: PageStates;
  /** Where the longest page begins that ends there. */
  readonly longest: Int32Array;
  /** The least cost of any way to a position. */
  readonly leastAt: Float64Array;
  /** How many notes and floats have been placed on every way to a position. */
  readonly leastNotes: Int32Array;
  readonly leastFloats: Int32Array;
}

/** What an earlier cut of a stretch has found, and how many of the first strips measure now what they measured then. */
export interface EarlierWays {
  readonly ways: FoundWays;
  readonly same: number;
}

/** What is known of the positions so far. */
export interface KnownWays extends FoundWays {
  readonly stretch: Stretch;
  /** The least cost of any way to a position or one below it. */
  readonly cheapest: SlidingMinimum;
  /** The upper edge of the longest page that begins at a position or below it. */
  readonly highest: Float64Array;
}

/** Rounding may not decide which pages are tried. */
const slack = 0.01;

/** How much higher the columns on a page are than their strips say. */
export const columnsDifference = ({ strips, from, isColumns }: Stretch, start: number, end: number): Pt =>
  isColumns[start] === 1 || isColumns[end - 1] === 1 ? cutColumnsDifference(strips, from + start, from + end) : 0;

/** The pages that end above strip `end`. */
export interface PagesTo {
  /** Where the longest of them begins. */
  readonly least: number;
  readonly end: number;
  /** Whether notes or floats that were called before one of them begins may be open. */
  readonly isOpen: boolean;
}

/**
 * Tries these pages. Those on which everything stands that has been called come first: most others cost more than the best of them.
 */
export function arriveAt(pages: PagesTo, known: KnownWays): PageState[] {
  const { notes, floats } = known.stretch;
  forgetClosedWays();
  const crowded = tryPlainPages(pages, mostInserts(pages, known), known);
  const open: PageState[] = [];
  for (let index = 0; index < crowded.length; index += 1) tryCrowdedPage(crowded[index]!, pages.end, known, open);
  return waysWithin(open, { notes: notes.called[pages.end]!, floats: floats.called[pages.end]! }, known.states.page);
}

/** Returns the most that notes and floats can take of one of these pages. */
function mostInserts({ least, end, isOpen }: PagesTo, { stretch: { notes, floats, room }, leastNotes, leastFloats }: KnownWays): Pt {
  const placedNotes = isOpen ? leastOf(leastNotes, least, end) : notes.called[least]!;
  const placedFloats = isOpen ? leastOf(leastFloats, least, end) : floats.called[least]!;
  return mostNoteHeight(notes, placedNotes, notes.called[end]!, room) + mostFloatHeight(floats, placedFloats, floats.called[end]!, room);
}

/**
 * Tries the pages that hold what is called on them and nothing else, from the longest to the shortest that may yet be the best. Returns
 * where the others begin.
 */
function tryPlainPages({ least, end, isOpen }: PagesTo, inserts: Pt, known: KnownWays): readonly number[] {
  const { stretch, states, leastAt, leastNotes, leastFloats, cheapest, highest } = known;
  const { count, room, feet, tops, fills, notes, floats } = stretch;
  const { firstAt, cost: costOf, page: pageOf, emptiness: emptinessOf } = states;
  const crowded: number[] = [];
  const isLast = end === count;
  const breakCost = stretch.breakCosts[end]!;
  const foot = feet[end]!;
  const calledFloats = floats.called[end]!;
  const noteFoot = notes.heights[notes.called[end]!]!;
  // What no page needs to be asked.
  const hasNotes = notes.called[least]! < notes.called[end]!;
  const hasFills = fills[least]! < fills[end]!;
  const mayBeOpen = isOpen || floats.called[least]! < calledFloats;
  cheapest.begin(least);
  for (let start = least; start < end; start += 1) {
    // A page that begins where every way costs more than a whole way to here is not worth measuring.
    if (leastAt[start]! + breakCost > limit) continue;
    const noteHeight = hasNotes ? noteFoot - notes.heights[notes.called[start]!]! : 0;
    const used = noteHeight > 0 ? foot - tops[start]! + noteHeight + room.noteArea : foot - tops[start]!;
    const isFree = isLast || (hasFills && fills[start]! < fills[end]!);
    const bareCost = isFree ? breakCost : breakCost + emptinessCost(1 - used / room.height);
    const isClosed = !mayBeOpen || (leastNotes[start] === notes.called[start] && leastFloats[start] === calledFloats);
    if (leastAt[start]! + bareCost > limit) {
      // Shorter pages are emptier, and dearer still.
      const mostFilled = (foot - highest[start]! + inserts + slack) / room.height;
      if (!isFree && cheapest.from(start) + breakCost + emptinessCost(1 - mostFilled) > limit + slack) break;
      if (!isClosed) crowded.push(start);
      continue;
    }
    const holdsAll = fits(used + columnsDifference(stretch, start, end), room.height);
    if (!isClosed || (!holdsAll && (noteHeight > 0 || start === end - 1))) crowded.push(start);
    if (!holdsAll) continue;
    const share = Math.max(0, 1 - used / room.height);
    for (let state = firstAt[start]!; state < firstAt[start + 1]!; state += 1) {
      if (!isClosed && hasOpen(state, start, end, known)) continue;
      const page = pageOf[state]!;
      const side = (page + 1) & 1;
      let cost = costOf[state]! + bareCost;
      if (cost > limits[side]!) continue;
      if (isLast) cost += lastPageCost(1 - share, start > 0);
      else if (!isFree && start > 0 && (page & 1) === 0) cost += spreadCost(emptinessOf[state]! - share);
      if (cost <= limits[side]!) takeClosedWay(side, { state, cost, share, isFull: false, isPlain: noteHeight === 0 });
    }
  }
  return crowded;
}

/** Whether floats, or notes called before `start`, remain to be placed on a page that begins in this state. */
const hasOpen = (state: number, start: number, end: number, { states, stretch: { notes, floats } }: KnownWays): boolean =>
  states.notes[state] !== notes.called[start] || states.floats[state] !== floats.called[end];

/** Tries a page that is too full for what is called on it, or to which floats or earlier notes may come. */
function tryCrowdedPage(start: number, end: number, known: KnownWays, open: PageState[]): void {
  const { stretch, states, leastAt, leastNotes, leastFloats } = known;
  const { room, feet, tops, fills, breakCosts, notes, floats } = stretch;
  const breakCost = breakCosts[end]!;
  const used = feet[end]! - tops[start]!;
  const taken = used + columnsDifference(stretch, start, end);
  const isFull = !fits(taken, room.height);
  if (isFull && start < end - 1) return;
  const placedNotes = notes.called[start]!;
  const calledFloats = floats.called[end]!;
  const isClosed = leastNotes[start] === placedNotes && leastFloats[start] === calledFloats;
  if (leastAt[start]! + breakCost + (isFull ? overfullCost : isClosed ? splitCost : 0) > limit) return;
  const noteHeight = notes.heights[notes.called[end]!]! - notes.heights[placedNotes]!;
  const holdsAll = fits(noteHeight > 0 ? taken + noteHeight + room.noteArea : taken, room.height);
  tried.start = start;
  tried.end = end;
  tried.used = used;
  tried.taken = taken;
  tried.breakCost = breakCost;
  tried.isFull = isFull;
  tried.isFree = end === stretch.count || fills[end]! > fills[start]!;
  for (let state = states.firstAt[start]!; state < states.firstAt[start + 1]!; state += 1) {
    if (holdsAll && !hasOpen(state, start, end, known)) continue;
    arriveWithInserts(state, known, open);
  }
}

function leastOf(numbers: Int32Array, from: number, to: number): number {
  let least = numbers[from]!;
  for (let index = from + 1; index < to; index += 1) if (numbers[index]! < least) least = numbers[index]!;
  return least;
}

/** A page that is tried: its strips, their height with what is repeated, and the cost of ending it there. */
interface TriedPage {
  start: number;
  end: number;
  /** What all columns hold on the average. */
  used: Pt;
  /** What the longest column takes. */
  taken: Pt;
  breakCost: number;
  isFull: boolean;
  /** Its emptiness costs nothing. */
  isFree: boolean;
  /** What has been placed before it. */
  notes: number;
  floats: number;
}

/** One for all: there are hundreds of thousands of them in a long booklet. */
const tried: TriedPage = { start: 0, end: 0, used: 0, taken: 0, breakCost: 0, isFull: false, isFree: false, notes: 0, floats: 0 };

/** Tries the page in hand with all that it may hold of the notes and floats that are open in `state`. Ways that leave some of them open are added to `open`. */
function arriveWithInserts(state: number, { stretch, states }: KnownWays, open: PageState[]): void {
  const { count, room, notes, floats } = stretch;
  const { start, end, used, isFull, isFree, breakCost } = tried;
  const next = states.page[state]! + 1;
  const side = next & 1;
  const base = states.cost[state]! + breakCost;
  // Nothing that comes onto the page makes it cheaper.
  if (base > limits[side]!) return;
  const placedNotes = states.notes[state]!;
  const placedFloats = states.floats[state]!;
  const calledNotes = notes.called[end]!;
  const calledFloats = floats.called[end]!;
  if (isFull) {
    const cost = base + overfullCost;
    if (cost > limits[side]!) return;
    if (placedNotes === calledNotes && placedFloats === calledFloats) takeClosedWay(side, { state, cost, share: 0, isFull, isPlain: true });
    else if (placedFloats >= floats.due[end]!)
      open.push({ notes: placedNotes, floats: placedFloats, page: next, cost, before: state, emptiness: 0, isOverfull: true });
    return;
  }
  if (!isFree) {
    const most = mostNoteHeight(notes, placedNotes, calledNotes, room) + mostFloatHeight(floats, placedFloats, calledFloats, room);
    if (base + emptinessCost(1 - (used + most + slack) / room.height) > limits[side]! + slack) return;
  }
  tried.notes = placedNotes;
  tried.floats = placedFloats;
  const choices = chooseInserts(stretch, tried);
  for (let row = 0; row < choices.count; row += 1) {
    const share = Math.max(0, 1 - (used + choices.height[row]!) / room.height);
    let cost = base + choices.cost[row]! + (isFree ? 0 : emptinessCost(share));
    if (end === count) cost += lastPageCost(1 - share, start > 0);
    if (!isFree && start > 0 && side === 1) cost += spreadCost(states.emptiness[state]! - share);
    if (cost > limits[side]!) continue;
    if (choices.notes[row] === calledNotes && choices.floats[row] === calledFloats)
      takeClosedWay(side, { state, cost, share, isFull, isPlain: false });
    else
      open.push({
        notes: choices.notes[row]!,
        floats: choices.floats[row]!,
        page: next,
        cost,
        before: state,
        emptiness: share,
        isOverfull: false,
      });
  }
}
