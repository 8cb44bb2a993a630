/**
 * Cuts a flow into pages so that the sum of all costs is least: empty space, torn blocks, widows, orphans, divided notes.
 *
 * Dynamic programming over break positions, after Plass, "Optimal pagination techniques for automatic
 * typesetting systems" (1981); linear in practice, because only breaks that fit on one page are compared. A state is a
 * break position, the side that comes next, and how much of the notes called so far is printed.
 */
import { fits } from '../geometry/length.ts';
import { type Flow, type ForcedBreak, type Strip, stripHeight } from './flow.ts';
import { createNoteStream, type NotePart, type NoteStream, notePartsBetween, splitNotes } from './note-stream.ts';
import { emptinessCost, lastPageCost, noteOnlyCost, overfullCost, spreadCost } from './page-costs.ts';
import { neverCost, type PageRoom, resumedHeight, suspendedHeight } from './page-room.ts';
import { createPageStates, type PageState, type PageStates } from './page-states.ts';
import { createSlidingMinimum } from './sliding-minimum.ts';

/** What stands on one page: the strips `from` to before `to` (none on a page that holds only the rest of a note), and notes. */
export interface PageSlice {
  readonly from: number;
  readonly to: number;
  /** Side that this page must lie on. */
  readonly side: ForcedBreak | undefined;
  /** The strips are higher than the page. */
  readonly isOverfull: boolean;
  readonly notes: readonly NotePart[];
}

/** Where in the booklet a flow begins: pages lie face to face. */
export interface FirstPage {
  readonly index: number;
  sideOf(index: number): 'left' | 'right';
}

const rightFirst: FirstPage = { index: 0, sideOf: (index) => (index % 2 === 0 ? 'right' : 'left') };

/** No page holds more strips than this; it bounds the search among strips without height. */
const mostStripsOnPage = 3_000;

/** No more ways to one break position are followed than this; those with open notes come last. */
const mostStates = 8;

/** A way to a side is given up when the other side is so much cheaper: facing feet are not worth more. */
const sidePatience = 3_000;

/** Returns the pages of a flow. Every page holds at least one strip or a part of a note. */
export function paginate(flow: Flow, room: PageRoom, first: FirstPage = rightFirst): readonly PageSlice[] {
  const { strips } = flow;
  const pages: PageSlice[] = [];
  let index = first.index;
  for (let from = 0; from < strips.length; ) {
    let to = from + 1;
    while (to < strips.length && strips[to]!.forcedBreak === undefined) to += 1;
    const side = strips[from]!.forcedBreak;
    if (index > 0 && side !== undefined && side !== 'any' && first.sideOf(index) !== side) index += 1;
    const slices = cutStretch(measureStretch(strips, { from, to }, room), index);
    pages.push(...slices);
    index += slices.length;
    from = to;
  }
  return pages;
}

/** Strips between two forced breaks, as columns of numbers: sums before each break position, and what pages there cost. */
interface Stretch {
  readonly strips: readonly Strip[];
  readonly from: number;
  readonly count: number;
  readonly room: PageRoom;
  readonly heights: Float64Array;
  /** Space above each strip, which vanishes when it begins a page. */
  readonly spaces: Float64Array;
  readonly fills: Int32Array;
  readonly notes: NoteStream;
}

function measureStretch(strips: readonly Strip[], { from, to }: { from: number; to: number }, room: PageRoom): Stretch {
  const count = to - from;
  const heights = new Float64Array(count + 1);
  const spaces = new Float64Array(count);
  const fills = new Int32Array(count + 1);
  for (let index = 0; index < count; index += 1) {
    const strip = strips[from + index]!;
    spaces[index] = strip.spaceBefore;
    heights[index + 1] = heights[index]! + strip.spaceBefore + stripHeight(strip);
    fills[index + 1] = fills[index]! + (strip.content.kind === 'rule' && strip.content.fillStep ? 1 : 0);
  }
  const notes = createNoteStream(count === strips.length ? strips : strips.slice(from, to), room);
  return { strips, from, count, room, heights, spaces, fills, notes };
}

function cutStretch(stretch: Stretch, firstPage: number): readonly PageSlice[] {
  const { count, strips, from, room, heights, spaces, notes } = stretch;
  const states = createPageStates(count + 1);
  const cheapest = createSlidingMinimum(count + 1);
  states.close([{ notes: 0, page: firstPage, cost: 0, before: -1, emptiness: 0, isOverfull: false }]);
  cheapest.add(0);
  const resumed = new Float64Array(count + 1);
  let least = 0;
  let lastOpen = -1;
  for (let end = 1; end <= count; end += 1) {
    // The strips above the longest page that ends here need not be looked at again.
    while (least < end - 1 && (end - least > mostStripsOnPage || !fits(heights[end]! - heights[least]! - spaces[least]!, room.height)))
      least += 1;
    // Where notes are called or open, they may yet fill a page that looks short.
    const isPlain = end < count && notes.called[end] === notes.called[least] && lastOpen < least;
    const arrivals = arriveAt(
      { least, end, cheapest: isPlain ? cheapest.from(least) : Number.NEGATIVE_INFINITY },
      { stretch, states, resumed },
    );
    const kept = withNotePages(keepBest(arrivals), notes.called[end]!, { stretch, firstState: states.count });
    states.close(kept);
    cheapest.add(leastCost(kept));
    if (kept.some((state) => state.notes < notes.called[end]!)) lastOpen = end;
    if (end < count) resumed[end] = resumedHeight(strips, from + end);
  }
  let last = -1;
  for (let state = states.firstAt[count]!; state < states.count; state += 1) {
    if (states.notes[state] === notes.lines.length && (last < 0 || states.cost[state]! < states.cost[last]!)) last = state;
  }
  return traceSlices(last, states, stretch);
}

function leastCost(states: readonly PageState[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (const { cost } of states) if (cost < least) least = cost;
  return least;
}

/** The best way that leaves no note open, to each side that may come next: the state before it, its cost, and how empty its page is. */
const best = new Int32Array(2);
const costs = new Float64Array(2);
const shares = new Float64Array(2);
const isOverfull = new Uint8Array(2);

/** Tries every page that ends above strip `end`, from the longest to the shortest. */
function arriveAt(
  { least, end, cheapest }: { least: number; end: number; cheapest: number },
  { stretch, states, resumed }: { stretch: Stretch; states: PageStates; resumed: Float64Array },
): PageState[] {
  const { strips, from, count, room, heights, spaces, fills, notes } = stretch;
  const { firstAt, cost: costOf, notes: notesOf, page: pageOf, emptiness: emptinessOf } = states;
  const isLast = end === count;
  const breakCost = isLast ? 0 : Math.min(strips[from + end]!.breakCost, neverCost);
  const foot = heights[end]! + (isLast ? 0 : suspendedHeight(strips, from + end));
  const called = notes.called[end]!;
  const arrivals: PageState[] = [];
  best.fill(-1);
  costs.fill(Number.POSITIVE_INFINITY);
  for (let start = least; start < end; start += 1) {
    const used = foot - heights[start]! - spaces[start]! + resumed[start]!;
    const isFull = !fits(used, room.height);
    if (isFull && start < end - 1) continue;
    const isFilled = fills[end]! > fills[start]!;
    const bareCost = breakCost + (isFull ? overfullCost : isLast || isFilled ? 0 : emptinessCost(1 - used / room.height));
    // Shorter pages are dearer still.
    if (!isFilled && resumed[start] === 0 && cheapest + bareCost > Math.min(costs[0]!, costs[1]!) + sidePatience) break;
    for (let state = firstAt[start]!; state < firstAt[start + 1]!; state += 1) {
      const page = pageOf[state]!;
      const side = (page + 1) & 1;
      const open = notesOf[state]!;
      let cost = costOf[state]! + bareCost;
      // What costs more and leaves as much open has no future; notes can only fill a page.
      if (open === called && cost > costs[side]!) continue;
      let height = used;
      let placed = called;
      if (isFull) placed = open;
      else if (open < called) {
        const split = splitNotes(notes, { from: open, to: called }, room.height - used - room.noteArea, room);
        placed = split.end;
        if (placed > open) height += split.height + room.noteArea;
        cost += split.cost - bareCost + breakCost + (isLast || isFilled ? 0 : emptinessCost(1 - height / room.height));
      }
      const share = Math.max(0, 1 - height / room.height);
      if (isLast) cost += lastPageCost(1 - share, start > 0);
      else if (!isFilled && !isFull && start > 0 && (page & 1) === 0) cost += spreadCost(emptinessOf[state]! - share);
      if (cost > costs[side]!) continue;
      if (placed < called) {
        arrivals.push({ notes: placed, page: page + 1, cost, before: state, emptiness: share, isOverfull: isFull });
        continue;
      }
      costs[side] = cost;
      best[side] = state;
      shares[side] = share;
      isOverfull[side] = isFull ? 1 : 0;
    }
  }
  for (let side = 0; side < 2; side += 1) {
    const before = best[side]!;
    if (before < 0) continue;
    arrivals.push({
      notes: called,
      page: pageOf[before]! + 1,
      cost: costs[side]!,
      before,
      emptiness: shares[side]!,
      isOverfull: isOverfull[side] === 1,
    });
  }
  return arrivals;
}

/** Adds to the ways to a position those with pages for open notes alone. */
function withNotePages(kept: PageState[], called: number, { stretch, firstState }: { stretch: Stretch; firstState: number }): PageState[] {
  const { notes, room } = stretch;
  // Each page holds at least one strip of a note, so this ends.
  for (let next = 0; next < kept.length; next += 1) {
    const state = kept[next]!;
    if (state.notes === called) continue;
    const available = room.height - room.noteArea;
    const split = splitNotes(notes, { from: state.notes, to: called }, available, room);
    const end = Math.max(split.end, state.notes + 1);
    const emptiness = Math.max(0, 1 - split.height / available);
    kept.push({
      notes: end,
      page: state.page + 1,
      cost: state.cost + noteOnlyCost + emptinessCost(emptiness) + split.cost,
      before: firstState + next,
      emptiness,
      isOverfull: split.end < end,
    });
  }
  return kept;
}

/** Drops every way than which another one to the same side has no more notes open and costs less. */
function keepBest(arrivals: PageState[]): PageState[] {
  if (arrivals.length < 2) return arrivals;
  const [one, other] = arrivals as [PageState, PageState];
  if (arrivals.length === 2 && one.notes === other.notes && Math.abs(one.cost - other.cost) <= sidePatience) return arrivals;
  const sorted = arrivals.sort((one, other) => one.cost - other.cost || other.notes - one.notes);
  const most = [-1, -1];
  const kept: PageState[] = [];
  for (const state of sorted) {
    const side = state.page & 1;
    if (state.notes <= most[side]! || (most[1 - side]! >= state.notes && state.cost > sorted[0]!.cost + sidePatience)) continue;
    most[side] = state.notes;
    kept.push(state);
    if (kept.length === mostStates) break;
  }
  return kept;
}

function traceSlices(last: number, states: PageStates, { strips, from, room, notes }: Stretch): readonly PageSlice[] {
  const slices: PageSlice[] = [];
  for (let state = last; states.before[state]! >= 0; state = states.before[state]!) {
    const before = states.before[state]!;
    slices.push({
      from: from + states.position[before]!,
      to: from + states.position[state]!,
      side: states.before[before]! < 0 ? strips[from]!.forcedBreak : undefined,
      isOverfull: states.overfull[state] === 1,
      notes: notePartsBetween(notes, states.notes[before]!, states.notes[state]!, room),
    });
  }
  return slices.reverse();
}
