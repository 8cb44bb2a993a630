/** Writes bitmaps as image XObjects: samples deflated, JPEG files as they are. Equal pictures are embedded once. */
import type { Bitmap } from '../../drawing/drawing.ts';
import type { NamedResource, PdfWriter } from './pdf-writer.ts';

/** Returns the image object of a bitmap, written on first use. */
export function writeImage(writer: PdfWriter, bitmap: Bitmap): NamedResource {
  const known = writer.images.get(bitmap.key);
  if (known) return known;
  const common = { Type: 'XObject', Subtype: 'Image', Width: bitmap.widthPx, Height: bitmap.heightPx, BitsPerComponent: 8 };
  const mask = bitmap.alpha ? { SMask: writeMask(writer, common, bitmap.alpha) } : {};
  const reference = writer.document.ref({ ...common, ColorSpace: colorSpaces[bitmap.channels], ...mask, ...encodingOf(bitmap) });
  if (bitmap.format === 'png') writer.document.endStream(reference, bitmap.bytes);
  else reference.end(bitmap.bytes);
  const image = { name: `I${writer.images.size + 1}`, reference };
  writer.images.set(bitmap.key, image);
  return image;
}

const colorSpaces = { 1: 'DeviceGray', 3: 'DeviceRGB', 4: 'DeviceCMYK' } as const;

function encodingOf(bitmap: Bitmap) {
  if (bitmap.format === 'png') return {};
  // Adobe's programs store the inks of four-color pictures inverted, and say so by their marker.
  const isInverted = bitmap.channels === 4 && hasAdobeMarker(bitmap.bytes);
  return { Filter: 'DCTDecode', ...(isInverted && { Decode: [1, 0, 1, 0, 1, 0, 1, 0] }) };
}

function hasAdobeMarker(file: Uint8Array): boolean {
  for (let at = 2; at + 9 < file.length && file[at] === 0xff; at += 2 + ((file[at + 2]! << 8) | file[at + 3]!)) {
    if (file[at + 1] === 0xee) return String.fromCharCode(...file.subarray(at + 4, at + 9)) === 'Adobe';
    if (file[at + 1] === 0xda) return false;
  }
  return false;
}

function writeMask(writer: PdfWriter, common: object, alpha: Uint8Array) {
  const mask = writer.document.ref({ ...common, ColorSpace: 'DeviceGray' });
  writer.document.endStream(mask, alpha);
  return mask;
}
