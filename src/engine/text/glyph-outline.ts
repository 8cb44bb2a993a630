/** Outlines of glyphs as paths, read from the table glyf of the OpenType specification; for letters that are drawn and not written. */
import type { Sfnt } from './sfnt.ts';

/** Receives an outline in font units, y up. */
export interface OutlinePen {
  moveTo(x: number, y: number): void;
  lineTo(x: number, y: number): void;
  curveTo(x1: number, y1: number, x2: number, y2: number, x: number, y: number): void;
  close(): void;
}

interface Point {
  readonly x: number;
  readonly y: number;
  readonly isOn: boolean;
}

/** Components of components end somewhere, also in damaged fonts. */
const deepest = 8;

/** Draws a glyph with its origin at `x`, `y`. Damaged glyphs leave nothing. */
export function drawGlyph(sfnt: Sfnt, glyphId: number, { x, y }: { readonly x: number; readonly y: number }, pen: OutlinePen): void {
  const bytes = sfnt.glyphBytes(glyphId);
  if (bytes.length < 10) return;
  const left = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getInt16(2);
  // Readers draw a glyph where its side bearing says, not where its coordinates say.
  const shift = x + sfnt.leftSideBearing(glyphId) - left;
  for (const contour of contoursOf(sfnt, glyphId, 0)) drawContour(contour, { x: shift, y }, pen);
}

function contoursOf(sfnt: Sfnt, glyphId: number, depth: number): readonly (readonly Point[])[] {
  const bytes = sfnt.glyphBytes(glyphId);
  if (bytes.length < 10 || depth > deepest) return [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const count = view.getInt16(0);
    return count < 0 ? readComponents(sfnt, view, depth) : readContours(view, count);
  } catch (error) {
    if (error instanceof RangeError) return [];
    throw error;
  }
}

function readContours(view: DataView, count: number): readonly (readonly Point[])[] {
  const ends = Array.from({ length: count }, (_, index) => view.getUint16(10 + 2 * index));
  const total = (ends.at(-1) ?? -1) + 1;
  let at = 10 + 2 * count;
  at += 2 + view.getUint16(at);
  const flags: number[] = [];
  while (flags.length < total) {
    const flag = view.getUint8(at++);
    for (let times = (flag & 8) !== 0 ? view.getUint8(at++) + 1 : 1; times > 0; times--) flags.push(flag);
  }
  const readAxis = (short: number, same: number): readonly number[] => {
    let value = 0;
    return flags.slice(0, total).map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? view.getUint8(at++) : -view.getUint8(at++);
      else if ((flag & same) === 0) {
        value += view.getInt16(at);
        at += 2;
      }
      return value;
    });
  };
  const xs = readAxis(2, 16);
  const ys = readAxis(4, 32);
  return ends.map((end, index) => {
    const first = index === 0 ? 0 : ends[index - 1]! + 1;
    return xs.slice(first, end + 1).map((x, point) => ({ x, y: ys[first + point]!, isOn: (flags[first + point]! & 1) !== 0 }));
  });
}

function readComponents(sfnt: Sfnt, view: DataView, depth: number): readonly (readonly Point[])[] {
  const contours: (readonly Point[])[] = [];
  let at = 10;
  for (let flags = 0x20; (flags & 0x20) !== 0; ) {
    flags = view.getUint16(at);
    const glyphId = view.getUint16(at + 2);
    const isWide = (flags & 1) !== 0;
    // Components that are placed by matching points are not known in fonts for text.
    const isOffset = (flags & 2) !== 0;
    const dx = isOffset ? (isWide ? view.getInt16(at + 4) : view.getInt8(at + 4)) : 0;
    const dy = isOffset ? (isWide ? view.getInt16(at + 6) : view.getInt8(at + 5)) : 0;
    at += isWide ? 8 : 6;
    const scale = (): number => {
      at += 2;
      return view.getInt16(at - 2) / 16384;
    };
    let [a, b, c, d] = [1, 0, 0, 1];
    if ((flags & 0x08) !== 0) a = d = scale();
    else if ((flags & 0x40) !== 0) [a, d] = [scale(), scale()];
    else if ((flags & 0x80) !== 0) [a, b, c, d] = [scale(), scale(), scale(), scale()];
    for (const contour of contoursOf(sfnt, glyphId, depth + 1))
      contours.push(contour.map(({ x, y, isOn }) => ({ x: a * x + c * y + dx, y: b * x + d * y + dy, isOn })));
  }
  return contours;
}

/** Quadratic curves with their implied points become cubic ones. */
function drawContour(contour: readonly Point[], by: { readonly x: number; readonly y: number }, pen: OutlinePen): void {
  if (contour.length < 2) return;
  const points = contour.map(({ x, y, isOn }) => ({ x: x + by.x, y: y + by.y, isOn }));
  const middle = (one: Point, other: Point): Point => ({ x: (one.x + other.x) / 2, y: (one.y + other.y) / 2, isOn: true });
  const firstOn = points.findIndex((point) => point.isOn);
  const start = firstOn < 0 ? middle(points.at(-1)!, points[0]!) : points[firstOn]!;
  const rest = firstOn < 0 ? points : [...points.slice(firstOn + 1), ...points.slice(0, firstOn)];
  pen.moveTo(start.x, start.y);
  let from = start;
  let control: Point | undefined;
  const curve = (to: Point): void => {
    const { x, y } = control!;
    pen.curveTo(
      from.x + (2 / 3) * (x - from.x),
      from.y + (2 / 3) * (y - from.y),
      to.x + (2 / 3) * (x - to.x),
      to.y + (2 / 3) * (y - to.y),
      to.x,
      to.y,
    );
    from = to;
    control = undefined;
  };
  for (const point of rest) {
    if (!point.isOn) {
      if (control) curve(middle(control, point));
      control = point;
    } else if (control) curve(point);
    else {
      pen.lineTo(point.x, point.y);
      from = point;
    }
  }
  if (control) curve(start);
  pen.close();
}
