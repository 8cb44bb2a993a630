/** Page numbers in the text: how the pages of a glossary term are written, and whether a pass printed what it then found. */

import type { PrintedWords } from './layout-context.ts';
import { type MentionReader, type PageContent, readPage } from './mentions.ts';
import { foldPages, pagesOfTerm, writeSpan } from './page-list.ts';
import type { PageReferences } from './page-references.ts';

/** A run of text is never empty. */
const nothingYet = '\u200b';

/** What the first pass believes: nothing is anywhere yet. */
export const noReferences: PageReferences = { labelOf: new Map(), pageOf: new Map(), pagesOfTerm: new Map(), pageCount: 0 };

/** Writes the pages that use a glossary term: `4, 7–9`. */
export function pageList(term: string, references: PageReferences, words: PrintedWords): string {
  const spans = foldPages(pagesOfTerm(term, references));
  return spans.length === 0 ? nothingYet : spans.map((span) => writeSpan(span, words)).join(words.label('listComma'));
}

/** Writes the same in words, as in "Used on pages 4, 7–9". */
export function pagePhrase(term: string, references: PageReferences, words: PrintedWords): string {
  const isSingle = references.pagesOfTerm.get(term)?.length === 1;
  return words.label(isSingle ? 'usedOnPage' : 'usedOnPages', { pages: pageList(term, references, words) });
}

/** Finds out what is on which page, without placing anything. A blank page is undefined. */
export function findReferences(pages: readonly (PageContent | undefined)[], words: PrintedWords): PageReferences {
  const labelOf = new Map<string, string>();
  const pageOf = new Map<string, number>();
  const pagesUsing = new Map<string, number[]>();
  for (const [page, part] of pages.entries()) {
    const label = words.number(page + 1);
    const reader: MentionReader = {
      anchor(id) {
        if (labelOf.has(id)) return;
        labelOf.set(id, label);
        pageOf.set(id, page);
      },
      term(name) {
        const known = pagesUsing.get(name);
        if (!known) pagesUsing.set(name, [page]);
        else if (known.at(-1) !== page) known.push(page);
      },
    };
    if (part) readPage(part, reader);
  }
  return { labelOf, pageOf, pagesOfTerm: pagesUsing, pageCount: pages.length };
}

/** Returns the names of references that changed between two passes; empty when the layout is stable. */
export function changedReferences(before: PageReferences, after: PageReferences): readonly string[] {
  const changed: string[] = [];
  for (const [id, label] of after.labelOf) if (before.labelOf.get(id) !== label) changed.push(id);
  for (const [term, pages] of after.pagesOfTerm) if (String(before.pagesOfTerm.get(term)) !== String(pages)) changed.push(term);
  return changed;
}
