/** Tokens of one paragraph's text to prose nodes: emphasis, links, images, citations, notes, with their places. */
import type { Token } from 'markdown-it';
import type { Span } from '../source/source-file.ts';
import { buildCitation } from './build-citation.ts';
import { type BuildContext, spanOfToken } from './build-context.ts';
import { buildFormula } from './build-formula.ts';
import { buildImage } from './build-image.ts';
import { buildIndexTerm, indexAttributes, spanAttributes } from './build-index-term.ts';
import { buildLink } from './build-link.ts';
import { checkBraces } from './check-braces.ts';
import type { WrittenText } from './check-emphasis.ts';
import type { Locate } from './locate-inline.ts';
import { placeOf } from './markdown-parser.ts';
import {
  doubleNote,
  nestedNote,
  noteWithoutColon,
  rawHtmlFound,
  strayIndexAttribute,
  tooDeep,
  undefinedNote,
} from './markdown-problems.ts';
import type { ProseNode } from './prose.ts';
import type { QuotationMarks } from './quotation-marks.ts';
import { readAttributes } from './read-attributes.ts';
import { setTypography, type TextRun } from './set-typography.ts';
import { brokenPicture } from './slip-problems.ts';

/** Markup nested deeper than this is read as if the inner part were not there; nobody can see the difference on paper. */
const deepestMarkup = 24;

const elementNames: Readonly<Record<string, string>> = { em_open: 'em', strong_open: 'strong', s_open: 's' };

interface Frame {
  readonly token: Token | undefined;
  readonly nodes: ProseNode[];
}

/** Builds the nodes of a paragraph, a heading, a cell, a caption or a note. */
export function buildInline(written: WrittenText, context: BuildContext): readonly ProseNode[] {
  const { tokens, locate } = written;
  checkBraces(written, context.file, context.report);
  setTokenTypography(tokens, context.marks);
  const frames: Frame[] = [{ token: undefined, nodes: [] }];
  let hasReportedDepth = false;
  for (const token of tokens) {
    const { nodes } = frames.at(-1)!;
    if (token.nesting === 1) frames.push({ token, nodes: frames.length <= deepestMarkup ? [] : nodes });
    else if (token.nesting === -1) {
      const closed = frames.pop()!;
      const outer = frames.at(-1)!.nodes;
      if (closed.nodes !== outer) outer.push(buildElement(closed, locate, context));
      else if (!hasReportedDepth) {
        hasReportedDepth = true;
        context.report(tooDeep({ file: context.file, start: locate(0), end: locate(1) }));
      }
    } else buildLeaf(token, nodes, locate, context);
  }
  return frames[0]!.nodes;
}

function buildElement(frame: Frame, locate: Locate, context: BuildContext): ProseNode {
  const token = frame.token!;
  if (token.type === 'link_open') return buildLink(token, frame.nodes, spanOfToken(token, locate, context), context.report);
  if (token.type === 'span_open') return buildSpan(token, frame.nodes, locate, context);
  return { kind: 'element', name: elementNames[token.type] ?? 'span', attributes: new Map(), children: frame.nodes, start: -1, end: -1 };
}

/** `[words]{lang=ar}`: its braces say what other blocks' braces say, and what the index says of the words. */
function buildSpan(token: Token, children: readonly ProseNode[], locate: Locate, context: BuildContext): ProseNode {
  const { attributes: text, attributesAt = 0 } = placeOf(token);
  const attributes = readAttributes({ text, at: attributesAt, locate }, spanAttributes, context);
  const span = spanOfToken(token, locate, context);
  const { start, end } = span;
  if (attributes.has('index')) return buildIndexTerm(attributes, children, span, context);
  for (const name of attributes.keys()) if (indexAttributes.has(name)) context.report(strayIndexAttribute(name, span));
  return { kind: 'element', name: 'span', attributes, children, start, end };
}

function buildLeaf(token: Token, nodes: ProseNode[], locate: Locate, context: BuildContext): void {
  const span = (): Span => spanOfToken(token, locate, context);
  switch (token.type) {
    case 'text':
    case 'text_special':
      addText(nodes, token.content);
      return;
    case 'softbreak':
      addText(nodes, '\n');
      return;
    case 'hardbreak':
      nodes.push({ kind: 'element', name: 'br', attributes: new Map(), children: [], start: -1, end: -1 });
      return;
    case 'code_inline':
      nodes.push({
        kind: 'element',
        name: 'code',
        attributes: new Map(),
        children: [{ kind: 'text', text: token.content }],
        start: -1,
        end: -1,
      });
      return;
    case 'image':
      nodes.push(buildImage(token, locate, context));
      return;
    case 'formula':
      nodes.push(buildFormula(token, locate, context));
      return;
    case 'citation':
      nodes.push(buildCitation(token, locate, context));
      return;
    case 'footnote_ref':
      nodes.push(...buildNote(token, locate, context));
      return;
    case 'inline_note':
      nodes.push(buildInlineNote(token, locate, context));
      return;
    case 'undefined_note':
      // At the head of a paragraph stands the text of a note, and no call.
      context.report(nodes.length === 0 ? noteWithoutColon(token.info, span()) : undefinedNote(token.info, definedNotes(context), span()));
      addText(nodes, token.content);
      return;
    case 'broken_picture':
      context.report(brokenPicture(token.content, span()));
      addText(nodes, token.content);
      return;
    case 'raw_html':
      // The end of an element is of no interest: its beginning was reported.
      if (!token.content.startsWith('</')) context.report(rawHtmlFound(token.content, span()));
      addText(nodes, token.content);
      return;
    default:
  }
}

function addText(nodes: ProseNode[], text: string): void {
  const last = nodes.at(-1);
  if (last?.kind === 'text') nodes[nodes.length - 1] = { kind: 'text', text: last.text + text };
  else if (text !== '') nodes.push({ kind: 'text', text });
}

function definedNotes(context: BuildContext): readonly string[] {
  return Object.keys(context.environment.footnotes?.refs ?? {}).map((key) => key.slice(1));
}

/** A note written in place. It begins with `^[`, two characters before its own text. */
function buildInlineNote(token: Token, locate: Locate, context: BuildContext): ProseNode {
  const { start = 0 } = placeOf(token);
  const written = { content: token.info, tokens: token.children ?? [], locate: (offset: number) => locate(start + 2 + offset) };
  const children = buildInline(written, context);
  return noteElement(dropNotes(children, context), spanOfToken(token, locate, context));
}

/** A note defined elsewhere is printed where it is called first; repeating it would print the same words twice. */
function buildNote(token: Token, locate: Locate, context: BuildContext): readonly ProseNode[] {
  const label = String(token.meta?.label);
  const span = spanOfToken(token, locate, context);
  if (context.calledNotes.has(label)) {
    context.report(doubleNote(label, span));
    return [];
  }
  context.calledNotes.add(label);
  return [noteElement(context.notes.get(label) ?? [], span)];
}

function noteElement(children: readonly ProseNode[], span: Span): ProseNode {
  return { kind: 'element', name: 'footnote', attributes: new Map(), children, start: span.start, end: span.end };
}

/** A note inside a note has no foot of its own to stand on; its text is kept in parentheses. */
export function dropNotes(nodes: readonly ProseNode[], context: BuildContext): readonly ProseNode[] {
  return nodes.map((node): ProseNode => {
    if (node.kind !== 'element' && node.kind !== 'callout') return node;
    const children = dropNotes(node.children, context);
    if (node.kind === 'callout' || node.name !== 'footnote') return { ...node, children };
    context.report(nestedNote({ file: context.file, start: node.start, end: node.end }));
    const around: readonly ProseNode[] =
      children.length === 0 ? [] : [{ kind: 'text', text: ' (' }, ...children, { kind: 'text', text: ')' }];
    return { kind: 'element', name: 'span', attributes: new Map(), children: around, start: -1, end: -1 };
  });
}

/** Code and pictures count as letters beside a quotation mark, line ends as spaces. */
function setTokenTypography(tokens: readonly Token[], marks: QuotationMarks): void {
  const runs: TextRun[] = [];
  const texts: Token[] = [];
  let isAddress = false;
  for (const token of tokens) {
    if (token.type === 'link_open') isAddress = token.markup === 'autolink';
    if (token.type === 'link_close') isAddress = false;
    if (token.type === 'text' && isAddress) runs.push({ text: token.content, isFixed: true });
    else if (token.type === 'text') {
      runs.push({ text: token.content, isFixed: false });
      texts.push(token);
    } else if (token.type === 'text_special') runs.push({ text: token.content, isFixed: true });
    else if (token.type === 'softbreak' || token.type === 'hardbreak') runs.push({ text: ' ', isFixed: true });
    else if (token.type === 'code_inline' || token.type === 'image' || token.type === 'formula') runs.push({ text: 'x', isFixed: true });
  }
  setTypography(runs, marks);
  const changed = runs.filter((run) => !run.isFixed);
  for (const [index, token] of texts.entries()) token.content = changed[index]!.text;
}
