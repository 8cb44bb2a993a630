/**
 * Tables as plain text: in columns where they fit, and otherwise cell by cell, each with the header of its column,
 * which is how they are best heard in any case.
 */
import { fillPattern } from '../content/format-labels.ts';
import type { MarkupElement } from '../markup/element.ts';
import { hasClass } from './html-page.ts';
import { sayInline, type TextPage } from './say-inline.ts';
import { columnsOf, padText, wrapText } from './wrap-text.ts';

/** A cell of the grid. */
interface Cell {
  readonly text: string;
  readonly isHeader: boolean;
  readonly align: 'start' | 'end';
  readonly column: number;
  readonly columnSpan: number;
}

interface Row {
  readonly cells: readonly Cell[];
  readonly isHead: boolean;
}

interface Grid {
  readonly rows: readonly Row[];
  readonly columnCount: number;
  readonly hasSpans: boolean;
}

/** Returns the lines of a table, its caption apart. */
export function writeTextTable(table: MarkupElement, columns: number, page: TextPage): readonly string[] {
  const grid = readGrid(table, page);
  return writeColumns(grid, columns) ?? writeCells(grid, columns, page);
}

function readGrid(table: MarkupElement, page: TextPage): Grid {
  const rows: Row[] = [];
  /** Rows that the cell above still covers, by column. */
  const covered: number[] = [];
  let columnCount = 0;
  let hasSpans = false;
  const readRow = (row: MarkupElement, isInHead: boolean): void => {
    const cells: Cell[] = [];
    let column = 0;
    const skipCovered = (): void => {
      for (; (covered[column] ?? 0) > 0; column++) covered[column]!--;
    };
    for (const cell of elementsIn(row)) {
      skipCovered();
      const columnSpan = spanOf(cell, 'colspan');
      const rowSpan = spanOf(cell, 'rowspan');
      hasSpans ||= columnSpan > 1 || rowSpan > 1;
      const text = sayInline(cell.children, page).replaceAll('\n', ' ');
      cells.push({ text, isHeader: cell.name === 'th', align: hasClass(cell, 'align-right') ? 'end' : 'start', column, columnSpan });
      for (const end = column + columnSpan; column < end; column++) covered[column] = rowSpan - 1;
    }
    for (; column < columnCount; column++) if ((covered[column] ?? 0) > 0) covered[column]!--;
    columnCount = Math.max(columnCount, column);
    const isHead = isInHead || (rows.length === 0 && cells.length > 1 && cells.every((cell) => cell.isHeader));
    if (cells.length > 0) rows.push({ cells, isHead });
  };
  for (const part of elementsIn(table)) {
    if (part.name === 'tr') readRow(part, false);
    else if (part.name !== 'caption') for (const row of elementsIn(part)) if (row.name === 'tr') readRow(row, part.name === 'thead');
  }
  return { rows, columnCount, hasSpans };
}

const elementsIn = (element: MarkupElement): readonly MarkupElement[] => element.children.filter((child) => child.kind === 'element');

/** More columns than anybody can print are not believed. */
function spanOf(cell: MarkupElement, name: 'colspan' | 'rowspan'): number {
  const span = Math.trunc(Number(cell.attributes.get(name) ?? 1));
  return span >= 1 ? Math.min(span, 1000) : 1;
}

const gap = '  ';

/** Returns undefined when the table is too wide, or cells span others. */
function writeColumns({ rows, columnCount, hasSpans }: Grid, columns: number): readonly string[] | undefined {
  if (hasSpans || rows.length === 0) return undefined;
  const widths: number[] = new Array(columnCount).fill(0);
  for (const { cells } of rows) for (const { text, column } of cells) widths[column] = Math.max(widths[column]!, columnsOf(text));
  if (widths.reduce((sum, width) => sum + width, 0) + gap.length * (columnCount - 1) > columns) return undefined;
  return rows.flatMap(({ cells, isHead }, index) => {
    const line = cells.map(({ text, column, align }) => padText(text, widths[column]!, align)).join(gap).trimEnd();
    const isLastHead = isHead && rows[index + 1]?.isHead !== true;
    return isLastHead ? [line, widths.map((width) => '-'.repeat(width)).join(gap)] : [line];
  });
}

/** A paragraph for each row: its own header, then a line for each other cell. */
function writeCells({ rows, columnCount }: Grid, columns: number, page: TextPage): readonly string[] {
  const { labels, language } = page.twin;
  const headers: string[][] = Array.from({ length: columnCount }, () => []);
  const lines: string[] = [];
  for (const { cells, isHead } of rows) {
    if (isHead) {
      for (const { text, column, columnSpan } of cells)
        for (let at = column; at < column + columnSpan; at++) if (text !== '') headers[at]?.push(text);
      continue;
    }
    if (lines.length > 0) lines.push('');
    const [first, ...others] = cells;
    // The first column names its row even where nobody marked it up so.
    const names = cells.filter((cell) => cell.isHeader);
    const rowNames = names.length > 0 || !first || others.length === 0 ? names : [first];
    for (const name of rowNames) lines.push(...wrapText(name.text, columns, language));
    const indent = rowNames.length > 0 ? '  ' : '';
    for (const cell of cells) {
      if (rowNames.includes(cell) || cell.text === '') continue;
      const label = (headers[cell.column] ?? []).join(labels.listComma);
      const text = label === '' ? cell.text : fillPattern(labels.labelledTitle, { label, title: cell.text });
      lines.push(...wrapText(text, columns - indent.length - 2, language).map((line, at) => `${indent}${at === 0 ? '' : '  '}${line}`));
    }
  }
  const heading = rows.filter((row) => row.isHead).flatMap((row) => row.cells.map((cell) => cell.text));
  // The header of the first column is said once, since its cells stand alone.
  const corner = headers[0]?.join(labels.listComma) ?? '';
  if (lines.length === 0) return wrapText(heading.join(gap), columns, language);
  return corner === '' ? lines : [...wrapText(`${corner}:`, columns, language), '', ...lines];
}
