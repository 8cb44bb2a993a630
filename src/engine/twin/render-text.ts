/**
 * A booklet as plain text: UTF-8 in lines of 72 columns, headings underlined, footnotes at the end of their section.
 *
 * Blocks become lines from the inside out; what holds others indents their lines.
 */
import { fillPattern, formatNumber, localDigits } from '../content/format-labels.ts';
import { type MarkupElement, type MarkupNode, textOf } from '../markup/element.ts';
import { vocabulary } from '../markup/vocabulary.ts';
import { hasTitle, levelHeadings } from './level-headings.ts';
import { nameOfNote, sayInline, splitCaption, type TextPage } from './say-inline.ts';
import type { Twin } from './twin.ts';
import { columnsOf, plainSpaces, textColumns, wrapText } from './wrap-text.ts';
import { writeTextTable } from './write-text-table.ts';

/** Renders the text. The same twin gives the same text. */
export function renderText(twin: Twin): string {
  const isTitled = hasTitle(twin.root);
  const page: TextPage = {
    twin,
    levels: levelHeadings(twin.root, isTitled ? 1 : 2),
    notes: [],
    noteCount: 0,
    said: new Set(),
    captionLabel: undefined,
  };
  const blocks = writeBlocks(twin.root.children, { columns: textColumns, isInSection: false, isInNav: false }, page);
  const title = isTitled ? [] : [headingBlock(twin.title, 1, { columns: textColumns, isInSection: false, isInNav: false }, page)];
  const lines = joinBlocks([...title, ...blocks, ...writeNotes(textColumns, page)]);
  return `${lines.map((line) => plainSpaces(line).trimEnd()).join('\n')}\n`;
}

/** A piece of the text, and how many empty lines stand above it. */
interface Block {
  readonly lines: readonly string[];
  readonly space: number;
}

interface Room {
  readonly columns: number;
  readonly isInSection: boolean;
  readonly isInNav: boolean;
}

type BlockWriter = (element: MarkupElement, room: Room, page: TextPage) => readonly Block[];

const block = (lines: readonly string[], space = 1): readonly Block[] => (lines.length === 0 ? [] : [{ lines, space }]);

function joinBlocks(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(({ lines, space }, index) => (index === 0 ? lines : [...new Array<string>(space).fill(''), ...lines]));
}

/** Writes blocks, and stretches of text between them as paragraphs. */
function writeBlocks(nodes: readonly MarkupNode[], room: Room, page: TextPage): readonly Block[] {
  const blocks: Block[] = [];
  let stretch: MarkupNode[] = [];
  const endStretch = (): void => {
    blocks.push(...paragraph(stretch, room, page));
    stretch = [];
  };
  for (const node of nodes) {
    const display = node.kind === 'element' ? vocabulary.get(node.name)?.display : 'inline';
    if (node.kind === 'text' || display === 'inline' || display === 'picture') stretch.push(node);
    else {
      endStretch();
      blocks.push(...writeBlock(node, room, page));
    }
  }
  endStretch();
  return blocks;
}

function writeBlock(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const level = page.levels.get(element);
  if (level !== undefined) return [headingBlock(sayInline(element.children, page), level, room, page)];
  const writer = writers[element.name];
  if (writer) return writer(element, room, page);
  return vocabulary.get(element.name)?.content === 'text' ? paragraph(element.children, room, page) : writeBlocks(element.children, room, page);
}

function paragraph(nodes: readonly MarkupNode[], room: Room, page: TextPage): readonly Block[] {
  const text = sayInline(nodes, page);
  return text === '' ? [] : block(wrapText(text, room.columns, page.twin.language));
}

const underlines: readonly string[] = ['=', '-', '~', '.', '.', '.'];

function headingBlock(text: string, level: number, room: Room, page: TextPage): Block {
  const lines = wrapText(text, room.columns, page.twin.language);
  const width = lines.reduce((widest, line) => Math.max(widest, columnsOf(line)), 0);
  return { lines: [...lines, underlines[level - 1]!.repeat(width)], space: level <= 2 ? 2 : 1 };
}

function indented(blocks: readonly Block[], first: string, others: string): readonly Block[] {
  const lines = joinBlocks(blocks).map((line, index) => (index === 0 ? first + line : line === '' ? '' : others + line));
  return block(lines);
}

/** Narrower than this, text in deep lists is no text any more. */
const leastColumns = 24;

const narrower = (room: Room, by: number): Room => ({ ...room, columns: Math.max(leastColumns, room.columns - by) });

const indent: BlockWriter = (element, room, page) =>
  indented(writeBlocks(element.children, narrower(room, 4), page), '    ', '    ');

function writeSection(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const blocks = writeBlocks(element.children, { ...room, isInSection: true }, page);
  return room.isInSection ? blocks : [...blocks, ...writeNotes(room.columns, page)];
}

function writeNotes(columns: number, page: TextPage): readonly Block[] {
  return page.notes.splice(0).flatMap(({ number, element }) => {
    const room: Room = { columns: columns - 4, isInSection: true, isInNav: false };
    const name: MarkupNode = { kind: 'text', text: `${nameOfNote(number, page)}: ` };
    const [first, ...others] = element.children;
    // The name stands in the first line of the note, be it a bare text or a paragraph.
    const isParagraph = first?.kind === 'element' && first.name === 'p';
    const children = isParagraph ? [{ ...first, children: [name, ...first.children] }, ...others] : [name, ...element.children];
    return indented(writeBlocks(children, room, page), '', '    ');
  });
}

function writeList(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const items = element.children.filter((child) => child.kind === 'element');
  const first = Math.trunc(Number(element.attributes.get('start') ?? 1)) || 0;
  const isOrdered = element.name === 'ol';
  const written = items.map((item, index) => {
    const marker = room.isInNav ? '' : isOrdered ? `${markerOf(first + index, element, page)}. ` : '- ';
    const width = room.isInNav ? 0 : columnsOf(marker);
    const blocks = writeBlocks(item.children, narrower(room, width), page);
    return { marker, others: room.isInNav ? '' : ' '.repeat(width), blocks };
  });
  const isLoose = written.some(({ blocks }) => blocks.some(({ space }, index) => index > 0 && space > 0));
  const blocks = written.flatMap(({ marker, others, blocks }) => {
    const [lines] = blocks.length === 0 ? block([marker.trimEnd()]) : indented(blocks, marker, others);
    return lines ? [{ ...lines, space: isLoose ? 1 : 0 }] : [];
  });
  const lines = joinBlocks(blocks);
  if (!isNested(element, page)) return block(lines);
  return block(room.isInNav ? lines.map((line) => `  ${line}`) : lines, isLoose ? 1 : 0);
}
