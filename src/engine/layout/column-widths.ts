/** How wide the columns of a table are: fixed and percentage widths first, then by content (CSS 2.2, 17.5.2.2). */
import type { Pt } from '../geometry/length.ts';
import type { Style, StyledElement } from '../style/style.ts';
import type { ContentWidths } from '../text/paragraph.ts';
import { widthAfterMark } from './align-numbers.ts';
import { isInline } from './block-tools.ts';
import { extentOf } from './box-geometry.ts';
import type { LayoutContext } from './layout-context.ts';
import { paragraphWidths } from './layout-paragraph.ts';
import { roomOfNumbers } from './line-numbers.ts';
import { readTableGrid, type TableGrid } from './table-grid.ts';

export interface ColumnWidths {
  readonly widths: readonly Pt[];
  /** What the content needs at the least; more than the sum of `widths` when words must be divided. */
  readonly needed: Pt;
  /** For each column, the most that a number has after its decimal mark. */
  readonly afterMarks: readonly Pt[];
}

interface Column {
  min: Pt;
  max: Pt;
  /** What the author asks for, but never less than `min`. */
  fixed: Pt | undefined;
  /** The most that numbers have before and after their decimal mark; see `align-numbers.ts`. */
  beforeMark: Pt;
  afterMark: Pt;
}

/** Shares out `available` among the columns of a table; `style` is the table's. */
export function columnWidths(grid: TableGrid, available: Pt, style: Style, context: LayoutContext): ColumnWidths {
  if (style.tableLayout === 'fixed') return fixedWidths(grid, available);
  const columns = measureColumns(grid, available, context);
  const needed = sum(columns, (column) => column.min);
  const isFull = style.width !== 'auto';
  return { widths: shareOut(columns, { available, needed, isFull }), needed, afterMarks: columns.map((column) => column.afterMark) };
}

function shareOut(columns: readonly Column[], room: { available: Pt; needed: Pt; isFull: boolean }): readonly Pt[] {
  const { available, needed, isFull } = room;
  if (needed > available) return tooNarrowWidths(columns, available);
  const free = columns.filter((column) => column.fixed === undefined);
  const wished = sum(columns, (column) => column.fixed ?? 0);
  const left = available - wished;
  if (left < sum(free, (column) => column.min)) {
    // More is asked for than there is: what is above the least widths shrinks evenly.
    const extra = wished + sum(free, (column) => column.min) - needed;
    const share = (available - needed) / extra;
    return columns.map((column) => column.min + (column.fixed === undefined ? 0 : (column.fixed - column.min) * share));
  }
  const max = sum(free, (column) => column.max);
  if (free.length === 0) {
    const spare = isFull ? left / Math.max(1, wished) : 0;
    return columns.map((column) => column.fixed! * (1 + spare));
  }
  if (left >= max) {
    const spare = isFull ? (left - max) / Math.max(max, 1) : 0;
    return columns.map((column) => column.fixed ?? column.max * (1 + spare));
  }
  const generous = widthsWithNarrowColumnsWhole(free, left);
  return columns.map((column) => column.fixed ?? generous.get(column)!);
}

/** Too narrow: columns of short words keep them whole, and those of the longest words are equally wide and divide them. */
function tooNarrowWidths(columns: readonly Column[], available: Pt): readonly Pt[] {
  let wide = columns;
  let left = available;
  for (;;) {
    const fair = left / wide.length;
    const rest = wide.filter((column) => column.min > fair);
    if (rest.length === wide.length) return columns.map((column) => (wide.includes(column) ? fair : column.min));
    left -= sum(wide, (column) => (column.min > fair ? 0 : column.min));
    wide = rest;
  }
}

/** `table-layout: fixed` (CSS 2.2, 17.5.2.1): the first row decides, and columns that it leaves open share the rest. */
function fixedWidths(grid: TableGrid, available: Pt): ColumnWidths {
  const wished: (Pt | undefined)[] = Array.from({ length: grid.columnCount }, () => undefined);
  for (const { element, column, columnSpan } of grid.rows[0]?.cells ?? []) {
    const width = extentOf(element.style.width, available);
    if (width !== undefined) wished.fill(width / columnSpan, column, column + columnSpan);
  }
  const total = sum(wished, (width) => width ?? 0);
  const open = wished.filter((width) => width === undefined).length;
  const scale = total > available || (open === 0 && total > 0) ? available / total : 1;
  const rest = open > 0 ? Math.max(0, available - total) / open : 0;
  return { widths: wished.map((width) => (width === undefined ? rest : width * scale)), needed: 0, afterMarks: wished.map(() => 0) };
}

/**
 * Narrow columns, such as numbers and names, get all that they would like; the wide ones share what is left. CSS
 * gives every column its part of the room, so that one long column makes every short one break its words.
 */
function widthsWithNarrowColumnsWhole(columns: readonly Column[], room: Pt): ReadonlyMap<Column, Pt> {
  const widths = new Map<Column, Pt>();
  let wide = columns;
  let left = room;
  for (;;) {
    const fair = left / wide.length;
    const narrow = wide.filter((column) => column.max <= fair);
    const rest = wide.filter((column) => column.max > fair);
    const leftAfter = left - sum(narrow, (column) => column.max);
    if (narrow.length === 0 || leftAfter < sum(rest, (column) => column.min)) break;
    for (const column of narrow) widths.set(column, column.max);
    wide = rest;
    left = leftAfter;
  }
  const min = sum(wide, (column) => column.min);
  const growth = sum(wide, (column) => column.max - column.min);
  for (const column of wide) widths.set(column, column.min + ((left - min) * (column.max - column.min)) / Math.max(growth, 0.001));
  return widths;
}

function measureColumns(grid: TableGrid, available: Pt, context: LayoutContext): readonly Column[] {
  const columns: Column[] = Array.from({ length: grid.columnCount }, () => ({
    min: 0,
    max: 0,
    fixed: undefined,
    beforeMark: 0,
    afterMark: 0,
  }));
  const spanning: { first: number; count: number; widths: ContentWidths; fixed: Pt | undefined }[] = [];
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const widths = cellWidths(cell.element, context);
      const fixed = extentOf(cell.element.style.width, available);
      if (cell.columnSpan > 1) {
        spanning.push({ first: cell.column, count: cell.columnSpan, widths, fixed });
        continue;
      }
      const column = columns[cell.column]!;
      column.min = Math.max(column.min, widths.min);
      column.max = Math.max(column.max, widths.max);
      if (fixed !== undefined) column.fixed = Math.max(column.fixed ?? 0, fixed);
      const after = widthAfterMark(cell.element, context);
      if (after === undefined) continue;
      column.beforeMark = Math.max(column.beforeMark, widths.max - after);
      column.afterMark = Math.max(column.afterMark, after);
    }
  }
  for (const column of columns) {
    column.min = Math.max(column.min, column.beforeMark + column.afterMark);
    column.max = Math.max(column.max, column.min);
  }
  for (const { first, count, widths, fixed } of spanning) {
    const under = columns.slice(first, first + count);
    const minGap = (widths.min - sum(under, (column) => column.min)) / count;
    const maxGap = (widths.max - sum(under, (column) => column.max)) / count;
    for (const column of under) {
      column.min += Math.max(0, minGap);
      column.max += Math.max(0, maxGap, column.min - column.max);
    }
    // A width of a cell that spans is shared by the columns that have none of their own.
    const open = under.filter((column) => column.fixed === undefined);
    const rest = (fixed ?? 0) - sum(under, (column) => column.fixed ?? 0);
    if (fixed !== undefined) for (const column of open) column.fixed = Math.max(0, rest) / open.length;
  }
  for (const column of columns) if (column.fixed !== undefined) column.fixed = Math.max(column.fixed, column.min);
  return columns;
}

/** Returns the least and the natural width of a cell or block with its padding and borders. */
function cellWidths(element: StyledElement, context: LayoutContext): ContentWidths {
  const { style } = element;
  const edges = style.padding.left + style.padding.right + style.borderLeft.width + style.borderRight.width;
  let min = 0;
  let max = 0;
  const take = (widths: ContentWidths) => {
    min = Math.max(min, widths.min);
    max = Math.max(max, widths.max);
  };
  if (style.display === 'table') {
    const columns = measureColumns(readTableGrid(element), 0, context);
    return { min: sum(columns, (column) => column.min) + edges, max: sum(columns, (column) => column.max) + edges };
  }
  const inline = element.children.filter(isInline);
  if (inline.length > 0) {
    const numbers = roomOfNumbers(element, context);
    const widths = paragraphWidths(inline, style, context);
    take({ min: widths.min + numbers, max: widths.max + numbers });
  }
  for (const child of element.children) {
    if (child.kind !== 'element' || isInline(child)) continue;
    const inside = cellWidths(child, context);
    const margins = child.style.margin.left + child.style.margin.right;
    take({ min: inside.min + margins, max: inside.max + margins });
  }
  return { min: min + edges, max: max + edges };
}

function sum<Item>(items: readonly Item[], length: (item: Item) => Pt): Pt {
  let total = 0;
  for (const item of items) total += length(item);
  return total;
}
