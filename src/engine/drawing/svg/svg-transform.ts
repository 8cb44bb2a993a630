/** The `transform` attribute, and how a viewBox is fitted into a viewport. */

import type { Rect, Size } from '../../geometry/rect.ts';
import { compose, identity, type Transform } from '../../geometry/transform.ts';
import { readNumbers } from './number-reader.ts';

/** Reads a list of transforms; undefined for text that is none. Units of CSS (`12px`, `30deg`) are understood. */
export function readTransform(text: string): Transform | undefined {
  let transform = identity;
  let at = 0;
  const call = /[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)[\s,]*/y;
  if (text.trim() === '' || text.trim() === 'none') return identity;
  while (at < text.length) {
    call.lastIndex = at;
    const match = call.exec(text);
    const numbers = match && readNumbers(match[2]!.replace(/(\d)(?:px|deg)\b/g, '$1'));
    const step = numbers && singleTransform(match[1]!, numbers);
    if (!step) return undefined;
    transform = compose(transform, step);
    at = call.lastIndex;
  }
  return transform;
}

function singleTransform(name: string, values: readonly number[]): Transform | undefined {
  const [p0 = 0, p1, p2] = values;
  const count = values.length;
  const tangent = Math.tan((p0 * Math.PI) / 180);
  switch (name) {
    case 'matrix':
      return count === 6 ? (values as unknown as Transform) : undefined;
    case 'translate':
      return count === 1 || count === 2 ? [1, 0, 0, 1, p0, p1 ?? 0] : undefined;
    case 'translateX':
      return count === 1 ? [1, 0, 0, 1, p0, 0] : undefined;
    case 'translateY':
      return count === 1 ? [1, 0, 0, 1, 0, p0] : undefined;
    case 'scale':
      return count === 1 || count === 2 ? [p0, 0, 0, p1 ?? p0, 0, 0] : undefined;
    case 'rotate':
      if (count === 1) return rotation(p0);
      return count === 3 ? compose(compose([1, 0, 0, 1, p1!, p2!], rotation(p0)), [1, 0, 0, 1, -p1!, -p2!]) : undefined;
    case 'skewX':
      return count === 1 ? [1, 0, tangent, 1, 0, 0] : undefined;
    case 'skewY':
      return count === 1 ? [1, tangent, 0, 1, 0, 0] : undefined;
    default:
      return undefined;
  }
}

/** Returns a turn, clockwise with y going down. Quarter turns are exact. */
export function rotation(degrees: number): Transform {
  const quarter = ((degrees % 360) + 360) % 360;
  const exact = exactTurns[quarter];
  if (exact) return exact;
  const angle = (degrees * Math.PI) / 180;
  return [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle), 0, 0];
}

const exactTurns: Readonly<Record<number, Transform>> = {
  0: identity,
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
};

/** Reads a viewBox; undefined for text that is none, or for an empty one. */
export function readViewBox(text: string): Rect | undefined {
  const numbers = readNumbers(text);
  if (numbers?.length !== 4) return undefined;
  const [x, y, width, height] = numbers as [number, number, number, number];
  return width > 0 && height > 0 ? { x, y, width, height } : undefined;
}

/** How a viewBox goes into its viewport. */
export interface AspectRatio {
  /** 0, 0.5 or 1: left, middle, right and top, middle, bottom. */
  readonly x: number;
  readonly y: number;
  readonly fit: 'meet' | 'slice' | 'none';
}

/** What holds when nothing is said. */
export const defaultAspectRatio: AspectRatio = { x: 0.5, y: 0.5, fit: 'meet' };

const shares: Readonly<Record<string, number>> = { Min: 0, Mid: 0.5, Max: 1 };

/** Reads `preserveAspectRatio`; undefined for text that is none. */
export function readAspectRatio(text: string): AspectRatio | undefined {
  const match = /^\s*(?:defer\s+)?(?:(none)|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?\s*$/.exec(text);
  if (!match) return undefined;
  if (match[1]) return { x: 0, y: 0, fit: 'none' };
  return { x: shares[match[2]!]!, y: shares[match[3]!]!, fit: match[4] === 'slice' ? 'slice' : 'meet' };
}

/** Returns the transform that brings a viewBox into a viewport at the origin (SVG 2, section 8.2). */
export function fitViewBox(box: Rect, into: Size, aspect: AspectRatio): Transform {
  let [scaleX, scaleY] = [into.width / box.width, into.height / box.height];
  if (aspect.fit !== 'none') scaleX = scaleY = aspect.fit === 'meet' ? Math.min(scaleX, scaleY) : Math.max(scaleX, scaleY);
  const shiftX = (into.width - box.width * scaleX) * aspect.x - box.x * scaleX;
  const shiftY = (into.height - box.height * scaleY) * aspect.y - box.y * scaleY;
  return [scaleX, 0, 0, scaleY, shiftX, shiftY];
}
