/** Writes a laid-out document as stable text: one line an item, rounded to 0.01 pt. For golden tests and for reading. */
import type { Color, Path } from '../drawing/drawing.ts';
import type { Rect } from '../geometry/rect.ts';
import { textOfWords } from '../text/placed-words.ts';
import type { Bookmark, PagedDocument, PageItem, TextItem } from './paged-document.ts';
import type { LeafId, StructureElement } from './structure.ts';

/** Describes the items of every page in painting order. */
export function describePages(document: PagedDocument): string {
  const lines: string[] = [];
  for (const page of document.pages) {
    lines.push(`page ${page.label} (${page.side}) ${round(page.size.width)} x ${round(page.size.height)}`);
    for (const item of page.items) lines.push(`  ${describeItem(item)}`);
  }
  return `${lines.join('\n')}\n`;
}

/** Describes the reading order: the tag tree with the text of each leaf. */
export function describeStructure(document: PagedDocument): string {
  const texts = leafTexts(document);
  const lines: string[] = [];
  const visit = (element: StructureElement, depth: number) => {
    lines.push(`${'  '.repeat(depth)}${element.role}${attributesOf(element)}`);
    for (const child of element.children) {
      if (typeof child !== 'number') visit(child, depth + 1);
      else if (texts.has(child)) lines.push(`${'  '.repeat(depth + 1)}${JSON.stringify(texts.get(child))}`);
    }
  };
  visit(document.structure, 0);
  return `${lines.join('\n')}\n`;
}

/** Describes the outline, one entry a line with its page. */
export function describeBookmarks(document: PagedDocument): string {
  const lines: string[] = [];
  const visit = (bookmark: Bookmark, depth: number) => {
    lines.push(`${'  '.repeat(depth)}${bookmark.title} → ${document.pages[bookmark.destination.page]?.label}`);
    for (const child of bookmark.children) visit(child, depth + 1);
  };
  for (const bookmark of document.bookmarks) visit(bookmark, 0);
  return `${lines.join('\n')}\n`;
}

/** Returns the text of a text item in logical order: its words stand from left to right. */
export function textOfItem({ words }: TextItem): string {
  return textOfWords(words.some((word) => word.isRightToLeft) ? words.toReversed() : words);
}

/** Returns what each leaf says: its texts in page order, what is copied of a formula, or the kind of picture that it shows. */
export function leafTexts(document: PagedDocument): ReadonlyMap<LeafId, string> {
  const texts = new Map<LeafId, string>();
  for (const page of document.pages) {
    for (const item of page.items) {
      if (typeof item.mark !== 'number' || item.kind === 'link') continue;
      const copied = item.kind === 'drawing' && item.copied ? item.copied.text : `(${item.kind})`;
      const text = item.kind === 'text' ? textOfItem(item) : copied;
      texts.set(item.mark, (texts.get(item.mark) ?? '') + text);
    }
  }
  return texts;
}

function describeItem(item: PageItem): string {
  const leaf = typeof item.mark === 'number' ? `#${item.mark}` : item.mark;
  const mark = 'isTurned' in item ? `turned ${leaf}` : leaf;
  switch (item.kind) {
    case 'text':
      return `text ${round(item.x)},${round(item.y)} ${round(item.width)} ${JSON.stringify(textOfItem(item))} ${round(item.size)} ${item.words[0]?.font.key ?? ''}${item.isInvisible ? ' invisible' : ''} ${mark}`;
    case 'shape':
      return `shape ${describePath(item.path)}${item.fill ? ` fill ${describeColor(item.fill)}` : ''}${item.stroke ? ` stroke ${round(item.stroke.width)} ${describeColor(item.stroke.color)}` : ''} ${mark}`;
    case 'drawing':
      return `drawing ${describeRect(item.rect)} ${item.drawing.items.length} items${item.copied ? ` ${JSON.stringify(item.copied.text)}` : ''} ${mark}`;
    case 'image':
      return `image ${describeRect(item.rect)} ${item.bitmap.widthPx} x ${item.bitmap.heightPx} px ${mark}`;
    case 'link':
      return `link ${describeRect(item.rect)} ${item.target} ${mark}`;
  }
}

function attributesOf(element: StructureElement): string {
  const { id, alt, actualText, expansion, placement, language, listNumbering, scope, columnSpan, rowSpan, headers } = element;
  return Object.entries({ id, alt, actualText, expansion, placement, language, listNumbering, scope, columnSpan, rowSpan, headers })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('');
}

const describeRect = ({ x, y, width, height }: Rect): string => `${round(x)},${round(y)} ${round(width)} x ${round(height)}`;

const describePath = (path: Path): string => `${path.steps} ${path.coordinates.map(round).join(' ')}`;

function describeColor({ red, green, blue, alpha }: Color): string {
  const hex = [red, green, blue]
    .map((channel) =>
      Math.round(channel * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('');
  return alpha === 1 ? `#${hex}` : `#${hex} ${round(alpha)}`;
}

/** Rounds to 0.01 and drops trailing zeros and minus zero. */
const round = (value: number): string => String(Math.round(value * 100) / 100 + 0);
