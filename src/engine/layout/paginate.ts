/**
 * Cuts a flow into pages so that the sum of all costs is least: empty space, torn blocks, widows, orphans, divided notes,
 * floats far from their call. Forced breaks divide the work; `cut-stretch.ts` does it.
 */
import { cutStretch, type PageSlice } from './cut-stretch.ts';
import { type EarlierCuts, rememberCuts } from './earlier-cuts.ts';
import type { Flow } from './flow.ts';
import { measureStretch } from './measure-stretch.ts';
import type { PageRoom } from './page-room.ts';

/** Where in the booklet a flow begins: pages lie face to face. */
export interface FirstPage {
  readonly index: number;
  sideOf(index: number): 'left' | 'right';
}

const rightFirst: FirstPage = { index: 0, sideOf: (index) => (index % 2 === 0 ? 'right' : 'left') };

/** Returns the pages of a flow. Every page holds at least one strip, a float or a part of a note. */
export function paginate(
  flow: Flow,
  room: PageRoom,
  first: FirstPage = rightFirst,
  cuts: EarlierCuts = rememberCuts(),
): readonly PageSlice[] {
  const { strips } = flow;
  const pages: PageSlice[] = [];
  let index = first.index;
  for (let from = 0; from < strips.length; ) {
    const side = strips[from]!.forcedBreak;
    if (index > 0 && side !== undefined && side !== 'any' && first.sideOf(index) !== side) index += 1;
    for (const slice of paginateStretch(flow, { from, index }, room, cuts)) {
      pages.push(slice);
      index += 1;
      from = slice.to;
    }
  }
  return pages;
}

/** Returns the pages from strip `from`, above which a page must end, to the next such strip; the first has this index in the booklet. */
export function paginateStretch(
  { strips }: Flow,
  { from, index }: { readonly from: number; readonly index: number },
  room: PageRoom,
  cuts: EarlierCuts,
): readonly PageSlice[] {
  let to = from + 1;
  while (to < strips.length && strips[to]!.forcedBreak === undefined) to += 1;
  return cutStretch(measureStretch(strips, { from, to }, room, cuts.measuresOf(strips[from]!)), index, cuts);
}
