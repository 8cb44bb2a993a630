import { describe, expect, it } from 'vitest';
import type { UnreadablePicture } from '../../../src/engine/drawing/picture-reading.ts';
import { readPicture } from '../../../src/engine/drawing/read-picture.ts';

const segment = (marker: number, content: readonly number[]): number[] => [
  0xff,
  marker,
  (content.length + 2) >> 8,
  (content.length + 2) & 255,
  ...content,
];
const text = (letters: string): number[] => [...letters].map((letter) => letter.charCodeAt(0));

interface Plan {
  readonly frame?: number;
  readonly precision?: number;
  readonly width?: number;
  readonly height?: number;
  readonly components?: number;
  readonly before?: readonly number[];
  readonly scan?: readonly number[];
  readonly end?: readonly number[];
  readonly tables?: boolean;
}

// The markers are real; the entropy-coded bytes are not, because nothing here decodes them.
const jpeg = ({
  frame = 0xc0,
  precision = 8,
  width = 16,
  height = 16,
  components = 3,
  before = [],
  scan,
  end = [0xff, 0xd9],
  tables = true,
}: Plan = {}): Uint8Array =>
  Uint8Array.from([
    0xff,
    0xd8,
    ...before,
    ...(tables ? [...segment(0xdb, [0, ...Array(64).fill(1)]), ...segment(0xc4, [0, ...Array(16).fill(0)])] : []),
    ...segment(frame, [
      precision,
      height >> 8,
      height & 255,
      width >> 8,
      width & 255,
      components,
      ...Array.from({ length: components }, (_, id) => [id + 1, 0x11, 0]).flat(),
    ]),
    ...segment(0xda, [components, ...Array.from({ length: components }, (_, id) => [id + 1, 0]).flat(), 0, 63, 0]),
    ...(scan ?? [1, 2, 0xff, 0x00, 4, 0xff, 0xd0, 6, 7, 8]),
    ...end,
  ]);

const refusal = (file: Uint8Array): UnreadablePicture => {
  const reading = readPicture(file);
  if (reading.ok) throw new Error('the file was accepted');
  return reading;
};

describe('readJpeg', () => {
  it.each([
    ['baseline', 0xc0],
    ['extended', 0xc1],
    ['progressive', 0xc2],
  ])('reads a %s picture', (_name, frame) => {
    expect(readPicture(jpeg({ frame, width: 300, height: 20, scan: Array(800).fill(1) }))).toMatchObject({
      ok: true,
      bitmap: { format: 'jpeg', widthPx: 300, heightPx: 20, channels: 3 },
    });
  });

  it('reads a gray picture', () => {
    expect(readPicture(jpeg({ components: 1 }))).toMatchObject({ ok: true, bitmap: { channels: 1 } });
  });

  it('hands on the file without private parts and without what follows it', () => {
    const plain = jpeg({ before: segment(0xe0, text('JFIF\0').concat(1, 2, 1, 0, 150, 0, 150, 0, 0)) });
    const exif = segment(0xe1, text('Exif\0\0secret'));
    const full = jpeg({
      before: [...segment(0xe0, text('JFIF\0').concat(1, 2, 1, 0, 150, 0, 150, 0, 0)), ...exif, ...segment(0xfe, text('a comment'))],
      end: [0xff, 0xd9, ...text('trailing')],
    });
    const reading = readPicture(full);
    expect(reading.ok && reading.bitmap.bytes).toEqual(plain);
    expect(reading).toMatchObject({ resolutionDpi: 150 });
  });

  it('reads the orientation that a camera noted', () => {
    const exif = [...text('Exif\0\0II*\0'), 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0];
    expect(readPicture(jpeg({ before: segment(0xe1, exif) }))).toMatchObject({ ok: true, orientation: 8 });
  });

  it('says so when a file is cut anywhere', () => {
    const file = jpeg();
    for (let length = 3; length < file.length; length++)
      expect(refusal(file.subarray(0, length)).message).toMatch(/cut short|no picture|missing/);
    expect(refusal(file.subarray(0, file.length - 2)).message).toMatch(/cut short/);
  });

  it('finds a header that claims more pixels than there are bytes for', () => {
    expect(refusal(jpeg({ width: 4000, height: 4000 })).message).toMatch(/cut short/);
  });

  it.each([
    ['CMYK', { components: 4 }, /CMYK/],
    ['12 bits', { precision: 12 }, /12 bits a sample/],
    ['arithmetic coding', { frame: 0xc9 }, /arithmetic/],
    ['lossless coding', { frame: 0xc3 }, /lossless/],
    ['no height', { height: 0 }, /height is 0/],
    ['too many pixels', { width: 65535, height: 65535 }, /65535 x 65535/],
    ['no tables', { tables: false }, /tables/],
  ] as const)('refuses %s with a way out', (_name, plan, message) => {
    const found = refusal(jpeg(plan));
    expect(found.message).toMatch(message);
    expect(found.hint.length).toBeGreaterThan(10);
  });
});
