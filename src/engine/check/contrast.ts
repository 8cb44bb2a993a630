/** Contrast of two colors after WCAG 2.1: how light a color is, the ratio of two, and the nearest color that is readable. */
import type { Color } from '../drawing/drawing.ts';

/** What nothing has been printed on. */
export const paperWhite: Color = { red: 1, green: 1, blue: 1, alpha: 1 };

const black: Color = { red: 0, green: 0, blue: 0, alpha: 1 };

/** Returns the contrast ratio of two opaque colors, from 1 to 21 (WCAG 2.1, "contrast ratio"). */
export function contrastOf(one: Color, other: Color): number {
  const [first, second] = [luminanceOf(one), luminanceOf(other)];
  return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
}

/** Returns the color that is seen where `upper` lies on the opaque color `lower`. */
export function paintOver(upper: Color, lower: Color): Color {
  const { alpha } = upper;
  if (alpha >= 1) return upper;
  const mix = (above: number, below: number): number => above * alpha + below * (1 - alpha);
  return { red: mix(upper.red, lower.red), green: mix(upper.green, lower.green), blue: mix(upper.blue, lower.blue), alpha: 1 };
}

/**
 * Returns the color nearest to `color`, of the same hue, that reaches a ratio on `background`: darker where the text is
 * darker than what is behind it, lighter otherwise. Black or white reach at least 4.5 on everything.
 */
export function readableColor(color: Color, background: Color, ratio: number): Color {
  const isDarker = luminanceOf(color) <= luminanceOf(background);
  const end = [isDarker ? black : paperWhite, isDarker ? paperWhite : black].find((goal) => contrastOf(goal, background) >= ratio) ?? black;
  const steps = 64;
  for (let step = 1; step < steps; step++) {
    const mixed = inBytes(paintOver({ ...end, alpha: step / steps }, { ...color, alpha: 1 }));
    if (contrastOf(mixed, background) >= ratio) return mixed;
  }
  return end;
}

/** Colors are suggested as they can be written: in 255ths. */
function inBytes({ red, green, blue }: Color): Color {
  const round = (part: number): number => Math.round(part * 255) / 255;
  return { red: round(red), green: round(green), blue: round(blue), alpha: 1 };
}

const known = new WeakMap<Color, number>();

// WCAG 2.1, "relative luminance"; a page has few colors and many texts.
function luminanceOf(color: Color): number {
  let luminance = known.get(color);
  if (luminance === undefined) {
    const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
    luminance = 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue);
    known.set(color, luminance);
  }
  return luminance;
}
