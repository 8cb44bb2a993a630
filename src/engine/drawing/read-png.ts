/**
 * Reads a PNG of any kind into plain samples: all color types, bit depths, interlacing and transparency.
 *
 * The header is judged before anything is inflated, and inflating stops as soon as the picture is full,
 * so a small file cannot ask for much memory or time.
 */
import { Inflate } from 'fflate';
import { hashBytes } from '../source/hash.ts';
import { crc32 } from './crc32.ts';
import { decodePngRows, type PngHeader, type PngRowDecoder } from './decode-png-rows.ts';
import { maxPixels, maxSidePx, type PictureReading, type UnreadablePicture } from './picture-reading.ts';
import { cutShort, damagedPicture, hugePicture } from './problems.ts';
import { readOrientation } from './read-orientation.ts';

/** The eight bytes that every PNG begins with. */
export const pngSignature: readonly number[] = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Reads a PNG file; anything wrong with it comes back as a message. */
export function readPng(file: Uint8Array): PictureReading {
  const chunks = readChunks(file);
  if (!chunks.ok) return chunks;
  const decoder = decodePngRows(chunks.header);
  const failure = inflateRows(chunks.parts, decoder);
  if (failure) return failure;
  const { widthPx, heightPx } = chunks.header;
  return {
    ok: true,
    bitmap: { format: 'png', widthPx, heightPx, ...decoder.finish(), key: `png-${widthPx}x${heightPx}-${hashBytes(file)}` },
    ...(chunks.resolutionDpi !== undefined && { resolutionDpi: chunks.resolutionDpi }),
    ...(chunks.orientation !== undefined && { orientation: chunks.orientation }),
  };
}

interface PngChunks {
  readonly ok: true;
  readonly header: PngHeader;
  /** The compressed picture, in the order of the file. */
  readonly parts: readonly Uint8Array[];
  readonly resolutionDpi?: number | undefined;
  readonly orientation?: number | undefined;
}

interface Chunk {
  readonly name: string;
  readonly content: Uint8Array;
  readonly isSound: boolean;
}

function readChunks(file: Uint8Array): PngChunks | UnreadablePicture {
  const parts: Uint8Array[] = [];
  let header: PngHeader | undefined;
  let resolutionDpi: number | undefined;
  let orientation: number | undefined;
  let at = pngSignature.length;
  for (;;) {
    const chunk = chunkAt(file, at);
    // A picture that is only missing its end mark is judged by its rows.
    if (!chunk && at >= file.length && parts.length > 0) break;
    if (!chunk) return cutShort('PNG');
    at += chunk.content.length + 12;
    const isCritical = (chunk.name.charCodeAt(0) & 0x20) === 0;
    if (!chunk.isSound && (isCritical || chunk.name === 'tRNS'))
      return damagedPicture('PNG', `the checksum of its ${chunk.name} part is wrong`);
    if (!header) {
      if (chunk.name !== 'IHDR') return damagedPicture('PNG', 'it does not begin with a header');
      const read = readHeader(chunk.content);
      if ('ok' in read) return read;
      header = read;
    } else if (chunk.name === 'PLTE') {
      header = { ...header, palette: chunk.content };
    } else if (chunk.name === 'tRNS') {
      header = { ...header, transparency: chunk.content };
    } else if (chunk.name === 'IDAT') {
      parts.push(chunk.content);
    } else if (chunk.name === 'pHYs' && chunk.isSound) {
      resolutionDpi = readResolution(chunk.content);
    } else if (chunk.name === 'eXIf' && chunk.isSound) {
      orientation = readOrientation(chunk.content);
    } else if (chunk.name === 'IEND') {
      break;
    } else if (isCritical) {
      return damagedPicture('PNG', `its ${printable(chunk.name)} part is unknown`);
    }
  }
  if (!header || parts.length === 0) return damagedPicture('PNG', 'it has no picture in it');
  return judgeColors(header) ?? { ok: true, header, parts, resolutionDpi, orientation };
}

function chunkAt(file: Uint8Array, at: number): Chunk | undefined {
  if (at + 12 > file.length) return undefined;
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = at + 8 + view.getUint32(at);
  if (end + 4 > file.length) return undefined;
  const name = String.fromCharCode(...file.subarray(at + 4, at + 8));
  return { name, content: file.subarray(at + 8, end), isSound: view.getUint32(end) === crc32(file, at + 4, end) };
}

// Table 11.1 of the specification: which bit depths go with which color type.
const bitDepths: Readonly<Record<number, readonly number[]>> = { 0: [1, 2, 4, 8, 16], 2: [8, 16], 3: [1, 2, 4, 8], 4: [8, 16], 6: [8, 16] };

function readHeader(content: Uint8Array): PngHeader | UnreadablePicture {
  if (content.length !== 13) return damagedPicture('PNG', 'its header has the wrong length');
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [widthPx, heightPx] = [view.getUint32(0), view.getUint32(4)];
  const [bitDepth, colorType, compression, filtering, interlacing] = Array.from(content.subarray(8)) as [
    number,
    number,
    number,
    number,
    number,
  ];
  if (widthPx === 0 || heightPx === 0) return damagedPicture('PNG', 'its width or height is 0');
  if (widthPx > maxSidePx || heightPx > maxSidePx || widthPx * heightPx > maxPixels) return hugePicture(widthPx, heightPx);
  if (!bitDepths[colorType]?.includes(bitDepth)) return damagedPicture('PNG', `there is no color type ${colorType} with ${bitDepth} bits`);
  if (compression !== 0 || filtering !== 0 || interlacing > 1) return damagedPicture('PNG', 'its header asks for unknown methods');
  return { widthPx, heightPx, bitDepth, colorType, isInterlaced: interlacing === 1, palette: new Uint8Array(0) };
}

function judgeColors(header: PngHeader): UnreadablePicture | undefined {
  const { palette, colorType, transparency } = header;
  if (colorType === 3 && palette.length === 0) return damagedPicture('PNG', 'its palette is missing');
  if (palette.length % 3 !== 0 || palette.length > 768) return damagedPicture('PNG', 'its palette has the wrong length');
  const needed = colorType === 0 ? 2 : colorType === 2 ? 6 : 0;
  return transparency && transparency.length < needed ? damagedPicture('PNG', 'its transparent color is incomplete') : undefined;
}

function readResolution(content: Uint8Array): number | undefined {
  if (content.length !== 9) return undefined;
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength);
  const [across, down, unit] = [view.getUint32(0), view.getUint32(4), content[8]];
  // Unit 1 is the meter; with unit 0 only the ratio is meant.
  return unit === 1 && across === down && across > 0 ? Math.round(across * 2.54) / 100 : undefined;
}

/** Compressed bytes given to the inflater at once: deflate grows at most 1032 times, so each step gives less than 17 MB. */
const inflateStep = 16_384;

function inflateRows(parts: readonly Uint8Array[], decoder: PngRowDecoder): UnreadablePicture | undefined {
  let isSound = true;
  const inflater = new Inflate((bytes) => {
    isSound = isSound && decoder.accept(bytes);
  });
  const isFinished = (): boolean => !isSound || decoder.isComplete();
  let headerLeft = 2;
  let first = 0;
  try {
    for (const part of parts) {
      let at = 0;
      for (; headerLeft > 0 && at < part.length; headerLeft--, at++) {
        // RFC 1950, 2.2: method 8, no preset dictionary, and the two bytes together divisible by 31.
        if (headerLeft === 2) first = part[at]!;
        else if ((first & 15) !== 8 || part[at]! & 0x20 || (first * 256 + part[at]!) % 31 !== 0) {
          return damagedPicture('PNG', 'its compressed part has no valid beginning');
        }
      }
      for (; at < part.length && !isFinished(); at += inflateStep) inflater.push(part.subarray(at, at + inflateStep));
    }
    // The inflater looks ahead; bytes after the end let it give out what it still holds.
    if (!isFinished()) inflater.push(new Uint8Array(8));
  } catch {
    return damagedPicture('PNG', 'its compressed part cannot be unpacked');
  }
  if (!isSound) return damagedPicture('PNG', 'a row of pixels makes no sense');
  return decoder.isComplete() ? undefined : cutShort('PNG');
}

const printable = (name: string): string => (/^[A-Za-z]{4}$/.test(name) ? name : 'next');
