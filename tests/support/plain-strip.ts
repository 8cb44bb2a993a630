/** A strip of nothing, 10 pt high, that a page may end above at no cost. */
import type { Strip } from '../../src/engine/layout/flow.ts';

export const plainStrip: Strip = {
  spaceBefore: 0,
  lead: 0,
  height: 10,
  trail: 0,
  breakCost: 0,
  forcedBreak: undefined,
  frame: undefined,
  content: { kind: 'empty' },
  markers: [],
  notes: [],
  anchors: [],
  strings: [],
  bookmarks: [],
  origin: undefined,
};
