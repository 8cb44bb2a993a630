/** Sound little PNG files, made on the spot. */
import { crc32, deflateSync } from 'node:zlib';

/** Returns a gray PNG of a size in pixels. */
export const plainPng = (widthPx: number, heightPx: number): Uint8Array => grayPng(widthPx, heightPx, [0x80]);

/** Returns a gray PNG that lets half of what is behind it through. */
export const seeThroughPng = (widthPx: number, heightPx: number): Uint8Array => grayPng(widthPx, heightPx, [0x80, 0x7f]);

/** All pixels are the same: a shade of gray and, if there is a second sample, an opacity. */
function grayPng(widthPx: number, heightPx: number, pixel: readonly number[]): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(widthPx, 0);
  header.writeUInt32BE(heightPx, 4);
  header[8] = 8;
  header[9] = pixel.length === 2 ? 4 : 0;
  const row = Buffer.from([0, ...Array.from({ length: widthPx }, () => pixel).flat()]);
  const rows = Buffer.concat(Array.from({ length: heightPx }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return new Uint8Array(
    Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]),
  );
}

function chunk(name: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), content]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(content.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}
