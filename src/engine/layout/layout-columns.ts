/**
 * Text columns. For page breaking, each strip of the columns counts with its share of the height; on its page, a
 * stretch of them is then divided so that all columns are as short as they can be.
 */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, finishNested } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { type Columns, type Flow, flowHeight, type Strip, stripHeight } from './flow.ts';
import { breakCosts, createFlowBuilder } from './flow-builder.ts';
import type { GrowingStructure } from './layout-context.ts';

/** Adds the content of a block in columns. */
export function layoutColumns(element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  const { columnCount: count, columnGap: gap, direction } = element.style;
  const columnWidth = Math.max(1, (place.width - gap * (count - 1)) / count);
  const builder = createFlowBuilder(tools.context.pageHeight, tools.builder.takesFloats);
  const inside = { ...tools, sideways: undefined, builder };
  const single = { ...element, style: { ...element.style, columnCount: 1 } };
  tools.layoutContent(single, { x: 0, width: columnWidth }, structure, inside);
  const flow = finishNested(inside.builder, tools.context);
  const reserve = columnReserve(flow, count);
  const columns: Columns = { flow, count, x: place.x, columnWidth, gap, direction, reserve };
  for (const [index, strip] of flow.strips.entries()) {
    const share = (stripHeight(strip) + (index > 0 ? strip.spaceBefore : 0)) / count;
    tools.builder.add({
      content: { kind: 'columns', columns, index },
      height: index === 0 ? share + reserve : share,
      origin: strip.origin,
      notes: strip.notes,
      cost: index === 0 ? 0 : strip.breakCost,
    });
    // Floats stand over all columns, in the section around them.
    for (const { section: _, ...float } of strip.floats ?? []) tools.builder.float({ ...float, canStay: false });
  }
}

/** How much the longest column may exceed the average: one strip that stays whole, or a heading with what follows. */
function columnReserve(flow: Flow, count: number): Pt {
  let highest = 0;
  let together = 0;
  for (const [index, strip] of flow.strips.entries()) {
    const height = stripHeight(strip) + strip.spaceBefore;
    together = index > 0 && strip.breakCost >= breakCosts.orphan ? together + height : height;
    highest = Math.max(highest, together);
  }
  return Math.min(highest, flowHeight(flow)) * (1 - 1 / count);
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
