/** Paths moved, joined and measured. */
import type { Rect } from '../geometry/rect.ts';
import { applyTransform, type Transform } from '../geometry/transform.ts';
import type { Path } from './drawing.ts';

/** Numbers that follow each step of a path. */
export const stepSizes: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 };

/** Returns a path through a transform, its points rounded to a thousandth: below what any printer can show. */
export function transformPath({ steps, coordinates }: Path, transform: Transform): Path {
  const [a, b, c, d, e, f] = transform;
  const moved = new Array<number>(coordinates.length);
  for (let at = 0; at < coordinates.length; at += 2) {
    const [x, y] = [coordinates[at]!, coordinates[at + 1]!];
    moved[at] = rounded(a * x + c * y + e);
    moved[at + 1] = rounded(b * x + d * y + f);
  }
  return { steps, coordinates: moved };
}

/** Returns the least upright rectangle around a path, without its stroke; undefined for an empty path. */
export function boundsOfPath({ steps, coordinates }: Path): Rect | undefined {
  const bounds = new Bounds();
  let at = 0;
  for (const step of steps) {
    if (step === 'C') bounds.addCurve(coordinates, at - 2);
    else if (step !== 'Z') bounds.add(coordinates[at]!, coordinates[at + 1]!);
    at += stepSizes[step]!;
  }
  return bounds.rect();
}

/** Returns the least rectangle around rectangles; undefined for none. */
export function uniteRects(rects: Iterable<Rect>): Rect | undefined {
  const bounds = new Bounds();
  for (const { x, y, width, height } of rects) {
    bounds.add(x, y);
    bounds.add(x + width, y + height);
  }
  return bounds.rect();
}

/** Returns the least upright rectangle around a rectangle that a transform has turned. */
export function transformRect({ x, y, width, height }: Rect, transform: Transform): Rect {
  const bounds = new Bounds();
  for (const [cornerX, cornerY] of [
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ] as const) {
    bounds.add(...applyTransform(transform, cornerX, cornerY));
  }
  return bounds.rect()!;
}

/** Returns the path of a rectangle. */
export const rectanglePath = ({ x, y, width, height }: Rect): Path => ({
  steps: 'MLLLZ',
  coordinates: [x, y, x + width, y, x + width, y + height, x, y + height],
});

/** Joins paths so that, filled by the rule `nonzero`, each adds its area: those that turn the other way are reversed. */
export function unitePaths(paths: readonly Path[]): Path {
  const turned = paths.map((path) => (signedArea(path) < 0 ? reversePath(path) : path));
  return { steps: turned.map((path) => path.steps).join(''), coordinates: turned.flatMap((path) => path.coordinates) };
}

class Bounds {
  left = Infinity;
  top = Infinity;
  right = -Infinity;
  bottom = -Infinity;

  add(x: number, y: number): void {
    if (x < this.left) this.left = x;
    if (x > this.right) this.right = x;
    if (y < this.top) this.top = y;
    if (y > this.bottom) this.bottom = y;
  }

  /** Adds a curve that starts at the point at `at`: its ends, and where it turns back. */
  addCurve(c: readonly number[], at: number): void {
    const [x0, y0, x1, y1, x2, y2, x3, y3] = c.slice(at, at + 8) as [number, number, number, number, number, number, number, number];
    this.add(x3, y3);
    for (const t of [...turningPoints(x0, x1, x2, x3), ...turningPoints(y0, y1, y2, y3)]) {
      this.add(cubicAt(t, [x0, x1, x2, x3]), cubicAt(t, [y0, y1, y2, y3]));
    }
  }

  rect(): Rect | undefined {
    const { left, top, right, bottom } = this;
    return left > right ? undefined : { x: left, y: top, width: right - left, height: bottom - top };
  }
}

function cubicAt(t: number, [p0, p1, p2, p3]: readonly [number, number, number, number]): number {
  const u = 1 - t;
  return u * u * u * p0 + 3 * u * u * t * p1 + 3 * u * t * t * p2 + t * t * t * p3;
}

/** Places on a cubic, between its ends, where one of its coordinates is greatest or least: roots of its derivative. */
function turningPoints(p0: number, p1: number, p2: number, p3: number): readonly number[] {
  const a = p3 - 3 * p2 + 3 * p1 - p0;
  const b = 2 * (p2 - 2 * p1 + p0);
  const c = p1 - p0;
  const roots: number[] = [];
  if (Math.abs(a) < 1e-12) roots.push(-c / b);
  else {
    const root = Math.sqrt(b * b - 4 * a * c);
    roots.push((-b + root) / (2 * a), (-b - root) / (2 * a));
  }
  return roots.filter((t) => t > 0 && t < 1);
}

/** Twice the area that the points of a path go around, handles taken as corners; the sign tells the direction. */
function signedArea({ steps, coordinates }: Path): number {
  let sum = 0;
  let at = 0;
  let [startX, startY, x, y] = [0, 0, 0, 0];
  const goTo = (toX: number, toY: number): void => {
    sum += x * toY - toX * y;
    [x, y] = [toX, toY];
  };
  for (const step of steps) {
    if (step === 'M') {
      goTo(startX, startY);
      [startX, startY] = [coordinates[at]!, coordinates[at + 1]!];
      [x, y] = [startX, startY];
    } else for (let index = 0; index < stepSizes[step]!; index += 2) goTo(coordinates[at + index]!, coordinates[at + index + 1]!);
    at += stepSizes[step]!;
  }
  goTo(startX, startY);
  return sum;
}

/** Goes through the figures of a path backward. All of them come out closed, as a filled area is. */
function reversePath({ steps, coordinates }: Path): Path {
  const figures = steps.match(/M[LCZ]*/g) ?? [];
  let turned = '';
  const points: number[] = [];
  let at = 0;
  for (const figure of figures) {
    const kinds = figure.replaceAll('Z', '').slice(1);
    const length = 2 + [...kinds].reduce((sum, kind) => sum + stepSizes[kind]!, 0);
    for (let index = length - 2; index >= 0; index -= 2) points.push(coordinates[at + index]!, coordinates[at + index + 1]!);
    turned += `M${[...kinds].reverse().join('')}Z`;
    at += length;
  }
  return { steps: turned, coordinates: points };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000 || 0;
