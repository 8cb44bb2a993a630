/** The least of the numbers since a moving start, for a search that may stop when nothing better can come. */

/** Numbers are added at the end. Reading begins at an index that never moves back, and goes on from there. */
export interface SlidingMinimum {
  add(value: number): void;
  /** Forgets what comes before `start`, and reads from there on. */
  begin(start: number): void;
  /** Returns the least since `start`, which is not before the last one that was read. */
  from(start: number): number;
}

/** Makes room for `capacity` numbers. Each is looked at once or twice in all (a monotonic queue). */
export function createSlidingMinimum(capacity: number): SlidingMinimum {
  const values = new Float64Array(capacity);
  /** Indexes whose value is less than all that were added later, ascending. */
  const queue = new Int32Array(capacity);
  let head = 0;
  let tail = 0;
  let count = 0;
  let reading = 0;
  return {
    add(value) {
      values[count] = value;
      while (tail > head && values[queue[tail - 1]!]! >= value) tail -= 1;
      queue[tail] = count;
      tail += 1;
      count += 1;
    },
    begin(start) {
      while (head < tail - 1 && queue[head]! < start) head += 1;
      reading = head;
    },
    from(start) {
      while (reading < tail - 1 && queue[reading]! < start) reading += 1;
      return values[queue[reading]!]!;
    },
  };
}
