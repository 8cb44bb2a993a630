/** Elliptical arcs as cubic curves: SVG 2, appendix B.2 (conversion from ends to center). */

/** What an arc command says beside its ends. */
export interface ArcShape {
  readonly radiusX: number;
  readonly radiusY: number;
  readonly rotationDegrees: number;
  readonly isLarge: boolean;
  /** With y going down: the sweep flag. */
  readonly isClockwise: boolean;
}

/** A smaller ellipse is a line; its squares would be too small to divide by. */
const smallestRadius = 1e-9;

interface Point {
  readonly x: number;
  readonly y: number;
}

/** Two handles and an end. */
export type Curve = readonly [x1: number, y1: number, x2: number, y2: number, x: number, y: number];

/** Returns the curves of an arc, none when it ends where it begins; undefined when it is a straight line. */
export function arcToCurves(from: Point, to: Point, shape: ArcShape): readonly Curve[] | undefined {
  if (from.x === to.x && from.y === to.y) return [];
  let [rx, ry] = [Math.abs(shape.radiusX), Math.abs(shape.radiusY)];
  if (rx < smallestRadius || ry < smallestRadius) return undefined;
  const turn = (shape.rotationDegrees * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [halfX, halfY] = [(from.x - to.x) / 2, (from.y - to.y) / 2];
  // The start, seen from halfway between the ends, along the axes of the ellipse.
  const [x1, y1] = [cos * halfX + sin * halfY, cos * halfY - sin * halfX];
  const excess = (x1 / rx) ** 2 + (y1 / ry) ** 2;
  if (excess > 1) {
    rx *= Math.sqrt(excess);
    ry *= Math.sqrt(excess);
  }
  const below = (rx * y1) ** 2 + (ry * x1) ** 2;
  const share = Math.sqrt(Math.max(0, ((rx * ry) ** 2 - below) / below)) * (shape.isLarge === shape.isClockwise ? -1 : 1);
  const [centerX, centerY] = [(share * rx * y1) / ry, (-share * ry * x1) / rx];
  const start = Math.atan2((y1 - centerY) / ry, (x1 - centerX) / rx);
  let sweep = Math.atan2((-y1 - centerY) / ry, (-x1 - centerX) / rx) - start;
  if (shape.isClockwise && sweep < 0) sweep += 2 * Math.PI;
  if (!shape.isClockwise && sweep > 0) sweep -= 2 * Math.PI;
  if (!Number.isFinite(start + sweep + centerX + centerY)) return undefined;
  const middle = { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const place = (u: number, v: number): readonly [number, number] => {
    const [x, y] = [centerX + rx * u, centerY + ry * v];
    return [middle.x + cos * x - sin * y, middle.y + sin * x + cos * y];
  };
  const curves = unitArc(start, sweep).map(([u1, v1, u2, v2, u, v]): Curve => [...place(u1, v1), ...place(u2, v2), ...place(u, v)]);
  const last = curves.at(-1)!;
  // What comes next joins the end that was written, without a rounding error.
  return [...curves.slice(0, -1), [last[0], last[1], last[2], last[3], to.x, to.y]];
}

/** Returns the curves of an arc of the unit circle; angles in radians, at most a quarter of a circle a curve. */
export function unitArc(start: number, sweep: number): readonly Curve[] {
  const count = Math.max(1, Math.ceil(Math.abs(sweep) / (Math.PI / 2) - 1e-9));
  const step = sweep / count;
  // Handles of a cubic that touches the arc at its ends and its middle.
  const handle = (4 / 3) * Math.tan(step / 4);
  return Array.from({ length: count }, (_, index): Curve => {
    const [from, to] = [start + index * step, start + (index + 1) * step];
    return [
      Math.cos(from) - handle * Math.sin(from),
      Math.sin(from) + handle * Math.cos(from),
      Math.cos(to) + handle * Math.sin(to),
      Math.sin(to) - handle * Math.cos(to),
      Math.cos(to),
      Math.sin(to),
    ];
  });
}
