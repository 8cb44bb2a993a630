/**
 * A 128-bit fingerprint of bytes, for file identifiers and font subset tags. It need not resist
 * an attacker, only tell different contents apart and be the same on every machine.
 */

/** A fingerprint that is still taking in content. */
export interface ContentDigest {
  add(bytes: Uint8Array): void;
  /** Returns the 16 bytes for what has been added so far. */
  finish(): Uint8Array;
}

/** Starts a fingerprint. */
export function createContentDigest(): ContentDigest {
  const lanes = Int32Array.of(0x9e3779b9, 0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f);
  let length = 0;
  return {
    add(bytes) {
      // Local variables are several times faster than lanes that closures share, and a PDF is all digested.
      let [a, b, c, d] = lanes as unknown as [number, number, number, number];
      const whole = bytes.length & ~3;
      for (let at = 0; at < bytes.length; ) {
        let word = bytes[at++]!;
        if (at <= whole) {
          word |= (bytes[at]! << 8) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 24);
          at += 3;
        }
        a = Math.imul(a ^ word, 0x01000193);
        b = Math.imul(rotate(b, 13) ^ a, 0x5bd1e995);
        c = Math.imul(rotate(c ^ word, 17), 0x85ebca6b);
        d = (rotate(d, 7) + (b ^ c)) | 0;
      }
      lanes.set([a, b, c, d]);
      length += bytes.length;
    },
    finish() {
      const view = new DataView(new ArrayBuffer(16));
      lanes.forEach((lane, index) => {
        view.setUint32(4 * index, avalanche(lane ^ Math.imul(lanes[(index + 1) % 4]! + length, 0x9e3779b1)));
      });
      return new Uint8Array(view.buffer);
    },
  };
}

const rotate = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

// The finishing steps of MurmurHash3, which spread every bit over the whole word.
function avalanche(word: number): number {
  let mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
