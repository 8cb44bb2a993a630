/** The rows and columns of a table as a grid: which cell stands where, with its spans (HTML, 4.9.12). */
import type { StyledElement } from '../style/style.ts';

export interface GridCell {
  readonly element: StyledElement;
  readonly column: number;
  readonly columnSpan: number;
  /** Rows that it really covers: cut at the end of its row group. */
  readonly rowSpan: number;
}

export interface GridRow {
  readonly element: StyledElement;
  readonly group: StyledElement | undefined;
  readonly section: 'head' | 'body' | 'foot';
  /** Whether the row begins or ends its group. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly cells: readonly GridCell[];
}

export interface TableGrid {
  readonly captions: readonly StyledElement[];
  readonly rows: readonly GridRow[];
  readonly columnCount: number;
}

/** Nobody prints more columns than this; it bounds `colspan="1000000"`. */
const mostColumns = 200;

/** Reads a table element. Head rows come first and foot rows last, wherever they were written. */
export function readTableGrid(table: StyledElement): TableGrid {
  const captions: StyledElement[] = [];
  const groups: { section: GridRow['section']; group: StyledElement | undefined; rows: StyledElement[] }[] = [];
  for (const child of table.children) {
    if (child.kind !== 'element') continue;
    switch (child.style.display) {
      case 'table-caption':
        captions.push(child);
        break;
      case 'table-row': {
        const last = groups.at(-1);
        if (last && last.group === undefined) last.rows.push(child);
        else groups.push({ section: 'body', group: undefined, rows: [child] });
        break;
      }
      default:
        groups.push({
          section: sectionOf(child),
          group: child,
          rows: child.children.filter((row): row is StyledElement => row.kind === 'element'),
        });
    }
  }
  const order = { head: 0, body: 1, foot: 2 } as const;
  groups.sort((a, b) => order[a.section] - order[b.section]);
  const rows = groups.flatMap(({ section, group, rows: elements }) =>
    placeCells(elements).map((cells, index) => ({
      element: elements[index]!,
      group,
      section,
      isFirst: index === 0,
      isLast: index === elements.length - 1,
      cells,
    })),
  );
  let columnCount = 1;
  for (const row of rows) for (const cell of row.cells) columnCount = Math.max(columnCount, cell.column + cell.columnSpan);
  return { captions, rows, columnCount };
}

function placeCells(rows: readonly StyledElement[]): readonly (readonly GridCell[])[] {
  /** For each column, how many of the coming rows a cell from above still covers. */
  const covered: number[] = [];
  return rows.map((row, rowIndex) => {
    const cells: GridCell[] = [];
    let column = 0;
    for (const element of row.children) {
      if (element.kind !== 'element') continue;
      while ((covered[column] ?? 0) > 0) column += 1;
      const columnSpan = span(element, 'colspan', mostColumns - column);
      const rowSpan = span(element, 'rowspan', rows.length - rowIndex);
      cells.push({ element, column, columnSpan, rowSpan });
      for (let index = column; index < column + columnSpan; index += 1) covered[index] = rowSpan;
      column += columnSpan;
    }
    for (let index = 0; index < covered.length; index += 1) covered[index] = Math.max(0, (covered[index] ?? 0) - 1);
    return cells;
  });
}

const sectionOf = (group: StyledElement): GridRow['section'] => {
  if (group.style.display === 'table-header-group') return 'head';
  return group.style.display === 'table-footer-group' ? 'foot' : 'body';
};

function span(element: StyledElement, name: string, most: number): number {
  const value = Number(element.attributes.get(name) ?? 1);
  return Math.max(1, Math.min(Number.isInteger(value) ? value : 1, Math.max(1, most)));
}
