/**
 * Text columns. For page breaking, each strip of the columns counts with its share of the height that all take together; where a page
 * cuts them, it asks for the height of its part. On its page, a part is divided so that all columns are as short as they can be.
 */
import type { Pt } from '../geometry/length.ts';
import type { Style, StyledElement, StyledNode } from '../style/style.ts';
import { columnsHeight, ownHeight } from './balance-columns.ts';
import type { BlockTools } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { breakCosts } from './break-rules.ts';
import type { Columns, Flow, PouredStrip } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import type { GrowingStructure } from './layout-context.ts';
import { snapFlow } from './line-grid.ts';
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
    const columns = { flow, from, to, share: 1, lineStep, count, x: place.x, columnWidth, gap, direction, rule };
    const own = ownHeight(columns, from, to);
    return own > 0 ? { ...columns, share: columnsHeight(columns, from, to) / own } : columns;
  };
  const { lineStep, nestedFlows, pageHeight } = tools.context;
  const finished = builder.finish();
  const made = lineStep === undefined ? finished : snapFlow(finished, lineStep);
  const sets = setsOf(made, count);
  if (made.volatile.length > 0 && isOneStretch(made, sets)) {
    addPoured(
      made,
      (flow) => {
        const whole = { from: 0, to: flow.strips.length, isForced: false };
        return stripsOf(divide(flow, whole), whole, pageHeight);
      },
      tools,
    );
    return;
  }
  if (made.volatile.length > 0) nestedFlows.push(made);
  for (const set of sets) addSet(divide(made, set), set, tools);
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
  // Columns that end early stay on one page if they can.
  const isWhole = isForced && columns.share * ownHeight(columns, from, to) <= pageHeight;
  return columns.flow.strips.slice(from, to).map((strip, place): PouredStrip => {
    const index = from + place;
    return {
      content: { kind: 'columns', columns, index },
      height: columns.share * ownHeight(columns, index, index + 1),
      notes: strip.notes,
      cost: place === 0 ? 0 : isWhole ? breakCosts.headingAlone : strip.breakCost,
    };
  });
}
