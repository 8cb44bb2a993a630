/** Tables that cannot be read aloud: without cells that name rows and columns, or used to place things side by side. */

import { type MarkupElement, textOf } from '../markup/element.ts';
import type { Report } from '../source/diagnostic.ts';
import { layoutTable, tableWithoutHeaders } from './problems.ts';

/** What belongs in a page and not in a cell of figures. */
const blocks: ReadonlySet<string> = new Set([
  'table',
  'figure',
  'chart',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'aside',
  'section',
  'article',
]);

/** Checks a table. */
export function checkTableReading(table: MarkupElement, report: Report): void {
  const cells: MarkupElement[] = [];
  collectCells(table, cells);
  if (cells.length === 0) return;
  const hasHeader = cells.some((cell) => cell.name === 'th' && textOf(cell).trim() !== '');
  if (cells.some((cell) => holdsBlock(cell))) report(layoutTable(table.origin));
  else if (!hasHeader) report(tableWithoutHeaders(table.origin));
}

/** Cells of the table itself, not of tables in its cells. */
function collectCells(element: MarkupElement, cells: MarkupElement[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (child.name === 'td' || child.name === 'th') cells.push(child);
    else if (child.name !== 'caption') collectCells(child, cells);
  }
}

function holdsBlock(element: MarkupElement): boolean {
  return element.children.some((child) => child.kind === 'element' && (blocks.has(child.name) || holdsBlock(child)));
}
