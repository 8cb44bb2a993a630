/**
 * Walks the styled tree and adds strips: blocks, anonymous paragraphs, notes, and the doors to lists,
 * tables, grids and pictures. Everything here works inside one measure; pages come later.
 */
import type { Pt } from '../geometry/length.ts';
import type { Style, StyledElement, StyledNode } from '../style/style.ts';
import { type BlockTools, finishNested, isInline, type LayoutContent, markPlace } from './block-tools.ts';
import { borderBox, contentBox, type Place } from './box-geometry.ts';
import { breakCosts } from './break-rules.ts';
import type { MakeNote } from './collect-runs.ts';
import { type Flow, flowHeight } from './flow.ts';
import { createFlowBuilder, type FlowBuilder } from './flow-builder.ts';
import { leafIn } from './grow-inline.ts';
import { growRole, growStructure } from './grow-structure.ts';
import { layoutColumns } from './layout-columns.ts';
import type { GrowingStructure } from './layout-context.ts';
import { layoutFloat } from './layout-float.ts';
import { layoutFormula } from './layout-formula.ts';
import { layoutGrid } from './layout-grid.ts';
import { definitionStructure, hangMarker, markerRoom, markerTexts } from './layout-list.ts';
import { layoutParagraph } from './layout-paragraph.ts';
import { layoutPicture } from './layout-picture.ts';
import { layoutSpokenTable } from './layout-spoken-table.ts';
import { layoutTable } from './layout-table.ts';
import { besideNumbers } from './line-numbers.ts';
import { layoutSidenote } from './sidenote.ts';

/** Lays out what is inside a block. */
export const layoutContent: LayoutContent = (element, place, structure, tools) => {
  if (element.style.columnCount > 1) layoutColumns(element, place, structure, tools);
  else if (element.style.display === 'grid') layoutGrid(element, place, structure, tools);
  else if (element.name === 'ul' || element.name === 'ol') layoutItems(element, place, structure, tools);
  else if (element.name === 'dl') layoutDefinitions(element, place, structure, tools);
  else layoutChildren(element, place, structure, tools);
};

/** Blocks one below the other, inline stretches as paragraphs. */
function layoutChildren(element: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  let inline: StyledNode[] = [];
  let isFirst = true;
  let isBelowHeading = false;
  let isLineBelowHeading = false;
  const flush = () => {
    if (inline.some((node) => node.kind === 'element' || node.text.trim() !== '')) {
      const block = isFirst || !element.firstLine ? element : { ...element, firstLine: undefined };
      isFirst = false;
      addParagraph(inline, block, { place, structure: needsParagraph(structure) ? growRole('P', structure) : structure }, tools);
      isBelowHeading = false;
      isLineBelowHeading = false;
    }
    inline = [];
  };
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    if (child.kind === 'text' || isInline(child)) {
      inline.push(child);
      continue;
    }
    flush();
    isFirst = false;
    const { builder } = tools;
    const staysBelow = child.style.breakAfter === 'avoid';
    if (isLineBelowHeading && !staysBelow) builder.avoidBreak(breakCosts.lineBelowHeading);
    const before = builder.stripCount;
    layoutBlock(child, place, structure, tools);
    // What stands elsewhere, such as a margin note, changes nothing here.
    if (builder.stripCount === before) continue;
    isLineBelowHeading = isBelowHeading && !staysBelow && builder.stripCount === before + 1;
    isBelowHeading = staysBelow;
  }
  flush();
}

/** Lays out one block-level element. */
export function layoutBlock(element: StyledElement, containing: Place, parent: GrowingStructure, tools: BlockTools): void {
  const { builder } = tools;
  const { style } = element;
  if (style.float === 'sidenote' && layoutSidenote(element, parent, tools, layoutBlock)) return;
  if (builder.takesFloats && layoutFloat(element, parent, tools, layoutBlock)) return;
  markPlace(element, builder);
  switch (element.name) {
    case 'page-break':
      builder.forceBreak('any');
      return;
    case 'img':
    case 'chart':
      layoutPicture(element, containing, parent, tools);
      return;
    case 'formula':
      layoutFormula(element, containing, parent, tools);
      return;
    case 'answer-lines':
      layoutAnswerLines(element, containing, parent, tools);
      return;
  }
  if (element.name === 'table' && element.attributes.has('spoken')) {
    layoutSpokenTable(element, parent, tools);
    return;
  }
  const structure = growStructure(element, parent);
  if (structure.role === 'Figure' && mayFloat(parent, builder)) builder.mark({ figure: element });
  if (style.display === 'table') {
    layoutTable(element, containing, structure, tools);
    return;
  }
  const box = borderBox(style, containing);
  const content = contentBox(style, box);
  const isSection = element.name === 'section' || element.name === 'article';
  builder.open(style, box, element.origin);
  if (isSection) builder.openSection();
  layoutContent(element, content, structure, tools);
  if (isSection) builder.closeSection();
  builder.close();
}

/** Whether a figure stands in the text of a section, not in a box, an item or a question that it belongs to. */
const mayFloat = ({ role }: GrowingStructure, { takesFloats, isFramed }: FlowBuilder): boolean =>
  takesFloats && !isFramed && (role === 'Sect' || role === 'Part' || role === 'Art' || role === 'Document');

function layoutItems(list: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  const items = list.children.filter((child): child is StyledElement => child.kind === 'element');
  const markers = markerTexts(list, items);
  let itemStart = tools.builder.stripCount;
  for (const [index, item] of items.entries()) {
    const text = markers[index]!;
    if (index > 0 && tools.builder.stripCount - itemStart <= smallItem) {
      // One item alone at the end of a page, or at the top of the next, looks like a mistake; a short list stays together.
      const isNearEnd = index === 1 || index === items.length - 1 || items.length <= 4;
      tools.builder.avoidBreak(isNearEnd ? breakCosts.listEnd : breakCosts.listItem);
    }
    itemStart = tools.builder.stripCount;
    markPlace(item, tools.builder);
    const itemStructure = growStructure(item, structure);
    const box = borderBox(item.style, place);
    const content = contentBox(item.style, box);
    tools.builder.open(item.style, box, item.origin);
    if (text !== '' && item.style.display === 'list-item') {
      hangMarker(
        { text, style: item.marker?.style ?? item.style, place: content, structure: growRole('Lbl', itemStructure), origin: item.origin },
        tools,
      );
    }
    const before = tools.builder.stripCount;
    layoutContent(item, content, itemStructure.role === 'LI' ? growRole('LBody', itemStructure) : itemStructure, tools);
    // An item without content still takes the line that its number stands on.
    if (text !== '' && tools.builder.stripCount === before) {
      tools.builder.add({ content: { kind: 'empty' }, height: item.style.lineHeight, origin: item.origin });
    }
    tools.builder.close();
  }
}

function layoutDefinitions(list: StyledElement, place: Place, structure: GrowingStructure, tools: BlockTools): void {
  const structureFor = definitionStructure(structure);
  for (const child of list.children) {
    if (child.kind !== 'element') continue;
    if (child.name === 'div') layoutDefinitionGroup(child, place, structure, tools);
    else layoutBlock(child, place, structureFor(child), tools);
  }
}

/** A `div` around a term and its definitions is there for the stylesheet. */
function layoutDefinitionGroup(group: StyledElement, containing: Place, structure: GrowingStructure, tools: BlockTools): void {
  const box = borderBox(group.style, containing);
  markPlace(group, tools.builder);
  tools.builder.open(group.style, box, group.origin);
  layoutDefinitions(group, contentBox(group.style, box), structure, tools);
  tools.builder.close();
}

function addParagraph(
  nodes: readonly StyledNode[],
  block: StyledElement,
  where: { place: Place; structure: GrowingStructure },
  tools: BlockTools,
): void {
  const makeNote: MakeNote = (element, number, structure) => {
    const flow = layoutNote(element, { number, width: tools.noteWidth, structure }, tools);
    return { number, flow, height: flowHeight(flow), origin: element.origin };
  };
  const { place, numberLine } = besideNumbers(block, where.place, tools.context);
  const input = {
    nodes,
    style: block.style,
    x: place.x,
    width: place.width,
    structure: where.structure,
    numberLine,
    firstLine: block.firstLine,
    origin: block.origin,
  };
  layoutParagraph(input, tools.builder, { context: tools.context, makeNote });
}

function layoutNote(element: StyledElement, note: { number: number; width: Pt; structure: GrowingStructure }, tools: BlockTools): Flow {
  const builder = createFlowBuilder(tools.context.pageHeight);
  addNoteBody(element, { ...note, place: { x: 0, width: note.width } }, { ...tools, sideways: undefined, builder });
  return finishNested(builder, tools.context);
}

function addNoteBody(element: StyledElement, note: { number: number; place: Place; structure: GrowingStructure }, tools: BlockTools): void {
  const { builder, context } = tools;
  const { style } = element;
  const box = borderBox(style, note.place);
  const text = context.words.number(note.number);
  const content = withRoom(contentBox(style, box), note.place, { room: markerRoom(text, style, context), style });
  builder.open(style, box, element.origin);
  builder.mark({ anchors: [`note-${note.number}`] });
  const label = growRole('Lbl', note.structure);
  hangMarker({ text, style, place: content, structure: label, origin: element.origin }, tools);
  layoutContent(element, content, note.structure, tools);
  builder.close();
}

/** A number that is wider than the indent moves its text inward: it must not stand in the margin of the page. */
function withRoom(content: Place, containing: Place, { room, style }: { room: Pt; style: Style }): Place {
  const isRightToLeft = style.direction === 'rtl';
  const indent = isRightToLeft ? containing.x + containing.width - content.x - content.width : content.x - containing.x;
  const lack = Math.max(0, room - indent);
  return { x: content.x + (isRightToLeft ? 0 : lack), width: Math.max(1, content.width - lack) };
}

/** Lines to write on read as one phrase, not as so many rules. */
function layoutAnswerLines(element: StyledElement, containing: Place, parent: GrowingStructure, tools: BlockTools): void {
  const { builder, context } = tools;
  const { style } = element;
  const structure: GrowingStructure = { role: 'P', actualText: context.words.label('answerSpace'), children: [] };
  parent.children.push(structure);
  const leaf = leafIn(structure, context);
  const fills = element.attributes.has('fill');
  const count = fills ? leastFilledLines : Math.max(1, Math.min(mostAnswerLines, Number(element.attributes.get('count') ?? 3)));
  const box = borderBox(style, containing);
  const rule = { kind: 'rule', ...contentBox(style, box), style, origin: element.origin } as const;
  builder.avoidBreak(breakCosts.avoidInside);
  // The border of the element is what each line is drawn with; the block itself has none.
  builder.open({ ...style, borderBottom: { ...style.borderBottom, width: 0 }, padding: noPadding }, box, element.origin);
  for (let index = 0; index < count; index += 1) {
    builder.add({
      content: { ...rule, mark: index === 0 ? leaf : 'layout', fillStep: fills && index === count - 1 ? style.lineHeight : undefined },
      height: style.lineHeight,
      origin: element.origin,
      cost: index === 0 ? 0 : count <= fewAnswerLines || index === 1 || index === count - 1 ? breakCosts.tornAnswer : breakCosts.beforeRow,
    });
  }
  builder.close();
}

/** Lines of a list item that is a line of a list rather than a text of its own, such as a question. */
const smallItem = 3;
/** `fill` takes what the page has left, and this at the least. */
const leastFilledLines = 3;
const mostAnswerLines = 200;
/** So few lines stay together; of more, no single one stands alone. */
const fewAnswerLines = 8;
const noPadding = { top: 0, right: 0, bottom: 0, left: 0 };

/** Text may not stand directly in these; it gets a paragraph of its own in the tag tree. */
const groupingRoles: ReadonlySet<string> = new Set(['Document', 'Part', 'Sect', 'Art', 'Aside', 'BlockQuote', 'Div', 'LI', 'Figure']);

const needsParagraph = (structure: GrowingStructure): boolean => groupingRoles.has(structure.role);
