/**
 * Lays out a booklet: passes over the whole document until the page numbers that it prints are the page
 * numbers that are true. Paragraphs without page numbers are set in the first pass only.
 */
import type { Bookmark, DocumentMetadata, PagedDocument } from '../document/paged-document.ts';
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import type { StyledDocument } from '../style/style.ts';
import type { TextContext } from '../text/text-context.ts';
import type { PageReferences, ParagraphMemory, PictureLibrary, PrintedWords } from './layout-context.ts';
import { type LaidOutPages, layoutPages } from './layout-pages.ts';
import type { PlacedBookmark } from './page-sink.ts';
import { unstableReferences } from './problems.ts';
import { changedReferences, noReferences } from './references.ts';

/** Everything that layout reads. */
export interface LayoutInput {
  readonly styled: StyledDocument;
  readonly text: TextContext;
  readonly pictures: PictureLibrary;
  readonly words: PrintedWords;
  readonly metadata: DocumentMetadata;
}

/** References settle in two passes nearly always; what still swings after this many never will. */
const mostPasses = 4;

/** Returns the laid-out pages. Impossible wishes are reported and met as well as can be. */
export function layoutDocument(input: LayoutInput, report: Report): PagedDocument {
  const memory: ParagraphMemory = new WeakMap();
  const reportOnce = withoutRepeats(report);
  let references: PageReferences = noReferences;
  let laidOut: LaidOutPages;
  for (let pass = 1; ; pass += 1) {
    const found = layoutPages(input.styled, {
      text: input.text,
      pictures: input.pictures,
      words: input.words,
      references,
      memory,
      pageHeight: 0,
      counters: { nextLeaf: 0, nextNote: 1 },
      report: reportOnce,
    });
    laidOut = found;
    const changed = changedReferences(references, found.references);
    references = found.references;
    if (changed.length === 0) break;
    if (pass === mostPasses) {
      report(unstableReferences(changed, pass));
      break;
    }
  }
  return {
    pages: laidOut.pages,
    structure: { ...laidOut.structure, language: input.metadata.language },
    bookmarks: nestBookmarks(laidOut.bookmarks),
    destinations: new Map([...laidOut.destinations].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    metadata: input.metadata,
  };
}

/** Every pass finds the same problems; the author hears of each once. */
function withoutRepeats(report: Report): Report {
  const known = new Set<string>();
  return (diagnostic: Diagnostic) => {
    const key = `${diagnostic.code} ${diagnostic.span?.file.path} ${diagnostic.span?.start} ${diagnostic.message}`;
    if (known.has(key)) return;
    known.add(key);
    report(diagnostic);
  };
}

/** Puts each outline entry under the last entry of a smaller level. */
function nestBookmarks(flat: readonly PlacedBookmark[]): readonly Bookmark[] {
  interface Growing extends Bookmark {
    readonly children: Growing[];
  }
  const top: Growing[] = [];
  const open: { level: number; entry: Growing }[] = [];
  for (const { title, level, destination } of flat) {
    const entry: Growing = { title, destination, children: [] };
    while (open.length > 0 && open.at(-1)!.level >= level) open.pop();
    (open.at(-1)?.entry.children ?? top).push(entry);
    open.push({ level, entry });
  }
  return top;
}
