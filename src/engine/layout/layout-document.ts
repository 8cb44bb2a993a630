/**
 * Lays out a booklet: makes its flows, cuts them into pages, and pours the page numbers that come out into the
 * paragraphs that print them, until what is printed is true. Only then are pages placed, once.
 */
import type { Bookmark, DocumentMetadata, PagedDocument } from '../document/paged-document.ts';
import type { Pt } from '../geometry/length.ts';
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import type { StyledDocument } from '../style/style.ts';
import type { TextContext } from '../text/text-context.ts';
import { rememberCuts } from './earlier-cuts.ts';
import { countGaps, figuresAfterGaps } from './float-figures.ts';
import type { Flow } from './flow.ts';
import type { KeptCuts } from './keep-cuts.ts';
import type { FormulaLibrary, GrowingStructure, LayoutContext, PictureLibrary, PrintedWords } from './layout-context.ts';
import { type CutPage, cutPages, makeSequences, type PageSequence, placePages } from './layout-pages.ts';
import { levelTags } from './level-tags.ts';
import type { PageReferences } from './page-references.ts';
import type { PlacedBookmark } from './page-sink.ts';
import { pourIntoNested, pourReferences } from './pour-references.ts';
import { unstableReferences } from './problems.ts';
import { changedReferences, findReferences, noReferences } from './references.ts';
import { savePages } from './save-pages.ts';

/** Everything that layout reads. */
export interface LayoutInput {
  readonly styled: StyledDocument;
  readonly text: TextContext;
  readonly pictures: PictureLibrary;
  readonly formulas: FormulaLibrary;
  readonly words: PrintedWords;
  readonly metadata: DocumentMetadata;
  /** Text that must shrink to fit its place is never made smaller than this. */
  readonly leastTextSize: Pt;
  /** Page breaks that the last build kept. */
  readonly cuts?: KeptCuts | undefined;
}

/** References settle in one or two passes nearly always; what still swings after this many never will. */
const mostPasses = 4;

/** Returns the laid-out pages. Impossible wishes are reported and met as well as can be. */
export function layoutDocument(input: LayoutInput, report: Report): PagedDocument {
  const { styled, words } = input;
  const context: LayoutContext = {
    text: input.text,
    pictures: input.pictures,
    formulas: input.formulas,
    words,
    references: noReferences,
    missingFonts: new Set(),
    floatingFigures: new Set(),
    nestedFlows: [],
    cuts: rememberCuts(input.cuts),
    printedPlaces: new Map(),
    pageHeight: 0,
    lineStep: styled.root.style.lineSnap === 'baseline' ? styled.root.style.lineHeight : undefined,
    leastTextSize: input.leastTextSize,
    counters: { nextLeaf: 0, nextNote: 1, nextHead: 1 },
    report: withoutRepeats(report),
  };
  let { made, cut } = fillPages(makeFlows(styled, context), styled, context);
  let references = noReferences;
  for (let pass = 1; printsPageNumbers(made); pass += 1) {
    const found = findReferences(
      cut.map((page) => page.part),
      words,
    );
    const changed = changedReferences(references, found).filter((name) => context.printedPlaces.has(name));
    const [first] = changed;
    if (first === undefined) break;
    if (pass > mostPasses) {
      report(unstableReferences(changed, mostPasses, context.printedPlaces.get(first)));
      break;
    }
    references = found;
    const poured = pour(made, references, { styled, context });
    // Flows whose lines keep their heights are cut as they were, unless they were copied onto a grid of lines.
    const isSame = context.lineStep === undefined && poured.sequences.every(({ flow }, index) => flow === made.sequences[index]!.flow);
    made = poured;
    if (!isSame) ({ made, cut } = fillPages(made, styled, { ...context, references }));
  }
  const placed = placePages(cut, styled, context);
  return {
    pages: placed.pages,
    structure: levelTags({ ...made.structure, language: input.metadata.language }),
    bookmarks: nestBookmarks(placed.bookmarks),
    destinations: new Map([...placed.destinations].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))),
    metadata: input.metadata,
  };
}

/** The flows of a booklet, those inside them that print page numbers, and how they read. */
interface MadeFlows {
  readonly sequences: readonly PageSequence[];
  readonly nested: readonly Flow[];
  readonly structure: GrowingStructure;
}

const printsPageNumbers = ({ sequences, nested }: MadeFlows): boolean =>
  nested.length > 0 || sequences.some(({ flow }) => flow.volatile.length > 0);

function makeFlows(styled: StyledDocument, context: LayoutContext): MadeFlows {
  const structure: GrowingStructure = { role: 'Document', children: [] };
  const nestedFlows: Flow[] = [];
  const sequences = makeSequences(styled, structure, { ...context, nestedFlows, counters: { nextLeaf: 0, nextNote: 1, nextHead: 1 } });
  return { sequences, nested: nestedFlows, structure };
}

/** More figures at once than float here are rare, and each turn lays out the booklet again. */
const mostFillings = 3;

/** Cuts flows into pages, made anew with floating figures where that leaves fewer pages too empty, and with shorter paragraphs where that saves a page. */
function fillPages(first: MadeFlows, styled: StyledDocument, context: LayoutContext): { made: MadeFlows; cut: readonly CutPage[] } {
  let made = first;
  let cut = cutPages(made.sequences, styled, context);
  for (let turn = 0; turn < mostFillings; turn += 1) {
    const figures = figuresAfterGaps(cut);
    if (figures.length === 0) break;
    for (const figure of figures) context.floatingFigures.add(figure);
    const filled = makeFlows(styled, context);
    const filledCut = cutPages(filled.sequences, styled, context);
    if (countGaps(filledCut) >= countGaps(cut)) {
      for (const figure of figures) context.floatingFigures.delete(figure);
      break;
    }
    made = filled;
    cut = filledCut;
  }
  const sequences = styled.root.style.looseness === 'auto' ? savePages(made.sequences, cut, context) : made.sequences;
  return sequences === made.sequences ? { made, cut } : { made: { ...made, sequences }, cut: cutPages(sequences, styled, context) };
}

/** Prints these page numbers. Where that changes the height of a table row or a note, the flows are made anew. */
function pour(
  made: MadeFlows,
  references: PageReferences,
  { styled, context }: { styled: StyledDocument; context: LayoutContext },
): MadeFlows {
  if (!pourIntoNested(made.nested, references)) return makeFlows(styled, { ...context, references });
  return { ...made, sequences: made.sequences.map(({ name, flow }) => ({ name, flow: pourReferences(flow, references) })) };
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
