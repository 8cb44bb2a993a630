/** The reading order: a tree of PDF structure elements whose leaves are numbered pieces of page content. */
import type { Span } from '../source/source-file.ts';

/** Standard structure types of PDF 1.7 (ISO 32000-1, 14.8.4) that we write. */
export type PdfRole =
  | 'Document'
  | 'Part'
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'NonStruct'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'Reference'
  | 'BibEntry'
  | 'Code'
  | 'Link'
  | 'Figure'
  | 'Formula'
  | 'Form'
  | 'Art'
  | 'Aside'
  | 'Em'
  | 'Strong';

/** A piece of content in reading order. Every page item names one, or is an artifact. */
export type LeafId = number;

export interface StructureElement {
  readonly role: PdfRole;
  readonly children: readonly (StructureElement | LeafId)[];
  /** Alternate text: required for figures. */
  readonly alt?: string;
  /** What is read instead of the content (PDF ActualText). */
  readonly actualText?: string;
  /** What an abbreviation stands for (PDF E). */
  readonly expansion?: string;
  /** BCP 47, only where it differs from the parent's. */
  readonly language?: string;
  /** Stable id, for notes and header cells. */
  readonly id?: string;
  readonly scope?: 'Row' | 'Column' | 'Both';
  readonly columnSpan?: number;
  readonly rowSpan?: number;
  /** Ids of the header cells of a data cell, where scope does not tell. */
  readonly headers?: readonly string[];
  /** For figures and formulas in a line of text; others are blocks (PDF Placement). */
  readonly placement?: 'Inline';
  /** For lists: Decimal, Disc, LowerAlpha, None … (PDF ListNumbering). */
  readonly listNumbering?: string;
  /** For links: index of the annotation in `PagedDocument.links` order is found through `LinkItem.leaf`. */
  readonly origin?: Span;
}
