/**
 * Tables as plain text: in columns where they fit, and otherwise cell by cell, each with the header of its column,
 * which is how they are best heard in any case.
 */
import { fillPattern } from '../content/format-labels.ts';
import type { MarkupElement, MarkupNode } from '../markup/element.ts';
import { isBlock } from '../markup/vocabulary.ts';
import { hasClass } from './read-element.ts';
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
  /** Cells of earlier rows that reach into this one. */
  readonly above: readonly Cell[];
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
  /** By column, the cell that reaches into the next rows, and into how many. */
  const reaching: ({ readonly cell: Cell; rowsLeft: number } | undefined)[] = [];
  let columnCount = 0;
  let hasSpans = false;
  const readRow = (row: MarkupElement, isInHead: boolean): void => {
    const cells: Cell[] = [];
    const above = new Set<Cell>();
    let column = 0;
    const skipReached = (): void => {
      for (let reached = reaching[column]; reached && reached.rowsLeft > 0; reached = reaching[++column]) {
        reached.rowsLeft--;
        above.add(reached.cell);
      }
    };
    for (const element of elementsIn(row)) {
      skipReached();
      const columnSpan = spanOf(element, 'colspan');
      const rowSpan = spanOf(element, 'rowspan');
      hasSpans ||= columnSpan > 1 || rowSpan > 1;
      const text = sayCell(element, page);
      const cell: Cell = {
        text,
        isHeader: element.name === 'th',
        align: hasClass(element, 'align-right') ? 'end' : 'start',
        column,
        columnSpan,
      };
      cells.push(cell);
      for (const end = column + columnSpan; column < end; column++) reaching[column] = { cell, rowsLeft: rowSpan - 1 };
    }
    skipReached();
    columnCount = Math.max(columnCount, column);
    const isHead = isInHead || (rows.length === 0 && cells.length > 1 && cells.every((cell) => cell.isHeader));
    if (cells.length > 0) rows.push({ cells, above: [...above], isHead });
  };
  for (const part of elementsIn(table)) {
    if (part.name === 'tr') readRow(part, false);
    else if (part.name !== 'caption') for (const row of elementsIn(part)) if (row.name === 'tr') readRow(row, part.name === 'thead');
  }
  return { rows, columnCount, hasSpans };
}

const elementsIn = (element: MarkupElement): readonly MarkupElement[] => element.children.filter((child) => child.kind === 'element');

/** What a cell says on one line; blocks in it are kept apart. */
function sayCell(cell: MarkupElement, page: TextPage): string {
  return sayInline(apart(cell.children), page).replaceAll('\n', ' ');
}

/** Puts a space between blocks, which in plain text nothing else would separate. */
function apart(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  const space: MarkupNode = { kind: 'text', text: ' ' };
  return nodes.flatMap((node) =>
    node.kind === 'element' && isBlock(node.name) ? [space, { ...node, children: apart(node.children) }, space] : [node],
  );
}

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
    const line = cells
      .map(({ text, column, align }) => padText(text, widths[column]!, align))
      .join(gap)
      .trimEnd();
    const isLastHead = isHead && rows[index + 1]?.isHead !== true;
    return isLastHead ? [line, widths.map((width) => '-'.repeat(width)).join(gap)] : [line];
  });
}

/** A paragraph for each row: its own header, then a line for each other cell. */
function writeCells({ rows, columnCount }: Grid, columns: number, page: TextPage): readonly string[] {
  const { language } = page.twin;
  const headers: string[][] = Array.from({ length: columnCount }, () => []);
  const lines: string[] = [];
  for (const row of rows) {
    const { cells } = row;
    if (row.isHead) {
      for (const { text, column, columnSpan } of cells)
        for (let at = column; at < column + columnSpan; at++) if (text !== '') headers[at]?.push(text);
      continue;
    }
    if (lines.length > 0) lines.push('');
    const rowNames = rowNamesOf(row);
    for (const name of rowNames) lines.push(...wrapText(labelled(name, headers, page), columns, language));
    const indent = rowNames.length > 0 ? '  ' : '';
    for (const cell of cells) {
      if (rowNames.includes(cell) || cell.text === '') continue;
      const said = wrapText(labelled(cell, headers, page), columns - indent.length - 2, language);
      lines.push(...said.map((line, at) => `${indent}${at === 0 ? '' : '  '}${line}`));
    }
  }
  if (lines.length > 0) return lines;
  const heads = rows.flatMap((row) => row.cells.map((cell) => cell.text));
  return wrapText(heads.filter((text) => text !== '').join(gap), columns, language);
}

/** The headers of a row, those that reach down into it too; the first column names its row even where nobody marked it up so. */
function rowNamesOf({ cells, above }: Row): readonly Cell[] {
  const names = [...above, ...cells].filter((cell) => cell.isHeader);
  const [first, ...others] = cells;
  return names.length > 0 || !first || others.length === 0 ? names : [first];
}

/** A cell after the header of its column. */
function labelled({ text, column }: Cell, headers: readonly (readonly string[])[], { twin }: TextPage): string {
  const label = (headers[column] ?? []).join(twin.labels.listComma);
  return label === '' || text === '' ? text : fillPattern(twin.labels.labelledTitle, { label, title: text });
}
