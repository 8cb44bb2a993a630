/** Puts a stretch of strips on a page: frames behind, content before them, cells inside rows. */
import type { Mark } from '../document/paged-document.ts';
import type { Pt } from '../geometry/length.ts';
import type { Rect } from '../geometry/rect.ts';
import type { Span } from '../source/source-file.ts';
import { balanceColumns } from './balance-columns.ts';
import { boxShapes, ruleShape } from './draw-box.ts';
import {
  type BandContent,
  type Cell,
  type Columns,
  type FlowPart,
  type Frame,
  flowHeight,
  type LineContent,
  type PageFloat,
  type PictureContent,
  type PlacedFloat,
  type RuleContent,
  type Strip,
} from './flow.ts';
import { brokenFrames, continuationHeight, repeatedHeight } from './page-room.ts';
import type { PageSink } from './page-sink.ts';
import { placeBands } from './place-bands.ts';
import { placeLine } from './place-line.ts';
import { placeSpokenTable } from './place-spoken-table.ts';

/** Where a part of a flow goes. */
export interface FlowArea {
  readonly x: Pt;
  readonly y: Pt;
  /** Height of the area: `fill` rules take what is left of it. */
  readonly height: Pt;
  /** Floats that stay where they were written. */
  readonly floats?: readonly PlacedFloat[];
  /** Sets what a split frame says of the page where it goes on, or came from. */
  readonly continuation?: ContinuationLine | undefined;
}

export type ContinuationLine = (frame: Frame, which: 'on' | 'from') => LineContent | undefined;

/** Places strips from the top of the area downward, and returns the y of their lower edge. */
export function placeFlow(part: FlowPart, area: FlowArea, sink: PageSink): Pt {
  const { flow, from, to } = part;
  const { strips } = flow;
  const resumed = brokenFrames(strips, from).toReversed();
  const frameTops = new Map<Frame, Pt>();
  let y = area.y;
  const repeatedTops = new Map<Frame, Pt>();
  for (const frame of resumed) {
    frameTops.set(frame, y);
    if (frame.style.boxDecorationBreak === 'clone') y += frame.style.borderTop.width + frame.style.padding.top;
    y += continuationHeight(frame);
    repeatedTops.set(frame, y);
    y += repeatedHeight(frame);
  }
  const stretches = new Map<number, ColumnStretch>();
  for (let index = from; index < to; index += 1) {
    const stretch = columnStretch(strips, index, { from, to });
    if (stretch) stretches.set(index, stretch);
  }
  const heightOf = (strip: Strip, index: number): Pt =>
    strip.content.kind === 'columns' ? (stretches.get(index)?.height ?? 0) : strip.height;
  const filled = fillSteps(part, { ...area, used: y - area.y, heightOf });

  const floatTops = new Map<PageFloat, Pt>();
  const tops = new Float64Array(to - from);
  const frameBottoms = new Map<Frame, Pt>();
  for (let index = from; index < to; index += 1) {
    const strip = strips[index]!;
    if (index > from) y += strip.spaceBefore;
    openFrames(strip, index, y, frameTops);
    tops[index - from] = y + strip.lead;
    y += strip.lead + heightOf(strip, index);
    if (strip.content.kind === 'rule' && strip.content.fillStep) y += filled * strip.content.fillStep;
    if (strip.content.kind === 'band' && index === from) y += strip.content.block.resumes[strip.content.index]!;
    for (let frame = strip.frame; frame && frame.last === index; frame = frame.parent) frameBottoms.set(frame, y + frame.closeAt);
    y += strip.trail;
    for (const { float, call } of area.floats ?? []) {
      if (call !== index) continue;
      floatTops.set(float, y + float.gap);
      y += float.height + 2 * float.gap;
    }
  }
  let foot = y;
  const continuedAt: { readonly frame: Frame; readonly y: Pt }[] = [];
  for (const frame of to < strips.length ? brokenFrames(strips, to) : []) {
    continuedAt.push({ frame, y: foot });
    foot += continuationHeight(frame);
    if (frame.style.boxDecorationBreak === 'clone') foot += frame.style.borderBottom.width + frame.style.padding.bottom;
    frameBottoms.set(frame, foot);
  }

  for (const [frame, top] of frameTops) {
    const isClone = frame.style.boxDecorationBreak === 'clone';
    const ends = { top: isClone || frame.first >= from, bottom: isClone || frame.last < to };
    const bottom = frameBottoms.get(frame) ?? foot;
    for (const shape of boxShapes({ x: area.x + frame.x, y: top, width: frame.width, height: bottom - top }, frame.style, ends))
      sink.add(shape);
  }
  for (const { frame, y: at } of continuedAt) placeContinuation(frame, 'on', { ...area, y: at }, sink);
  for (const frame of resumed) {
    placeContinuation(frame, 'from', { ...area, y: repeatedTops.get(frame)! - continuationHeight(frame) }, sink);
    let headY = repeatedTops.get(frame)!;
    for (const strip of frame.repeated) {
      sink.repeating(() => placeStrip(strip, { x: area.x, top: headY, filled: 0 }, sink));
      headY += strip.height;
    }
  }
  for (let index = from; index < to; index += 1) {
    const top = tops[index - from]!;
    const stretch = stretches.get(index);
    if (stretch) placeColumns(stretch, { x: area.x, y: top }, sink);
    const { content } = strips[index]!;
    if (content.kind === 'band' && (index === from || content.index === 0))
      placeBands({ block: content.block, from: content.index, to: bandsEnd(part, index) }, { x: area.x, top, placeFlow }, sink);
    placeStrip(strips[index]!, { x: area.x, top, filled }, sink);
  }
  for (const [{ flow: floated, height }, top] of floatTops)
    placeFlow({ flow: floated, from: 0, to: floated.strips.length }, { x: area.x, y: top, height }, sink);
  return foot;
}

function placeContinuation(frame: Frame, which: 'on' | 'from', area: FlowArea, sink: PageSink): void {
  const line = frame.isContinued ? area.continuation?.(frame, which) : undefined;
  if (line) sink.repeating(() => placeLine(line, { x: area.x, top: area.y }, sink));
}

/** The part of some columns that stands on one page. */
interface ColumnStretch {
  readonly columns: Columns;
  readonly to: number;
  readonly starts: readonly number[];
  readonly height: Pt;
}

/** Returns the band before which the bands that begin at strip `index` of a page end. */
function bandsEnd({ flow, to }: FlowPart, index: number): number {
  const first = flow.strips[index]!.content as BandContent;
  let end = index + 1;
  for (
    let next = flow.strips[end];
    end < to && next?.content.kind === 'band' && next.content.block === first.block;
    next = flow.strips[end]
  )
    end += 1;
  return first.index + end - index;
}

/** Balances the columns that begin at strip `index` of a page; undefined where none begin. */
function columnStretch(
  strips: readonly Strip[],
  index: number,
  page: { readonly from: number; readonly to: number },
): ColumnStretch | undefined {
  const { content } = strips[index]!;
  if (content.kind !== 'columns') return undefined;
  const { columns } = content;
  const holds = (strip: Strip | undefined) => strip?.content.kind === 'columns' && strip.content.columns === columns;
  if (index > page.from && holds(strips[index - 1])) return undefined;
  let end = index + 1;
  while (end < page.to && holds(strips[end])) end += 1;
  const to = content.index + end - index;
  return { columns, to, ...balanceColumns(columns, content.index, to) };
}

function placeColumns({ columns, to, starts, height }: ColumnStretch, at: { readonly x: Pt; readonly y: Pt }, sink: PageSink): void {
  const { rule, columnWidth, gap } = columns;
  for (const [column, from] of starts.entries()) {
    const position = columns.direction === 'rtl' ? columns.count - 1 - column : column;
    const x = at.x + columns.x + position * (columnWidth + gap);
    if (column > 0 && rule.line !== 'none') {
      const between = columns.direction === 'rtl' ? x + columnWidth + gap / 2 : x - gap / 2;
      sink.add(ruleShape(rule, [between, at.y, between, at.y + height], 'layout', undefined));
    }
    placeFlow({ flow: columns.flow, from, to: starts[column + 1] ?? to }, { x, y: at.y, height }, sink);
  }
}

/** Frames that begin at a strip, outermost first. */
function openFrames(strip: Strip, index: number, y: Pt, tops: Map<Frame, Pt>): void {
  const opening: Frame[] = [];
  for (let frame = strip.frame; frame && frame.first === index; frame = frame.parent) opening.push(frame);
  for (const frame of opening.reverse()) tops.set(frame, y + frame.openAt);
}

/** How many more rules each `fill` on this page gets. */
function fillSteps(part: FlowPart, area: FlowArea & { readonly used: Pt; heightOf(strip: Strip, index: number): Pt }): number {
  let { used } = area;
  for (const { float } of area.floats ?? []) used += float.height + 2 * float.gap;
  let steps = 0;
  for (let index = part.from; index < part.to; index += 1) {
    const strip = part.flow.strips[index]!;
    used += (index > part.from ? strip.spaceBefore : 0) + strip.lead + area.heightOf(strip, index) + strip.trail;
    if (strip.content.kind === 'rule') steps += strip.content.fillStep ?? 0;
  }
  return steps === 0 ? 0 : Math.max(0, Math.floor((area.height - used) / steps));
}

function placeStrip(strip: Strip, at: { readonly x: Pt; readonly top: Pt; readonly filled: number }, sink: PageSink): void {
  const { content } = strip;
  for (const id of strip.anchors) sink.anchor(id, at.x, at.top);
  for (const note of strip.sidenotes ?? []) sink.sidenote(note, strip, at.top);
  for (const value of strip.strings) sink.string(value);
  for (const bookmark of strip.bookmarks) sink.bookmark(bookmark, at.x, at.top);
  for (const marker of strip.markers) placeLine(alignMarker(marker, strip), at, sink);
  switch (content.kind) {
    case 'line':
      placeLine(content, at, sink);
      break;
    case 'picture':
      sink.add(pictureItem(content, { x: at.x + content.x, y: at.top, width: content.width, height: content.height }, sink));
      break;
    case 'rule':
      placeRules(content, { ...at, height: strip.height }, sink);
      break;
    case 'cells':
      for (const cell of content.cells) placeCell(cell, { x: at.x, top: at.top, height: strip.height + cell.extraHeight }, sink);
      break;
    case 'band':
    case 'columns':
    case 'empty':
      break;
  }
  for (const table of strip.spoken ?? []) placeSpokenTable(table, { x: at.x, y: at.top }, sink);
}

/** A marker shares the baseline of the line that it stands beside, whatever their sizes. */
function alignMarker(marker: Strip['markers'][number], strip: Strip): Strip['markers'][number] {
  return strip.content.kind === 'line' ? { ...marker, baseline: strip.content.baseline } : marker;
}

function pictureItem(content: PictureContent, rect: Rect, sink: PageSink): Parameters<PageSink['add']>[0] {
  const common: { rect: Rect; mark: Mark; origin: Span | undefined } = { rect, mark: sink.markOf(content.mark), origin: content.origin };
  const { picture } = content;
  return picture.kind === 'drawing'
    ? { kind: 'drawing', drawing: picture.drawing, ...common }
    : { kind: 'image', bitmap: picture.bitmap, ...common };
}

function placeRules(rule: RuleContent, at: { x: Pt; top: Pt; height: Pt; filled: number }, sink: PageSink): void {
  const side = rule.style.borderBottom;
  if (side.line === 'none' || side.width === 0) return;
  const left = at.x + rule.x;
  for (let index = 0; index <= (rule.fillStep ? at.filled : 0); index += 1) {
    const y = at.top + at.height + index * (rule.fillStep ?? 0) - side.width / 2;
    sink.add(ruleShape(side, [left, y, left + rule.width, y], index === 0 ? sink.markOf(rule.mark) : 'layout', rule.origin));
  }
}

function placeCell(cell: Cell, at: { x: Pt; top: Pt; height: Pt }, sink: PageSink): void {
  const { style, flow, padding } = cell;
  const rect = { x: at.x + cell.x, y: at.top, width: cell.width, height: at.height };
  for (const shape of boxShapes(rect, style, undefined, style.display === 'table-cell')) sink.add(shape);
  if (flow.strips.length === 0) return;
  const spare = rect.height - padding.top - padding.bottom - flowHeight(flow);
  const shift = style.verticalAlign === 'middle' ? spare / 2 : style.verticalAlign === 'bottom' ? spare : 0;
  placeFlow(
    { flow, from: 0, to: flow.strips.length },
    { x: rect.x + padding.left, y: rect.y + padding.top + Math.max(0, shift), height: rect.height },
    sink,
  );
}
