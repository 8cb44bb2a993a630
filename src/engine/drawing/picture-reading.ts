/** What reading a picture file gives, and the limits that every picture keeps to. */
import type { Bitmap } from './drawing.ts';

/** A picture that was read and checked. */
export interface ReadablePicture {
  readonly ok: true;
  readonly bitmap: Bitmap;
  /** The resolution that the file asks for, when it says so and is the same both ways. */
  readonly resolutionDpi?: number;
  /** How the picture must be turned or mirrored to stand upright: EXIF numbers 2 to 8; absent when it stands upright. */
  readonly orientation?: number;
}

/** Why a picture cannot be printed, in the words of a diagnostic. */
export interface UnreadablePicture {
  readonly ok: false;
  readonly code: `drawing/${string}`;
  readonly message: string;
  readonly hint: string;
}

export type PictureReading = ReadablePicture | UnreadablePicture;

/** Longest side: 20,000 pixels are 1.7 m at 300 dpi, more than any booklet page. */
export const maxSidePx = 20_000;

/** Most pixels: an A2 page at 600 dpi has 140 million, an A3 page 70; beyond this memory is at risk. */
export const maxPixels = 100_000_000;
