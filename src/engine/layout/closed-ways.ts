/**
 * The best ways to a break position that leave no note and no float open, one to each side that may come next. A search compares with them
 * whatever else it finds; there is one such search at a time.
 */
import type { PageState } from './page-states.ts';

/** A way to a side is given up when the other side is so much cheaper: facing feet are not worth more. */
export const sidePatience = 3_000;

/** For each side: the state before the last page, the cost, and what that page is like. */
const states = new Int32Array(2);
const costs = new Float64Array(2);
const shares = new Float64Array(2);
const overfull = new Uint8Array(2);
/** When it was taken, if notes or floats are on the page. */
const turns = new Float64Array(2);
let turn = 0;

/** What a way to each side, and to either, may cost at the most to be kept beside these. */
export const limits = new Float64Array(2);
export let limit = Number.POSITIVE_INFINITY;

/** Begins a search. */
export function forgetClosedWays(): void {
  limit = Number.POSITIVE_INFINITY;
  for (let side = 0; side < 2; side += 1) {
    states[side] = -1;
    turns[side] = limit;
    costs[side] = limit;
    limits[side] = limit;
  }
}

/** A way that leaves nothing open: the state before its last page, and what that page is like. */
export interface ClosedWay {
  readonly state: number;
  readonly cost: number;
  /** Share of the page that is empty. */
  readonly share: number;
  readonly isFull: boolean;
  /** Whether the page has neither notes nor floats. */
  readonly isPlain: boolean;
}

/** Takes a way that is within the limit of its side. Of those that cost the same it is the first with notes or floats, or else the last. */
export function takeClosedWay(side: number, { state, cost, share, isFull, isPlain }: ClosedWay): void {
  if (cost === costs[side] && turns[side]! < Number.POSITIVE_INFINITY) return;
  states[side] = state;
  costs[side] = cost;
  shares[side] = share;
  overfull[side] = isFull ? 1 : 0;
  turn += 1;
  turns[side] = isPlain ? Number.POSITIVE_INFINITY : turn;
  const other = 1 - side;
  limits[side] = Math.min(cost, costs[other]! + sidePatience);
  limits[other] = Math.min(costs[other]!, cost + sidePatience);
  limit = Math.max(limits[0]!, limits[1]!);
}

/**
 * Returns the ways that leave something open and may still be kept, and after them the best ones that do not: `placed` is what these have
 * printed. Of two that cost the same, the one with notes or floats is the first.
 */
export function waysWithin(
  open: PageState[],
  placed: { readonly notes: number; readonly floats: number },
  pageOf: Int32Array,
): PageState[] {
  const ways = open.length === 0 ? open : open.filter(({ page, cost }) => cost <= limits[page & 1]!);
  const first = turns[1]! < turns[0]! ? 1 : 0;
  for (let place = 0; place < 2; place += 1) {
    const side = place === 0 ? first : 1 - first;
    const before = states[side]!;
    if (before < 0) continue;
    ways.push({
      notes: placed.notes,
      floats: placed.floats,
      page: pageOf[before]! + 1,
      cost: costs[side]!,
      before,
      emptiness: shares[side]!,
      isOverfull: overfull[side] === 1,
    });
  }
  return ways;
}
