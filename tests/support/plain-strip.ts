/** Flows for tests of page breaking. */
import { emptyFlow, type Flow, type Strip } from '../../src/engine/layout/flow.ts';

/** A strip of nothing, 10 pt high, that a page may end above at no cost. */
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

/** A flow of such strips, each with what is said of it. */
export const plainFlow = (strips: readonly Partial<Strip>[]): Flow => ({
  ...emptyFlow,
  strips: strips.map((strip) => ({ ...plainStrip, ...strip })),
});
