/** `display: grid` with equal columns: children side by side, each row a strip as high as its highest cell. */
import type { StyledElement } from '../style/style.ts';
import type { BlockTools } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { type Cell, notesOfCells } from './flow.ts';
import { growStructure } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { markerTexts } from './layout-list.ts';
import { setCell } from './set-cell.ts';

/** Adds the rows of a grid. Rows are filled in source order, from the start side. */
export function layoutGrid(element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  const { style } = element;
  const columns = Math.max(1, style.gridColumns);
  const width = (place.width - style.columnGap * (columns - 1)) / columns;
  const items = element.children.filter((child): child is StyledElement => child.kind === 'element');
  const markers = structure.role === 'L' ? markerTexts(element, items) : [];
  for (let first = 0; first < items.length; first += columns) {
    const cells = items.slice(first, first + columns).map((item, index): Cell => {
      const column = style.direction === 'rtl' ? columns - 1 - index : index;
      const x = place.x + column * (width + style.columnGap);
      return setCell(item, { x, width, marker: markers[first + index] ?? '' }, growStructure(item, structure), tools);
    });
    if (first > 0) tools.builder.space(style.rowGap);
    tools.builder.add({
      content: { kind: 'cells', cells },
      height: Math.max(...cells.map((cell) => cell.height)),
      origin: items[first]!.origin,
      notes: notesOfCells(cells),
    });
  }
}
