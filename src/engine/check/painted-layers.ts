/**
 * What has been painted so far on a page or in a drawing, and which color is seen at a point of it.
 *
 * Hairlines do not count: text that a grid line crosses is read against the areas around the line.
 */
import type { Color, DrawingItem, LinearGradient, Path, Stroke } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import { paintOver } from './contrast.ts';
import { type Extents, extentsOf, fillCoverage, strokeCoverage } from './path-coverage.ts';

/** One area of paint. `color` is undefined where nobody can know it: in a photograph. */
interface Layer extends Extents {
  covers(x: Pt, y: Pt): boolean;
  colorAt(x: Pt, y: Pt): Color | undefined;
}

/** Areas in painting order, the last on top. */
export interface PaintedLayers {
  addFill(path: Path, fill: Color | LinearGradient, rule?: 'nonzero' | 'evenodd'): void;
  addStroke(path: Path, stroke: Stroke): void;
  /** An area whose colors are not known. */
  addPicture(rect: Rect): void;
  /** Everything that a clip shows of `layers`. */
  addClipped(path: Path, layers: PaintedLayers): void;
  /** Tells whether nothing at all has been painted near a text. */
  isBare(near: Extents): boolean;
  /** Returns the color at a point when all is painted on `ground`; undefined when a picture is seen there. */
  colorAt(x: Pt, y: Pt, ground: Color): Color | undefined;
  readonly layers: readonly Layer[];
}

/** Thinner strokes are lines and not areas. */
const thinnestArea: Pt = 3;

/** Makes an empty stack. */
export function createLayers(): PaintedLayers {
  const layers: Layer[] = [];
  return {
    layers,
    addFill(path, fill, rule = 'nonzero') {
      if (!('kind' in fill) && fill.alpha === 0) return;
      const colorAt = 'kind' in fill ? (x: Pt, y: Pt) => gradientColor(fill, x, y) : () => fill;
      layers.push({ ...extentsOf(path), covers: fillCoverage(path, rule), colorAt });
    },
    addStroke(path, { color, width }) {
      if (width < thinnestArea || color.alpha === 0) return;
      const { left, top, right, bottom } = extentsOf(path);
      const half = width / 2;
      const extents = { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
      layers.push({ ...extents, covers: strokeCoverage(path, width), colorAt: () => color });
    },
    addPicture({ x, y, width, height }) {
      layers.push({ left: x, top: y, right: x + width, bottom: y + height, covers: () => true, colorAt: () => undefined });
    },
    addClipped(path, inner) {
      const isShown = fillCoverage(path, 'nonzero');
      for (const layer of inner.layers) layers.push({ ...layer, covers: (x, y) => isShown(x, y) && layer.covers(x, y) });
    },
    isBare: (near) =>
      !layers.some(({ left, top, right, bottom }) => left <= near.right && right >= near.left && top <= near.bottom && bottom >= near.top),
    colorAt(x, y, ground) {
      const seen: Color[] = [];
      for (let index = layers.length - 1; index >= 0; index--) {
        const layer = layers[index]!;
        if (x < layer.left || x > layer.right || y < layer.top || y > layer.bottom || !layer.covers(x, y)) continue;
        const color = layer.colorAt(x, y);
        if (!color) return undefined;
        seen.push(color);
        if (color.alpha >= 1) break;
      }
      return seen.reduceRight((below, above) => paintOver(above, below), ground);
    },
  };
}

/** Adds what a path of a drawing paints. */
export function paintPath(item: Extract<DrawingItem, { readonly kind: 'path' }>, layers: PaintedLayers): void {
  if (item.fill) layers.addFill(item.path, item.fill, item.fillRule);
  if (item.stroke) layers.addStroke(item.path, item.stroke);
}

function gradientColor({ from, to, stops }: LinearGradient, x: Pt, y: Pt): Color | undefined {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - from[0]) * dx + (y - from[1]) * dy) / length;
  const after = stops.findIndex((stop) => stop.offset >= along);
  const next = stops[after === -1 ? stops.length - 1 : after];
  const last = stops[Math.max(0, after === -1 ? stops.length - 1 : after - 1)];
  if (!next || !last || next.offset === last.offset) return next?.color;
  const share = (along - last.offset) / (next.offset - last.offset);
  const mix = (a: number, b: number): number => a + (b - a) * share;
  const [a, b] = [last.color, next.color];
  return { red: mix(a.red, b.red), green: mix(a.green, b.green), blue: mix(a.blue, b.blue), alpha: mix(a.alpha, b.alpha) };
}
