/** Sets a paragraph: runs of text in, lines of positioned words out. The one place where the steps of text setting come together. */
import { addAutospaces } from './autospace.ts';
import { balanceLines } from './balance-lines.ts';
import { breakLines, forbidden, glue, penalty } from './break-lines.ts';
import { buildItems, type ItemOptions } from './build-items.ts';
import { characterGaps } from './character-gaps.ts';
import { hangingStart, measureHanging } from './hanging-punctuation.ts';
import { justifyLine } from './justify-line.ts';
import type { LineSource } from './line-atoms.ts';
import type { LineSetting } from './line-costs.ts';
import { holdsJoinedLetters, isDropped, measurerFor, type WordMeasurer } from './measure-word.ts';
import type { ContentWidths, InlineRun, ParagraphStyle, SetLine, SetParagraph, TextPlace, WidthStyle } from './paragraph.ts';
import { letterShrink, letterStretch, type ParagraphItems } from './paragraph-items.ts';
import { composeText, type ParagraphText, relaxWords } from './paragraph-text.ts';
import type { TextContext } from './text-context.ts';

/** How short ragged lines may naturally be, in type sizes: a short word. Less would be evener, and full of hyphens (measured). */
const ragSizes = 1.5;
/** What one space of most faces gives, in type sizes: justified lines without a space are weighed as if they had one. */
const loneSizes = 0.12;
/** Last lines shorter than this share of the measure, or this many type sizes, are runts. */
const runtShare = 0.12;
const runtSizes = 2;

/** The average width of a letter in ems, which tells how much the letters of a line give without counting them. */
const letterWidth = 0.5;

/** Parts of a divided word, shaped by themselves, can be this much wider than was reckoned (in points); nobody sees it. */
const invisible = 0.5;

/**
 * Sets `runs` in lines. White space collapses as in CSS; runs that show nothing make no line, and boxes without width
 * (anchors) stay with what follows them. A word longer than the measure is broken anywhere before it sticks out.
 * Runs that say the same in the same manner and style give the same object again.
 */
export function setParagraph(runs: readonly InlineRun[], style: ParagraphStyle, context: TextContext): SetParagraph {
  const { paragraphs } = context.paragraphs;
  const key = context.paragraphs.keyOf(runs, style);
  let paragraph = paragraphs.get(key);
  if (paragraph === undefined) paragraphs.set(key, (paragraph = setAnew(runs, style, context)));
  return paragraph;
}

function setAnew(runs: readonly InlineRun[], wanted: ParagraphStyle, context: TextContext): SetParagraph {
  const paragraph = composeText(runs, wanted.direction);
  const isJustified = wanted.align === 'justify';
  const gaps = isJustified && wanted.spacesLetters ? characterGaps(paragraph.text, paragraph.language) : undefined;
  // One joined word among others would stand out if only they were spaced; and gaps between characters need no help.
  const spacesLetters = wanted.spacesLetters && !gaps && !holdsJoinedLetters(paragraph.text);
  const { hanging } = wanted;
  const outside = hanging?.first ? hangingStart(runs, paragraph, context) : 0;
  const style =
    spacesLetters === wanted.spacesLetters && outside === 0 ? wanted : { ...wanted, spacesLetters, indent: wanted.indent - outside };
  const options: ItemOptions = {
    context,
    hyphenates: style.hyphenates,
    hyphenLimits: style.hyphenLimits,
    isJustified,
    indent: style.indent,
    gaps: addAutospaces(runs, paragraph, gaps),
  };
  const strut = strutOf(runs, context);
  const source = (words: ParagraphText, breakAnywhere?: ReadonlySet<number>): LineSource => {
    const items = buildItems(runs, words, breakAnywhere ? { ...options, breakAnywhere } : options);
    if (hanging && !breakAnywhere) items.hangs = measureHanging(items, runs, hanging, style.direction);
    return { items, runs, style, context, strut };
  };
  const first = source(paragraph);
  if (first.items.length === 0) return { lines: [], isSound: true };
  let { lines, longOffsets, second } = setLines(first);
  // How much letters give is reckoned by their average; wide ones may give less than was counted on.
  if (longOffsets && style.spacesLetters)
    ({ lines, longOffsets, second } = setLines({ ...first, style: { ...style, spacesLetters: false } }));
  const relaxed = longOffsets ? relaxWords(runs, paragraph, longOffsets) : paragraph;
  if (relaxed !== paragraph) ({ lines, longOffsets, second } = setLines(source(relaxed)));
  const longLine = longOffsets && lines.find((line) => line.overflow > invisible)!;
  const beginsLong = longLine !== undefined && longLine === lines[0];
  if (longLine) ({ lines, second } = setLines(source(relaxed, longOffsets)));
  const isSound = longLine === undefined && lines.every(hasAllGlyphs);
  return { lines, isSound, longLine, beginsLong, secondLine: second && placeOf(second, paragraph) };
}

const hasAllGlyphs = ({ segments }: SetLine): boolean => segments.every(({ words }) => words.every((word) => word.missing === undefined));

/**
 * Returns how narrow and how wide a paragraph can be. The least width does not count on automatic hyphenation,
 * so that table columns do not shrink to syllables; soft hyphens and breaks after dashes and slashes count.
 */
export function contentWidths(runs: readonly InlineRun[], style: WidthStyle, context: TextContext): ContentWidths {
  const key = context.paragraphs.keyOfWidths(runs, style);
  let widths = context.paragraphs.widths.get(key);
  if (widths === undefined) context.paragraphs.widths.set(key, (widths = measureContent(runs, style, context)));
  return widths;
}

function measureContent(runs: readonly InlineRun[], style: WidthStyle, context: TextContext): ContentWidths {
  const paragraph = composeText(runs, style.direction);
  const items = buildItems(runs, paragraph, {
    context,
    hyphenates: false,
    isJustified: false,
    indent: style.indent,
    gaps: addAutospaces(runs, paragraph, undefined),
  });
  let min = 0;
  let max = 0;
  let line = 0;
  let piece = 0;
  for (let index = 0; index < items.length; index++) {
    const width = items.width[index]!;
    if (items.kind[index] === penalty) {
      const price = items.penalty[index]!;
      if (price >= forbidden) continue;
      min = Math.max(min, piece + width);
      piece = items.postBreaks?.get(index)?.width ?? 0;
      if (price > -forbidden) continue;
      max = Math.max(max, line);
      line = 0;
    } else if (items.kind[index] === glue) {
      min = Math.max(min, piece);
      piece = 0;
      line += width;
    } else {
      piece += width;
      line += width;
    }
  }
  return { min, max };
}

interface SetLines {
  readonly lines: readonly SetLine[];
  /** Text offsets of everything on lines that stick out; undefined nearly always. */
  readonly longOffsets: ReadonlySet<number> | undefined;
  /** What the second line begins with. */
  readonly second: SecondLine | undefined;
}

interface SecondLine {
  readonly run: number;
  /** Of the word or space in the text of the paragraph. */
  readonly offset: number;
  /** Characters of the word that the first line shows. */
  readonly shown: number;
}

/** Characters that show nothing are not among those of a word, but stand in its run. */
function placeOf({ run, offset, shown }: SecondLine, { text, starts }: ParagraphText): TextPlace {
  let at = offset;
  for (let count = 0; count < shown; at++) if (!isDropped(text[at]!)) count++;
  return { run, offset: at - starts[run]! };
}

function setLines(source: LineSource): SetLines {
  const { items, style } = source;
  const lines: SetLine[] = [];
  let longOffsets: Set<number> | undefined;
  let start = 0;
  let nextRun = 0;
  let second: SecondLine | undefined;
  const ends = lineEnds(source);
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    const inset = style.insets?.[lines.length] ?? 0;
    const line = justifyLine(source, { start, end, isFirst: lines.length === 0, inset, nextRun });
    lines.push(line);
    if (line.overflow > invisible) {
      longOffsets ??= new Set();
      for (let item = start; item < end; item++) longOffsets.add(items.offset[item]!);
    }
    nextRun = Math.max(nextRun, line.lastRun + 1);
    start = nextStart(items, end);
    if (lines.length === 1 && start < items.length)
      second = { run: items.run[start]!, offset: items.offset[start]!, shown: items.from[start]! };
  }
  return { lines, longOffsets, second };
}

function lineEnds({ items, style, strut }: LineSource): Int32Array {
  const size = strut?.style.size ?? style.lineHeight / 1.2;
  const isJustified = style.align === 'justify';
  const letters = isJustified && style.spacesLetters ? 1 / letterWidth : 0;
  const setting: LineSetting = {
    width: style.measure,
    firstWidths: style.insets?.map((inset) => style.measure - inset),
    rag: isJustified ? 0 : ragSizes * size,
    loneStretch: loneSizes * size,
    runtWidth: Math.min(style.measure * runtShare, runtSizes * size),
    letterStretch: letters * letterStretch,
    letterShrink: letters * letterShrink,
    looseness: style.looseness ?? 0,
    mostHyphens: style.mostHyphens,
    keepsLastWord: style.keepsLastWord ?? false,
    mustHang: style.hanging?.end !== 'allow',
  };
  return (style.balance && !style.insets ? balanceLines(items, style.measure) : undefined) ?? breakLines(items, setting);
}

/** Returns the first item that stays on the line after a break: spaces and unused breaks vanish. */
function nextStart({ kind, penalty: penalties, length }: ParagraphItems, end: number): number {
  let start = end + 1;
  while (start < length && (kind[start] === glue || (kind[start] === penalty && penalties[start]! > -forbidden))) start++;
  return start;
}

/** Returns the measurer of the first text of a paragraph. */
function strutOf(runs: readonly InlineRun[], context: TextContext): WordMeasurer | undefined {
  for (const run of runs) if (run.kind === 'text' || run.kind === 'leader') return measurerFor(context, run.style);
  return undefined;
}
