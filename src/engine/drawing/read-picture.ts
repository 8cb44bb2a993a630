/**
 * The front door for pictures: tells by content, never by file name, what a file is, and reads PNG and JPEG.
 *
 * No byte of a picture reaches a PDF that did not pass here. Every refusal names what was found and what to do.
 */
import type { PictureReading } from './picture-reading.ts';
import { emptyPicture, foreignFormat, unknownFormat } from './problems.ts';
import { readJpeg } from './read-jpeg.ts';
import { pngSignature, readPng } from './read-png.ts';

/** Reads a picture file. Bitmaps of equal files have equal keys. */
export function readPicture(bytes: Uint8Array): PictureReading {
  if (bytes.length === 0) return emptyPicture();
  if (beginsWith(bytes, pngSignature)) return readPng(bytes);
  if (beginsWith(bytes, [0xff, 0xd8, 0xff])) return readJpeg(bytes);
  const format = foreignFormatOf(bytes);
  return format ? foreignFormat(format) : unknownFormat();
}

/** Tells whether a file is an SVG drawing: XML whose first element, after comments and the like, is an `<svg>`. */
export function looksLikeSvg(bytes: Uint8Array): boolean {
  const start = String.fromCharCode(...bytes.subarray(0, 4096));
  return /^(?:\xef\xbb\xbf)?\s*(?:<\?[\s\S]*?\?>\s*|<!--[\s\S]*?-->\s*|<![^>[]*(?:\[[\s\S]*?\]\s*)?>\s*)*<(?:[\w-]+:)?svg[\s>/]/.test(
    start,
  );
}

const beginsWith = (bytes: Uint8Array, start: readonly number[]): boolean => start.every((byte, index) => bytes[index] === byte);

/** Formats that people hand in, by the text at an offset; the first match counts. */
const foreignFormats: readonly (readonly [offset: number, text: string, name: string])[] = [
  [0, 'GIF8', 'a GIF picture'],
  [8, 'WEBP', 'a WebP picture'],
  [4, 'ftypavi', 'an AVIF picture'],
  [4, 'ftyphei', 'a HEIC picture (the format of many phones)'],
  [4, 'ftyphev', 'a HEIC picture (the format of many phones)'],
  [4, 'ftypmif1', 'a HEIC or AVIF picture'],
  [4, 'ftypmsf1', 'a HEIC or AVIF picture'],
  [4, 'ftyp', 'a video'],
  [4, 'jP  ', 'a JPEG 2000 picture'],
  [4, 'JXL ', 'a JPEG XL picture'],
  [0, '\xff\x0a', 'a JPEG XL picture'],
  [0, 'II*\0', 'a TIFF picture'],
  [0, 'MM\0*', 'a TIFF picture'],
  [0, '8BPS', 'a Photoshop document'],
  [0, 'BM', 'a BMP picture'],
  [0, '\0\0\x01\0', 'an icon file'],
  [0, '%PDF', 'a PDF document'],
  [0, '\x1f\x8b', 'a compressed file; if its name ends in .svgz, it is a compressed SVG drawing'],
  [0, 'PK\x03\x04', 'a zip archive or an office document'],
];

function foreignFormatOf(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, 512));
  const known = foreignFormats.find(([offset, text]) => start.startsWith(text, offset));
  if (known) return known[2];
  if (/<svg[\s>]/i.test(start)) return 'an SVG drawing';
  if (/<\0?s\0v\0g\0/i.test(start)) return 'an SVG drawing that is not written in UTF-8';
  if (/^\W*(?:<!doctype html|<html)/i.test(start)) return 'a web page, not a picture';
  return undefined;
}
