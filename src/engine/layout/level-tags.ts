/** The levels of headings in the tag tree. */
import type { PdfRole, StructureElement } from '../document/structure.ts';

/**
 * Returns the tag tree with its headings from H1 and no level skipped, whatever the template and the text began with:
 * PDF/UA-1 (7.4.2) demands it, and a skipped level is only a warning to the author. Outline and looks stay.
 */
export function levelTags(root: StructureElement): StructureElement {
  /** Levels as written of the headings that are open, outermost first. */
  const open: number[] = [];
  const visit = (element: StructureElement): StructureElement => {
    let { role } = element;
    if (/^H[1-6]$/.test(role)) {
      const written = Number(role[1]);
      while (open.length > 0 && open.at(-1)! >= written) open.pop();
      open.push(written);
      role = `H${open.length}` as PdfRole;
    }
    const children = element.children.map((child) => (typeof child === 'number' ? child : visit(child)));
    const isSame = role === element.role && children.every((child, index) => child === element.children[index]);
    return isSame ? element : { ...element, role, children };
  };
  return visit(root);
}
