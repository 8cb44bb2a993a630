/**
 * Rows that a page may be cut in: those of a table under a cell that spans them, and any row that is higher than a third of a page.
 *
 * Their cells stand in one block, which is divided into bands: the strips of page breaking. An edge between two bands
 * runs through a row where a line of one of its cells ends; what reaches below the edge goes to the next page.
 */
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import { sameEdge } from './bands.ts';
import { breakCosts } from './break-rules.ts';
import type { BlockCell, BreakCost, Cell, Note, RowBlock } from './flow.ts';
import { stripHeight } from './flow.ts';
import type { FlowBuilder } from './flow-builder.ts';
import { resumedHeight, suspendedHeight } from './page-room.ts';

/** Rows higher than this share of a page may be cut: whole, they could leave so much of the page before them empty. */
const cutAbove = 1 / 3;
/** Up to this share they want to stay whole, and are cut only where so much would be empty. */
const wholeUpTo = 0.5;

/** The padding below the last line of a row does not go to the next page by itself; more room, left to write in, does. */
const leastRest: Pt = 24;

/** A row of cells, of a table or a grid. */
export interface CutRow {
  readonly cells: readonly Cell[];
  readonly height: Pt;
}

/** A block and, for each of its bands, what page breaking wants to know. */
export interface MadeBlock {
  readonly block: RowBlock;
  readonly bands: readonly { readonly height: Pt; readonly cost: BreakCost; readonly notes: readonly Note[] }[];
}

/** How a block may be cut. */
export interface BlockCutting<Row extends CutRow> {
  /** Height of a page below what is repeated on it. */
  readonly pageHeight: Pt;
  /** Cost of a page break between two of its rows. */
  readonly rowCost: BreakCost;
  /** Height of what never stands without the first row: caption and head. */
  readonly above?: Pt;
  /** Tells whether a cell names the rows beside it, and makes the line below what it says again on a later page; absent where none does. */
  readAsLabel?(row: Row, position: number): Pick<BlockCell, 'isLabel' | 'continued'>;
}

/** Tells whether a page may end inside a row, which moves to the next page with what is `above` it. */
export const mayBeCut = (row: Pick<CutRow, 'height'>, pageHeight: Pt, above: Pt = 0): boolean =>
  row.height + above > (pageHeight + above) * cutAbove;

/** Makes a block of rows that follow each other. */
export function makeRowBlock<Row extends CutRow>(rows: readonly Row[], cutting: BlockCutting<Row>): MadeBlock {
  const cells = cellsOf(rows, cutting);
  const { edges, rowEdges, tearing } = edgesOf(rows, cells, cutting);
  const costs = new Float64Array(edges.length);
  const resumes = new Float64Array(edges.length);
  const notes: Note[][] = edges.map(() => []);
  for (const cell of cells) {
    const { strips } = cell.flow;
    let next = 0;
    for (let band = lastAtMost(edges, cell.top); band < edges.length - 1 && edges[band]! < cell.bottom - sameEdge; band += 1) {
      const start = next;
      if (band > 0 && edges[band]! > cell.top + sameEdge) {
        costs[band] = Math.max(costs[band]!, costInside(cell, start, rowEdges.has(band)));
        if (start < strips.length) resumes[band] = Math.max(resumes[band]!, resumeOf(cell, start, edges[band]!));
      }
      const isLast = edges[band + 1]! >= cell.bottom - sameEdge;
      while (next < strips.length && (isLast || cell.reaches[next]! <= edges[band + 1]! + sameEdge)) next += 1;
      for (let index = start; index < next; index += 1) notes[band]!.push(...strips[index]!.notes);
    }
  }
  const bands = edges.slice(1).map((foot, band) => ({
    height: foot - edges[band]!,
    cost: Math.max(costs[band]!, rowEdges.has(band) ? cutting.rowCost : breakCosts.beforeRow) + tearing[band]!,
    notes: notes[band]!,
  }));
  return { block: { cells, edges, resumes: [...resumes] }, bands };
}

/** Adds the bands of a block to a flow; `first` is what is known of its first strip. */
export function addBands(
  { block, bands }: MadeBlock,
  first: { readonly cost: BreakCost; readonly origin: Span | undefined },
  builder: FlowBuilder,
): void {
  for (const [index, band] of bands.entries())
    builder.add({
      content: { kind: 'band', block, index },
      height: band.height,
      origin: first.origin,
      notes: band.notes,
      cost: index === 0 ? first.cost : band.cost,
    });
}

function cellsOf<Row extends CutRow>(rows: readonly Row[], cutting: BlockCutting<Row>): readonly BlockCell[] {
  let top = 0;
  return rows.flatMap((row) => {
    const rowTop = top;
    top += row.height;
    return row.cells.map((cell, position): BlockCell => {
      let y = rowTop + cell.padding.top;
      let deepest = 0;
      const reaches = cell.flow.strips.map((strip, index) => {
        y += (index > 0 ? strip.spaceBefore : 0) + stripHeight(strip);
        // Frames that are closed at the cut need their room, and no strip ends above the one before it.
        deepest = Math.max(deepest, y + suspendedHeight(cell.flow.strips, index + 1));
        return deepest;
      });
      const label = cutting.readAsLabel?.(row, position) ?? { isLabel: false, continued: undefined };
      return { ...cell, top: rowTop, bottom: rowTop + row.height + cell.extraHeight, reaches, ...label };
    });
  });
}

/** Where a block may be cut. */
interface BlockEdges {
  readonly edges: readonly Pt[];
  /** Those between two rows. */
  readonly rowEdges: ReadonlySet<number>;
  /** For each edge, what it costs to tear a row that wants to stay whole. */
  readonly tearing: readonly BreakCost[];
}

function edgesOf(
  rows: readonly CutRow[],
  cells: readonly BlockCell[],
  { pageHeight, above = 0 }: Pick<BlockCutting<CutRow>, 'pageHeight' | 'above'>,
): BlockEdges {
  const tops = [0];
  for (const row of rows) tops.push(tops.at(-1)! + row.height);
  const inner: Pt[] = [];
  const isHigh = rows.map((row, index) => mayBeCut(row, pageHeight, index === 0 ? above : 0));
  if (isHigh.includes(true)) {
    const reaches = cells.flatMap((cell) => cell.reaches);
    const rowOf = (reach: Pt): number => Math.min(lastAtMost(tops, reach), rows.length - 1);
    const deepest = rows.map(() => 0);
    for (const reach of reaches) deepest[rowOf(reach)] = Math.max(deepest[rowOf(reach)]!, reach);
    for (const reach of reaches) {
      const row = rowOf(reach);
      const isEnd = reach > deepest[row]! - sameEdge && tops[row + 1]! - reach < leastRest;
      if (isHigh[row] && !isEnd && reach > tops[row]! + sameEdge && reach < tops[row + 1]! - sameEdge) inner.push(reach);
    }
  }
  const edges: Pt[] = [];
  const rowEdges = new Set<number>();
  const tearing: BreakCost[] = [];
  const isRow = new Set(tops);
  for (const edge of [...tops, ...inner].sort((a, b) => a - b)) {
    if (edges.length > 0 && edge - edges.at(-1)! < sameEdge && !(isRow.has(edge) && rowEdges.has(edges.length - 1))) continue;
    if (isRow.has(edge)) rowEdges.add(edges.length);
    tearing.push(isRow.has(edge) || rows[lastAtMost(tops, edge)]!.height > pageHeight * wholeUpTo ? 0 : breakCosts.tornRow);
    edges.push(edge);
  }
  return { edges, rowEdges, tearing };
}

/** What it costs to end a page inside a cell, above its strip `start`. */
function costInside({ flow: { strips } }: BlockCell, start: number, isBetweenRows: boolean): BreakCost {
  if (start === strips.length) return 0;
  // Of a cell that goes on, the first page shows at least a line.
  if (start === 0) return isBetweenRows ? breakCosts.orphan : breakCosts.headingAlone;
  return Math.min(strips[start]!.breakCost, breakCosts.headingAlone);
}

function resumeOf(cell: BlockCell, start: number, edge: Pt): Pt {
  const { strips } = cell.flow;
  const suspended = suspendedHeight(strips, start + 1);
  const top = cell.reaches[start]! - suspended - stripHeight(strips[start]!);
  const again = resumedHeight(strips, start);
  return Math.max(0, cell.padding.top + again + edge - top);
}

/** Index of the last of some ascending numbers that is not greater than `value`. */
function lastAtMost(numbers: readonly number[], value: number): number {
  let low = 0;
  let high = numbers.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (numbers[middle]! <= value + sameEdge) low = middle;
    else high = middle - 1;
  }
  return low;
}
