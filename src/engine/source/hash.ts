/** Digests of bytes and texts: a 64-bit name for equal content. It is no safeguard against forgery. */
import { unitAt } from './unit-at.ts';

const { imul } = Math;

/**
 * Returns 16 hexadecimal digits that depend only on the bytes. Two multiplicative lanes take in four bytes at once and are mixed at the
 * end: among a million different pictures the chance of one clash is below one in ten million.
 */
export function hashBytes(bytes: Uint8Array): string {
  const words = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  let first = 0x811c9dc5;
  let second = 0x9e3779b9 ^ bytes.length;
  for (let at = 0; at < bytes.length; ) {
    const isWhole = at + 4 <= bytes.length;
    const word = isWhole ? words.getInt32(at, true) : bytes[at]!;
    first = imul(first ^ word ^ (first >>> 13), 0x01000193);
    second = imul(second ^ word ^ (second >>> 15), 0x85ebca6b);
    at += isWhole ? 4 : 1;
  }
  return hexadecimal(finish(first ^ imul(second, 3))) + hexadecimal(finish(second ^ (first >>> 13)));
}

/** Returns 16 hexadecimal digits that depend only on the text; the lanes take in one UTF-16 unit at a time. */
export const hashText = (text: string): string => new Digest(text.length).addUnits(text).name;

/** Returns what `hashText` does for texts with a zero character between them, without joining them. */
export function hashTexts(texts: readonly string[]): string {
  const digest = new Digest(texts.reduce((length, text) => length + text.length, texts.length - 1));
  for (let index = 0; index < texts.length; index++) {
    if (index > 0) digest.addUnits('\0');
    digest.addUnits(texts[index]!);
  }
  return digest.name;
}

/** Where the two halves of a number are taken from. */
const halves = new Int32Array(2);
const whole = new Float64Array(halves.buffer);

/** A digest that is told one after the other what it depends on. */
export class Digest {
  first = 0x811c9dc5 | 0;
  second: number;

  constructor(seed = 0) {
    this.second = 0x9e3779b9 ^ seed;
  }

  /** Takes in a text: not how long it is. */
  addUnits(text: string): this {
    let { first, second } = this;
    for (let at = 0; at < text.length; at++) {
      const unit = unitAt(text, at);
      first = Math.imul(first ^ unit, 0x01000193);
      second = Math.imul(second ^ unit ^ (second >>> 15), 0x85ebca6b);
    }
    this.first = first;
    this.second = second;
    return this;
  }

  /** Takes in a text as one among others. */
  addText(text: string): this {
    this.addWord(text.length);
    return this.addUnits(text);
  }

  addNumber(value: number): this {
    whole[0] = value;
    this.addWord(halves[0]!);
    this.addWord(halves[1]!);
    return this;
  }

  /** The digest as 16 hexadecimal digits. */
  get name(): string {
    const { first, second } = this;
    return hexadecimal(finish(first ^ imul(second, 3))) + hexadecimal(finish(second ^ (first >>> 13)));
  }

  /** The digest as a whole number below 2^53. */
  get number(): number {
    const { first, second } = this;
    return finish(first ^ Math.imul(second, 3)) * 2 ** 21 + (finish(second ^ (first >>> 13)) >>> 11);
  }

  /** A product takes bits to higher places only: the highest of a word, unlike those of a unit of text, may be all it has. */
  private addWord(word: number): this {
    const mixed = Math.imul(word ^ (word >>> 16), 0x85ebca6b);
    this.first = Math.imul(this.first ^ mixed ^ (mixed >>> 13), 0x01000193);
    this.second = Math.imul(this.second ^ mixed ^ (this.second >>> 15), 0x85ebca6b);
    return this;
  }
}

// Spreads the last bytes over all bits (the finalizer of MurmurHash3).
function finish(value: number): number {
  let mixed = value;
  mixed = imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');
