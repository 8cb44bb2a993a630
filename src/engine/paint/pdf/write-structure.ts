/**
 * Writes the tag tree once all pages are painted: elements, their attributes, the way back from marked
 * content to elements (ParentTree) and from ids to elements (IDTree).
 *
 * A booklet has more elements than anything else; each is composed as one string.
 */
import { asciiKey, formatAscii, formatNumber, formatReference, formatText, rawSyntax } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { isLeaf, type StructurePlan, standardRoles, type TagNode } from './plan-structure.ts';
import { writeNameTree, writeNumberTree } from './write-trees.ts';

/** What painting the pages has left for the tree. */
export interface PaintedContent {
  /** For each page: its object, its height and the owner of each piece of marked content by its number. */
  readonly pages: readonly PaintedPage[];
  /** Link annotations in the order of their keys in the parent tree, which follow those of the pages. */
  readonly linkOwners: readonly TagNode[];
}

/** A page as the structure tree sees it. */
export interface PaintedPage {
  readonly reference: { readonly id: number };
  readonly height: number;
  readonly owners: readonly TagNode[];
}

/** Writes the tree. Elements without content are left out, except empty cells and bodies of list items. */
export function writeStructure(writer: PdfWriter, plan: StructurePlan, content: PaintedContent): void {
  const root = writer.document.getStructTreeRoot();
  const elements: TagNode[] = [];
  findContent(plan.root);
  reserveObjects(writer, plan.root, elements);
  const ids = identify(elements);
  for (const node of elements) {
    writer.document.pack(node.id, formatElement(node, ids.get(node), { root, pages: content.pages }));
  }
  const entries = [...content.pages.map((page) => formatOwners(page.owners)), ...content.linkOwners.map(formatReference)];
  const names = [...ids].map(([node, id]) => [id, formatReference(node)] as const);
  root.data = rawSyntax(
    `<</Type/StructTreeRoot/K[${formatReference(plan.root)}]/ParentTree ${writeNumberTree(writer, entries)}` +
      `/ParentTreeNextKey ${entries.length}${formatRoleMap(elements)}${names.length > 0 ? `/IDTree ${writeNameTree(writer, names)}` : ''}>>`,
  );
}

const formatOwners = (owners: readonly TagNode[]): string => `[${owners.map(formatReference).join(' ')}]`;

/** Finds out which elements have content, or are needed without it; the others stay without an object. */
function findContent(node: TagNode): boolean {
  const isCell = node.element.role === 'TD' || node.element.role === 'TH';
  node.isWritten = node.parent === undefined || isCell || node.annotations !== undefined;
  for (const child of node.children) {
    const hasContent = isLeaf(child) ? child.page >= 0 : findContent(child);
    node.isWritten ||= hasContent;
  }
  if (node.element.role === 'LI' && node.isWritten) keepBody(node);
  return node.isWritten;
}

/** An item with nothing but its number still has a body. */
function keepBody(item: TagNode): void {
  for (const child of item.children) if (!isLeaf(child) && child.element.role === 'LBody') child.isWritten = true;
}

/** Gives an object to every element that will be written, parents before children. */
function reserveObjects(writer: PdfWriter, node: TagNode, elements: TagNode[]): void {
  node.id = writer.document.reserve();
  elements.push(node);
  for (const child of node.children) if (!isLeaf(child) && child.isWritten) reserveObjects(writer, child, elements);
}

/** Returns the ids of elements as keys; notes without one get one, because PDF/UA demands it. */
function identify(elements: readonly TagNode[]): ReadonlyMap<TagNode, string> {
  const ids = new Map<TagNode, string>();
  const taken = new Set<string>();
  for (const node of elements) {
    const id = node.element.id === undefined ? undefined : asciiKey(node.element.id);
    // An id that is given twice can lead to one element only: the first.
    if (id === undefined || taken.has(id)) continue;
    taken.add(id);
    ids.set(node, id);
  }
  let number = 0;
  for (const node of elements) {
    if (node.element.role !== 'Note' || ids.has(node)) continue;
    do number++;
    while (taken.has(`note.${number}`));
    ids.set(node, `note.${number}`);
  }
  return ids;
}

function formatElement(node: TagNode, id: string | undefined, content: ElementSurroundings): string {
  const { element } = node;
  const parent = formatReference(node.parent ?? content.root);
  let dictionary = `<</S/${element.role}/P ${parent}`;
  if (id !== undefined) dictionary += `/ID${formatAscii(id)}`;
  dictionary += formatChildren(node, content.pages);
  if (element.alt !== undefined) dictionary += `/Alt${formatText(element.alt)}`;
  if (element.actualText !== undefined) dictionary += `/ActualText${formatText(element.actualText)}`;
  if (element.expansion !== undefined) dictionary += `/E${formatText(element.expansion)}`;
  if (element.language !== undefined) dictionary += `/Lang${formatText(element.language)}`;
  return `${dictionary}${formatAttributes(node, content.pages)}>>`;
}

/** What an element's dictionary refers to. */
interface ElementSurroundings {
  readonly root: { readonly id: number };
  readonly pages: readonly PaintedPage[];
}

function formatChildren(node: TagNode, pages: readonly PaintedPage[]): string {
  // Content on the first page is written as bare numbers, which is shorter than a dictionary with its page.
  let ownPage = -1;
  let kids = '';
  let isOne = true;
  for (const child of node.children) {
    const isContent = isLeaf(child);
    if (isContent ? child.page < 0 : child.id === 0) continue;
    if (kids !== '') isOne = false;
    if (!isContent) kids += ` ${formatReference(child)}`;
    else if (child.page === ownPage || ownPage < 0) {
      ownPage = child.page;
      kids += ` ${child.content}`;
    } else kids += formatElsewhere(child.page, child.content, pages);
    if (isContent && child.others) {
      isOne = false;
      for (let at = 0; at < child.others.length; at += 2) {
        const page = child.others[at]!;
        const content = child.others[at + 1]!;
        kids += page === ownPage ? ` ${content}` : formatElsewhere(page, content, pages);
      }
    }
  }
  for (const annotation of node.annotations ?? []) {
    isOne = false;
    kids += ` <</Type/OBJR/Pg ${formatReference(pages[annotation.page]!.reference)}/Obj ${formatReference(annotation)}>>`;
  }
  if (kids === '') return '';
  const page = ownPage < 0 ? '' : `/Pg ${formatReference(pages[ownPage]!.reference)}`;
  return `${page}/K${isOne ? kids : `[${kids.slice(1)}]`}`;
}

const formatElsewhere = (page: number, content: number, pages: readonly PaintedPage[]): string =>
  ` <</Type/MCR/Pg ${formatReference(pages[page]!.reference)}/MCID ${content}>>`;

function formatAttributes(node: TagNode, pages: readonly PaintedPage[]): string {
  const { element, bounds } = node;
  const attributes: string[] = [];
  if (bounds) {
    const { height } = pages[bounds.page]!;
    const box = [bounds.left, height - bounds.bottom, bounds.right, height - bounds.top].map(formatNumber).join(' ');
    attributes.push(`<</O/Layout/BBox[${box}]/Placement/${element.placement ?? 'Block'}>>`);
  }
  if (element.listNumbering !== undefined) attributes.push(`<</O/List/ListNumbering/${element.listNumbering}>>`);
  const { scope, columnSpan = 1, rowSpan = 1, headers = [] } = element;
  let cell = scope === undefined ? '' : `/Scope/${scope}`;
  if (columnSpan > 1) cell += `/ColSpan ${columnSpan}`;
  if (rowSpan > 1) cell += `/RowSpan ${rowSpan}`;
  if (headers.length > 0) cell += `/Headers[${headers.map((header) => formatAscii(asciiKey(header))).join('')}]`;
  if (cell !== '') attributes.push(`<</O/Table${cell}>>`);
  if (attributes.length === 0) return '';
  return attributes.length === 1 ? `/A${attributes[0]}` : `/A[${attributes.join('')}]`;
}

function formatRoleMap(elements: readonly TagNode[]): string {
  const used = new Set(elements.map((node) => node.element.role));
  let map = '';
  for (const [role, standard] of standardRoles) if (used.has(role)) map += `/${role}/${standard}`;
  return map === '' ? '' : `/RoleMap<<${map}>>`;
}
