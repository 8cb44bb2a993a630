/**
 * Cuts the strips between two forced breaks into pages at the least cost.
 *
 * Dynamic programming over break positions, after Plass, "Optimal pagination techniques for automatic typesetting
 * systems" (1981); linear in practice, because only breaks that fit on one page are compared. A state is a break position, the
 * side that comes next, and how many of the floats and how much of the notes called so far are printed.
 */
import { fits, type Pt } from '../geometry/length.ts';
import { sidePatience } from './closed-ways.ts';
import type { EarlierCuts } from './earlier-cuts.ts';
import { fillWithFloats, placeFloats } from './float-stream.ts';
import type { ForcedBreak, PlacedFloat } from './flow.ts';
import { highestTops, type Stretch } from './measure-stretch.ts';
import { type NotePart, notePartsBetween } from './note-stream.ts';
import { insertPage } from './page-inserts.ts';
import { createPageStates, type PageState, type PageStates } from './page-states.ts';
import { createSlidingMinimum } from './sliding-minimum.ts';
import { arriveAt, columnsDifference, type EarlierWays, type KnownWays } from './try-pages.ts';

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

/** Returns the pages of a stretch. `firstPage` is the index of its first page in the booklet. */
export function cutStretch(stretch: Stretch, firstPage: number, cuts: EarlierCuts): readonly PageSlice[] {
  const { count, room, notes, floats } = stretch;
  const { known, position } = resume(stretch, firstPage, cuts.before(stretch));
  const { states, longest } = known;
  const hasInserts = notes.lines.length + floats.floats.length > 0;
  let lastOpen = lastOpenPosition(known, position);
  let least = longest[position]!;
  for (let end = position + 1; end <= count; end += 1) {
    // The strips above the longest page that ends here need not be looked at again.
    while (least < end - 1 && (end - least > mostStripsOnPage || !fits(heightOf(stretch, least, end), room.height))) least += 1;
    longest[end] = least;
    const kept = keepBest(arriveAt({ least, end, isOpen: lastOpen >= least }, known));
    if (hasInserts && kept.some((state) => !isClosed(state, end, stretch))) {
      addInsertPages(kept, end, { stretch, firstState: states.count });
      lastOpen = end;
    }
    closePosition(kept, end, known);
  }
  cuts.take(known, position);
  let last = -1;
  for (let state = states.firstAt[count]!; state < states.count; state += 1) {
    const isDone = states.notes[state] === notes.lines.length && states.floats[state] === floats.floats.length;
    if (isDone && (last < 0 || states.cost[state]! < states.cost[last]!)) last = state;
  }
  return traceSlices(last, states, stretch);
}

/** Returns what is known of a stretch before it is cut, up to some position: all that an earlier cut found out about strips that are the same. */
function resume(stretch: Stretch, firstPage: number, earlier: EarlierWays | undefined): { known: KnownWays; position: number } {
  const { count } = stretch;
  const isSameSide = earlier !== undefined && (earlier.ways.firstPage ^ firstPage) % 2 === 0;
  const known: KnownWays = {
    stretch,
    firstPage,
    states: isSameSide ? earlier.ways.states : createPageStates(count + 1),
    cheapest: createSlidingMinimum(count + 1),
    highest: highestTops(stretch),
    longest: new Int32Array(count + 1),
    leastAt: new Float64Array(count + 1),
    leastNotes: new Int32Array(count + 1),
    leastFloats: new Int32Array(count + 1),
  };
  if (!isSameSide || earlier.same < 2) {
    known.states.reopen(0, count + 1);
    closePosition([{ notes: 0, floats: 0, page: firstPage, cost: 0, before: -1, emptiness: 0, isOverfull: false }], 0, known);
    return { known, position: 0 };
  }
  const { ways, same } = earlier;
  // A break depends on the strip below it too.
  const position = same === count && ways.longest.length === count + 1 ? count : same - 1;
  known.states.reopen(position + 1, count + 1);
  for (const name of ['longest', 'leastAt', 'leastNotes', 'leastFloats'] as const) known[name].set(ways[name].subarray(0, position + 1));
  for (let index = 0; index <= position; index += 1) known.cheapest.add(known.leastAt[index]!);
  return { known, position };
}

/** Returns the last position up to `position` with a way that leaves notes or floats open. */
function lastOpenPosition({ leastNotes, leastFloats, stretch: { notes, floats } }: KnownWays, position: number): number {
  let last = position;
  while (last >= 0 && leastNotes[last] === notes.called[last] && leastFloats[last] === floats.called[last]) last -= 1;
  return last;
}

/** Height of strips on a page, without what is repeated at its head and closed at its foot. */
const heightOf = (stretch: Stretch, start: number, end: number): Pt =>
  stretch.heights[end]! - stretch.heights[start]! - stretch.spaces[start]! + columnsDifference(stretch, start, end);

const isClosed = (state: PageState, position: number, { notes, floats }: Stretch): boolean =>
  state.notes === notes.called[position] && state.floats === floats.called[position];

function closePosition(kept: readonly PageState[], position: number, known: KnownWays): void {
  const { states, leastAt, leastNotes, leastFloats, cheapest, stretch } = known;
  let least = Number.POSITIVE_INFINITY;
  let notes = stretch.notes.called[position]!;
  let floats = stretch.floats.called[position]!;
  for (const state of kept) {
    if (state.cost < least) least = state.cost;
    if (state.notes < notes) notes = state.notes;
    if (state.floats < floats) floats = state.floats;
  }
  states.close(kept);
  leastAt[position] = least;
  leastNotes[position] = notes;
  leastFloats[position] = floats;
  cheapest.add(least);
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
