/** The web page while it is being written, and the small parts that everything in it is made of. */
import { formatNumber } from '../content/format-labels.ts';
import type { MarkupElement } from '../markup/element.ts';
import { idsOf } from './read-element.ts';
import type { Twin } from './twin.ts';

/** A footnote that has been called and still has to be written. */
export interface PendingNote {
  readonly number: number;
  readonly element: MarkupElement;
}

/** The page while it is being written. */
export interface HtmlPage {
  readonly twin: Twin;
  readonly parts: string[];
  /** Ids of the booklet and those made here. */
  readonly ids: Set<string>;
  readonly levels: ReadonlyMap<MarkupElement, number>;
  readonly notes: PendingNote[];
  noteCount: number;
  chartCount: number;
  /** What the charts of the open figure say in words. */
  readonly chartWords: string[];
  /** Where the table of contents is, once it is written. */
  contentsId: string | undefined;
}

/** Where a node stands in the page. */
export interface HtmlPlace {
  /** Where only text and inline elements may be. */
  readonly isInline: boolean;
  readonly isInLink: boolean;
  /** Where spaces and line ends are kept. */
  readonly isVerbatim: boolean;
  readonly isInHead: boolean;
  readonly isInSection: boolean;
  readonly isInFigure: boolean;
}

/** Begins a page. */
export function openPage(twin: Twin, levels: ReadonlyMap<MarkupElement, number>): HtmlPage {
  return { twin, parts: [], ids: idsOf(twin.root), levels, notes: [], noteCount: 0, chartCount: 0, chartWords: [], contentsId: undefined };
}

/** Returns an id that nothing else in the page has. */
export function claimId(wanted: string, { ids }: HtmlPage): string {
  let id = wanted;
  for (let count = 2; ids.has(id); count++) id = `${wanted}-${count}`;
  ids.add(id);
  return id;
}

/** Ids of a note and of its call; the same number always gives the same two. */
export const noteIds = (number: number): { readonly note: string; readonly call: string } => ({
  note: `octavo-note-${number}`,
  call: `octavo-call-${number}`,
});

/** Writes a number as the booklet's language does. */
export const localNumber = (number: number, { labels }: Twin): string => formatNumber(number, labels);

/** Escapes a text for both places: between tags and in a double-quoted attribute. */
export function escapeHtml(text: string): string {
  return /[&<>"]/.test(text) ? text.replace(/[&<>"]/g, (character) => entities[character]!) : text;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
