import { describe, expect, it } from 'vitest';
import { readPicture } from '../../../src/engine/drawing/read-picture.ts';
import { hashBytes } from '../../../src/engine/source/hash.ts';

const bytes = (text: string): Uint8Array => Uint8Array.from([...text.padEnd(40, '\0')].map((letter) => letter.charCodeAt(0)));

describe('readPicture', () => {
  it.each([
    ['GIF89a', 'a GIF picture'],
    ['RIFF\0\0\0\0WEBPVP8 ', 'a WebP picture'],
    ['\0\0\0 ftypavif', 'an AVIF picture'],
    ['\0\0\0 ftypheic', 'a HEIC picture (the format of many phones)'],
    ['II*\0', 'a TIFF picture'],
    ['MM\0*', 'a TIFF picture'],
    ['BM', 'a BMP picture'],
    ['%PDF-1.7', 'a PDF document'],
    ['<?xml version="1.0"?><svg xmlns="">', 'an SVG drawing'],
    ['<!DOCTYPE html><title>404', 'a web page, not a picture'],
  ])('names the format of %j by its content', (start, name) => {
    expect(readPicture(bytes(start))).toEqual({
      ok: false,
      code: 'drawing/picture-format',
      message: `the file is ${name}; pictures are SVG, PNG or JPEG`,
      hint: 'convert it to PNG or JPEG and use the new file',
    });
  });

  it('refuses empty files and files of unknown content', () => {
    expect(readPicture(new Uint8Array(0))).toMatchObject({ ok: false, message: 'the picture file is empty' });
    expect(readPicture(bytes('hello'))).toMatchObject({ ok: false, code: 'drawing/picture-format' });
  });

  it('never throws, whatever follows a good beginning', () => {
    let seed = 1;
    const next = (): number => (seed = (seed * 48271) % 2147483647) & 255;
    for (let round = 0; round < 300; round++) {
      const start = round % 2 ? [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] : [0xff, 0xd8, 0xff];
      expect(readPicture(Uint8Array.from([...start, ...Array.from({ length: round }, next)])).ok).toBe(false);
    }
  });
});

describe('hashBytes', () => {
  it('differs for bytes that differ little', () => {
    const inputs = Array.from({ length: 2000 }, (_, index) => Uint8Array.of(index & 255, index >> 8));
    const zeros = Array.from({ length: 200 }, (_, length) => new Uint8Array(length + 3));
    expect(new Set([...inputs, ...zeros].map(hashBytes)).size).toBe(2200);
    expect(hashBytes(Uint8Array.of(1, 2, 3))).toMatch(/^[0-9a-f]{16}$/);
  });
});
