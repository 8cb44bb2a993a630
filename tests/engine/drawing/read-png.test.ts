import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { ReadablePicture, UnreadablePicture } from '../../../src/engine/drawing/picture-reading.ts';
import { readPicture } from '../../../src/engine/drawing/read-picture.ts';
import { chunk, header, join, makePng, type PngPlan, signature } from './make-png.ts';

const readable = (file: Uint8Array): ReadablePicture => {
  const reading = readPicture(file);
  if (!reading.ok) throw new Error(reading.message);
  return reading;
};
const refusal = (file: Uint8Array): UnreadablePicture => {
  const reading = readPicture(file);
  if (reading.ok) throw new Error('the file was accepted');
  return reading;
};

// A value in the range of a bit depth that differs from place to place.
const scattered =
  (bitDepth: number) =>
  (x: number, y: number, channel: number): number =>
    (x * 7919 + y * 104729 + channel * 1299709 + ((x * y) << 3)) & (2 ** bitDepth - 1);

const to8Bits = (value: number, bitDepth: number): number => Math.round((value * 255) / (2 ** bitDepth - 1));

const kinds = [
  ...[1, 2, 4, 8, 16].map((bitDepth) => ({ colorType: 0, bitDepth })),
  ...[8, 16].flatMap((bitDepth) => [2, 4, 6].map((colorType) => ({ colorType, bitDepth }))),
];

describe('readPng', () => {
  describe.each([false, true])('interlaced: %s', (isInterlaced) => {
    it.each(kinds)('reads color type $colorType with $bitDepth bits, through every filter', ({ colorType, bitDepth }) => {
      for (const [width, height] of [
        [1, 1],
        [2, 3],
        [7, 5],
        [9, 17],
        [32, 11],
      ] as const) {
        const plan: PngPlan = { width, height, bitDepth, colorType, isInterlaced, filter: (row) => row % 5, sample: scattered(bitDepth) };
        const { bitmap } = readable(makePng(plan));
        const channels = colorType === 0 || colorType === 4 ? 1 : 3;
        const pixels = Array.from({ length: width * height }, (_, pixel) => [pixel % width, Math.floor(pixel / width)] as const);
        expect(bitmap).toMatchObject({ format: 'png', widthPx: width, heightPx: height, channels });
        expect([...bitmap.bytes]).toEqual(
          pixels.flatMap(([x, y]) => Array.from({ length: channels }, (_, channel) => to8Bits(plan.sample(x, y, channel), bitDepth))),
        );
        const alpha = pixels.map(([x, y]) => (colorType >= 4 ? to8Bits(plan.sample(x, y, channels), bitDepth) : 255));
        expect(bitmap.alpha ? [...bitmap.alpha] : alpha.map(() => 255)).toEqual(alpha);
      }
    });

    it.each([1, 2, 4, 8])('reads a palette with %s bits and opacity', (bitDepth) => {
      const entries = 2 ** bitDepth;
      const palette = Array.from({ length: entries * 3 }, (_, index) => (index * 37) & 255);
      const plan: PngPlan = {
        width: 13,
        height: 9,
        bitDepth,
        colorType: 3,
        isInterlaced,
        palette,
        transparency: [0, 128],
        sample: scattered(bitDepth),
      };
      const { bitmap } = readable(makePng(plan));
      const indices = Array.from({ length: 13 * 9 }, (_, pixel) => plan.sample(pixel % 13, Math.floor(pixel / 13), 0));
      expect([...bitmap.bytes]).toEqual(indices.flatMap((index) => palette.slice(index * 3, index * 3 + 3)));
      expect([...bitmap.alpha!]).toEqual(indices.map((index) => [0, 128][index] ?? 255));
    });
  });

  it('makes a palette of grays a gray picture', () => {
    const { bitmap } = readable(
      makePng({ width: 2, height: 1, bitDepth: 1, colorType: 3, palette: [10, 10, 10, 200, 200, 200], sample: (x) => x }),
    );
    expect(bitmap).toMatchObject({ channels: 1, bytes: Uint8Array.of(10, 200) });
  });

  it('leaves out opacity when every pixel is opaque', () => {
    const { bitmap } = readable(makePng({ width: 3, height: 3, bitDepth: 8, colorType: 6, sample: () => 255 }));
    expect(bitmap.alpha).toBeUndefined();
  });

  it('makes the one transparent color of a picture transparent, at full precision', () => {
    const gray = readable(makePng({ width: 3, height: 1, bitDepth: 16, colorType: 0, transparency: [1, 2], sample: (x) => 0x0101 + x }));
    expect([...gray.bitmap.alpha!]).toEqual([255, 0, 255]);
    const rgb = readable(
      makePng({
        width: 2,
        height: 1,
        bitDepth: 8,
        colorType: 2,
        transparency: [0, 9, 0, 9, 0, 9],
        sample: (x, _y, channel) => (x === 1 || channel < 2 ? 9 : 8),
      }),
    );
    expect([...rgb.bitmap.alpha!]).toEqual([255, 0]);
  });

  it('reads the resolution and the orientation', () => {
    const exif = [0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0];
    const extra = [chunk('pHYs', [0, 0, 0x2e, 0x23, 0, 0, 0x2e, 0x23, 1]), chunk('eXIf', exif)];
    expect(readable(makePng({ width: 1, height: 1, bitDepth: 8, colorType: 0, extra, sample: () => 0 }))).toMatchObject({
      resolutionDpi: 300,
      orientation: 6,
    });
  });

  it('gives equal pictures equal keys and others different ones', () => {
    const gray = (value: number): Uint8Array => makePng({ width: 1, height: 1, bitDepth: 8, colorType: 0, sample: () => value });
    expect(readable(gray(1)).bitmap.key).toBe(readable(gray(1)).bitmap.key);
    expect(readable(gray(1)).bitmap.key).not.toBe(readable(gray(2)).bitmap.key);
  });

  const sound = makePng({ width: 40, height: 40, bitDepth: 8, colorType: 2, sample: scattered(8) });

  it('says so at every length at which a file can be cut', () => {
    for (let length = 60; length < sound.length - 12; length += 97) {
      expect(refusal(sound.subarray(0, length)).message).toMatch(/cut short/);
    }
  });

  it('finds a flipped bit anywhere in the picture by its checksum', () => {
    for (const at of [20, 60, 500, sound.length - 20]) {
      const broken = sound.slice();
      broken[at]! ^= 4;
      expect(refusal(broken).code).toBe('drawing/damaged-picture');
    }
  });

  it('refuses headers that ask for too much before it unpacks anything', () => {
    expect(refusal(join(signature, header(30000, 30000, [8, 6, 0, 0, 0]), chunk('IDAT', [])))).toMatchObject({
      code: 'drawing/picture-size',
      message: 'the picture is 30000 x 30000 pixels; at most 20000 a side and 100 million in all can be used',
    });
    expect(refusal(join(signature, header(20000, 20000, [8, 0, 0, 0, 0]), chunk('IDAT', []))).code).toBe('drawing/picture-size');
    expect(refusal(join(signature, header(2 ** 31, 1, [8, 0, 0, 0, 0]))).code).toBe('drawing/picture-size');
  });

  it('stops unpacking when the picture is full', () => {
    const bomb = join(signature, header(2, 2, [8, 0, 0, 0, 0]), chunk('IDAT', deflateSync(new Uint8Array(20_000_000))), chunk('IEND', []));
    expect([...readable(bomb).bitmap.bytes]).toEqual([0, 0, 0, 0]);
  });

  it('survives a chunk that claims to be as long as the universe', () => {
    expect(
      refusal(join(signature, header(1, 1, [8, 0, 0, 0, 0]), [0xff, 0xff, 0xff, 0xff], [0x74, 0x45, 0x58, 0x74], [0, 0, 0, 0])).message,
    ).toMatch(/cut short/);
  });

  it.each([
    ['3 bits', header(1, 1, [3, 0, 0, 0, 0])],
    ['color type 5', header(1, 1, [8, 5, 0, 0, 0])],
    ['16-bit palette', header(1, 1, [16, 3, 0, 0, 0])],
    ['no width', header(0, 1, [8, 0, 0, 0, 0])],
    ['an unknown interlacing', header(1, 1, [8, 0, 0, 0, 2])],
    ['a palette that is missing', header(1, 1, [8, 3, 0, 0, 0])],
  ])('refuses %s', (_name, start) => {
    expect(refusal(join(signature, start, chunk('IDAT', deflateSync(Uint8Array.of(0, 0))), chunk('IEND', []))).code).toBe(
      'drawing/damaged-picture',
    );
  });

  it('refuses an index beyond the palette and an unknown filter', () => {
    expect(refusal(makePng({ width: 1, height: 1, bitDepth: 8, colorType: 3, palette: [1, 2, 3], sample: () => 1 })).message).toMatch(
      /row of pixels/,
    );
    const rows = deflateSync(Uint8Array.of(9, 0));
    expect(refusal(join(signature, header(1, 1, [8, 0, 0, 0, 0]), chunk('IDAT', rows), chunk('IEND', []))).message).toMatch(
      /row of pixels/,
    );
  });

  it('reads a picture whose compressed part comes in many chunks, one of them empty', () => {
    const rows = deflateSync(Uint8Array.from([0, 1, 2, 0, 3, 4]));
    const parts = [...rows].map((byte) => chunk('IDAT', [byte]));
    const file = join(signature, header(2, 2, [8, 0, 0, 0, 0]), ...parts, chunk('IDAT', []), chunk('IEND', []));
    expect([...readable(file).bitmap.bytes]).toEqual([1, 2, 3, 4]);
  });

  it('forgives a missing end mark', () => {
    expect(readable(sound.subarray(0, sound.length - 12)).bitmap.widthPx).toBe(40);
  });
});
