/**
 * Turns the inline content of a block into runs for `setParagraph`, and remembers for each run what
 * its text belongs to: structure leaf, link, note, anchors.
 */
import type { Pt } from '../geometry/length.ts';
import type { Style, StyledElement, StyledNode } from '../style/style.ts';
import { type BoxRun, type InlineRun, textRun } from '../text/paragraph.ts';
import { shownText } from './block-tools.ts';
import type { Note, RunTrace } from './flow.ts';
import { formulaBoxes, growFormula } from './formula-box.ts';
import { growInline, growNote, growSpoken, leaderAtEnd } from './grow-inline.ts';
import { baselineShiftOf, isolateOf, noteCallRise, noteCallStyle } from './inline-place.ts';
import { autospaceOf, type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import { inlineSize } from './natural-size.ts';
import type { PageReferences } from './page-references.ts';
import { pageList, pagePhrase } from './references.ts';
import {
  addBreak,
  addPreformatted,
  addRun,
  addText,
  addVolatile,
  collapseSpaces,
  dropFinalBreak,
  dropSpaceBetweenCalls,
  type RunCollector,
  type Surroundings,
  trimEnd,
} from './run-collector.ts';
import { transformText } from './transform-text.ts';
import { pageListOf, type TracedRuns, type VolatileRuns } from './volatile-runs.ts';

/** Inline content ready to be set: one trace for each run. */
export interface CollectedRuns extends TracedRuns {
  /** Runs whose text depends on page numbers. */
  readonly volatileRuns: readonly VolatileRuns[];
  /** Ids in content without any run. */
  readonly anchors: readonly string[];
}

/** Lays out a footnote's body; given by block layout, which alone knows how. */
export type MakeNote = (element: StyledElement, number: number, structure: GrowingStructure) => Note;

/** What collecting needs besides the content. */
interface CollectingTools {
  readonly context: LayoutContext;
  readonly makeNote: MakeNote;
  /** Leaves `text-transform` to whoever asked for the runs. */
  readonly keepsLetters?: boolean | undefined;
}

/** A class, since each paragraph and each cell has one: V8 makes a literal that holds lists in a microsecond and more. */
class Collector implements RunCollector {
  readonly context: LayoutContext;
  readonly makeNote: MakeNote;
  readonly keepsLetters: boolean;
  readonly block: Style;
  /** Dots that end the block, with nothing after them: they are there to write on. */
  readonly lastLeader: StyledNode | undefined;
  runs: InlineRun[] = [];
  traces: RunTrace[] = [];
  endsInSpace = true;
  column = 0;
  readonly volatileRuns: VolatileRuns[] = [];
  anchors: string[] = [];

  constructor(nodes: readonly StyledNode[], block: Style, { context, makeNote, keepsLetters }: CollectingTools) {
    this.context = context;
    this.makeNote = makeNote;
    this.keepsLetters = keepsLetters === true;
    this.block = block;
    this.lastLeader = leaderAtEnd(nodes);
  }
}

/** Collects `nodes`, the inline children of a block with style `block`; structure grows under `structure`. */
export function collectRuns(
  nodes: readonly StyledNode[],
  block: Style,
  structure: GrowingStructure,
  tools: CollectingTools,
): CollectedRuns {
  const collector = new Collector(nodes, block, tools);
  const around: Surroundings = { structure, link: undefined, term: undefined, baselineShift: 0, isolate: undefined };
  for (let index = 0; index < nodes.length; index += 1) collectNode(nodes[index]!, block, around, collector);
  if (block.whiteSpace === 'pre') dropFinalBreak(collector);
  trimEnd(collector);
  const { runs, traces, volatileRuns, anchors } = collector;
  const last = traces.at(-1);
  // What is named at the very end has no run of its own to begin at.
  if (last && anchors.length > 0) traces[traces.length - 1] = { ...last, anchors: [...(last.anchors ?? []), ...anchors] };
  return { runs, traces, volatileRuns, anchors: last ? [] : anchors };
}

function collectNode(node: StyledNode, style: Style, around: Surroundings, collector: Collector): void {
  if (node.kind === 'text') {
    if (style.whiteSpace === 'pre') addPreformatted(node.text, style, node.origin, { around, collector });
    else {
      const text = collector.keepsLetters ? node.text : transformText(node.text, style);
      addWords(collapseSpaces(text, style, collector), style, node.origin, { around, collector });
    }
    return;
  }
  const id = node.attributes.get('id');
  if (id !== undefined) collector.anchors.push(id);
  const { words } = collector.context;
  const isTicked = node.attributes.has('checked');
  switch (node.name) {
    case 'br':
      addBreak(node, around, collector);
      return;
    case 'leader':
      addRun(
        { kind: 'leader', style: textStyleOf(node.style), pattern: '.' },
        node,
        { ...around, structure: growSpoken(node === collector.lastLeader ? words.label('answerSpace') : ' ', around.structure) },
        collector,
      );
      return;
    case 'page-of': {
      const id = node.attributes.get('to') ?? '';
      printsPageOf(id, node, collector);
      addPageText(node, (references) => references.labelOf.get(id) ?? collector.context.words.number(unknownPage), around, collector);
      return;
    }
    case 'pages-of': {
      if (node.children.length > 0) {
        for (const mark of node.children)
          if (mark.kind === 'element') for (const end of ['to', 'through']) printsPageOf(mark.attributes.get(end), node, collector);
        addVolatile(pageListOf(node, around.structure, collector.context, around.baselineShift), collector);
        return;
      }
      const term = node.attributes.get('term') ?? '';
      printsPageOf(term, node, collector);
      const print = node.attributes.has('phrase') ? pagePhrase : pageList;
      addPageText(node, (references) => print(term, references, collector.context.words), around, collector);
      return;
    }
    case 'img':
    case 'chart':
      addPicture(node, around, collector);
      return;
    case 'formula':
      addFormula(node, around, collector);
      return;
    case 'checkbox':
      addRun(
        plainBox(node.style.fontSize * 0.95, node.style.fontSize * 0.75, node.style.fontSize * 0.1),
        node,
        { ...around, structure: growSpoken(words.label(isTicked ? 'tickedBox' : 'emptyBox'), around.structure) },
        collector,
        { checkbox: isTicked ? 'ticked' : 'empty' },
      );
      collector.endsInSpace = false;
      return;
    case 'footnote':
      addNote(node, style, around, collector);
      return;
    default:
      collectChildren(node, around, collector);
  }
}

function collectChildren(element: StyledElement, around: Surroundings, collector: Collector): void {
  const { style } = element;
  const structure = growInline(element, around.structure, around.link !== undefined);
  const target = element.name === 'a' ? element.attributes.get('href') : undefined;
  const isolate = isolateOf(element) ?? around.isolate;
  const term = element.name === 'term' ? element.attributes.get('key') : undefined;
  const inside: Surroundings = {
    structure,
    link: target !== undefined ? { target, description: shownText(element) || target } : around.link,
    term: term ?? around.term,
    baselineShift: around.baselineShift + baselineShiftOf(style, collector.block),
    isolate,
  };
  for (let index = 0; index < element.children.length; index += 1) collectNode(element.children[index]!, style, inside, collector);
}

/** A gap to fill in is printed as a line of underscores and read as what it is. */
function addWords(text: string, style: Style, origin: StyledNode['origin'], where: { around: Surroundings; collector: Collector }): void {
  if (!text.includes('___')) {
    addText(text, style, origin, where);
    return;
  }
  const { around, collector } = where;
  for (const piece of text.split(/(_{3,})/)) {
    const spoken = piece.startsWith('___') ? collector.context.words.label('gap') : undefined;
    const structure = spoken === undefined ? around.structure : growSpoken(spoken, around.structure);
    addText(piece, style, origin, { around: { ...around, structure }, collector });
  }
}

function printsPageOf(name: string | undefined, { origin }: StyledElement, { context }: Collector): void {
  if (name !== undefined && !context.printedPlaces.has(name)) context.printedPlaces.set(name, origin);
}

/** Stands for a page number until it is known: as wide as most. */
const unknownPage = 88;

/** Adds text that will be exchanged when pages are known, as a run of its own. */
function addPageText(
  element: StyledElement,
  textFor: (references: PageReferences) => string,
  around: Surroundings,
  collector: Collector,
): void {
  const run = textRun(textFor(collector.context.references), {
    style: textStyleOf(element.style),
    baselineShift: around.baselineShift,
    hyphens: 'manual',
    autospace: autospaceOf(element.style, around.baselineShift),
  });
  const first = collector.runs.length;
  addRun(run, element, around, collector);
  const traces = collector.traces.slice(first);
  const renew: VolatileRuns['renew'] = (references) => ({ runs: [textRun(textFor(references), run)], traces });
  collector.volatileRuns.push({ first, count: 1, renew });
  collector.endsInSpace = false;
}

/** Formulas have boxes with more to say; all have the same properties. */
const plainBox = (width: Pt, ascent: Pt, descent: Pt): BoxRun => ({
  kind: 'box',
  width,
  ascent,
  descent,
  isLetter: undefined,
  spaceAfter: undefined,
  breakPenalty: undefined,
});

function addPicture(element: StyledElement, around: Surroundings, collector: Collector): void {
  const { style } = element;
  const picture = collector.context.pictures.pictureOf(element, style.fontSize * 20);
  if (!picture) return;
  const { width, height } = inlineSize(element, picture);
  const alt = element.attributes.get('alt') ?? '';
  const figure: GrowingStructure = { role: 'Figure', alt, placement: 'Inline', children: [] };
  if (alt !== '') around.structure.children.push(figure);
  addRun(
    plainBox(width, height * 0.85, height * 0.15),
    element,
    { ...around, structure: alt === '' ? around.structure : figure },
    collector,
    { picture },
  );
  collector.endsInSpace = false;
}

function addFormula(element: StyledElement, around: Surroundings, collector: Collector): void {
  const formula = collector.context.formulas.formulaOf(element, element.style.language);
  if (!formula) return;
  const inside = { ...around, structure: growFormula(element, formula, around.structure) };
  for (const { run, trace } of formulaBoxes(formula, element, collector.context, collector.block.direction === 'rtl')) {
    addRun(run, element, inside, collector, { formula: trace, baselineShift: around.baselineShift });
  }
  collector.endsInSpace = false;
}

/**
 * The call is a raised number in the face and color of the text around; a comma keeps it apart from one before it. The note's body
 * follows it in the reading order, and stands at the page foot.
 */
function addNote(element: StyledElement, text: Style, around: Surroundings, collector: Collector): void {
  const { context } = collector;
  dropSpaceBetweenCalls(collector, around.structure);
  const isAnother = collector.traces.at(-1)?.note !== undefined;
  const number = context.counters.nextNote++;
  const structures = growNote(element, number, around.structure);
  trimEnd(collector);
  const note = collector.makeNote(element, number, structures.note);
  const style = noteCallStyle(element.style, text);
  addRun(
    textRun(`${isAnother ? context.words.label('listComma').trim() : ''}${context.words.number(number)}`, {
      style: textStyleOf(style),
      baselineShift: around.baselineShift + noteCallRise(collector.block),
      hyphens: 'manual',
    }),
    { style, origin: element.origin },
    {
      structure: structures.link,
      baselineShift: 0,
      link: { target: `#note-${number}`, description: context.words.label('footnoteNumber', { number: context.words.number(number) }) },
    },
    collector,
    { note },
  );
  collector.endsInSpace = false;
}
