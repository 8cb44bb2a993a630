/** Makes the lines of a heading about equally long (CSS Text 4, `text-wrap: balance`) without using more lines. */
import type { Pt } from '../geometry/length.ts';
import { box, forbidden, glue, type LineItems, penalty, rigid } from './break-lines.ts';

/** Longer paragraphs are text, not headings; balancing them helps nobody. */
const mostLines = 12;
/** Halving the measure twelve times gets within a point of the best width. */
const trials = 12;

/**
 * Returns the items at which lines end when they fill the narrowest measure that needs no more lines than `width` does.
 * Undefined when that cannot be done without hyphens, or when there is nothing to balance.
 */
export function balanceLines(items: LineItems, width: Pt): Int32Array | undefined {
  let best = fillLines(items, width);
  if (!best || best.length < 2 || best.length > mostLines) return best && best.length < 2 ? best : undefined;
  const count = best.length;
  let narrow = 0;
  let wide = width;
  for (let trial = 0; trial < trials; trial++) {
    const middle = (narrow + wide) / 2;
    const lines = fillLines(items, middle);
    if (lines && lines.length <= count) {
      best = lines;
      wide = middle;
    } else {
      narrow = middle;
    }
  }
  return best;
}

/** Puts as much as fits on each line; undefined when something is wider than the line. Words are not hyphenated. */
function fillLines(items: LineItems, width: Pt): Int32Array | undefined {
  const breaks: number[] = [];
  let lineWidth = 0;
  // The last place where this line could end, and the width of the next line if it did.
  let lastBreak = -1;
  let afterBreak = 0;
  for (let index = 0; index < items.length; index++) {
    const kind = items.kind[index]!;
    const own = items.width[index]!;
    if (kind === box || kind === rigid) {
      lineWidth += own;
      afterBreak += own;
      if (lineWidth <= width) continue;
      if (lastBreak < 0 || afterBreak > width) return undefined;
      breaks.push(lastBreak);
      lineWidth = afterBreak;
      lastBreak = -1;
    } else if (kind === glue) {
      lastBreak = index;
      lineWidth += own;
      afterBreak = 0;
    } else if (items.penalty[index]! <= -forbidden) {
      breaks.push(index);
      lineWidth = afterBreak = 0;
      lastBreak = -1;
    } else if (items.penalty[index]! < forbidden && own === 0 && kind === penalty) {
      lastBreak = index;
      afterBreak = items.postBreaks?.get(index)?.width ?? 0;
    }
  }
  return Int32Array.from(breaks);
}
