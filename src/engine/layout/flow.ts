/**
 * Layout's own types: a text flow as a vertical list of strips, before and after it is cut into pages.
 *
 * A strip is what can't be cut: a line, a picture, a table row, one answer line. All that page breaking
 * needs to know of it are heights and penalties, as in TeX's main vertical list; what it shows is in `content`.
 */
import type { Mark } from '../document/paged-document.ts';
import type { LeafId } from '../document/structure.ts';
import type { Picture } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Insets } from '../geometry/rect.ts';
import type { Span } from '../source/source-file.ts';
import type { BorderSide, Style, StyledElement } from '../style/style.ts';
import type { SetLine } from '../text/paragraph.ts';
import type { DrawnDigit, Initial } from './drawn-letter.ts';
import type { PageReferences } from './page-references.ts';
import type { FormulaTrace, LinkTrace } from './run-trace.ts';
import type { SpokenTable } from './spoken-table.ts';

/** What one inline run carries beside its text: looked up again when its line is placed. All have the same properties in the same order. */
export interface RunTrace {
  readonly style: Style;
  readonly leaf: LeafId;
  readonly origin: Span | undefined;
  readonly link: LinkTrace | undefined;
  /** Glossary entry that this run uses. */
  readonly term: string | undefined;
  readonly baselineShift: Pt | undefined;
  /** Ids that begin at this run: targets of references. */
  readonly anchors: readonly string[] | undefined;
  readonly note: Note | undefined;
  readonly picture: Picture | undefined;
  readonly checkbox: 'empty' | 'ticked' | undefined;
  readonly formula: FormulaTrace | undefined;
}

/** A set line in its place: `x` is the left edge of the measure, `baseline` the distance below the strip's content top. */
export interface LineContent {
  readonly kind: 'line';
  readonly line: SetLine;
  readonly traces: readonly RunTrace[];
  readonly x: Pt;
  readonly baseline: Pt;
  /** A letter that is several lines high, and how far below this line's baseline it stands. */
  readonly initial?: { readonly drawn: Initial; readonly depth: Pt };
  /** Goes on with a preformatted line that was too long: a sign says so beside the edge at which lines begin, which `x` leads to. */
  readonly continued?: { readonly x: Pt; readonly direction: 'ltr' | 'rtl' };
  /** The number of a line of code. */
  readonly number?: readonly DrawnDigit[];
}

export interface PictureContent {
  readonly kind: 'picture';
  readonly picture: Picture;
  readonly x: Pt;
  readonly width: Pt;
  readonly height: Pt;
  readonly mark: Mark;
  readonly origin: Span | undefined;
}

/** A rule to write on, or an `<hr>`; drawn along the strip's foot. */
export interface RuleContent {
  readonly kind: 'rule';
  readonly x: Pt;
  readonly width: Pt;
  readonly style: Style;
  readonly mark: Mark;
  readonly origin: Span | undefined;
  /** Repeats the rule over all height that its page has left (`<answer-lines fill/>`), at this distance. */
  readonly fillStep?: Pt | undefined;
}

/** One cell of a table row or grid row. */
export interface Cell {
  readonly x: Pt;
  readonly width: Pt;
  readonly style: Style;
  readonly flow: Flow;
  /** Height of its content with padding; the cell itself is as high as its row, or as the rows that it spans. */
  readonly height: Pt;
  /** Added to the row's height: what the following rows give to a cell that spans them. */
  readonly extraHeight: Pt;
  readonly padding: Insets;
  readonly origin: Span | undefined;
}

export interface CellsContent {
  readonly kind: 'cells';
  readonly cells: readonly Cell[];
}

/** One band of table rows that a page may be cut in: see `row-block.ts`. */
export interface BandContent {
  readonly kind: 'band';
  readonly block: RowBlock;
  /** Index of the band in its block. */
  readonly index: number;
}

/** Table rows that cells hold together, or one high row, with the places where a page may end inside of them. */
export interface RowBlock {
  readonly cells: readonly BlockCell[];
  /** Upper edges of the bands from the top of the block, and the foot of the last one. */
  readonly edges: readonly Pt[];
  /** For each band, what a page that begins with it needs besides the bands' own heights. */
  readonly resumes: readonly Pt[];
}

/** A cell in a block of rows. */
export interface BlockCell extends Cell {
  /** Its edges, from the top of the block. */
  readonly top: Pt;
  readonly bottom: Pt;
  /** For each of its strips, how far down the block it reaches when the cell begins at its top. */
  readonly reaches: readonly Pt[];
  /** Whether it names the rows beside it, and is shown again on later pages that it reaches. */
  readonly isLabel: boolean;
  /** Printed below a label that is shown again, where it is wide enough. */
  readonly continued: LineStrip | undefined;
}

/** A strip of text columns: one strip of the columns' own flow, at the part of its height that it takes when they are balanced. */
export interface ColumnsContent {
  readonly kind: 'columns';
  readonly columns: Columns;
  /** Index in the flow of the columns. */
  readonly index: number;
}

/** Text columns of one width; their content is a flow of its own. */
export interface Columns {
  readonly flow: Flow;
  /** The strips of the flow that stand in these columns. */
  readonly from: number;
  readonly to: number;
  /** Their height, divided by that of their strips below each other; and the line of the baseline grid that it is a multiple of. */
  readonly share: number;
  readonly lineStep: Pt | undefined;
  readonly count: number;
  /** Left edge of the whole, and the distance from column to column. */
  readonly x: Pt;
  readonly columnWidth: Pt;
  readonly gap: Pt;
  readonly direction: 'ltr' | 'rtl';
  /** The line between columns. */
  readonly rule: BorderSide;
}

/** Nothing to see: keeps a place for anchors and empty boxes. */
export interface EmptyContent {
  readonly kind: 'empty';
}

export type StripContent = LineContent | PictureContent | RuleContent | CellsContent | BandContent | ColumnsContent | EmptyContent;

/** Whether a page may end above a strip: a cost (0 is free), never, or always. */
export type BreakCost = number;
export const forbidden: BreakCost = Number.POSITIVE_INFINITY;

/** A break that the author asked for, and the side on which the next page must lie. */
export type ForcedBreak = 'any' | 'left' | 'right';

export interface Strip {
  /** Space to the strip above; vanishes at the top of a page. */
  readonly spaceBefore: Pt;
  /** Padding, borders and margins of boxes that open above the content; stays at the top of a page. */
  readonly lead: Pt;
  readonly height: Pt;
  /** The same for boxes that close below. */
  trail: Pt;
  /** Cost of a page break above this strip. */
  breakCost: BreakCost;
  readonly forcedBreak: ForcedBreak | undefined;
  /** Begins a new column; inside of text columns only. */
  readonly columnBreak?: boolean;
  /** Innermost decorated box around the strip. */
  readonly frame: Frame | undefined;
  /** Exchanged when page numbers in its text become known; what a strip says changes in no other way after it was made. */
  content: StripContent;
  /** List markers beside the strip. */
  readonly markers: readonly LineContent[];
  /** Tables that are read after the strip and seen by nobody. */
  spoken?: readonly SpokenTable[] | undefined;
  /** Notes called here, in order. */
  readonly notes: readonly Note[];
  /** The figure that begins here; it may float instead. */
  readonly figure?: StyledElement | undefined;
  /** Blocks written here that stand at the head or foot of a page. */
  floats?: readonly PageFloat[] | undefined;
  /** Notes that stand beside it, in the outer margin. */
  readonly sidenotes?: readonly Sidenote[] | undefined;
  /** Ids, running strings and outline entries that begin here. */
  readonly anchors: readonly string[];
  readonly strings: readonly RunningString[];
  readonly bookmarks: readonly BookmarkTrace[];
  readonly origin: Span | undefined;
}

export interface RunningString {
  readonly name: string;
  readonly value: string;
}

export interface BookmarkTrace {
  readonly title: string;
  readonly level: number;
}

/** A box with a background, border or padding around a stretch of strips; or a table, whose head is repeated. */
export interface Frame {
  readonly parent: Frame | undefined;
  readonly style: Style;
  readonly x: Pt;
  readonly width: Pt;
  readonly origin: Span | undefined;
  /** First and last strip inside. */
  first: number;
  last: number;
  /** From the top of the first strip's lead to the frame's upper edge. */
  openAt: Pt;
  /** From the foot of the last strip's content to the frame's lower edge. */
  closeAt: Pt;
  /** Drawn again at the top of each page that goes on with this frame. */
  readonly repeated: readonly Strip[];
  /** Says on which page it goes on, and from which it came: frames of pages only, not those in cells, notes and columns. */
  isContinued?: boolean;
}

export interface Flow {
  readonly strips: readonly Strip[];
  readonly frames: readonly Frame[];
  /** Indexes of the strips in which ids or glossary terms may stand. */
  readonly mentioning: readonly number[];
  /** In the order of their strips. */
  readonly sideways: readonly SidewaysFlow[];
  /** What prints page numbers. */
  readonly volatile: readonly VolatileStrips[];
  /** Other paragraphs of the text of pages that may do with a line less. */
  readonly shortenable: readonly ShortenableStrips[];
}

/** What stands on pages of its own after the page of a strip, turned a quarter to the left: a table too wide for a page. */
export interface SidewaysFlow {
  readonly after: number;
  readonly flow: Flow;
}

/** Strips that others can take the place of. */
export interface ReplaceableStrips {
  /** Where they are in the flow. */
  readonly first: number;
  readonly count: number;
  /** What the boxes around them, which want to stay whole, add to the cost of a break between them. */
  insideCost: BreakCost;
}

/** A paragraph that prints page numbers, or columns with such paragraphs: they can be set again when the numbers are known. */
export interface VolatileStrips extends ReplaceableStrips {
  /** Sets them with these page numbers. */
  setStrips(references: PageReferences): readonly PouredStrip[];
}

/** A paragraph whose last line is so short that the others may take it. */
export interface ShortenableStrips extends ReplaceableStrips {
  /** Sets it in a line less; undefined where that would be seen. */
  setShorter(): readonly PouredStrip[] | undefined;
}

/** What a line, or a strip of columns, gives to its strip. */
export interface PouredStrip {
  readonly content: LineContent | ColumnsContent;
  readonly height: Pt;
  readonly notes: readonly Note[];
  readonly cost: BreakCost;
}

export interface LineStrip extends PouredStrip {
  readonly content: LineContent;
}

/** The part of a flow that goes to one place. */
export interface FlowPart {
  readonly flow: Flow;
  readonly from: number;
  readonly to: number;
}

/** A flow without anything. */
export const emptyFlow: Flow = { strips: [], frames: [], mentioning: [], sideways: [], volatile: [], shortenable: [] };

/** A footnote, set to the measure of its page. */
export interface Note {
  readonly number: number;
  readonly flow: Flow;
  readonly height: Pt;
  readonly origin: Span | undefined;
}

/** A block that is moved to the head or foot of the page of its call, or of a later one. */
export interface PageFloat {
  readonly side: 'top' | 'bottom' | 'nearest';
  readonly flow: Flow;
  readonly height: Pt;
  /** Space between it and the text. */
  readonly gap: Pt;
  /** Notes called in it. */
  readonly notes: readonly Note[];
  /** Whether it may stand between the strips where it was written: never inside text columns. */
  readonly canStay: boolean;
  readonly section: FloatSection;
  readonly origin: Span | undefined;
}

/** The strips from `first` to before `end` of the section that a float never leaves. */
export interface FloatSection {
  readonly first: number;
  end: number;
}

/** A float in its place on a page; `here` is below strip `call`. */
export interface PlacedFloat {
  readonly float: PageFloat;
  readonly place: 'top' | 'here' | 'bottom';
  readonly call: number;
}

/** A note in the outer margin, set to its width. */
export interface Sidenote {
  readonly flow: Flow;
  readonly width: Pt;
  readonly height: Pt;
  readonly origin: Span | undefined;
}

/** Height of a strip with the parts of boxes that open and close on it. */
export const stripHeight = (strip: Strip): Pt => strip.lead + strip.height + strip.trail;

/** Height of a flow on one endless page. */
export function flowHeight(flow: Flow): Pt {
  const { strips } = flow;
  let height = 0;
  for (let index = 0; index < strips.length; index += 1)
    height += (index === 0 ? 0 : strips[index]!.spaceBefore) + stripHeight(strips[index]!);
  return height;
}

/** Returns the notes that are called anywhere in a row of cells. */
export const notesOfCells = (cells: readonly Cell[]): readonly Note[] =>
  cells.flatMap((cell) => cell.flow.strips.flatMap((strip) => strip.notes));
