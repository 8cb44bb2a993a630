/** Sets the inline content of one block in lines, and adds a strip for each line. */
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledNode } from '../style/style.ts';
import type { ShapedWord } from '../text/font.ts';
import {
  type ContentWidths,
  type HangingPunctuation,
  type ParagraphStyle,
  type SetLine,
  type SetParagraph,
  textRun,
} from '../text/paragraph.ts';
import { textOfWords } from '../text/placed-words.ts';
import { setFirstLine } from '../text/set-first-line.ts';
import { contentWidths, setParagraph } from '../text/set-paragraph.ts';
import { resolveFont } from '../text/shape-text.ts';
import { breakCosts } from './break-rules.ts';
import { collectRuns, type MakeNote } from './collect-runs.ts';
import type { Initial } from './drawn-letter.ts';
import { changesLetters, inOwnLetters, joinFirstLine, runsOfFirstLine } from './first-line.ts';
import { emptyFlow, type LineContent, type LineStrip, type Note, type RunTrace } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { besideInitial, drawInitial } from './initial-letter.ts';
import { autospaceOf, type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import type { NumberLine } from './line-numbers.ts';
import { missingGlyph, wideFormula, wideWord } from './problems.ts';
import { looksAsGood, mayBeShorter } from './shorter-paragraph.ts';
import { renewRuns, type TracedRuns } from './volatile-runs.ts';

/** Inline content to be set: where, in what style, and under which structure element. */
export interface ParagraphInput {
  readonly nodes: readonly StyledNode[];
  readonly style: Style;
  readonly x: Pt;
  readonly width: Pt;
  readonly structure: GrowingStructure;
  /** The big letter that it begins with. */
  readonly initial?: Initial;
  /** Draws the numbers of lines of code. */
  readonly numberLine?: NumberLine | undefined;
  /** The style of its first line, where that has one of its own. */
  readonly firstLine?: Style | undefined;
  readonly origin: Span | undefined;
}

/** What setting a paragraph needs besides the paragraph. */
export interface ParagraphTools {
  readonly context: LayoutContext;
  readonly makeNote: MakeNote;
}

/** Adds the lines of a paragraph to the flow. A paragraph without text adds nothing. */
export function layoutParagraph(given: ParagraphInput, builder: FlowBuilder, tools: ParagraphTools): void {
  const { context } = tools;
  const firstLine = given.firstLine && { block: given.style, line: given.firstLine };
  const keepsLetters = firstLine && changesLetters(firstLine);
  const collected = collectRuns(given.nodes, given.style, given.structure, { context, makeNote: tools.makeNote, keepsLetters });
  if (collected.runs.length === 0) {
    builder.mark({ anchors: collected.anchors });
    return;
  }
  const isVolatile = collected.volatileRuns.length > 0;
  const initial = drawInitial(runsOfOthers(collected, given), given.style, given.width, context);
  const input = initial ? { ...given, initial } : given;
  const set = setRuns(collected, input, context);
  const { lines } = set;
  const strips = lineStrips(set, collected, input, context);
  for (let index = 0; index < strips.length; index += 1) {
    const { content, height, notes, cost } = strips[index]!;
    builder.add({ content, height, notes, cost, origin: input.origin });
  }
  if (isVolatile) {
    builder.watch(lines.length, (references) => {
      const renewed = renewRuns(collected, references);
      return lineStrips(setRuns(renewed, input, context), renewed, input, context);
    });
  } else if (builder.takesFloats && !initial && !input.firstLine && mayBeShorter(set, input.style, input.width)) {
    builder.allowShorter(lines.length, () => {
      const shorter = setParagraph(collected.runs, { ...paragraphStyleOf(input.style, input.width), looseness: -1 }, context.text);
      return looksAsGood(shorter, set) ? lineStrips(shorter, collected, input, context) : undefined;
    });
  }
  if (announces(lines)) builder.avoidBreak(breakCosts.afterColon);
}

function lineStrips(set: SetParagraph, collected: TracedRuns, input: ParagraphInput, context: LayoutContext): readonly LineStrip[] {
  const { lines } = set;
  const { runs, traces } = runsAsSet(collected, input, set);
  const isPreformatted = input.style.whiteSpace === 'pre';
  let lastRun = -1;
  let lineNumber = 0;
  const strips: LineStrip[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index]!;
    const notes = notesOf(line, traces, lastRun);
    const isContinued = isPreformatted && index > 0 && runs[lastRun]?.kind !== 'break';
    lastRun = line.lastRun;
    const { content, height } = placeInStrip(line, traces, input.style, { x: input.x, context });
    const number = isContinued ? undefined : input.numberLine?.(lineNumber++);
    const signed = isContinued ? continuedContent(content, input) : number ? { ...content, number } : content;
    strips.push({ content: signed, height, notes, cost: lineBreakCost(index, lines, input.style) });
  }
  return input.initial ? besideInitial(strips, input.initial, input.style) : strips;
}

const continuedContent = (content: LineContent, { style: { direction }, width }: ParagraphInput): LineContent => ({
  ...content,
  continued: { x: direction === 'rtl' ? width : 0, direction },
});

/** A sentence that ends in a colon announces what follows, and belongs to it. */
function announces(lines: readonly SetLine[]): boolean {
  const words = lines.at(-1)!.segments.at(-1)?.words ?? [];
  let last = words.length - 1;
  while (last >= 0 && words[last]!.text.trim() === '') last -= 1;
  return last >= 0 && colonAtEnd.test(words[last]!.text);
}

const colonAtEnd = /[:：]\s*$/;

/** Returns the least and the natural width of inline content, for table columns. */
export function paragraphWidths(nodes: readonly StyledNode[], style: Style, context: LayoutContext): ContentWidths {
  const structure: GrowingStructure = { role: 'NonStruct', children: [] };
  const { nextLeaf, nextNote } = context.counters;
  const makeNote: MakeNote = (_element, number) => ({ number, flow: emptyFlow, height: 0, origin: undefined });
  const collected = collectRuns(nodes, style, structure, { context, makeNote });
  Object.assign(context.counters, { nextLeaf, nextNote });
  if (collected.runs.length === 0) return { min: 0, max: 0 };
  return contentWidths(collected.runs, { direction: style.direction, indent: style.textIndent }, context.text);
}

/** Sets one piece of furniture or a marker on a line of its own. */
export function setSingleLine(text: string, style: Style, context: LayoutContext): SetLine | undefined {
  const run = textRun(text, { style: textStyleOf(style), baselineShift: 0, hyphens: 'manual', autospace: autospaceOf(style, 0) });
  return setParagraph(
    [run],
    { ...paragraphStyleOf(style, 100_000), align: style.direction === 'rtl' ? 'end' : 'start', indent: 0 },
    context.text,
  ).lines[0];
}

/** Says how high a line's strip is and where its baseline lies, after CSS 2.2, 10.8: leading is halved above and below. */
export function placeInStrip(
  line: SetLine,
  traces: readonly RunTrace[],
  style: Style,
  where: { x: Pt; context: LayoutContext },
): { content: LineContent; height: Pt } {
  const strut = lineBoxOf(style, where.context);
  let above = strut.above;
  let below = strut.below;
  for (let index = 0; index < line.segments.length; index += 1) {
    const trace = traces[line.segments[index]!.run]!;
    if (trace.picture || trace.formula) {
      above = Math.max(above, line.ascent);
      below = Math.max(below, line.descent);
    } else if (trace.style.fontSize > style.fontSize && trace.style.initialLetter === 1) {
      const own = lineBoxOf(trace.style, where.context);
      above = Math.max(above, own.above);
      below = Math.max(below, own.below);
    }
  }
  return { content: new PlacedLine(line, traces, where.x, above), height: above + below };
}

/** A class, since each line has one: V8 is slow to copy a literal of which some have whole numbers and others have not. */
class PlacedLine implements LineContent {
  readonly kind = 'line';
  readonly line: SetLine;
  readonly traces: readonly RunTrace[];
  readonly x: Pt;
  readonly baseline: Pt;

  constructor(line: SetLine, traces: readonly RunTrace[], x: Pt, baseline: Pt) {
    this.line = line;
    this.traces = traces;
    this.x = x;
    this.baseline = baseline;
  }
}

const lineBoxes = new WeakMap<Style, { above: Pt; below: Pt }>();

/** Half-leading around a style's own font. */
function lineBoxOf(style: Style, context: LayoutContext): { above: Pt; below: Pt } {
  let box = lineBoxes.get(style);
  if (!box) {
    const font = resolveFont(context.text.library, textStyleOf(style));
    const ascent = (font.ascent / font.unitsPerEm) * style.fontSize;
    const descent = (font.descent / font.unitsPerEm) * style.fontSize;
    const leading = style.lineHeight - ascent - descent;
    box = { above: ascent + leading / 2, below: descent + leading / 2 };
    lineBoxes.set(style, box);
  }
  return box;
}

function setRuns(collected: TracedRuns, input: ParagraphInput, context: LayoutContext): SetParagraph {
  const style = paragraphStyleOf(input.style, input.width, input.initial);
  const first = inFirstLine(collected, input);
  const paragraph = first
    ? setFirstLine({ first: first.runs, others: runsOfOthers(collected, input).runs }, style, context.text)
    : setParagraph(collected.runs, style, context.text);
  checkLines(paragraph, runsAsSet(collected, input, paragraph), input, context);
  return paragraph;
}

const inFirstLine = (collected: TracedRuns, { style, firstLine }: ParagraphInput): TracedRuns | undefined =>
  firstLine && runsOfFirstLine(collected, { block: style, line: firstLine });

/** Returns the runs as they are in all lines but the first. */
const runsOfOthers = (collected: TracedRuns, { style, firstLine }: ParagraphInput): TracedRuns =>
  firstLine && changesLetters({ block: style, line: firstLine }) ? inOwnLetters(collected) : collected;

/** Returns the runs that the lines of a set paragraph count. */
function runsAsSet(collected: TracedRuns, input: ParagraphInput, { secondLine }: SetParagraph): TracedRuns {
  const first = inFirstLine(collected, input);
  return first ? joinFirstLine(first, runsOfOthers(collected, input), secondLine) : collected;
}

/** By the style of the block, and by measure: what sets paragraphs knows their style by its object. */
const paragraphStyles = new WeakMap<Style, Map<Pt, ParagraphStyle>>();

function paragraphStyleOf(style: Style, measure: Pt, initial?: Initial): ParagraphStyle {
  if (initial) return makeParagraphStyle(style, measure, initial);
  let byMeasure = paragraphStyles.get(style);
  if (!byMeasure) paragraphStyles.set(style, (byMeasure = new Map()));
  let found = byMeasure.get(measure);
  if (!found) byMeasure.set(measure, (found = makeParagraphStyle(style, measure, undefined)));
  return found;
}

const makeParagraphStyle = (style: Style, measure: Pt, initial: Initial | undefined): ParagraphStyle => ({
  direction: style.direction,
  align: style.textAlign,
  measure,
  indent: initial ? 0 : style.textIndent,
  insets: initial?.insets,
  hyphenates: style.hyphens === 'auto',
  balance: style.textWrap === 'balance',
  spacesLetters: style.textJustify === 'auto',
  mostHyphens: style.hyphenateLimitLines === 'no-limit' ? undefined : style.hyphenateLimitLines,
  keepsLastWord: style.hyphenateLimitLast === 'always',
  looseness: style.looseness === 'auto' ? 0 : style.looseness,
  hyphenLimits: style.hyphenateLimitChars === 'auto' ? undefined : style.hyphenateLimitChars,
  hanging: hangingOf(style, initial),
  lineHeight: style.lineHeight,
});

function hangingOf({ hangingPunctuation }: Style, initial: Initial | undefined): HangingPunctuation | undefined {
  if (hangingPunctuation === 'none') return undefined;
  return initial ? { ...hangingPunctuation, first: false } : hangingPunctuation;
}

function checkLines(paragraph: SetParagraph, collected: TracedRuns, input: ParagraphInput, context: LayoutContext): void {
  if (paragraph.isSound) return;
  const { lines, longLine } = paragraph;
  // A long line of code goes on in the next one, with a sign.
  const wide = (input.style.whiteSpace === 'pre' ? undefined : longLine) ?? lines.find((line) => line.overflow > 0.5);
  const formula = wide?.segments.find(({ run, width }) => collected.traces[run]!.formula && width > input.width);
  if (formula) context.report(wideFormula(formula.width, input.width, collected.traces[formula.run]!.origin));
  else if (wide) context.report(wideWord(lineText(wide), hyphensOf(wide, collected), input.origin));
  for (const line of lines) {
    for (const segment of line.segments) {
      for (const word of segment.words) if (word.missing) reportMissing(word, segment.run, collected, { origin: input.origin, context });
    }
  }
}

/** Reports a script that no font has once, and single signs once each. */
function reportMissing(
  word: ShapedWord,
  run: number,
  { runs, traces }: TracedRuns,
  { origin, context }: { readonly origin: Span | undefined; readonly context: LayoutContext },
): void {
  const textRun = runs[run];
  const language = textRun?.kind === 'text' ? textRun.style.language : '';
  for (const character of new Set(word.missing)) {
    const remedy = context.text.library.remedyFor(character, language);
    const key = remedy && !remedy.hasFont ? remedy.script : character;
    if (context.missingFonts.has(key)) continue;
    context.missingFonts.add(key);
    context.report(missingGlyph({ character, word: word.text, remedy }, traces[run]?.origin ?? origin));
  }
}

/** A line that is too long holds one word, which nearly always has one style. */
const hyphensOf = ({ segments }: SetLine, { traces }: TracedRuns): Style['hyphens'] | undefined =>
  segments[0] && traces[segments[0].run]!.style.hyphens;

const lineText = (line: SetLine): string => line.segments.map(({ words }) => textOfWords(words)).join('');

/** Orphans and widows are costs, and so is a page that ends in a hyphen. What stays with the block after it, as headings do, is not torn. */
function lineBreakCost(index: number, lines: readonly SetLine[], style: Style): number {
  if (index === 0) return 0;
  if (style.breakAfter === 'avoid') return breakCosts.headingAlone;
  let cost = lines[index - 1]!.isHyphenated ? breakCosts.hyphen : 0;
  if (index < style.orphans) cost = Math.max(cost, breakCosts.orphan);
  if (lines.length - index < style.widows) cost = Math.max(cost, breakCosts.widow);
  return cost;
}

const noNotes: readonly Note[] = [];

/** Runs go on over several lines; what hangs on a run belongs to the line on which it begins. */
function notesOf({ firstRun, lastRun }: SetLine, traces: readonly RunTrace[], lastRunBefore: number): readonly Note[] {
  let notes = noNotes;
  for (let run = Math.max(firstRun, lastRunBefore + 1); run <= lastRun; run += 1) {
    const note = traces[run]?.note;
    if (note) notes = [...notes, note];
  }
  return notes;
}
