/** Sets the inline content of one block in lines, and adds a strip for each line. */
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledNode } from '../style/style.ts';
import type { ContentWidths, ParagraphStyle, SetLine, SetParagraph } from '../text/paragraph.ts';
import { contentWidths, setParagraph } from '../text/set-paragraph.ts';
import { resolveFont } from '../text/shape-text.ts';
import { type CollectedRuns, collectRuns, type MakeNote } from './collect-runs.ts';
import type { LineContent, Note, RunTrace } from './flow.ts';
import { breakCosts, type FlowBuilder } from './flow-builder.ts';
import { type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import { missingGlyph, wideWord } from './problems.ts';

/** Inline content to be set: where, in what style, and under which structure element. */
export interface ParagraphInput {
  readonly nodes: readonly StyledNode[];
  readonly style: Style;
  readonly x: Pt;
  readonly width: Pt;
  readonly structure: GrowingStructure;
  readonly origin: Span | undefined;
}

/** What setting a paragraph needs besides the paragraph. */
export interface ParagraphTools {
  readonly context: LayoutContext;
  readonly makeNote: MakeNote;
}

/** Adds the lines of a paragraph to the flow. A paragraph without text adds nothing. */
export function layoutParagraph(input: ParagraphInput, builder: FlowBuilder, tools: ParagraphTools): void {
  const collected = collectRuns(input.nodes, input.style, input.structure, tools);
  if (collected.runs.length === 0) return;
  const { lines } = setRuns(collected, input, tools.context);
  const { style } = input;
  for (const [index, line] of lines.entries()) {
    const placed = placeInStrip(line, collected.traces, style, { x: input.x, context: tools.context });
    const anchors = anchorsOf(line, collected.traces, index === 0 ? -1 : (lines[index - 1]!.runs.at(-1) ?? -1));
    builder.add({
      content: placed.content,
      height: placed.height,
      origin: input.origin,
      notes: notesOf(line, collected.traces, index === 0 ? -1 : (lines[index - 1]!.runs.at(-1) ?? -1)),
      anchors,
      cost: lineBreakCost(index, lines, style),
    });
  }
  if (announces(lines)) builder.avoidBreak(breakCosts.afterColon);
}

/** A sentence that ends in a colon announces what follows, and belongs to it. */
const announces = (lines: readonly SetLine[]): boolean => /[:：]\s*$/.test(lineText(lines.at(-1)!));

/** Returns the least and the natural width of inline content, for table columns. */
export function paragraphWidths(nodes: readonly StyledNode[], style: Style, context: LayoutContext): ContentWidths {
  const structure: GrowingStructure = { role: 'NonStruct', children: [] };
  const { nextLeaf, nextNote } = context.counters;
  const makeNote: MakeNote = (_element, number) => ({ number, flow: { strips: [], frames: [] }, height: 0, origin: undefined });
  const collected = collectRuns(nodes, style, structure, { context, makeNote });
  Object.assign(context.counters, { nextLeaf, nextNote });
  if (collected.runs.length === 0) return { min: 0, max: 0 };
  return contentWidths(collected.runs, paragraphStyleOf(style, Number.MAX_SAFE_INTEGER), context.text);
}

/** Sets one piece of furniture or a marker on a line of its own. */
export function setSingleLine(text: string, style: Style, context: LayoutContext): SetLine | undefined {
  const run = { kind: 'text', text, style: textStyleOf(style), baselineShift: 0, hyphenates: false } as const;
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
  for (const segment of line.segments) {
    const trace = traces[segment.run]!;
    if (trace.picture) {
      above = Math.max(above, line.ascent);
      below = Math.max(below, line.descent);
    } else if (trace.style.fontSize > style.fontSize) {
      const own = lineBoxOf(trace.style, where.context);
      above = Math.max(above, own.above);
      below = Math.max(below, own.below);
    }
  }
  return { content: { kind: 'line', line, traces, x: where.x, baseline: above }, height: above + below };
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

function setRuns(collected: CollectedRuns, input: ParagraphInput, context: LayoutContext): SetParagraph {
  const key = input.nodes[0]!;
  const name = `${input.width}`;
  if (!collected.isVolatile) {
    const known = context.memory.get(key)?.get(name);
    if (known) return known;
  }
  const paragraph = setParagraph(collected.runs, paragraphStyleOf(input.style, input.width), context.text);
  checkLines(paragraph, collected.traces, input, context);
  if (!collected.isVolatile) {
    const sizes = context.memory.get(key) ?? new Map<string, SetParagraph>();
    context.memory.set(key, sizes.set(name, paragraph));
  }
  return paragraph;
}

function paragraphStyleOf(style: Style, measure: Pt): ParagraphStyle {
  return {
    direction: style.direction,
    align: style.textAlign,
    measure,
    indent: style.textIndent,
    hyphenates: style.hyphens === 'auto',
    balance: style.textWrap === 'balance',
    lineHeight: style.lineHeight,
  };
}

function checkLines({ lines, longLine }: SetParagraph, traces: readonly RunTrace[], input: ParagraphInput, context: LayoutContext): void {
  const wide = longLine ?? lines.find((line) => line.overflow > 0.5);
  if (wide) context.report(wideWord(lineText(wide), input.origin));
  for (const line of lines) {
    for (const segment of line.segments) {
      for (const { word } of segment.parts) {
        if (word.missing) context.report(missingGlyph(word.missing, traces[segment.run]?.origin ?? input.origin));
      }
    }
  }
}

const lineText = (line: SetLine): string => line.segments.flatMap((segment) => segment.parts.map((part) => part.word.text)).join('');

/** Orphans and widows are costs, and so is a page that ends in a hyphen. */
function lineBreakCost(index: number, lines: readonly SetLine[], style: Style): number {
  if (index === 0) return 0;
  let cost = lines[index - 1]!.isHyphenated ? breakCosts.hyphen : 0;
  if (index < style.orphans) cost = Math.max(cost, breakCosts.orphan);
  if (lines.length - index < style.widows) cost = Math.max(cost, breakCosts.widow);
  return cost;
}

/** Runs go on over several lines; what hangs on a run belongs to the line on which it begins. */
function* beginningRuns(line: SetLine, lastRunBefore: number): Generator<number> {
  for (const run of line.runs) if (run > lastRunBefore) yield run;
}

function anchorsOf(line: SetLine, traces: readonly RunTrace[], lastRunBefore: number): readonly string[] {
  const anchors: string[] = [];
  for (const run of beginningRuns(line, lastRunBefore)) if (traces[run]?.anchors) anchors.push(...traces[run].anchors);
  return anchors;
}

function notesOf(line: SetLine, traces: readonly RunTrace[], lastRunBefore: number): readonly Note[] {
  const notes: Note[] = [];
  for (const run of beginningRuns(line, lastRunBefore)) if (traces[run]?.note) notes.push(traces[run].note);
  return notes;
}
