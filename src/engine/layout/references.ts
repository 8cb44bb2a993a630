/** Page numbers in the text: how the pages of a glossary term are written, and whether a pass printed what it then found. */

import { partsOfBands } from './bands.ts';
import type { Flow, FlowPart, PlacedFloat } from './flow.ts';
import type { PrintedWords } from './layout-context.ts';
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

/** Is told of each id that begins on a page, and of each glossary term that is used there. */
interface MentionReader {
  anchor(id: string): void;
  term(name: string): void;
}

function readPage(page: PageContent, reader: MentionReader): void {
  readPart(page, reader);
  for (const { float } of page.floats) readPart(wholeOf(float.flow), reader);
  for (const note of page.notes) readPart(note, reader);
}

function readPart({ flow, from, to }: FlowPart, reader: MentionReader): void {
  for (let index = from; index < to; index += 1) {
    const { content, anchors, sidenotes } = flow.strips[index]!;
    for (const anchor of anchors) reader.anchor(anchor);
    if (content.kind === 'line') {
      const { line, traces } = content;
      for (let run = line.firstRun; run <= line.lastRun; run += 1) {
        const { anchors: inside, term } = traces[run]!;
        if (inside) for (const anchor of inside) reader.anchor(anchor);
        if (term !== undefined) reader.term(term);
      }
    } else if (content.kind === 'cells') for (const cell of content.cells) readPart(wholeOf(cell.flow), reader);
    else if (content.kind === 'band')
      for (const part of partsOfBands(content.block, content.index, content.index + 1)) readPart(part, reader);
    else if (content.kind === 'columns') readPart({ flow: content.columns.flow, from: content.index, to: content.index + 1 }, reader);
    if (sidenotes) for (const note of sidenotes) readPart(wholeOf(note.flow), reader);
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
