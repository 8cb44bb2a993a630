/**
 * Quotes one line of a source file and finds where carets must stand below it.
 *
 * Carets are placed by columns of the terminal: a tab runs to the next stop, a combining mark takes none, an
 * ideograph or emoji takes two. A long line is cut to a window around the marked place.
 */
import { isMark } from './letters.ts';

/** A quoted line. `indent` is the space before the carets. */
export interface QuotedLine {
  readonly text: string;
  readonly indent: string;
  /** At least one `^`; for right-to-left text followed by the marked words, since terminals turn such lines around. */
  readonly carets: string;
}

/** A stretch of the line as UTF-16 offsets; `end` may lie beyond the line. */
export interface MarkedStretch {
  readonly start: number;
  readonly end: number;
}

interface Cell {
  readonly text: string;
  readonly columns: number;
}

const tabStop = 4;

/** No cluster of real text is longer; only so much of a huge line is looked at. */
const unitsPerColumn = 8;

const ellipsis = '…';

/** Returns a line without its end as it is shown in at most `width` columns, with the carets for a stretch of it. */
export function quoteLine(line: string, marked: MarkedStretch, width: number): QuotedLine {
  const start = clusterStart(line, Math.max(0, Math.min(marked.start, line.length)));
  const end = Math.max(start, Math.min(marked.end, line.length));
  const cells = cellsBefore(line, start, width);
  const room = Math.max(width - columnsOf(cells.cells), Math.ceil(width / 3));
  const rest = cellsAfter(line, { start, end }, room, columnsOf(cells.cells));
  const before = fitBefore(cells, Math.max(width - columnsOf(rest.cells) - (rest.isCut ? 1 : 0), 0));
  const text = before.text + textOf(rest.cells) + (rest.isCut ? ellipsis : '');
  const carets = '^'.repeat(Math.max(1, rest.markedColumns));
  const isTurned = rightToLeft.test(text);
  const words = isTurned && end > start ? ` ${textOf(rest.cells.slice(0, rest.markedCells))}` : '';
  return { text, indent: ' '.repeat(before.columns), carets: carets + words };
}

/** Moves back over low surrogates and combining marks, so that a caret never points into a character. */
function clusterStart(line: string, offset: number): number {
  let at = offset;
  while (at > 0 && at < line.length && offset - at < unitsPerColumn) {
    const unit = line.charCodeAt(at);
    const isLow = unit >= 0xdc00 && unit <= 0xdfff;
    if (!isLow && !isMark(line.charCodeAt(at))) break;
    at--;
  }
  return at;
}

interface Before {
  readonly cells: readonly Cell[];
  /** Whether text before these cells was left out. */
  readonly isCut: boolean;
}

/** Cells from the start of the line, or from about a width before the marked place when the line is long. */
function cellsBefore(line: string, start: number, width: number): Before {
  const from = start > width * unitsPerColumn ? clusterStart(line, start - width * 2) : 0;
  return { cells: cellsOf(line.slice(from, start), 0), isCut: from > 0 };
}

function fitBefore(before: Before, room: number): { text: string; columns: number } {
  let columns = columnsOf(before.cells);
  if (!before.isCut && columns <= room) return { text: textOf(before.cells), columns };
  let first = 0;
  while (first < before.cells.length && columns + 1 > room) columns -= before.cells[first++]!.columns;
  return { text: ellipsis + textOf(before.cells.slice(first)), columns: columns + 1 };
}

interface After {
  readonly cells: readonly Cell[];
  readonly isCut: boolean;
  readonly markedCells: number;
  readonly markedColumns: number;
}

function cellsAfter(line: string, marked: MarkedStretch, room: number, column: number): After {
  const markedText = line.slice(marked.start, Math.min(marked.end, marked.start + room * unitsPerColumn));
  const markedAll = cellsOf(markedText, column);
  const following = line.slice(marked.end, marked.end + room * unitsPerColumn);
  const all = [...markedAll, ...cellsOf(following, column + columnsOf(markedAll))];
  const isWhole = columnsOf(all) <= room && marked.end + following.length >= line.length;
  const cells: Cell[] = [];
  let columns = 0;
  for (const cell of all) {
    if (!isWhole && columns + cell.columns > room - 1) break;
    columns += cell.columns;
    cells.push(cell);
  }
  const markedCells = Math.min(markedAll.length, cells.length);
  return { cells, isCut: !isWhole, markedCells, markedColumns: columnsOf(cells.slice(0, markedCells)) };
}

/** Cuts text into grapheme clusters with their widths; `column` is where the first one stands. */
function cellsOf(text: string, column: number): readonly Cell[] {
  const cells: Cell[] = [];
  let at = column;
  const add = (cell: Cell): void => {
    cells.push(cell);
    at += cell.columns;
  };
  if (/^[\x20-\x7e]*$/.test(text)) {
    for (const character of text) add({ text: character, columns: 1 });
    return cells;
  }
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (segment === '\t') {
      const columns = tabStop - (at % tabStop);
      add({ text: ' '.repeat(columns), columns });
    } else {
      add({ text: segment.replace(steeringCharacters, '\ufffd'), columns: columnsOfCluster(segment) });
    }
  }
  return cells;
}

function columnsOfCluster(cluster: string): number {
  if (isWide(cluster)) return 2;
  return isMark(cluster.charCodeAt(0)) || cluster === '\u200b' || cluster === '\u200d' ? 0 : 1;
}

const columnsOf = (cells: readonly Cell[]): number => cells.reduce((sum, cell) => sum + cell.columns, 0);
const textOf = (cells: readonly Cell[]): string => cells.map((cell) => cell.text).join('');

/** Characters that would move the cursor, color the screen or turn the line around; they are shown as U+FFFD. */
export const steeringCharacters = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g;
const isWide = (cluster: string): boolean =>
  /^(?:\p{Emoji_Presentation}|.\ufe0f|[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\ua960-\ua97c\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|[\u{20000}-\u{3fffd}])/u.test(
    cluster,
  );
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
