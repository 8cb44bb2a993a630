/** Which structure element each inline element becomes in the tag tree; those without one add their text to the element around them. */
import type { PdfRole } from '../document/structure.ts';
import type { StyledElement, StyledNode } from '../style/style.ts';
import type { GrowingStructure, LayoutContext } from './layout-context.ts';

const inlineRoles: Readonly<Record<string, PdfRole>> = { a: 'Link', code: 'Code', q: 'Quote', abbr: 'Span' };

/** Makes the structure element of an inline element and hangs it under `parent`; returns `parent` itself where none is needed. */
export function growInline(element: StyledElement, parent: GrowingStructure, isInLink: boolean): GrowingStructure {
  const role = roleOfInline(element, isInLink);
  if (!role) return parent;
  const expansion = element.name === 'abbr' ? element.attributes.get('title')?.trim() : undefined;
  const structure: GrowingStructure = {
    role,
    children: [],
    ...(expansion && { expansion }),
    ...(element.attributes.has('lang') && { language: element.style.language }),
    ...(element.origin && { origin: element.origin }),
  };
  parent.children.push(structure);
  return structure;
}

/** Makes a span of which `spoken` is read instead of what is printed: a space for dots, words for a gap to fill in. */
export function growSpoken(spoken: string, parent: GrowingStructure): GrowingStructure {
  const structure: GrowingStructure = { role: 'Span', actualText: spoken, children: [] };
  parent.children.push(structure);
  return structure;
}

/** Returns the leader that a block ends in: its dots lead to nothing, so they are a line to write on. */
export function leaderAtEnd(nodes: readonly StyledNode[]): StyledElement | undefined {
  const last = nodes.findLast((node) => node.kind === 'element' || node.text.trim() !== '');
  if (last?.kind !== 'element') return undefined;
  return last.name === 'leader' ? last : leaderAtEnd(last.children);
}

/** A call of a note and the note itself, which follows it in the reading order wherever it is printed. */
export interface NoteStructures {
  /** Holds the call. */
  readonly link: GrowingStructure;
  readonly note: GrowingStructure;
}

/** Makes the structure of a note with the given number. */
export function growNote(element: StyledElement, number: number, parent: GrowingStructure): NoteStructures {
  const link: GrowingStructure = { role: 'Link', children: [] };
  const note: GrowingStructure = {
    role: 'Note',
    id: `note-${number}`,
    children: [],
    ...(element.attributes.has('lang') && { language: element.style.language }),
  };
  parent.children.push({ role: 'Reference', children: [link] }, note);
  return { link, note };
}

function roleOfInline(element: StyledElement, isInLink: boolean): PdfRole | undefined {
  const role = inlineRoles[element.name];
  const isLink = role === 'Link' && !isInLink && Boolean(element.attributes.get('href'));
  if (role !== undefined && (role !== 'Link' || isLink)) return role;
  return element.attributes.has('lang') ? 'Span' : undefined;
}

/** Returns the leaf that an element ends with. */
export const lastLeaf = (structure: GrowingStructure): number | undefined => {
  const last = structure.children.at(-1);
  return typeof last === 'number' ? last : undefined;
};

/** Returns the leaf that the next piece of content of `structure` belongs to, making one when an element came between. */
export function leafIn(structure: GrowingStructure, context: LayoutContext): number {
  const last = lastLeaf(structure);
  if (last !== undefined) return last;
  const leaf = context.counters.nextLeaf++;
  structure.children.push(leaf);
  return leaf;
}
