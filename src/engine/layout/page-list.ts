/**
 * Lists of pages, `4, 7–9`: which pages an entry names, and how they are folded.
 *
 * Three or more pages in a row become a range; two stay two, since a range says that one thing goes on (Chicago Manual
 * of Style, 16.14). A range that the author marked is one at any length. A principal page is never folded away.
 */

import type { PrintedWords } from './layout-context.ts';
import type { PageReferences } from './page-references.ts';

/** A page that a list names. */
export interface ListedPage {
  /** Index of the page. */
  readonly page: number;
  /** Goes on to the next page of the list without a gap, because the author said so. */
  readonly goesOn: boolean;
  /** Index of the place that the page is named for. */
  readonly place: number;
  readonly isPrincipal: boolean;
}

/** What is printed as one: a page, or a range. */
export interface PageSpan {
  readonly from: ListedPage;
  readonly to: ListedPage;
}

/** A place in the text, or a stretch between two. */
export interface IndexedPlace {
  readonly to: string;
  readonly through: string | undefined;
  readonly isPrincipal: boolean;
}

const fewestFolded = 3;

/** Returns the pages of some places, each once and ascending. */
export function pagesOfPlaces(places: readonly IndexedPlace[], { pageOf }: PageReferences): readonly ListedPage[] {
  const pages = new Map<number, ListedPage>();
  for (const [place, { to, through, isPrincipal }] of places.entries()) {
    const first = pageOf.get(to);
    if (first === undefined) continue;
    const last = Math.max(first, (through === undefined ? undefined : pageOf.get(through)) ?? first);
    for (let page = first; page <= last; page += 1) {
      const known = pages.get(page);
      const goesOn = page < last || known?.goesOn === true;
      if (known && (known.isPrincipal || !isPrincipal)) pages.set(page, { ...known, goesOn });
      else pages.set(page, { page, goesOn, place, isPrincipal });
    }
  }
  return [...pages.values()].sort((a, b) => a.page - b.page);
}

/** Returns the pages on which a glossary term is used. */
export const pagesOfTerm = (term: string, references: PageReferences): readonly ListedPage[] =>
  (references.pagesOfTerm.get(term) ?? []).map((page) => ({ page, goesOn: false, place: 0, isPrincipal: false }));

/** Folds pages in a row into ranges. */
export function foldPages(pages: readonly ListedPage[]): readonly PageSpan[] {
  const spans: PageSpan[] = [];
  for (let index = 0; index < pages.length; ) {
    const from = pages[index]!;
    let end = index;
    let isMarked = true;
    while (pages[end + 1]?.page === pages[end]!.page + 1 && pages[end + 1]!.isPrincipal === from.isPrincipal) {
      isMarked &&= pages[end]!.goesOn;
      end += 1;
    }
    if (end - index + 1 < fewestFolded && !(end > index && isMarked)) end = index;
    spans.push({ from, to: pages[end]! });
    index = end + 1;
  }
  return spans;
}

/** Writes a page or a range in the digits of the booklet. */
export function writeSpan({ from, to }: PageSpan, words: PrintedWords): string {
  const first = words.number(from.page + 1);
  return from.page === to.page ? first : words.label('pageRange', { from: first, to: words.number(to.page + 1) });
}
