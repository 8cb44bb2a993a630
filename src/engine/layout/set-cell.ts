/** Sets one cell of a table or grid: its content as a flow of its own inside its borders and padding. */
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, finishNested, markPlace } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { type Cell, flowHeight } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import { growRole } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { hangMarker } from './layout-list.ts';

/** A cell to set: its border box, and its bullet or number when it is a list item. */
export interface CellPlace extends Place {
  readonly marker?: string;
}

/** Width of a wide letter, in text sizes. */
const leastContent = 0.8;

/** Lays out `element` in the border box `place`. */
export function setCell(
  element: StyledElement,
  { x, width, marker = '' }: CellPlace,
  structure: GrowingStructure,
  tools: BlockTools,
): Cell {
  const { style } = element;
  const across = style.padding.left + style.padding.right + style.borderLeft.width + style.borderRight.width;
  // A cell that is hardly as wide as a letter has no room for padding.
  const share = Math.min(1, Math.max(0, width - style.fontSize * leastContent) / Math.max(across, 0.01));
  const padding = {
    top: style.padding.top + style.borderTop.width,
    right: (style.padding.right + style.borderRight.width) * share,
    bottom: style.padding.bottom + style.borderBottom.width,
    left: (style.padding.left + style.borderLeft.width) * share,
  };
  const inside = { x: 0, width: Math.max(1, width - padding.left - padding.right) };
  const cellTools = { ...tools, sideways: undefined, builder: createFlowBuilder(tools.context.pageHeight) };
  markPlace(element, cellTools.builder);
  if (marker !== '')
    hangMarker(
      { text: marker, style: element.marker?.style ?? style, place: inside, structure: growRole('Lbl', structure), origin: element.origin },
      cellTools,
    );
  tools.layoutContent(element, inside, structure.role === 'LI' ? growRole('LBody', structure) : structure, cellTools);
  const flow = finishNested(cellTools.builder, tools.context);
  return {
    x,
    width,
    style,
    flow,
    padding,
    height: flowHeight(flow) + padding.top + padding.bottom,
    extraHeight: 0,
    origin: element.origin,
  };
}
