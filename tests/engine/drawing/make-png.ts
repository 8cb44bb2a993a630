/** Writes PNG files for tests: any color type, bit depth, filter and interlacing. */
import { deflateSync } from 'node:zlib';
import { crc32 } from '../../../src/engine/drawing/crc32.ts';

/** A picture to write; `sample` gives the raw value of a channel, in the picture's own bit depth. */
export interface PngPlan {
  readonly width: number;
  readonly height: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly isInterlaced?: boolean;
  readonly filter?: (row: number) => number;
  readonly palette?: readonly number[];
  readonly transparency?: readonly number[];
  readonly sample: (x: number, y: number, channel: number) => number;
  readonly extra?: readonly Uint8Array[];
}

const channelsOf: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const passes = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** Writes one chunk with its length and checksum. */
export function chunk(name: string, content: Uint8Array | readonly number[]): Uint8Array {
  const bytes = new Uint8Array(12 + content.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, content.length);
  for (let at = 0; at < 4; at++) bytes[4 + at] = name.charCodeAt(at);
  bytes.set(content, 8);
  view.setUint32(8 + content.length, crc32(bytes, 4, 8 + content.length));
  return bytes;
}

/** Joins pieces of a file. */
export function join(...parts: readonly (Uint8Array | readonly number[])[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

/** The eight bytes at the beginning of every PNG. */
export const signature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Writes the header chunk. */
export function header(width: number, height: number, rest: readonly number[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, width);
  view.setUint32(4, height);
  return chunk('IHDR', [...new Uint8Array(view.buffer), ...rest]);
}

/** Writes a whole PNG. */
export function makePng(plan: PngPlan): Uint8Array {
  const { width, height, bitDepth, colorType, palette, transparency, isInterlaced = false } = plan;
  const rows = (isInterlaced ? passes : ([[0, 0, 1, 1]] as const)).flatMap((pass) => rowsOf(plan, pass));
  return join(
    signature,
    header(width, height, [bitDepth, colorType, 0, 0, isInterlaced ? 1 : 0]),
    ...(plan.extra ?? []),
    ...(palette ? [chunk('PLTE', palette)] : []),
    ...(transparency ? [chunk('tRNS', transparency)] : []),
    chunk('IDAT', deflateSync(Uint8Array.from(rows))),
    chunk('IEND', []),
  );
}

function rowsOf(plan: PngPlan, [left, top, across, down]: readonly [number, number, number, number]): number[] {
  const { width, height, bitDepth, colorType } = plan;
  const channels = channelsOf[colorType]!;
  const pixelBytes = Math.max(1, (bitDepth * channels) >> 3);
  const out: number[] = [];
  let above: number[] = [];
  let index = 0;
  if (left >= width) return out;
  for (let y = top; y < height; y += down, index++) {
    const bits: number[] = [];
    for (let x = left; x < width; x += across) {
      for (let channel = 0; channel < channels; channel++) {
        const value = plan.sample(x, y, channel);
        for (let bit = bitDepth - 1; bit >= 0; bit--) bits.push((value >> bit) & 1);
      }
    }
    while (bits.length % 8) bits.push(0);
    const row = Array.from({ length: bits.length / 8 }, (_, byte) =>
      bits.slice(byte * 8, byte * 8 + 8).reduce((sum, bit) => sum * 2 + bit, 0),
    );
    const type = plan.filter?.(index) ?? 0;
    out.push(
      type,
      ...row.map((value, at) => (value - predicted(type, row[at - pixelBytes] ?? 0, above[at] ?? 0, above[at - pixelBytes] ?? 0)) & 255),
    );
    above = row;
  }
  return out;
}

function predicted(type: number, left: number, up: number, corner: number): number {
  if (type === 1) return left;
  if (type === 2) return up;
  if (type === 3) return (left + up) >> 1;
  if (type !== 4) return 0;
  const guess = left + up - corner;
  const nearest = [left, up, corner].map((value) => Math.abs(guess - value));
  return nearest[0]! <= nearest[1]! && nearest[0]! <= nearest[2]! ? left : nearest[1]! <= nearest[2]! ? up : corner;
}
