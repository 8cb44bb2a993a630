/** Lengths of SVG in its own units: a CSS pixel, 96 to the inch, as long as nothing is scaled. */

/** What relative lengths are relative to. */
export interface LengthContext {
  readonly fontSize: number;
  /** The viewport that percentages are taken of. */
  readonly viewport: { readonly width: number; readonly height: number };
}

/** Which side of the viewport a percentage is taken of; `diagonal` for lengths that go neither across nor down. */
export type LengthAxis = 'x' | 'y' | 'diagonal';

const unitSizes: Readonly<Record<string, number>> = {
  '': 1,
  px: 1,
  pt: 4 / 3,
  pc: 16,
  mm: 96 / 25.4,
  cm: 96 / 2.54,
  q: 96 / 101.6,
  in: 96,
};
const fontUnits: Readonly<Record<string, number>> = { em: 1, ex: 0.5, ch: 0.5 };

/** The size of letters where nothing else is said, and of `rem`. */
export const defaultFontSize = 16;

const pattern = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(px|pt|pc|mm|cm|q|in|em|ex|ch|rem|%)?\s*$/i;

/** Reads a length; undefined for text that is none. */
export function readLength(text: string, axis: LengthAxis, { fontSize, viewport }: LengthContext): number | undefined {
  const match = pattern.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]);
  const unit = (match[2] ?? '').toLowerCase();
  if (!Number.isFinite(value)) return undefined;
  if (unit in unitSizes) return value * unitSizes[unit]!;
  if (unit in fontUnits) return value * fontUnits[unit]! * fontSize;
  if (unit === 'rem') return value * defaultFontSize;
  const { width, height } = viewport;
  const whole = axis === 'x' ? width : axis === 'y' ? height : Math.hypot(width, height) / Math.SQRT2;
  return (value / 100) * whole;
}

/** Reads a number or a percentage, as opacities and offsets are written; undefined for other text. */
export function readShare(text: string): number | undefined {
  const match = /^\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?)\s*(%)?\s*$/i.exec(text);
  if (!match) return undefined;
  const value = Number(match[1]) / (match[2] ? 100 : 1);
  return Math.min(1, Math.max(0, value));
}
