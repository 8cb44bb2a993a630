/** What an element of the markup says of itself: its classes, its words, the ids in it. */
import { type MarkupElement, textOf } from '../markup/element.ts';

/** Returns what an element says, on one line. */
export const plainText = (element: MarkupElement): string => textOf(element).replace(/\s+/g, ' ').trim();

/** Tells whether an element has a class. */
export function hasClass(element: MarkupElement, name: string): boolean {
  return element.attributes.get('class')?.split(/\s+/).includes(name) === true;
}

/** Returns all ids of an element and of what is in it. */
export function idsOf(root: MarkupElement): Set<string> {
  const ids = new Set<string>();
  const collect = (element: MarkupElement): void => {
    const id = element.attributes.get('id');
    if (id !== undefined) ids.add(id);
    for (const child of element.children) if (child.kind === 'element') collect(child);
  };
  collect(root);
  return ids;
}
