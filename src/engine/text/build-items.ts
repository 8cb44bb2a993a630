/**
 * Cuts a paragraph into items for `breakLines`: words with their places for hyphens, spaces, boxes, leaders, forced breaks.
 *
 * White space collapses here, also across runs: a space becomes an item only when something visible follows it on the same line.
 */
import type { Pt } from '../geometry/length.ts';
import { addClosingBlank, addGap } from './add-gap.ts';
import { addWord, innerBreaks } from './add-word.ts';
import { box, forbidden, glue, penalty, rigid } from './break-lines.ts';
import { breakInWord } from './break-ranges.ts';
import { keepsTogether } from './keep-together.ts';
import { lettersBeside } from './letters-beside.ts';
import { breakForbidden } from './line-break-rules.ts';
import { breakInAddress } from './line-breaks.ts';
import { type MeasuredWord, measurerFor, type WordMeasurer } from './measure-word.ts';
import type { BoxRun, HyphenLimits, InlineRun, LeaderRun, TextRun } from './paragraph.ts';
import {
  addItem,
  createItems,
  type ItemSource,
  isGap,
  leaderStretch,
  type ParagraphItems,
  spaceShrink,
  spaceStretch,
} from './paragraph-items.ts';
import { isForcedBreak, isIndent, type ParagraphText } from './paragraph-text.ts';
import { repeatHyphen } from './repeat-hyphen.ts';
import type { TextContext } from './text-context.ts';
import { addToHash, type Letters } from './word-table.ts';

/** How items are made. */
export interface ItemOptions {
  readonly context: TextContext;
  readonly hyphenates: boolean;
  readonly hyphenLimits?: HyphenLimits | undefined;
  /** Whether spaces stretch. */
  readonly isJustified: boolean;
  /** Indent of the first line: an empty box before everything else, unless it is 0. */
  readonly indent: Pt;
  /** What stands, widens and shrinks between characters of Chinese and Japanese (see `characterGaps` and `addAutospaces`). */
  readonly gaps?: Uint8Array | undefined;
  /** Offsets of words and no-break spaces that may be broken anywhere, because their line would be too long otherwise. */
  readonly breakAnywhere?: ReadonlySet<number>;
}

/** After a dash, a slash or a written hyphen: less good than a space. */
const dashPenalty = 50;
/** Between the last word of a contents line and its leader. */
const leaderPenalty = 5_000;

interface Builder {
  readonly options: ItemOptions;
  readonly items: ParagraphItems;
  readonly paragraph: ParagraphText;
  readonly runs: readonly InlineRun[];
  readonly source: ItemSource;
  /** The word that is looked up. */
  readonly letters: Letters;
  /** Offset and run of a space that waits for something visible, or -1. */
  spaceAt: number;
  spaceRun: number;
  /** Measures the waiting space. */
  spaceMeasurer: WordMeasurer | undefined;
  /** Whether the line since the last forced break shows anything. */
  hasContent: boolean;
  /** Whether a space is the last thing shown, with nothing after it but anchors. */
  endsInSpace: boolean;
}

const table = createItems();

/** Returns the items of a paragraph; they are valid until the next call. The last one is a forced break, unless there is nothing to set. */
export function buildItems(runs: readonly InlineRun[], paragraph: ParagraphText, options: ItemOptions): ParagraphItems {
  table.length = 0;
  table.hangs = undefined;
  table.postBreaks = undefined;
  const builder: Builder = {
    options,
    items: table,
    paragraph,
    runs,
    source: { run: 0, level: 0, offset: 0 },
    letters: { text: paragraph.text, units: paragraph.units, start: 0, end: 0, hash: 0 },
    spaceAt: -1,
    spaceRun: 0,
    spaceMeasurer: undefined,
    hasContent: false,
    endsInSpace: false,
  };
  if (options.indent !== 0) addItem(table, box, options.indent, builder.source);
  const empty = table.length;
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!;
    moveTo(builder, index, paragraph.starts[index]!);
    switch (run.kind) {
      case 'text':
        addText(builder, run, index);
        break;
      case 'box':
        addBox(builder, run);
        break;
      case 'leader':
        addLeader(builder, run);
        break;
      case 'break':
        addUnseenSpace(builder);
        addForcedBreak(builder);
        break;
    }
  }
  const last = table.length - 1;
  if (last < empty) table.length = 0;
  else if (!(table.kind[last] === penalty && table.penalty[last]! <= -forbidden)) addForcedBreak(builder);
  return table;
}

/** Returns the natural width of a leader: a gap that the eye can follow. */
export function leaderWidth(run: LeaderRun, context: TextContext): number {
  return Math.max(run.style.size / 2, 2 * measurerFor(context, run.style).measure(run.pattern, false).width);
}

function moveTo(builder: Builder, run: number, offset: number): void {
  const { levels } = builder.paragraph;
  builder.source.run = run;
  builder.source.offset = offset;
  builder.source.level = levels ? (levels[offset] ?? levels[offset - 1] ?? 0) : 0;
}

function addText(builder: Builder, run: TextRun, index: number): void {
  const { text, units, starts, levels, breaks } = builder.paragraph;
  const { letters } = builder;
  const { context, gaps, hyphenLimits, breakAnywhere } = builder.options;
  const start = starts[index]!;
  const end = starts[index + 1]!;
  const measurer = measurerFor(context, run.style);
  const hyphenates = builder.options.hyphenates && run.hyphens === 'auto';
  // A raised or lowered run belongs to the word that it touches: note calls, indices.
  const staysAttached = run.baselineShift !== 0;
  for (let at = start; at < end; ) {
    const first = units[at]!;
    if (first === 0x20) {
      if (builder.spaceAt < 0 && !builder.endsInSpace) {
        builder.spaceAt = at;
        builder.spaceRun = index;
        builder.spaceMeasurer = measurer;
      }
      at++;
      continue;
    }
    moveTo(builder, index, at);
    if (first === 0xa0) {
      addNoBreakSpace(builder, measurer, run.keepsSpaces ? ' ' : '\u00a0');
      at++;
      continue;
    }
    if (isForcedBreak(first)) {
      addForcedBreak(builder);
      at++;
      continue;
    }
    let stop = at + 1;
    let isDivided = false;
    let hash = first;
    for (; stop < end; stop++) {
      const unit = units[stop]!;
      if (unit === 0x20 || unit === 0xa0 || isForcedBreak(unit)) break;
      const mark = breaks[stop];
      if (mark !== 0 && mark !== breakInWord && units[stop - 1] !== 0xad) break;
      if (levels && levels[stop] !== builder.source.level) break;
      if (gaps && gaps[stop] !== 0) break;
      if (mark === breakInWord) isDivided = true;
      hash = addToHash(hash, unit);
    }
    const isRightToLeft = (builder.source.level & 1) === 1;
    const beside = isRightToLeft && (at === start || stop === end) ? lettersBeside(text, at, stop) : undefined;
    letters.start = at;
    letters.end = stop;
    letters.hash = hash;
    const word = beside ? measurer.measure(text.slice(at, stop), isRightToLeft, beside) : measurer.measureLetters(letters, isRightToLeft);
    if (word.length > 0) {
      const isAttached = staysAttached && at === start;
      if (gaps && gaps[at] !== 0 && !isAttached && touchesText(builder))
        addGap(builder.items, sourceBetween(builder), { gap: gaps[at]!, word, size: run.style.size, isBreak: mayBreakHere(builder) });
      else addOpportunity(builder, isAttached);
      const isBreakable = breakAnywhere?.has(at) === true;
      const isInAddress = breaks[at] === breakInAddress || breaks[stop] === breakInAddress;
      addWord(builder.items, word, builder.source, {
        measurer,
        hyphenates: hyphenates && !isInAddress,
        limits: hyphenLimits,
        isBreakable,
        staysWhole:
          run.hyphens === 'none' ||
          (run.breakRules?.staysOnLine === true && breaks.subarray(at + 1, stop).every((mark) => mark === breakForbidden)),
        offsets: isDivided ? innerBreaks(text, breaks, at, stop) : undefined,
      });
      if (gaps) addClosingBlank(builder.items, builder.source, { gap: gaps[stop]!, word, size: run.style.size });
    }
    at = stop;
  }
}

/** Whether the last thing shown is neither a space nor the start of a line. */
const touchesText = ({ hasContent, spaceAt, endsInSpace }: Builder): boolean => hasContent && spaceAt < 0 && !endsInSpace;

/** What stands between two characters belongs to the outer direction, as a space does there. */
function sourceBetween({ source, paragraph: { levels } }: Builder): ItemSource {
  const level = levels?.[source.offset - 1] ?? source.level;
  return level < source.level ? { ...source, level } : source;
}

/** Whether a line may end before the source's offset: after something that is shown, where the text allows it. */
function mayBreakHere({ items, source, paragraph }: Builder): boolean {
  const previous = items.length - 1;
  return paragraph.breaks[source.offset] !== 0 && (items.kind[previous] === box || isGap(items, previous));
}

/** Adds what may end a line before the content at the source's offset: the waiting space, or a break without a space. */
function addOpportunity(builder: Builder, isAttached: boolean): void {
  const { items, source } = builder;
  const { breaks, units } = builder.paragraph;
  const at = source.offset;
  const isAfterSpace = builder.endsInSpace;
  builder.endsInSpace = false;
  if (!builder.hasContent) {
    builder.spaceAt = -1;
    builder.hasContent = true;
    return;
  }
  if (builder.spaceAt >= 0) {
    addSpace(builder);
    return;
  }
  if (isAfterSpace) return;
  if (isAttached || at === 0 || !mayBreakHere(builder)) return;
  const before = units[at - 1]!;
  if (before === 0xad || before === 0x09) return;
  const index = addItem(items, penalty, 0, source);
  items.penalty[index] =
    breaks[at] === breakInAddress || before === 0x2d || (before >= 0x2010 && before <= 0x2014) || before === 0x2f ? dashPenalty : 0;
  if (before !== 0x2d && before !== 0x2010) return;
  items.flagged[index] = 1;
  repeatHyphen(items, index, { text: builder.paragraph.text, runs: builder.runs, context: builder.options.context });
}

/** Adds the waiting space; the line may end at it if what comes next may begin a line. */
function addSpace(builder: Builder): void {
  const { items, source, spaceAt, spaceMeasurer } = builder;
  const { units, breaks } = builder.paragraph;
  const { run, offset, level } = source;
  let next = offset;
  while (units[next] === 0x20) next++;
  const canBreak =
    breaks[next] === breakInWord ||
    (breaks[next] !== 0 &&
      units[next] !== 0x09 &&
      (spaceAt === 0 || units[spaceAt - 1] !== 0x09) &&
      !keepsTogether(builder.paragraph, spaceAt, next, spaceMeasurer!.style.language));
  moveTo(builder, builder.spaceRun, spaceAt);
  const word = spaceMeasurer!.space((source.level & 1) === 1);
  const isBreak = canBreak || builder.options.breakAnywhere?.has(spaceAt) === true;
  stretchSpace(builder, addItem(items, isBreak ? glue : rigid, word.width, source), word);
  builder.spaceAt = -1;
  source.run = run;
  source.offset = offset;
  source.level = level;
}

/** Keeps the space before a forced break, without its width: readers would join the words on both sides. */
function addUnseenSpace(builder: Builder): void {
  const { items, source, spaceAt, spaceMeasurer } = builder;
  if (spaceAt < 0 || !builder.hasContent) return;
  const { run, offset } = source;
  moveTo(builder, builder.spaceRun, spaceAt);
  const word = spaceMeasurer!.space((source.level & 1) === 1);
  const index = addItem(items, rigid, 0, source);
  items.words[index] = word;
  items.to[index] = word.length;
  moveTo(builder, run, offset);
}

/** Adds a space at which no line ends; `shown` is what copying gives. */
function addNoBreakSpace(builder: Builder, measurer: WordMeasurer, shown: string): void {
  const { items, source } = builder;
  // Next to an ordinary space it is a space of its own, so the ordinary one stays too.
  if (builder.spaceAt >= 0 || !builder.hasContent) addOpportunity(builder, true);
  const word = measurer.measure(shown, (source.level & 1) === 1);
  const { text, breaks } = builder.paragraph;
  const isLong = builder.options.breakAnywhere?.has(source.offset) === true && !isIndent(text, source.offset);
  const isBreak = isLong || breaks[source.offset] === breakInWord;
  stretchSpace(builder, addItem(items, isBreak ? glue : rigid, word.width, source), word);
}

function stretchSpace({ items, options }: Builder, index: number, word: MeasuredWord): void {
  items.words[index] = word;
  items.to[index] = word.length;
  if (!options.isJustified) return;
  items.stretch[index] = word.width * spaceStretch;
  items.shrink[index] = word.width * spaceShrink;
}

/** Adds a box run. One without width is an anchor: it goes with what follows and changes neither spaces nor breaks. */
function addBox(builder: Builder, { width, spaceAfter = 0, breakPenalty }: BoxRun): void {
  if (width !== 0) addOpportunity(builder, false);
  else if (builder.hasContent && builder.spaceAt >= 0) {
    addSpace(builder);
    builder.endsInSpace = true;
  }
  addItem(builder.items, box, width + spaceAfter, builder.source);
  if (breakPenalty === undefined) return;
  // Its width is what ending the line here adds: it takes the space away again.
  builder.items.penalty[addItem(builder.items, penalty, -spaceAfter, builder.source)] = breakPenalty;
}

function addLeader(builder: Builder, run: LeaderRun): void {
  const { items, source } = builder;
  if (builder.hasContent) {
    if (builder.spaceAt >= 0) addSpace(builder);
    items.penalty[addItem(items, penalty, 0, source)] = leaderPenalty;
  }
  builder.spaceAt = -1;
  builder.endsInSpace = false;
  builder.hasContent = true;
  const index = addItem(items, rigid, leaderWidth(run, builder.options.context), source);
  items.stretch[index] = leaderStretch;
}

function addForcedBreak(builder: Builder): void {
  const { items, source } = builder;
  builder.spaceAt = -1;
  builder.hasContent = false;
  builder.endsInSpace = false;
  dropFinalSpace(items);
  items.penalty[addItem(items, penalty, 0, source)] = -forbidden;
}

/** A space that only anchors follow is no space: nothing can come after it on its line. */
function dropFinalSpace(items: ParagraphItems): void {
  let index = items.length - 1;
  while (index >= 0 && items.kind[index] === box && items.words[index] === undefined && items.width[index] === 0) index--;
  if (index < 0 || items.kind[index] !== glue || index === items.length - 1) return;
  items.kind[index] = penalty;
  items.penalty[index] = forbidden;
  items.width[index] = 0;
  items.words[index] = undefined;
}
