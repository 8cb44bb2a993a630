/** The big letter of a drop cap, drawn and placed. */
import type { ShapeItem } from '../document/paged-document.ts';
import type { Color, Path } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';

/** A drawn letter. Its path is measured from the left edge of the measure and from its own baseline. */
export interface Initial {
  readonly path: Path;
  readonly color: Color;
  /** It stands on the baseline of this line, counted from 1. */
  readonly lines: number;
  /** How far the first lines begin beside it; the unseen letter stands in the last part of that. */
  readonly insets: readonly Pt[];
}

/** Returns the letter as an item of a page, moved to where its baseline begins. */
export function movedShape({ path, color }: Initial, to: { readonly x: Pt; readonly y: Pt }): ShapeItem {
  const coordinates = path.coordinates.map((value, index) => value + (index % 2 === 0 ? to.x : to.y));
  return { kind: 'shape', path: { steps: path.steps, coordinates }, fill: color, mark: 'layout' };
}
