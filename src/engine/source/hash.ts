/** Digests of bytes and texts: a 64-bit name for equal content. It is no safeguard against forgery. */
import { unitAt } from './unit-at.ts';

/**
 * Returns 16 hexadecimal digits that depend only on the bytes. Two multiplicative lanes, mixed at the end:
 * among a million different pictures the chance of one clash is below one in ten million.
 */
export function hashBytes(bytes: Uint8Array): string {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9 ^ bytes.length;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    first = Math.imul(first ^ byte, 0x01000193);
    second = Math.imul(second ^ byte ^ (second >>> 15), 0x85ebca6b);
  }
  return hexadecimal(finish(first ^ Math.imul(second, 3))) + hexadecimal(finish(second ^ (first >>> 13)));
}

/** Returns 16 hexadecimal digits that depend only on the text; the lanes take in UTF-16 units as those of `hashBytes` take in bytes. */
export function hashText(text: string): string {
  let first = 0x811c9dc5;
  let second = 0x9e3779b9 ^ text.length;
  for (let at = 0; at < text.length; at++) {
    const unit = unitAt(text, at);
    first = Math.imul(first ^ unit, 0x01000193);
    second = Math.imul(second ^ unit ^ (second >>> 15), 0x85ebca6b);
  }
  return hexadecimal(finish(first ^ Math.imul(second, 3))) + hexadecimal(finish(second ^ (first >>> 13)));
}

// Spreads the last bytes over all bits (the finalizer of MurmurHash3).
function finish(value: number): number {
  let mixed = value;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}

const hexadecimal = (value: number): string => value.toString(16).padStart(8, '0');
