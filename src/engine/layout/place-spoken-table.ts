/**
 * Puts the text of a table that is heard over the picture it belongs to, without painting it: there a reader who follows
 * the voice with the eye looks in the right place, and whoever copies the page gets the numbers where the chart is.
 */
import type { Pt } from '../geometry/length.ts';
import type { PageSink } from './page-sink.ts';
import type { SpokenCell, SpokenTable } from './spoken-table.ts';

/** Distance of rows, and of the cells of a row, in sizes of the text. Cells stand like the words of a line, and are read as such. */
const rowStep = 1.3;
const cellGap = 0.35;
/** So much smaller than all that is printed that programs which put text in order by its look keep the table and the labels of the chart apart. */
const mostSize: Pt = 2;
/** Where no picture is, because a page ends between it and its caption. */
const narrowPlace = { width: 60, height: 6 };

/** Adds the text of all cells, row by row, as small as it must be to fit. `at` is where the strip stands that it is read after. */
export function placeSpokenTable({ rows, direction }: SpokenTable, at: { readonly x: Pt; readonly y: Pt }, sink: PageSink): void {
  if (sink.isRepeating) return;
  const area = sink.lastPicture ?? { ...at, ...narrowPlace };
  const size = Math.max(1, ...rows.flatMap((row) => row.map(({ style }) => style.fontSize)));
  const gap = size * cellGap;
  const width = Math.max(1, ...rows.map((row) => row.reduce((sum, cell) => sum + widthOf(cell) + gap, 0)));
  const scale = Math.min(mostSize / size, area.width / width, area.height / (rows.length * size * rowStep));
  for (const [index, row] of rows.entries()) {
    const baseline = area.y + (index * rowStep + 1) * size * scale;
    let start = 0;
    for (const cell of row) {
      const cellWidth = widthOf(cell) * scale;
      const left = direction === 'rtl' ? area.x + area.width - start - cellWidth : area.x + start;
      start += cellWidth + gap * scale;
      for (const segment of cell.line.segments) {
        sink.add({
          kind: 'text',
          isInvisible: true,
          x: left + segment.x * scale,
          y: baseline,
          width: segment.width * scale,
          size: cell.style.fontSize * scale,
          color: cell.style.color,
          letterSpacing: 0,
          words: segment.words,
          offsets: segment.offsets.map((offset) => offset * scale),
          rooms: segment.rooms,
          mark: sink.markOf(cell.leaf),
          origin: cell.origin,
        });
      }
    }
  }
}

const widthOf = ({ line }: SpokenCell): Pt => Math.max(0, ...line.segments.map((segment) => segment.x + segment.width));
