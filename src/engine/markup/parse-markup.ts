/**
 * Reads rendered HTML into a tree, strictly: what browsers repair in silence is reported here, and then repaired.
 * Errors point to the author's file through the `origin` stamps that templates and Markdown leave on start tags.
 */
import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Report } from '../source/diagnostic.ts';
import { readStamp, type SourceFile, type Span } from '../source/source-file.ts';
import type { MarkupElement, MarkupNode } from './element.ts';
import * as problems from './problems.ts';
import { globalAttributes, isBlock, vocabulary } from './vocabulary.ts';

/** Deeper trees come only from mistakes, and would exhaust the stack of the stages to come. */
const deepestNesting = 256;

/**
 * Names of elements and attributes. All later steps compare names and look them up, which is quickest with strings that are the very
 * same, and slowest with those cut out of a text that has other than Latin letters.
 */
const names: ReadonlyMap<string, string> = new Map(
  [
    'origin',
    ...Object.keys(globalAttributes),
    ...[...vocabulary].flatMap(([name, { attributes }]) => [name, ...Object.keys(attributes)]),
  ].map((name) => [name, name]),
);

function nameIn(html: string, start: number, end: number): string {
  const written = html.slice(start, end);
  return names.get(written) ?? written.toLowerCase();
}

/** Most elements have no attributes, and share this. */
const noAttributes: ReadonlyMap<string, string> = new Map();

interface OpenElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly origin: Span | undefined;
  /** Shared with the parent beyond the deepest nesting, where elements leave no trace. */
  readonly children: MarkupNode[];
}

/** Parses what templates rendered. The root is a `body` made here. */
export function parseMarkup(html: string, files: readonly SourceFile[], report: Report): MarkupElement {
  const root: OpenElement = { name: 'body', attributes: noAttributes, origin: undefined, children: [] };
  const open: OpenElement[] = [root];
  /** How often each name is open: tells a stray end tag without searching. */
  const openCounts = new Map<string, number>();
  /** Elements closed for want of an end tag; when that tag comes late it is no second mistake. */
  const closedEarly = new Map<string, number>();
  let top = root;
  let text = '';
  let lastOrigin: Span | undefined;
  let isTooDeep = false;
  let tagStart = -1;
  let name = '';
  let attributes: Map<string, string> | undefined;
  let attributeName = '';
  let attributeValue = '';
  let ownOrigin: Span | undefined;

  const nearest = (): Span | undefined => top.origin ?? lastOrigin;

  const flushText = (): void => {
    if (text === '') return;
    top.children.push({ kind: 'text', text, origin: top.origin });
    text = '';
  };

  const push = (): void => {
    flushText();
    if (ownOrigin) lastOrigin = ownOrigin;
    const origin = ownOrigin ?? top.origin ?? lastOrigin;
    const isGhost = open.length >= deepestNesting;
    if (isGhost && !isTooDeep) report(problems.nestedTooDeep(deepestNesting, origin));
    isTooDeep ||= isGhost;
    top = { name, attributes: attributes ?? noAttributes, origin, children: isGhost ? top.children : [] };
    open.push(top);
    openCounts.set(name, (openCounts.get(name) ?? 0) + 1);
    tagStart = -1;
  };

  const pop = (): void => {
    flushText();
    const element = open.pop()!;
    openCounts.set(element.name, openCounts.get(element.name)! - 1);
    top = open.at(-1)!;
    if (open.length < deepestNesting) top.children.push(finishElement(element));
  };

  const closeElement = (closing: string, start: number): void => {
    if (!openCounts.get(closing)) {
      const early = closedEarly.get(closing) ?? 0;
      if (early > 0) closedEarly.set(closing, early - 1);
      else if (!isEmptyPair(closing, top, text)) report(problems.strayEndTag(closing, stampAhead(html, start, files) ?? nearest()));
      return;
    }
    while (top.name !== closing) {
      if (vocabulary.has(top.name)) report(problems.unclosedBefore(top.name, closing, top.origin));
      closedEarly.set(top.name, (closedEarly.get(top.name) ?? 0) + 1);
      pop();
    }
    pop();
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      ontext(start, end) {
        const piece = html.slice(start, end);
        if (piece.includes('&')) checkEntities(piece, nearest(), report);
        text += piece;
      },
      ontextentity(codepoint) {
        text += String.fromCodePoint(codepoint);
      },
      onopentagname(start, end) {
        tagStart = start - 1;
        name = nameIn(html, start, end);
        attributes = undefined;
        ownOrigin = undefined;
      },
      onattribname(start, end) {
        attributeName = nameIn(html, start, end);
        attributeValue = '';
      },
      onattribdata(start, end) {
        attributeValue += html.slice(start, end);
      },
      onattribentity(codepoint) {
        attributeValue += String.fromCodePoint(codepoint);
      },
      onattribend(quote) {
        const value = quote === QuoteType.NoValue ? '' : attributeValue;
        const stamped = attributeName === 'origin' ? readStamp(value, files) : undefined;
        if (stamped) ownOrigin ??= stamped;
        else if (attributes?.has(attributeName)) {
          report(problems.duplicateAttribute(attributeName, name, stampAhead(html, tagStart, files) ?? nearest()));
        } else (attributes ??= new Map()).set(attributeName, value);
      },
      onopentagend() {
        push();
        if (vocabulary.get(name)?.content === 'nothing') pop();
      },
      onselfclosingtag() {
        push();
        pop();
      },
      onclosetag(start, end) {
        closeElement(nameIn(html, start, end), start - 2);
      },
      oncomment() {},
      oncdata() {
        report(problems.notAllowedHere('a CDATA section', nearest()));
      },
      ondeclaration(start, end) {
        report(problems.notAllowedHere(`\`<${html.slice(start, Math.min(end, start + 20))}>\``, nearest()));
      },
      onprocessinginstruction(start, end) {
        report(problems.notAllowedHere(`\`<${html.slice(start, Math.min(end, start + 20))}>\``, nearest()));
      },
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();

  if (tagStart !== -1) report(problems.unfinishedTag(html.slice(tagStart, tagStart + 24).split('\n', 1)[0]!, nearest()));
  while (open.length > 1) {
    if (vocabulary.has(top.name)) report(problems.unclosedElement(top.name, top.origin));
    pop();
  }
  flushText();
  return finishElement(root);
}

/** Finds the stamp in the tag that begins at `start`: needed only for a message, so it is looked for only then. */
function stampAhead(html: string, start: number, files: readonly SourceFile[]): Span | undefined {
  const tag = html.slice(start, Math.min(html.indexOf('>', start) + 1, start + 2000));
  const match = / origin="(\d+:\d+-\d+)"\/?>$/.exec(tag);
  return match ? readStamp(match[1]!, files) : undefined;
}

/** Whether an end tag only completes an empty element written as a pair, as in `<checkbox></checkbox>`. */
function isEmptyPair(name: string, parent: OpenElement, textSince: string): boolean {
  const last = parent.children.at(-1);
  return vocabulary.get(name)?.content === 'nothing' && textSince === '' && last?.kind === 'element' && last.name === name;
}

/** Text arrives with known entities already decoded, so what still looks like one is unknown. */
function checkEntities(text: string, place: Span | undefined, report: Report): void {
  for (const match of text.matchAll(/&[A-Za-z][A-Za-z0-9]*;/g)) report(problems.unknownEntity(match[0], place));
}

/** Drops white space that only separates blocks; in text it stays as written. */
function finishElement(element: OpenElement): MarkupElement {
  return {
    kind: 'element',
    name: element.name,
    attributes: element.attributes,
    children: dropSpaceBetweenBlocks(element.name, element.children),
    origin: element.origin,
  };
}

function dropSpaceBetweenBlocks(name: string, children: readonly MarkupNode[]): readonly MarkupNode[] {
  const content = vocabulary.get(name)?.content;
  if (content === undefined || content === 'text') return children;
  if (content !== 'flow') return children.filter((child) => !isSpace(child));
  return children.filter((child, index) => {
    if (!isSpace(child)) return true;
    const before = children[index - 1];
    const after = children[index + 1];
    return before !== undefined && after !== undefined && !isBlockNode(before) && !isBlockNode(after);
  });
}

function isSpace(node: MarkupNode): boolean {
  return node.kind === 'text' && /^[ \t\r\n\f]*$/.test(node.text);
}

function isBlockNode(node: MarkupNode): boolean {
  return node.kind === 'element' && (isBlock(node.name) || node.name === 'chart');
}
