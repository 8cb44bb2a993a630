/**
 * Cuts a flow into pages so that the sum of all costs is least: empty space, torn blocks, widows, orphans.
 *
 * Dynamic programming over break positions, after Plass, "Optimal pagination techniques for automatic
 * typesetting systems" (1981); linear in practice, because only breaks that fit on one page are compared.
 */
import { fits, type Pt } from '../geometry/length.ts';
import { type Flow, type ForcedBreak, type Frame, type Strip, stripHeight } from './flow.ts';

/** The strips of one page: `from` to before `to`. */
export interface PageSlice {
  readonly from: number;
  readonly to: number;
  /** Side that this page must lie on. */
  readonly side: ForcedBreak | undefined;
  /** The strips are higher than the page. */
  readonly isOverfull: boolean;
}

/** Room on the pages of a flow. */
export interface PageRoom {
  readonly height: Pt;
  /** What the notes of a page take besides their own heights: separator and distances. */
  readonly noteArea: Pt;
  readonly noteGap: Pt;
}

/** A page more than a third empty costs more than a torn callout; two half-filled gaps are hardly better than one whole. */
const emptinessCost = (share: number): number => 2_500 * share + 5_000 * share * share + (share > 1 / 3 ? 6_000 : 0);

/** A last page with a line or two on it looks like a mistake. */
const nearlyEmpty = 0.15;
const nearlyEmptyCost = 5_000;

/** What replaces "never": a page must end somewhere, even among strips that all forbid it. */
const neverCost = 10_000_000;
const overfullCost = 1_000_000;

/** No page holds more strips than this; it bounds the search among strips without height. */
const mostStripsOnPage = 3_000;

/** Returns the pages of a flow. Every page holds at least one strip. */
export function paginate(flow: Flow, room: PageRoom): readonly PageSlice[] {
  const { strips } = flow;
  const pages: PageSlice[] = [];
  for (let from = 0; from < strips.length; ) {
    let to = from + 1;
    while (to < strips.length && strips[to]!.forcedBreak === undefined) to += 1;
    paginateStretch(strips, { from, to, room }, pages);
    from = to;
  }
  return pages;
}

/** Returns the extra height at the top of a page that begins at `index`: frames drawn again, repeated table heads. */
export function resumedHeight(strips: readonly Strip[], index: number): Pt {
  let height = 0;
  for (const frame of brokenFrames(strips, index)) {
    if (frame.style.boxDecorationBreak === 'clone') height += frame.style.borderTop.width + frame.style.padding.top;
    height += repeatedHeight(frame);
  }
  const { content } = strips[index]!;
  if (content.kind === 'columns' && content.index > 0) height += content.columns.reserve;
  if (content.kind === 'band') height += content.block.resumes[content.index]!;
  return height;
}

/** Returns the height of the rows that a frame repeats. */
export function repeatedHeight(frame: Frame): Pt {
  let height = 0;
  for (const strip of frame.repeated) height += strip.height;
  return height;
}

/** Frames that are open both above and below a break, innermost first. */
export function brokenFrames(strips: readonly Strip[], index: number): readonly Frame[] {
  const frames: Frame[] = [];
  for (let frame = strips[index]?.frame; frame; frame = frame.parent) if (frame.first < index && index <= frame.last) frames.push(frame);
  return frames;
}

/** Returns the extra height at the foot of a page that ends above `index`: frames closed there to be opened again. */
export function suspendedHeight(strips: readonly Strip[], index: number): Pt {
  let height = 0;
  for (const frame of brokenFrames(strips, index)) {
    if (frame.style.boxDecorationBreak === 'clone') height += frame.style.borderBottom.width + frame.style.padding.bottom;
  }
  return height;
}

function paginateStretch(strips: readonly Strip[], stretch: { from: number; to: number; room: PageRoom }, pages: PageSlice[]): void {
  const { from, to, room } = stretch;
  const count = to - from;
  const heights = new Float64Array(count + 1);
  const noteHeights = new Float64Array(count + 1);
  const fills = new Int32Array(count + 1);
  for (let index = 0; index < count; index += 1) {
    const strip = strips[from + index]!;
    heights[index + 1] = heights[index]! + strip.spaceBefore + stripHeight(strip);
    noteHeights[index + 1] = noteHeights[index]! + noteHeightOf(strip, room);
    fills[index + 1] = fills[index]! + (strip.content.kind === 'rule' && strip.content.fillStep ? 1 : 0);
  }
  const costs = new Float64Array(count + 1).fill(Number.POSITIVE_INFINITY);
  const before = new Int32Array(count + 1);
  const resumed = new Float64Array(count + 1);
  const overfull = new Uint8Array(count + 1);
  costs[0] = 0;
  for (let end = 1; end <= count; end += 1) {
    const isLast = end === count;
    const breakCost = isLast ? 0 : Math.min(strips[from + end]!.breakCost, neverCost);
    const suspended = isLast ? 0 : suspendedHeight(strips, from + end);
    for (let start = end - 1; start >= 0 && end - start <= mostStripsOnPage; start -= 1) {
      const bare = heights[end]! - heights[start]! - strips[from + start]!.spaceBefore;
      if (start < end - 1 && !fits(bare, room.height)) break;
      const notes = noteHeights[end]! - noteHeights[start]!;
      const used = bare + resumed[start]! + suspended + (notes > 0 ? notes + room.noteArea : 0);
      const isFull = !fits(used, room.height);
      if (isFull && start < end - 1) continue;
      const share = Math.max(0, 1 - used / room.height);
      let cost = costs[start]! + breakCost;
      if (isFull) cost += overfullCost;
      else if (fills[end]! > fills[start]!) cost += 0;
      else if (!isLast) cost += emptinessCost(share);
      else if (start > 0 && 1 - share < nearlyEmpty) cost += nearlyEmptyCost;
      if (cost < costs[end]!) {
        costs[end] = cost;
        before[end] = start;
        overfull[end] = isFull ? 1 : 0;
      }
    }
    if (!isLast) resumed[end] = resumedHeight(strips, from + end);
  }
  const slices: PageSlice[] = [];
  for (let end = count; end > 0; end = before[end]!) {
    const start = before[end]!;
    slices.push({
      from: from + start,
      to: from + end,
      side: start === 0 ? strips[from]!.forcedBreak : undefined,
      isOverfull: overfull[end] === 1,
    });
  }
  for (let index = slices.length - 1; index >= 0; index -= 1) pages.push(slices[index]!);
}

function noteHeightOf(strip: Strip, room: PageRoom): Pt {
  let height = 0;
  for (const note of strip.notes) if (note.height > 0) height += note.height + room.noteGap;
  return height;
}
