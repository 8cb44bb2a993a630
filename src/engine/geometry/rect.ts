/** Points, sizes and rectangles. x goes right, y goes down, the origin is the top left corner of the page. */
import type { Pt } from './length.ts';

export interface Size {
  readonly width: Pt;
  readonly height: Pt;
}

export interface Rect extends Size {
  readonly x: Pt;
  readonly y: Pt;
}

/** Lengths at the four sides of a box. */
export interface Insets {
  readonly top: Pt;
  readonly right: Pt;
  readonly bottom: Pt;
  readonly left: Pt;
}

export const noInsets: Insets = { top: 0, right: 0, bottom: 0, left: 0 };

/** Returns the rectangle that is left inside `rect` after taking off the insets; never smaller than nothing. */
export function inset(rect: Rect, insets: Insets): Rect {
  return {
    x: rect.x + insets.left,
    y: rect.y + insets.top,
    width: Math.max(0, rect.width - insets.left - insets.right),
    height: Math.max(0, rect.height - insets.top - insets.bottom),
  };
}
