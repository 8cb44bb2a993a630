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

/** A frame of which a page shows a part, and where. */
interface ShownFrame {
  readonly frame: Frame;
  readonly top: Pt;
  /** Undefined until it ends. */
  bottom: Pt | undefined;
  /** Where what it repeats begins, if it comes from the page before. */
  readonly repeatedTop: Pt;
}

/** Places strips from the top of the area downward, and returns the y of their lower edge. There is a flow in each cell, and most hold one line. */
export function placeFlow(part: FlowPart, area: FlowArea, sink: PageSink): Pt {
  const { flow, from, to } = part;
  const { strips } = flow;
  const shown: ShownFrame[] = [];
  let y = area.y;
  const resumed = brokenFrames(strips, from);
  for (let index = resumed.length - 1; index >= 0; index -= 1) {
    const frame = resumed[index]!;
    const top = y;
    if (frame.style.boxDecorationBreak === 'clone') y += frame.style.borderTop.width + frame.style.padding.top;
    y += continuationHeight(frame);
    shown.push({ frame, top, bottom: undefined, repeatedTop: y });
    y += repeatedHeight(frame);
  }
  const stretches = columnStretches(part);
  const heightOf = (strip: Strip, index: number): Pt =>
    strip.content.kind === 'columns' ? (stretches?.get(index)?.height ?? 0) : strip.height;
  const filled = fillSteps(part, { area, used: y - area.y, heightOf });

  const floats: { readonly float: PageFloat; readonly top: Pt }[] = [];
  const tops: Pt[] = [];
  for (let index = from; index < to; index += 1) {
    const strip = strips[index]!;
    const { content } = strip;
    if (index > from) y += strip.spaceBefore;
    if (strip.frame?.first === index) openFrames(strip, index, y, shown);
    tops.push(y + strip.lead);
    y += strip.lead + heightOf(strip, index);
    if (content.kind === 'rule' && content.fillStep) y += filled * content.fillStep;
    if (content.kind === 'band' && index === from) y += content.block.resumes[content.index]!;
    for (let frame = strip.frame; frame && frame.last === index; frame = frame.parent) closeFrame(frame, y + frame.closeAt, shown);
    y += strip.trail;
    if (!area.floats) continue;
    for (const { float, call } of area.floats) {
      if (call !== index) continue;
      floats.push({ float, top: y + float.gap });
      y += float.height + 2 * float.gap;
    }
  }
  let foot = y;
  const continued = to < strips.length ? brokenFrames(strips, to) : [];
  const continuedAt: Pt[] = [];
  for (const frame of continued) {
    continuedAt.push(foot);
    foot += continuationHeight(frame);
    if (frame.style.boxDecorationBreak === 'clone') foot += frame.style.borderBottom.width + frame.style.padding.bottom;
    closeFrame(frame, foot, shown);
  }

  for (const { frame, top, bottom = foot } of shown) {
    const isClone = frame.style.boxDecorationBreak === 'clone';
    const ends = { top: isClone || frame.first >= from, bottom: isClone || frame.last < to };
    for (const shape of boxShapes({ x: area.x + frame.x, y: top, width: frame.width, height: bottom - top }, frame.style, ends))
      sink.add(shape);
  }
  for (const [index, frame] of continued.entries()) placeContinuation(frame, 'on', { ...area, y: continuedAt[index]! }, sink);
  for (let index = 0; index < resumed.length; index += 1) placeRepeated(shown[index]!, area, sink);
  for (let index = from; index < to; index += 1) {
    const strip = strips[index]!;
    const { content } = strip;
    const top = tops[index - from]!;
    const stretch = stretches?.get(index);
    if (stretch) placeColumns(stretch, { x: area.x, y: top }, sink);
    if (content.kind === 'band' && (index === from || content.index === 0))
      placeBands({ block: content.block, from: content.index, to: bandsEnd(part, index) }, { x: area.x, top, placeFlow }, sink);
    placeStrip(strip, { x: area.x, top, filled }, sink);
  }
  for (const { float, top } of floats)
    placeFlow({ flow: float.flow, from: 0, to: float.flow.strips.length }, { x: area.x, y: top, height: float.height }, sink);
  return foot;
}

/** Places what a frame that comes from the page before says and repeats. */
function placeRepeated({ frame, repeatedTop }: ShownFrame, area: FlowArea, sink: PageSink): void {
  placeContinuation(frame, 'from', { ...area, y: repeatedTop - continuationHeight(frame) }, sink);
  let headY = repeatedTop;
  for (const strip of frame.repeated) {
    sink.repeating(() => placeStrip(strip, { x: area.x, top: headY, filled: 0 }, sink));
    headY += strip.height;
  }
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

/** Balances all columns of a part, by the strips with which they begin; undefined where there are none. */
function columnStretches({ flow: { strips }, from, to }: FlowPart): ReadonlyMap<number, ColumnStretch> | undefined {
  let stretches: Map<number, ColumnStretch> | undefined;
  for (let index = from; index < to; index += 1) {
    if (strips[index]!.content.kind !== 'columns') continue;
    const stretch = columnStretch(strips, index, { from, to });
    if (stretch) stretches = (stretches ?? new Map<number, ColumnStretch>()).set(index, stretch);
  }
  return stretches;
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

/** Adds the frames that begin at a strip, outermost first. */
function openFrames(strip: Strip, index: number, y: Pt, shown: ShownFrame[]): void {
  const opening: Frame[] = [];
  for (let frame = strip.frame; frame && frame.first === index; frame = frame.parent) opening.push(frame);
  for (const frame of opening.reverse()) shown.push({ frame, top: y + frame.openAt, bottom: undefined, repeatedTop: y });
}

/** Ends a frame, which began shortly before. */
function closeFrame(frame: Frame, bottom: Pt, shown: readonly ShownFrame[]): void {
  const open = shown.findLast((one) => one.frame === frame);
  if (open) open.bottom = bottom;
}

/** What `fill` rules share, and what has been used of it. */
interface FilledArea {
  readonly area: FlowArea;
  readonly used: Pt;
  heightOf(strip: Strip, index: number): Pt;
}

/** How many more rules each `fill` on this page gets. */
function fillSteps({ flow: { strips }, from, to }: FlowPart, { area, used: usedAbove, heightOf }: FilledArea): number {
  let steps = 0;
  for (let index = from; index < to; index += 1) {
    const { content } = strips[index]!;
    if (content.kind === 'rule') steps += content.fillStep ?? 0;
  }
  if (steps === 0) return 0;
  let used = usedAbove;
  for (const { float } of area.floats ?? []) used += float.height + 2 * float.gap;
  for (let index = from; index < to; index += 1) {
    const strip = strips[index]!;
    used += (index > from ? strip.spaceBefore : 0) + strip.lead + heightOf(strip, index) + strip.trail;
  }
  return Math.max(0, Math.floor((area.height - used) / steps));
}

function placeStrip(strip: Strip, at: { readonly x: Pt; readonly top: Pt; readonly filled: number }, sink: PageSink): void {
  const { content } = strip;
  const { anchors, sidenotes, strings, bookmarks, markers, spoken } = strip;
  if (anchors.length > 0) for (const id of anchors) sink.anchor(id, at.x, at.top);
  if (sidenotes) for (const note of sidenotes) sink.sidenote(note, strip, at.top);
  if (strings.length > 0) for (const value of strings) sink.string(value);
  if (bookmarks.length > 0) for (const bookmark of bookmarks) sink.bookmark(bookmark, at.x, at.top);
  if (markers.length > 0) for (const marker of markers) placeLine(alignMarker(marker, strip), at, sink);
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
  if (spoken) for (const table of spoken) placeSpokenTable(table, { x: at.x, y: at.top }, sink);
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
