/**
 * Punctuation that stands outside the measure, so that the edge of the text looks straight: `hanging-punctuation` of CSS Text 3,
 * section 9.1, with hyphens and closing quotation marks hanging, too, as in the margin kerning of books.
 */
import type { Pt } from '../geometry/length.ts';
import { box, forbidden, glue, penalty, rigid } from './break-lines.ts';
import { isHyphen } from './line-atoms.ts';
import { measurerFor, pointsAt } from './measure-word.ts';
import type { HangingPunctuation, InlineRun } from './paragraph.ts';
import { isGap, type ParagraphItems } from './paragraph-items.ts';
import type { ParagraphText } from './paragraph-text.ts';
import type { TextContext } from './text-context.ts';

const quotes = `"'“”‘’«»‹›„‚`;
const opening = `${quotes}([{「『（【〔《〈`;
const closing = `${quotes})]}」』）】〕》〉`;
const endMarks = `.,،۔、。，．﹐﹑﹒｡､-‐${quotes}`;

/** Returns the width of an opening mark that begins the paragraph; 0 when it begins otherwise. */
export function hangingStart(runs: readonly InlineRun[], { text, starts }: ParagraphText, context: TextContext): Pt {
  let at = 0;
  while (text[at] === ' ') at++;
  const mark = text[at];
  if (mark === undefined || !opening.includes(mark)) return 0;
  const run = runs[starts.findLastIndex((start) => start <= at)];
  return run?.kind === 'text' ? measurerFor(context, run.style).measure(mark, false).width : 0;
}

/** Measures what would hang at each item if the line ended there; one mark at most. */
export function measureHanging(
  items: ParagraphItems,
  runs: readonly InlineRun[],
  hanging: HangingPunctuation,
  direction: 'ltr' | 'rtl',
): Float64Array {
  const hangs = new Float64Array(items.length);
  const level = direction === 'rtl' ? 1 : 0;
  for (let index = 0; index < items.length; index++) {
    const kind = items.kind[index]!;
    if (kind === box || kind === rigid || (kind === penalty && items.penalty[index]! >= forbidden)) continue;
    const isEnd = index === items.length - 1;
    const marks = isEnd && hanging.last ? closing : hanging.end === 'none' ? '' : endMarks;
    if (marks === '' || (kind === glue && isGap(items, index))) continue;
    if (isHyphen(items, index)) hangs[index] = items.width[index]!;
    else hangs[index] = lastMark(items, runs, { index, marks, level });
  }
  return hangs;
}

/** Returns the width of the last character before a break, if it is one of the marks and stands at the end of the line. */
function lastMark(
  items: ParagraphItems,
  runs: readonly InlineRun[],
  { index, marks, level }: { readonly index: number; readonly marks: string; readonly level: number },
): Pt {
  let at = index - 1;
  // Anchors show nothing.
  while (at >= 0 && items.kind[at] === box && items.width[at] === 0) at--;
  const word = items.words[at];
  const run = runs[items.run[at]!];
  if (at < 0 || items.kind[at] !== box || !word || run?.kind !== 'text' || (items.level[at]! & 1) !== level) return 0;
  const end = items.to[at]!;
  if (!marks.includes(word.text[end - 1]!)) return 0;
  const { widths } = pointsAt([end - 1, end], word, run.style);
  return widths[1]! - widths[0]!;
}
