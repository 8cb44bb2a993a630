/** Paints one page: its items in order, each inside the marked content of its leaf or as an artifact. */
import type { ArtifactKind, DrawingItem, ImageItem, Mark, Page, PageItem, TextItem } from '../../document/paged-document.ts';
import type { Path } from '../../drawing/drawing.ts';
import type { Rect } from '../../geometry/rect.ts';
import { compose, type Transform } from '../../geometry/transform.ts';
import { type ContentStream, createContentStream, endText, type ResourceKind } from './content-stream.ts';
import { rawSyntax } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { addPlace, extendFigure, type Leaf, leafOf, type StructurePlan, type TagNode } from './plan-structure.ts';
import { showBitmap, showObject, writeDrawing } from './write-drawing.ts';
import { type LinkRegister, writeLink } from './write-links.ts';
import { writePath } from './write-shapes.ts';
import type { PaintedPage } from './write-structure.ts';
import { writeCopiedText, writeTextItem } from './write-text.ts';

/** What pages share while they are painted. */
export interface PagePainting {
  readonly plan: StructurePlan;
  readonly links: LinkRegister;
}

/** Adds a page to the PDF and paints it. `index` is its place in the document. */
export function paintPage(writer: PdfWriter, page: Page, index: number, painting: PagePainting): PaintedPage {
  const { document } = writer;
  document.addPage({ size: [page.size.width, page.size.height], margin: 0 });
  const { dictionary, resources, content } = document.page;
  const stream = createContentStream(writer);
  // PDFKit begins a page by turning its axes.
  for (const chunk of content.buffer.splice(0)) stream.operators.copy(chunk, 0, chunk.length);
  const owners: TagNode[] = [];
  let mark: Mark | undefined;
  let leaf: Leaf | undefined;
  for (const item of page.items) {
    if (item.kind === 'link') {
      writeLink(writer, painting.links, item, { leaf: leafOf(painting.plan, item.mark), page: index });
      continue;
    }
    if (item.mark !== mark) {
      endMark(stream, mark);
      mark = item.mark;
      leaf = typeof mark === 'number' ? leafOf(painting.plan, mark) : undefined;
      stream.operators.write(leaf ? openLeaf(leaf, index, owners) : openArtifact(mark as ArtifactKind));
    }
    if (leaf?.owner.figure) extendFigure(leaf, index, extentOf(item));
    paintItem(writer, stream, item);
  }
  endMark(stream, mark);
  document.writeStream(content, stream.operators.cut(stream.start));
  for (const [kind, entries] of Object.entries(stream.resources) as [ResourceKind, Map<string, object>][]) {
    if (entries.size > 0) resources.data[kind] = Object.fromEntries(entries);
  }
  dictionary.data.StructParents = index;
  if (stream.isTransparent) dictionary.data.Group = rawSyntax('<</S/Transparency/CS/DeviceRGB>>');
  return { reference: dictionary, height: page.size.height, owners };
}

type PaintedItem = Exclude<PageItem, { kind: 'link' }>;

function paintItem(writer: PdfWriter, stream: ContentStream, item: PaintedItem): void {
  if (item.kind === 'text') writeTextItem(writer, stream, item);
  else if (item.kind === 'shape') writePath(writer, stream, item);
  else if (item.kind === 'drawing') paintDrawing(writer, stream, item);
  else showBitmap(writer, stream, item.bitmap, unitSquareIn(item));
}

function paintDrawing(writer: PdfWriter, stream: ContentStream, item: DrawingItem): void {
  const { drawing, copied } = item;
  if (copied) writeCopiedText(writer, stream, copied, item.isTurned);
  if (drawing.width <= 0 || drawing.height <= 0) return;
  const matrix = compose(unitSquareIn(item), [1 / drawing.width, 0, 0, 1 / drawing.height, 0, 0]);
  showObject(writer, stream, { resource: writeDrawing(writer, drawing), matrix });
}

/** Maps the unit square, y going down, to the rectangle of a picture. */
const unitSquareIn = ({ rect, isTurned }: DrawingItem | ImageItem): Transform =>
  isTurned ? [0, -rect.height, rect.width, 0, rect.x, rect.y + rect.height] : [rect.width, 0, 0, rect.height, rect.x, rect.y];

function endMark(stream: ContentStream, mark: Mark | undefined): void {
  if (mark === undefined) return;
  endText(stream);
  stream.operators.write('EMC\n');
}

function openLeaf(leaf: Leaf, page: number, owners: TagNode[]): string {
  const number = owners.push(leaf.owner) - 1;
  addPlace(leaf, page, number);
  return `/${leaf.owner.element.role}<</MCID ${number}>>BDC\n`;
}

// Artifact types of ISO 32000-1, 14.8.2.2.2.
const artifactProperties: Readonly<Record<ArtifactKind, string>> = {
  header: '/Type/Pagination/Subtype/Header/Attached[/Top]',
  footer: '/Type/Pagination/Subtype/Footer/Attached[/Bottom]',
  repetition: '/Type/Pagination',
  page: '/Type/Page',
  layout: '/Type/Layout',
  background: '/Type/Background',
};

const openArtifact = (kind: ArtifactKind): string => `/Artifact<<${artifactProperties[kind]}>>BDC\n`;

function extentOf(item: PaintedItem): Rect {
  switch (item.kind) {
    case 'text':
      return extentOfText(item);
    case 'shape':
      return extentOfPath(item.path, (item.stroke?.width ?? 0) / 2);
    default:
      return item.rect;
  }
}

function extentOfText(item: TextItem): Rect {
  const font = item.words[0]?.font;
  const perUnit = font ? item.size / font.unitsPerEm : 0;
  const [ascent, descent] = [(font?.ascent ?? 0) * perUnit, (font?.descent ?? 0) * perUnit];
  if (item.isTurned) return { x: item.x - ascent, y: item.y - item.width, width: ascent + descent, height: item.width };
  return { x: item.x, y: item.y - ascent, width: item.width, height: ascent + descent };
}

function extentOfPath(path: Path, margin: number): Rect {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let at = 0; at + 1 < path.coordinates.length; at += 2) {
    const [x, y] = [path.coordinates[at]!, path.coordinates[at + 1]!];
    left = Math.min(left, x);
    top = Math.min(top, y);
    right = Math.max(right, x);
    bottom = Math.max(bottom, y);
  }
  return { x: left - margin, y: top - margin, width: right - left + 2 * margin, height: bottom - top + 2 * margin };
}
