/**
 * Tokens of a whole text to block nodes. The tokens come as a flat list with opening and closing ones; directive
 * lines are paired here, within the list item, quotation or text that holds them.
 */
import type { Token } from 'markdown-it';
import { blockAttributes, blockElement, inlineAfter, type TokenReader } from './build-context.ts';
import { closeAll, type OpenDirective, takeDirective } from './build-directive.ts';
import { buildFigure } from './build-figure.ts';
import { buildDisplayedFormula } from './build-formula.ts';
import { buildInline } from './build-inline.ts';
import { attachCaptions, buildCaption, buildTable } from './build-table.ts';
import { checkEmphasis } from './check-emphasis.ts';
import { checkParagraph } from './check-paragraph.ts';
import { codeAttributes } from './code-attributes.ts';
import { lineEnd } from './locate-inline.ts';
import { placeOf } from './markdown-parser.ts';
import { tooDeep, unclosedCode } from './markdown-problems.ts';
import type { ProseElement, ProseNode } from './prose.ts';
import { readAttributes } from './read-attributes.ts';
import { indentedCode } from './slip-problems.ts';

/** Builds the nodes up to a closing token, which is taken too, or to the end. */
export function buildBlocks(reader: TokenReader, closing: string | undefined): readonly ProseNode[] {
  const root: ProseNode[] = [];
  const open: OpenDirective[] = [];
  while (reader.index < reader.tokens.length) {
    const token = reader.tokens[reader.index]!;
    if (token.type === closing) break;
    const nodes = open.at(-1)?.nodes ?? root;
    if (token.type === 'directive') {
      takeDirective(token, open, root, reader);
      reader.index++;
    } else buildBlock(token, nodes, reader);
  }
  reader.index++;
  closeAll(open, root, reader);
  return attachCaptions(root, reader.context);
}

const containers: Readonly<Record<string, readonly [string, string]>> = {
  blockquote_open: ['blockquote', 'blockquote_close'],
  bullet_list_open: ['ul', 'bullet_list_close'],
  ordered_list_open: ['ol', 'ordered_list_close'],
};

function buildBlock(token: Token, nodes: ProseNode[], reader: TokenReader): void {
  const element = (name: string): ProseElement => blockElement(name, placeOfBlock(token, reader), reader);
  switch (token.type) {
    case 'paragraph_open':
      buildParagraph(token, nodes, reader);
      return;
    case 'heading_open':
      nodes.push(buildHeading(token, reader));
      return;
    case 'table_open':
      nodes.push(buildTable(reader));
      return;
    case 'table_caption_open':
      nodes.push(buildCaption(token, reader));
      return;
    case 'list_item_open': {
      reader.index++;
      const children = withCheckbox(buildBlocks(reader, 'list_item_close'));
      nodes.push({ ...element('li'), children });
      return;
    }
    case 'fence':
    case 'code_block':
      if (token.type === 'fence') checkFence(token, reader);
      else reportIndented(token, reader);
      nodes.push({
        ...element('pre'),
        attributes: codeAttributes(token, reader),
        children: [{ kind: 'text', text: token.content.replace(/\n$/, '') }],
      });
      break;
    case 'displayed_formula':
      nodes.push(buildDisplayedFormula(token, reader));
      break;
    case 'hr':
      nodes.push(element('hr'));
      break;
    default: {
      const container = containers[token.type];
      if (!container) break;
      reader.index++;
      const start = token.attrGet('start');
      const attributes = new Map(start === null ? [] : [['start', String(start)]]);
      nodes.push({ ...element(container[0]), attributes, children: buildBlocks(reader, container[1]) });
      return;
    }
  }
  reader.index++;
}

function buildParagraph(token: Token, nodes: ProseNode[], reader: TokenReader): void {
  const { context } = reader;
  const text = inlineAfter(reader);
  const { content, tokens, locate } = text;
  reader.index += 3;
  const paragraph = blockElement('p', placeOfBlock(token, reader), reader);
  if (placeOf(token).isTooDeep) context.report(tooDeep({ file: context.file, start: paragraph.start, end: paragraph.end }));
  checkParagraph(content, locate, context.file, context.report);
  checkEmphasis(text, context.file, context.report);
  const written = tokens.filter((child) => child.type !== 'text' || child.content.trim() !== '');
  if (written.length === 1 && written[0]!.type === 'image') nodes.push(buildFigure(written[0]!, locate, context));
  else {
    const children = buildInline(text, context);
    if (token.hidden) nodes.push(...children);
    else if (children.length > 0) nodes.push({ ...paragraph, children });
  }
}

function buildHeading(token: Token, reader: TokenReader): ProseElement {
  const text = inlineAfter(reader);
  reader.index += 3;
  const { attributes, attributesAt = 0 } = placeOf(token);
  const heading = blockElement(token.tag, placeOfBlock(token, reader), reader);
  return {
    ...heading,
    attributes: readAttributes({ text: attributes, at: attributesAt, locate: text.locate }, blockAttributes, reader.context),
    children: buildInline(text, reader.context),
  };
}

/** `- [ ] Ask two people` is an item with a box to tick; `- [x]` has ticked it. */
function withCheckbox(children: readonly ProseNode[]): readonly ProseNode[] {
  const [first, ...others] = children;
  if (first?.kind === 'element' && first.name === 'p') return [{ ...first, children: withCheckbox(first.children) }, ...others];
  if (first?.kind !== 'text' || !/^\[[ xX]\]\s/.test(first.text)) return children;
  const attributes: ReadonlyMap<string, string> = new Map(first.text[1] === ' ' ? [] : [['checked', '']]);
  const box: ProseElement = { kind: 'element', name: 'checkbox', attributes, children: [], start: -1, end: -1 };
  return [box, { kind: 'text', text: first.text.slice(3) }, ...others];
}

/** A fence that is never closed swallows the rest of the text, so that deserves an error. */
function checkFence(token: Token, reader: TokenReader): void {
  const [firstLine, lastLine] = token.map ?? [0, 1];
  const { text } = reader;
  const last = text.map.text.slice(text.lineStarts[lastLine - 1], lineEnd(text, lastLine - 1));
  if (lastLine - firstLine > 1 && last.trimEnd().endsWith(token.markup)) return;
  const { start = 0 } = placeOf(token);
  const { start: from, end: to } = blockElement('pre', { start, end: start + token.markup.length }, reader);
  reader.context.report(unclosedCode(token.markup, { file: reader.context.file, start: from, end: to }));
}

/** Nobody who writes a text means code by indenting it; the first line shows where. */
function reportIndented(token: Token, reader: TokenReader): void {
  const { start } = placeOfBlock(token, reader);
  const end = start + (/^.*\S/.exec(reader.text.map.text.slice(start, lineEnd(reader.text, token.map?.[0] ?? 0)))?.[0].length ?? 0);
  const line = blockElement('pre', { start, end }, reader);
  reader.context.report(indentedCode({ file: reader.context.file, start: line.start, end: line.end }));
}

/** Rules record where a block begins and ends; list items and rows have no rule of their own, so their lines tell. */
function placeOfBlock(token: Token, reader: TokenReader): { readonly start: number; readonly end: number } {
  const { start, end } = placeOf(token);
  if (start !== undefined && end !== undefined) return { start, end };
  const { text } = reader;
  const [firstLine, nextLine] = token.map ?? [0, 1];
  const from = text.lineStarts[firstLine] ?? 0;
  const written = text.map.text.slice(from, lineEnd(text, nextLine - 1));
  const indent = /^[\s>]*/.exec(written)![0].length;
  return { start: from + indent, end: from + written.trimEnd().length };
}
