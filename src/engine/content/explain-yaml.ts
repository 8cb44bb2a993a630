/**
 * What is probably wrong where the YAML parser gave up. The parser names rules of its grammar; an author needs the
 * line that was mistyped, which is often another one. So the text around the place is looked at, commonest slip first.
 */
import { type Document, isCollection, isScalar, isSeq, type Node, type Scalar, visit, type YAMLError } from 'yaml';
import type { Diagnostic } from '../source/diagnostic.ts';
import { positionAt, type SourceFile, type Span } from '../source/source-file.ts';
import * as problems from './yaml-problems.ts';

/** Explains the first error of a file; the others mostly follow from it. */
export function explainYaml(document: Document, error: YAMLError, file: SourceFile): Diagnostic {
  const at = Math.min(error.pos[0], file.text.length);
  const failure: Failure = { document, error, at, lines: linesOf(file), index: positionAt(file, at).line - 1 };
  for (const explain of explanations) {
    const diagnostic = explain(failure);
    if (diagnostic) return diagnostic;
  }
  const line = failure.lines[failure.index]!;
  return problems.puzzlingLine(spanIn(line, line.indent, line.text.length));
}

interface Failure {
  readonly document: Document;
  readonly error: YAMLError;
  readonly at: number;
  readonly lines: readonly Line[];
  /** Of the line with the error. */
  readonly index: number;
}

/** A line, taken apart as far as it goes. Offsets count from its beginning. */
interface Line {
  readonly file: SourceFile;
  readonly start: number;
  readonly text: string;
  readonly indent: number;
  /** Column of the first hyphen of a list. */
  readonly hyphen: number | undefined;
  /** Where the entry begins after hyphens. */
  readonly content: number;
  /** A key with a colon and a space or nothing after it. */
  readonly key: string | undefined;
  /** Where the value begins; the end of the line without one. */
  readonly value: number;
}

type Explain = (failure: Failure) => Diagnostic | undefined;

const keyPattern = /^("[^"]*"|'[^']*'|[^\s"'[\]{},#&*!|>%@`][^:#"]*?)\s*:(?=\s|$)\s*/;

/** Nothing longer is looked at: a key has a word or two, and looking on costs the square of the length. */
const longestKey = 200;

function linesOf(file: SourceFile): readonly Line[] {
  return file.lineStarts.map((start, index) => {
    const text = file.text.slice(start, (file.lineStarts[index + 1] ?? file.text.length + 1) - 1).replace(/\r$/, '');
    const indent = /^ */.exec(text)![0].length;
    const hyphens = /^(?:-\s+)*/.exec(text.slice(indent))![0].length;
    const content = indent + hyphens;
    const key = keyPattern.exec(text.slice(content, content + longestKey));
    return {
      file,
      start,
      text,
      indent,
      hyphen: hyphens > 0 || text.slice(indent) === '-' ? indent : undefined,
      content,
      key: key?.[1],
      value: key ? content + key[0].length : content,
    };
  });
}

const spanIn = (line: Line, from: number, to: number): Span => {
  const end = line.text.slice(0, to).trimEnd().length;
  return { file: line.file, start: line.start + from, end: line.start + Math.max(from, end) };
};
const wholeOf = (line: Line): Span => spanIn(line, line.indent, line.text.length);
const contentOf = (line: Line): string => line.text.slice(line.content).trim();
const written = (line: Line): string => line.text.slice(line.value).trim();
const isBlank = (line: Line): boolean => /^\s*(?:#.*)?$/.test(line.text);

function neighbor({ lines, index }: Failure, step: 1 | -1): Line | undefined {
  let at = index + step;
  while (lines[at] && isBlank(lines[at]!)) at += step;
  return lines[at];
}

/** The line that the error stands in; its last line with something in it when that is empty. */
function lineOf(failure: Failure): Line {
  const line = failure.lines[failure.index]!;
  return isBlank(line) ? (neighbor(failure, -1) ?? line) : line;
}

// White space

const indentOf = (failure: Failure): Diagnostic | undefined => {
  for (const line of [lineOf(failure), neighbor(failure, 1)]) {
    if (!line) continue;
    const space = /^[\s\u00a0]*/.exec(line.text)![0];
    const tab = space.indexOf('\t');
    if (tab >= 0) return problems.tabIndent({ file: line.file, start: line.start + tab, end: line.start + tab + 1 });
    if (/[^ \r]/.test(space)) return problems.foreignIndent({ file: line.file, start: line.start, end: line.start + space.length });
  }
  return undefined;
};

// Quotation marks

const quoteMark = (scalar: Scalar): string => (scalar.type === 'QUOTE_SINGLE' ? "'" : '"');

const quotes: Explain = (failure) => {
  const { document, error, at } = failure;
  const scalar = lastNode(
    document,
    at,
    (node): node is Scalar => isScalar(node) && (node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'),
  );
  const line = lineOf(failure);
  if (error.code === 'BAD_DQ_ESCAPE')
    return problems.strayBackslash({ file: line.file, start: at, end: Math.min(at + 2, line.start + line.text.length) });
  if (scalar?.range && error.code === 'MISSING_CHAR' && /closing ["']quote/.test(error.message)) {
    const opening = failure.lines[positionAt(line.file, scalar.range[0]).line - 1]!;
    return problems.unclosedQuote(quoteMark(scalar), spanIn(opening, scalar.range[0] - opening.start, opening.text.length));
  }
  if (
    scalar?.range &&
    error.code === 'UNEXPECTED_TOKEN' &&
    line.text.slice(scalar.range[1] - line.start, at - line.start).trim() === '' &&
    scalar.range[1] > line.start
  ) {
    return problems.textAfterQuote(quoteMark(scalar), spanIn(line, at - line.start, line.text.length));
  }
  return undefined;
};

const curlyQuotes: Explain = (failure) => {
  const line = lineOf(failure);
  const found = /^[“”„«‘’‚‹]/.test(line.text.slice(line.value)) ? line.value : undefined;
  return found === undefined ? undefined : problems.curlyQuote(spanIn(line, found, line.text.length));
};

// Brackets and braces

const brackets: Explain = (failure) => {
  const { document, error, at } = failure;
  const line = lineOf(failure);
  const character = line.file.text[at] ?? '';
  if (error.code === 'UNEXPECTED_TOKEN' && /[\]}]/.test(character))
    return problems.strayBracket(character, { file: line.file, start: at, end: at + 1 });
  const unclosed = /^Flow (sequence|map)/.exec(error.message)?.[1];
  const isMeant = (node: Node): node is Node =>
    isCollection(node) && node.flow === true && (!unclosed || (isSeq(node) === (unclosed === 'sequence') && isOpen(node, line.file)));
  const node = lastNode(document, at, isMeant);
  if (!node?.range || at > node.range[2] + 1) return undefined;
  if (unclosed) {
    const opening = failure.lines[positionAt(line.file, node.range[0]).line - 1]!;
    const [open, close] = isSeq(node) ? (['[', ']'] as const) : (['{', '}'] as const);
    return problems.unclosedBracket(open, close, spanIn(opening, node.range[0] - opening.start, opening.text.length));
  }
  const isRunTogether = ['BLOCK_IN_FLOW', 'MULTILINE_IMPLICIT_KEY'].includes(error.code) || /^Missing , /.test(error.message);
  const end = Math.min(error.pos[1], line.start + line.text.trimEnd().length);
  return isRunTogether ? problems.missingComma({ file: line.file, start: at, end: Math.max(at + 1, end) }) : undefined;
};

/** Tells whether brackets of a node's kind are opened in it more often than closed. */
function isOpen(node: Node, file: SourceFile): boolean {
  const [open, close] = isSeq(node) ? '[]' : '{}';
  let depth = 0;
  for (let at = node.range![0]; at < node.range![1]; at++) {
    if (file.text[at] === open) depth++;
    else if (file.text[at] === close) depth--;
  }
  return depth > 0;
}

// First characters

const reservedCodes: readonly string[] = ['BAD_SCALAR_START', 'BAD_ALIAS', 'BAD_DIRECTIVE', 'TAG_RESOLVE_FAILED'];

const firstCharacter: Explain = (failure) => {
  const { error } = failure;
  const line = lineOf(failure);
  const bullet = /^([*•–—])\s+(.*)$/.exec(contentOf(line));
  if (bullet) return problems.foreignBullet(bullet[1]!, bullet[2]!, spanIn(line, line.content, line.content + 1));
  const value = written(line);
  const span = spanIn(line, line.value, line.text.length);
  if (reservedCodes.includes(error.code) || /^[*&@`%]|^[?] /.test(value)) {
    const lead = line.key !== undefined ? `${line.key}:` : line.hyphen !== undefined ? '-' : '';
    return problems.reservedStart(lead, value, span);
  }
  const sign = /^([|>])\s*[^\s\d+-]/.exec(value);
  return error.code === 'UNEXPECTED_TOKEN' && sign ? problems.textAfterBlockSign(sign[1]!, span) : undefined;
};

const wholeFile: Explain = (failure) => {
  const { error, at } = failure;
  if (error.code === 'RESOURCE_EXHAUSTION') return problems.tooDeepYaml({ file: failure.lines[0]!.file, start: at, end: at });
  if (error.code !== 'MULTIPLE_DOCS') return undefined;
  const line = lineOf(failure);
  return problems.secondDocument(wholeOf(line));
};

// Hyphens and colons

const hyphens: Explain = (failure) => {
  for (const line of [lineOf(failure), neighbor(failure, 1)]) {
    const glued = line && /^-([^\s-].*)$/.exec(contentOf(line));
    if (glued && !/^\d/.test(glued[1]!))
      return problems.missingSpaceAfterHyphen(glued[1]!.trim(), spanIn(line, line.content, line.text.length));
  }
  const line = lineOf(failure);
  const above = itemAbove(failure);
  if (line.hyphen !== undefined) {
    const isMisplaced = ['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'MISSING_CHAR', 'BAD_INDENT', 'UNEXPECTED_TOKEN'].includes(
      failure.error.code,
    );
    const isInText = failure.at >= line.start + line.content;
    if (!isMisplaced || isInText) return undefined;
    return problems.wrongItemIndent(above?.hyphen, spanIn(line, line.hyphen, line.text.length));
  }
  return above && line.key !== undefined && line.indent === above.hyphen
    ? problems.missingHyphen(contentOf(line), wholeOf(line))
    : undefined;
};

/** The nearest line above that begins an item of a list, if the list is still open there. */
function itemAbove({ lines, index }: Failure): Line | undefined {
  for (let at = index - 1; at >= 0; at--) {
    const line = lines[at]!;
    if (line.hyphen !== undefined) return line;
    if (line.indent === 0 && line.key !== undefined) return undefined;
  }
  return undefined;
}

const colons: Explain = (failure) => {
  const { error } = failure;
  const line = lineOf(failure);
  if (line.key === undefined && (error.code === 'MULTILINE_IMPLICIT_KEY' || error.code === 'MISSING_CHAR'))
    return withoutColon(line, neighbor(failure, -1));
  const inner = keyPattern.exec(line.text.slice(line.value, line.value + longestKey));
  const span = spanIn(line, line.value, line.text.length);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY' && line.key !== undefined && (inner || /\S:\s/.test(written(line)))) {
    return problems.colonInText(line.key, written(line), span);
  }
  return undefined;
};

function withoutColon(line: Line, above: Line | undefined): Diagnostic | undefined {
  const content = contentOf(line);
  const span = spanIn(line, line.content, line.text.length);
  const glued = /^([\p{L}_][\p{L}\p{N}_-]*):([^\s/].*)$/u.exec(content);
  if (glued) return problems.missingSpaceAfterColon(glued[1]!, glued[2]!, span);
  const word = /^([\p{L}_][\p{L}\p{N}_-]*)\s*(?:[;=：]\s*)?(.*)$/u.exec(content);
  return word
    ? problems.missingColon(word[1]!, word[2]! === '' ? '…' : word[2]!, above !== undefined && written(above) !== '', span)
    : undefined;
}

// Columns

const columns: Explain = (failure) => {
  const { error } = failure;
  const line = lineOf(failure);
  if (error.code === 'BLOCK_AS_IMPLICIT_KEY') {
    // A text that goes on in the next line is complained about where it begins.
    const next = neighbor(failure, 1);
    if (!next || next.key === undefined || next.indent <= line.indent) return undefined;
    // The first entry of a list may lack the hyphen that the later ones have.
    const isEntry =
      line.hyphen === undefined &&
      failure.lines.slice(failure.index).some((later) => later.hyphen === line.indent && later.key !== undefined);
    if (isEntry) return problems.missingHyphen(contentOf(line), wholeOf(line));
    return /\s/.test(next.key)
      ? problems.colonInText(undefined, '', wholeOf(next))
      : problems.wrongIndent(line.content, line.key, wholeOf(next));
  }
  const above = neighbor(failure, -1);
  if (!above) return undefined;
  if (line.key !== undefined) return problems.wrongIndent(above.content, above.key, wholeOf(line));
  return error.code === 'BAD_INDENT' && above.indent > line.indent ? problems.outdentedText(above.indent, wholeOf(line)) : undefined;
};

const explanations: readonly Explain[] = [wholeFile, indentOf, quotes, brackets, curlyQuotes, firstCharacter, hyphens, colons, columns];

/** Finds the last node of a kind that begins before an offset; in a tree that is mostly the innermost. */
function lastNode<Kind extends Node>(document: Document, before: number, isKind: (node: Node) => node is Kind): Kind | undefined {
  let last: Kind | undefined;
  visit(document, {
    Node(_key, node) {
      if (node.range && node.range[0] <= before && isKind(node) && (!last?.range || node.range[0] >= last.range[0])) last = node;
    },
  });
  return last;
}
