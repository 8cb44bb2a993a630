/** Markers: arrowheads and dots at the points of a path (SVG 2, section 11.6). */
import { compose, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { DrawingItem, Path } from '../drawing.ts';
import { rectanglePath, stepSizes, transformPath } from '../path-geometry.ts';
import { initialStyle } from './svg-style.ts';
import { defaultAspectRatio, fitViewBox, readAspectRatio, readViewBox, rotation } from './svg-transform.ts';
import { findElement, lengthOf, reportValue, type SvgSpot, type SvgWalk, styleOf } from './svg-walk.ts';

/** Draws the children of an element at a spot; handed in, for a marker can hold whatever a drawing can. */
export type DrawChildren = (element: XmlElement, spot: SvgSpot, walk: SvgWalk) => readonly DrawingItem[];

/** A point of a path, with the directions in which the path comes and goes, in radians. */
interface Vertex {
  readonly x: number;
  readonly y: number;
  readonly into: number | undefined;
  readonly out: number | undefined;
}

/** Returns the markers of a path that is drawn at a spot. */
export function drawMarkers(
  element: XmlElement,
  path: Path,
  { spot, walk }: { readonly spot: SvgSpot; readonly walk: SvgWalk },
  drawChildren: DrawChildren,
): readonly DrawingItem[] {
  const { markerStart, markerMid, markerEnd } = spot.style;
  if (markerStart === undefined && markerMid === undefined && markerEnd === undefined) return [];
  const vertices = verticesOf(path);
  const items: DrawingItem[] = [];
  const add = (address: string | undefined, vertex: Vertex, isStart: boolean): void => {
    const marker = address === undefined ? undefined : findElement(address, ['marker'], { place: element, spot, walk });
    if (marker) items.push(...drawMarker(marker, { vertex, isStart, spot, walk, drawChildren }));
  };
  vertices.forEach((vertex, index) => {
    if (index === 0) add(markerStart, vertex, true);
    else if (index < vertices.length - 1) add(markerMid, vertex, false);
    if (index === vertices.length - 1) add(markerEnd, vertex, false);
  });
  return items;
}

interface MarkerUse {
  readonly vertex: Vertex;
  readonly isStart: boolean;
  readonly spot: SvgSpot;
  readonly walk: SvgWalk;
  readonly drawChildren: DrawChildren;
}

function drawMarker(marker: XmlElement, { vertex, isStart, spot, walk, drawChildren }: MarkerUse): readonly DrawingItem[] {
  const length = (name: string, axis: 'x' | 'y') => lengthOf(marker, name, axis, { spot, walk });
  const [width, height] = [length('markerWidth', 'x') ?? 3, length('markerHeight', 'y') ?? 3];
  if (!(width > 0 && height > 0)) return [];
  const viewBox = readViewBox(marker.attributes.get('viewBox')?.value ?? '');
  const aspect = readAspectRatio(marker.attributes.get('preserveAspectRatio')?.value ?? '') ?? defaultAspectRatio;
  const fit: Transform = viewBox ? fitViewBox(viewBox, { width, height }, aspect) : [1, 0, 0, 1, 0, 0];
  const scale = marker.attributes.get('markerUnits')?.value === 'userSpaceOnUse' ? 1 : spot.style.strokeWidth;
  const turned = rotation(angleOf(marker, { vertex, isStart, walk }));
  const placed = compose(compose([1, 0, 0, 1, vertex.x, vertex.y], turned), [scale, 0, 0, scale, 0, 0]);
  const [refX, refY] = [referenceOf(marker, 'refX', viewBox?.width ?? width), referenceOf(marker, 'refY', viewBox?.height ?? height)];
  const [a, b, c, d] = fit;
  // The reference point stands on the vertex.
  const shifted = compose(compose(spot.transform, placed), [a, b, c, d, -(a * refX + c * refY), -(b * refX + d * refY)]);
  const { fill, stroke } = spot.style;
  const { style, own } = styleOf(marker, { ...spot, style: { ...initialStyle, color: spot.style.color } }, walk);
  const inner: SvgSpot = {
    transform: shifted,
    style: { ...style, markerStart: undefined, markerMid: undefined, markerEnd: undefined },
    viewport: viewBox ?? { width, height },
    users: [...spot.users, marker],
    context: { fill, stroke },
  };
  const items = drawChildren(marker, inner, walk);
  if (own.showsOverflow || items.length === 0) return items;
  const box = viewBox ?? { x: 0, y: 0, width, height };
  return [{ kind: 'clip', path: transformPath(rectanglePath(box), shifted), items }];
}

function angleOf(marker: XmlElement, { vertex, isStart, walk }: Pick<MarkerUse, 'vertex' | 'isStart' | 'walk'>): number {
  const attribute = marker.attributes.get('orient');
  const orient = attribute?.value.trim() ?? '0';
  if (orient === 'auto' || orient === 'auto-start-reverse') {
    const degrees = (bisect(vertex) * 180) / Math.PI;
    return isStart && orient !== 'auto' ? degrees + 180 : degrees;
  }
  const angle = /^([+-]?[\d.]+)(deg|rad|grad|turn)?$/.exec(orient);
  if (!angle) reportValue('orient', attribute!, walk);
  const units: Readonly<Record<string, number>> = { deg: 1, rad: 180 / Math.PI, grad: 0.9, turn: 360 };
  return angle ? Number(angle[1]) * units[angle[2] ?? 'deg']! : 0;
}

const sides: Readonly<Record<string, number>> = { left: 0, top: 0, center: 0.5, right: 1, bottom: 1 };

function referenceOf(marker: XmlElement, name: 'refX' | 'refY', side: number): number {
  const text = marker.attributes.get(name)?.value.trim() ?? '0';
  if (text in sides) return sides[text]! * side;
  return text.endsWith('%') ? (Number.parseFloat(text) / 100) * side : Number.parseFloat(text) || 0;
}

/** The direction halfway between those in which the path comes and goes. */
function bisect({ into, out }: Vertex): number {
  if (into === undefined || out === undefined) return into ?? out ?? 0;
  return Math.atan2(Math.sin(into) + Math.sin(out), Math.cos(into) + Math.cos(out));
}

function verticesOf({ steps, coordinates }: Path): readonly Vertex[] {
  const vertices: { x: number; y: number; into: number | undefined; out: number | undefined }[] = [];
  let at = 0;
  let start = 0;
  const join = (toX: number, toY: number, through: readonly (readonly [number, number])[]): void => {
    const from = vertices.at(-1)!;
    const points = [[from.x, from.y] as const, ...through, [toX, toY] as const];
    from.out ??= directionOf(points);
    vertices.push({ x: toX, y: toY, into: directionOf(points.map(([x, y]) => [-x, -y] as const).reverse()), out: undefined });
  };
  for (const step of steps) {
    const [x0, y0, x1, y1, x2, y2] = coordinates.slice(at, at + 6) as [number, number, number, number, number, number];
    if (step === 'M') {
      start = vertices.length;
      vertices.push({ x: x0, y: y0, into: undefined, out: undefined });
    } else if (step === 'L') join(x0, y0, []);
    else if (step === 'C')
      join(x2, y2, [
        [x0, y0],
        [x1, y1],
      ]);
    else {
      const first = vertices[start]!;
      join(first.x, first.y, []);
      // At the point where a figure closes it comes and goes at once.
      const last = vertices.at(-1)!;
      last.out = first.out;
      first.into = last.into;
    }
    at += stepSizes[step]!;
  }
  return vertices;
}

/** The direction from the first of some points to the next that differs from it. */
function directionOf(points: readonly (readonly [number, number])[]): number | undefined {
  const [first] = points;
  const next = points.find(([x, y]) => x !== first![0] || y !== first![1]);
  return next && Math.atan2(next[1] - first![1], next[0] - first![0]);
}
