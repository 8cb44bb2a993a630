/**
 * Tables for those who listen: a full Table in the tag tree, whose text is on the page and is not painted. It is read after
 * the strip before it, which is where the chart ends, takes no room there, and leaves all breaks and margins as they are.
 */
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, shownText } from './block-tools.ts';
import { leafIn } from './grow-inline.ts';
import { growStructure } from './grow-structure.ts';
import { describeCells } from './head-cells.ts';
import type { GrowingStructure } from './layout-context.ts';
import { setSingleLine } from './layout-paragraph.ts';
import type { SpokenCell } from './spoken-table.ts';
import { readTableGrid } from './table-grid.ts';

/** Adds a table that is heard. It must come after something that is seen. */
export function layoutSpokenTable(table: StyledElement, parent: GrowingStructure, { builder, context }: BlockTools): void {
  if (builder.stripCount === 0) return;
  const grid = readTableGrid(table);
  const structure = growStructure(table, parent);
  const setText = (element: StyledElement, owner: GrowingStructure): SpokenCell | undefined => {
    const { style, origin } = element;
    const line = setSingleLine(shownText(element), style, context);
    return line && { line, style, origin, leaf: leafIn(owner, context) };
  };
  const captions = grid.captions.map((caption) => [setText(caption, growStructure(caption, structure))]);
  const attributes = describeCells(grid.rows, () => `head-${context.counters.nextHead++}`);
  const groups = new Map<StyledElement | undefined, GrowingStructure>([[undefined, structure]]);
  const rows = grid.rows.map((row) => {
    const group = groups.get(row.group) ?? growStructure(row.group!, structure);
    groups.set(row.group, group);
    const rowStructure = growStructure(row.element, group);
    return row.cells.map(({ element }) => setText(element, growStructure(element, rowStructure, attributes.get(element))));
  });
  const spoken = [...captions, ...rows].map((cells) => cells.filter((cell) => cell !== undefined));
  builder.speak({ rows: spoken, direction: table.style.direction });
}
