/**
 * What has been painted so far on a page or in a drawing, and which color is seen at a point of it.
 *
 * Hairlines do not count: text that a grid line crosses is read against the areas around the line.
 */
import type { Color, DrawnPath, Gradient, Path, Stroke } from '../drawing/drawing.ts';
import { transformPath } from '../drawing/path-geometry.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import { scaleOf } from '../geometry/transform.ts';
import { paintOver } from './contrast.ts';
import { gradientColor } from './gradient-color.ts';
import { type Extents, extentsOf, fillCoverage, strokeCoverage } from './path-coverage.ts';

/** One area of paint. `color` is undefined where nobody can know it: in a photograph. */
interface Layer extends Extents {
  covers(x: Pt, y: Pt): boolean;
  colorAt(x: Pt, y: Pt): Color | undefined;
}

/** Areas in painting order, the last on top. */
export interface PaintedLayers {
  addFill(path: Path, fill: Color | Gradient, rule?: 'nonzero' | 'evenodd'): void;
  addStroke(path: Path, stroke: Stroke): void;
  /** An area whose colors are not known. */
  addPicture(rect: Rect): void;
  /** Everything that a clip shows of `layers`. */
  addClipped(path: Path, layers: PaintedLayers, rule?: 'nonzero' | 'evenodd'): void;
  /** All of `layers`, shining through. */
  addFaded(opacity: number, layers: PaintedLayers): void;
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
    addStroke(path, { color, gradient, width }) {
      if (width < thinnestArea || color.alpha === 0) return;
      const { left, top, right, bottom } = extentsOf(path);
      const half = width / 2;
      const extents = { left: left - half, top: top - half, right: right + half, bottom: bottom + half };
      layers.push({
        ...extents,
        covers: strokeCoverage(path, width),
        colorAt: (x, y) => (gradient ? gradientColor(gradient, x, y) : color),
      });
    },
    addPicture({ x, y, width, height }) {
      layers.push({ left: x, top: y, right: x + width, bottom: y + height, covers: () => true, colorAt: () => undefined });
    },
    addClipped(path, inner, rule = 'nonzero') {
      const isShown = fillCoverage(path, rule);
      for (const layer of inner.layers) layers.push({ ...layer, covers: (x, y) => isShown(x, y) && layer.covers(x, y) });
    },
    addFaded(opacity, inner) {
      for (const layer of inner.layers) {
        const colorAt = (x: Pt, y: Pt): Color | undefined => {
          const color = layer.colorAt(x, y);
          return color && { ...color, alpha: color.alpha * opacity };
        };
        layers.push({ ...layer, colorAt });
      }
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
export function paintPath({ path, fill, fillRule, stroke, transform }: DrawnPath, layers: PaintedLayers): void {
  const shown = transform ? transformPath(path, transform) : path;
  if (fill) layers.addFill(shown, fill, fillRule);
  if (stroke) layers.addStroke(shown, transform ? { ...stroke, width: stroke.width * scaleOf(transform) } : stroke);
}
