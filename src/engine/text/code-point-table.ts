/** A property of every code point, unpacked from run lengths into one byte each: the fastest look-up there is. */

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/**
 * Unpacks pairs of length and value, written in base64 digits of five bits, least first;
 * the sixth bit of a digit says that more follow. Value 0 costs nothing: memory begins as zeros.
 */
export function unpackCodePointTable(runs: string): Uint8Array {
  const digitOf = new Uint8Array(128);
  for (let index = 0; index < digits.length; index++) digitOf[digits.charCodeAt(index)] = index;
  const table = new Uint8Array(0x110000);
  let at = 0;
  const next = (): number => {
    let number = 0;
    for (let shift = 0; ; shift += 5) {
      const digit = digitOf[runs.charCodeAt(at++)]!;
      number |= (digit & 31) << shift;
      if (digit < 32) return number;
    }
  };
  for (let codePoint = 0; at < runs.length; ) {
    const length = next();
    const value = next();
    if (value !== 0) table.fill(value, codePoint, codePoint + length);
    codePoint += length;
  }
  return table;
}
