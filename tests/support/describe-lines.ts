/** Pages as golden text that people can review: one line for a line of text, rounded to a tenth of a point. */
import { textOfItem } from '../../src/engine/document/describe-document.ts';
import type { PagedDocument, PageItem, TextItem } from '../../src/engine/document/paged-document.ts';
import { areaOf } from './read-document.ts';

/** Describes every page: lines of text, pictures and links, and how many lines and areas are drawn. */
export function describeLines(document: PagedDocument): string {
  const lines: string[] = [];
  for (const { label, side, size, items } of document.pages) {
    lines.push(`page ${label} (${side}) ${round(size.width)} x ${round(size.height)}`);
    let pieces: TextItem[] = [];
    const endLine = (): void => {
      if (pieces.length > 0) lines.push(describePieces(pieces));
      pieces = [];
    };
    for (const item of items) {
      if (item.kind === 'text') {
        if (pieces[0] && !isSameLine(pieces[0], item)) endLine();
        pieces.push(item);
      } else if (item.kind !== 'shape') {
        endLine();
        lines.push(`  ${describeArea(item)}`);
      }
    }
    endLine();
    const shapes = items.filter((item) => item.kind === 'shape').length;
    if (shapes > 0) lines.push(`  ${shapes} shapes`);
  }
  return `${lines.join('\n')}\n`;
}

/** Raised and lowered text belongs to its line. */
const isSameLine = (one: TextItem, other: TextItem): boolean =>
  Math.abs(one.y - other.y) < one.size / 2 && typeof one.mark === typeof other.mark;

function describePieces(pieces: readonly TextItem[]): string {
  const [first] = pieces;
  const left = Math.min(...pieces.map((piece) => piece.x));
  const right = Math.max(...pieces.map((piece) => piece.x + piece.width));
  const mark = typeof first!.mark === 'string' ? ` ${first!.mark}` : '';
  return `  ${round(left)}–${round(right)},${round(first!.y)} ${first!.words[0]?.font.key ?? ''} ${round(first!.size)}${mark} ${JSON.stringify(pieces.map(textOfItem).join(''))}`;
}

function describeArea(item: PageItem): string {
  const { x, y, width, height } = areaOf(item);
  return `${item.kind} ${round(x)},${round(y)} ${round(width)} x ${round(height)}${item.kind === 'link' ? ` ${item.target}` : ''}`;
}

/** A tenth of a point is invisible; minus zero is zero. */
const round = (value: number): string => String(Math.round(value * 10) / 10 + 0);
