/** Page numbers in the text: how lists of pages are written, and whether a pass printed what it then found. */
import type { LayoutContext, PageReferences } from './layout-context.ts';

/** What the first pass believes: nothing is anywhere yet. */
export const noReferences: PageReferences = { labelOf: new Map(), pagesOfTerm: new Map(), pageCount: 0 };

/** Writes the pages that use a glossary term: `4, 7–9`. Runs of three pages or more become ranges. */
export function pageList(term: string, context: LayoutContext): string {
  const pages = context.references.pagesOfTerm.get(term) ?? [];
  const pieces: string[] = [];
  for (let index = 0; index < pages.length; ) {
    let end = index;
    while (pages[end + 1] === pages[end]! + 1) end += 1;
    if (end - index >= 2) {
      pieces.push(`${context.words.number(pages[index]! + 1)}–${context.words.number(pages[end]! + 1)}`);
      index = end + 1;
    } else {
      pieces.push(context.words.number(pages[index]! + 1));
      index += 1;
    }
  }
  return pieces.join(context.words.label('listComma'));
}

/** Returns the names of references that changed between two passes; empty when the layout is stable. */
export function changedReferences(before: PageReferences, after: PageReferences): readonly string[] {
  const changed: string[] = [];
  for (const [id, label] of after.labelOf) if (before.labelOf.get(id) !== label) changed.push(id);
  for (const [term, pages] of after.pagesOfTerm) if (String(before.pagesOfTerm.get(term)) !== String(pages)) changed.push(term);
  if (before.pageCount !== after.pageCount) changed.push('page count');
  return changed;
}
