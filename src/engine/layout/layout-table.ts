/**
 * Tables: a strip for each row. Head rows are repeated on every page, cells that span rows hold their
 * rows together, and a row that is higher than half a page is cut into bands of lines.
 */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import type { BlockTools } from './block-tools.ts';
import { borderBox, contentBox, type Place } from './box-geometry.ts';
import { columnWidths } from './column-widths.ts';
import { type Cell, emptyFlow, type Flow, forbidden, notesOfCells, type Strip, stripHeight } from './flow.ts';
import { breakCosts } from './flow-builder.ts';
import { growStructure } from './grow-structure.ts';
import { describeCells } from './head-cells.ts';
import type { GrowingStructure } from './layout-context.ts';
import { wideTable } from './problems.ts';
import { setCell } from './set-cell.ts';
import { type GridRow, readTableGrid } from './table-grid.ts';

/** A row of set cells, before the heights of spanning cells are settled. */
interface SetRow {
  readonly row: GridRow;
  readonly cells: readonly Cell[];
  height: Pt;
}

/** Tables lower than this share of a page stay whole. */
const wholeBelow = 0.45;
/** Rows higher than this share of a page may be cut. */
const cutAbove = 0.5;

/** Adds a table with its captions. `structure` is its Table element. */
export function layoutTable(table: StyledElement, containing: Place, structure: GrowingStructure, tools: BlockTools): void {
  const { builder, context } = tools;
  const grid = readTableGrid(table);
  const box = borderBox(table.style, containing);
  const content = contentBox(table.style, box);
  const { widths, needed } = columnWidths(grid, content.width, table.style.width !== 'auto', context);
  const isTooWide = needed > content.width + 0.5;
  if (isTooWide) context.report(wideTable(needed, content.width, table.origin));

  // The margins of a table lie around its captions too (CSS 2.2, 17.4).
  builder.space(table.style.margin.top);
  for (const caption of grid.captions) if (caption.style.captionSide === 'top') layoutCaption(caption, containing, structure, tools);
  const rows = setRows(grid.rows, { place: content, widths, structure }, isTooWide ? withoutWideWords(tools) : tools);
  const height = rows.reduce((total, row) => total + row.height, 0);
  const keep =
    height <= context.pageHeight * wholeBelow || table.style.breakInside === 'avoid' ? breakCosts.avoidInside : breakCosts.beforeRow;

  const headCount = rows.filter(({ row }) => row.section === 'head').length;
  if (grid.captions.some((caption) => caption.style.captionSide === 'top')) builder.avoidBreak(breakCosts.headingAlone);
  builder.open(
    { ...table.style, margin: { ...table.style.margin, top: 0, bottom: 0 } },
    { ...box, origin: table.origin, repeated: rows.slice(0, headCount).map(repeatedStrip) },
  );
  for (const [index, set] of rows.entries()) addRow(set, { index, rows, headCount, keep }, tools);
  builder.close();
  for (const caption of grid.captions) {
    if (caption.style.captionSide !== 'bottom') continue;
    builder.avoidBreak(breakCosts.headingAlone);
    layoutCaption(caption, containing, structure, tools);
  }
  builder.space(table.style.margin.bottom);
}

/** The table as a whole has been reported; its divided words need not be. */
const withoutWideWords = (tools: BlockTools): BlockTools => ({
  ...tools,
  context: {
    ...tools.context,
    report: (diagnostic) => {
      if (diagnostic.code !== 'layout/wide-word') tools.context.report(diagnostic);
    },
  },
});

function layoutCaption(caption: StyledElement, containing: Place, structure: GrowingStructure, tools: BlockTools): void {
  const box = borderBox(caption.style, containing);
  tools.builder.open(caption.style, { ...box, origin: caption.origin });
  tools.layoutContent(caption, contentBox(caption.style, box), growStructure(caption, structure), tools);
  tools.builder.close();
}

function setRows(
  rows: readonly GridRow[],
  table: { place: Place; widths: readonly Pt[]; structure: GrowingStructure },
  tools: BlockTools,
): SetRow[] {
  const groups = new Map<StyledElement, GrowingStructure>();
  const { counters } = tools.context;
  const cellAttributes = describeCells(rows, () => `head-${counters.nextHead++}`);
  const offsets = [0];
  for (const width of table.widths) offsets.push(offsets.at(-1)! + width);
  const set = rows.map((row): SetRow => {
    let group = table.structure;
    if (row.group) {
      group = groups.get(row.group) ?? growStructure(row.group, table.structure);
      groups.set(row.group, group);
    }
    const rowStructure = growStructure(row.element, group);
    const cells = row.cells.map((cell): Cell => {
      const from = offsets[cell.column]!;
      const width = offsets[cell.column + cell.columnSpan]! - from;
      const x = table.place.x + (row.element.style.direction === 'rtl' ? table.place.width - from - width : from);
      return setCell(cell.element, { x, width }, growStructure(cell.element, rowStructure, cellAttributes.get(cell.element)), tools);
    });
    const own = cells.filter((_, index) => row.cells[index]!.rowSpan === 1);
    return { row, cells, height: Math.max(0, ...own.map((cell) => cell.height)) };
  });
  return settleSpans(set);
}

/** Gives the last row under a spanning cell what the cell lacks, and the cell the height of the rows below its own. */
function settleSpans(rows: SetRow[]): SetRow[] {
  for (const [index, set] of rows.entries()) {
    for (const [position, cell] of set.cells.entries()) {
      const { rowSpan } = set.row.cells[position]!;
      if (rowSpan === 1) continue;
      const spanned = rows.slice(index, index + rowSpan);
      const lacking = cell.height - spanned.reduce((total, row) => total + row.height, 0);
      if (lacking > 0) spanned.at(-1)!.height += lacking;
    }
  }
  return rows.map((set, index) => ({
    ...set,
    cells: set.cells.map((cell, position) => {
      const { rowSpan } = set.row.cells[position]!;
      return rowSpan === 1
        ? cell
        : { ...cell, extraHeight: rows.slice(index + 1, index + rowSpan).reduce((total, row) => total + row.height, 0) };
    }),
  }));
}

function addRow(
  set: SetRow,
  where: { index: number; rows: readonly SetRow[]; headCount: number; keep: number },
  { builder, context }: BlockTools,
): void {
  const { index, rows, headCount, keep } = where;
  let cost = keep;
  if (index > 0 && index <= headCount) cost = forbidden;
  else if (index === headCount + 1 || index === rows.length - 1) cost = Math.max(cost, breakCosts.orphan);
  if (isSpanned(rows, index)) cost = forbidden;
  const bands = set.height > context.pageHeight * cutAbove ? bandsOf(set.cells) : undefined;
  if (!bands) {
    builder.add({
      content: { kind: 'cells', cells: set.cells },
      height: set.height,
      origin: set.row.element.origin,
      notes: notesOfCells(set.cells),
      cost: index === 0 ? 0 : cost,
    });
    return;
  }
  for (const [band, cells] of bands.entries()) {
    const height = Math.max(...cells.map((cell) => cell.height));
    const bandCost = band === 1 || band === bands.length - 1 ? breakCosts.orphan : breakCosts.beforeRow;
    builder.add({
      content: { kind: 'cells', cells },
      height,
      origin: set.row.element.origin,
      notes: notesOfCells(cells),
      cost: band > 0 ? bandCost : index === 0 ? 0 : cost,
    });
  }
}

const isSpanned = (rows: readonly SetRow[], index: number): boolean => {
  for (let above = Math.max(0, index - 60); above < index; above += 1) {
    if (rows[above]!.row.cells.some((cell) => above + cell.rowSpan > index)) return true;
  }
  return false;
};

/** Cuts a row into bands, the first holding the first strip of each cell, the second the second, and so on. */
function bandsOf(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const count = Math.max(...cells.map((cell) => cell.flow.strips.length));
  return Array.from({ length: count }, (_, band) =>
    cells.map((cell): Cell => {
      const strip = cell.flow.strips[band];
      const isFirst = band === 0;
      const isLast = band === count - 1;
      const top = isFirst ? cell.padding.top : (strip?.spaceBefore ?? 0);
      const padding = { ...cell.padding, top, bottom: isLast ? cell.padding.bottom : 0 };
      const style = {
        ...cell.style,
        ...(!isFirst && { borderTop: { ...cell.style.borderTop, width: 0 } }),
        ...(!isLast && { borderBottom: { ...cell.style.borderBottom, width: 0 } }),
      };
      const flow: Flow = { ...emptyFlow, strips: strip ? [strip] : [] };
      return { ...cell, style, padding, flow, height: (strip ? stripHeight(strip) : 0) + padding.top + padding.bottom };
    }),
  );
}

/** A head row as it is shown on later pages. */
function repeatedStrip(set: SetRow): Strip {
  return {
    spaceBefore: 0,
    lead: 0,
    height: set.height,
    trail: 0,
    breakCost: 0,
    forcedBreak: undefined,
    frame: undefined,
    content: { kind: 'cells', cells: set.cells },
    markers: [],
    notes: [],
    anchors: [],
    strings: [],
    bookmarks: [],
    origin: set.row.element.origin,
  };
}
