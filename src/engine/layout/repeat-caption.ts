/** What is printed again of a table on later pages: its caption, shortened, head rows, labels of rows. For the eye only. */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement, StyledNode } from '../style/style.ts';
import type { BlockTools } from './block-tools.ts';
import { borderBox, type Place } from './box-geometry.ts';
import type { BlockCell, Cell, LineStrip, Strip } from './flow.ts';
import type { GrowingStructure, LayoutContext } from './layout-context.ts';
import { placeInStrip, setSingleLine } from './layout-paragraph.ts';
import { plainTrace } from './plain-trace.ts';
import { setCell } from './set-cell.ts';
import type { GridCell } from './table-grid.ts';

/** Makes a strip of cells that stands at the top of later pages. */
export function repeatedStrip(cells: readonly Cell[], height: Pt, origin: Strip['origin']): Strip {
  return {
    spaceBefore: 0,
    lead: 0,
    height,
    trail: 0,
    breakCost: 0,
    forcedBreak: undefined,
    frame: undefined,
    content: { kind: 'cells', cells },
    markers: [],
    notes: [],
    anchors: [],
    strings: [],
    bookmarks: [],
    origin,
  };
}

/** Makes "Table 3 (continued)" of a caption; of one without a number the whole text. */
export function repeatedCaption(caption: StyledElement, containing: Place, tools: BlockTools): Strip {
  const { context } = tools;
  const { style } = caption;
  const label = caption.children.find((child) => child.kind === 'element' && child.attributes.get('class') === 'label');
  const children: StyledNode[] = (label ? [label] : caption.children).map(plainCopy).filter((child) => child !== undefined);
  children.push({ kind: 'text', text: ` ${context.words.label('continued')}`, origin: caption.origin });
  const structure: GrowingStructure = { role: 'NonStruct', children: [] };
  const { nextLeaf } = context.counters;
  const cell = setCell({ ...caption, attributes: new Map(), children }, borderBox(style, containing), structure, tools);
  context.counters.nextLeaf = nextLeaf;
  return repeatedStrip([{ ...cell, extraHeight: -style.margin.bottom }], cell.height + style.margin.bottom, caption.origin);
}

/** Notes are printed once, and ids are unique. */
function plainCopy(node: StyledNode): StyledNode | undefined {
  if (node.kind === 'text') return node;
  if (node.name === 'footnote') return undefined;
  const attributes = new Map([...node.attributes].filter(([name]) => name !== 'id'));
  return { ...node, attributes, children: node.children.map(plainCopy).filter((child) => child !== undefined) };
}

/** Longer texts are no labels. */
const mostLabelLines = 3;

/** Reads a cell as the name of the rows beside it: a header cell or one that spans rows, with few lines and no notes. */
export function readAsLabel(cell: Cell, written: GridCell, context: LayoutContext): Pick<BlockCell, 'isLabel' | 'continued'> {
  const { strips } = cell.flow;
  const isShort = strips.length <= mostLabelLines && strips.every(({ content, notes }) => content.kind === 'line' && notes.length === 0);
  const isLabel = isShort && (written.element.name === 'th' || written.rowSpan > 1);
  return { isLabel, continued: isLabel ? continuedLine(cell, context) : undefined };
}

function continuedLine(cell: Cell, context: LayoutContext): LineStrip | undefined {
  const style = { ...cell.style, fontWeight: 400 };
  const line = setSingleLine(context.words.label('continued'), style, context);
  const width = cell.width - cell.padding.left - cell.padding.right;
  const lineWidth = line?.segments.reduce((total, segment) => total + segment.width, 0) ?? 0;
  if (!line || lineWidth > width) return undefined;
  const spare = width - lineWidth;
  const isAtEnd = (style.textAlign === 'end') !== (style.direction === 'rtl');
  const x = style.textAlign === 'center' ? spare / 2 : isAtEnd ? spare : 0;
  const traces = line.segments.map(() => plainTrace(style, -1, cell.origin));
  return { ...placeInStrip(line, traces, style, { x, context }), notes: [], cost: 0 };
}
