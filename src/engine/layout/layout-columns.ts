/**
 * Text columns. For page breaking, each strip of the columns counts with its share of the height; on its page, a
 * stretch of them is then divided so that all columns are as short as they can be.
 */
import type { Pt } from '../geometry/length.ts';
import type { Style, StyledElement, StyledNode } from '../style/style.ts';
import { type BlockTools, finishNested } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { breakCosts } from './break-rules.ts';
import { type Columns, type Flow, type PouredStrip, type Strip, stripHeight } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import type { GrowingStructure } from './layout-context.ts';
import { pourReferences } from './pour-references.ts';

/** Adds the content of a block in columns. Children that span all columns stand between sets of columns, which end equally deep. */
export function layoutColumns(element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  const plain = { ...element, style: { ...element.style, columnCount: 1 } };
  let flowing: StyledNode[] = [];
  const flush = (): void => {
    if (flowing.some((node) => node.kind === 'element' || node.text.trim() !== ''))
      addColumns({ ...plain, children: flowing }, element.style, { place, structure }, tools);
    flowing = [];
  };
  // The items of a list are numbered together.
  const mayBeSpanned = element.name !== 'ul' && element.name !== 'ol' && element.name !== 'dl';
  for (const child of element.children) {
    if (mayBeSpanned && child.kind === 'element' && child.style.columnSpan === 'all') {
      flush();
      tools.layoutContent({ ...plain, children: [child] }, place, structure, tools);
    } else flowing.push(child);
  }
  flush();
}

function addColumns(
  element: StyledElement,
  { columnCount: count, columnGap: gap, columnRule: rule, direction }: Style,
  { place, structure }: { readonly place: Place; readonly structure: GrowingStructure },
  tools: BlockTools,
): void {
  const columnWidth = Math.max(1, (place.width - gap * (count - 1)) / count);
  const builder = createFlowBuilder(tools.context.pageHeight, tools.builder.takesFloats);
  tools.layoutContent(element, { x: 0, width: columnWidth }, structure, { ...tools, sideways: undefined, builder });
  const divide = (flow: Flow, { from, to }: { readonly from: number; readonly to: number }): Columns => {
    const reserve = columnReserve(flow, { from, to, count });
    return { flow, count, x: place.x, columnWidth, gap, direction, rule, reserve };
  };
  const made = builder.finish();
  const sets = setsOf(made, count);
  if (made.volatile.length > 0 && isOneStretch(made, sets)) {
    addPoured(
      made,
      (flow) => {
        const whole = { from: 0, to: flow.strips.length, isForced: false };
        return stripsOf(divide(flow, whole), whole, tools.context.pageHeight);
      },
      tools,
    );
    return;
  }
  const flow = finishNested(builder, tools.context);
  for (const set of sets) addSet(divide(flow, set), set, tools);
}

/** Whether new lines anywhere in the columns leave everything around them as it is. */
const isOneStretch = ({ strips }: Flow, sets: readonly ColumnSet[]): boolean =>
  sets.length === 1 && !sets[0]!.isForced && strips[0]!.forcedBreak === undefined && strips.every(({ floats }) => floats === undefined);

/** Adds columns that print page numbers: they are divided anew whenever that changes the number of their lines. */
function addPoured(made: Flow, divide: (flow: Flow) => readonly PouredStrip[], { builder }: BlockTools): void {
  let flow = made;
  let strips = divide(flow);
  for (const [index, strip] of strips.entries()) builder.add({ ...strip, origin: flow.strips[index]!.origin });
  builder.watch(strips.length, (references) => {
    const poured = pourReferences(flow, references);
    if (poured !== flow) strips = divide((flow = poured));
    return strips;
  });
}

/** A stretch of strips that ends where a page must, or where there is no further column to begin. */
interface ColumnSet {
  readonly from: number;
  readonly to: number;
  /** Whether columns have to end in it. */
  readonly isForced: boolean;
}

function setsOf({ strips }: Flow, count: number): readonly ColumnSet[] {
  const sets: ColumnSet[] = [];
  let from = 0;
  let begun = 1;
  for (let index = 1; index <= strips.length; index += 1) {
    const strip = strips[index];
    if (strip?.columnBreak && strip.forcedBreak === undefined && begun < count) begun += 1;
    else if (!strip || strip.columnBreak || strip.forcedBreak !== undefined) {
      sets.push({ from, to: index, isForced: begun > 1 });
      from = index;
      begun = 1;
    }
  }
  return sets;
}

function addSet(columns: Columns, set: ColumnSet, { builder, context }: BlockTools): void {
  const { from } = set;
  for (const [index, made] of stripsOf(columns, set, context.pageHeight).entries()) {
    const strip = columns.flow.strips[from + index]!;
    if (index === 0 && (strip.forcedBreak !== undefined || from > 0)) builder.forceBreak(strip.forcedBreak ?? 'any');
    builder.add({ ...made, origin: strip.origin });
    // Floats stand over all columns, in the section around them.
    for (const { section: _, ...float } of strip.floats ?? []) builder.float({ ...float, canStay: false });
  }
}

/** Returns what page breaking sees of a set: each strip with its share of the height that the columns take together. */
function stripsOf(columns: Columns, { from, to, isForced }: ColumnSet, pageHeight: Pt): readonly PouredStrip[] {
  const { flow, count, reserve } = columns;
  const height = isForced ? balanceColumns(columns, from, to).height : 0;
  // Columns that end early are as high as the longest of them, and stay on one page if they can.
  const isWhole = isForced && height <= pageHeight;
  return flow.strips.slice(from, to).map((strip, index): PouredStrip => {
    const isFirst = index === 0;
    const own = stripHeight(strip) + (isFirst ? 0 : strip.spaceBefore);
    const share = isForced ? own : own / count + (isFirst ? reserve : 0);
    return {
      content: { kind: 'columns', columns, index: from + index },
      height: isWhole ? (isFirst ? height : 0) : share,
      notes: strip.notes,
      cost: isFirst ? 0 : isWhole ? breakCosts.headingAlone : strip.breakCost,
    };
  });
}

/** How much the longest column may exceed the average: one strip that stays whole, or a heading with what follows. */
function columnReserve(flow: Flow, { from, to, count }: { readonly from: number; readonly to: number; readonly count: number }): Pt {
  let highest = 0;
  let together = 0;
  for (let index = from; index < to; index += 1) {
    const strip = flow.strips[index]!;
    const height = stripHeight(strip) + strip.spaceBefore;
    together = index > from && strip.breakCost >= breakCosts.orphan ? together + height : height;
    highest = Math.max(highest, together);
  }
  return Math.min(highest, heightOf(flow.strips, from, to)) * (1 - 1 / count);
}

/** Divides the strips `from` to before `to` into columns; returns where each begins, and the height of the longest. */
export function balanceColumns(columns: Columns, from: number, to: number): { readonly starts: readonly number[]; readonly height: Pt } {
  const { strips } = columns.flow;
  let total = 0;
  let low = 0;
  for (let index = from; index < to; index += 1) {
    total += stripHeight(strips[index]!) + strips[index]!.spaceBefore;
    low = Math.max(low, stripHeight(strips[index]!));
  }
  low = Math.max(low, total / columns.count - (strips[from]?.spaceBefore ?? 0));
  let high = total;
  for (let trial = 0; trial < 24 && high - low > 0.25; trial += 1) {
    const middle = (low + high) / 2;
    const filled = fillColumns(strips, { from, to, height: middle });
    if (filled.starts.length <= columns.count && !filled.isTorn) high = middle;
    else low = middle;
  }
  const { starts } = fillColumns(strips, { from, to, height: high });
  let height = 0;
  for (const [column, start] of starts.entries()) height = Math.max(height, heightOf(strips, start, starts[column + 1] ?? to));
  return { starts, height };
}

/** Fills columns one after the other, each to the last break within `height` that costs little; `isTorn` where there is none. */
function fillColumns(
  strips: readonly Strip[],
  { from, to, height }: { from: number; to: number; height: Pt },
): { readonly starts: readonly number[]; readonly isTorn: boolean } {
  const starts: number[] = [];
  let isTorn = false;
  for (let start = from; start < to; ) {
    starts.push(start);
    let used = 0;
    let end = start;
    let good = start;
    while (end < to) {
      const strip = strips[end]!;
      if (strip.columnBreak && end > start) {
        good = end;
        break;
      }
      used += stripHeight(strip) + (end > start ? strip.spaceBefore : 0);
      if (used > height + 0.01 && end > start) break;
      end += 1;
      if (end === to || strips[end]!.breakCost < breakCosts.orphan) good = end;
    }
    if (good === start) isTorn = true;
    start = good > start ? good : end;
  }
  return { starts, isTorn };
}

function heightOf(strips: readonly Strip[], from: number, to: number): Pt {
  let height = 0;
  for (let index = from; index < to; index += 1) height += stripHeight(strips[index]!) + (index > from ? strips[index]!.spaceBefore : 0);
  return height;
}
