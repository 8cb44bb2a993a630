/** The trace of a run of nothing but text: markers, page furniture, and what others are made from. */
import type { LeafId } from '../document/structure.ts';
import type { Span } from '../source/source-file.ts';
import type { Style } from '../style/style.ts';
import type { RunTrace } from './flow.ts';

/** Makes a trace with all the properties that any has. */
export const plainTrace = (style: Style, leaf: LeafId, origin: Span | undefined): RunTrace => ({
  style,
  leaf,
  origin,
  link: undefined,
  term: undefined,
  baselineShift: undefined,
  anchors: undefined,
  note: undefined,
  picture: undefined,
  checkbox: undefined,
  formula: undefined,
});
