/**
 * The ways to cut a stretch as one list of integers and one of reals, with all the numbers that they follow from: the columns of
 * `measure-stretch.ts` and `note-stream.ts`, and what text columns are measured by.
 */
import type { KeptTable } from '../source/workspace.ts';
import { columnsNumbers } from './balance-columns.ts';
import type { Columns } from './flow.ts';
import type { Stretch } from './measure-stretch.ts';
import { columnNames, createPageStates, type StateColumns } from './page-states.ts';
import type { EarlierWays, KnownWays } from './try-pages.ts';

/** What is kept of one cut. */
export interface KeptWays {
  readonly head: WaysHead;
  /** Columns of numbers, one after the other. */
  readonly integers: Int32Array;
  readonly reals: Float64Array;
}

/** Which columns there are, and how long they are. */
interface WaysHead {
  /** Whether a stretch is cut here that was not cut before. */
  readonly isFirst: boolean;
  /** The last position that the cut before has found already, or -1: what is kept begins below it. */
  readonly since: number;
  readonly room: readonly number[];
  readonly firstPage: number;
  /** How many break positions there are, places among the lines of notes, and ways. */
  readonly positions: number;
  readonly places: number;
  readonly states: number;
  /** How many numbers text columns are measured by. */
  readonly columnIntegers: number;
  readonly columnReals: number;
  readonly integers: number;
  readonly reals: number;
}

type Column = Float64Array | Int32Array;

const roomOf = ({ room: { height, noteArea, noteGap } }: Stretch): readonly number[] => [height, noteArea, noteGap];

/** What ways follow from below a position, by positions, by places among the lines of notes, and for text columns as a whole. */
interface Measures {
  readonly byPosition: readonly Column[];
  readonly byPlace: readonly Column[];
  readonly columnIntegers: Int32Array;
  readonly columnReals: Float64Array;
}

function measuresBelow(stretch: Stretch, since: number): Measures {
  const { heights, spaces, breakCosts, feet, tops, fills, notes } = stretch;
  const place = notes.called[Math.max(0, since)]!;
  const positions: readonly Column[] = [heights, spaces, breakCosts, feet, tops, fills, notes.called];
  const places: readonly Column[] = [notes.heights, notes.resumed, notes.suspended, notes.breakCosts, notes.begun, notes.above, notes.rest];
  const { integers, reals } = textColumns(stretch);
  return {
    byPosition: positions.map((column) => column.subarray(since + 1)),
    byPlace: places.map((column) => column.subarray(place)),
    columnIntegers: joinIntegers(integers),
    columnReals: joinReals(reals),
  };
}

/** What the heights of text columns follow from, and where they stand. */
function textColumns({ strips, from, count, isColumns }: Stretch): { integers: Int32Array[]; reals: Float64Array[] } {
  const seen = new Set<Columns>();
  const integers: Int32Array[] = [];
  const reals: Float64Array[] = [];
  for (let at = isColumns.indexOf(1); at >= 0 && at < count; at += 1) {
    const { content } = strips[from + at]!;
    if (content.kind !== 'columns') continue;
    integers.push(Int32Array.of(at, content.index));
    if (seen.has(content.columns)) continue;
    seen.add(content.columns);
    const numbers = columnsNumbers(content.columns);
    integers.push(...numbers.integers);
    reals.push(...numbers.reals);
  }
  return { integers, reals };
}

/** Stores what a cut has found below position `since`. */
export function storeWays(known: KnownWays, { isFirst, since }: { readonly isFirst: boolean; readonly since: number }): KeptWays {
  const { stretch, states, firstPage } = known;
  const { byPosition, byPlace, columnIntegers, columnReals } = measuresBelow(stretch, since);
  const firstState = states.firstAt[since + 1]!;
  const columns: Column[] = [...byPosition, ...byPlace, columnIntegers, columnReals];
  for (const name of waysNames) columns.push(known[name].subarray(since + 1));
  columns.push(states.firstAt.subarray(since + 2, stretch.count + 2));
  for (const name of columnNames) columns.push(states[name].subarray(firstState, states.count));
  const integers = joinIntegers(columns.filter((column) => column instanceof Int32Array));
  const reals = joinReals(columns.filter((column) => column instanceof Float64Array));
  const head: WaysHead = {
    isFirst,
    since,
    room: roomOf(stretch),
    firstPage,
    positions: stretch.count - since,
    places: byPlace[0]!.length,
    states: states.count - firstState,
    columnIntegers: columnIntegers.length,
    columnReals: columnReals.length,
    integers: integers.length,
    reals: reals.length,
  };
  return { head, integers, reals };
}

const waysNames = ['longest', 'leastAt', 'leastNotes', 'leastFloats'] as const;

/**
 * Returns the kept ways of a stretch as far as it has the numbers that they follow from. What is kept from some position on must be the same
 * to the end, and goes on where `own` ways end.
 */
export function restoreWays({ head, integers, reals }: KeptWays, stretch: Stretch, own: EarlierWays | undefined): EarlierWays | undefined {
  const { since, positions } = head;
  if (since >= 0 && own?.same !== since + 1) return undefined;
  if (roomOf(stretch).some((length, index) => length !== head.room[index])) return undefined;
  const measures = measuresBelow(stretch, since);
  const nextInteger = columnReader(integers);
  const nextReal = columnReader(reals);
  const nextLike = (column: Column, length: number): Column => (column instanceof Int32Array ? nextInteger(length) : nextReal(length));
  const samePositions = Math.min(...measures.byPosition.map((column) => sameNumbers(column, nextLike(column, positions))));
  const samePlaces = Math.min(...measures.byPlace.map((column) => sameNumbers(column, nextLike(column, head.places))));
  const keptText = { integers: nextInteger(head.columnIntegers), reals: nextReal(head.columnReals) };
  const isTextSame = isSame(measures.columnIntegers, keptText.integers) && isSame(measures.columnReals, keptText.reals);
  const same = sameStrips(stretch, since, { samePositions, samePlaces, isTextSame });
  const isWhole = same === stretch.count && stretch.count - since === positions;
  if (since >= 0 && !isWhole) return undefined;
  const before = since < 0 ? undefined : own!.ways;
  const integersBelow = (name: 'longest' | 'leastNotes' | 'leastFloats'): Int32Array =>
    joinIntegers([before?.[name].subarray(0, since + 1) ?? Int32Array.of(), nextInteger(positions)]);
  const longest = integersBelow('longest');
  const leastAt = joinReals([before?.leastAt.subarray(0, since + 1) ?? Float64Array.of(), nextReal(positions)]);
  const [leastNotes, leastFloats] = [integersBelow('leastNotes'), integersBelow('leastFloats')];
  const ends = nextInteger(positions);
  const columns = {} as Record<(typeof columnNames)[number], Column>;
  for (const name of columnNames)
    columns[name] = name === 'cost' || name === 'emptiness' ? nextReal(head.states) : nextInteger(head.states);
  const states = before?.states ?? createPageStates(positions);
  states.reopen(since + 1, since + 1 + positions);
  states.append(columns as StateColumns, ends);
  return { ways: { firstPage: before?.firstPage ?? head.firstPage, states, longest, leastAt, leastNotes, leastFloats }, same };
}

/** Returns how many strips of a stretch, from its first on, measure what they measured. */
function sameStrips(
  { count, notes, isColumns, floatCalls }: Stretch,
  since: number,
  found: { readonly samePositions: number; readonly samePlaces: number; readonly isTextSame: boolean },
): number {
  // Columns are the same as a whole or not at all, and floats are more than numbers.
  const firstColumns = found.isTextSame ? -1 : isColumns.indexOf(1);
  // Sums are of what stands above: they tell of one strip, or line, less.
  let same = Math.min(since + found.samePositions, firstColumns < 0 ? count : firstColumns, floatCalls[0] ?? count);
  const lines = notes.called[Math.max(0, since)]! + found.samePlaces - 1;
  while (same > 0 && notes.called[same]! > lines) same -= 1;
  return same;
}

/** Returns how many numbers two columns have in common, from the first on. */
function sameNumbers(one: Column, other: Column): number {
  const most = Math.min(one.length, other.length);
  let same = 0;
  while (same < most && one[same] === other[same]) same += 1;
  return same;
}

const isSame = (one: Column, other: Column): boolean => one.length === other.length && sameNumbers(one, other) === one.length;

/** Returns a reader of columns that stand one after the other. */
function columnReader<Numbers extends Column>(numbers: Numbers): (length: number) => Numbers {
  let at = 0;
  return (length) => {
    at += length;
    return numbers.subarray(at - length, at) as Numbers;
  };
}

const lengthOf = (columns: readonly Column[]): number => columns.reduce((sum, { length }) => sum + length, 0);

const joinIntegers = (columns: readonly Int32Array[]): Int32Array => join(columns, new Int32Array(lengthOf(columns)));
const joinReals = (columns: readonly Float64Array[]): Float64Array => join(columns, new Float64Array(lengthOf(columns)));

function join<Numbers extends Column>(columns: readonly Numbers[], joined: Numbers): Numbers {
  let at = 0;
  for (const column of columns) {
    joined.set(column, at);
    at += column.length;
  }
  return joined;
}

/** Writes the cuts of an edition. */
export const writeWays = (kept: readonly KeptWays[]): KeptTable => ({
  head: JSON.stringify(kept.map(({ head }) => head)),
  integers: joinIntegers(kept.map(({ integers }) => integers)),
  reals: joinReals(kept.map(({ reals }) => reals)),
});

/** Reads what `writeWays` has written. What cannot be read is found anew. */
export function readWays(table: KeptTable | undefined): readonly KeptWays[] {
  if (!table) return [];
  const heads = readHeads(table.head);
  const total = (name: 'integers' | 'reals') => heads.reduce((sum, head) => sum + head[name], 0);
  if (total('integers') !== table.integers.length || total('reals') !== table.reals.length) return [];
  const nextInteger = columnReader(table.integers);
  const nextReal = columnReader(table.reals);
  return heads.map((head) => ({ head, integers: nextInteger(head.integers), reals: nextReal(head.reals) }));
}

function readHeads(json: string): readonly WaysHead[] {
  try {
    const heads: unknown = JSON.parse(json);
    return Array.isArray(heads) ? heads : [];
  } catch {
    return [];
  }
}
