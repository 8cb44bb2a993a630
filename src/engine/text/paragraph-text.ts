/**
 * The runs of a paragraph as one text, with its bidi levels and break opportunities: line breaking and direction
 * look across runs. Boxes stand in it as U+FFFC, or as U+2217 where they are like letters, leaders as tabs, forced breaks as U+2029; boxes without width leave no trace.
 */
import { unitAt } from '../source/unit-at.ts';
import { bidiLevels, mayRunBackwards } from './bidi.ts';
import type { BreakRange } from './break-ranges.ts';
import { lineBreaks } from './line-breaks.ts';
import type { InlineRun, TextRun } from './paragraph.ts';

/** A paragraph's characters and what is known about each UTF-16 unit. */
export interface ParagraphText {
  readonly text: string;
  /** The UTF-16 units of the text, and a zero behind its end; valid until the next paragraph is composed. */
  readonly units: Uint16Array;
  /** Of its first text; BCP 47. */
  readonly language: string;
  /** Where each run begins in `text`, and the length of the text at the end. */
  readonly starts: readonly number[];
  /** Undefined when everything runs from left to right. */
  readonly levels: Uint8Array | undefined;
  /** 0 before units at which no line may begin. */
  readonly breaks: Uint8Array;
}

/** Ends a line inside text: U+0085, U+2028 and U+2029. */
export const isForcedBreak = (code: number): boolean => code === 0x2029 || code === 0x2028 || code === 0x85;

/** An indent that is wider than this, in characters, may be too wide for its line. */
const widestIndent = 24;

/** Tells whether the no-break space at an offset indents a line of code: a line that could end there would lose it. */
export function isIndent(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= offset - widestIndent; at--) {
    const code = text.charCodeAt(at);
    if (Number.isNaN(code) || isForcedBreak(code)) return true;
    if (code !== 0xa0) return false;
  }
  return false;
}

/** Joins the runs of a paragraph whose own direction is `direction`. White space of any kind in them is a space. */
export function composeText(runs: readonly InlineRun[], direction: 'ltr' | 'rtl'): ParagraphText {
  const starts: number[] = [];
  let text = '';
  let language: string | undefined;
  let hasIsolates = false;
  let isForward = direction === 'ltr';
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!;
    starts.push(text.length);
    text += textOf(run);
    if (run.kind !== 'text') continue;
    language ??= run.style.language;
    hasIsolates ||= run.isolate !== undefined;
    isForward &&= run.isolate !== 'rtl';
  }
  starts.push(text.length);
  // Where everything runs from left to right, nothing needs a level of its own.
  const levels =
    hasIsolates && !(isForward && !mayRunBackwards(text)) ? levelsWithIsolates(runs, text, direction) : bidiLevels(text, direction);
  language ??= 'und';
  return { text, units: unitsOf(text), language, starts, levels, breaks: lineBreaks(text, language, rangesOf(runs, starts)) };
}

let units = new Uint16Array(1024);

/** One array is filled again and again: asking a string for each of its units again would take longer. */
function unitsOf(text: string): Uint16Array {
  const { length } = text;
  if (length >= units.length) units = new Uint16Array(2 * length);
  for (let at = 0; at < length; at++) units[at] = unitAt(text, at);
  units[length] = 0;
  return units;
}

/**
 * Gives words that a style keeps whole the usual breaks where they, or parts of them, begin at one of `offsets`, because their lines
 * would be too long otherwise. Returns the paragraph itself where there are none.
 */
export function relaxWords(runs: readonly InlineRun[], paragraph: ParagraphText, offsets: ReadonlySet<number>): ParagraphText {
  const { text, language, starts } = paragraph;
  const ranges = rangesOf(runs, starts);
  if (!ranges.some(({ wordBreak, staysOnLine }) => wordBreak === 'keep-all' || staysOnLine)) return paragraph;
  const usual = lineBreaks(
    text,
    language,
    ranges.map(
      (range): BreakRange => ({ ...range, staysOnLine: false, wordBreak: range.wordBreak === 'keep-all' ? 'normal' : range.wordBreak }),
    ),
  );
  let isLong = false;
  const breaks = paragraph.breaks.map((mark, at) => {
    if (offsets.has(at)) isLong = true;
    else if (mark !== 0 || text[at] === ' ') isLong = false;
    return isLong && mark === 0 ? usual[at]! : mark;
  });
  return { ...paragraph, breaks };
}

/** Runs beside each other that have the same rules are one range. */
function rangesOf(runs: readonly InlineRun[], starts: readonly number[]): readonly BreakRange[] {
  const ranges: BreakRange[] = [];
  for (let index = 0; index < runs.length; index++) {
    const run = runs[index]!;
    if (run.kind !== 'text' || !run.breakRules) continue;
    const range: BreakRange = { ...run.breakRules, language: run.style.language, from: starts[index]!, to: starts[index + 1]! };
    const last = ranges.at(-1);
    if (last && last.to === range.from && haveSameRules(last, range)) ranges[ranges.length - 1] = { ...last, to: range.to };
    else ranges.push(range);
  }
  return ranges;
}

const haveSameRules = (one: BreakRange, other: BreakRange): boolean =>
  one.wordBreak === other.wordBreak &&
  one.lineBreak === other.lineBreak &&
  one.staysOnLine === other.staysOnLine &&
  one.language === other.language;

const otherSpace = /[\t-\r]/;
const otherSpaces = /[\t-\r]/g;

function textOf(run: InlineRun): string {
  switch (run.kind) {
    case 'text':
      return otherSpace.test(run.text) ? run.text.replace(otherSpaces, ' ') : run.text;
    case 'box':
      return run.width === 0 ? '' : run.isLetter ? '\u2217' : '\ufffc';
    case 'leader':
      return '\t';
    case 'break':
      return '\u2029';
  }
}

const isolateMarks = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;
const endOfIsolate = '\u2069';

/** Finds levels with isolates written out as UAX #9 wants them, then leaves the marks out again. */
function levelsWithIsolates(runs: readonly InlineRun[], text: string, direction: 'ltr' | 'rtl'): Uint8Array | undefined {
  const isolateOf = (run: InlineRun): TextRun['isolate'] => (run.kind === 'text' ? run.isolate : undefined);
  let marked = '';
  for (const run of runs) {
    const isolate = isolateOf(run);
    marked += isolate ? isolateMarks[isolate] + textOf(run) + endOfIsolate : textOf(run);
  }
  const markedLevels = bidiLevels(marked, direction);
  if (!markedLevels) return undefined;
  const levels = new Uint8Array(text.length);
  let from = 0;
  let to = 0;
  for (const run of runs) {
    const { length } = textOf(run);
    const around = isolateOf(run) ? 1 : 0;
    from += around;
    levels.set(markedLevels.subarray(from, from + length), to);
    from += length + around;
    to += length;
  }
  return levels;
}
