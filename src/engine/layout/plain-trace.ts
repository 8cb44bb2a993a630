/** Traces while they are made: that of a run of nothing but text, such as a marker or page furniture, is whole at once. */
import type { LeafId } from '../document/structure.ts';
import type { Picture } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { Style } from '../style/style.ts';
import type { Note, RunTrace } from './flow.ts';
import type { FormulaTrace, LinkTrace } from './run-trace.ts';

/** A class, since each run has one: V8 makes a literal of so many properties in a microsecond. */
class MadeTrace implements RunTrace {
  readonly style: Style;
  readonly leaf: LeafId;
  readonly origin: Span | undefined;
  link: LinkTrace | undefined = undefined;
  term: string | undefined = undefined;
  baselineShift: Pt | undefined = undefined;
  anchors: readonly string[] | undefined = undefined;
  note: Note | undefined = undefined;
  picture: Picture | undefined = undefined;
  checkbox: RunTrace['checkbox'] = undefined;
  formula: FormulaTrace | undefined = undefined;

  constructor(style: Style, leaf: LeafId, origin: Span | undefined) {
    this.style = style;
    this.leaf = leaf;
    this.origin = origin;
  }
}

/** Makes a trace with all the properties that any has. */
export const plainTrace = (style: Style, leaf: LeafId, origin: Span | undefined): MadeTrace => new MadeTrace(style, leaf, origin);
