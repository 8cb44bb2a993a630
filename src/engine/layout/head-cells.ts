/**
 * What the cells of a table say in the tag tree: what header cells head, which cells span, and, in tables whose heads
 * span cells or stand in several rows, the header cells of every other cell by name, since scope alone would mislead.
 */
import type { StructureElement } from '../document/structure.ts';
import type { StyledElement } from '../style/style.ts';
import type { GridCell, GridRow } from './table-grid.ts';

/** What is said of one cell. */
export type CellAttributes = Pick<StructureElement, 'scope' | 'columnSpan' | 'rowSpan' | 'id' | 'headers'>;

/** Returns what is said of each cell by its element. `nextId` names header cells that others refer to. */
export function describeCells(rows: readonly GridRow[], nextId: () => string): ReadonlyMap<StyledElement, CellAttributes> {
  const attributes = new Map<StyledElement, CellAttributes>();
  const needsNames = isIntricate(rows);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const scope = isHead(cell) ? scopeOf(cell, row) : undefined;
      const rowSpan = rows.slice(index, index + cell.rowSpan).filter(hasCells).length;
      attributes.set(cell.element, {
        ...(scope && { scope }),
        ...(cell.columnSpan > 1 && { columnSpan: cell.columnSpan }),
        ...(rowSpan > 1 && { rowSpan }),
        ...(scope && needsNames && { id: nextId() }),
      });
    }
  }
  if (needsNames) nameHeads(rows, attributes);
  return attributes;
}

/** Rows that cells from above cover whole are none in the tag tree: checkers miss their cells. */
export const hasCells = ({ cells }: GridRow): boolean => cells.length > 0;

const isHead = (cell: GridCell): boolean => cell.element.name === 'th';

/** Where the author does not say, a cell in the head or among header cells only heads its column, any other its row. */
function scopeOf(cell: GridCell, row: GridRow): 'Row' | 'Column' {
  const written = cell.element.attributes.get('scope');
  if (written !== undefined) return written.startsWith('row') ? 'Row' : 'Column';
  return row.section === 'head' || row.cells.every(isHead) ? 'Column' : 'Row';
}

function isIntricate(rows: readonly GridRow[]): boolean {
  let headRows = 0;
  for (const row of rows) {
    const heads = row.cells.filter(isHead);
    if (heads.some((cell) => cell.columnSpan > 1 || cell.rowSpan > 1)) return true;
    if (heads.some((cell) => scopeOf(cell, row) === 'Column')) headRows += 1;
  }
  return headRows > 1;
}

/** Header cells of a column that are in force, from the table's head and from the last row of heads in its body. */
interface ColumnHeads {
  readonly head: string[];
  body: { readonly row: number; readonly ids: string[] };
}

function nameHeads(rows: readonly GridRow[], attributes: Map<StyledElement, CellAttributes>): void {
  const columns: ColumnHeads[] = [];
  const rowHeads: string[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const { id, scope } = attributes.get(cell.element)!;
      if (id === undefined || scope !== 'Row') continue;
      for (let at = index; at < index + cell.rowSpan; at += 1) rowHeads[at]?.push(id);
    }
  }
  for (const [index, row] of rows.entries()) {
    for (const cell of row.cells) {
      const own = attributes.get(cell.element)!;
      const covered = columnsOf(cell, columns);
      const above = covered.flatMap(({ head, body }) => [...head, ...(body.row < index ? body.ids : [])]);
      const headers = [...new Set([...above, ...rowHeads.slice(index, index + cell.rowSpan).flat()])].filter((id) => id !== own.id);
      if (headers.length > 0 && !isHead(cell)) attributes.set(cell.element, { ...own, headers });
    }
    for (const cell of row.cells) {
      const { id, scope } = attributes.get(cell.element)!;
      if (id === undefined || scope !== 'Column') continue;
      for (const column of columnsOf(cell, columns)) {
        if (row.section === 'head') column.head.push(id);
        else if (column.body.row === index) column.body.ids.push(id);
        else column.body = { row: index, ids: [id] };
      }
    }
  }
}

function columnsOf(cell: GridCell, columns: ColumnHeads[]): readonly ColumnHeads[] {
  for (let at = columns.length; at < cell.column + cell.columnSpan; at += 1) columns.push({ head: [], body: { row: -1, ids: [] } });
  return columns.slice(cell.column, cell.column + cell.columnSpan);
}
