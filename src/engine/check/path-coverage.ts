/** Tells whether a point lies in a filled path or on a stroke. Curves are taken as short lines, joined when first asked for. */
import type { Path } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';

/** The least rectangle around a path. */
export interface Extents {
  readonly left: Pt;
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
}

/** Returns the rectangle around all points of a path, handles of curves included; inside out for an empty path. */
export function extentsOf({ coordinates }: Path): Extents {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at < coordinates.length; at += 2) {
    const x = coordinates[at]!;
    const y = coordinates[at + 1]!;
    if (x < left) left = x;
    if (x > right) right = x;
    if (y < top) top = y;
    if (y > bottom) bottom = y;
  }
  return { left, top, right, bottom };
}

/** Makes the function that tells whether a point lies in the filled path. */
export function fillCoverage(path: Path, rule: 'nonzero' | 'evenodd'): (x: Pt, y: Pt) => boolean {
  if (isUpright(path)) {
    const { left, top, right, bottom } = extentsOf(path);
    return (x, y) => x >= left && x <= right && y >= top && y <= bottom;
  }
  let lines: readonly Polyline[] | undefined;
  return (x, y) => {
    lines ??= flatten(path);
    const winding = lines.reduce((sum, line) => sum + windingOf(line, x, y), 0);
    return rule === 'evenodd' ? winding % 2 !== 0 : winding !== 0;
  };
}

/** Makes the function that tells whether a point lies under a stroke; gaps of dashes count as drawn. */
export function strokeCoverage(path: Path, width: Pt): (x: Pt, y: Pt) => boolean {
  let lines: readonly Polyline[] | undefined;
  const reach = (width / 2) ** 2;
  return (x, y) => {
    lines ??= flatten(path);
    return lines.some(({ points, isClosed }) => {
      const count = points.length / 2;
      for (let at = isClosed ? 0 : 1; at < count; at++) {
        const before = (at + count - 1) % count;
        const segment = [points[before * 2]!, points[before * 2 + 1]!, points[at * 2]!, points[at * 2 + 1]!] as const;
        if (squareDistance(x, y, segment) <= reach) return true;
      }
      return false;
    });
  };
}

/** Points one after another, two numbers each. */
interface Polyline {
  readonly points: readonly number[];
  readonly isClosed: boolean;
}

/** Lines a curve is cut into: for text a tenth of its size matters, and no more. */
const pieces = 12;

function flatten({ steps, coordinates }: Path): readonly Polyline[] {
  const lines: { points: number[]; isClosed: boolean }[] = [];
  let at = 0;
  for (const step of steps) {
    const line = lines.at(-1);
    if (step === 'M' || !line) lines.push({ points: coordinates.slice(at, at + 2), isClosed: false });
    else if (step === 'L') line.points.push(coordinates[at]!, coordinates[at + 1]!);
    else if (step === 'C') addCurve(line.points, coordinates, at);
    else line.isClosed = true;
    at += step === 'C' ? 6 : step === 'Z' ? 0 : 2;
  }
  return lines;
}

function addCurve(points: number[], coordinates: readonly number[], at: number): void {
  const [x0, y0] = points.slice(-2) as [number, number];
  const [x1, y1, x2, y2, x3, y3] = coordinates.slice(at, at + 6) as [number, number, number, number, number, number];
  for (let piece = 1; piece <= pieces; piece++) {
    const t = piece / pieces;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    points.push(a * x0 + b * x1 + c * x2 + d * x3, a * y0 + b * y1 + c * y2 + d * y3);
  }
}

/** How often a line goes around a point, counted where it crosses the ray to the right. */
function windingOf({ points }: Polyline, x: number, y: number): number {
  let winding = 0;
  const count = points.length / 2;
  for (let at = 0; at < count; at++) {
    const before = (at + count - 1) % count;
    const [x0, y0, x1, y1] = [points[before * 2]!, points[before * 2 + 1]!, points[at * 2]!, points[at * 2 + 1]!];
    if (y0 <= y === y1 <= y) continue;
    if (x0 + ((y - y0) * (x1 - x0)) / (y1 - y0) > x) winding += y1 > y0 ? 1 : -1;
  }
  return winding;
}

function squareDistance(x: number, y: number, [x0, y0, x1, y1]: readonly [number, number, number, number]): number {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - x0) * dx + (y - y0) * dy) / length));
  return (x - x0 - along * dx) ** 2 + (y - y0 - along * dy) ** 2;
}

/** Most shapes of a page are rectangles along its edges. */
function isUpright({ steps, coordinates }: Path): boolean {
  if (steps !== 'MLLLZ' && steps !== 'MLLL') return false;
  const [x0, y0, x1, y1, x2, y2, x3, y3] = coordinates;
  return (x0 === x3 && x1 === x2 && y0 === y1 && y2 === y3) || (x0 === x1 && x2 === x3 && y1 === y2 && y3 === y0);
}
