/** The color of a gradient at a point. */
import type { Color, Gradient } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import { applyTransform, invert } from '../geometry/transform.ts';

/** Returns the color at a point; of circles that do not share a center, nearly. Undefined without stops. */
export function gradientColor(gradient: Gradient, x: Pt, y: Pt): Color | undefined {
  const along = placeOf(gradient, x, y);
  const { stops } = gradient;
  const after = stops.findIndex((stop) => stop.offset >= along);
  const next = stops[after === -1 ? stops.length - 1 : after];
  const last = stops[Math.max(0, after === -1 ? stops.length - 1 : after - 1)];
  if (!next || !last || next.offset === last.offset) return next?.color;
  const share = (along - last.offset) / (next.offset - last.offset);
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const [a, b] = [last.color, next.color];
  return { red: mix(a.red, b.red), green: mix(a.green, b.green), blue: mix(a.blue, b.blue), alpha: mix(a.alpha, b.alpha) };
}

function placeOf(gradient: Gradient, x: Pt, y: Pt): number {
  if (gradient.kind === 'radial-gradient') {
    const back = invert(gradient.transform);
    const [innerX, innerY] = back ? applyTransform(back, x, y) : [x, y];
    return Math.hypot(innerX - gradient.to.x, innerY - gradient.to.y) / gradient.to.radius;
  }
  const { from, to } = gradient;
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  return length === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length;
}
