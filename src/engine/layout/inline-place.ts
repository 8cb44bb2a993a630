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

/** Styles of calls, by those of their notes and of the text around them: caches keep what belongs to a style. */
const callStyles = new WeakMap<Style, WeakMap<Style, Style>>();

/** Returns the style of a call: smaller than the text around, and in lining figures, since those of old style would rise and fall. */
export function noteCallStyle(note: Style, text: Style): Style {
  let known = callStyles.get(note);
  if (!known) callStyles.set(note, (known = new WeakMap()));
  let style = known.get(text);
  if (!style) {
    const fontSize = Math.min(note.fontSize, text.fontSize * 0.81);
    const fontFeatures = [...note.fontFeatures.filter((feature) => !figures.has(feature)), 'lnum'];
    known.set(text, (style = { ...note, fontFamily: text.fontFamily, color: text.color, fontSize, fontFeatures }));
  }
  return style;
}

const figures: ReadonlySet<string> = new Set(['onum', 'lnum']);

/** Returns an extent that is a length; undefined for `auto` and for shares. */
export const lengthOf = (extent: Extent): Pt | undefined => (extent !== 'auto' && extent.kind === 'length' ? extent.length : undefined);

/** Reads `dir` from an inline element; a block's direction is its style's. */
export function isolateOf(element: StyledElement): 'ltr' | 'rtl' | 'auto' | undefined {
  const dir = element.attributes.get('dir');
  return dir === 'ltr' || dir === 'rtl' || dir === 'auto' ? dir : undefined;
}
