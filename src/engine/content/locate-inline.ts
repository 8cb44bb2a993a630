/**
 * Finds where the text of a paragraph, heading or cell stands in the whole text. markdown-it takes indentation,
 * quote marks and `\|` away but never reorders, so every line of the content can be found again in its own line.
 */
import { fileOffset, type TextMap } from './text-map.ts';

/** Turns an offset in a paragraph's text into an offset in the file. */
export type Locate = (offset: number) => number;

/** The whole text, where its lines begin, and the way to the file. */
export interface LocatedText {
  readonly map: TextMap;
  readonly lineStarts: readonly number[];
}

/** Prepares a text for finding contents in it. */
export function locateText(map: TextMap): LocatedText {
  const lineStarts = [0];
  for (let at = map.text.indexOf('\n'); at !== -1; at = map.text.indexOf('\n', at + 1)) lineStarts.push(at + 1);
  return { map, lineStarts };
}

/** Returns the end of a line, without its line end. */
export function lineEnd(text: LocatedText, line: number): number {
  const next = text.lineStarts[line + 1];
  return next === undefined ? text.map.text.length : next - 1;
}

/** Returns a function from content offsets to file offsets. The search is made only when a place is asked for. */
export function locateContent(content: string, text: LocatedText, firstLine: number): Locate {
  let lines: TextMap | undefined;
  return (offset) => {
    lines ??= mapContent(content, text, firstLine);
    return fileOffset(text.map, fileOffset(lines, offset));
  };
}

function mapContent(content: string, text: LocatedText, firstLine: number): TextMap {
  const texts: number[] = [];
  const offsets: number[] = [];
  let from = 0;
  for (let line = firstLine; from <= content.length; line++) {
    const newline = content.indexOf('\n', from);
    const to = newline === -1 ? content.length : newline;
    const words = content.slice(from, to).trim();
    const leading = words === '' ? 0 : content.indexOf(words, from) - from;
    const start = text.lineStarts[line] ?? text.map.text.length;
    const end = lineEnd(text, line);
    const found = words === '' ? 0 : text.map.text.slice(start, end).lastIndexOf(words);
    texts.push(from + leading);
    offsets.push(start + Math.max(0, found));
    from = to + 1;
  }
  if (texts[0] !== 0) {
    texts.unshift(0);
    offsets.unshift(offsets[0] ?? 0);
  }
  return { text: content, texts, offsets };
}

/** Where a table cell stands; `start` and `end` are offsets in the whole text. */
export interface LocatedCell {
  readonly locate: Locate;
  readonly start: number;
  readonly end: number;
}

/** Finds a table cell's content in the rest of its line, which begins at `from`. The next cell is to be looked for from `end` on. */
export function locateCell(content: string, text: LocatedText, from: number, lineEnds: number): LocatedCell {
  if (content === '') return locateEmptyCell(text, from, lineEnds);
  const parts = content.split('|');
  const written = parts.join('\\|');
  const found = text.map.text.slice(from, lineEnds).indexOf(written);
  const start = from + Math.max(0, found);
  const texts = [0];
  const offsets = [start];
  let at = 0;
  let offset = start;
  for (const part of parts.slice(0, -1)) {
    at += part.length;
    offset += part.length + 1;
    texts.push(at);
    offsets.push(offset);
  }
  const cells: TextMap = { text: content, texts, offsets };
  const locate: Locate = (place) => fileOffset(text.map, fileOffset(cells, place));
  return { locate, start, end: start + (found === -1 ? 0 : written.length) };
}

/** An empty cell is the room between two bars. */
function locateEmptyCell(text: LocatedText, from: number, lineEnds: number): LocatedCell {
  const [, bar, room] = /^(\s*\|?)([^|]*)/.exec(text.map.text.slice(from, lineEnds))!;
  const start = from + bar!.length;
  return { locate: () => start, start, end: start + room!.length };
}
