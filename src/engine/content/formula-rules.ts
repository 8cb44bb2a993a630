/**
 * markdown-it rules for mathematics: `$a^2$` in text and `$$ … $$` displayed. When a dollar sign is money follows
 * Pandoc: an opening sign has no space after it, a closing one no space before it and no digit after it.
 */
import type { StateBlock, StateInline } from 'markdown-it';
import { isUnclosedBlock, parseAttributes } from './parse-attributes.ts';

/** What the rules leave in `token.meta` besides its place. */
export interface FormulaPlace {
  /** Where the LaTeX begins, counted from the token's start. */
  readonly texAt?: number;
  readonly isDisplayed?: boolean;
  readonly isUnclosed?: boolean;
}

const dollar = 0x24;

/** Takes `$a^2$` and, so that it can be reported, `$$a^2$$` among words. Attributes may follow directly. */
export function inlineFormula(state: StateInline, silent: boolean): boolean {
  const { src, pos, posMax } = state;
  if (src.charCodeAt(pos) !== dollar) return false;
  const width = src.charCodeAt(pos + 1) === dollar ? 2 : 1;
  const from = pos + width;
  if (width === 1 && /\s/.test(src[from] ?? ' ')) return false;
  const to = closingDollar(src, from, posMax);
  if (to === -1 || to === from || src.slice(from, to).trim() === '') return false;
  if (width === 2 ? !src.startsWith('$$', to) : /\s/.test(src[to - 1]!) || /[0-9]/.test(src[to + 1] ?? '')) return false;
  const end = to + width;
  if (end > posMax) return false;
  const attributes = src[end] === '{' ? parseAttributes(src, end) : undefined;
  const hasAttributes = attributes !== undefined && attributes.list.length > 0 && attributes.end <= posMax;
  if (!silent) {
    const token = state.push('formula', '', 0);
    token.content = src.slice(from, to);
    token.meta = {
      texAt: width,
      isDisplayed: width === 2,
      ...(hasAttributes && { attributes: src.slice(end, attributes.end), attributesAt: end }),
    };
  }
  state.pos = hasAttributes ? attributes.end : end;
  return true;
}

/** The first dollar sign that is not escaped decides, as in Pandoc, so that nothing is scanned twice. */
function closingDollar(text: string, from: number, end: number): number {
  for (let at = text.indexOf('$', from); at !== -1 && at < end; at = text.indexOf('$', at + 1)) {
    let slashes = 0;
    while (at - slashes - 1 >= from && text[at - slashes - 1] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  return -1;
}

/**
 * Takes lines from `$$` to `$$`, so that nothing between them is read as a list or a heading. Words after the closing
 * signs make it text, which the other rule reports. A formula ends before an empty line whether it is closed or not.
 */
export function displayedFormula(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  if (state.sCount[startLine]! - state.blkIndent >= 4) return false;
  const start = state.bMarks[startLine]! + state.tShift[startLine]!;
  if (!state.src.startsWith('$$', start)) return false;
  let closing = -1;
  let line = startLine;
  for (; line < endLine && (line === startLine || !state.isEmpty(line)); line++) {
    if (line > startLine && state.sCount[line]! < state.blkIndent) break;
    const from = line === startLine ? start + 2 : state.bMarks[line]! + state.tShift[line]!;
    closing = state.src.indexOf('$$', from);
    if (closing !== -1 && closing < state.eMarks[line]!) break;
    closing = -1;
  }
  const isClosed = closing !== -1;
  const behind = isClosed ? state.src.slice(closing + 2, state.eMarks[line]!).trim() : '';
  if (behind !== '' && !isAttributes(behind)) return false;
  if (silent) return true;
  const lastLine = isClosed ? line : line - 1;
  const token = state.push('displayed_formula', '', 0);
  token.content = contentBetween(state, { startLine, lastLine, isClosed });
  token.map = [startLine, lastLine + 1];
  const attributesAt = isClosed ? state.src.indexOf('{', closing + 2) : -1;
  token.meta = { texAt: 2, isUnclosed: !isClosed, ...(behind !== '' && { attributes: behind, attributesAt }) };
  state.line = lastLine + 1;
  return true;
}

const isAttributes = (text: string): boolean => {
  if (!text.startsWith('{')) return false;
  const attributes = parseAttributes(text, 0);
  return attributes ? attributes.end === text.length : isUnclosedBlock(text, 0);
};

/** The lines without the signs around them, and without quotation marks and indentation before them. */
function contentBetween(
  state: StateBlock,
  { startLine, lastLine, isClosed }: { readonly startLine: number; readonly lastLine: number; readonly isClosed: boolean },
): string {
  const lines: string[] = [];
  for (let line = startLine; line <= lastLine; line++) {
    lines.push(state.src.slice(state.bMarks[line]! + state.tShift[line]!, state.eMarks[line]!));
  }
  const text = lines.join('\n').slice(2);
  return (isClosed ? text.slice(0, text.lastIndexOf('$$')) : text).trim();
}
