/** Where inline content stands above or below its line, how large it asks to be, and what is ordered by itself. */
import type { Pt } from '../geometry/length.ts';
import type { Extent, Style, StyledElement } from '../style/style.ts';

/** Returns how far an inline element rises, after common practice: a third of the size for `super`, minus a sixth for `sub`. */
export function baselineShiftOf(style: Style, block: Style): Pt {
  if (style.display !== 'inline') return 0;
  if (style.verticalAlign === 'super') return block.fontSize * 0.33;
  return style.verticalAlign === 'sub' ? -block.fontSize * 0.16 : 0;
}

/** Returns how far the call of a note rises in a block. */
export const noteCallRise = (block: Style): Pt => block.fontSize * 0.33;

/** Returns an extent that is a length; undefined for `auto` and for shares. */
export const lengthOf = (extent: Extent): Pt | undefined => (extent !== 'auto' && extent.kind === 'length' ? extent.length : undefined);

/** Reads `dir` from an inline element; a block's direction is its style's. */
export function isolateOf(element: StyledElement): 'ltr' | 'rtl' | 'auto' | undefined {
  const dir = element.attributes.get('dir');
  return dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? dir : undefined;
}
