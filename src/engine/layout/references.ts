/** Page numbers in the text: how the pages of a glossary term are written, and whether a pass printed what it then found. */

import { partsOfBands } from './bands.ts';
import type { Flow, FlowPart, PageReferences, PlacedFloat } from './flow.ts';
import type { PrintedWords } from './layout-context.ts';
import { foldPages, pagesOfTerm, writeSpan } from './page-list.ts';

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

/** What stands on a page: a part of its text, and parts of notes. */
export interface PageContent extends FlowPart {
  readonly notes: readonly FlowPart[];
  readonly floats: readonly PlacedFloat[];
}

/** Finds out what is on which page, without placing anything. A blank page is undefined. */
export function findReferences(pages: readonly (PageContent | undefined)[], words: PrintedWords): PageReferences {
  const labelOf = new Map<string, string>();
  const pageOf = new Map<string, number>();
  const pagesUsing = new Map<string, number[]>();
  for (const [page, part] of pages.entries()) {
    const label = words.number(page + 1);
    for (const mention of part ? mentionsOn(part) : []) {
      if (mention.anchor !== undefined && !labelOf.has(mention.anchor)) {
        labelOf.set(mention.anchor, label);
        pageOf.set(mention.anchor, page);
      }
      if (mention.term === undefined) continue;
      const known = pagesUsing.get(mention.term);
      if (!known) pagesUsing.set(mention.term, [page]);
      else if (known.at(-1) !== page) known.push(page);
    }
  }
  return { labelOf, pageOf, pagesOfTerm: pagesUsing, pageCount: pages.length };
}

interface Mention {
  readonly anchor?: string;
  readonly term?: string;
}

function* mentionsOn(page: PageContent): Generator<Mention> {
  yield* mentionsIn(page);
  for (const { float } of page.floats) yield* mentionsIn(wholeOf(float.flow));
  for (const note of page.notes) yield* mentionsIn(note);
}

function* mentionsIn({ flow, from, to }: FlowPart): Generator<Mention> {
  for (let index = from; index < to; index += 1) {
    const { content, anchors, sidenotes } = flow.strips[index]!;
    for (const anchor of anchors) yield { anchor };
    if (content.kind === 'line') {
      for (const run of content.line.runs) {
        const { anchors: inside, term } = content.traces[run]!;
        for (const anchor of inside ?? []) yield { anchor };
        if (term !== undefined) yield { term };
      }
    } else if (content.kind === 'cells') for (const cell of content.cells) yield* mentionsIn(wholeOf(cell.flow));
    else if (content.kind === 'band')
      for (const part of partsOfBands(content.block, content.index, content.index + 1)) yield* mentionsIn(part);
    else if (content.kind === 'columns') yield* mentionsIn({ flow: content.columns.flow, from: content.index, to: content.index + 1 });
    for (const note of sidenotes ?? []) yield* mentionsIn(wholeOf(note.flow));
  }
}

const wholeOf = (flow: Flow): FlowPart => ({ flow, from: 0, to: flow.strips.length });

/** Returns the names of references that changed between two passes; empty when the layout is stable. */
export function changedReferences(before: PageReferences, after: PageReferences): readonly string[] {
  const changed: string[] = [];
  for (const [id, label] of after.labelOf) if (before.labelOf.get(id) !== label) changed.push(id);
  for (const [term, pages] of after.pagesOfTerm) if (String(before.pagesOfTerm.get(term)) !== String(pages)) changed.push(term);
  return changed;
}
