/** Reads a laid-out document back: what it says block by block, and where every piece of it stands. */
import { textOfItem } from '../../src/engine/document/describe-document.ts';
import type { PagedDocument, PageItem, TextItem } from '../../src/engine/document/paged-document.ts';
import type { LeafId, PdfRole, StructureElement } from '../../src/engine/document/structure.ts';
import { formulaMargin } from '../../src/engine/drawing/formula.ts';
import type { Rect } from '../../src/engine/geometry/rect.ts';
import type { Font } from '../../src/engine/text/font.ts';

/** A block of text as it is read: a paragraph, a heading, a cell, a caption. */
export interface TextBlock {
  readonly role: PdfRole;
  readonly text: string;
  /** The page of each of its pieces, ascending. */
  readonly pages: readonly number[];
  readonly leaves: readonly LeafId[];
}

/** A footnote: the page of its call and the blocks of its text. */
export interface ReadNote {
  readonly callPage: number;
  readonly blocks: readonly TextBlock[];
}

/** The text of a document in reading order, footnotes apart; labels of list items are left out. */
export interface ReadText {
  readonly blocks: readonly TextBlock[];
  readonly notes: readonly ReadNote[];
}

const inlineRoles: ReadonlySet<PdfRole> = new Set([
  'Span',
  'Quote',
  'Code',
  'Link',
  'Em',
  'Strong',
  'Lbl',
  'Reference',
  'Note',
  'NonStruct',
]);

/** An item and the index of its page. */
export interface PlacedItem {
  readonly page: number;
  readonly item: PageItem;
}

/** Returns the items of every leaf in page order; links are left out. */
export function itemsByLeaf(document: PagedDocument): ReadonlyMap<LeafId, readonly PlacedItem[]> {
  const items = new Map<LeafId, PlacedItem[]>();
  for (const [page, { items: all }] of document.pages.entries()) {
    for (const item of all) {
      if (typeof item.mark !== 'number' || item.kind === 'link') continue;
      const known = items.get(item.mark);
      if (known) known.push({ page, item });
      else items.set(item.mark, [{ page, item }]);
    }
  }
  return items;
}

interface Growing {
  readonly role: PdfRole;
  text: string;
  readonly pages: number[];
  readonly leaves: LeafId[];
}

/** Reads all text by the structure tree, as a screen reader does. */
export function readText(document: PagedDocument): ReadText {
  const items = itemsByLeaf(document);
  const blocks: Growing[] = [];
  const notes: { callPage: number; blocks: Growing[] }[] = [];
  const take = (leaf: LeafId, block: Growing): void => {
    block.leaves.push(leaf);
    for (const { page, item } of items.get(leaf) ?? []) {
      if (item.kind === 'text') block.text += textOfItem(item);
      block.pages.push(page);
    }
  };
  const visit = (element: StructureElement, into: Growing[], around: Growing | undefined): void => {
    let block = inlineRoles.has(element.role) ? around : undefined;
    let callPage = 0;
    for (const child of element.children) {
      if (typeof child === 'number') {
        if (!block) into.push((block = { role: element.role, text: '', pages: [], leaves: [] }));
        take(child, block);
      } else if (child.role === 'Reference') {
        callPage = items.get(firstLeaf(child) ?? -1)?.[0]?.page ?? -1;
      } else if (child.role === 'Note') {
        const note = { callPage, blocks: [] };
        notes.push(note);
        visit({ ...child, role: 'Div' }, note.blocks, undefined);
      } else if (child.role !== 'Lbl') {
        const isInline = inlineRoles.has(child.role);
        if (isInline && !block) into.push((block = { role: element.role, text: '', pages: [], leaves: [] }));
        visit(child, into, block);
        // What follows a block is a block of its own; formulas and pictures may stand in a line.
        if (!isInline && child.role !== 'Formula' && child.role !== 'Figure') block = inlineRoles.has(element.role) ? around : undefined;
      }
    }
  };
  visit(document.structure, blocks, undefined);
  return { blocks: blocks.filter(hasText), notes: notes.map((note) => ({ ...note, blocks: note.blocks.filter(hasText) })) };
}

function firstLeaf(element: StructureElement): LeafId | undefined {
  const [first] = element.children;
  return typeof first === 'object' ? firstLeaf(first) : first;
}

const hasText = (block: Growing): boolean => /\S/.test(block.text);

/** Returns the role of the innermost element around each leaf that is no inline element. */
export function rolesOfLeaves(root: StructureElement): ReadonlyMap<LeafId, { readonly role: PdfRole; readonly isNote: boolean }> {
  const roles = new Map<LeafId, { role: PdfRole; isNote: boolean }>();
  const visit = (element: StructureElement, around: PdfRole, isNote: boolean): void => {
    const role = inlineRoles.has(element.role) ? around : element.role;
    for (const child of element.children) {
      if (typeof child === 'number') roles.set(child, { role, isNote: isNote || element.role === 'Note' });
      else visit(child, role, isNote || element.role === 'Note');
    }
  };
  visit(root, root.role, false);
  return roles;
}

/** Returns the area of an item; of text only the middle of the letters, so that tight lines do not count as overlapping. */
export function areaOf(item: PageItem): Rect {
  switch (item.kind) {
    case 'text':
      if (item.isTurned)
        return { x: item.x - heightOfX(item), y: item.y - visibleWidth(item), width: heightOfX(item), height: visibleWidth(item) };
      return { x: item.x, y: item.y - heightOfX(item), width: visibleWidth(item), height: heightOfX(item) };
    case 'shape': {
      const across = item.path.coordinates.filter((_, index) => index % 2 === 0);
      const down = item.path.coordinates.filter((_, index) => index % 2 === 1);
      const [x, y] = [Math.min(...across), Math.min(...down)];
      return { x, y, width: Math.max(...across) - x, height: Math.max(...down) - y };
    }
    case 'drawing':
      return item.copied ? shrunk(item.rect, formulaMargin * item.copied.size) : item.rect;
    default:
      return item.rect;
  }
}

/** A formula is drawn with a margin, because its letters may lean over its edges. */
const shrunk = ({ x, y, width, height }: Rect, margin: number): Rect => ({
  x: x + margin,
  y: y + margin,
  width: width - 2 * margin,
  height: height - 2 * margin,
});

const heightOfX = (item: TextItem): number => {
  const font: Font | undefined = item.words[0]?.font;
  return font ? (font.xHeight * item.size) / font.unitsPerEm : item.size / 2;
};

/** Without the spaces at its end: they may hang over the edge. Letters set closer than usual make the item narrower than its words. */
function visibleWidth(item: TextItem): number {
  let right = 0;
  for (const [index, word] of item.words.entries()) {
    if (word.text.trim() !== '') right = Math.max(right, item.offsets[index]! + (word.advance * item.size) / word.font.unitsPerEm);
  }
  return Math.min(right, item.width);
}
