/** Writes what readers navigate by: bookmarks, named destinations and page labels. */
import type { Bookmark, Destination, PagedDocument } from '../../document/paged-document.ts';
import { asciiKey, formatNumber, formatReference, formatText, rawSyntax } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { PaintedPage } from './write-structure.ts';
import { writeNameTree } from './write-trees.ts';

/** Writes bookmarks, open to the first level, and makes readers show them. */
export function writeBookmarks(writer: PdfWriter, bookmarks: readonly Bookmark[], pages: readonly PaintedPage[]): void {
  if (bookmarks.length === 0) return;
  const id = writer.document.reserve();
  const root = formatReference({ id });
  const [first, last] = writeSiblings(writer, bookmarks, root, pages);
  writer.document.pack(id, `<</Type/Outlines/First ${first}/Last ${last}/Count ${bookmarks.length}>>`);
  const catalog = writer.document._root.data;
  catalog.Outlines = rawSyntax(root);
  catalog.PageMode = 'UseOutlines';
}

/** Writes the places that links and other files can name. */
export function writeDestinations(writer: PdfWriter, document: PagedDocument, pages: readonly PaintedPage[]): void {
  const entries: (readonly [string, string])[] = [];
  for (const [name, destination] of document.destinations) {
    const place = formatDestination(destination, pages);
    if (place) entries.push([asciiKey(name), place]);
  }
  const names = writer.document._root.data.Names.data;
  // PDFKit's own tree is sorted by the machine's language.
  names.Dests = entries.length > 0 ? rawSyntax(writeNameTree(writer, entries)) : undefined;
}

/** Writes the pages' printed numbers, so that readers show and find `iv` and `12`. */
export function writePageLabels(writer: PdfWriter, labels: readonly string[]): void {
  const ranges: string[] = [];
  let expected: PageLabel | undefined;
  labels.forEach((label, page) => {
    const { style, number } = readLabel(label);
    const goesOn = expected !== undefined && style !== undefined && style === expected.style && number === expected.number;
    if (!goesOn) ranges.push(`${page}<<${style ? `/S/${style}/St ${number}` : label === '' ? '' : `/P${formatText(label)}`}>>`);
    expected = style && { style, number: number + 1 };
  });
  if (ranges.length > 0) writer.document._root.data.PageLabels = rawSyntax(`<</Nums[${ranges.join('')}]>>`);
}

function writeSiblings(
  writer: PdfWriter,
  bookmarks: readonly Bookmark[],
  parent: string,
  pages: readonly PaintedPage[],
): readonly [first: string, last: string] {
  const references = bookmarks.map(() => ({ id: writer.document.reserve() }));
  bookmarks.forEach((bookmark, index) => {
    const reference = references[index]!;
    const [previous, next] = [references[index - 1], references[index + 1]];
    let item = `<</Title${formatText(bookmark.title)}/Parent ${parent}`;
    if (previous) item += `/Prev ${formatReference(previous)}`;
    if (next) item += `/Next ${formatReference(next)}`;
    const destination = formatDestination(bookmark.destination, pages);
    if (destination) item += `/Dest${destination}`;
    if (bookmark.children.length > 0) {
      const [first, last] = writeSiblings(writer, bookmark.children, formatReference(reference), pages);
      // A negative count says that the item is closed, and how many would appear.
      item += `/First ${first}/Last ${last}/Count ${-bookmark.children.length}`;
    }
    writer.document.pack(reference.id, `${item}>>`);
  });
  return [formatReference(references[0]!), formatReference(references[references.length - 1]!)];
}

function formatDestination({ page, x, y }: Destination, pages: readonly PaintedPage[]): string | undefined {
  const target = pages[page];
  return target && `[${formatReference(target.reference)}/XYZ ${formatNumber(x)} ${formatNumber(target.height - y)} null]`;
}

/** A label as a number in one of PDF's numbering styles. */
interface PageLabel {
  readonly style: 'D' | 'r' | 'R' | undefined;
  readonly number: number;
}

function readLabel(label: string): PageLabel {
  if (/^[1-9]\d{0,8}$/.test(label)) return { style: 'D', number: Number(label) };
  const style = /^[ivxlcdm]+$/.test(label) ? 'r' : /^[IVXLCDM]+$/.test(label) ? 'R' : undefined;
  const number = style ? readRoman(label.toLowerCase()) : 0;
  return style && number > 0 && formatRoman(number) === label.toLowerCase() ? { style, number } : { style: undefined, number: 0 };
}

const romanValues = [
  ...([
    ['m', 1000],
    ['cm', 900],
    ['d', 500],
    ['cd', 400],
    ['c', 100],
    ['xc', 90],
  ] as const),
  ...([
    ['l', 50],
    ['xl', 40],
    ['x', 10],
    ['ix', 9],
    ['v', 5],
    ['iv', 4],
    ['i', 1],
  ] as const),
] as const;

function readRoman(label: string): number {
  let sum = 0;
  let rest = label;
  for (const [letters, value] of romanValues) {
    while (rest.startsWith(letters)) {
      sum += value;
      rest = rest.slice(letters.length);
    }
  }
  return sum;
}

function formatRoman(number: number): string {
  let label = '';
  let rest = number;
  for (const [letters, value] of romanValues) {
    label += letters.repeat(Math.floor(rest / value));
    rest %= value;
  }
  return label;
}
