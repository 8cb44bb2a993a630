/** Horizontal geometry of blocks: border boxes in their containers, content boxes in their borders (CSS 2.2, chapter 10). */
import type { Pt } from '../geometry/length.ts';
import type { Extent, Style } from '../style/style.ts';

/** A horizontal place: left edge and width of a containing block. */
export interface Place {
  readonly x: Pt;
  readonly width: Pt;
}

/** Returns the border box of a block in its container; blocks that are narrower follow `margin: auto` or the start side. */
export function borderBox(style: Style, containing: Place): Place {
  const available = Math.max(0, containing.width - style.margin.left - style.margin.right);
  const wanted = extentOf(style.width, containing.width) ?? available;
  const width = Math.min(wanted, extentOf(style.maxWidth, containing.width) ?? wanted, available);
  const spare = available - width;
  const { left, right } = style.marginAuto;
  const shift = left && right ? spare / 2 : left || (style.direction === 'rtl' && !right) ? spare : 0;
  return { x: containing.x + style.margin.left + shift, width };
}

/** Returns the content box inside a border box; never narrower than a point. */
export function contentBox(style: Style, box: Place): Place {
  const left = style.borderLeft.width + style.padding.left;
  const right = style.borderRight.width + style.padding.right;
  return { x: box.x + left, width: Math.max(1, box.width - left - right) };
}

/** Resolves a width or height against its container; undefined for `auto`. */
export function extentOf(extent: Extent, container: Pt): Pt | undefined {
  if (extent === 'auto') return undefined;
  return extent.kind === 'length' ? extent.length : extent.share * container;
}

/** Returns the style of a box that is not seen: without borders, padding, margins and background. */
export const withoutBox = (style: Style): Style => ({
  ...style,
  margin: noInsets,
  padding: noInsets,
  borderTop: { ...style.borderTop, width: 0 },
  borderRight: { ...style.borderRight, width: 0 },
  borderBottom: { ...style.borderBottom, width: 0 },
  borderLeft: { ...style.borderLeft, width: 0 },
  backgroundColor: undefined,
  height: 'auto',
  minHeight: 0,
});

const noInsets = { top: 0, right: 0, bottom: 0, left: 0 };
