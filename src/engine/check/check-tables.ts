/** Tables that cannot be read aloud: without cells that name rows and columns, with empty ones, or used to place things side by side. */

import { type MarkupElement, textOf } from '../markup/element.ts';
import type { Report } from '../source/diagnostic.ts';
import { emptyHeaderCell, layoutTable, tableWithoutHeaders } from './problems.ts';

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

/** What is in a cell that has no words, and is heard or filled in all the same. */
const wordless: ReadonlySet<string> = new Set(['formula', 'answer-lines', 'checkbox', 'qr-code', 'page-of', 'pages-of', 'ref']);

/** Checks a table. */
export function checkTableReading(table: MarkupElement, report: Report): void {
  const rows: MarkupElement[] = [];
  collectRows(table, rows);
  const cells = rows.flatMap(cellsOf);
  if (cells.length === 0) return;
  if (cells.some((cell) => holdsBlock(cell))) report(layoutTable(table.origin));
  else if (!cells.some((cell) => isHead(cell) && !isEmpty(cell))) report(tableWithoutHeaders(table.origin));
  else checkHeads(rows, report);
}

/** The corner above the cells that name rows has nothing to name. Every other header cell is read aloud with the cells that it heads. */
function checkHeads([first, ...others]: readonly MarkupElement[], report: Report): void {
  const heads = cellsOf(first!);
  const corner = heads.every(isHead) ? Math.max(0, ...others.map(countLeadingHeads)) : 0;
  for (const cell of [...heads.slice(corner), ...others.flatMap(cellsOf)]) {
    if (isHead(cell) && isEmpty(cell)) report(emptyHeaderCell(cell.origin));
  }
}

/** How many cells at the beginning of a row name it; none in a row of header cells only. */
function countLeadingHeads(row: MarkupElement): number {
  return Math.max(
    0,
    cellsOf(row).findIndex((cell) => !isHead(cell)),
  );
}

/** Rows of the table itself, not of tables in its cells. */
function collectRows(element: MarkupElement, rows: MarkupElement[]): void {
  for (const child of element.children) {
    if (child.kind === 'text') continue;
    if (child.name === 'tr') rows.push(child);
    else if (child.name !== 'caption') collectRows(child, rows);
  }
}

const cellsOf = (row: MarkupElement): readonly MarkupElement[] =>
  row.children.filter((child): child is MarkupElement => child.kind === 'element' && (child.name === 'td' || child.name === 'th'));

const isHead = (cell: MarkupElement): boolean => cell.name === 'th';

const isEmpty = (cell: MarkupElement): boolean => textOf(cell).trim() === '' && !holdsMore(cell);

const holdsMore = (element: MarkupElement): boolean =>
  element.children.some(
    (child) =>
      child.kind === 'element' && (wordless.has(child.name) || (child.attributes.get('alt') ?? '').trim() !== '' || holdsMore(child)),
  );

function holdsBlock(element: MarkupElement): boolean {
  return element.children.some((child) => child.kind === 'element' && (blocks.has(child.name) || holdsBlock(child)));
}
