/**
 * Looks through a template before Handlebars does: blocks that are not closed, and nesting so deep that
 * Handlebars' own parser would run for seconds (5,000 blocks in each other took 10 s) or out of stack.
 */
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import * as problems from './problems.ts';

/** Far more than any template needs. */
const deepestNesting = 64;

/** Longer files are content in the wrong place, and Handlebars slows down on them. */
const longestTemplate = 1_000_000;

interface OpenBlock {
  readonly name: string;
  readonly span: Span;
  /** Each `{{else if}}` nests one deeper in Handlebars' tree. */
  readonly levels: number;
}

/** Whether the template can be handed to Handlebars; says what is wrong when it cannot. */
export function checkNesting(file: SourceFile, report: Report): boolean {
  const { text } = file;
  if (text.length > longestTemplate) {
    report(problems.templateTooLarge(file.path, { file, start: 0, end: 0 }));
    return false;
  }
  const open: OpenBlock[] = [];
  let depth = 0;
  for (let at = text.indexOf('{{'); at !== -1; ) {
    if (isEscaped(text, at)) {
      at = text.indexOf('{{', at + 2);
      continue;
    }
    const end = endOfMustache(text, at);
    const span = { file, start: at, end: end === -1 ? lineEnd(text, at) : end };
    if (end === -1) {
      report(problems.unclosedMustache(text.startsWith('{{!--', at) ? '{{!--' : '{{', { ...span, end: at + 2 }));
      return false;
    }
    const mustache = text.slice(at, end);
    if (mustache.startsWith('{{{{')) {
      report(problems.unsupported('{{{{raw}}}}', 'write \\{{ for braces that are text', span));
      return false;
    }
    const opening = /^\{\{~?\s*[#^]\s*[>*]?\s*([^\s~}|()]+)/.exec(mustache);
    const closing = /^\{\{~?\s*\/\s*([^\s~}]*)/.exec(mustache);
    const isComment = /^\{\{~?!/.test(mustache);
    if (opening) {
      open.push({ name: opening[1]!, span, levels: 1 });
      depth++;
    } else if (closing) {
      const innermost = open.pop();
      if (!innermost || innermost.name !== closing[1]) {
        report(problems.strayBlockEnd(closing[1]!, innermost?.name, span));
        return false;
      }
      depth -= innermost.levels;
    } else if (/^\{\{~?\s*else\s+[^\s~}]/.test(mustache)) {
      const innermost = open.pop();
      if (innermost) open.push({ ...innermost, levels: innermost.levels + 1 });
      depth++;
    }
    if (depth > deepestNesting || (!isComment && parenthesisDepth(mustache) > deepestNesting)) {
      report(problems.nestedTooDeep(deepestNesting, span));
      return false;
    }
    at = text.indexOf('{{', end);
  }
  for (const block of open) report(problems.unclosedBlock(block.name, block.span));
  return open.length === 0;
}

/** One backslash makes `{{` text; two are a backslash before a mustache. */
function isEscaped(text: string, at: number): boolean {
  return text[at - 1] === '\\' && text[at - 2] !== '\\';
}

/** Returns the offset after the closing braces, or -1. */
function endOfMustache(text: string, at: number): number {
  if (/^\{\{~?!--/.test(text.slice(at, at + 6))) {
    const end = /--~?\}\}/g;
    end.lastIndex = at + 5;
    return end.test(text) ? end.lastIndex : -1;
  }
  const closing = text.startsWith('{{{', at) ? '}}}' : '}}';
  if (/^\{\{~?!/.test(text.slice(at, at + 4))) {
    const end = text.indexOf('}}', at);
    return end === -1 ? -1 : end + 2;
  }
  for (let place = at + 2; place < text.length; place++) {
    const character = text[place]!;
    if (character === '"' || character === "'") {
      place = text.indexOf(character, place + 1);
      if (place === -1) return -1;
    } else if (character === '}' && text.startsWith(closing, place)) return place + closing.length;
    else if (character === '{' && text[place + 1] === '{' && place > at + 3) return -1;
  }
  return -1;
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at);
  return end === -1 ? text.length : end;
}

function parenthesisDepth(mustache: string): number {
  let depth = 0;
  let deepest = 0;
  for (const character of mustache) {
    if (character === '(') deepest = Math.max(deepest, ++depth);
    else if (character === ')') depth--;
  }
  return deepest;
}
