/** Table tokens to `<table>`, and the caption line before or after a table to its `<caption>`. */
import type { Token } from 'markdown-it';
import { strayCaption, tooManyCells } from './block-problems.ts';
import { type BuildContext, blockAttributes, blockElement, inlineAfter, type TokenReader } from './build-context.ts';
import { buildInline } from './build-inline.ts';
import { writtenCells } from './count-cells.ts';
import { joinCells, type WrittenCell } from './join-cells.ts';
import { lineEnd, locateCell } from './locate-inline.ts';
import { placeOf } from './markdown-parser.ts';
import type { ProseElement, ProseNode } from './prose.ts';
import { readAttributes } from './read-attributes.ts';

/** Builds the table whose opening token comes next. */
export function buildTable(reader: TokenReader): ProseElement {
  const opening = reader.tokens[reader.index]!;
  const { start = 0, end = start } = placeOf(opening);
  const table = blockElement('table', { start, end }, reader);
  const groups: ProseElement[] = [];
  let rows: WrittenRow[] = [];
  let namesRows = false;
  reader.index++;
  for (; reader.tokens[reader.index]!.type !== 'table_close'; ) {
    const token = reader.tokens[reader.index]!;
    if (token.type === 'tr_open') {
      rows.push(buildRow(token, reader));
      continue;
    }
    if (token.type === 'thead_close' || token.type === 'tbody_close') {
      const joined = joinCells(
        rows.map(({ cells }) => (namesRows ? withRowName(cells) : cells)),
        reader.context,
      );
      const children = rows.map(({ element }, index) => ({ ...element, children: joined[index]! }));
      const { start: from, end: to } = { start: children[0]?.start ?? table.start, end: children.at(-1)?.end ?? table.end };
      groups.push({ kind: 'element', name: token.tag, attributes: new Map(), children, start: from, end: to });
      namesRows = token.type === 'thead_close' && hasEmptyCorner(rows[0]!.cells);
      rows = [];
    }
    reader.index++;
  }
  reader.index++;
  return { ...table, children: groups };
}

const hasEmptyCorner = ([corner, ...others]: readonly WrittenCell[]): boolean =>
  corner !== undefined && isEmpty(corner) && !others.every(isEmpty);

const isEmpty = ({ element: { children } }: WrittenCell): boolean => children.length === 0;

/** Below an empty corner, the first cell of a row is its name. */
function withRowName(cells: readonly WrittenCell[]): readonly WrittenCell[] {
  const [first, ...others] = cells;
  if (!first || isEmpty(first)) return cells;
  const attributes = new Map([...first.element.attributes, ['scope', 'row']]);
  return [{ ...first, element: { ...first.element, name: 'th', attributes } }, ...others];
}

/** A row and its cells, before any are joined. */
interface WrittenRow {
  readonly element: ProseElement;
  readonly cells: readonly WrittenCell[];
}

function buildRow(opening: Token, reader: TokenReader): WrittenRow {
  const { text, context } = reader;
  const line = opening.map?.[0] ?? 0;
  const lineEnds = lineEnd(text, line);
  const lineStarts = text.lineStarts[line] ?? 0;
  const written = text.map.text.slice(lineStarts, lineEnds);
  // A row in a list or quotation begins after the marker of the first line.
  const bar = /^[\s>]*(?:[-*+]\s+|\d+[.)]\s+)*/.exec(written)![0].length;
  const row = blockElement('tr', { start: lineStarts + bar, end: lineStarts + written.trimEnd().length }, reader);
  const texts = writtenCells(written.slice(bar));
  const cells: WrittenCell[] = [];
  let from = lineStarts + bar;
  reader.index++;
  while (reader.tokens[reader.index]!.type !== 'tr_close') {
    const token = reader.tokens[reader.index]!;
    const inline = reader.tokens[reader.index + 1]!;
    const cell = locateCell(inline.content, text, from, lineEnds);
    from = cell.end;
    const element = blockElement(token.tag, cell, reader);
    const children = buildInline({ content: inline.content, tokens: inline.children ?? [], locate: cell.locate }, context);
    cells.push({ element: { ...element, attributes: cellAttributes(token), children }, written: kindOf(texts[cells.length]) });
    reader.index += 3;
  }
  reader.index++;
  const span = { file: context.file, start: row.start, end: row.end };
  if (texts.length > cells.length) context.report(tooManyCells(texts.length, cells.length, span));
  return { element: row, cells };
}

/** A row that ends early has blank cells behind it. */
const kindOf = (text: string | undefined): WrittenCell['written'] =>
  text === '' ? 'nothing' : text?.trim() === '^^' ? 'ditto' : 'content';

function cellAttributes(token: Token): ReadonlyMap<string, string> {
  const attributes = new Map<string, string>();
  if (token.tag === 'th') attributes.set('scope', 'col');
  const align = /text-align:(\w+)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  if (align) attributes.set('class', `align-${align}`);
  return attributes;
}

const label = /^Table:\s*/;

/** Builds a caption line; until `attachCaptions` has seen its neighbors it carries the attributes for the table. */
export function buildCaption(token: Token, reader: TokenReader): ProseElement {
  const written = inlineAfter(reader);
  reader.index += 3;
  const { start = 0, end = start, attributes, attributesAt = 0 } = placeOf(token);
  return {
    ...blockElement('caption', { start, end }, reader),
    attributes: readAttributes({ text: attributes, at: attributesAt, locate: written.locate }, blockAttributes, reader.context),
    children: buildInline(written, reader.context),
  };
}

/** Gives every caption to the table before it, or else to the one after it. A line without a table is an ordinary paragraph. */
export function attachCaptions(nodes: readonly ProseNode[], context: BuildContext): readonly ProseNode[] {
  if (!nodes.some((node) => isElement(node, 'caption'))) return nodes;
  const attached: ProseNode[] = [];
  let waiting: ProseElement | undefined;
  for (const node of nodes) {
    const last = attached.at(-1);
    if (isElement(node, 'caption')) {
      if (waiting) attached.push(asParagraph(waiting, context));
      waiting = undefined;
      if (isElement(last, 'table') && !isElement(last.children[0], 'caption')) attached[attached.length - 1] = withCaption(last, node);
      else waiting = node;
    } else {
      if (waiting) attached.push(isElement(node, 'table') ? withCaption(node, waiting) : asParagraph(waiting, context));
      if (!waiting || !isElement(node, 'table')) attached.push(node);
      waiting = undefined;
    }
  }
  if (waiting) attached.push(asParagraph(waiting, context));
  return attached;
}

function withCaption(table: ProseElement, caption: ProseElement): ProseElement {
  const [first, ...others] = caption.children;
  const children = first?.kind === 'text' ? [{ ...first, text: first.text.replace(label, '') }, ...others] : caption.children;
  return { ...table, attributes: caption.attributes, children: [{ ...caption, attributes: new Map(), children }, ...table.children] };
}

function asParagraph(caption: ProseElement, context: BuildContext): ProseElement {
  if (caption.attributes.size > 0) context.report(strayCaption({ file: context.file, start: caption.start, end: caption.end }));
  return { ...caption, name: 'p', attributes: new Map() };
}

function isElement(node: ProseNode | undefined, name: string): node is ProseElement {
  return node?.kind === 'element' && node.name === name;
}
