/** Strips while they are made: what stands above them in the tree leaves spaces, marks and costs for the next one before it is known. */
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { StyledElement } from '../style/style.ts';
import type {
  BookmarkTrace,
  BreakCost,
  ForcedBreak,
  Frame,
  LineContent,
  Note,
  PageFloat,
  RunningString,
  Sidenote,
  Strip,
  StripContent,
} from './flow.ts';
import type { SpokenTable } from './spoken-table.ts';

export const none: readonly never[] = [];

const nothing: StripContent = { kind: 'empty' };

/** A strip that says nothing yet. A class, since a book has ten thousands of strips: V8 makes a literal of so many properties in a microsecond. */
export class MadeStrip implements Strip {
  spaceBefore: Pt = 0;
  lead: Pt = 0;
  height: Pt = 0;
  trail: Pt = 0;
  breakCost: BreakCost = 0;
  forcedBreak: ForcedBreak | undefined = undefined;
  columnBreak = false;
  frame: Frame | undefined = undefined;
  content: StripContent = nothing;
  markers: readonly LineContent[] = none;
  spoken: readonly SpokenTable[] | undefined = undefined;
  notes: readonly Note[] = none;
  figure: StyledElement | undefined = undefined;
  floats: readonly PageFloat[] | undefined = undefined;
  sidenotes: readonly Sidenote[] | undefined = undefined;
  anchors: readonly string[] = none;
  strings: readonly RunningString[] = none;
  bookmarks: readonly BookmarkTrace[] = none;
  origin: Span | undefined = undefined;
}
