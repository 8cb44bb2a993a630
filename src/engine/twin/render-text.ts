/**
 * A booklet as plain text: UTF-8 in lines of 72 columns, headings underlined, footnotes at the end of their section.
 *
 * Blocks become lines from the inside out; what holds others indents their lines.
 */
import { fillPattern, localDigits } from '../content/format-labels.ts';
import { lineNumbersOf, linesOfCode } from '../markup/code-lines.ts';
import type { MarkupElement, MarkupNode } from '../markup/element.ts';
import { formatCounter } from '../markup/format-counter.ts';
import { vocabulary } from '../markup/vocabulary.ts';
import { hasTitle, levelHeadings } from './level-headings.ts';
import { nameOfNote, sayInline, splitCaption, type TextPage } from './say-inline.ts';
import type { Twin } from './twin.ts';
import { columnsOf, plainSpaces, textColumns, wrapText } from './wrap-text.ts';
import { isDisplayed, latexOf, numberOf } from './write-formula.ts';
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
  const title = isTitled ? [] : [headingBlock(twin.title, 1, wholeRoom, page)];
  const blocks = writeBlocks(twin.root.children, wholeRoom, page);
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
  /** In an item of a list. */
  readonly isInItem: boolean;
}

const wholeRoom: Room = { columns: textColumns, isInSection: false, isInNav: false, isInItem: false };

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
    const isAlone = node.kind === 'element' && node.name === 'formula' && isDisplayed(node);
    if (node.kind === 'text' || display === 'inline' || (display === 'picture' && !isAlone)) stretch.push(node);
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
  return vocabulary.get(element.name)?.content === 'text'
    ? paragraph(element.children, room, page)
    : writeBlocks(element.children, room, page);
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

const indent: BlockWriter = (element, room, page) => indented(writeBlocks(element.children, narrower(room, 4), page), '    ', '    ');

function writeSection(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const blocks = writeBlocks(element.children, { ...room, isInSection: true }, page);
  return room.isInSection ? blocks : [...blocks, ...writeNotes(room.columns, page)];
}

function writeNotes(columns: number, page: TextPage): readonly Block[] {
  return page.notes.splice(0).flatMap(({ number, element }) => {
    const room: Room = { ...wholeRoom, columns: columns - 4, isInSection: true };
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
    const blocks = writeBlocks(item.children, { ...narrower(room, room.isInNav ? 2 : width), isInItem: true }, page);
    return { marker, others: room.isInNav ? '' : ' '.repeat(width), blocks };
  });
  const isLoose = written.some(({ blocks }) => blocks.some(({ space }, index) => index > 0 && space > 0));
  const lines = joinBlocks(
    written.flatMap(({ marker, others, blocks }) => {
      const [item] = blocks.length === 0 ? block([marker.trimEnd()]) : indented(blocks, marker, others);
      return item ? [{ ...item, space: isLoose ? 1 : 0 }] : [];
    }),
  );
  const isInner = room.isInItem && !isLoose;
  return block(isInner && room.isInNav ? lines.map((line) => `  ${line}`) : lines, isInner ? 0 : 1);
}

const counterStyles: Readonly<Record<string, string>> = { a: 'lower-alpha', A: 'upper-alpha', i: 'lower-roman', I: 'upper-roman' };

/** Numbers that letters cannot say come back in figures, which are the language's own. */
function markerOf(number: number, list: MarkupElement, { twin }: TextPage): string {
  return localDigits(formatCounter(number, counterStyles[list.attributes.get('type') ?? ''] ?? 'decimal'), twin.labels);
}

/** Terms at the margin, what is said of them below and set in. */
function writeTerms(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  return element.children.flatMap((child): readonly Block[] => {
    if (child.kind === 'text') return [];
    if (child.name === 'div') return writeTerms(child, room, page);
    if (child.name === 'dt') return paragraph(child.children, room, page);
    return indent(child, room, page).map((description) => ({ ...description, space: 0 }));
  });
}

function writeTable(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const captions = element.children.filter((child): child is MarkupElement => child.kind === 'element' && child.name === 'caption');
  const caption = captions.flatMap((child) => writeCaption(child, room, page));
  return [...caption, ...block(writeTextTable(element, room.columns, page))];
}

/** The label of the caption goes to the first picture, whose words are then no longer in need of an introduction. */
function writeFigure(element: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const outer = page.captionLabel;
  const caption = element.children.find((child): child is MarkupElement => child.kind === 'element' && child.name === 'figcaption');
  page.captionLabel = caption && splitCaption(caption).label;
  const blocks = writeBlocks(element.children, room, page);
  page.captionLabel = outer;
  return blocks;
}

function writeCaption(caption: MarkupElement, room: Room, page: TextPage): readonly Block[] {
  const { label, rest } = splitCaption(caption);
  const isTaken = caption.name === 'figcaption' && page.captionLabel !== label;
  const title = sayInline(rest, page);
  const text = label === undefined || isTaken ? title : fillPattern(page.twin.labels.labelledTitle, { label, title });
  return text === '' ? [] : block(wrapText(text, room.columns, page.twin.language));
}

/** Code is set in; numbers of its lines stand before it in a column. */
const writeCode: BlockWriter = (element) => {
  const numbers = lineNumbersOf(element);
  const width = String(numbers?.at(-1) ?? '').length;
  return block(linesOfCode(element).map((line, index) => `    ${numbers ? `${String(numbers[index]).padStart(width)}  ` : ''}${line}`));
};

/** A displayed formula is set in, with its number behind it. */
const writeFormula: BlockWriter = (element, room, page) => {
  const number = numberOf(element);
  const text = number === '' ? latexOf(element) : `${latexOf(element)}  ${number}`;
  return indented(block(wrapText(text, narrower(room, 4).columns, page.twin.language)), '    ', '    ');
};

const writers: Readonly<Record<string, BlockWriter>> = {
  section: writeSection,
  nav: (element, room, page) => writeBlocks(element.children, { ...room, isInNav: true }, page),
  ul: writeList,
  ol: writeList,
  dl: writeTerms,
  table: writeTable,
  figure: writeFigure,
  caption: writeCaption,
  figcaption: writeCaption,
  aside: indent,
  formula: writeFormula,
  blockquote: indent,
  pre: writeCode,
  hr: () => block(['* * *']),
  'answer-lines': (_element, room, page) => block(wrapText(`[${page.twin.labels.answerSpace}]`, room.columns, page.twin.language)),
};
