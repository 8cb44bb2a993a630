/**
 * QR codes as drawings. Modules that touch become one outline, so that no viewer shows hairlines between them, and the
 * quiet zone is a part of the picture, so that nothing can stand in it.
 */
import { encode } from 'uqr';
import { black } from './color.ts';
import type { Drawing, Path } from './drawing.ts';
import { rectanglePath } from './path-geometry.ts';

/** ISO/IEC 18004, 9.1: four modules of white on each side. */
const quietZone = 4;

/** A millimetre in points. */
const millimetre = 72 / 25.4;

/**
 * Phones read modules of a third of a millimetre from the hand's distance; half a millimetre is still read from a
 * photocopy, in the light of a classroom.
 */
const leastModule = 0.5 * millimetre;

/** Smaller codes are held too near to the camera to be in focus. */
const leastSide = 20 * millimetre;

/** Version 15 is 85 modules wide with its quiet zone, 43 mm: larger ones are tedious to aim at. */
const largestVersion = 15;

/** Bytes that the largest version holds with error correction M, which survives a stain on a seventh of the code. */
export const longestCodeAddress = 412;

/** Draws the code of an address; undefined for one that is too long. */
export function drawCode(address: string): Drawing | undefined {
  const text = asciiAddress(address);
  if (text.length === 0 || text.length > longestCodeAddress) return undefined;
  const { data, size } = encode(text, { ecc: 'M', boostEcc: false, border: 0, maxVersion: largestVersion });
  const modules = size + 2 * quietZone;
  const side = Math.max(leastSide, modules * leastModule);
  const scale = side / modules;
  const outline = outlineOf(data);
  const coordinates = outline.coordinates.map((value) => Math.round((value + quietZone) * scale * 1000) / 1000);
  return {
    width: side,
    height: side,
    items: [
      { kind: 'path', path: rectanglePath({ x: 0, y: 0, width: side, height: side }), fill: white },
      { kind: 'path', path: { steps: outline.steps, coordinates }, fill: black, fillRule: 'evenodd' },
    ],
  };
}

const white = { red: 1, green: 1, blue: 1, alpha: 1 };

/** Web addresses are ASCII; what an author writes in other letters is encoded as browsers do. */
const asciiAddress = (address: string): string => address.replace(/[^\x21-\x7e]+/gu, encodeURIComponent);

/** Goes around all dark areas and the light ones in them. Edges run clockwise around the dark; corners alone are kept. */
function outlineOf(modules: readonly (readonly boolean[])[]): Path {
  const isDark = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  const size = modules.length;
  /** Edges that begin at a corner, by its number; at most two do. */
  const edges = new Map<number, [dx: number, dy: number][]>();
  const key = (x: number, y: number): number => y * (size + 1) + x;
  const add = (x: number, y: number, dx: number, dy: number): void => {
    const from = edges.get(key(x, y));
    if (from) from.push([dx, dy]);
    else edges.set(key(x, y), [[dx, dy]]);
  };
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) {
      if (!isDark(x, y)) continue;
      if (!isDark(x, y - 1)) add(x, y, 1, 0);
      if (!isDark(x + 1, y)) add(x + 1, y, 0, 1);
      if (!isDark(x, y + 1)) add(x + 1, y + 1, -1, 0);
      if (!isDark(x - 1, y)) add(x, y + 1, 0, -1);
    }
  }
  let steps = '';
  const coordinates: number[] = [];
  for (const [start, open] of edges) {
    while (open.length > 0) {
      const [startX, startY] = [start % (size + 1), Math.floor(start / (size + 1))];
      let [x, y] = [startX, startY];
      let direction: readonly [number, number] | undefined;
      do {
        const choices = edges.get(key(x, y))!;
        const [dx, dy] = choices.pop()!;
        if (direction?.[0] !== dx || direction[1] !== dy) {
          steps += direction ? 'L' : 'M';
          coordinates.push(x, y);
        }
        direction = [dx, dy];
        [x, y] = [x + dx, y + dy];
      } while (x !== startX || y !== startY);
      steps += 'Z';
    }
  }
  return { steps, coordinates };
}
