/**
 * Turns the inline content of a block into runs for `setParagraph`, and remembers for each run what
 * its text belongs to: structure leaf, link, note, anchors. White space collapses here.
 */
import type { Style, StyledElement, StyledNode } from '../style/style.ts';
import type { InlineRun } from '../text/paragraph.ts';
import { shownText } from './block-tools.ts';
import type { LinkTrace, Note, PageReferences, RunTrace } from './flow.ts';
import { growInline, growNote, growSpoken, lastLeaf, leaderAtEnd, leafIn } from './grow-inline.ts';
import { baselineShiftOf, isolateOf, noteCallRise } from './inline-place.ts';
import { type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import { inlineSize } from './natural-size.ts';
import { pageList, pagePhrase } from './references.ts';
import { preformattedLines, transformText } from './transform-text.ts';
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

interface Collector {
  readonly context: LayoutContext;
  readonly makeNote: MakeNote;
  readonly block: Style;
  /** Dots that end the block, with nothing after them: they are there to write on. */
  readonly lastLeader: StyledNode | undefined;
  readonly runs: InlineRun[];
  readonly traces: RunTrace[];
  /** Whether the text so far ends in white space, so that more of it would vanish. */
  endsInSpace: boolean;
  readonly volatileRuns: VolatileRuns[];
  anchors: string[];
}

/** What surrounds a piece of inline content. */
interface Surroundings {
  readonly structure: GrowingStructure;
  readonly link?: LinkTrace;
  readonly term?: string;
  readonly baselineShift: number;
  /** The `dir` of the nearest inline element: its text is ordered by itself. */
  readonly isolate?: 'ltr' | 'rtl' | 'auto';
}

/** Collects `nodes`, the inline children of a block with style `block`; structure grows under `structure`. */
export function collectRuns(
  nodes: readonly StyledNode[],
  block: Style,
  structure: GrowingStructure,
  tools: { context: LayoutContext; makeNote: MakeNote },
): CollectedRuns {
  const collector: Collector = {
    ...tools,
    block,
    lastLeader: leaderAtEnd(nodes),
    runs: [],
    traces: [],
    endsInSpace: true,
    volatileRuns: [],
    anchors: [],
  };
  for (const node of nodes) collectNode(node, block, { structure, baselineShift: 0 }, collector);
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
    else addWords(collapse(transformText(node.text, style), style, collector), style, node.origin, { around, collector });
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
      push(
        { kind: 'leader', style: textStyleOf(node.style), pattern: '.' },
        node,
        { ...around, structure: growSpoken(node === collector.lastLeader ? words.label('answerSpace') : ' ', around.structure) },
        collector,
      );
      return;
    case 'page-of': {
      const id = node.attributes.get('to') ?? '';
      addPageText(node, (references) => references.labelOf.get(id) ?? collector.context.words.number(unknownPage), around, collector);
      return;
    }
    case 'pages-of': {
      if (node.children.length > 0) {
        addVolatile(pageListOf(node, around.structure, collector.context, around.baselineShift), collector);
        return;
      }
      const term = node.attributes.get('term') ?? '';
      const print = node.attributes.has('phrase') ? pagePhrase : pageList;
      addPageText(node, (references) => print(term, references, collector.context.words), around, collector);
      return;
    }
    case 'img':
    case 'chart':
      addPicture(node, around, collector);
      return;
    case 'checkbox':
      push(
        { kind: 'box', width: node.style.fontSize * 0.95, ascent: node.style.fontSize * 0.75, descent: node.style.fontSize * 0.1 },
        node,
        { ...around, structure: growSpoken(words.label(isTicked ? 'tickedBox' : 'emptyBox'), around.structure) },
        collector,
        { checkbox: isTicked ? 'ticked' : 'empty' },
      );
      collector.endsInSpace = false;
      return;
    case 'footnote':
      addNote(node, around, collector);
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
    baselineShift: around.baselineShift + baselineShiftOf(style, collector.block),
    ...(target !== undefined ? { link: { target, description: shownText(element) || target } } : around.link && { link: around.link }),
    ...(isolate !== undefined && { isolate }),
    ...(term !== undefined ? { term } : around.term !== undefined && { term: around.term }),
  };
  for (const child of element.children) collectNode(child, style, inside, collector);
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

function addText(text: string, style: Style, origin: StyledNode['origin'], where: { around: Surroundings; collector: Collector }): void {
  const { around, collector } = where;
  if (text === '') return;
  const last = collector.traces.at(-1);
  const lastRun = collector.runs.at(-1);
  // Neighbouring text of one kind is one run: citations and marks would otherwise cut words into pieces.
  if (
    last &&
    lastRun?.kind === 'text' &&
    last.style === style &&
    last.link === around.link &&
    last.term === around.term &&
    last.leaf === lastLeaf(around.structure) &&
    !collector.anchors.length &&
    !endsInVolatile(collector) &&
    last.note === undefined &&
    lastRun.isolate === around.isolate
  ) {
    collector.runs[collector.runs.length - 1] = { ...lastRun, text: lastRun.text + text };
    return;
  }
  push(
    {
      kind: 'text',
      text,
      style: textStyleOf(style),
      baselineShift: around.baselineShift,
      hyphenates: style.hyphens !== 'none',
      ...(around.isolate !== undefined && { isolate: around.isolate }),
    },
    { style, origin },
    around,
    collector,
  );
}

function endsInVolatile({ volatileRuns, runs }: Collector): boolean {
  const last = volatileRuns.at(-1);
  return last !== undefined && last.first + last.count === runs.length;
}

/** A forced line end, after a space that nobody sees: without it, the words on both sides would be read as one. */
function addBreak(
  source: { readonly style: Style; readonly origin?: StyledNode['origin'] },
  around: Surroundings,
  collector: Collector,
): void {
  if (!collector.endsInSpace) addText(' ', source.style, source.origin, { around, collector });
  push({ kind: 'break' }, source, around, collector);
  collector.endsInSpace = true;
}

/** Keeps every space and line of preformatted text. */
function addPreformatted(
  text: string,
  style: Style,
  origin: StyledNode['origin'],
  where: { around: Surroundings; collector: Collector },
): void {
  for (const [index, line] of preformattedLines(text).entries()) {
    if (index > 0) addBreak({ style, origin }, where.around, where.collector);
    addText(line, style, origin, where);
    if (line !== '') where.collector.endsInSpace = false;
  }
  where.collector.endsInSpace = false;
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
  const style = textStyleOf(element.style);
  const run = {
    kind: 'text',
    text: textFor(collector.context.references),
    style,
    baselineShift: around.baselineShift,
    hyphenates: false,
  } as const;
  const first = collector.runs.length;
  push(run, element, around, collector);
  const traces = collector.traces.slice(first);
  const renew: VolatileRuns['renew'] = (references) => ({ runs: [{ ...run, text: textFor(references) }], traces });
  collector.volatileRuns.push({ first, count: 1, renew });
  collector.endsInSpace = false;
}

/** Adds runs that will be made anew when pages are known. */
function addVolatile(renew: VolatileRuns['renew'], collector: Collector): void {
  const first = collector.runs.length;
  const { runs, traces } = renew(collector.context.references);
  collector.runs.push(...runs);
  collector.traces.push(...traces);
  collector.volatileRuns.push({ first, count: runs.length, renew });
  collector.endsInSpace = false;
}

function addPicture(element: StyledElement, around: Surroundings, collector: Collector): void {
  const { style } = element;
  const picture = collector.context.pictures.pictureOf(element, style.fontSize * 20);
  if (!picture) return;
  const { width, height } = inlineSize(element, picture);
  const alt = element.attributes.get('alt') ?? '';
  const figure: GrowingStructure = { role: 'Figure', alt, children: [] };
  if (alt !== '') around.structure.children.push(figure);
  push(
    { kind: 'box', width, ascent: height * 0.85, descent: height * 0.15 },
    element,
    { ...around, structure: alt === '' ? around.structure : figure },
    collector,
    { picture },
  );
  collector.endsInSpace = false;
}

/** The call is a raised number; the note's body follows it in the reading order, and stands at the page foot. */
function addNote(element: StyledElement, around: Surroundings, collector: Collector): void {
  const { context } = collector;
  const number = context.counters.nextNote++;
  const structures = growNote(element, number, around.structure);
  trimEnd(collector);
  const note = collector.makeNote(element, number, structures.note);
  const { style } = element;
  push(
    {
      kind: 'text',
      text: context.words.number(number),
      style: textStyleOf(style),
      baselineShift: around.baselineShift + noteCallRise(collector.block),
      hyphenates: false,
    },
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

function push(
  run: InlineRun,
  source: { readonly style: Style; readonly origin?: StyledNode['origin'] },
  around: Surroundings,
  collector: Collector,
  extra?: Partial<RunTrace>,
): void {
  collector.runs.push(run);
  collector.traces.push({
    style: source.style,
    leaf: leafIn(around.structure, collector.context),
    origin: source.origin,
    ...(around.link && { link: around.link }),
    ...(around.term !== undefined && { term: around.term }),
    ...(run.kind === 'text' && run.baselineShift !== 0 && { baselineShift: run.baselineShift }),
    ...(collector.anchors.length > 0 && { anchors: collector.anchors }),
    ...extra,
  });
  if (collector.anchors.length > 0) collector.anchors = [];
}

function collapse(text: string, style: Style, collector: Collector): string {
  let collapsed = text.replace(/[ \t\r\n\f]+/g, ' ');
  if (collector.endsInSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1);
  if (collapsed !== '') collector.endsInSpace = collapsed.endsWith(' ');
  return style.whiteSpace === 'nowrap' ? collapsed.replaceAll(' ', '\u00a0') : collapsed;
}

/** Takes off a space before a note call, a forced break or the end of the block. */
function trimEnd(collector: Collector): void {
  const run = collector.runs.at(-1);
  if (run?.kind === 'text' && run.text.endsWith(' ') && collector.traces.at(-1)!.style.whiteSpace !== 'pre') {
    collector.runs[collector.runs.length - 1] = { ...run, text: run.text.slice(0, -1) };
  }
}
