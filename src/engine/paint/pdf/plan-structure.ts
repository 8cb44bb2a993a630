/**
 * The reading order, prepared for painting: from each leaf to the element that owns it, and the places
 * where the leaf's content turns up on pages, which painting fills in.
 */
import type { LeafId, PdfRole, StructureElement } from '../../document/structure.ts';
import type { Rect } from '../../geometry/rect.ts';

/** An element of the tree while its content is gathered. */
export interface TagNode {
  readonly element: StructureElement;
  readonly parent: TagNode | undefined;
  readonly children: readonly (TagNode | Leaf)[];
  /** The nearest figure or formula around, itself included: what is painted inside extends its box. */
  readonly figure: TagNode | undefined;
  /** The nearest Link around, itself included. */
  readonly link: TagNode | undefined;
  /** What a reader can click, inside this element; undefined when there is nothing. */
  annotations: Annotation[] | undefined;
  /** Extent on the first page that shows the element; figures only. */
  bounds: PageBounds | undefined;
  /** Set when the tree is written: whether anything inside is shown. */
  isWritten: boolean;
  /** The number of its object; 0 until it has one. */
  id: number;
}

/** A piece of content, which may be painted in several places, but nearly always is in one. */
export interface Leaf {
  readonly kind: 'leaf';
  readonly owner: TagNode;
  /** Index of the first page that it is on; -1 before it is painted. */
  page: number;
  /** Number of the marked content on that page. */
  content: number;
  /** Pairs of page index and number for all other places. */
  others: number[] | undefined;
}

/** A link annotation that belongs to an element. */
export interface Annotation {
  readonly page: number;
  readonly id: number;
}

/** A rectangle in page coordinates, y down. */
export interface PageBounds {
  readonly page: number;
  left: number;
  top: number;
  right: number;
  bottom: number;
}

/** The tree, and its leaves by their ids. */
export interface StructurePlan {
  readonly root: TagNode;
  readonly leaves: ReadonlyMap<LeafId, Leaf>;
}

/** Prepares a structure tree for painting. */
export function planStructure(structure: StructureElement): StructurePlan {
  const leaves = new Map<LeafId, Leaf>();
  return { root: planElement(structure, undefined, leaves), leaves };
}

/** Returns the leaf that a mark names. A mark that names none is a bug of layout: its content would be lost to readers. */
export function leafOf(plan: StructurePlan, mark: LeafId): Leaf {
  const leaf = plan.leaves.get(mark);
  if (!leaf) throw new Error(`leaf ${mark} is painted but not part of the structure`);
  return leaf;
}

/** Takes down a place where a leaf is painted. */
export function addPlace(leaf: Leaf, page: number, content: number): void {
  if (leaf.page >= 0) (leaf.others ??= []).push(page, content);
  else {
    leaf.page = page;
    leaf.content = content;
  }
}

/** Enlarges the box of the figure around a leaf; a figure's box is that on its first page. */
export function extendFigure(leaf: Leaf, page: number, rect: Rect): void {
  const { figure } = leaf.owner;
  if (!figure) return;
  figure.bounds ??= { page, left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  const { bounds } = figure;
  if (bounds.page !== page) return;
  bounds.left = Math.min(bounds.left, rect.x);
  bounds.top = Math.min(bounds.top, rect.y);
  bounds.right = Math.max(bounds.right, rect.x + rect.width);
  bounds.bottom = Math.max(bounds.bottom, rect.y + rect.height);
}

/** Tells whether a node is a leaf rather than an element. */
export const isLeaf = (node: TagNode | Leaf): node is Leaf => 'kind' in node;

/** Roles that PDF 1.7 lacks, and the standard role that comes nearest. */
export const standardRoles: ReadonlyMap<PdfRole, PdfRole> = new Map([
  ['Aside', 'Div'],
  ['Em', 'Span'],
  ['Strong', 'Span'],
]);

function planElement(element: StructureElement, parent: TagNode | undefined, leaves: Map<LeafId, Leaf>): TagNode {
  const node: Mutable<TagNode> = {
    element,
    parent,
    children: noChildren,
    figure: parent?.figure,
    link: parent?.link,
    annotations: undefined,
    bounds: undefined,
    isWritten: false,
    id: 0,
  };
  if (element.role === 'Figure' || element.role === 'Formula') node.figure = node;
  if (element.role === 'Link') node.link = node;
  // Lists of just the right length: those that grow take room for sixteen more.
  node.children = element.children.map((child) =>
    typeof child === 'number' ? planLeaf(child, node, leaves) : planElement(child, node, leaves),
  );
  return node;
}

const noChildren: readonly never[] = [];

function planLeaf(id: LeafId, owner: TagNode, leaves: Map<LeafId, Leaf>): Leaf {
  const leaf: Leaf = { kind: 'leaf', owner, page: -1, content: 0, others: undefined };
  leaves.set(id, leaf);
  return leaf;
}

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };
