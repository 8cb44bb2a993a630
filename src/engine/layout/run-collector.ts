/** The runs of a block while they are gathered: text joins what it belongs to, white space collapses, and each run has its trace. */
import type { Style, StyledNode } from '../style/style.ts';
import { type BreakRules, type InlineRun, textRun } from '../text/paragraph.ts';
import type { RunTrace } from './flow.ts';
import { lastLeaf, leafIn } from './grow-inline.ts';
import { autospaceOf, type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import { plainTrace } from './plain-trace.ts';
import type { LinkTrace } from './run-trace.ts';
import { keepSpaces } from './transform-text.ts';
import type { VolatileRuns } from './volatile-runs.ts';

/** The runs of a block so far. It grows while the block is walked through. */
export interface RunCollector {
  readonly context: LayoutContext;
  runs: InlineRun[];
  traces: RunTrace[];
  /** Whether the text so far ends in white space, so that more of it would vanish. */
  endsInSpace: boolean;
  /** Characters of preformatted text in the line so far, from which tabs are counted. */
  column: number;
  /** Runs whose text depends on page numbers. */
  readonly volatileRuns: VolatileRuns[];
  /** Ids for the next run. */
  anchors: string[];
}

/** What surrounds a piece of inline content. */
export interface Surroundings {
  readonly structure: GrowingStructure;
  readonly link?: LinkTrace | undefined;
  readonly term?: string | undefined;
  readonly baselineShift: number;
  /** The `dir` of the nearest inline element: its text is ordered by itself. */
  readonly isolate?: 'ltr' | 'rtl' | 'auto' | undefined;
}

/** Adds text as it is. */
export function addText(
  text: string,
  style: Style,
  origin: StyledNode['origin'],
  where: { around: Surroundings; collector: RunCollector },
): void {
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
    collector.runs[collector.runs.length - 1] = textRun(lastRun.text + text, lastRun);
    return;
  }
  addRun(
    textRun(text, {
      style: textStyleOf(style),
      baselineShift: around.baselineShift,
      hyphens: style.hyphens === 'auto' && style.whiteSpace === 'nowrap' ? 'manual' : style.hyphens,
      keepsSpaces: style.whiteSpace === 'pre',
      isolate: around.isolate,
      breakRules: breakRulesOf(style),
      autospace: autospaceOf(style, around.baselineShift),
    }),
    { style, origin },
    around,
    collector,
  );
}

/** Text that keeps its lines breaks nowhere by itself. */
function breakRulesOf({ whiteSpace, wordBreak, lineBreak }: Style): BreakRules | undefined {
  if (whiteSpace === 'nowrap') return { wordBreak: 'normal', lineBreak: 'auto', staysOnLine: true };
  // `auto` is strict.
  const isUsual = wordBreak === 'normal' && (lineBreak === 'auto' || lineBreak === 'strict');
  return isUsual || whiteSpace !== 'normal' ? undefined : { wordBreak, lineBreak };
}

function endsInVolatile({ volatileRuns, runs }: RunCollector): boolean {
  const last = volatileRuns.at(-1);
  return last !== undefined && last.first + last.count === runs.length;
}

/** A forced line end, after a space that nobody sees: without it, the words on both sides would be read as one. */
export function addBreak(
  source: { readonly style: Style; readonly origin?: StyledNode['origin'] },
  around: Surroundings,
  collector: RunCollector,
): void {
  if (!collector.endsInSpace) addText(' ', source.style, source.origin, { around, collector });
  addRun({ kind: 'break' }, source, around, collector);
  collector.endsInSpace = true;
}

/** Keeps every space and line of preformatted text. */
export function addPreformatted(
  text: string,
  style: Style,
  origin: StyledNode['origin'],
  where: { around: Surroundings; collector: RunCollector },
): void {
  const { collector } = where;
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (index > 0) {
      addBreak({ style, origin }, where.around, collector);
      collector.column = 0;
    }
    const kept = keepSpaces(line, collector.column);
    collector.column += kept.length;
    addText(kept, style, origin, where);
    if (kept !== '') collector.endsInSpace = false;
  }
  collector.endsInSpace = false;
}

/** A line end at the very end of preformatted text makes no empty line. */
export function dropFinalBreak({ runs, traces }: RunCollector): void {
  if (runs.at(-1)?.kind !== 'break') return;
  runs.pop();
  traces.pop();
}

/** Adds runs that will be made anew when pages are known. */
export function addVolatile(renew: VolatileRuns['renew'], collector: RunCollector): void {
  const first = collector.runs.length;
  const { runs, traces } = renew(collector.context.references);
  collector.runs.push(...runs);
  collector.traces.push(...traces);
  collector.volatileRuns.push({ first, count: runs.length, renew });
  collector.endsInSpace = false;
}

/** What few runs remember. */
type ExtraTrace = Partial<Pick<RunTrace, 'note' | 'picture' | 'checkbox' | 'formula' | 'baselineShift'>>;

/** Adds a run and what it remembers: its leaf, its link, the ids that wait for it, and `extra`. */
export function addRun(
  run: InlineRun,
  source: { readonly style: Style; readonly origin?: StyledNode['origin'] },
  around: Surroundings,
  collector: RunCollector,
  extra?: ExtraTrace,
): void {
  const trace = plainTrace(source.style, leafIn(around.structure, collector.context), source.origin);
  trace.link = around.link;
  trace.term = around.term;
  trace.baselineShift = run.kind === 'text' ? run.baselineShift || undefined : extra?.baselineShift;
  if (collector.anchors.length > 0) trace.anchors = collector.anchors;
  if (extra) {
    trace.note = extra.note;
    trace.picture = extra.picture;
    trace.checkbox = extra.checkbox;
    trace.formula = extra.formula;
  }
  // Most paragraphs are one run; an array that grows would take room for many.
  if (collector.runs.length === 0) {
    collector.runs = [run];
    collector.traces = [trace];
  } else {
    collector.runs.push(run);
    collector.traces.push(trace);
  }
  if (collector.anchors.length > 0) collector.anchors = [];
}

/** White space that is not one space by itself. */
const otherThanSpaces = /[\t\r\n\f]| {2}/;

/** Collapses white space, also with that of the text before. */
export function collapseSpaces(text: string, style: Style, collector: RunCollector): string {
  let collapsed = otherThanSpaces.test(text) ? text.replace(/[ \t\r\n\f]+/g, ' ') : text;
  if (collector.endsInSpace && collapsed.startsWith(' ')) collapsed = collapsed.slice(1);
  if (collapsed !== '') collector.endsInSpace = collapsed.endsWith(' ');
  return style.whiteSpace === 'nowrap' ? collapsed.replaceAll(' ', '\u00a0') : collapsed;
}

/** Takes off a space before a note call, a forced break or the end of the block. */
export function trimEnd(collector: RunCollector): void {
  const run = collector.runs.at(-1);
  if (run?.kind === 'text' && run.text.endsWith(' ') && collector.traces.at(-1)!.style.whiteSpace !== 'pre') {
    collector.runs[collector.runs.length - 1] = textRun(run.text.slice(0, -1), run);
  }
}

/** Takes out a space between two calls of notes, with its leaf, of which nothing would be left. */
export function dropSpaceBetweenCalls({ runs, traces }: RunCollector, { children }: GrowingStructure): void {
  const run = runs.at(-1);
  const isSpace = run?.kind === 'text' && run.text === ' ' && traces.at(-1)!.leaf === children.at(-1);
  if (!isSpace || traces.at(-2)?.note === undefined) return;
  runs.pop();
  traces.pop();
  children.pop();
}
