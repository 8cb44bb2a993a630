/** Letters that are drawn and placed: the big one of a drop cap, and the digits of line numbers. */
import type { DrawingItem, ShapeItem, ShownText } from '../document/paged-document.ts';
import type { Color, Drawing, Path } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';

/** A drawn letter. Its path is measured from the left edge of the measure and from its own baseline. */
export interface Initial {
  readonly path: Path;
  readonly color: Color;
  /** It stands on the baseline of this line, counted from 1. */
  readonly lines: number;
  /** How far its ink reaches above its baseline. */
  readonly top: Pt;
  /** How far the first lines begin beside it; the unseen letter stands in the last part of that. */
  readonly insets: readonly Pt[];
}

/** Returns the letter as an item of a page, moved to where its baseline begins. */
export function movedShape({ path, color }: Initial, to: { readonly x: Pt; readonly y: Pt }): ShapeItem {
  const coordinates = path.coordinates.map((value, index) => value + (index % 2 === 0 ? to.x : to.y));
  return { kind: 'shape', path: { steps: path.steps, coordinates }, fill: color, mark: 'layout' };
}

/** A digit that is drawn. */
export interface DrawnDigit {
  readonly drawing: Drawing;
  /** Of its left upper corner, from the left edge of the measure and from the baseline. */
  readonly x: Pt;
  readonly y: Pt;
  /** The whole number, on its first digit, from the left edge of the measure and from the baseline. */
  readonly shown: ShownText | undefined;
  readonly origin: Span | undefined;
}

/** Returns a digit as an item of a page, for a line whose measure and baseline begin at `at`. */
export function placeDigit({ drawing, x, y, shown, origin }: DrawnDigit, at: { readonly x: Pt; readonly y: Pt }): DrawingItem {
  const { width, height } = drawing;
  return {
    kind: 'drawing',
    rect: { x: at.x + x, y: at.y + y, width, height },
    drawing,
    shown: shown && { ...shown, x: at.x + shown.x, y: at.y + shown.y },
    mark: 'layout',
    origin,
  };
}
