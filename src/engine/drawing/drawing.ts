/** Vector pictures as data. Layout sees only the size; painters walk the items. Coordinates: points, y down, origin top left. */
import type { Pt } from '../geometry/length.ts';
import type { Transform } from '../geometry/transform.ts';
import type { PlacedWords } from '../text/placed-words.ts';

/** sRGB, each 0 to 1, and opacity 0 to 1. */
export interface Color {
  readonly red: number;
  readonly green: number;
  readonly blue: number;
  readonly alpha: number;
}

/** A path: one letter a step (M, L, C, Z) and its coordinates one after another (2, 2, 6 and 0 numbers). */
export interface Path {
  readonly steps: string;
  readonly coordinates: readonly number[];
}

export interface Stroke {
  readonly color: Color;
  /** Painted in the place of the color, which then comes near to it. */
  readonly gradient?: Gradient;
  readonly width: Pt;
  readonly cap: 'butt' | 'round' | 'square';
  readonly join: 'miter' | 'round' | 'bevel';
  readonly miterLimit: number;
  /** Lengths of dashes and gaps; empty for a solid line. */
  readonly dash: readonly Pt[];
  readonly dashOffset: Pt;
}

export interface LinearGradient {
  readonly kind: 'linear-gradient';
  readonly from: readonly [x: Pt, y: Pt];
  readonly to: readonly [x: Pt, y: Pt];
  readonly stops: readonly { readonly offset: number; readonly color: Color }[];
}

/** Colors in circles that grow from a focus to a rim. */
export interface RadialGradient {
  readonly kind: 'radial-gradient';
  /** Where the first stop is seen, before the transform. */
  readonly from: { readonly x: Pt; readonly y: Pt; readonly radius: Pt };
  /** Where the last stop is seen, before the transform. */
  readonly to: { readonly x: Pt; readonly y: Pt; readonly radius: Pt };
  /** Maps the circles to the drawing. */
  readonly transform: Transform;
  readonly stops: LinearGradient['stops'];
}

export type Gradient = LinearGradient | RadialGradient;

export interface DrawnPath {
  readonly kind: 'path';
  readonly path: Path;
  readonly fill?: Color | Gradient;
  readonly fillRule?: 'nonzero' | 'evenodd';
  readonly stroke?: Stroke;
  /** Maps the path and its stroke to the drawing; present only where lines are wider in one direction than in another. */
  readonly transform?: Transform;
}

export interface DrawnText extends PlacedWords {
  readonly kind: 'text';
  /** Maps the text's own space (baseline start at 0,0, y down) to the drawing. */
  readonly transform: Transform;
  readonly size: Pt;
  readonly color: Color;
}

/** Items that are shown only inside a path. */
export interface ClippedGroup {
  readonly kind: 'clip';
  readonly path: Path;
  /** Absent for `nonzero`. */
  readonly rule?: 'evenodd';
  readonly items: readonly DrawingItem[];
}

/** Items that are painted as one and then let shine through what lies below. */
export interface FadedGroup {
  readonly kind: 'group';
  /** 0 to 1. */
  readonly opacity: number;
  readonly items: readonly DrawingItem[];
}

/** A bitmap in a drawing. */
export interface DrawnImage {
  readonly kind: 'image';
  /** Maps the unit square, top left at 0,0, to the drawing. */
  readonly transform: Transform;
  readonly bitmap: Bitmap;
  /** The PNG or JPEG file as it is, for outputs that can hold one. */
  readonly file: Uint8Array;
}

export type DrawingItem = DrawnPath | DrawnText | DrawnImage | ClippedGroup | FadedGroup;

export interface Drawing {
  readonly width: Pt;
  readonly height: Pt;
  readonly items: readonly DrawingItem[];
}

/** A bitmap that has been checked: its header is sound and its size is known. */
export interface Bitmap {
  readonly format: 'png' | 'jpeg';
  readonly widthPx: number;
  readonly heightPx: number;
  /** For PNG: 8-bit gray or RGB samples, row by row. For JPEG: the file itself. */
  readonly bytes: Uint8Array;
  readonly channels: 1 | 3 | 4;
  /** 8-bit opacity for each pixel, when the picture has any. */
  readonly alpha?: Uint8Array;
  /** How the picture must be turned or mirrored to stand upright: EXIF numbers 2 to 8; from 5 on, width and height change places. */
  readonly orientation?: number;
  /** A name that depends only on the content: equal pictures are embedded once. */
  readonly key: string;
}

/** What an `<img>` or `<chart>` shows. */
export type Picture = { readonly kind: 'drawing'; readonly drawing: Drawing } | { readonly kind: 'bitmap'; readonly bitmap: Bitmap };
