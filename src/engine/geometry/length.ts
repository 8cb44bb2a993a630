/** Lengths. Inside the engine every length is a PDF point, 1/72 inch; other units exist only where text is read. */

/** A length in PDF points. */
export type Pt = number;

export const mm = (length: number): Pt => (length * 72) / 25.4;
export const inch = (length: number): Pt => length * 72;
/** CSS pixels are 1/96 inch. */
export const px = (length: number): Pt => length * 0.75;

/** The one tolerance of layout: differences below it are rounding, not overflow. */
export const tolerance: Pt = 0.01;

/** Tells whether `length` fits into `available`, forgiving rounding. */
export const fits = (length: Pt, available: Pt): boolean => length <= available + tolerance;
