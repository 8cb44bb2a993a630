/**
 * What is known of words, by their letters. A paragraph's words are looked up where they stand in its text: strings would have to be cut
 * out of it and hashed each time, which takes longer than all else that is done for a word that is known.
 */

/** Letters of a text, as UTF-16 units from `start` to `end`; at least one. One object serves all words of a paragraph. */
export interface Letters {
  readonly text: string;
  /** The units of the text. */
  readonly units: Uint16Array;
  start: number;
  end: number;
  /** See `addToHash`. */
  hash: number;
}

/** Adds a unit to the hash of those before it, which is 0 for none. Never leaves the small integers of V8. */
export const addToHash = (hash: number, unit: number): number => (hash << 5) ^ (hash >> 27) ^ unit;

/** Values by words. */
export interface WordTable<Value> {
  find(letters: Letters): Value | undefined;
  /** Adds a word that is not there. */
  add(letters: Letters, value: Value): void;
}

/** Numbers of a row: the hash, and where the letters begin and how many there are; 0 for an empty row. */
const rowLength = 3;

/** Makes an empty table: rows by hash, each word in the first that was free (linear probing). */
export function createWordTable<Value>(): WordTable<Value> {
  let shift = 32 - 5;
  let rows = new Int32Array(rowLength << 5);
  let values: (Value | undefined)[] = new Array(1 << 5).fill(undefined);
  let count = 0;
  let kept = new Uint16Array(256);
  let used = 0;

  /** Fibonacci hashing (Knuth, The Art of Computer Programming 3, 6.4): the highest bits of the product are the best mixed. */
  const slotOf = (hash: number): number => Math.imul(hash, 0x9e3779b1) >>> shift;

  const freeSlot = (hash: number): number => {
    let slot = slotOf(hash);
    while (rows[rowLength * slot + 2] !== 0) slot = (slot + 1) & (values.length - 1);
    return slot;
  };

  const grow = (): void => {
    const oldRows = rows;
    const oldValues = values;
    shift -= 1;
    rows = new Int32Array(2 * oldRows.length);
    values = new Array(2 * oldValues.length).fill(undefined);
    for (let old = 0; old < oldValues.length; old++) {
      if (oldValues[old] === undefined) continue;
      const slot = freeSlot(oldRows[rowLength * old]!);
      for (let column = 0; column < rowLength; column++) rows[rowLength * slot + column] = oldRows[rowLength * old + column]!;
      values[slot] = oldValues[old];
    }
  };

  const keep = ({ units, start, end }: Letters): number => {
    if (used + end - start > kept.length) {
      const larger = new Uint16Array(Math.max(2 * kept.length, used + end - start));
      larger.set(kept);
      kept = larger;
    }
    const from = used;
    for (let at = start; at < end; at++) kept[used++] = units[at]!;
    return from;
  };

  return {
    find({ units, start, end, hash }) {
      const length = end - start;
      for (let slot = slotOf(hash); ; slot = (slot + 1) & (values.length - 1)) {
        const row = rowLength * slot;
        if (rows[row + 2] === 0) return undefined;
        if (rows[row] !== hash || rows[row + 2] !== length) continue;
        const from = rows[row + 1]!;
        let same = 0;
        while (same < length && kept[from + same] === units[start + same]) same++;
        if (same === length) return values[slot];
      }
    },
    add(letters, value) {
      if (2 * ++count > values.length) grow();
      const slot = freeSlot(letters.hash);
      const row = rowLength * slot;
      rows[row] = letters.hash;
      rows[row + 1] = keep(letters);
      rows[row + 2] = letters.end - letters.start;
      values[slot] = value;
    },
  };
}

let spelled = new Uint16Array(64);

/** Returns the letters of a text that stands by itself; valid until the next call. */
export function lettersOf(text: string): Letters {
  if (text.length > spelled.length) spelled = new Uint16Array(2 * text.length);
  let hash = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    spelled[at] = unit;
    hash = addToHash(hash, unit);
  }
  return { text, units: spelled, start: 0, end: text.length, hash };
}
