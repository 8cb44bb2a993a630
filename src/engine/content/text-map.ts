/**
 * The way back from a text that was made from part of a file (line ends changed, indentation or quotes taken
 * away, escapes resolved) to the file's own offsets.
 */
import type { SourceFile } from '../source/source-file.ts';
import { replaceUnprintable } from './unprintable.ts';

/** A made text. From `texts[n]` on, its offsets run parallel to the file's offsets from `offsets[n]` on. */
export interface TextMap {
  readonly text: string;
  readonly texts: readonly number[];
  readonly offsets: readonly number[];
}

/** Returns the file offset that belongs to an offset in the made text. */
export function fileOffset(map: TextMap, at: number): number {
  let low = 0;
  let high = map.texts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (map.texts[middle]! <= at) low = middle;
    else high = middle - 1;
  }
  return map.offsets[low]! + at - map.texts[low]!;
}

/** Returns the text between two offsets with every line end as `\n` and unprintable characters replaced. */
export function mapLines(file: SourceFile, start: number, end: number): TextMap {
  const slice = replaceUnprintable(file.text.slice(start, end));
  if (!slice.includes('\r')) return { text: slice, texts: [0], offsets: [start] };
  const texts = [0];
  const offsets = [start];
  const parts: string[] = [];
  let length = 0;
  let from = 0;
  for (let at = slice.indexOf('\r\n'); at !== -1; at = slice.indexOf('\r\n', at + 2)) {
    parts.push(slice.slice(from, at));
    length += at - from;
    from = at + 1;
    texts.push(length);
    offsets.push(start + from);
  }
  parts.push(slice.slice(from));
  return { text: parts.join('').replaceAll('\r', '\n'), texts, offsets };
}

/**
 * Finds where the characters of a decoded YAML scalar stand between two offsets of a file. Characters are paired
 * in order; what the file has and the text has not (quotes, indentation, folded line ends) is skipped.
 */
export function alignText(text: string, file: SourceFile, span: { readonly start: number; readonly end: number }): TextMap {
  const source = file.text;
  if (source.startsWith(text, span.start)) return { text, texts: [0], offsets: [span.start] };
  const style = source[span.start];
  const isBlock = style === '|' || style === '>';
  const header = isBlock ? source.indexOf('\n', span.start) : -1;
  const texts: number[] = [];
  const offsets: number[] = [];
  let offset = header === -1 ? span.start : header + 1;
  let expected = -1;
  for (let at = 0; at < text.length; at++) {
    const character = text.charCodeAt(at);
    const place = findCharacter(character, source, { start: offset, end: span.end, hasEscapes: style === '"' });
    if (place.start !== expected) {
      texts.push(at);
      offsets.push(place.start);
    }
    offset = place.end;
    expected = place.end === place.start + 1 ? place.end : -1;
  }
  if (texts.length === 0) return { text, texts: [0], offsets: [span.start] };
  return { text, texts, offsets };
}

/** Escapes of double-quoted scalars; an escaped line end stands for nothing. */
const escapeSequence = /\\(?:x[\da-f]{2}|u[\da-f]{4}|U[\da-f]{8}|\r?\n[ \t]*|[\s\S])/iy;

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly hasEscapes: boolean;
}

function findCharacter(character: number, source: string, within: Stretch): { readonly start: number; readonly end: number } {
  for (let offset = within.start; offset < within.end; offset++) {
    const written = source.charCodeAt(offset);
    if (within.hasEscapes && written === 0x5c) {
      escapeSequence.lastIndex = offset;
      const length = escapeSequence.exec(source)?.[0].length ?? 1;
      if (!/[\r\n]/.test(source.slice(offset, offset + length))) return { start: offset, end: offset + length };
      offset += length - 1;
    } else if (written === character || (character === 0x20 && written === 0x0a)) return { start: offset, end: offset + 1 };
    else if (!/[\s"']/.test(source[offset]!)) break;
  }
  return { start: within.start, end: within.start };
}
