/** The basic shapes of SVG 2, chapter 10, as paths. Attributes that make no sense leave no path. */
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { Path } from '../drawing.ts';
import { rectanglePath } from '../path-geometry.ts';
import { unitArc } from './elliptical-arc.ts';
import { readNumbers } from './number-reader.ts';
import { readPathData } from './path-data.ts';
import type { LengthAxis } from './svg-length.ts';

/** Elements that draw one path. */
export const shapeNames: ReadonlySet<string> = new Set(['path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon']);

/** What shapes need of whoever draws them. */
export interface ShapeReading {
  /** Reads a length attribute; undefined when it is absent, `auto` or, after a report, no length. */
  length(name: string, axis: LengthAxis): number | undefined;
  /** Reports that a value cannot be read from an offset on. */
  reportValue(name: string, offset: number): void;
}

/** Returns the path of a shape in its own coordinates; undefined when there is nothing to draw. */
export function pathOfShape(name: string, { attributes }: XmlElement, reading: ShapeReading): Path | undefined {
  const length = (attribute: string, axis: LengthAxis): number => reading.length(attribute, axis) ?? 0;
  switch (name) {
    case 'path': {
      const { path, errorAt } = readPathData(attributes.get('d')?.value ?? '');
      if (errorAt !== undefined) reading.reportValue('d', errorAt);
      return path.steps === '' ? undefined : path;
    }
    case 'rect':
      return rectangle(length, reading);
    case 'circle': {
      const radius = length('r', 'diagonal');
      return ellipse(length('cx', 'x'), length('cy', 'y'), radius, radius);
    }
    case 'ellipse': {
      const [rx, ry] = [reading.length('rx', 'x'), reading.length('ry', 'y')];
      return ellipse(length('cx', 'x'), length('cy', 'y'), rx ?? ry ?? 0, ry ?? rx ?? 0);
    }
    case 'line':
      return { steps: 'ML', coordinates: [length('x1', 'x'), length('y1', 'y'), length('x2', 'x'), length('y2', 'y')] };
    default: {
      const text = attributes.get('points')?.value ?? '';
      const numbers = readNumbers(text);
      if (!numbers || numbers.length % 2 !== 0) reading.reportValue('points', 0);
      const points = (numbers ?? []).slice(0, (numbers?.length ?? 0) & ~1);
      if (points.length < 4) return undefined;
      return { steps: `M${'L'.repeat(points.length / 2 - 1)}${name === 'polygon' ? 'Z' : ''}`, coordinates: points };
    }
  }
}

function rectangle(length: (name: string, axis: LengthAxis) => number, reading: ShapeReading): Path | undefined {
  const [x, y, width, height] = [length('x', 'x'), length('y', 'y'), length('width', 'x'), length('height', 'y')];
  if (!(width > 0 && height > 0)) return undefined;
  const [rx, ry] = [reading.length('rx', 'x'), reading.length('ry', 'y')];
  const radiusX = Math.min(width / 2, Math.max(0, rx ?? ry ?? 0));
  const radiusY = Math.min(height / 2, Math.max(0, ry ?? rx ?? 0));
  if (radiusX === 0 || radiusY === 0) return rectanglePath({ x, y, width, height });
  const [right, bottom] = [x + width, y + height];
  const coordinates: number[] = [x + radiusX, y, right - radiusX, y];
  const corner = (centerX: number, centerY: number, quarter: number): void => {
    const radii = { x: radiusX, y: radiusY };
    for (const curve of unitArc((quarter * Math.PI) / 2, Math.PI / 2))
      coordinates.push(...onEllipse(curve, { x: centerX, y: centerY }, radii));
  };
  corner(right - radiusX, y + radiusY, -1);
  coordinates.push(right, bottom - radiusY);
  corner(right - radiusX, bottom - radiusY, 0);
  coordinates.push(x + radiusX, bottom);
  corner(x + radiusX, bottom - radiusY, 1);
  coordinates.push(x, y + radiusY);
  corner(x + radiusX, y + radiusY, 2);
  return { steps: 'MLCLCLCLCZ', coordinates };
}

function ellipse(x: number, y: number, radiusX: number, radiusY: number): Path | undefined {
  if (!(radiusX > 0 && radiusY > 0)) return undefined;
  const curves = onEllipse(unitCircle, { x, y }, { x: radiusX, y: radiusY });
  return { steps: 'MCCCCZ', coordinates: [x + radiusX, y, ...curves] };
}

/** Curves of a circle around the origin, one number after another. */
const unitCircle: readonly number[] = unitArc(0, 2 * Math.PI).flat();

type Point = { readonly x: number; readonly y: number };

const onEllipse = (unit: readonly number[], center: Point, radii: Point): readonly number[] =>
  unit.map((value, index) => (index % 2 === 0 ? center.x + radii.x * value : center.y + radii.y * value));
