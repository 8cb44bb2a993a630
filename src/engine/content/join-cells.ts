/**
 * Cells of a table that span columns or rows, as in MultiMarkdown: `||` after a cell joins it with the next column, and a
 * cell of nothing but `^^` with the cell above.
 */

import { straySpan, unevenSpan } from './block-problems.ts';
import type { BuildContext } from './build-context.ts';
import type { ProseElement } from './prose.ts';

/** A cell as it is written, one for each column. */
export interface WrittenCell {
  readonly element: ProseElement;
  /** What stands there: nothing at all between two bars, `^^`, or anything else. */
  readonly written: 'nothing' | 'ditto' | 'content';
}

/** A cell with the columns and rows that it spans. */
interface SpanningCell {
  readonly element: ProseElement;
  readonly column: number;
  columns: number;
  rows: number;
}

/** Joins the cells of the rows of one row group; returns the cells of each row that are left. */
export function joinCells(rows: readonly (readonly WrittenCell[])[], context: BuildContext): readonly (readonly ProseElement[])[] {
  let above: readonly SpanningCell[] = [];
  const made = rows.map((row): readonly SpanningCell[] => {
    const own: SpanningCell[] = [];
    const reached: SpanningCell[] = [];
    for (const { cell, isDitto } of joinColumns(row, context)) {
      const upper = isDitto ? cellAbove(cell, above, context) : undefined;
      if (upper) upper.rows += 1;
      else own.push(cell);
      reached.push(upper ?? cell);
    }
    above = reached;
    return own;
  });
  return made.map((cells) => cells.map(withSpans));
}

function joinColumns(row: readonly WrittenCell[], { file, report }: BuildContext): readonly { cell: SpanningCell; isDitto: boolean }[] {
  const cells: { cell: SpanningCell; isDitto: boolean }[] = [];
  for (const [column, { element, written }] of row.entries()) {
    const last = cells.at(-1);
    if (written === 'nothing' && last) last.cell.columns += 1;
    else {
      if (written === 'nothing') report(straySpan('||', { file, start: element.start - 1, end: element.start + 1 }));
      cells.push({ cell: { element, column, columns: 1, rows: 1 }, isDitto: written === 'ditto' });
    }
  }
  return cells;
}

function cellAbove(cell: SpanningCell, above: readonly SpanningCell[], { file, report }: BuildContext): SpanningCell | undefined {
  const { element, column, columns } = cell;
  const place = { file, start: element.start, end: element.end };
  const upper = above.find((each) => each.column <= column && column < each.column + each.columns);
  if (!upper) report(straySpan('^^', place));
  else if (upper.column !== column || upper.columns !== columns) report(unevenSpan(upper.columns, place));
  else return upper;
  return undefined;
}

function withSpans({ element, columns, rows }: SpanningCell): ProseElement {
  if (columns === 1 && rows === 1) return element;
  const attributes = new Map(element.attributes);
  if (columns > 1) {
    attributes.set('colspan', String(columns));
    if (attributes.get('scope') === 'col') attributes.set('scope', 'colgroup');
  }
  if (rows > 1) {
    attributes.set('rowspan', String(rows));
    if (attributes.get('scope') === 'row') attributes.set('scope', 'rowgroup');
  }
  return { ...element, attributes };
}
