/** Tries the pages that end at one break position, after all positions above it: from which states, with which notes and floats, at what cost. */
import { fits, type Pt } from '../geometry/length.ts';
import { cutColumnsDifference } from './balance-columns.ts';
import { forgetClosedWays, limit, limits, takeClosedWay, waysWithin } from './closed-ways.ts';
import { mostFloatHeight } from './float-stream.ts';
import type { Stretch } from './measure-stretch.ts';
import { mostNoteHeight } from './note-stream.ts';
import { emptinessCost, lastPageCost, overfullCost, spreadCost } from './page-costs.ts';
import { chooseInserts } from './page-inserts.ts';
import type { PageState, PageStates } from './page-states.ts';
import type { SlidingMinimum } from './sliding-minimum.ts';

/** What is known of the positions so far. */
export interface KnownWays {
  readonly stretch: Stretch;
  /** Index in the booklet of the first page, or of another one on that side. */
  readonly firstPage: number;
  readonly states: PageStates;
  /** For each position: where the longest page begins that ends there. */
  readonly longest: Int32Array;
  /** The least cost of any way to a position, and of those from it on. */
  readonly leastAt: Float64Array;
  readonly cheapest: SlidingMinimum;
  /** How many notes and floats have been placed on every way to a position. */
  readonly leastNotes: Int32Array;
  readonly leastFloats: Int32Array;
  /** The upper edge of the longest page that begins at a position or below it. */
  readonly tops: Float64Array;
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

/** Tries these pages, from the longest to the shortest that may yet be the best. */
export function arriveAt({ least, end, isOpen: mayBeOpen }: PagesTo, known: KnownWays): PageState[] {
  const { stretch, states, leastAt, leastNotes, leastFloats, cheapest, tops } = known;
  const { count, room, heights, spaces, fills, breakCosts, resumed, notes, floats } = stretch;
  const { firstAt, cost: costOf, notes: notesOf, floats: floatsOf, page: pageOf, emptiness: emptinessOf } = states;
  const isLast = end === count;
  const breakCost = breakCosts[end]!;
  const foot = heights[end]! + stretch.suspended[end]!;
  const calledNotes = notes.called[end]!;
  const calledFloats = floats.called[end]!;
  const open: PageState[] = [];
  forgetClosedWays();
  cheapest.begin(least);
  let mostInserts = slack;
  mostInserts += mostNoteHeight(notes, mayBeOpen ? leastOf(leastNotes, least, end) : notes.called[least]!, calledNotes, room);
  mostInserts += mostFloatHeight(floats, mayBeOpen ? leastOf(leastFloats, least, end) : floats.called[least]!, calledFloats, room);
  for (let start = least; start < end; start += 1) {
    // A page that begins where every way costs more than a whole way to here is not worth measuring.
    if (leastAt[start]! + breakCost > limit) continue;
    const isFree = isLast || fills[end]! > fills[start]!;
    // Shorter pages are emptier, and dearer still.
    if (!isFree) {
      const mostFilled = (foot - tops[start]! + mostInserts) / room.height;
      if (cheapest.from(start) + breakCost + emptinessCost(1 - mostFilled) > limit + slack) break;
    }
    const used = foot - heights[start]! - spaces[start]! + resumed[start]!;
    const isOpen = leastNotes[start]! < calledNotes || leastFloats[start]! < calledFloats;
    const leastCost = breakCost + (isFree ? 0 : emptinessCost(1 - used / room.height));
    if (!isOpen && leastAt[start]! + leastCost > limit) continue;
    const taken = used + columnsDifference(stretch, start, end);
    const isFull = !fits(taken, room.height);
    if (isFull && start < end - 1) continue;
    const bareCost = isFull ? breakCost + overfullCost : leastCost;
    if (isOpen) {
      tried.start = start;
      tried.end = end;
      tried.used = used;
      tried.taken = taken;
      tried.breakCost = breakCost;
      tried.isFull = isFull;
      tried.isFree = isFree;
    }
    for (let state = firstAt[start]!; state < firstAt[start + 1]!; state += 1) {
      const page = pageOf[state]!;
      const side = (page + 1) & 1;
      if (isOpen && (notesOf[state]! < calledNotes || floatsOf[state]! < calledFloats)) {
        arriveWithInserts(state, known, open);
        continue;
      }
      let cost = costOf[state]! + bareCost;
      if (cost > limits[side]!) continue;
      const share = Math.max(0, 1 - used / room.height);
      if (isLast) cost += lastPageCost(1 - share, start > 0);
      else if (!isFree && !isFull && start > 0 && (page & 1) === 0) cost += spreadCost(emptinessOf[state]! - share);
      if (cost <= limits[side]!) takeClosedWay(side, { state, cost, share, isFull, isPlain: true });
    }
  }
  return waysWithin(open, { notes: calledNotes, floats: calledFloats }, pageOf);
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
  if (isFull) {
    const way = { notes: placedNotes, floats: placedFloats, page: next, cost: base + overfullCost, before: state };
    if (placedFloats >= floats.due[end]!) open.push({ ...way, emptiness: 0, isOverfull: true });
    return;
  }
  const calledNotes = notes.called[end]!;
  const calledFloats = floats.called[end]!;
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
