/** A word becomes items: fragments with the places between them at which it may be divided. */
import type { Pt } from '../geometry/length.ts';
import { box, penalty } from './break-lines.ts';
import { clusterEnds } from './cluster-ends.ts';
import type { DivisionPoints } from './divide-word.ts';
import { isDropped, type MeasuredWord, pointsAt, type WordMeasurer } from './measure-word.ts';
import type { HyphenLimits } from './paragraph.ts';
import { addItem, type ItemSource, type ParagraphItems } from './paragraph-items.ts';

/** How a word may be divided. */
export interface WordDivision {
  readonly measurer: WordMeasurer;
  /** By the patterns of its language, too; soft hyphens always count. */
  readonly hyphenates: boolean;
  /** Which of the patterns' places count; all, if undefined. */
  readonly limits: HyphenLimits | undefined;
  /** Between any two grapheme clusters, because it is longer than the line. */
  readonly isBreakable: boolean;
  /** Not even at soft hyphens, because no line may end inside or its style wants no hyphens. */
  readonly staysWhole: boolean;
  /** Where its style breaks it without hyphens, ascending; then its language does not hyphenate it. */
  readonly offsets: readonly number[] | undefined;
}

/**
 * A line would rather stretch its spaces to 2.2 times their width than end in a hyphen. That is far more than TeX's 50, because letters
 * help here: with 1,600, hyphens are fewer and spaces more even than Typst's (see `npm run bench -- --quality`).
 */
const hyphenPenalty = 1_600;
/** Inside a word where there is no hyphenation point: the last resort. */
const anywherePenalty = 5_000;

/** Adds the items of a word that begins at `source`. */
export function addWord(items: ParagraphItems, word: MeasuredWord, source: ItemSource, division: WordDivision): void {
  const { measurer, offsets, isBreakable, staysWhole } = division;
  const points = staysWhole ? undefined : division.hyphenates && !offsets ? measurer.pointsOf(word, division.limits) : word.softPoints;
  if (offsets || isBreakable) {
    addBreakableWord(items, word, source, { measurer, points, isBreakable, offsets });
    return;
  }
  let from = 0;
  let widthBefore = 0;
  if (points) {
    const hyphen = measurer.hyphen((source.level & 1) === 1);
    for (let index = 0; index < points.offsets.length; index++) {
      const to = points.offsets[index]!;
      addFragment(items, word, source, { from, to, width: points.widths[index]! - widthBefore });
      addHyphen(items, word, source, hyphen.width);
      from = to;
      widthBefore = points.widths[index]!;
    }
  }
  if (from < word.length) addFragment(items, word, source, { from, to: word.length, width: word.width - widthBefore });
}

/**
 * Returns where lines may end in a word that stays one between two offsets of a text, counted without invisible characters. Its soft
 * hyphens are such places, too.
 */
export function innerBreaks(text: string, breaks: Uint8Array, start: number, stop: number): readonly number[] {
  const offsets: number[] = [];
  let offset = 0;
  for (let at = start; at < stop; at++) {
    if (offset > 0 && breaks[at] !== 0 && offsets.at(-1) !== offset) offsets.push(offset);
    if (!isDropped(text[at]!)) offset++;
  }
  return offsets;
}

interface Fragment {
  readonly from: number;
  readonly to: number;
  readonly width: Pt;
}

function addFragment(items: ParagraphItems, word: MeasuredWord, source: ItemSource, fragment: Fragment): void {
  const index = addItem(items, box, fragment.width, source);
  items.words[index] = word;
  items.from[index] = fragment.from;
  items.to[index] = fragment.to;
}

function addHyphen(items: ParagraphItems, word: MeasuredWord, source: ItemSource, width: Pt): number {
  const index = addItem(items, penalty, width, source);
  items.penalty[index] = hyphenPenalty;
  items.flagged[index] = 1;
  items.words[index] = word;
  return index;
}

/** Its hyphenation points, and the places that its style allows, stay better than all others. */
function addBreakableWord(
  items: ParagraphItems,
  word: MeasuredWord,
  source: ItemSource,
  how: Pick<WordDivision, 'measurer' | 'isBreakable' | 'offsets'> & { readonly points: DivisionPoints | undefined },
): void {
  const hyphenated = new Set(how.points?.offsets);
  const free = new Set(how.offsets);
  const ends = clusterEnds(word.text).filter((end) => how.isBreakable || free.has(end) || end === word.length);
  const { widths } = pointsAt(ends, word, how.measurer.style);
  const hyphen = how.measurer.hyphen((source.level & 1) === 1);
  let from = 0;
  let widthBefore = 0;
  for (const [index, to] of ends.entries()) {
    addFragment(items, word, source, { from, to, width: widths[index]! - widthBefore });
    if (hyphenated.has(to)) {
      const index = addHyphen(items, word, source, hyphen.width);
      // Where a line may end anyway, a soft hyphen is no worse a place.
      if (how.offsets) items.penalty[index] = 0;
    } else if (to < word.length) items.penalty[addItem(items, penalty, 0, source)] = free.has(to) ? 0 : anywherePenalty;
    from = to;
    widthBefore = widths[index]!;
  }
}
