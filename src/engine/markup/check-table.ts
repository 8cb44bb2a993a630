/** Checks that all rows of a table cover the same columns, counting cells that span. */
import type { Report } from '../source/diagnostic.ts';
import type { MarkupElement } from './element.ts';
import * as problems from './problems.ts';

/** More columns than this come from a slip of the keyboard. */
const mostColumns = 1000;

/** Reports the first row of a table that covers more or fewer columns than the rows before it. */
export function checkTable(table: MarkupElement, report: Report): void {
  let expected: number | undefined;
  for (const rows of rowGroupsOf(table)) {
    /** For each column, how many more rows a cell from above reaches into. */
    let reaching: number[] = [];
    for (const row of rows) {
      const { width, reaching: next } = coverRow(row, reaching);
      reaching = next;
      expected ??= width;
      if (width === expected) continue;
      report(problems.unevenRow(width, expected, row.origin));
      return;
    }
  }
}

/** Spans end with their group, as in HTML. */
function rowGroupsOf(table: MarkupElement): readonly (readonly MarkupElement[])[] {
  const groups: MarkupElement[][] = [];
  let loose: MarkupElement[] | undefined;
  for (const child of table.children) {
    if (child.kind === 'text') continue;
    if (child.name === 'tr') {
      if (!loose) groups.push((loose = []));
      loose.push(child);
    } else {
      loose = undefined;
      groups.push(child.children.filter((row): row is MarkupElement => row.kind === 'element' && row.name === 'tr'));
    }
  }
  return groups;
}

function coverRow(row: MarkupElement, reaching: readonly number[]): { readonly width: number; readonly reaching: number[] } {
  const next = reaching.map((rows) => Math.max(0, rows - 1));
  let column = 0;
  for (const cell of row.children) {
    if (cell.kind === 'text' || (cell.name !== 'td' && cell.name !== 'th')) continue;
    while ((reaching[column] ?? 0) > 0) column++;
    const columns = Math.min(spanOf(cell, 'colspan'), mostColumns);
    const rows = spanOf(cell, 'rowspan');
    for (let covered = 0; covered < columns; covered++) next[column + covered] = Math.max(next[column + covered] ?? 0, rows - 1);
    column += columns;
  }
  while ((reaching[column] ?? 0) > 0) column++;
  return { width: column, reaching: next };
}

function spanOf(cell: MarkupElement, attribute: string): number {
  const span = Number(cell.attributes.get(attribute) ?? 1);
  return Number.isInteger(span) && span > 0 ? span : 1;
}
