/**
 * Turns the inflated bytes of a PNG into 8-bit gray or RGB samples and opacity, a row at a time.
 *
 * Bytes may arrive in pieces of any size, so that a picture is never in memory twice. Section and
 * table numbers are those of the PNG specification, third edition.
 */

/** What the header and the small chunks of a PNG say. */
export interface PngHeader {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly bitDepth: number;
  readonly colorType: number;
  readonly isInterlaced: boolean;
  /** Red, green and blue of each palette entry in turn; empty without a palette. */
  readonly palette: Uint8Array;
  /** Content of tRNS, when there is one. */
  readonly transparency?: Uint8Array;
}

/** The samples of a picture; `alpha` is absent when every pixel is opaque. */
export interface PngSamples {
  readonly channels: 1 | 3;
  readonly bytes: Uint8Array;
  readonly alpha?: Uint8Array;
}

/** Takes inflated bytes until the picture is full. */
export interface PngRowDecoder {
  /** Takes the next bytes; false when they cannot belong to this picture. Bytes beyond the last row are ignored. */
  accept(bytes: Uint8Array): boolean;
  isComplete(): boolean;
  finish(): PngSamples;
}

interface Pass {
  readonly widthPx: number;
  readonly heightPx: number;
  readonly left: number;
  readonly top: number;
  readonly acrossPx: number;
  readonly downPx: number;
}

// Section 8.1: left, top, step across, step down of the seven Adam7 passes.
const adam7: readonly (readonly [number, number, number, number])[] = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
];

const samplesPerPixel: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/** Makes a decoder for one picture. */
export function decodePngRows(header: PngHeader): PngRowDecoder {
  const passes = passesOf(header);
  const pixelBytes = Math.max(1, (header.bitDepth * samplesPerPixel[header.colorType]!) >> 3);
  const image = createImage(header);
  const longest = 1 + rowBytes(header, header.widthPx);
  let row: Uint8Array = new Uint8Array(longest);
  let above: Uint8Array = new Uint8Array(longest);
  let passIndex = 0;
  let y = 0;
  let filled = 0;

  const endRow = (pass: Pass, length: number): boolean => {
    if (!unfilter(row, above, length, pixelBytes)) return false;
    if (!image.place(row, pass, y)) return false;
    [row, above] = [above, row];
    filled = 0;
    y++;
    if (y === pass.heightPx) {
      y = 0;
      passIndex++;
      above.fill(0);
    }
    return true;
  };

  return {
    accept: (bytes) => {
      let at = 0;
      while (at < bytes.length && passIndex < passes.length) {
        const pass = passes[passIndex]!;
        const length = 1 + rowBytes(header, pass.widthPx);
        const taken = Math.min(length - filled, bytes.length - at);
        row.set(bytes.subarray(at, at + taken), filled);
        at += taken;
        filled += taken;
        if (filled === length && !endRow(pass, length)) return false;
      }
      return true;
    },
    isComplete: () => passIndex >= passes.length,
    finish: image.finish,
  };
}

function passesOf(header: PngHeader): readonly Pass[] {
  const { widthPx, heightPx } = header;
  if (!header.isInterlaced) return [{ widthPx, heightPx, left: 0, top: 0, acrossPx: 1, downPx: 1 }];
  return adam7
    .map(([left, top, acrossPx, downPx]) => ({
      widthPx: Math.ceil((widthPx - left) / acrossPx),
      heightPx: Math.ceil((heightPx - top) / downPx),
      left,
      top,
      acrossPx,
      downPx,
    }))
    .filter((pass) => pass.widthPx > 0 && pass.heightPx > 0);
}

const rowBytes = (header: PngHeader, widthPx: number): number =>
  Math.ceil((widthPx * header.bitDepth * samplesPerPixel[header.colorType]!) / 8);

// Section 9.2. The first byte of both rows is the filter type, not a sample.
function unfilter(row: Uint8Array, above: Uint8Array, length: number, pixelBytes: number): boolean {
  const start = 1 + pixelBytes;
  switch (row[0]) {
    case 0:
      return true;
    case 1:
      for (let at = start; at < length; at++) row[at] = row[at]! + row[at - pixelBytes]!;
      return true;
    case 2:
      for (let at = 1; at < length; at++) row[at] = row[at]! + above[at]!;
      return true;
    case 3:
      for (let at = 1; at < Math.min(start, length); at++) row[at] = row[at]! + (above[at]! >> 1);
      for (let at = start; at < length; at++) row[at] = row[at]! + ((row[at - pixelBytes]! + above[at]!) >> 1);
      return true;
    case 4:
      for (let at = 1; at < Math.min(start, length); at++) row[at] = row[at]! + above[at]!;
      for (let at = start; at < length; at++) {
        row[at] = row[at]! + paeth(row[at - pixelBytes]!, above[at]!, above[at - pixelBytes]!);
      }
      return true;
    default:
      return false;
  }
}

// Section 9.4.
function paeth(left: number, up: number, corner: number): number {
  const toLeft = Math.abs(up - corner);
  const toUp = Math.abs(left - corner);
  const toCorner = Math.abs(left + up - corner - corner);
  if (toLeft <= toUp && toLeft <= toCorner) return left;
  return toUp <= toCorner ? up : corner;
}

interface Image {
  /** Writes one unfiltered row; false when it names a palette entry that does not exist. */
  place(row: Uint8Array, pass: Pass, y: number): boolean;
  finish(): PngSamples;
}

function createImage(header: PngHeader): Image {
  const { widthPx, heightPx, bitDepth, colorType, palette, transparency } = header;
  const isPalette = colorType === 3;
  const channels = colorType === 0 || colorType === 4 || (isPalette && isGray(palette)) ? 1 : 3;
  const bytes = new Uint8Array(widthPx * heightPx * channels);
  const hasAlpha = colorType >= 4 || transparency !== undefined;
  const alpha = hasAlpha ? new Uint8Array(widthPx * heightPx).fill(255) : undefined;
  const stride = samplesPerPixel[colorType]!;
  const key = transparency && !isPalette ? transparentKey(transparency, stride) : undefined;
  // Gray of 1, 2 and 4 bits is spread over 0 to 255; palette indices stay as they are.
  const factor = bitDepth < 8 && !isPalette ? 255 / (2 ** bitDepth - 1) : 1;
  const perByte = 8 / bitDepth;
  const mask = 2 ** bitDepth - 1;
  const raw = (row: Uint8Array, index: number): number => {
    if (bitDepth === 8) return row[1 + index]!;
    if (bitDepth === 16) return row[1 + index * 2]! * 256 + row[2 + index * 2]!;
    return (row[1 + Math.floor(index / perByte)]! >> (8 - bitDepth - (index % perByte) * bitDepth)) & mask;
  };
  // 65535 / 257 is 255: this rounds to the nearest 8-bit value.
  const to8Bits = (value: number): number => (bitDepth === 16 ? Math.round(value / 257) : value * factor);

  const placeIndexed = (row: Uint8Array, pass: Pass, start: number): boolean => {
    for (let x = 0, pixel = start; x < pass.widthPx; x++, pixel += pass.acrossPx) {
      const entry = raw(row, x) * 3;
      if (entry >= palette.length) return false;
      for (let channel = 0; channel < channels; channel++) bytes[pixel * channels + channel] = palette[entry + channel]!;
      if (alpha && transparency) alpha[pixel] = transparency[entry / 3] ?? 255;
    }
    return true;
  };

  const placeDirect = (row: Uint8Array, pass: Pass, start: number): boolean => {
    for (let x = 0, pixel = start; x < pass.widthPx; x++, pixel += pass.acrossPx) {
      let isKey = key !== undefined;
      for (let channel = 0; channel < channels; channel++) {
        const value = raw(row, x * stride + channel);
        bytes[pixel * channels + channel] = to8Bits(value);
        if (key && value !== key[channel]) isKey = false;
      }
      if (alpha && stride > channels) alpha[pixel] = to8Bits(raw(row, x * stride + channels));
      else if (alpha && isKey) alpha[pixel] = 0;
    }
    return true;
  };

  // The common screenshot: whole bytes with opacity beside them.
  const placeBytes = (row: Uint8Array, pass: Pass, start: number): boolean => {
    for (let from = 1, pixel = start, end = 1 + pass.widthPx * stride; from < end; from += stride, pixel += pass.acrossPx) {
      for (let channel = 0; channel < channels; channel++) bytes[pixel * channels + channel] = row[from + channel]!;
      alpha![pixel] = row[from + channels]!;
    }
    return true;
  };

  const isPlain = bitDepth === 8 && !hasAlpha && !isPalette && !header.isInterlaced;
  return {
    place: (row, pass, y) => {
      const start = (pass.top + y * pass.downPx) * widthPx + pass.left;
      if (isPalette) return placeIndexed(row, pass, start);
      if (bitDepth === 8 && stride > channels) return placeBytes(row, pass, start);
      if (!isPlain) return placeDirect(row, pass, start);
      bytes.set(row.subarray(1, 1 + widthPx * channels), start * channels);
      return true;
    },
    finish: () => ({ channels, bytes, ...(alpha?.some((value) => value < 255) && { alpha }) }),
  };
}

function isGray(palette: Uint8Array): boolean {
  for (let at = 0; at < palette.length; at += 3) {
    if (palette[at] !== palette[at + 1] || palette[at] !== palette[at + 2]) return false;
  }
  return true;
}

// Section 11.3.1.1: two bytes a sample, whatever the bit depth.
function transparentKey(transparency: Uint8Array, samples: number): readonly number[] {
  return Array.from({ length: samples }, (_, index) => transparency[index * 2]! * 256 + transparency[index * 2 + 1]!);
}
