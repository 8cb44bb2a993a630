/** Finds `**` that was meant to make words bold and is printed instead: a space too much, or a second pair that is missing. */
import type { Token } from 'markdown-it';
import type { Report } from '../source/diagnostic.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { Locate } from './locate-inline.ts';
import { strayAsterisks } from './slip-problems.ts';

/** A paragraph as it was written, and what was read of it. */
export interface WrittenText {
  readonly content: string;
  readonly tokens: readonly Token[];
  readonly locate: Locate;
}

/** Reports the first pair of asterisks that stayed text. */
export function checkEmphasis({ content, tokens, locate }: WrittenText, file: SourceFile, report: Report): void {
  let seen = 0;
  for (const token of tokens) {
    const at = token.type === 'text' ? token.content.indexOf('**') : -1;
    if (at >= 0) {
      const start = placeOfAsterisk(content, seen + count(token.content.slice(0, at)));
      const hint = start < 0 ? undefined : hintFor(content, start);
      if (hint !== undefined) report(strayAsterisks({ file, start: locate(start), end: locate(start + 1) + 1 }, hint));
      return;
    }
    seen += token.type.endsWith('_open') || token.type.endsWith('_close') ? count(token.markup) : count(token.content);
  }
}

const count = (text: string): number => text.split('*').length - 1;

/** Asterisks keep their order, whatever became of them. */
function placeOfAsterisk(content: string, index: number): number {
  let at = -1;
  for (let seen = 0; seen <= index; seen += 1) {
    at = content.indexOf('*', at + 1);
    if (at < 0) return -1;
  }
  return content.startsWith('**', at) ? at : -1;
}

const wordEnd = letterPattern(String.raw`[\p{L}\p{N}]$`);
const wordStart = letterPattern(String.raw`^[\p{L}\p{N}]`);
const isSpace = (text: string | undefined): boolean => text === undefined || text.trim() === '';

/** Returns what to do, or nothing where asterisks are probably meant: in `2 ** 3`, and for letters that are left out. */
function hintFor(content: string, start: number): string | undefined {
  const before = content.slice(0, start);
  const after = content.slice(start + 2);
  const second = after.indexOf('**');
  const [inside, behind] = second < 0 ? ['', ''] : [after.slice(0, second), after.slice(second + 2)];
  if (isSpace(before.at(-1)) && isSpace(after[0])) {
    return second > 0 && !isSpace(inside.at(-1)) && !wordStart(behind).test(behind) ? 'remove the space after these asterisks' : undefined;
  }
  if (wordEnd(before).test(before)) return isSpace(after[0]) ? 'write ** where the bold words begin, too' : undefined;
  if (isSpace(after[0])) return undefined;
  if (second < 0) return 'write ** where the bold words end, too';
  if (isSpace(inside.at(-1))) return 'remove the space before the next **';
  if (wordStart(behind).test(behind)) return 'leave a space after the next **, or put the punctuation behind it';
  return undefined;
}
