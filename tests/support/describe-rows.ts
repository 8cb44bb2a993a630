/** Writes pages as short text for golden cases: the words of each line from left to right, at their places in whole points. */
import { textOfItem } from '../../src/engine/document/describe-document.ts';
import type { PagedDocument, PageItem } from '../../src/engine/document/paged-document.ts';
import { areaOf } from './read-document.ts';

/**
 * Describes the running text of every page: `y x:words x:words`. Furniture that repeats something stands in brackets, and
 * areas of color are written as `fill x,y width x height color`.
 */
export function describeRows(document: PagedDocument): string {
  const lines: string[] = [];
  for (const page of document.pages) {
    const isTurned = page.items.some((item) => 'isTurned' in item);
    lines.push(`page ${page.label}${isTurned ? ' (sideways)' : ''}`);
    const rows = new Map<number, { readonly x: number; readonly words: string }[]>();
    for (const item of page.items) {
      if (isFill(item)) lines.push(describeFill(item));
      if (item.kind === 'link' || item.kind === 'shape' || (typeof item.mark !== 'number' && item.mark !== 'repetition')) continue;
      const { x, foot } = placeOf(item, page.size.height);
      const words = item.kind === 'text' ? textOfItem(item).trim() : `(${item.kind})`;
      const shown = item.mark === 'repetition' ? `[${words}]` : words;
      rows.set(foot, [...(rows.get(foot) ?? []), { x, words: shown }]);
    }
    for (const [y, pieces] of [...rows].sort(([a], [b]) => a - b)) {
      const sorted = pieces.sort((a, b) => a.x - b.x).map((piece) => `${piece.x}:${piece.words}`);
      lines.push(`  ${y}  ${sorted.join('  ')}`);
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Places of what was turned are told as they look to a reader who turns the page. */
function placeOf(item: PageItem, pageHeight: number): { readonly x: number; readonly foot: number } {
  const { x, y, width, height } = areaOf(item);
  if ('isTurned' in item) return { x: Math.round(pageHeight - y - height), foot: Math.round(item.kind === 'text' ? item.x : x + width) };
  return { x: Math.round(x), foot: Math.round(item.kind === 'text' ? item.y : y + height) };
}

const isFill = (item: PageItem): item is Extract<PageItem, { kind: 'shape' }> => item.kind === 'shape' && item.fill !== undefined;

function describeFill(item: Extract<PageItem, { kind: 'shape' }>): string {
  const { x, y, width, height } = areaOf(item);
  const { red, green, blue } = item.fill!;
  const color = [red, green, blue].map((channel) => Math.round(channel * 255)).join(' ');
  return `  fill ${Math.round(x)},${Math.round(y)} ${Math.round(width)} x ${Math.round(height)} (${color})`;
}
