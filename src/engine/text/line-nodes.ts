/**
 * The nodes of line breaking in columns of typed arrays, kept between calls, because a book has a million of them.
 * A node is a feasible break, reached in the best way (Knuth and Plass 1981, The Algorithm Itself).
 */

/** Columns of the nodes; only as many rows count as the current paragraph has made. */
export interface NodePool {
  capacity: number;
  /** The item at which the line ends; -1 for the start of the paragraph. */
  position: Int32Array;
  previous: Int32Array;
  /** The next active node. */
  next: Int32Array;
  fitness: Uint8Array;
  /** How many lines end here, up to the last line that is told apart. */
  line: Int32Array;
  /** How many lines in a row, up to this one, end in a hyphen. */
  ladder: Uint8Array;
  demerits: Float64Array;
  /** Sums over all items up to the first one that stays on the next line. */
  widthBefore: Float64Array;
  stretchBefore: Float64Array;
  shrinkBefore: Float64Array;
}

const createPool = (capacity: number): NodePool => ({
  capacity,
  position: new Int32Array(capacity),
  previous: new Int32Array(capacity),
  next: new Int32Array(capacity),
  fitness: new Uint8Array(capacity),
  line: new Int32Array(capacity),
  ladder: new Uint8Array(capacity),
  demerits: new Float64Array(capacity),
  widthBefore: new Float64Array(capacity),
  stretchBefore: new Float64Array(capacity),
  shrinkBefore: new Float64Array(capacity),
});

let pool = createPool(4096);

/** Returns the pool with the start of a paragraph as its only node. */
export function startPool(): NodePool {
  pool.position[0] = -1;
  pool.previous[0] = -1;
  pool.next[0] = -1;
  pool.fitness[0] = 1;
  pool.line[0] = 0;
  pool.ladder[0] = 0;
  pool.demerits[0] = 0;
  pool.widthBefore[0] = pool.stretchBefore[0] = pool.shrinkBefore[0] = 0;
  return pool;
}

/** Returns the pool as the last run left it. */
export const currentPool = (): NodePool => pool;

/** Doubles the pool and returns it; columns that were taken from it before are no longer its own. */
export function growPool(): NodePool {
  const larger = createPool(pool.capacity * 2);
  larger.position.set(pool.position);
  larger.previous.set(pool.previous);
  larger.next.set(pool.next);
  larger.fitness.set(pool.fitness);
  larger.line.set(pool.line);
  larger.ladder.set(pool.ladder);
  larger.demerits.set(pool.demerits);
  larger.widthBefore.set(pool.widthBefore);
  larger.stretchBefore.set(pool.stretchBefore);
  larger.shrinkBefore.set(pool.shrinkBefore);
  return (pool = larger);
}

/** Returns the breaks on the way to a node, ascending. */
export function tracePath(last: number): Int32Array {
  let count = 0;
  for (let node = last; node > 0; node = pool.previous[node]!) count++;
  const path = new Int32Array(count);
  for (let node = last; node > 0; node = pool.previous[node]!) path[--count] = pool.position[node]!;
  return path;
}

/** Returns how many lines lead to a node. */
export function countLines(last: number): number {
  let count = 0;
  for (let node = last; node > 0; node = pool.previous[node]!) count++;
  return count;
}
