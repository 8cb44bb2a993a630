/** Gradients of a drawing, in its coordinates: linear ones keep two points, radial ones two circles and a transform. */
import type { Rect } from '../../geometry/rect.ts';
import { applyTransform, compose, identity, scaleOf, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { Color, Gradient, LinearGradient } from '../drawing.ts';
import { readLength, readShare } from './svg-length.ts';
import { hrefOf, isSvgElement, localName } from './svg-names.ts';
import { circularReference, simplerPart } from './svg-problems.ts';
import { initialStyle } from './svg-style.ts';
import { readTransform } from './svg-transform.ts';
import { findElement, reportValue, type SvgSpot, type SvgWalk, styleOf } from './svg-walk.ts';

/** What is painted with a gradient, and how strongly. */
export interface GradientUse {
  readonly element: XmlElement;
  /** Extent of the shape in its own coordinates. */
  readonly bounds: Rect | undefined;
  readonly opacity: number;
  readonly spot: SvgSpot;
  readonly walk: SvgWalk;
}

/** Returns the paint that a gradient makes of a shape; undefined when it paints nothing. */
export function gradientPaint(use: GradientUse): Color | Gradient | undefined {
  const chain = chainOf(use);
  const isRadial = localName(use.element.name) === 'radialGradient';
  const stops = stopsOf(chain, use);
  const last = stops.at(-1);
  if (!last || stops.length === 1) return last?.color;
  const find = (name: string) => chain.find((element) => element.attributes.has(name))?.attributes.get(name);
  const isAbsolute = find('gradientUnits')?.value === 'userSpaceOnUse';
  const { bounds, spot, walk } = use;
  // A line has no box that a gradient could fill.
  if (!isAbsolute && !(bounds && bounds.width > 0 && bounds.height > 0)) return undefined;
  const spread = find('spreadMethod');
  if (spread && spread.value !== 'pad') {
    walk.reportOnce(simplerPart('a gradient that repeats is drawn once', 'write more stops in place of `spreadMethod`'), spread);
  }
  const written = find('gradientTransform');
  const own = written && readTransform(written.value);
  if (written && !own) reportValue('gradientTransform', written, walk);
  const box: Transform = isAbsolute ? identity : [bounds!.width, 0, 0, bounds!.height, bounds!.x, bounds!.y];
  const transform = compose(compose(spot.transform, box), own ?? identity);
  const viewport = isAbsolute ? spot.viewport : { width: 1, height: 1 };
  const length = (name: string, axis: 'x' | 'y' | 'diagonal', initial: string): number => {
    const attribute = find(name);
    const read = readLength(attribute?.value ?? initial, axis, { fontSize: spot.style.fontSize, viewport });
    if (read === undefined) reportValue(name, attribute!, walk);
    return read ?? readLength(initial, axis, { fontSize: 0, viewport })!;
  };
  if (!isRadial) {
    const [x1, y1, x2, y2] = [length('x1', 'x', '0%'), length('y1', 'y', '0%'), length('x2', 'x', '100%'), length('y2', 'y', '0%')];
    return x1 === x2 && y1 === y2 ? last.color : linear([x1, y1, x2, y2], transform, stops);
  }
  const to = { x: length('cx', 'x', '50%'), y: length('cy', 'y', '50%'), radius: length('r', 'diagonal', '50%') };
  if (!(to.radius > 0)) return last.color;
  const focus = { x: find('fx') ? length('fx', 'x', '50%') : to.x, y: find('fy') ? length('fy', 'y', '50%') : to.y };
  return radial({ ...focusInside(focus, to), radius: length('fr', 'diagonal', '0%') }, to, { transform, stops });
}

/** A gradient and those that it takes over from, one after another. */
function chainOf({ element, spot, walk }: GradientUse): readonly XmlElement[] {
  const chain = [element];
  for (let href = hrefOf(element); href; ) {
    const next = findElement(href.value.trim(), ['linearGradient', 'radialGradient'], { place: href, spot, walk });
    if (!next) break;
    if (chain.includes(next)) {
      walk.report(circularReference(href.value.trim().slice(1)), href);
      break;
    }
    chain.push(next);
    href = hrefOf(next);
  }
  return chain;
}

function stopsOf(chain: readonly XmlElement[], { opacity, spot, walk }: GradientUse): LinearGradient['stops'] {
  const isStop = (child: XmlElement['children'][number]): child is XmlElement =>
    child.kind === 'element' && localName(child.name) === 'stop' && isSvgElement(child, walk.svg.prefixes);
  const owner = chain.find((element) => element.children.some(isStop));
  let least = 0;
  return (owner?.children ?? []).filter(isStop).map((stop) => {
    const written = stop.attributes.get('offset');
    const offset = written ? readShare(written.value) : 0;
    if (offset === undefined) reportValue('offset', written!, walk);
    // A stop never stands before the one that was written before it.
    least = Math.max(least, offset ?? 0);
    const { style, own } = styleOf(stop, { ...spot, style: { ...initialStyle, color: spot.style.color } }, walk);
    const color = own.stopColor.kind === 'color' ? own.stopColor.color : style.color;
    return { offset: least, color: { ...color, alpha: color.alpha * own.stopOpacity * opacity } };
  });
}

/**
 * A slanted transform turns the lines of equal color otherwise than the line across them, so the end is moved along them
 * to where it stands square to them again.
 */
function linear(
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  transform: Transform,
  stops: LinearGradient['stops'],
): LinearGradient {
  const [a, b, c, d] = transform;
  const from = applyTransform(transform, x1, y1);
  const to = applyTransform(transform, x2, y2);
  const [alongX, alongY] = [-(y2 - y1), x2 - x1];
  const [equalX, equalY] = [a * alongX + c * alongY, b * alongX + d * alongY];
  const square = equalX * equalX + equalY * equalY;
  const share = square === 0 ? 0 : ((to[0] - from[0]) * equalX + (to[1] - from[1]) * equalY) / square;
  return {
    kind: 'linear-gradient',
    from: [rounded(from[0]), rounded(from[1])],
    to: [rounded(to[0] - share * equalX), rounded(to[1] - share * equalY)],
    stops,
  };
}

interface Circle {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** Circles are given in the size that they have on paper, where rounding does no harm. */
function radial(
  from: Circle,
  to: Circle,
  { transform, stops }: { readonly transform: Transform; readonly stops: LinearGradient['stops'] },
): Gradient {
  const scale = scaleOf(transform) || 1;
  const scaled = ({ x, y, radius }: Circle): Circle => ({ x: rounded(x * scale), y: rounded(y * scale), radius: rounded(radius * scale) });
  return {
    kind: 'radial-gradient',
    from: scaled(from),
    to: scaled(to),
    transform: compose(transform, [1 / scale, 0, 0, 1 / scale, 0, 0]),
    stops,
  };
}

/** A focus outside of its circle is moved to its edge, as SVG 1.1 has it. */
function focusInside(
  focus: { readonly x: number; readonly y: number },
  { x, y, radius }: Circle,
): { readonly x: number; readonly y: number } {
  const distance = Math.hypot(focus.x - x, focus.y - y);
  if (distance <= radius * 0.999) return focus;
  const share = (radius * 0.999) / distance;
  return { x: x + (focus.x - x) * share, y: y + (focus.y - y) * share };
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000 || 0;
