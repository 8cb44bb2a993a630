/** Draws paths as a canvas does and keeps them as data, every point already transformed. Arcs become cubic curves. */
import type { Transform } from '../geometry/transform.ts';
import { identity } from '../geometry/transform.ts';
import type { Path } from './drawing.ts';

/** A pen with a current path. Points that are not numbers are skipped, as on a canvas. */
export interface PathPen {
  /** Applied to the points that come next. */
  transform: Transform;
  begin(): void;
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  bezierCurveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  quadraticCurveTo(x1: number, y1: number, x: number, y: number): void;
  arc(x: number, y: number, radius: number, start: number, end: number, isCounterclockwise?: boolean): void;
  closePath(): void;
  /** Returns the path so far; undefined when it has nothing to draw. */
  path(): Path | undefined;
}

const turn = 2 * Math.PI;

/** Below this an angle or a distance is rounding (Vega computes full circles with an error near 1e-15). */
const smallest = 1e-9;

/** Points farther away are moved here: no page is so large, and PDF readers cannot count on. */
export const farthest = 1e6;

/** Makes a pen with an empty path. */
export function createPathPen(): PathPen {
  let steps = '';
  let coordinates: number[] = [];
  // Where the pen is, and where the current figure began, before the transform.
  let x = 0;
  let y = 0;
  let startX = 0;
  let startY = 0;

  const add = (atX: number, atY: number): void => {
    const [a, b, c, d, e, f] = pen.transform;
    coordinates.push(rounded(a * atX + c * atY + e), rounded(b * atX + d * atY + f));
  };

  const moveTo = (toX: number, toY: number): void => {
    if (!Number.isFinite(toX + toY)) return;
    steps += 'M';
    add(toX, toY);
    x = startX = toX;
    y = startY = toY;
  };

  const lineTo = (toX: number, toY: number): void => {
    if (!Number.isFinite(toX + toY)) return;
    if (steps === '') {
      moveTo(toX, toY);
      return;
    }
    steps += 'L';
    add(toX, toY);
    x = toX;
    y = toY;
  };

  const bezierCurveTo: PathPen['bezierCurveTo'] = (x1, y1, x2, y2, toX, toY) => {
    if (!Number.isFinite(x1 + y1 + x2 + y2 + toX + toY)) return;
    if (steps === '') moveTo(x1, y1);
    steps += 'C';
    add(x1, y1);
    add(x2, y2);
    add(toX, toY);
    x = toX;
    y = toY;
  };

  const arc: PathPen['arc'] = (centerX, centerY, radius, start, end, isCounterclockwise = false) => {
    if (!Number.isFinite(centerX + centerY + radius + start + end) || radius < 0) return;
    const sweep = sweepOf(end - start, isCounterclockwise);
    const fromX = centerX + radius * Math.cos(start);
    const fromY = centerY + radius * Math.sin(start);
    if (steps === '') moveTo(fromX, fromY);
    else if (Math.abs(fromX - x) > smallest || Math.abs(fromY - y) > smallest) lineTo(fromX, fromY);
    if (radius === 0 || sweep === 0) return;
    const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - smallest));
    const step = sweep / count;
    // Handles of a cubic that touches the arc at its ends and its middle: 4/3 tan(angle/4) of the radius.
    const handle = (4 / 3) * Math.tan(step / 4) * radius;
    for (let index = 0; index < count; index++) {
      const [from, to] = [start + index * step, start + (index + 1) * step];
      const [toX, toY] = [centerX + radius * Math.cos(to), centerY + radius * Math.sin(to)];
      bezierCurveTo(
        x - handle * Math.sin(from),
        y + handle * Math.cos(from),
        toX + handle * Math.sin(to),
        toY - handle * Math.cos(to),
        toX,
        toY,
      );
    }
  };

  const pen: PathPen = {
    transform: identity,
    begin: () => {
      steps = '';
      coordinates = [];
    },
    moveTo,
    lineTo,
    bezierCurveTo,
    // The cubic with the same shape has its handles two thirds of the way to the quadratic's one.
    quadraticCurveTo: (x1, y1, toX, toY) =>
      bezierCurveTo(x + (x1 - x) * (2 / 3), y + (y1 - y) * (2 / 3), toX + (x1 - toX) * (2 / 3), toY + (y1 - toY) * (2 / 3), toX, toY),
    arc,
    closePath: () => {
      if (steps === '' || steps.endsWith('Z')) return;
      steps += 'Z';
      x = startX;
      y = startY;
    },
    path: () => (/[LC]/.test(steps) ? { steps, coordinates: coordinates.slice() } : undefined),
  };
  return pen;
}

// The canvas standard: a sweep of a full turn or more is one circle, anything else goes the way that was asked.
function sweepOf(angle: number, isCounterclockwise: boolean): number {
  const forward = isCounterclockwise ? -angle : angle;
  if (forward >= turn - smallest) return isCounterclockwise ? -turn : turn;
  const positive = ((forward % turn) + turn) % turn;
  return isCounterclockwise ? -positive : positive;
}

const rounded = (value: number): number => Math.round(Math.min(farthest, Math.max(-farthest, value || 0)) * 1000) / 1000 || 0;
