/** How a stretch of strips is divided into columns that are as short as they can be, and how high they are then. */
import { fits, type Pt } from '../geometry/length.ts';
import { breakCosts } from './break-rules.ts';
import { type Columns, type Flow, type Strip, stripHeight } from './flow.ts';
import { stepsUp } from './line-grid.ts';
import { resumedHeight, suspendedHeight } from './page-room.ts';

/** The strips of columns as columns of numbers: page breaking asks for the height of thousands of stretches. */
interface ColumnMeasure {
  /** Sum of heights before each strip. */
  readonly heights: Float64Array;
  /** Space above each strip, which vanishes at the head of a column. */
  readonly spaces: Float64Array;
  /** What boxes and tables that go on take besides, at the head and the foot of a column that begins or ends there. */
  readonly resumed: Float64Array;
  readonly suspended: Float64Array;
  /** The last place up to each at which a column may end at little cost, and the next one at which it must. */
  readonly lastGood: Int32Array;
  readonly nextForced: Int32Array;
  /** What `differenceOf` said of the rest of some columns from each strip on, and of their part above it; NaN before it was asked. */
  readonly rests: Float64Array;
  readonly parts: Float64Array;
}

const measures = new WeakMap<Flow, ColumnMeasure>();

function measureOf(flow: Flow): ColumnMeasure {
  let measure = measures.get(flow);
  if (!measure) measures.set(flow, (measure = measureFlow(flow)));
  return measure;
}

function measureFlow({ strips }: Flow): ColumnMeasure {
  const count = strips.length;
  const measure: ColumnMeasure = {
    heights: new Float64Array(count + 1),
    spaces: new Float64Array(count + 1),
    resumed: new Float64Array(count + 1),
    suspended: new Float64Array(count + 1),
    lastGood: new Int32Array(count + 1),
    nextForced: new Int32Array(count + 2).fill(count),
    rests: new Float64Array(count + 1).fill(Number.NaN),
    parts: new Float64Array(count + 1).fill(Number.NaN),
  };
  for (let index = 0; index < count; index += 1) {
    const strip = strips[index]!;
    measure.spaces[index] = strip.spaceBefore;
    measure.heights[index + 1] = measure.heights[index]! + strip.spaceBefore + stripHeight(strip);
    measure.resumed[index] = resumedHeight(strips, index);
    measure.suspended[index] = suspendedHeight(strips, index);
    measure.lastGood[index] = index === 0 || strip.breakCost < breakCosts.orphan ? index : measure.lastGood[index - 1]!;
  }
  measure.lastGood[count] = count;
  for (let index = count - 1; index >= 0; index -= 1)
    measure.nextForced[index] = strips[index]!.columnBreak ? index : measure.nextForced[index + 1]!;
  return measure;
}

/** All numbers from which the heights of columns follow. */
export function columnsNumbers({ flow, from, to, count, share, lineStep }: Columns): { integers: Int32Array[]; reals: Float64Array[] } {
  const { heights, spaces, resumed, suspended, lastGood, nextForced } = measureOf(flow);
  return {
    integers: [Int32Array.of(from, to, count), lastGood, nextForced],
    reals: [Float64Array.of(share, lineStep ?? 0), heights, spaces, resumed, suspended],
  };
}

/** Divides the strips `from` to before `to` into columns; returns where each begins, and the height of the longest. */
export function balanceColumns(columns: Columns, from: number, to: number): { readonly starts: readonly number[]; readonly height: Pt } {
  const height = columnsHeight(columns, from, to);
  return { starts: starts.slice(0, begun), height };
}

/** Returns the height of the strips `from` to before `to` when they are divided into columns. */
export function columnsHeight({ flow, count, lineStep }: Columns, from: number, to: number): Pt {
  const measure = measureOf(flow);
  const room = { from, to, count };
  const total = extent(measure, from, to);
  let low = (total - measure.resumed[from]! - measure.suspended[to]!) / count - measure.spaces[from]!;
  // Columns are seldom much longer than the average.
  let step = 8;
  while (low + step < total && !fillColumns(measure, room, low + step)) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, total);
  while (high - low > 0.25) {
    const middle = (low + high) / 2;
    if (fillColumns(measure, room, middle)) high = middle;
    else low = middle;
  }
  fillColumns(measure, room, high);
  let height = 0;
  for (let column = 0; column < begun; column += 1)
    height = Math.max(height, extent(measure, starts[column]!, column + 1 < begun ? starts[column + 1]! : to));
  return lineStep === undefined ? height : stepsUp(height, lineStep);
}

/** Where the columns begin that were filled last, and how many there are. */
const starts: number[] = [];
let begun = 0;

/**
 * Fills columns one after the other, each to the last place within `height` where it may end; tells whether there are enough of them,
 * and each has such a place.
 */
function fillColumns(measure: ColumnMeasure, room: { from: number; to: number; count: number }, height: Pt): boolean {
  const { from, to, count } = room;
  begun = 0;
  for (let start = from; start < to; ) {
    if (begun === count) return false;
    starts[begun] = start;
    begun += 1;
    let end = lastFitting(measure, start, to, height);
    const forced = measure.nextForced[start + 1]!;
    if (forced <= end) end = forced;
    else if (end < to) end = measure.lastGood[end]!;
    while (end > start && end < to && !fits(extent(measure, start, end), height)) end = measure.lastGood[end - 1]!;
    if (end <= start) return false;
    start = end;
  }
  return true;
}

/** Returns the last place at which a column that begins at `start` can end, whatever it costs. */
function lastFitting({ heights, spaces, resumed }: ColumnMeasure, start: number, to: number, height: Pt): number {
  const limit = height + heights[start]! + spaces[start]! - resumed[start]!;
  let low = start;
  let high = to;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (fits(heights[middle]!, limit)) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Height of one column of the strips `start` to before `end`. */
const extent = ({ heights, spaces, resumed, suspended }: ColumnMeasure, start: number, end: number): Pt =>
  heights[end]! - heights[start]! - spaces[start]! + resumed[start]! + suspended[end]!;

/**
 * Returns how much higher than the sum of their strips the columns are that a page cuts, of which `from` to before `to` stand on it: the
 * strips of columns say which part they take of the height of the whole.
 */
export function cutColumnsDifference(strips: readonly Strip[], from: number, to: number): Pt {
  let difference = 0;
  const head = strips[from]!.content;
  if (head.kind === 'columns' && head.index > head.columns.from) {
    const end = Math.min(head.columns.to, head.index + to - from);
    if (end < head.columns.to) return differenceOf(head.columns, head.index, end);
    difference = restDifference(head.columns, head.index);
  }
  const foot = strips[to - 1]!.content;
  if (foot.kind === 'columns' && foot.index + 1 < foot.columns.to) {
    const start = foot.index + 1 - (to - from);
    const end = foot.index + 1;
    difference += start > foot.columns.from ? differenceOf(foot.columns, start, end) : partDifference(foot.columns, end);
  }
  return difference;
}

/** The same for the columns from strip `index` on, and for those before it: most pages that are tried begin above columns, or end below them. */
function restDifference(columns: Columns, index: number): Pt {
  const { rests } = measureOf(columns.flow);
  if (Number.isNaN(rests[index]!)) rests[index] = differenceOf(columns, index, columns.to);
  return rests[index]!;
}

function partDifference(columns: Columns, index: number): Pt {
  const { parts } = measureOf(columns.flow);
  if (Number.isNaN(parts[index]!)) parts[index] = differenceOf(columns, columns.from, index);
  return parts[index]!;
}

const differenceOf = (columns: Columns, from: number, to: number): Pt =>
  columnsHeight(columns, from, to) - columns.share * ownHeight(columns, from, to);

/** Height of strips below each other, as the strips of columns share in it: with the space above all but the first of the columns. */
export function ownHeight({ flow, from }: Columns, first: number, end: number): Pt {
  const { heights, spaces } = measureOf(flow);
  return heights[end]! - heights[first]! - (first === from ? spaces[first]! : 0);
}
