/** Plain text in lines of a width: broken where a line of the booklet might be, but never inside a web address. */
import { isAddress, lineBreaks } from '../text/line-breaks.ts';

/** Columns of the plain text: what terminals, mail and braille displays in rows of 72, 40 or 36 cells share best. */
export const textColumns = 72;

/** Breaks a text; `\n` in it ends a line. Words that are wider than a line stay whole and stick out. */
export function wrapText(text: string, columns: number, language: string): readonly string[] {
  return text.split('\n').flatMap((line) => wrapLine(line.trim(), columns, language));
}

/** Returns how many columns a text takes: marks that sit on their letter take none, ideographs two. */
export function columnsOf(text: string): number {
  if (/^[ -~]*$/.test(text)) return text.length;
  let columns = 0;
  for (const character of text) columns += widthOf(character);
  return columns;
}

/** Returns a text with spaces after it, or before it, up to a width. */
export function padText(text: string, columns: number, align: 'start' | 'end'): string {
  const spaces = ' '.repeat(Math.max(0, columns - columnsOf(text)));
  return align === 'end' ? spaces + text : text + spaces;
}

/** Spaces that hold words together have done their work once lines are broken; programs for braille want plain ones. */
export const plainSpaces = (text: string): string => text.replace(/[\u00a0\u2000-\u200a\u202f]/g, ' ').replace(/[\u00ad\u200b\u2060]/g, '');

function widthOf(character: string): number {
  if (/[\p{Mn}\p{Me}\p{Cf}]/u.test(character)) return 0;
  return /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u.test(
    character,
  )
    ? 2
    : 1;
}

function wrapLine(line: string, columns: number, language: string): readonly string[] {
  if (columnsOf(line) <= columns) return [line];
  const lines: string[] = [];
  let current = '';
  let used = 0;
  for (const piece of piecesOf(line, language)) {
    const width = columnsOf(piece);
    const visible = columnsOf(piece.trimEnd());
    if (used > 0 && used + visible > columns) {
      lines.push(current.trimEnd());
      current = '';
      used = 0;
    }
    current += piece;
    used += width;
  }
  lines.push(current.trimEnd());
  return lines;
}

/** Cuts a line wherever it may break; spaces stay with what is before them. */
function piecesOf(line: string, language: string): readonly string[] {
  const marks = lineBreaks(line, language);
  const pieces: string[] = [];
  let start = 0;
  for (const word of line.matchAll(/\S+|[^\S\n]+/g)) {
    const end = word.index + word[0].length;
    if (word[0].trim() !== '' && isAddress(word[0].replace(/^</, ''))) continue;
    for (let at = word.index + 1; at <= end; at++) {
      if (marks[at] === 0 || at >= line.length) continue;
      pieces.push(line.slice(start, at));
      start = at;
    }
  }
  pieces.push(line.slice(start));
  return pieces;
}
