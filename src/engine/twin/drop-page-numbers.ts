/**
 * Takes page numbers out of resolved markup, with the words and dots that announce them: a twin has no pages.
 *
 * In a link the link itself leads there; a number that stands alone becomes a link with the name of its target.
 */
import type { Labels } from '../content/labels.ts';
import { type MarkupElement, type MarkupNode, textOf } from '../markup/element.ts';
import { listHeadings } from '../markup/list-headings.ts';
import type { ReferenceLabels } from '../markup/resolve-references.ts';

/** Returns the words for references that name no page. */
export const withoutPages = (labels: Labels): ReferenceLabels => ({ ...labels, onPage: '' });

/** Returns the tree without `page-of`, `pages-of` and `page-break`, and without the paragraphs that held nothing else. `comma` joins links. */
export function dropPageNumbers(root: MarkupElement, comma: string): MarkupElement {
  return { ...root, children: dropFrom(root.children, { names: namesOf(root), comma, isInLink: false }) };
}

interface Dropping {
  /** What ids of headings, sections, figures and tables are called. */
  readonly names: ReadonlyMap<string, string>;
  readonly comma: string;
  readonly isInLink: boolean;
}

function namesOf(root: MarkupElement): ReadonlyMap<string, string> {
  const names = new Map(listHeadings(root).titleOf);
  const visit = (element: MarkupElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined && (element.name === 'figure' || element.name === 'table')) {
      const caption = element.children.find(isCaption);
      const label = caption?.children.find((child) => child.kind === 'element' && child.attributes.get('class') === 'label');
      if (label) names.set(id, textOf(label));
    }
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return names;
}

const isCaption = (node: MarkupNode): node is MarkupElement =>
  node.kind === 'element' && (node.name === 'caption' || node.name === 'figcaption');

const pageElements: ReadonlySet<string> = new Set(['page-of', 'pages-of', 'page-break']);

/** Returns the same list when nothing in it changed. */
function dropFrom(nodes: readonly MarkupNode[], dropping: Dropping): readonly MarkupNode[] {
  let changed: MarkupNode[] | undefined;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    const kept = node.kind === 'text' ? node : dropNode(node, nodes, dropping);
    if (kept === node && !changed) continue;
    changed ??= nodes.slice(0, at);
    if (kept) changed.push(kept);
  }
  return changed ?? nodes;
}

function dropNode(element: MarkupElement, siblings: readonly MarkupNode[], dropping: Dropping): MarkupElement | undefined {
  if (element.name === 'leader') return leadsToPage(siblings) ? undefined : element;
  if (element.name === 'pages-of' && element.children.length > 0) return nameHeadings(element, dropping);
  if (pageElements.has(element.name)) {
    const isAlone = element.name === 'page-of' && !dropping.isInLink && !siblings.some((node) => isNamed(node, 'leader'));
    return isAlone ? linkTo(element, dropping) : undefined;
  }
  const isLink = element.name === 'a';
  const children = dropFrom(element.children, isLink ? { ...dropping, isInLink: true } : dropping);
  if (children === element.children) return element;
  const kept = { ...element, children };
  if (!isEmpty(kept)) return kept;
  if (isLink) return linkTo(element, dropping);
  return removable.has(element.name) ? undefined : kept;
}

/** An entry of the index leads to the headings below which it is told of, each once. */
function nameHeadings(list: MarkupElement, { comma }: Dropping): MarkupElement {
  const links: MarkupNode[] = [];
  const known = new Set<string>();
  for (const place of list.children) {
    const heading = place.kind === 'element' ? (place.attributes.get('heading') ?? '') : '';
    if (place.kind === 'text' || known.has(heading)) continue;
    known.add(heading);
    if (links.length > 0) links.push({ kind: 'text', text: comma, origin: list.origin });
    const text: MarkupNode = { kind: 'text', text: heading === '' ? '#' : heading, origin: list.origin };
    links.push({ ...place, name: 'a', attributes: new Map([['href', `#${place.attributes.get('to') ?? ''}`]]), children: [text] });
  }
  return { ...list, name: 'span', attributes: new Map(), children: links };
}

/** What may go when nothing is left in it; a cell of a table may not. */
const removable: ReadonlySet<string> = new Set(['p', 'div', 'li', 'span', 'small', 'em', 'strong', 'i', 'b']);

const isNamed = (node: MarkupNode, name: string): boolean => node.kind === 'element' && node.name === name;
const leadsToPage = (siblings: readonly MarkupNode[]): boolean => siblings.some((node) => isNamed(node, 'page-of'));

function linkTo(element: MarkupElement, { names }: Dropping): MarkupElement {
  const id = element.attributes.get('to') ?? element.attributes.get('href')?.slice(1) ?? '';
  const text = names.get(id) ?? id;
  return { ...element, name: 'a', attributes: new Map([['href', `#${id}`]]), children: [{ kind: 'text', text, origin: element.origin }] };
}

/** Elements without content that nevertheless say or show something. */
const speakingElements: ReadonlySet<string> = new Set(['img', 'chart', 'checkbox', 'answer-lines', 'leader', 'hr']);

function isEmpty(node: MarkupNode): boolean {
  if (node.kind === 'text') return node.text.trim() === '';
  return !speakingElements.has(node.name) && node.children.every(isEmpty);
}
