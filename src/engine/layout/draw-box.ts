/** Backgrounds, borders and rules as shapes. */
import type { ArtifactKind, Mark, ShapeItem } from '../document/paged-document.ts';
import type { Path, Stroke } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Span } from '../source/source-file.ts';
import type { BorderSide, Style } from '../style/style.ts';

/** Which ends of a box are really its ends; the others were cut by a page break. */
export interface BoxEnds {
  readonly top: boolean;
  readonly bottom: boolean;
}

const wholeBox: BoxEnds = { top: true, bottom: true };

/** Returns the background and the borders of a box, in painting order. Collapsed borders are centred on the edges, others lie inside them. */
export function boxShapes(rect: Rect, style: Style, ends: BoxEnds = wholeBox, isCollapsed = false): readonly ShapeItem[] {
  const shapes: ShapeItem[] = [];
  const { backgroundColor } = style;
  if (backgroundColor && backgroundColor.alpha > 0)
    shapes.push({
      kind: 'shape',
      path: rectPath(rect, ends.top && ends.bottom ? style.borderRadius : 0),
      fill: backgroundColor,
      mark: 'background',
    });
  const sides = [style.borderTop, style.borderRight, style.borderBottom, style.borderLeft] as const;
  if (style.borderRadius > 0 && ends.top && ends.bottom && sides.every((side) => isSame(side, sides[0]) && isVisible(side))) {
    const half = sides[0].width / 2;
    const path = rectPath(
      { x: rect.x + half, y: rect.y + half, width: rect.width - 2 * half, height: rect.height - 2 * half },
      style.borderRadius - half,
    );
    shapes.push({ kind: 'shape', path, stroke: strokeOf(sides[0]), mark: 'layout' });
    return shapes;
  }
  const right = rect.x + rect.width;
  const bottom = rect.y + rect.height;
  const shift = isCollapsed ? 0 : 0.5;
  const [top, end, foot, start] = sides;
  if (ends.top) addSide(shapes, top, [rect.x, rect.y + top.width * shift, right, rect.y + top.width * shift]);
  if (ends.bottom) addSide(shapes, foot, [rect.x, bottom - foot.width * shift, right, bottom - foot.width * shift]);
  addSide(shapes, start, [rect.x + start.width * shift, rect.y, rect.x + start.width * shift, bottom]);
  addSide(shapes, end, [right - end.width * shift, rect.y, right - end.width * shift, bottom]);
  return shapes;
}

/** Returns a straight rule in the manner of a border side. */
export function ruleShape(
  side: BorderSide,
  line: readonly [x1: Pt, y1: Pt, x2: Pt, y2: Pt],
  mark: Mark,
  origin: Span | undefined,
): ShapeItem {
  return { kind: 'shape', path: { steps: 'ML', coordinates: line }, stroke: strokeOf(side), mark, origin };
}

/** Returns a line through or under text. `dotted` is drawn as round dots, which survive a photocopier. */
export function decorationShape(style: Style, line: readonly [x1: Pt, y1: Pt, x2: Pt, y2: Pt], width: Pt): ShapeItem {
  const color = style.textDecorationColor ?? style.color;
  return {
    kind: 'shape',
    path: { steps: 'ML', coordinates: line },
    stroke: strokeOf({ width, line: style.textDecorationStyle, color }),
    mark: 'layout',
  };
}

/** Returns the outline of a rectangle, with corners rounded by quarter circles. */
export function rectPath(rect: Rect, radius: Pt): Path {
  const { x, y, width, height } = rect;
  const r = Math.max(0, Math.min(radius, width / 2, height / 2));
  const right = x + width;
  const bottom = y + height;
  if (r === 0) return { steps: 'MLLLZ', coordinates: [x, y, right, y, right, bottom, x, bottom] };
  const k = r * (1 - quarterCircle);
  return {
    steps: 'MLCLCLCLCZ',
    coordinates: [
      ...[x + r, y, right - r, y],
      ...[right - k, y, right, y + k, right, y + r, right, bottom - r],
      ...[right, bottom - k, right - k, bottom, right - r, bottom, x + r, bottom],
      ...[x + k, bottom, x, bottom - k, x, bottom - r, x, y + r],
      ...[x, y + k, x + k, y, x + r, y],
    ],
  };
}

/** Returns a filled area, such as the background of a page or of marked text. */
export const filledArea = (rect: Rect, color: NonNullable<Style['backgroundColor']>, mark: ArtifactKind): ShapeItem => ({
  kind: 'shape',
  path: rectPath(rect, 0),
  fill: color,
  mark,
});

/** Length of the handles with which a Bézier curve comes closest to a quarter of the unit circle. */
const quarterCircle = 0.5522847498;

function addSide(shapes: ShapeItem[], side: BorderSide, line: readonly [Pt, Pt, Pt, Pt]): void {
  if (isVisible(side)) shapes.push(ruleShape(side, line, 'layout', undefined));
}

const isVisible = (side: BorderSide): boolean => side.line !== 'none' && side.width > 0 && side.color.alpha > 0;

const isSame = (a: BorderSide, b: BorderSide): boolean => a.width === b.width && a.line === b.line && a.color === b.color;

function strokeOf(side: BorderSide): Stroke {
  const { width, color } = side;
  const base = { color, width, cap: 'butt', join: 'miter', miterLimit: 10, dash: [], dashOffset: 0 } as const;
  if (side.line === 'dotted') return { ...base, cap: 'round', dash: [0, width * 2.2] };
  return side.line === 'dashed' ? { ...base, dash: [width * 3, width * 2] } : base;
}

/** Tells whether a block has anything to draw or keeps its margins apart from its children's. */
export function isDecorated(style: Style): boolean {
  return (
    style.backgroundColor !== undefined ||
    style.padding.top > 0 ||
    style.padding.bottom > 0 ||
    style.borderTop.width > 0 ||
    style.borderRight.width > 0 ||
    style.borderBottom.width > 0 ||
    style.borderLeft.width > 0 ||
    style.minHeight > 0 ||
    style.height !== 'auto'
  );
}
