/** Headings to the levels that they have in a twin: from 1, and none skipped, whatever the template and the text began with. */
import type { MarkupElement } from '../markup/element.ts';

/** Returns the level of each heading. `firstLevel` is 2 where a heading of level 1 is put before the whole tree. */
export function levelHeadings(root: MarkupElement, firstLevel: 1 | 2): ReadonlyMap<MarkupElement, number> {
  const levels = new Map<MarkupElement, number>();
  /** Levels as written of the headings that are open, outermost first. */
  const open: number[] = [];
  const visit = (element: MarkupElement): void => {
    const written = headingLevel(element);
    if (written !== undefined) {
      while (open.length > 0 && open.at(-1)! >= written) open.pop();
      open.push(written);
      levels.set(element, Math.min(6, open.length + firstLevel - 1));
    }
    for (const child of element.children) if (child.kind === 'element') visit(child);
  };
  visit(root);
  return levels;
}

/** Tells whether a tree has a heading of level 1. */
export function hasTitle(element: MarkupElement): boolean {
  return element.name === 'h1' || element.children.some((child) => child.kind === 'element' && hasTitle(child));
}

function headingLevel({ name }: MarkupElement): number | undefined {
  return /^h[1-6]$/.test(name) ? Number(name[1]) : undefined;
}
