/** markdown-it rules for the blocks that CommonMark has not: `:::name` fences, table captions and comments. */
import type { StateBlock } from 'markdown-it';

/**
 * Takes one line of three or more colons. Opening and closing lines are single tokens; they are paired when
 * the tree is built, so that a fence inside code never counts and nothing is scanned twice.
 */
export function directiveFence(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (start === undefined || !state.src.startsWith(':::', start)) return false;
  if (silent) return true;
  const token = state.push('directive', '', 0);
  token.content = state.src.slice(start, state.eMarks[startLine]).trimEnd();
  token.map = [startLine, startLine + 1];
  state.line = startLine + 1;
  return true;
}

/** Takes `Table: caption {#tbl-share}`, which may be as long as a paragraph. */
export function tableCaption(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (start === undefined || !/^Table:[ \t]/.test(state.src.slice(start, start + 7))) return false;
  if (silent) return true;
  const terminators = state.md.block.ruler.getRules('paragraph');
  let nextLine = startLine + 1;
  for (; nextLine < endLine && !state.isEmpty(nextLine); nextLine++) {
    if (state.sCount[nextLine]! < 0 || state.sCount[nextLine]! - state.blkIndent > 3) continue;
    if (terminators.some((rule) => rule(state, nextLine, endLine, true))) break;
  }
  state.line = nextLine;
  const open = state.push('table_caption_open', 'caption', 1);
  open.map = [startLine, nextLine];
  const inline = state.push('inline', '', 0);
  inline.content = state.getLines(startLine, nextLine, state.blkIndent, false).trim();
  inline.map = [startLine, nextLine];
  inline.children = [];
  state.push('table_caption_close', 'caption', -1);
  return true;
}

/** Takes `<!-- … -->` on lines of its own: notes to oneself, never printed. */
export function comment(state: StateBlock, startLine: number, endLine: number, silent: boolean): boolean {
  const start = lineStart(state, startLine);
  if (start === undefined || !state.src.startsWith('<!--', start)) return false;
  const close = closeOfComment(state, start);
  if (close === -1 || close > state.eMarks[endLine - 1]!) return false;
  let nextLine = startLine;
  while (nextLine < endLine && state.eMarks[nextLine]! < close) nextLine++;
  if (state.src.slice(close, state.eMarks[nextLine]).trim() !== '') return false;
  if (silent) return true;
  state.push('comment', '', 0);
  state.line = nextLine + 1;
  return true;
}

/** Where the comment ends. Once a search has failed, all later ones would, and many of them would take quadratic time. */
function closeOfComment(state: StateBlock, start: number): number {
  const unclosedFrom = state.env.unclosedCommentAt as number | undefined;
  if (unclosedFrom !== undefined && start >= unclosedFrom) return -1;
  const at = state.src.indexOf('-->', start + 4);
  if (at !== -1) return at + 3;
  state.env.unclosedCommentAt = start;
  return -1;
}

function lineStart(state: StateBlock, line: number): number | undefined {
  return state.sCount[line]! - state.blkIndent >= 4 ? undefined : state.bMarks[line]! + state.tShift[line]!;
}
