/** Markdown to prose: CommonMark, tables, footnotes and Octavo's teaching blocks, every block with its exact place. */
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { buildBlocks } from './build-blocks.ts';
import type { BuildContext } from './build-context.ts';
import { buildInline, dropNotes } from './build-inline.ts';
import { type LocatedText, locateText } from './locate-inline.ts';
import { type MarkdownEnvironment, parseTokens } from './markdown-parser.ts';
import { doublyDefinedNote, tooLongText, unusedNote } from './markdown-problems.ts';
import { unprintableCharacter } from './problems.ts';
import type { Prose, ProseNode } from './prose.ts';
import { quotationMarksFor } from './quotation-marks.ts';
import { alignText, fileOffset, mapLines } from './text-map.ts';
import { findUnprintable } from './unprintable.ts';

/** How a text is to be read. */
export interface MarkdownOptions {
  /** BCP 47; chooses quotation marks and apostrophes. */
  readonly language: string;
  /**
   * `block` for whole texts, `inline` for one line of text in which blocks mean nothing, `auto` for a text that
   * is inline when it is a single paragraph.
   */
  readonly mode: 'block' | 'inline' | 'auto';
  /** The text that the span means where that is not the span's own text, as for an indented or quoted YAML scalar. */
  readonly text?: string;
}

/** A text beyond this length, about 2,000 pages, is a mistake. */
const longestText = 8_000_000;

/** Parses the Markdown between two offsets of a file. Never fails: mistakes are reported and read in the likeliest way. */
export function parseMarkdown(
  file: SourceFile,
  span: { readonly start: number; readonly end: number },
  options: MarkdownOptions,
  report: Report,
): Prose {
  const origin: Span = { file, start: span.start, end: span.end };
  if (span.end - span.start > longestText) {
    report(tooLongText(origin));
    return { file, isInline: options.mode === 'inline', nodes: [], origin };
  }
  const map = options.text === undefined ? mapLines(file, span.start, span.end) : alignText(options.text, file, span);
  if (options.text === undefined) checkCharacters(origin, report);
  const environment: MarkdownEnvironment = {};
  const tokens = parseTokens(map.text, options.mode === 'inline', environment);
  const context: BuildContext = {
    file,
    marks: quotationMarksFor(options.language),
    environment,
    notes: new Map(),
    calledNotes: new Set(),
    report,
  };
  if (options.mode === 'inline') {
    const written = {
      content: tokens[0]?.content ?? '',
      tokens: tokens[0]?.children ?? [],
      locate: (offset: number): number => fileOffset(map, offset),
    };
    return { file, isInline: true, nodes: buildInline(written, context), origin };
  }
  const text = locateText(map);
  const notesAt = tokens.findIndex((token) => token.type === 'footnote_block_open');
  const notes = notesAt === -1 ? new Map<string, readonly ProseNode[]>() : buildNotes(tokens.slice(notesAt + 1), text, context);
  const blocks = buildBlocks(
    { tokens: notesAt === -1 ? tokens : tokens.slice(0, notesAt), index: 0, text, context: { ...context, notes } },
    undefined,
  );
  checkNotes(text, context);
  const [only] = blocks;
  const isInline = options.mode === 'auto' && blocks.length === 1 && only?.kind === 'element' && only.name === 'p';
  return { file, isInline, nodes: isInline ? only.children : blocks, origin };
}

function checkCharacters(origin: Span, report: Report): void {
  const { file, start, end } = origin;
  const found = findUnprintable(file.text.slice(start, end));
  if (found) report(unprintableCharacter(found.code, { file, start: start + found.at, end: start + found.at + 1 }));
}

type Tokens = ReturnType<typeof parseTokens>;

/** Builds the notes that are defined as blocks of their own. A note of one paragraph is inline. */
function buildNotes(tokens: Tokens, text: LocatedText, context: BuildContext): ReadonlyMap<string, readonly ProseNode[]> {
  const notes = new Map<string, readonly ProseNode[]>();
  const reader = { tokens, index: 0, text, context: { ...context, calledNotes: new Set<string>() } };
  while (reader.index < tokens.length) {
    const token = tokens[reader.index++]!;
    if (token.type !== 'footnote_open') continue;
    const label = token.meta?.label;
    if (label === undefined) {
      while (reader.index < tokens.length && tokens[reader.index]!.type !== 'footnote_close') reader.index++;
      continue;
    }
    const blocks = dropNotes(buildBlocks(reader, 'footnote_close'), context);
    const [only] = blocks;
    notes.set(String(label), blocks.length === 1 && only?.kind === 'element' && only.name === 'p' ? only.children : blocks);
  }
  return notes;
}

function checkNotes(text: LocatedText, context: BuildContext): void {
  const { noteStarts = new Map<string, number[]>(), footnotes } = context.environment;
  for (const [label, starts] of noteStarts) {
    const spanOf = (start: number): Span => {
      const from = fileOffset(text.map, start);
      return { file: context.file, start: from, end: from + label.length + 3 };
    };
    for (const start of starts.slice(1)) context.report(doublyDefinedNote(label, spanOf(start)));
    if ((footnotes?.refs?.[`:${label}`] ?? -1) < 0) context.report(unusedNote(label, spanOf(starts[0]!)));
  }
}
