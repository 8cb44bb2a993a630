/**
 * Cuts the strips between two forced breaks into pages at the least cost.
 *
 * Dynamic programming over break positions, after Plass, "Optimal pagination techniques for automatic typesetting
 * systems" (1981); linear in practice, because only breaks that fit on one page are compared. A state is a break position, the
 * side that comes next, and how many of the floats and how much of the notes called so far are printed.
 */
import { fits, type Pt } from '../geometry/length.ts';
import { cutColumnsDifference } from './balance-columns.ts';
import { fillWithFloats, placeFloats } from './float-stream.ts';
import type { ForcedBreak, PlacedFloat } from './flow.ts';
import type { Stretch } from './measure-stretch.ts';
import { type NotePart, notePartsBetween } from './note-stream.ts';
import { emptinessCost, lastPageCost, overfullCost, spreadCost } from './page-costs.ts';
import { insertPage, tryInserts } from './page-inserts.ts';
import { neverCost, resumedHeight, suspendedHeight } from './page-room.ts';
import { createPageStates, type PageState, type PageStates } from './page-states.ts';
import { createSlidingMinimum } from './sliding-minimum.ts';

/** What stands on one page: the strips `from` to before `to` (none on a page of floats or the rest of a note), floats and notes. */
export interface PageSlice {
  readonly from: number;
  readonly to: number;
  /** Side that this page must lie on. */
  readonly side: ForcedBreak | undefined;
  /** The strips are higher than the page. */
  readonly isOverfull: boolean;
  /** Share of the page that is left empty. */
  readonly emptiness: number;
  readonly floats: readonly PlacedFloat[];
  readonly notes: readonly NotePart[];
}

/** No page holds more strips than this; it bounds the search among strips without height. */
const mostStripsOnPage = 1_000;

/** No more ways to one break position are followed than this; those with open notes and floats come last. */
const mostStates = 10;

/** A way to a side is given up when the other side is so much cheaper: facing feet are not worth more. */
const sidePatience = 3_000;

/** Returns the pages of a stretch. `firstPage` is the index of its first page in the booklet. */
export function cutStretch(stretch: Stretch, firstPage: number): readonly PageSlice[] {
  const { count, strips, from, room, notes, floats } = stretch;
  const states = createPageStates(count + 1);
  const cheapest = createSlidingMinimum(count + 1);
  states.close([{ notes: 0, floats: 0, page: firstPage, cost: 0, before: -1, emptiness: 0, isOverfull: false }]);
  cheapest.add(0);
  const hasInserts = notes.lines.length + floats.floats.length > 0;
  const resumed = new Float64Array(count + 1);
  const leastAt = new Float64Array(count + 1);
  let least = 0;
  let lastOpen = -1;
  for (let end = 1; end <= count; end += 1) {
    // The strips above the longest page that ends here need not be looked at again.
    while (least < end - 1 && (end - least > mostStripsOnPage || !fits(heightOf(stretch, least, end), room.height))) least += 1;
    // Where notes or floats are called or open, they may yet fill a page that looks short.
    const isPlain =
      end < count && notes.called[end] === notes.called[least] && floats.called[end] === floats.called[least] && lastOpen < least;
    const arrivals = arriveAt(
      { least, end, cheapest: isPlain ? cheapest.from(least) : Number.NEGATIVE_INFINITY },
      { stretch, states, resumed, leastAt },
    );
    const kept = keepBest(arrivals);
    const isOpen = hasInserts && kept.some((state) => !isClosed(state, end, stretch));
    if (isOpen) {
      addInsertPages(kept, end, { stretch, firstState: states.count });
      lastOpen = end;
    }
    states.close(kept);
    leastAt[end] = leastCost(kept);
    cheapest.add(leastAt[end]!);
    if (end < count) resumed[end] = resumedHeight(strips, from + end);
  }
  let last = -1;
  for (let state = states.firstAt[count]!; state < states.count; state += 1) {
    const isDone = states.notes[state] === notes.lines.length && states.floats[state] === floats.floats.length;
    if (isDone && (last < 0 || states.cost[state]! < states.cost[last]!)) last = state;
  }
  return traceSlices(last, states, stretch);
}

/** Height of strips on a page, without what is repeated at its head and closed at its foot. */
function heightOf({ strips, from, heights, spaces, hasColumns }: Stretch, start: number, end: number): Pt {
  const height = heights[end]! - heights[start]! - spaces[start]!;
  return hasColumns ? height + cutColumnsDifference(strips, from + start, from + end) : height;
}

const isClosed = (state: PageState, position: number, { notes, floats }: Stretch): boolean =>
  state.notes === notes.called[position] && state.floats === floats.called[position];

function leastCost(states: readonly PageState[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { cost } of states) if (cost < least) least = cost;
  return least;
}

/** The best way that leaves nothing open, to each side that may come next: the state before it, its cost, and how empty its page is. */
const best = new Int32Array(2);
const costs = new Float64Array(2);
const shares = new Float64Array(2);
const overfull = new Uint8Array(2);
/** The least cost of any way that leaves nothing open. */
const bounds = new Float64Array(2);

/** What is known of the positions so far. */
interface Columns {
  readonly stretch: Stretch;
  readonly states: PageStates;
  /** What a page that begins there repeats at its head. */
  readonly resumed: Float64Array;
  /** The least cost of any way there. */
  readonly leastAt: Float64Array;
}

/** Tries every page that ends above strip `end`, from the longest to the shortest. */
function arriveAt({ least, end, cheapest }: { least: number; end: number; cheapest: number }, columns: Columns): PageState[] {
  const { stretch, states, resumed, leastAt } = columns;
  const { strips, from, count, room, heights, spaces, fills, notes, floats, hasColumns } = stretch;
  const { firstAt, cost: costOf, notes: notesOf, floats: floatsOf, page: pageOf, emptiness: emptinessOf } = states;
  const isLast = end === count;
  const breakCost = isLast ? 0 : Math.min(strips[from + end]!.breakCost, neverCost);
  const foot = heights[end]! + (isLast ? 0 : suspendedHeight(strips, from + end));
  const calledNotes = notes.called[end]!;
  const calledFloats = floats.called[end]!;
  const arrivals: PageState[] = [];
  best.fill(-1);
  costs.fill(Number.POSITIVE_INFINITY);
  bounds.fill(Number.POSITIVE_INFINITY);
  for (let start = least; start < end; start += 1) {
    // A page that begins where every way costs more than a whole way to here is not worth measuring.
    const most = Math.min(Math.max(bounds[0]!, bounds[1]!), Math.min(bounds[0]!, bounds[1]!) + sidePatience);
    if (leastAt[start]! + breakCost > most) continue;
    const used = foot - heights[start]! - spaces[start]! + resumed[start]!;
    const taken = hasColumns ? used + cutColumnsDifference(strips, from + start, from + end) : used;
    const isFull = !fits(taken, room.height);
    if (isFull && start < end - 1) continue;
    const isFree = isLast || fills[end]! > fills[start]!;
    const bareCost = breakCost + (isFull ? overfullCost : isFree ? 0 : emptinessCost(1 - used / room.height));
    // Shorter pages are dearer still.
    if (!isFree && resumed[start] === 0 && cheapest + bareCost > Math.min(costs[0]!, costs[1]!) + sidePatience) break;
    let tried: TriedPage | undefined;
    for (let state = firstAt[start]!; state < firstAt[start + 1]!; state += 1) {
      const page = pageOf[state]!;
      const side = (page + 1) & 1;
      if (notesOf[state]! < calledNotes || floatsOf[state]! < calledFloats) {
        tried ??= { start, end, used, taken, breakCost, isFull, isFree };
        arriveWithInserts(tried, state, columns, arrivals);
        continue;
      }
      let cost = costOf[state]! + bareCost;
      if (cost > bounds[side]!) continue;
      const share = Math.max(0, 1 - used / room.height);
      if (isLast) cost += lastPageCost(1 - share, start > 0);
      else if (!isFree && !isFull && start > 0 && (page & 1) === 0) cost += spreadCost(emptinessOf[state]! - share);
      // What costs more and leaves as much open has no future.
      if (cost > bounds[side]!) continue;
      bounds[side] = cost;
      costs[side] = cost;
      best[side] = state;
      shares[side] = share;
      overfull[side] = isFull ? 1 : 0;
    }
  }
  for (let side = 0; side < 2; side += 1) {
    const before = best[side]!;
    if (before < 0) continue;
    arrivals.push({
      notes: calledNotes,
      floats: calledFloats,
      page: pageOf[before]! + 1,
      cost: costs[side]!,
      before,
      emptiness: shares[side]!,
      isOverfull: overfull[side] === 1,
    });
  }
  return arrivals;
}

/** A page that is tried: its strips, their height with what is repeated, and the cost of ending it there. */
interface TriedPage {
  readonly start: number;
  readonly end: number;
  /** What all columns hold on the average. */
  readonly used: Pt;
  /** What the longest column takes. */
  readonly taken: Pt;
  readonly breakCost: number;
  readonly isFull: boolean;
  /** Its emptiness costs nothing. */
  readonly isFree: boolean;
}

/** Tries a page with all that it may hold of the notes and floats that are open in `state`. */
function arriveWithInserts(page: TriedPage, state: number, { stretch, states }: Columns, arrivals: PageState[]): void {
  const { count, room, notes, floats } = stretch;
  const { start, end, used, isFull, isFree } = page;
  const next = states.page[state]! + 1;
  const side = next & 1;
  const placed = { notes: states.notes[state]!, floats: states.floats[state]! };
  const base = states.cost[state]! + page.breakCost;
  if (isFull) {
    if (placed.floats >= floats.due[end]!)
      arrivals.push({ ...placed, page: next, cost: base + overfullCost, before: state, emptiness: 0, isOverfull: true });
    return;
  }
  // Nothing that comes onto the page makes it cheaper.
  if (base > bounds[side]!) return;
  tryInserts(stretch, placed, page, (inserts) => {
    const share = Math.max(0, 1 - (used + inserts.height) / room.height);
    let cost = base + inserts.cost + (isFree ? 0 : emptinessCost(share));
    if (end === count) cost += lastPageCost(1 - share, start > 0);
    if (!isFree && start > 0 && side === 1) cost += spreadCost(states.emptiness[state]! - share);
    if (cost > bounds[side]!) return;
    if (inserts.notes === notes.called[end] && inserts.floats === floats.called[end]) bounds[side] = cost;
    arrivals.push({
      notes: inserts.notes,
      floats: inserts.floats,
      page: next,
      cost,
      before: state,
      emptiness: share,
      isOverfull: false,
    });
  });
}

/**
 * Adds to the ways to a position those with pages for open floats and notes alone. At the end of the stretch nothing may stay open;
 * before it, one such way is enough. Each page places something, so this ends.
 */
function addInsertPages(kept: PageState[], position: number, { stretch, firstState }: { stretch: Stretch; firstState: number }): void {
  const isEnd = position === stretch.count;
  let next = kept.findIndex((state) => !isClosed(state, position, stretch));
  while (next >= 0 && next < kept.length) {
    const state = kept[next]!;
    if (!isClosed(state, position, stretch)) {
      kept.push(insertPage(stretch, state, position, firstState + next));
      // A long note need not be printed whole before the text goes on.
      if (!isEnd && state.floats === stretch.floats.called[position]) return;
    }
    next = isEnd ? next + 1 : isClosed(state, position, stretch) ? kept.length : kept.length - 1;
  }
}

/** Drops every way than which another one to the same side has no more open and costs less. */
function keepBest(arrivals: PageState[]): PageState[] {
  if (arrivals.length < 2) return arrivals;
  const [first, second] = arrivals as [PageState, PageState];
  const isPair = arrivals.length === 2 && first.notes === second.notes && first.floats === second.floats;
  if (isPair && (first.page ^ second.page) % 2 !== 0) {
    if (Math.abs(first.cost - second.cost) <= sidePatience) return arrivals;
    return [first.cost < second.cost ? first : second];
  }
  const sorted = arrivals.sort((one, other) => one.cost - other.cost || other.floats - one.floats || other.notes - one.notes);
  const kept: PageState[] = [];
  for (const state of sorted) {
    const isDominated = kept.some(
      (better) =>
        better.floats >= state.floats &&
        better.notes >= state.notes &&
        ((better.page ^ state.page) % 2 === 0 || better.cost + sidePatience < state.cost),
    );
    if (isDominated) continue;
    kept.push(state);
    if (kept.length === mostStates) break;
  }
  return kept;
}

function traceSlices(last: number, states: PageStates, stretch: Stretch): readonly PageSlice[] {
  const { strips, from, room, notes, floats } = stretch;
  const slices: PageSlice[] = [];
  for (let state = last; states.before[state]! >= 0; state = states.before[state]!) {
    const before = states.before[state]!;
    const start = states.position[before]!;
    const end = states.position[state]!;
    const range = { from: states.floats[before]!, to: states.floats[state]! };
    const places =
      range.from === range.to
        ? undefined
        : start === end
          ? fillWithFloats(floats, range, room)
          : placeFloats(floats, range, { start, end });
    slices.push({
      from: from + start,
      to: from + end,
      side: states.before[before]! < 0 ? strips[from]!.forcedBreak : undefined,
      isOverfull: states.overfull[state] === 1,
      emptiness: states.emptiness[state]!,
      floats: (places?.placed ?? []).map((placed) => ({ ...placed, call: from + placed.call })),
      notes: notePartsBetween(notes, states.notes[before]!, states.notes[state]!, room),
    });
  }
  return slices.reverse();
}
