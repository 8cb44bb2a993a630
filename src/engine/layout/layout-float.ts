/** A block with `float`: set to the measure of its page, in a flow of its own, and handed to the strip beside which it was written. */
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, finishNested } from './block-tools.ts';
import { flowHeight } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import type { GrowingStructure } from './layout-context.ts';
import { tallFloat } from './problems.ts';

/** Lays out one block; given by block layout. */
export type LayoutBlock = (
  element: StyledElement,
  containing: { x: number; width: number },
  parent: GrowingStructure,
  tools: BlockTools,
) => void;

/** A float with its notes takes no more of a page than this: a separator must fit above the notes. */
const mostOfPage = 0.95;

/** Adds a float; false when it is too high to be one, and must stand in the text. In the reading order it stays where it was written. */
export function layoutFloat(element: StyledElement, parent: GrowingStructure, tools: BlockTools, layoutBlock: LayoutBlock): boolean {
  const { builder, context, noteWidth } = tools;
  const { style } = element;
  const side = style.float === 'none' && context.floatingFigures.has(element) ? 'nearest' : style.float;
  if (side === 'none' || side === 'sidenote') return false;
  const before = { counters: { ...context.counters }, children: parent.children.length, nested: context.nestedFlows.length };
  const inside = { ...tools, sideways: undefined, builder: createFlowBuilder(context.pageHeight) };
  const plain = { ...style, float: 'none', margin: { ...style.margin, top: 0, bottom: 0 } } as const;
  layoutBlock({ ...element, style: plain }, { x: 0, width: noteWidth }, parent, inside);
  const flow = finishNested(inside.builder, context);
  const height = flowHeight(flow);
  const notes = flow.strips.flatMap((strip) => strip.notes);
  if (notes.reduce((total, note) => total + note.height, height) > context.pageHeight * mostOfPage) {
    Object.assign(context.counters, before.counters);
    parent.children.length = before.children;
    context.nestedFlows.length = before.nested;
    context.report(tallFloat(height, context.pageHeight, element.origin));
    return false;
  }
  builder.float({
    side,
    flow,
    height,
    gap: Math.max(style.margin.top, style.margin.bottom),
    notes,
    canStay: true,
    origin: element.origin,
  });
  return true;
}
