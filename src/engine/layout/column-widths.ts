/** How wide the columns of a table are: fixed and percentage widths first, then by content (CSS 2.2, 17.5.2.2). */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import type { ContentWidths } from '../text/paragraph.ts';
import { isInline } from './block-tools.ts';
import { extentOf } from './box-geometry.ts';
import type { LayoutContext } from './layout-context.ts';
import { paragraphWidths } from './layout-paragraph.ts';
import type { TableGrid } from './table-grid.ts';

export interface ColumnWidths {
  readonly widths: readonly Pt[];
  /** What the content needs at the least; more than the sum of `widths` when words must be divided. */
  readonly needed: Pt;
}

interface Column {
  min: Pt;
  max: Pt;
  fixed: Pt | undefined;
}

/**
 * Shares out `available` among the columns of a table.
 *
 * @param isFull whether the table fills its place even when its content is narrower
 */
export function columnWidths(grid: TableGrid, available: Pt, isFull: boolean, context: LayoutContext): ColumnWidths {
  const columns = measureColumns(grid, available, context);
  const needed = sum(columns, (column) => Math.max(column.min, column.fixed ?? 0));
  const free = columns.filter((column) => column.fixed === undefined);
  const room = available - sum(columns, (column) => column.fixed ?? 0);
  const min = sum(free, (column) => column.min);
  const max = sum(free, (column) => column.max);
  if (free.length === 0 || room < min) {
    // Too narrow: every column gives in proportion to what it needs, and words will be divided.
    const scale = Math.min(1, available / Math.max(needed, 1));
    const widths = columns.map((column) => Math.max(column.min, column.fixed ?? 0) * scale);
    const spare = isFull ? Math.max(0, available - sum(widths, (width) => width)) / columns.length : 0;
    return { widths: widths.map((width) => width + spare), needed };
  }
  if (room >= max) {
    const spare = isFull ? (room - max) / Math.max(max, 1) : 0;
    return { widths: columns.map((column) => column.fixed ?? column.max * (1 + spare)), needed };
  }
  const generous = widthsWithNarrowColumnsWhole(free, room);
  return { widths: columns.map((column) => column.fixed ?? generous.get(column)!), needed };
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
  const columns: Column[] = Array.from({ length: grid.columnCount }, () => ({ min: 0, max: 0, fixed: undefined }));
  const spanning: { first: number; count: number; widths: ContentWidths }[] = [];
  for (const row of grid.rows) {
    for (const cell of row.cells) {
      const widths = cellWidths(cell.element, context);
      const fixed = extentOf(cell.element.style.width, available);
      if (cell.columnSpan > 1) {
        spanning.push({ first: cell.column, count: cell.columnSpan, widths });
        continue;
      }
      const column = columns[cell.column]!;
      column.min = Math.max(column.min, widths.min);
      column.max = Math.max(column.max, widths.max);
      if (fixed !== undefined) column.fixed = Math.max(column.fixed ?? 0, fixed, widths.min);
    }
  }
  for (const { first, count, widths } of spanning) {
    const under = columns.slice(first, first + count);
    const minGap = (widths.min - sum(under, (column) => column.min)) / count;
    const maxGap = (widths.max - sum(under, (column) => column.max)) / count;
    for (const column of under) {
      column.min += Math.max(0, minGap);
      column.max += Math.max(0, maxGap, column.min - column.max);
    }
  }
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
  const inline = element.children.filter(isInline);
  if (inline.length > 0) take(paragraphWidths(inline, style, context));
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
