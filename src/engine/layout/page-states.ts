/**
 * Ways to cut a text into pages so far, as columns of numbers: a long booklet has ten thousands of them. Those that
 * reach the same break position stand one after the other.
 */

/** One way to a break position, before it is kept. */
export interface PageState {
  /** Strips of notes that have been placed. */
  readonly notes: number;
  /** Floats that have been placed. */
  readonly floats: number;
  /** Index of the page that comes next. */
  readonly page: number;
  readonly cost: number;
  /** The state from which the last page began. */
  readonly before: number;
  /** Share of the last page that is empty. */
  readonly emptiness: number;
  readonly isOverfull: boolean;
}

/** All kept states, by their numbers. */
export interface PageStates {
  readonly count: number;
  readonly position: Int32Array;
  readonly notes: Int32Array;
  readonly floats: Int32Array;
  readonly page: Int32Array;
  readonly cost: Float64Array;
  readonly before: Int32Array;
  readonly emptiness: Float64Array;
  readonly overfull: Int32Array;
  /** For each break position: its first state. The last entry is the number of states. */
  readonly firstAt: Int32Array;
  /** Ends a position with these states. */
  close(states: readonly PageState[]): void;
  /** Ends the next positions with states that were found before; `ends` are the numbers of states up to each of them. */
  append(columns: StateColumns, ends: Int32Array): void;
  /** Forgets what is known from a position on, and makes room for `positions` of them. */
  reopen(position: number, positions: number): void;
}

/** The columns of states, without where positions begin in them. */
export type StateColumns = Pick<PageStates, (typeof columnNames)[number]>;

export const columnNames = ['position', 'notes', 'floats', 'page', 'before', 'overfull', 'cost', 'emptiness'] as const;

/** Makes room for the states of `positions` break positions. */
export function createPageStates(positions: number): PageStates {
  let capacity = positions * 2 + 16;
  let closed = 0;
  const makeRoom = (count: number): void => {
    if (count <= capacity) return;
    capacity = count * 2;
    const larger = columnsOf(capacity);
    for (const name of columnNames) larger[name].set(states[name].subarray(0, states.count));
    Object.assign(states, larger);
  };
  const states = {
    count: 0,
    ...columnsOf(capacity),
    firstAt: new Int32Array(positions + 1),
    close(arrivals: readonly PageState[]): void {
      makeRoom(states.count + arrivals.length);
      for (const state of arrivals) {
        const row = states.count;
        states.position[row] = closed;
        states.notes[row] = state.notes;
        states.floats[row] = state.floats;
        states.page[row] = state.page;
        states.cost[row] = state.cost;
        states.before[row] = state.before;
        states.emptiness[row] = state.emptiness;
        states.overfull[row] = state.isOverfull ? 1 : 0;
        states.count += 1;
      }
      closed += 1;
      states.firstAt[closed] = states.count;
    },
    append(columns: StateColumns, ends: Int32Array): void {
      makeRoom(states.count + columns.position.length);
      for (const name of columnNames) states[name].set(columns[name], states.count);
      states.firstAt.set(ends, closed + 1);
      states.count += columns.position.length;
      closed += ends.length;
    },
    reopen(position: number, positions: number): void {
      if (positions >= states.firstAt.length) {
        const { firstAt } = states;
        states.firstAt = new Int32Array(positions + 1);
        states.firstAt.set(firstAt);
      }
      closed = position;
      states.count = states.firstAt[closed]!;
    },
  };
  return states;
}

const columnsOf = (capacity: number): StateColumns => ({
  position: new Int32Array(capacity),
  notes: new Int32Array(capacity),
  floats: new Int32Array(capacity),
  page: new Int32Array(capacity),
  before: new Int32Array(capacity),
  overfull: new Int32Array(capacity),
  cost: new Float64Array(capacity),
  emptiness: new Float64Array(capacity),
});
