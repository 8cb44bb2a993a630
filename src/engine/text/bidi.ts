/**
 * Text that runs both ways (UAX #9): embedding levels of a paragraph, and the visual order of
 * a line. Mirrored brackets are HarfBuzz's work: it mirrors what it shapes from right to left.
 */
import bidiFactory, { type Bidi } from 'bidi-js';

/** A stretch of a line whose characters have one level; odd levels run from right to left. Offsets are UTF-16. */
export interface VisualRun {
  readonly start: number;
  readonly end: number;
  readonly level: number;
}

/** White space at the end of a line: where it begins, and the level of its paragraph (0 or 1), which it takes. */
export interface TrailingSpace {
  readonly start: number;
  readonly level: number;
}

/**
 * Returns the embedding level of each UTF-16 unit, white space at the paragraph's end already at the
 * paragraph's own level. Undefined means that all levels are 0, which is known without looking twice
 * for text in left-to-right scripts.
 */
export function bidiLevels(text: string, base: 'ltr' | 'rtl' | 'auto'): Uint8Array | undefined {
  if (base !== 'rtl' && !mayRunBackwards(text)) return undefined;
  // The package's types call its only export `default`; what Node and bundlers deliver is the function itself.
  bidi ??= (bidiFactory as unknown as () => Bidi)();
  const { levels } = bidi.getEmbeddingLevels(astral.test(text) ? standIns(text) : text, base);
  return levels.some((level) => level !== 0) ? levels : undefined;
}

/** Tells whether a text from left to right may hold anything that runs the other way. */
export const mayRunBackwards = (text: string): boolean => rightToLeft.test(text);

/**
 * Returns the runs of a line from left to right (rule L2). `levels` are those of the whole paragraph;
 * runs never join across a change of level. Pass `trailing` when the line ends in white space before
 * the paragraph ends (rule L1).
 */
export function visualRuns(levels: Uint8Array, start: number, end: number, trailing?: TrailingSpace): readonly VisualRun[] {
  const runs: VisualRun[] = [];
  let highest = 0;
  let lowestOdd = 255;
  for (let at = start; at < end; ) {
    const from = at;
    const level = levelAt(levels, at, trailing);
    while (at < end && levelAt(levels, at, trailing) === level) at++;
    runs.push({ start: from, end: at, level });
    highest = Math.max(highest, level);
    lowestOdd = Math.min(lowestOdd, level | 1);
  }
  for (let level = highest; level >= lowestOdd; level--) {
    for (let at = 0; at < runs.length; at++) {
      const from = at;
      while (at < runs.length && runs[at]!.level >= level) at++;
      if (at - from > 1) reverse(runs, from, at);
    }
  }
  return runs;
}

/** Letters of right-to-left scripts, Arabic digits, and the characters that set directions. The surrogates begin such scripts beyond U+FFFF. */
const rightToLeft = /[\u0590-\u08ff\u200f\u202a-\u202e\u2066-\u2069\ufb1d-\ufdff\ufe70-\ufeff\ud802\ud803\ud83a\ud83b]/;
const astral = /[\ud800-\udbff]/;

let bidi: Bidi | undefined;

const levelAt = (levels: Uint8Array, at: number, trailing: TrailingSpace | undefined): number =>
  trailing && at >= trailing.start ? trailing.level : levels[at]!;

function reverse(runs: VisualRun[], from: number, to: number): void {
  for (let left = from, right = to - 1; left < right; left++, right--) {
    const run = runs[left]!;
    runs[left] = runs[right]!;
    runs[right] = run;
  }
}

/** Replaces what bidi-js cannot see, characters of two units, by two units of the same bidirectional class. */
function standIns(text: string): string {
  return text
    .replace(astralArabic, '\u0627\u0627')
    .replace(astralHebrew, '\u05d0\u05d0')
    .replace(astralDigit, '00')
    .replace(astralNeutral, '\u2022\u2022');
}

// Classes AL, R, EN and ON beyond U+FFFF (DerivedBidiClass); all others there behave as letters that run left to right.
const astralArabic = /[\u{10d00}-\u{10d3f}\u{10f30}-\u{10f6f}\u{1ec70}-\u{1ecbf}\u{1ed00}-\u{1ed4f}\u{1ee00}-\u{1eeff}]/gu;
const astralHebrew = /[\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/gu;
const astralDigit = /[\u{1d7ce}-\u{1d7ff}\u{1f100}-\u{1f10a}\u{1fbf0}-\u{1fbf9}]/gu;
const astralNeutral = /[\u{1f000}-\u{1f0ff}\u{1f300}-\u{1fbef}]/gu;
