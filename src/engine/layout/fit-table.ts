/**
 * Makes a table fit its place: as it is, or else in smaller text, or else sideways on a page of its own. Only what fits
 * nowhere has its words divided. The author hears of everything that was done.
 */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, shownText } from './block-tools.ts';
import { borderBox, contentBox, type Place } from './box-geometry.ts';
import { columnWidths } from './column-widths.ts';
import type { LayoutContext } from './layout-context.ts';
import { wideTable } from './problems.ts';
import { hyphenateTable, scaleTable } from './scale-table.ts';
import { readTableGrid, type TableGrid } from './table-grid.ts';

/** A table that fits, or is as narrow as can be. */
export interface FittedTable {
  readonly table: StyledElement;
  readonly grid: TableGrid;
  readonly box: Place;
  readonly content: Place;
  readonly widths: readonly Pt[];
  readonly afterMarks: readonly Pt[];
  readonly needed: Pt;
  /** Words must be divided. */
  readonly isTooWide: boolean;
  readonly isSideways: boolean;
}

/** Text smaller than four fifths of what the stylesheet says is another design. */
const leastScale = 0.8;
/** Widths of words do not scale quite evenly. */
const safety = 0.996;

/** Fits a table into its place, or into a sideways page where the surroundings allow one. */
export function fitTable(table: StyledElement, containing: Place, tools: BlockTools): FittedTable {
  const { context } = tools;
  const upright = measureTable(table, containing, context);
  if (!upright.isTooWide) return upright;
  const least = Math.min(1, Math.max(leastScale, context.leastTextSize / smallestText(upright.grid)));
  const isWider = tools.sideways && !tools.builder.isFramed && tools.sideways.width > containing.width;
  const turned = isWider ? { x: 0, width: tools.sideways.width } : undefined;
  const { scale, ...fitted } =
    shrinkInto(upright, { place: containing, least, isSideways: false, context }) ??
    (turned && shrinkInto(measureTable(table, turned, context), { place: turned, least, isSideways: true, context })) ??
    shrinkAnyway(table, { place: turned ?? containing, least, isSideways: turned !== undefined, context });
  const label = upright.grid.captions[0]?.children.find((child) => child.kind === 'element' && child.attributes.get('class') === 'label');
  const wide = { name: label && shownText(label), needed: upright.needed, available: upright.content.width };
  context.report(wideTable(wide, { scale, isSideways: fitted.isSideways, isDivided: fitted.isTooWide }, table.origin));
  return fitted;
}

interface Attempt {
  readonly place: Place;
  readonly least: number;
  readonly isSideways: boolean;
  readonly context: LayoutContext;
}

interface ScaledTable extends FittedTable {
  readonly scale: number;
}

/** Returns a table that fits its place as it is or a little smaller; undefined where it does not. */
function shrinkInto(natural: FittedTable, { place, least, isSideways, context }: Attempt): ScaledTable | undefined {
  if (!natural.isTooWide) return { ...natural, scale: 1, isSideways };
  const scale = (natural.content.width / natural.needed) * safety;
  if (scale < least) return undefined;
  const smaller = measureTable(scaleTable(natural.table, scale), place, context);
  return smaller.isTooWide ? undefined : { ...smaller, scale, isSideways };
}

const shrinkAnyway = (table: StyledElement, { place, least, isSideways, context }: Attempt): ScaledTable => ({
  ...measureTable(hyphenateTable(scaleTable(table, least)), place, context),
  scale: least,
  isTooWide: true,
  isSideways,
});

function measureTable(table: StyledElement, containing: Place, context: LayoutContext): FittedTable {
  const grid = readTableGrid(table);
  const box = borderBox(table.style, containing);
  const content = contentBox(table.style, box);
  const { widths, needed, afterMarks } = columnWidths(grid, content.width, table.style, context);
  return { table, grid, box, content, widths, afterMarks, needed, isTooWide: needed > content.width + 0.5, isSideways: false };
}

function smallestText({ rows }: TableGrid): Pt {
  let smallest = Number.POSITIVE_INFINITY;
  for (const row of rows) for (const { element } of row.cells) smallest = Math.min(smallest, element.style.fontSize);
  return smallest;
}
