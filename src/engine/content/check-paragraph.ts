/** Finds paragraphs that were meant as a table or a list: a missing line or space leaves them ordinary text, which nobody would be told otherwise. */

import type { Report } from '../source/diagnostic.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { countCells } from './count-cells.ts';
import type { Locate } from './locate-inline.ts';
import { listWithLetters, listWithoutSpace, missingDashes, missingHeadingRow, unevenDashes, wrongDashes } from './slip-problems.ts';

interface Line {
  readonly text: string;
  readonly span: () => Span;
}

const suspect = letterPattern(String.raw`^[ \t]*(?:\||[•·▪‣◦]|-\p{L}|\d{1,9}[.)]\p{L}|[A-Za-z]\))`, 'm');
const row = /^\|.*\|$/;
const onlyDashes = /^\|[\s:|=_‐-―−-]*\|$/;
const dash = /[=_‐-―−-]/;
const goodDashes = /^\|(?:\s*:?-+:?\s*\|)+$/;
const item = letterPattern(String.raw`^(?:([•·▪‣◦]|-(?=\p{L}))|(\d{1,9}[.)])(?=\p{L}))\s*(?=\S)`);

/** Reports the table or list that a paragraph with this text was probably meant to be. */
export function checkParagraph(content: string, locate: Locate, file: SourceFile, report: Report): void {
  if (!suspect(content).test(content)) return;
  const lines = linesOf(content, locate, file);
  checkTable(lines, report);
  checkLetters(lines, report);
  const items = lines.filter(({ text }) => item(text).test(text));
  const [first] = items;
  if (!first || items.length < 2) return;
  const corrected = first.text.replace(item(first.text), (_, __, number: string | undefined) => `${number ?? '-'} `);
  report(listWithoutSpace(corrected, first.span()));
}

const lettered = /^([A-Za-z])\)\s*(?=\S)/;

/** Lines that are lettered one after the other, wherever they begin. */
function checkLetters(lines: readonly Line[], report: Report): void {
  const letterOf = (line: Line | undefined): number => lettered.exec(line?.text ?? '')?.[1]?.charCodeAt(0) ?? Number.NaN;
  const first = lines.find((line, index) => letterOf(lines[index + 1]) === letterOf(line) + 1);
  if (first) report(listWithLetters(first.text.replace(lettered, '1. '), first.span()));
}

function checkTable(lines: readonly Line[], report: Report): void {
  const at = lines.findIndex(({ text }) => onlyDashes.test(text) && dash.test(text));
  const dashes = lines[at];
  const heading = lines[at - 1];
  if (dashes && heading && row.test(heading.text)) {
    const [found, columns] = [countCells(dashes.text), countCells(heading.text)];
    if (!goodDashes.test(dashes.text)) report(wrongDashes(columns, dashes.span()));
    else if (found !== columns) report(unevenDashes(found, columns, dashes.span()));
    return;
  }
  const first = lines.findIndex(({ text }, index) => row.test(text) && row.test(lines[index + 1]?.text ?? ''));
  const top = lines[first];
  if (!top) return;
  report(first === at ? missingHeadingRow(top.span()) : missingDashes(countCells(top.text), top.span()));
}

function linesOf(content: string, locate: Locate, file: SourceFile): readonly Line[] {
  let from = 0;
  return content.split('\n').map((written): Line => {
    const text = written.trim();
    const start = from + written.length - written.trimStart().length;
    from += written.length + 1;
    return { text, span: () => ({ file, start: locate(start), end: locate(start + Math.max(0, text.length - 1)) + 1 }) };
  });
}
