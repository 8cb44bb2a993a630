/** Shapes of a drawing: their areas, their lines and the markers on them. */

import type { Rect } from '../../geometry/rect.ts';
import { compose, invert, scaleOf, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { Color, DrawingItem, Gradient, Path, Stroke } from '../drawing.ts';
import { boundsOfPath, transformPath } from '../path-geometry.ts';
import { pathOfShape } from './shape-path.ts';
import { gradientPaint } from './svg-gradient.ts';
import { localName } from './svg-names.ts';
import { simplerPart } from './svg-problems.ts';
import type { SvgOwnStyle, SvgPaint } from './svg-style.ts';
import { findTarget, lengthOf, reportValue, type SvgSpot, type SvgWalk, spend } from './svg-walk.ts';

/** Reads the path of a shape in its own coordinates; undefined when there is nothing to draw. */
export function readShape(element: XmlElement, spot: SvgSpot, walk: SvgWalk): Path | undefined {
  const path = pathOfShape(localName(element.name), element, {
    length: (name, axis) => lengthOf(element, name, axis, { spot, walk }),
    reportValue: (name, offset) => {
      const attribute = element.attributes.get(name);
      if (attribute) reportValue(name, attribute, walk, offset);
    },
  });
  return path && spend(walk, element, path.coordinates.length) ? path : undefined;
}

/** Returns what a shape paints. */
export function drawShape(
  element: XmlElement,
  path: Path,
  at: { readonly spot: SvgSpot; readonly own: SvgOwnStyle; readonly walk: SvgWalk },
): DrawingItem[] {
  const { spot, own, walk } = at;
  const { style, transform } = spot;
  if (!style.isVisible) return [];
  let known: Rect | undefined;
  const painting = { element, bounds: () => (known ??= boundsOfPath(path)), spot, walk };
  const isLine = localName(element.name) === 'line';
  const fill = isLine ? undefined : paintOf(style.fill, style.fillOpacity, painting);
  const stroke = style.strokeWidth > 0 ? strokeOf(own, painting) : undefined;
  const rule = style.fillRule === 'evenodd' ? { fillRule: 'evenodd' as const } : {};
  const moved = transformPath(path, transform);
  const area = fill && ({ kind: 'path', path: moved, fill, ...rule } as const);
  if (!stroke) return area ? [area] : [];
  const pen = own.keepsStrokeWidth || isEven(transform) ? undefined : unevenPen(path, stroke, transform);
  const line = pen ?? ({ kind: 'path', path: moved, stroke } as const);
  if (!area) return [line];
  if (style.paintsStrokeFirst) return [line, area];
  // One that shines through must be painted after the area, and not together with it: PDF would let it knock the area out.
  const isPlain = !pen && stroke.color.alpha >= 1 && !stroke.gradient && !('kind' in area.fill);
  return isPlain ? [{ ...area, stroke }] : [area, line];
}

/** What is painted, and where. */
interface Painting {
  readonly element: XmlElement;
  bounds(): Rect | undefined;
  readonly spot: SvgSpot;
  readonly walk: SvgWalk;
}

/** Returns the color or gradient of a paint; undefined for one that shows nothing. */
export function paintOf(paint: SvgPaint, opacity: number, painting: Painting): Color | Gradient | undefined {
  const { spot, walk, element } = painting;
  switch (paint.kind) {
    case 'none':
      return undefined;
    case 'color':
      return visible({ ...paint.color, alpha: paint.color.alpha * opacity });
    case 'current-color':
      return visible({ ...spot.style.color, alpha: spot.style.color.alpha * opacity });
    case 'context': {
      const { context, ...outside } = spot;
      return context ? paintOf(context[paint.of], opacity, { ...painting, spot: outside }) : undefined;
    }
    case 'server': {
      const place = element.attributes.get('fill')?.value.includes(paint.id) ? element.attributes.get('fill')! : element;
      const target = findTarget(paint.id, place, spot, walk);
      const name = target && localName(target.name);
      if (target && (name === 'linearGradient' || name === 'radialGradient')) {
        return gradientPaint({ element: target, bounds: painting.bounds(), opacity, spot, walk });
      }
      if (target) {
        walk.reportOnce(simplerPart('a pattern is drawn as a plain color', 'give areas plain colors, or different borders'), target);
      }
      return paint.fallback ? paintOf(paint.fallback, opacity, painting) : target && { ...patternGray, alpha: opacity };
    }
  }
}

/** The color of an area whose pattern is left out. */
const patternGray: Color = { red: 0.75, green: 0.75, blue: 0.75, alpha: 1 };

const visible = (color: Color): Color | undefined => (color.alpha > 0 ? color : undefined);

function strokeOf(own: SvgOwnStyle, painting: Painting): Stroke | undefined {
  const { style, transform } = painting.spot;
  const paint = paintOf(style.stroke, style.strokeOpacity, painting);
  if (!paint) return undefined;
  const scale = own.keepsStrokeWidth ? pointsPerPixel : scaleOf(transform);
  const width = rounded(style.strokeWidth * scale);
  if (!(width > 0)) return undefined;
  return {
    color: 'kind' in paint ? paint.stops[paint.stops.length >> 1]!.color : paint,
    ...('kind' in paint && { gradient: paint }),
    width,
    cap: style.lineCap,
    join: style.lineJoin,
    miterLimit: Math.max(1, style.miterLimit),
    dash: style.dash.map((length) => rounded(length * scale)),
    dashOffset: rounded(style.dashOffset * scale),
  };
}

/** A pixel of SVG is a 96th of an inch. */
export const pointsPerPixel = 0.75;

/** Tells whether a transform leaves circles round. */
function isEven([a, b, c, d]: Transform): boolean {
  const size = Math.hypot(a, b);
  const tolerance = size * 1e-4;
  return (Math.abs(a - d) < tolerance && Math.abs(b + c) < tolerance) || (Math.abs(a + d) < tolerance && Math.abs(b - c) < tolerance);
}

/** A line that is wider in one direction than in another: the path stays as it was, in about the size that it has on paper. */
function unevenPen(path: Path, stroke: Stroke, transform: Transform): DrawingItem | undefined {
  const scale = scaleOf(transform);
  if (!(scale > 0)) return undefined;
  const rest = compose(transform, [1 / scale, 0, 0, 1 / scale, 0, 0]);
  const back = invert(rest);
  if (!back) return undefined;
  const { gradient } = stroke;
  const moved = gradient && { gradient: moveGradient(gradient, back) };
  return { kind: 'path', path: transformPath(path, [scale, 0, 0, scale, 0, 0]), stroke: { ...stroke, ...moved }, transform: rest };
}

function moveGradient(gradient: Gradient, transform: Transform): Gradient {
  if (gradient.kind === 'radial-gradient') return { ...gradient, transform: compose(transform, gradient.transform) };
  const move = ([x, y]: readonly [number, number]): readonly [number, number] => {
    const [a, b, c, d, e, f] = transform;
    return [a * x + c * y + e, b * x + d * y + f];
  };
  return { ...gradient, from: move(gradient.from), to: move(gradient.to) };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000 || 0;
