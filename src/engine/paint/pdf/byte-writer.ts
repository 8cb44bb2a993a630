/**
 * What is written into a PDF while it is composed, byte by byte, in memory that is used again: a page has thousands of pieces, and as
 * strings they would take longer to join than their characters to write.
 */
export class ByteWriter {
  /** What is written stands at the beginning. */
  bytes: Uint8Array;
  length = 0;

  /** `room` is how many bytes are expected. */
  constructor(room: number) {
    this.bytes = new Uint8Array(room);
  }

  /** Writes text of one byte a character. */
  write(text: string): void {
    const start = this.length;
    this.#lengthen(start + text.length);
    const { bytes } = this;
    for (let index = 0; index < text.length; index++) bytes[start + index] = text.charCodeAt(index);
  }

  writeByte(byte: number): void {
    const at = this.length;
    this.#lengthen(at + 1);
    this.bytes[at] = byte;
  }

  /** Writes the bytes of `source` from one place to another. */
  copy(source: Uint8Array, from: number, to: number): void {
    const shift = this.length - from;
    this.#lengthen(to + shift);
    const { bytes } = this;
    for (let at = from; at < to; at++) bytes[at + shift] = source[at]!;
  }

  writeInteger(value: number): void {
    if (!Number.isSafeInteger(value)) throw new Error(`${value} is no place on a page`);
    if (value < 0) this.writeByte(minus);
    let rest = Math.abs(value);
    let digits = 1;
    for (let limit = 10; limit <= rest; limit *= 10) digits++;
    const start = this.length;
    this.#lengthen(start + digits);
    const { bytes } = this;
    for (let at = start + digits - 1; at >= start; at--) {
      const tens = Math.floor(rest / 10);
      bytes[at] = zero + rest - 10 * tens;
      rest = tens;
    }
  }

  /** Writes a number as `formatNumber` does. */
  writeNumber(value: number): void {
    const rounded = Math.round(value * 100);
    if (rounded < 0) this.writeByte(minus);
    const size = Math.abs(rounded);
    const whole = Math.floor(size / 100);
    this.writeInteger(whole);
    const hundredths = size - 100 * whole;
    if (hundredths === 0) return;
    const tenths = Math.floor(hundredths / 10);
    this.writeByte(point);
    this.writeByte(zero + tenths);
    if (hundredths > 10 * tenths) this.writeByte(zero + hundredths - 10 * tenths);
  }

  /** Makes room for a byte between others. */
  insertByte(at: number, byte: number): void {
    const end = this.length;
    this.#lengthen(end + 1);
    this.bytes.copyWithin(at + 1, at, end);
    this.bytes[at] = byte;
  }

  /** Takes off what was written from `start` on. It stays as it is until more is written. */
  cut(start: number): Uint8Array {
    const end = this.length;
    this.length = start;
    return this.bytes.subarray(start, end);
  }

  #lengthen(length: number): void {
    this.length = length;
    if (length <= this.bytes.length) return;
    const { bytes } = this;
    this.bytes = new Uint8Array(2 * length);
    this.bytes.set(bytes);
  }
}

const minus = 0x2d;
const point = 0x2e;
const zero = 0x30;
