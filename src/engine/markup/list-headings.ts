/** The headings of a tree in order, each with an id to link to: what contents, references and bookmarks are made of. */
import { letterPattern } from '../source/letter-pattern.ts';
import { type MarkupElement, type MarkupNode, textOf } from './element.ts';
import { headingNames } from './vocabulary.ts';

/** A heading. */
export interface Heading {
  readonly id: string;
  /** 1 to 6. */
  readonly level: number;
  /** What it says, without notes and ids, to be printed in another place. */
  readonly content: readonly MarkupNode[];
  /** Whether it belongs in the contents. */
  readonly isListed: boolean;
}

/** All headings of a tree. */
export interface Outline {
  readonly headings: readonly Heading[];
  /** Heading elements to their ids, their own or made here. */
  readonly idOf: ReadonlyMap<MarkupElement, string>;
  /** Ids of headings, and of sections by their first heading, to the plain title. */
  readonly titleOf: ReadonlyMap<string, string>;
}

/** Lists the headings of a tree. */
export function listHeadings(root: MarkupElement): Outline {
  const headings: Heading[] = [];
  const idOf = new Map<MarkupElement, string>();
  const titleOf = new Map<string, string>();
  /** Ids that are taken, and the last number that was added to them. */
  const taken = new Map<string, number>();
  collectIds(root, taken);

  const visit = (element: MarkupElement, sectionIds: readonly string[]): void => {
    if (!headingNames.has(element.name)) {
      const { attributes, children } = element;
      const id = attributes.get('id');
      const inner = id === undefined ? sectionIds : [...sectionIds, id];
      for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element') visit(children[at] as MarkupElement, inner);
      return;
    }
    const content = copyForPrint(element.children);
    const title = plainTitle(element);
    const ownId = element.attributes.get('id');
    const id = ownId ?? makeId(title, taken);
    idOf.set(element, id);
    for (const named of [id, ...sectionIds]) if (!titleOf.has(named)) titleOf.set(named, title);
    const isExcluded = classesOf(element).includes('no-contents');
    const isListed = !isExcluded && (ownId !== undefined || sectionIds.length > 0);
    headings.push({ id, level: Number(element.name[1]), content, isListed });
  };
  visit(root, []);
  return { headings, idOf, titleOf };
}

function collectIds({ attributes, children }: MarkupElement, ids: Map<string, number>): void {
  const id = attributes.get('id');
  if (id !== undefined) ids.set(id, 1);
  for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element') collectIds(children[at] as MarkupElement, ids);
}

function classesOf(element: MarkupElement): readonly string[] {
  return element.attributes.get('class')?.split(/\s+/) ?? [];
}

/** Notes stay where they are called, ids stay unique, and lines end where the new place wants. */
function copyForPrint(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.kind === 'text') return [node];
    if (node.name === 'footnote') return [];
    if (node.name === 'br') return [{ kind: 'text', text: ' ', origin: node.origin }];
    if (node.name === 'a' || node.name === 'term' || node.name === 'index-term') return copyForPrint(node.children);
    const attributes = new Map([...node.attributes].filter(([name]) => name !== 'id'));
    return [{ ...node, attributes, children: copyForPrint(node.children) }];
  });
}

/** The words of a title, without its number, which stands in `span.number`. */
function plainTitle(heading: MarkupElement): string {
  const isNumber = (node: MarkupNode): boolean => node.kind === 'element' && classesOf(node).includes('number');
  const words = copyForPrint(heading.children.filter((child) => !isNumber(child)));
  return words.map(textOf).join('').replace(/\s+/g, ' ').trim();
}

const words = letterPattern(String.raw`[\p{L}\p{M}\p{N}]+`, 'g');

/** Makes an id of the words of a title; a number is added to words that are taken. */
function makeId(title: string, taken: Map<string, number>): string {
  const lower = title.toLowerCase();
  const base = lower.match(words(lower))?.join('-') ?? 'heading';
  let count = taken.get(base) ?? 0;
  let id = base;
  while (taken.has(id)) id = `${base}-${Math.max(2, ++count)}`;
  taken.set(base, Math.max(1, count)).set(id, taken.get(id) ?? 1);
  return id;
}
