/** Page numbers in the text: how lists of pages are written, and whether a pass printed what it then found. */

import { partsOfBands } from './bands.ts';
import type { Flow, FlowPart, PageReferences, PlacedFloat } from './flow.ts';
import type { PrintedWords } from './layout-context.ts';

/** A run of text is never empty. */
const nothingYet = '\u200b';

/** What the first pass believes: nothing is anywhere yet. */
export const noReferences: PageReferences = { labelOf: new Map(), pagesOfTerm: new Map(), pageCount: 0 };

/** Writes the pages that use a glossary term: `4, 7–9`. Runs of three pages or more become ranges. */
export function pageList(term: string, references: PageReferences, words: PrintedWords): string {
  const pages = references.pagesOfTerm.get(term) ?? [];
  const pieces: string[] = [];
  for (let index = 0; index < pages.length; ) {
    let end = index;
    while (pages[end + 1] === pages[end]! + 1) end += 1;
    if (end - index >= 2) {
      pieces.push(`${words.number(pages[index]! + 1)}–${words.number(pages[end]! + 1)}`);
      index = end + 1;
    } else {
      pieces.push(words.number(pages[index]! + 1));
      index += 1;
    }
  }
  return pieces.length === 0 ? nothingYet : pieces.join(words.label('listComma'));
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
  const pagesOfTerm = new Map<string, number[]>();
  for (const [page, part] of pages.entries()) {
    const label = words.number(page + 1);
    for (const mention of part ? mentionsOn(part) : []) {
      if (mention.anchor !== undefined && !labelOf.has(mention.anchor)) labelOf.set(mention.anchor, label);
      if (mention.term === undefined) continue;
      const known = pagesOfTerm.get(mention.term);
      if (!known) pagesOfTerm.set(mention.term, [page]);
      else if (known.at(-1) !== page) known.push(page);
    }
  }
  return { labelOf, pagesOfTerm, pageCount: pages.length };
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
    const { content, anchors } = flow.strips[index]!;
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
  }
}

const wholeOf = (flow: Flow): FlowPart => ({ flow, from: 0, to: flow.strips.length });

/** Returns the names of references that changed between two passes; empty when the layout is stable. */
export function changedReferences(before: PageReferences, after: PageReferences): readonly string[] {
  const changed: string[] = [];
  for (const [id, label] of after.labelOf) if (before.labelOf.get(id) !== label) changed.push(id);
  for (const [term, pages] of after.pagesOfTerm) if (String(before.pagesOfTerm.get(term)) !== String(pages)) changed.push(term);
  if (before.pageCount !== after.pageCount) changed.push('page count');
  return changed;
}
