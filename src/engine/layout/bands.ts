/** Reads bands of table rows: which lines of which cells stand in them. */
import type { Pt } from '../geometry/length.ts';
import type { BlockCell, FlowPart, RowBlock } from './flow.ts';

/** Lines and rows closer than this end together. */
export const sameEdge: Pt = 0.02;

/** Returns what the bands `from` to before `to` hold of each cell; cells that have nothing there are left out. */
export function partsOfBands(block: RowBlock, from: number, to: number): readonly FlowPart[] {
  const parts: FlowPart[] = [];
  for (const cell of block.cells) {
    const part = partOfCell(cell, block, { from, to });
    if (part.from < part.to) parts.push(part);
  }
  return parts;
}

/** Returns the strips of a cell that stand in some bands. */
export function partOfCell(cell: BlockCell, { edges }: RowBlock, bands: { readonly from: number; readonly to: number }): FlowPart {
  const { flow, reaches } = cell;
  const startAt = (band: number): number => {
    const edge = edges[band]!;
    if (edge <= cell.top + sameEdge) return 0;
    if (edge >= cell.bottom - sameEdge) return reaches.length;
    const first = reaches.findIndex((reach) => reach > edge + sameEdge);
    return first === -1 ? reaches.length : first;
  };
  return { flow, from: startAt(bands.from), to: startAt(bands.to) };
}
