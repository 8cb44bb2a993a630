/** Sets the cells of table rows, and settles how high the rows are under cells that span them. */
import type { Pt } from '../geometry/length.ts';
import type { BorderSide, Style, StyledElement } from '../style/style.ts';
import { alignNumber, widthAfterMark } from './align-numbers.ts';
import type { BlockTools } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import type { Cell } from './flow.ts';
import { growStructure } from './grow-structure.ts';
import { type CellAttributes, hasCells } from './head-cells.ts';
import type { GrowingStructure } from './layout-context.ts';
import { setCell } from './set-cell.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** A row of set cells, in the order of `row.cells`. */
export interface SetRow {
  readonly row: GridRow;
  readonly cells: readonly Cell[];
  readonly height: Pt;
}

/** The table that rows are set for. */
export interface RowPlace {
  readonly place: Place;
  readonly widths: readonly Pt[];
  /** For each column, the most that a number has after its decimal mark. */
  readonly afterMarks: readonly Pt[];
  readonly structure: GrowingStructure;
  readonly attributes: ReadonlyMap<StyledElement, CellAttributes>;
  /** Structure elements of row groups, made as their first rows come. */
  readonly groups: Map<StyledElement, GrowingStructure>;
}

/** Sets rows. A cell that spans rows gives what it lacks to the last of them. */
export function setRows(rows: readonly GridRow[], table: RowPlace, tools: BlockTools): readonly SetRow[] {
  const offsets = [0];
  for (const width of table.widths) offsets.push(offsets.at(-1)! + width);
  const set = rows.map((row, index) => {
    const lastOf = (cell: GridCell): GridRow => rows[index + cell.rowSpan - 1] ?? row;
    const cells = alignBaselines(setRow(row, { table, offsets, lastOf }, tools));
    let height = 0;
    for (const [index, cell] of cells.entries()) if (row.cells[index]!.rowSpan === 1) height = Math.max(height, cell.height);
    return { row, cells, height: Math.max(height, leastHeight(row.element.style)) };
  });
  return settleSpans(set);
}

/** Where the cells of a row go, and the last row that each of them covers. */
interface CellPlaces {
  readonly table: RowPlace;
  readonly offsets: readonly Pt[];
  lastOf(cell: GridCell): GridRow;
}

function setRow(row: GridRow, where: CellPlaces, tools: BlockTools): readonly Cell[] {
  if (!hasCells(row)) return [];
  const { place, structure, attributes, groups } = where.table;
  let group = structure;
  if (row.group) {
    group = groups.get(row.group) ?? growStructure(row.group, structure);
    groups.set(row.group, group);
  }
  const rowStructure = growStructure(row.element, group);
  return row.cells.map((cell): Cell => {
    const from = where.offsets[cell.column]!;
    const width = where.offsets[cell.column + cell.columnSpan]! - from;
    const x = place.x + (row.element.style.direction === 'rtl' ? place.width - from - width : from);
    const set = setCell(cell.element, { x, width }, growStructure(cell.element, rowStructure, attributes.get(cell.element)), tools);
    const aligned = alignNumber(set, widthAfterMark(cell.element, tools.context), where.table.afterMarks[cell.column]!);
    const style = paintedStyle(set.style, row, where.lastOf(cell));
    return style === set.style ? aligned : { ...aligned, style };
  });
}

const leastHeight = (style: Style): Pt =>
  style.height !== 'auto' && style.height.kind === 'length' ? style.height.length : style.minHeight;

/** Rows and groups are painted through their cells (CSS 2.2, 17.5.1 and 17.6.2): backgrounds show through, the wider line wins. */
function paintedStyle(style: Style, row: GridRow, last: GridRow): Style {
  const own = row.element.style;
  const backgroundColor = style.backgroundColor ?? own.backgroundColor ?? row.group?.style.backgroundColor;
  const borderTop = wider(style.borderTop, wider(own.borderTop, row.isFirst ? row.group?.style.borderTop : undefined));
  const borderBottom = wider(
    style.borderBottom,
    wider(last.element.style.borderBottom, last.isLast ? last.group?.style.borderBottom : undefined),
  );
  const isOwn = backgroundColor === style.backgroundColor && borderTop === style.borderTop && borderBottom === style.borderBottom;
  return isOwn ? style : { ...style, backgroundColor, borderTop, borderBottom };
}

const wider = (one: BorderSide, other: BorderSide | undefined): BorderSide => (other && other.width > one.width ? other : one);

/** Lines up the first lines of cells with `vertical-align: baseline`. */
function alignBaselines(cells: readonly Cell[]): readonly Cell[] {
  let lowest = 0;
  const baselines = cells.map((cell) => {
    const first = cell.style.verticalAlign === 'baseline' ? cell.flow.strips[0] : undefined;
    if (first?.content.kind !== 'line') return undefined;
    const baseline = cell.padding.top + first.lead + first.content.baseline;
    lowest = Math.max(lowest, baseline);
    return baseline;
  });
  return cells.map((cell, index) => {
    const baseline = baselines[index];
    if (baseline === undefined || lowest - baseline < 0.01) return cell;
    const shift = lowest - baseline;
    return { ...cell, height: cell.height + shift, padding: { ...cell.padding, top: cell.padding.top + shift } };
  });
}

function settleSpans(rows: readonly SetRow[]): readonly SetRow[] {
  if (rows.every(({ row }) => row.cells.every(({ rowSpan }) => rowSpan === 1))) return rows;
  const heights = rows.map((row) => row.height);
  const heightOf = (from: number, to: number): Pt => {
    let height = 0;
    for (let index = from; index < to; index += 1) height += heights[index]!;
    return height;
  };
  for (const [index, { row, cells }] of rows.entries()) {
    for (const [position, cell] of cells.entries()) {
      const { rowSpan } = row.cells[position]!;
      if (rowSpan === 1) continue;
      const last = Math.min(rows.length, index + rowSpan) - 1;
      heights[last] = Math.max(heights[last]!, cell.height - heightOf(index, last));
    }
  }
  return rows.map(({ row, cells }, index) => ({
    row,
    height: heights[index]!,
    cells: cells.map((cell, position) => {
      const { rowSpan } = row.cells[position]!;
      return rowSpan === 1 ? cell : { ...cell, extraHeight: heightOf(index + 1, Math.min(rows.length, index + rowSpan)) };
    }),
  }));
}
