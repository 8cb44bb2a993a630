/** One set line becomes page items: words, links, underlines, inline pictures, formulas. */
import type { LinkItem, PageItem, ShapeItem, TextItem } from '../document/paged-document.ts';
import type { Stroke } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Style } from '../style/style.ts';
import type { LineSegment } from '../text/paragraph.ts';
import { decorationShape, filledArea, rectPath } from './draw-box.ts';
import { movedShape, placeDigit } from './drawn-letter.ts';
import type { LineContent, RunTrace } from './flow.ts';
import { placeFormula } from './formula-box.ts';
import { naturalSize } from './natural-size.ts';
import type { PageSink } from './page-sink.ts';

/** Adds the items of a line. `x` is the left edge of the flow, `top` the upper edge of the line's strip. */
export function placeLine(content: LineContent, at: { readonly x: Pt; readonly top: Pt }, sink: PageSink): void {
  const { line, traces } = content;
  const left = at.x + content.x;
  const baseline = at.top + content.baseline;
  let links: { item: LinkItem; trace: RunTrace }[] | undefined;
  const { initial, number } = content;
  if (number) for (const digit of number) sink.add(placeDigit(digit, { x: left, y: baseline }));
  if (initial) sink.add(movedShape(initial.drawn, { x: left, y: baseline + initial.depth }));
  const segments = inReadingOrder(line.segments, traces);
  for (let index = 0; index < segments.length; index += 1) {
    const segment = segments[index]!;
    const trace = traces[segment.run]!;
    const rect: Rect = {
      x: left + segment.x,
      y: baseline - trace.style.fontSize * 0.8,
      width: segment.width,
      height: trace.style.fontSize * 1.05,
    };
    // What is drawn as an initial letter is only read.
    const isInvisible = initial !== undefined && trace.style.initialLetter > 1;
    placeSegment(segment, trace, { rect, baseline, tracking: line.tracking, isInvisible }, sink);
    if (!trace.link || sink.isRepeating || segment.width <= 0) continue;
    const last = links?.at(-1);
    if (last?.trace.link === trace.link) last.item = { ...last.item, rect: union(last.item.rect, rect) };
    else
      (links ??= []).push({
        trace,
        item: {
          kind: 'link',
          mark: trace.leaf,
          rect,
          target: trace.link.target,
          description: trace.link.description,
          origin: trace.origin,
        },
      });
  }
  if (links) for (const { item } of links) sink.add(item);
  if (content.continued) sink.add(continuationSign(content.continued, traces[line.firstRun]!.style, { x: left, baseline }));
  for (let run = line.firstRun; run <= line.lastRun; run += 1) {
    const anchors = traces[run]?.anchors;
    if (anchors) for (const anchor of anchors) sink.anchor(anchor, left, at.top);
  }
}

interface SegmentPlace {
  readonly rect: Rect;
  readonly baseline: Pt;
  readonly tracking: number;
  readonly isInvisible: boolean;
}

function placeSegment(segment: LineSegment, trace: RunTrace, where: SegmentPlace, sink: PageSink): void {
  const { style } = trace;
  const { rect } = where;
  const baseline = where.baseline - (trace.baselineShift ?? 0);
  const mark = sink.markOf(trace.leaf);
  if (trace.picture) {
    sink.add(pictureItem(trace, { x: rect.x, baseline: where.baseline, width: segment.width }, sink));
    return;
  }
  if (trace.formula) {
    placeFormula(trace.formula, { x: rect.x, baseline }, trace, sink);
    return;
  }
  if (trace.checkbox) {
    placeCheckbox(trace, { x: rect.x, baseline }, sink);
    return;
  }
  if (segment.words.length === 0) return;
  if (style.display === 'inline' && style.backgroundColor && !where.isInvisible)
    sink.add(filledArea(rect, style.backgroundColor, 'background'));
  const item: TextItem = {
    kind: 'text',
    x: rect.x,
    y: baseline,
    width: segment.width,
    size: style.fontSize,
    color: style.color,
    letterSpacing: style.letterSpacing + where.tracking * style.fontSize,
    isInvisible: where.isInvisible,
    words: segment.words,
    offsets: segment.offsets,
    rooms: segment.rooms,
    mark,
    origin: trace.origin,
  };
  sink.add(item);
  if (style.textDecorationLine !== 'none' && !where.isInvisible) underline(item, trace, sink);
}

/** A hooked arrow in the padding before a line of code that goes on; it leads to the text. It is drawn, so that copying leaves it out. */
function continuationSign(
  { x, direction }: NonNullable<LineContent['continued']>,
  { fontSize, color }: Style,
  at: { x: Pt; baseline: Pt },
): ShapeItem {
  const em = direction === 'rtl' ? -fontSize : fontSize;
  const points = [-1.05, 0.6, -1.05, 0.25, -0.45, 0.25, -0.62, 0.42, -0.45, 0.25, -0.62, 0.08];
  return {
    kind: 'shape',
    path: {
      steps: 'MLLMLL',
      coordinates: points.map((ems, index) => (index % 2 === 0 ? at.x + x + ems * em : at.baseline - ems * fontSize)),
    },
    stroke: { color, width: fontSize * 0.07, cap: 'butt', join: 'miter', miterLimit: 10, dash: [], dashOffset: 0 },
    mark: 'layout',
  };
}

function placeCheckbox({ style, leaf, origin, checkbox }: RunTrace, at: { x: Pt; baseline: Pt }, sink: PageSink): void {
  const side = style.fontSize * 0.75;
  const top = at.baseline - side;
  const stroke: Stroke = { color: style.color, width: 0.75, cap: 'butt', join: 'miter', miterLimit: 10, dash: [], dashOffset: 0 };
  const shared = { kind: 'shape', mark: sink.markOf(leaf), origin } as const;
  sink.add({ ...shared, path: rectPath({ x: at.x, y: top, width: side, height: side }, style.fontSize * 0.08), stroke });
  if (checkbox === 'empty') return;
  const tick = [0.2, 0.52, 0.42, 0.76, 0.82, 0.22].map((share, index) => (index % 2 === 0 ? at.x : top) + share * side);
  sink.add({ ...shared, path: { steps: 'MLL', coordinates: tick }, stroke: { ...stroke, width: style.fontSize * 0.1 } });
}

function underline(item: TextItem, trace: RunTrace, sink: PageSink): void {
  const { style } = trace;
  const font = item.words[0]!.font;
  const em = style.fontSize / font.unitsPerEm;
  const y =
    item.y +
    (style.textDecorationLine === 'underline'
      ? Math.max(font.underlinePosition * em, style.fontSize * 0.12) + 0.4
      : -font.xHeight * em * 0.5);
  const width = Math.max(0.6, font.underlineThickness * em * (style.textDecorationStyle === 'dotted' ? 1.4 : 1));
  sink.add(decorationShape(style, [item.x, y, item.x + item.width, y], width));
}

function pictureItem(trace: RunTrace, at: { x: Pt; baseline: Pt; width: Pt }, sink: PageSink): PageItem {
  const picture = trace.picture!;
  const natural = naturalSize(picture);
  const height = (at.width * natural.height) / natural.width;
  const place = { x: at.x, y: at.baseline - height * 0.85, width: at.width, height };
  const common = { rect: place, mark: sink.markOf(trace.leaf), origin: trace.origin };
  return picture.kind === 'drawing'
    ? { kind: 'drawing', drawing: picture.drawing, ...common }
    : { kind: 'image', bitmap: picture.bitmap, ...common };
}

/**
 * Segments come in visual order; they are written in the order in which they are read, which is that of their runs.
 * Inside a segment, readers expect visual order.
 */
function inReadingOrder(segments: readonly LineSegment[], traces: readonly RunTrace[]): readonly LineSegment[] {
  if (isInOrder(segments)) return segments;
  const isRightToLeft = traces[segments[0]!.run]!.style.direction === 'rtl';
  return (isRightToLeft ? segments.toReversed() : segments.slice()).sort((one, other) => one.run - other.run);
}

/** Whether no segment comes before one that is read earlier, and no run has two of them. */
function isInOrder(segments: readonly LineSegment[]): boolean {
  for (let index = 1; index < segments.length; index += 1) if (segments[index]!.run <= segments[index - 1]!.run) return false;
  return true;
}

function union(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return { x, y, width: Math.max(a.x + a.width, b.x + b.width) - x, height: Math.max(a.y + a.height, b.y + b.height) - y };
}
