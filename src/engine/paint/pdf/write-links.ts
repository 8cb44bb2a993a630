/** Writes link annotations, tied into the structure tree so that readers announce them where they stand in the text. */
import type { LinkItem, PagedDocument } from '../../document/paged-document.ts';
import { asciiAddress, asciiKey, formatAscii, formatNumber, formatReference, formatText, rawSyntax } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { Leaf, TagNode } from './plan-structure.ts';

/** Where a link is painted. */
export interface LinkPlace {
  /** The piece of content that the link covers. */
  readonly leaf: Leaf;
  readonly page: number;
}

/** Link annotations so far, in the order of their keys in the parent tree. */
export interface LinkRegister {
  readonly document: PagedDocument;
  readonly owners: TagNode[];
}

/** Writes one annotation on PDFKit's current page. A link to a place that does not exist stays plain text. */
export function writeLink(writer: PdfWriter, register: LinkRegister, item: LinkItem, place: LinkPlace): void {
  const action = formatAction(item.target, register.document);
  if (!action) return;
  const { height, dictionary } = writer.document.page;
  const { rect } = item;
  const corners = [rect.x, height - rect.y - rect.height, rect.x + rect.width, height - rect.y].map(formatNumber).join(' ');
  const key = register.document.pages.length + register.owners.length;
  // Flag 4: the annotation is printed, which PDF/A demands of every annotation.
  const id = writer.document.reserve();
  writer.document.pack(
    id,
    `<</Type/Annot/Subtype/Link/Rect[${corners}]/Border[0 0 0]/F 4/StructParent ${key}` +
      `/Contents${formatText(item.description.trim() || item.target)}${action}>>`,
  );
  ((dictionary.data.Annots ??= []) as object[]).push(rawSyntax(formatReference({ id })));
  const owner = place.leaf.owner.link ?? place.leaf.owner;
  register.owners.push(owner);
  (owner.annotations ??= []).push({ page: place.page, id });
}

function formatAction(target: string, document: PagedDocument): string | undefined {
  if (!target.startsWith('#')) return `/A<</S/URI/URI${formatAscii(asciiAddress(target))}>>`;
  const name = target.slice(1);
  return document.destinations.has(name) ? `/Dest${formatAscii(asciiKey(name))}` : undefined;
}
