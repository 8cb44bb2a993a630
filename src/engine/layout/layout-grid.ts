/** `display: grid`: children side by side, each row a strip as high as its highest cell. A high row may be cut by the page. */
import type { Pt } from '../geometry/length.ts';
import type { GridColumns, Style, StyledElement, StyledNode } from '../style/style.ts';
import { type BlockTools, isInline } from './block-tools.ts';
import { type Place, withoutBox } from './box-geometry.ts';
import { type Cell, notesOfCells } from './flow.ts';
import { growStructure } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { markerTexts } from './layout-list.ts';
import { addBands, makeRowBlock, mayBeCut } from './row-block.ts';
import { setCell } from './set-cell.ts';

/** Adds the rows of a grid. Rows are filled in source order, from the start side. */
export function layoutGrid(element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  const { style } = element;
  const items = itemsOf(element);
  const shares = sharesOf(style.gridColumns, { width: place.width, gap: style.columnGap, most: items.length });
  const columns = placeColumns(shares, place, style.columnGap);
  const markers = structure.role === 'L' ? markerTexts(element, items) : [];
  for (let first = 0; first < items.length; first += columns.length) {
    const cells = items.slice(first, first + columns.length).map((item, index): Cell => {
      const { x, width } = columns[index]!;
      const left = style.direction === 'rtl' ? 2 * place.x + place.width - x - width : x;
      return setCell(item, { x: left, width, marker: markers[first + index] ?? '' }, growStructure(item, structure), tools);
    });
    if (first > 0) tools.builder.space(style.rowGap);
    addRow(cells, items[first]!, tools);
  }
}

/** Text that stands directly in a grid is an item of its own (CSS Grid 1, section 4), and what is no flow of blocks gets one around it. */
function itemsOf(grid: StyledElement): readonly StyledElement[] {
  const style: Style = { ...withoutBox(grid.style), display: 'block', columnCount: 1 };
  const around = (children: readonly StyledNode[]): StyledElement => {
    const origin = children[0]?.origin ?? grid.origin;
    return { kind: 'element', name: 'div', style, attributes: new Map(), children, origin };
  };
  const items: StyledElement[] = [];
  let inline: StyledNode[] = [];
  const flush = (): void => {
    if (inline.some((node) => node.kind === 'element' || node.text.trim() !== '')) items.push(around(inline));
    inline = [];
  };
  for (const child of grid.children) {
    if (child.kind === 'text' || isInline(child)) {
      inline.push(child);
      continue;
    }
    flush();
    items.push(child.style.display === 'table' || leaves.has(child.name) ? around([child]) : child);
  }
  flush();
  return items;
}

/** Blocks that are no flow of other blocks. */
const leaves: ReadonlySet<string> = new Set(['img', 'chart', 'formula', 'answer-lines', 'hr']);

function sharesOf(columns: GridColumns, room: { readonly width: Pt; readonly gap: Pt; readonly most: number }): readonly number[] {
  if (columns.kind === 'shares') return columns.shares;
  const fitting = Math.floor((room.width + room.gap + 0.01) / Math.max(1, columns.least + room.gap));
  return Array.from({ length: Math.max(1, Math.min(fitting, room.most)) }, () => 1);
}

/** Places columns from left to right. */
function placeColumns(shares: readonly number[], place: Place, gap: Pt): readonly Place[] {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const room = Math.max(0, place.width - gap * (shares.length - 1));
  let { x } = place;
  return shares.map((share): Place => {
    const column = { x, width: (room * share) / total };
    x += column.width + gap;
    return column;
  });
}

function addRow(cells: readonly Cell[], { origin }: StyledElement, { builder, context }: BlockTools): void {
  const height = Math.max(...cells.map((cell) => cell.height));
  const row = { cells, height };
  const { pageHeight } = context;
  if (mayBeCut(row, pageHeight)) addBands(makeRowBlock([row], { pageHeight, rowCost: 0 }), { cost: 0, origin }, builder);
  else builder.add({ content: { kind: 'cells', cells }, height, origin, notes: notesOfCells(cells) });
}
