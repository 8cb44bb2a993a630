/** Lines up the numbers of a table's column on their decimal mark (CSS Text 4, section 7.1.1). */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import { isInline, shownText } from './block-tools.ts';
import type { Cell } from './flow.ts';
import type { LayoutContext } from './layout-context.ts';
import { paragraphWidths } from './layout-paragraph.ts';

/**
 * Returns how far a cell's number reaches to the right of its place on the decimal mark: the mark with all after it, or what
 * follows the last digit of a whole number. Undefined for cells that are not lined up, and for those without a number.
 */
export function widthAfterMark(cell: StyledElement, context: LayoutContext): Pt | undefined {
  const { alignCharacter } = cell.style;
  if (alignCharacter === undefined || !cell.children.every(isInline)) return undefined;
  const text = shownText(cell);
  const at = markIn(text, alignCharacter);
  if (at === undefined) return undefined;
  const after = text.slice(at).replaceAll(' ', '\u00a0');
  return after === '' ? 0 : paragraphWidths([{ kind: 'text', text: after }], cell.style, context).max;
}

function markIn(text: string, mark: string): number | undefined {
  const at = text.lastIndexOf(mark);
  if (at !== -1 && /^\p{Nd}/u.test(text.slice(at + mark.length))) return at;
  const last = [...text.matchAll(/\p{Nd}/gu)].at(-1);
  return last && last.index + last[0].length;
}

/** Moves the line of a cell so that its number stands over the others; `most` is what the widest number has after its mark. */
export function alignNumber(cell: Cell, after: Pt | undefined, most: Pt): Cell {
  const [only, second] = cell.flow.strips;
  if (after === undefined || second || only?.content.kind !== 'line' || cell.flow.volatile.length > 0) return cell;
  const left = Math.min(...only.content.line.segments.map((segment) => segment.x));
  const shift = Math.min(most - after, Math.max(0, left));
  if (shift < 0.01) return cell;
  const content = { ...only.content, x: only.content.x - shift };
  return { ...cell, flow: { ...cell.flow, strips: [{ ...only, content }] } };
}
