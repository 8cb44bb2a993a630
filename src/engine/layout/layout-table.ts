/**
 * Tables: a strip for each row. Head rows and the caption's label are repeated on every page, and rows that a cell
 * spans or that are higher than a third of a page become blocks that a page may end in.
 */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import { type BlockTools, finishNested } from './block-tools.ts';
import { borderBox, contentBox, type Place, withoutBox } from './box-geometry.ts';
import { breakCosts } from './break-rules.ts';
import { type FittedTable, fitTable } from './fit-table.ts';
import { type BreakCost, forbidden, notesOfCells } from './flow.ts';
import { createFlowBuilder } from './flow-builder.ts';
import { growStructure } from './grow-structure.ts';
import { describeCells } from './head-cells.ts';
import type { GrowingStructure } from './layout-context.ts';
import { readAsLabel, repeatedCaption, repeatedStrip } from './repeat-caption.ts';
import { addBands, makeRowBlock, mayBeCut } from './row-block.ts';
import { type RowPlace, type SetRow, setRows } from './set-rows.ts';
import type { TableGrid } from './table-grid.ts';

/** Tables lower than this share of a page stay whole, unless that leaves a page too empty. */
const wholeBelow = 0.45;
/** A table that fits on one page stays whole where the gap before it is small: about a quarter of a page. */
const tornTable = 900;
/** Heads higher than this share of a page are not repeated: they would eat it. */
const repeatedBelow = 0.4;
/** Nor are captions without a number that are higher than this, long as they may be. */
const captionRepeatedBelow = 0.2;
/** Rows under one cell stay together below this share of a page. */
const groupWholeBelow = 0.25;

/** Adds a table with its captions; one that is too wide for its page stands sideways on a page of its own. `structure` is its Table element. */
export function layoutTable(table: StyledElement, containing: Place, structure: GrowingStructure, tools: BlockTools): void {
  const { builder, context, sideways } = tools;
  const fitted = fitTable(table, containing, tools);
  if (!fitted.isSideways || !sideways) {
    addTable(fitted, { containing, structure }, tools);
    return;
  }
  const turned = createFlowBuilder(sideways.height);
  turned.mark(builder.takeMarks());
  const place = { x: 0, width: sideways.width };
  const turnedTools = { ...tools, builder: turned, noteWidth: sideways.width, context: { ...context, pageHeight: sideways.height } };
  addTable(fitted, { containing: place, structure }, { ...turnedTools, sideways: undefined });
  builder.addSideways(finishNested(turned, context));
}

function addTable(fitted: FittedTable, where: { containing: Place; structure: GrowingStructure }, tools: BlockTools): void {
  const { builder, context } = tools;
  const { table, grid, box, content, widths, afterMarks } = fitted;
  const { containing, structure } = where;
  // The margins of a table lie around its captions too (CSS 2.2, 17.4).
  builder.space(table.style.margin.top);
  const above = grid.captions.filter((caption) => caption.style.captionSide === 'top');
  const repeated = above
    .slice(0, 1)
    .map((caption) => repeatedCaption(caption, containing, tools))
    .filter((strip) => strip.height <= context.pageHeight * captionRepeatedBelow);
  // The box around a table and its captions is never seen.
  builder.open(withoutBox(table.style), containing, table.origin, repeated);
  for (const caption of above) layoutCaption(caption, containing, structure, tools);
  const groups = new Map<StyledElement, GrowingStructure>();
  const attributes = describeCells(grid.rows, () => `head-${context.counters.nextHead++}`);
  const rowPlace: RowPlace = { place: content, widths, afterMarks, structure, attributes, groups };
  const captionHeight = repeated.reduce((total, strip) => total + strip.height, 0);
  const parts = setParts(grid, { rowPlace, captionHeight }, fitted.isTooWide ? withoutWideWords(tools) : tools);
  if (above.length > 0) builder.avoidBreak(breakCosts.headingAlone);
  const noMargin = { ...table.style, margin: { ...table.style.margin, top: 0, bottom: 0 } };
  const head = parts.head.map((set) => repeatedStrip(set.cells, set.height, set.row.element.origin));
  builder.open(noMargin, box, table.origin, parts.isRepeated ? head : []);
  addRows(table, parts, tools);
  builder.close();
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
  tools.builder.open(caption.style, box, caption.origin);
  tools.layoutContent(caption, contentBox(caption.style, box), growStructure(caption, structure), tools);
  tools.builder.close();
}

/** The set rows of a table: those of its head, and all others. */
interface TableParts {
  readonly head: readonly SetRow[];
  readonly body: readonly SetRow[];
  /** A head that would eat the page is shown once. */
  readonly isRepeated: boolean;
  /** Height of a page below what is repeated on it. */
  readonly pageHeight: Pt;
  /** Height of what never stands without the first row of the body. */
  readonly above: Pt;
}

function setParts(grid: TableGrid, where: { rowPlace: RowPlace; captionHeight: Pt }, tools: BlockTools): TableParts {
  const { rowPlace, captionHeight } = where;
  const headCount = grid.rows.filter((row) => row.section === 'head').length;
  const head = setRows(grid.rows.slice(0, headCount), rowPlace, tools);
  const headHeight = head.reduce((total, row) => total + row.height, 0);
  const whole = tools.context.pageHeight;
  const isRepeated = headHeight <= whole * repeatedBelow;
  const above = captionHeight + (isRepeated ? headHeight : 0);
  const pageHeight = Math.max(1, whole - above);
  const body = setRows(grid.rows.slice(headCount), rowPlace, { ...tools, context: { ...tools.context, pageHeight } });
  return { head, body, isRepeated, pageHeight, above };
}

function addRows(table: StyledElement, { head, body, isRepeated, pageHeight, above }: TableParts, tools: BlockTools): void {
  const { context } = tools;
  const height = [...head, ...body].reduce((total, row) => total + row.height, 0);
  const isKept = height <= context.pageHeight * wholeBelow || table.style.breakInside === 'avoid';
  const keep = isKept ? breakCosts.avoidInside : height <= context.pageHeight ? tornTable : breakCosts.beforeRow;
  const bodies = linkedRows(body);
  const stretches = [...linkedRows(head), ...bodies];
  for (const [position, rows] of stretches.entries()) {
    const [first] = rows as [SetRow, ...SetRow[]];
    const isHead = first.row.section === 'head';
    const previous = stretches[position - 1]?.[0];
    let cost: BreakCost = keep;
    if (position === 0) cost = 0;
    else if (isHead && isRepeated) cost = forbidden;
    else if (previous?.row.section === 'head' && isRepeated) cost = forbidden;
    else if (first.row.section === 'foot') cost = Math.max(cost, breakCosts.avoidInside);
    else if (position === stretches.length - 1 || isAfterFirst(stretches, position)) cost = Math.max(cost, breakCosts.orphan);
    addStretch(
      rows,
      { cost, keep, pageHeight: isHead && isRepeated ? Number.POSITIVE_INFINITY : pageHeight, above: rows === bodies[0] ? above : 0 },
      tools,
    );
  }
}

/** One row alone below the head at the foot of a page looks like a mistake. */
function isAfterFirst(stretches: readonly (readonly SetRow[])[], position: number): boolean {
  const above = stretches[position - 1]?.[0]?.row.section;
  const before = stretches[position - 2]?.[0]?.row.section;
  return above !== 'head' && (before === undefined || before === 'head');
}

/** Divides rows into stretches that no cell reaches out of. */
function linkedRows(rows: readonly SetRow[]): readonly (readonly SetRow[])[] {
  const stretches: SetRow[][] = [];
  let reach = 0;
  for (const [index, set] of rows.entries()) {
    if (index < reach) stretches.at(-1)!.push(set);
    else stretches.push([set]);
    for (const cell of set.row.cells) reach = Math.max(reach, index + cell.rowSpan);
  }
  return stretches;
}

/** Where a stretch of rows stands: costs of breaks above and inside it, and the heights of `TableParts`. */
interface StretchPlace {
  readonly cost: BreakCost;
  readonly keep: BreakCost;
  readonly pageHeight: Pt;
  readonly above: Pt;
}

function addStretch(rows: readonly SetRow[], { cost, keep, pageHeight, above }: StretchPlace, tools: BlockTools): void {
  const { builder, context } = tools;
  const [first] = rows as [SetRow, ...SetRow[]];
  const { origin } = first.row.element;
  if (rows.length === 1 && !mayBeCut(first, pageHeight, above)) {
    builder.add({ content: { kind: 'cells', cells: first.cells }, height: first.height, origin, notes: notesOfCells(first.cells), cost });
    return;
  }
  const height = rows.reduce((total, row) => total + row.height, 0);
  const made = makeRowBlock(rows, {
    pageHeight,
    above,
    rowCost: height <= pageHeight * groupWholeBelow ? Math.max(keep, breakCosts.avoidInside) : Math.max(keep, breakCosts.tornGroup),
    readAsLabel: ({ row, cells }, position) => readAsLabel(cells[position]!, row.cells[position]!, context),
  });
  addBands(made, { cost, origin }, builder);
}
