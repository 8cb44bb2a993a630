/**
 * Checks a JPEG from its first marker to its last, without decoding it: PDF readers decode it themselves.
 *
 * What is handed on is the file without its private parts (EXIF with places and dates, XMP, comments)
 * and without anything after the picture. ITU-T T.81 is the standard that is cited.
 */
import { hashBytes } from '../source/hash.ts';
import { maxPixels, maxSidePx, type PictureReading, type UnreadablePicture } from './picture-reading.ts';
import { cutShort, damagedPicture, hugePicture, unsupportedPicture } from './problems.ts';
import { readOrientation } from './read-orientation.ts';

/** Reads a JPEG file; anything wrong with it comes back as a message. */
export function readJpeg(file: Uint8Array): PictureReading {
  const walk = walkMarkers(file);
  if (!walk.ok) return walk;
  const { widthPx, heightPx, components } = walk.frame;
  const bytes = joinParts(walk.kept);
  return {
    ok: true,
    bitmap: {
      format: 'jpeg',
      widthPx,
      heightPx,
      bytes,
      channels: components === 1 ? 1 : 3,
      key: `jpeg-${widthPx}x${heightPx}-${hashBytes(bytes)}`,
    },
    ...(walk.resolutionDpi !== undefined && { resolutionDpi: walk.resolutionDpi }),
    ...(walk.orientation !== undefined && { orientation: walk.orientation }),
  };
}

interface Frame {
  readonly ok: true;
  readonly isProgressive: boolean;
  readonly widthPx: number;
  readonly heightPx: number;
  readonly components: number;
  /** Fewest bits that the first scan of such a picture can have. */
  readonly leastBits: number;
}

interface Walk {
  readonly ok: true;
  readonly frame: Frame;
  readonly kept: readonly Uint8Array[];
  readonly resolutionDpi: number | undefined;
  readonly orientation: number | undefined;
}

// Marker codes, table B.1.
const startOfImage = 0xd8;
const endOfImage = 0xd9;
const startOfScan = 0xda;
const quantizationTable = 0xdb;
const huffmanTable = 0xc4;
const comment = 0xfe;
const application0 = 0xe0;
const application1 = 0xe1;

/** Application parts that say how colors are meant (JFIF, ICC profile, Adobe); all others are private or of no use in print. */
const keptApplications: readonly number[] = [0xe0, 0xe2, 0xee];

function walkMarkers(file: Uint8Array): Walk | UnreadablePicture {
  const kept: Uint8Array[] = [file.subarray(0, 2)];
  const seen = new Set<number>();
  let frame: Frame | undefined;
  let entropyBytes = 0;
  let resolutionDpi: number | undefined;
  let orientation: number | undefined;
  for (let at = 2; ; ) {
    const found = markerAt(file, at);
    if (found === 'end') return cutShort('JPEG');
    if (found === 'noise') return damagedPicture('JPEG', 'a part of it does not begin where it should');
    const { marker, next } = found;
    if (marker === endOfImage) {
      kept.push(Uint8Array.of(0xff, endOfImage));
      break;
    }
    if (marker === startOfImage || (marker >= 0xd0 && marker <= 0xd7) || marker <= 1)
      return damagedPicture('JPEG', 'its parts are in the wrong order');
    if (next + 2 > file.length) return cutShort('JPEG');
    const length = file[next]! * 256 + file[next + 1]!;
    const content = file.subarray(next + 2, next + length);
    if (length < 2) return damagedPicture('JPEG', 'one of its parts has an impossible length');
    if (next + length > file.length) return cutShort('JPEG');
    at = next + length;
    if (isFrame(marker)) {
      if (frame) return damagedPicture('JPEG', 'it holds more than one picture');
      const read = readFrame(marker, content);
      if (!read.ok) return read;
      frame = read;
    } else if (marker === startOfScan) {
      if (!frame) return damagedPicture('JPEG', 'its picture comes before its header');
      const end = endOfScan(file, at);
      entropyBytes += end - at;
      at = end;
    } else if (marker === application0) {
      resolutionDpi ??= readResolution(content);
    } else if (marker === application1) {
      orientation ??= readExif(content);
    }
    seen.add(marker);
    const isPrivate = marker === comment || (marker >= application0 && marker <= 0xef && !keptApplications.includes(marker));
    if (!isPrivate) kept.push(Uint8Array.of(0xff, marker), file.subarray(next, at));
  }
  if (!frame || !seen.has(startOfScan)) return damagedPicture('JPEG', 'it has no picture in it');
  if (!seen.has(quantizationTable) || !seen.has(huffmanTable)) return damagedPicture('JPEG', 'the tables for unpacking it are missing');
  if (entropyBytes * 8 < frame.leastBits) return cutShort('JPEG');
  return { ok: true, frame, kept, resolutionDpi, orientation };
}

// B.1.1.2: any number of FF bytes may come before a marker's code.
function markerAt(file: Uint8Array, start: number): { readonly marker: number; readonly next: number } | 'end' | 'noise' {
  let at = start;
  if (at >= file.length) return 'end';
  if (file[at] !== 0xff) return 'noise';
  while (file[at] === 0xff) at++;
  return at >= file.length ? 'end' : { marker: file[at]!, next: at + 1 };
}

const isFrame = (marker: number): boolean =>
  marker >= 0xc0 && marker <= 0xcf && marker !== huffmanTable && marker !== 0xc8 && marker !== 0xcc;

function readFrame(marker: number, content: Uint8Array): Frame | UnreadablePicture {
  const convert = 'open it in an image editor and save it as an ordinary JPEG (baseline or progressive, 8 bits)';
  if (marker > 0xc2) {
    const kind =
      marker >= 0xc9
        ? 'uses arithmetic coding, which PDF readers cannot show'
        : 'is lossless or hierarchical, which PDF readers cannot show';
    return unsupportedPicture('JPEG', kind, convert);
  }
  if (content.length < 6) return damagedPicture('JPEG', 'its header is too short');
  const [precision, high, low, wideHigh, wideLow, components] = Array.from(content) as [number, number, number, number, number, number];
  const [heightPx, widthPx] = [high * 256 + low, wideHigh * 256 + wideLow];
  if (precision !== 8) return unsupportedPicture('JPEG', `has ${precision} bits a sample, which PDF readers cannot show`, convert);
  if (components === 4) {
    return unsupportedPicture(
      'JPEG',
      'has CMYK colors, which look wrong in many readers',
      'convert it to RGB in an image editor and save it again',
    );
  }
  if (components !== 1 && components !== 3) return damagedPicture('JPEG', `it has ${components} colors a pixel`);
  if (content.length < 6 + components * 3) return damagedPicture('JPEG', 'its header is too short');
  if (widthPx === 0 || heightPx === 0) return damagedPicture('JPEG', 'its width or height is 0');
  if (widthPx > maxSidePx || heightPx > maxSidePx || widthPx * heightPx > maxPixels) return hugePicture(widthPx, heightPx);
  const isProgressive = marker === 0xc2;
  const blocks = countBlocks(content, components, widthPx, heightPx);
  if (blocks === undefined) return damagedPicture('JPEG', 'its colors are sampled in an impossible way');
  // Each block has at least one bit for its mean and, unless scans are split, one that ends it.
  return { ok: true, isProgressive, widthPx, heightPx, components, leastBits: blocks * (isProgressive ? 1 : 2) };
}

// A.1.1: how many 8 x 8 blocks the components have, subsampling considered.
function countBlocks(content: Uint8Array, components: number, widthPx: number, heightPx: number): number | undefined {
  const factors = Array.from({ length: components }, (_, index) => [content[7 + index * 3]! >> 4, content[7 + index * 3]! & 15] as const);
  if (factors.some(([across, down]) => across < 1 || across > 4 || down < 1 || down > 4)) return undefined;
  const mostAcross = Math.max(...factors.map(([across]) => across));
  const mostDown = Math.max(...factors.map(([, down]) => down));
  return factors.reduce((sum, [across, down]) => {
    return sum + Math.ceil((widthPx * across) / mostAcross / 8) * Math.ceil((heightPx * down) / mostDown / 8);
  }, 0);
}

// B.1.1.5: in entropy-coded bytes FF is followed by 00, or by one of the eight restart markers.
function endOfScan(file: Uint8Array, start: number): number {
  let at = file.indexOf(0xff, start);
  while (at !== -1 && at + 1 < file.length) {
    const code = file[at + 1]!;
    if (code !== 0 && (code < 0xd0 || code > 0xd7) && code !== 0xff) return at;
    at = file.indexOf(0xff, code === 0xff ? at + 1 : at + 2);
  }
  return file.length;
}

const startsWith = (content: Uint8Array, text: string): boolean =>
  [...text].every((letter, index) => content[index] === letter.charCodeAt(0));

function readResolution(content: Uint8Array): number | undefined {
  if (!startsWith(content, 'JFIF\0') || content.length < 12) return undefined;
  const across = content[8]! * 256 + content[9]!;
  const down = content[10]! * 256 + content[11]!;
  if (across !== down || across === 0) return undefined;
  // Units: 1 is dots per inch, 2 is dots per centimeter, 0 only gives the ratio.
  return content[7] === 1 ? across : content[7] === 2 ? Math.round(across * 254) / 100 : undefined;
}

const readExif = (content: Uint8Array): number | undefined =>
  startsWith(content, 'Exif\0\0') ? readOrientation(content.subarray(6)) : undefined;

function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    joined.set(part, at);
    at += part.length;
  }
  return joined;
}
