/**
 * Where text came from: files of the author, places in them, and the way back
 * from an offset to the line and column that an editor shows.
 */

/** A text of the author, decoded. `path` is relative to the project, with forward slashes. */
export interface SourceFile {
  /** Position in the list of all files of one compilation; part of every origin stamp. */
  readonly id: number;
  readonly path: string;
  readonly text: string;
  /** Offsets at which lines begin; computed once by `createSourceFile`. */
  readonly lineStarts: readonly number[];
  /** Stands for the text where only equal texts are looked for; by default the text itself. */
  readonly digest: string;
}

/** A stretch of a source file, as UTF-16 offsets; `end` is exclusive. */
export interface Span {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** A place as people count: both numbers begin at 1, columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Makes a source file and finds its line starts. */
export function createSourceFile(id: number, path: string, text: string, digest = text): SourceFile {
  const lineStarts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { id, path, text, lineStarts, digest };
}

/** Returns the line and column of an offset; offsets outside the text are moved to its nearest end. */
export function positionAt(file: SourceFile, offset: number): Position {
  const at = Math.max(0, Math.min(offset, file.text.length));
  let low = 0;
  let high = file.lineStarts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (file.lineStarts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - file.lineStarts[low]! + 1 };
}

/** Returns the offset of a line and column (both from 1), held inside the text. */
export function offsetAt(file: SourceFile, line: number, column: number): number {
  const start = file.lineStarts[Math.max(0, Math.min(line, file.lineStarts.length) - 1)]!;
  return Math.min(start + Math.max(0, column - 1), file.text.length);
}

/** Returns the text of a line (from 1) without its end. */
export function lineText(file: SourceFile, line: number): string {
  const start = file.lineStarts[line - 1] ?? file.text.length;
  const end = file.lineStarts[line] ?? file.text.length + 1;
  return file.text.slice(start, end - 1).replace(/\r$/, '');
}

/** Writes a span as a stamp that survives rendering to HTML, as in `origin="3:120-134"`. */
export function stampOf(span: Span): string {
  return `${span.file.id}:${span.start}-${span.end}`;
}

/** Reads a stamp back; undefined when it is malformed or names no known file. */
export function readStamp(stamp: string, files: readonly SourceFile[]): Span | undefined {
  const colon = stamp.indexOf(':');
  const dash = stamp.indexOf('-', colon);
  const file = files[digitsIn(stamp, 0, colon)];
  const start = digitsIn(stamp, colon + 1, dash);
  const end = digitsIn(stamp, dash + 1, stamp.length);
  return file && colon >= 0 && start >= 0 && end >= 0 ? { file, start, end } : undefined;
}

/** Reads a number, of which a booklet has one for each element; -1 where anything but digits stands. */
function digitsIn(text: string, from: number, to: number): number {
  let number = from < to ? 0 : -1;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    number = number * 10 + digit;
  }
  return number;
}
