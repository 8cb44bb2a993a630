/** Sets one cell of a table or grid: its content as a flow of its own inside its borders and padding. */
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, layoutNested } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { type Cell, flowHeight } from './flow.ts';
import type { GrowingStructure } from './layout-context.ts';

/** Lays out `element` in the border box `place`. */
export function setCell(element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): Cell {
  const { style } = element;
  const padding = {
    top: style.padding.top + style.borderTop.width,
    right: style.padding.right + style.borderRight.width,
    bottom: style.padding.bottom + style.borderBottom.width,
    left: style.padding.left + style.borderLeft.width,
  };
  const flow = layoutNested(element, Math.max(1, place.width - padding.left - padding.right), structure, tools);
  return { ...place, style, flow, padding, height: flowHeight(flow) + padding.top + padding.bottom, extraHeight: 0, origin: element.origin };
}
