/** Puts a stretch of bands of table rows on a page: each cell with the lines that it has there. */
import { fits, type Pt } from '../geometry/length.ts';
import { partOfCell } from './bands.ts';
import { boxShapes } from './draw-box.ts';
import { type BlockCell, type FlowPart, flowHeight, type RowBlock } from './flow.ts';
import type { PageSink } from './page-sink.ts';
import { placeLine } from './place-line.ts';

/** Where bands go, and how the flow of a cell is placed: `placeFlow` itself, which holds rows as rows hold flows. */
export interface BandPlace {
  readonly x: Pt;
  readonly top: Pt;
  readonly placeFlow: (part: FlowPart, area: { readonly x: Pt; readonly y: Pt; readonly height: Pt }, sink: PageSink) => Pt;
}

/** Bands `from` to before `to` of a block. */
export interface BandStretch {
  readonly block: RowBlock;
  readonly from: number;
  readonly to: number;
}

/** A part of a cell on its page. */
interface CellStretch {
  readonly cell: BlockCell;
  readonly top: Pt;
  readonly height: Pt;
  readonly x: Pt;
  readonly placeFlow: BandPlace['placeFlow'];
}

/** Places bands from `top` downward. */
export function placeBands(stretch: BandStretch, at: BandPlace, sink: PageSink): void {
  const { block, from, to } = stretch;
  const upper = block.edges[from]!;
  const lower = block.edges[to]!;
  const down = (edge: Pt): Pt => (edge <= upper ? at.top : at.top + block.resumes[from]! + edge - upper);
  for (const cell of block.cells) {
    if (cell.bottom <= upper || cell.top >= lower) continue;
    const top = down(cell.top);
    const placed: CellStretch = { cell, top, height: down(Math.min(cell.bottom, lower)) - top, x: at.x + cell.x, placeFlow: at.placeFlow };
    const ends = { top: cell.top >= upper, bottom: cell.bottom <= lower };
    const rect = { x: placed.x, y: top, width: cell.width, height: placed.height };
    for (const shape of boxShapes(rect, cell.style, ends, cell.style.display === 'table-cell')) sink.add(shape);
    placeContent(placed, stretch, sink);
  }
}

function placeContent({ cell, top, height, x, placeFlow }: CellStretch, { block, from, to }: BandStretch, sink: PageSink): void {
  const { padding, flow, style } = cell;
  const part = partOfCell(cell, block, { from, to });
  const left = x + padding.left;
  const inside = top + padding.top;
  if (part.from === part.to) {
    if (part.from > 0 && block.edges[from]! > cell.top) showAgain({ cell, top: inside, height, x: left, placeFlow }, sink);
    return;
  }
  const isWhole = part.from === 0 && part.to === flow.strips.length;
  const spare = isWhole ? Math.max(0, height - padding.top - padding.bottom - flowHeight(flow)) : 0;
  const shift = style.verticalAlign === 'middle' ? spare / 2 : style.verticalAlign === 'bottom' ? spare : 0;
  placeFlow(part, { x: left, y: inside + shift, height }, sink);
}

/** A cell whose text stands on an earlier page names its rows here too, for the eye; readers that speak have heard it. */
function showAgain({ cell, top, height, x, placeFlow }: CellStretch, sink: PageSink): void {
  const { flow, padding, isLabel, continued } = cell;
  const needed = padding.top + flowHeight(flow) + padding.bottom;
  if (!isLabel || !fits(needed, height)) return;
  sink.repeating(() => {
    const y = placeFlow({ flow, from: 0, to: flow.strips.length }, { x, y: top, height }, sink);
    if (continued && fits(needed + continued.height, height)) placeLine(continued.content, { x, top: y }, sink);
  });
}
