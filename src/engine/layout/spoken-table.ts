/** Tables that are read aloud and not seen: the data of a chart. */
import type { LeafId } from '../document/structure.ts';
import type { Span } from '../source/source-file.ts';
import type { Style } from '../style/style.ts';
import type { SetLine } from '../text/paragraph.ts';

/** A table that is read aloud but not seen: its cells as single lines, row by row. Its text has no place of its own on the page. */
export interface SpokenTable {
  /** Without empty cells, which have nothing to say. */
  readonly rows: readonly (readonly SpokenCell[])[];
  readonly direction: 'ltr' | 'rtl';
}

export interface SpokenCell {
  readonly line: SetLine;
  readonly style: Style;
  readonly leaf: LeafId;
  readonly origin: Span | undefined;
}
