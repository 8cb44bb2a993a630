/**
 * Reads rendered HTML into a tree, strictly: what browsers repair in silence is reported here, and then repaired.
 * Errors point to the author's file through the `origin` stamps that templates leave on start tags.
 */
import { QuoteType, Tokenizer } from 'htmlparser2';
import type { Report } from '../source/diagnostic.ts';
import { readStamp, type SourceFile, type Span } from '../source/source-file.ts';
import { type MarkupElement, noAttributes } from './element.ts';
import * as problems from './problems.ts';
import { partSign, type RenderedHtml, type TreePart } from './rendered-html.ts';
import { TreeBuilder } from './tree-builder.ts';
import { globalAttributes, vocabulary } from './vocabulary.ts';

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
  return names.get(written) ?? showParts(written).toLowerCase();
}

/** Writes HTML for a message, with parts as templates print them. */
const showParts = (html: string): string => html.replaceAll(partSign, '{{…}}');

/** Parses what templates rendered; a text alone is HTML without parts. The root is a `body` made here. */
export function parseMarkup(rendered: string | RenderedHtml, files: readonly SourceFile[], report: Report): MarkupElement {
  const { html, parts } = typeof rendered === 'string' ? { html: rendered, parts: [] } : rendered;
  const tree = new TreeBuilder(report);
  /** How often each name is open: tells a stray end tag without searching. */
  const openCounts = new Map<string, number>();
  /** Elements closed for want of an end tag; when that tag comes late it is no second mistake. */
  const closedEarly = new Map<string, number>();
  let nextPart = 0;
  let tagStart = -1;
  let name = '';
  let attributes: Map<string, string> | undefined;
  let attributeName = '';
  let attributeValue = '';
  let ownOrigin: Span | undefined;

  /** Reports parts in front of a place that nothing has taken: those inside tags. */
  const reportParts = (end: number): void => {
    for (; nextPart < parts.length && parts[nextPart]!.at < end; nextPart++) report(problems.textInsideTag(tree.place));
  };

  /** Passes over a stretch of the HTML and the parts in it: a comment, or a name that is reported as it is. */
  const passOver = (start: number, end: number): void => {
    reportParts(start);
    while (nextPart < parts.length && parts[nextPart]!.at < end) nextPart++;
  };

  /** Goes through a stretch of the HTML and the parts in it. */
  const visit = (start: number, end: number, write: (html: string) => void, insert: (part: TreePart) => void): void => {
    reportParts(start);
    let from = start;
    for (; nextPart < parts.length && parts[nextPart]!.at < end; nextPart++) {
      const { at, part } = parts[nextPart]!;
      if (at > from) write(html.slice(from, at));
      insert(part);
      from = at + partSign.length;
    }
    if (end > from) write(html.slice(from, end));
  };

  const addText = (text: string): void => {
    if (text.includes('&')) checkEntities(text, tree.place, report);
    tree.addText(text);
  };

  const addPart = (part: TreePart): void => part.addTo(tree);

  const addValue = (value: string): void => void (attributeValue += value);

  const addPartToValue = ({ text }: TreePart): void => addValue(text);

  const push = (): void => {
    tree.openElement(name, attributes ?? noAttributes, ownOrigin);
    openCounts.set(name, (openCounts.get(name) ?? 0) + 1);
    tagStart = -1;
  };

  const pop = (): void => {
    openCounts.set(tree.top.name, openCounts.get(tree.top.name)! - 1);
    tree.closeElement();
  };

  const closeElement = (closing: string, start: number): void => {
    if (!openCounts.get(closing)) {
      const early = closedEarly.get(closing) ?? 0;
      if (early > 0) closedEarly.set(closing, early - 1);
      else if (!isEmptyPair(closing, tree)) report(problems.strayEndTag(closing, stampAhead(html, start, files) ?? tree.place));
      return;
    }
    while (tree.top.name !== closing) {
      if (vocabulary.has(tree.top.name)) report(problems.unclosedBefore(tree.top.name, closing, tree.top.origin));
      closedEarly.set(tree.top.name, (closedEarly.get(tree.top.name) ?? 0) + 1);
      pop();
    }
    pop();
  };

  const refuse = (start: number, end: number): void => {
    passOver(start, end);
    report(problems.notAllowedHere(`\`<${showParts(html.slice(start, Math.min(end, start + 20)))}>\``, tree.place));
  };

  const tokenizer = new Tokenizer(
    { decodeEntities: true, recognizeSelfClosing: true },
    {
      ontext(start, end) {
        visit(start, end, addText, addPart);
      },
      ontextentity(codepoint) {
        tree.addText(String.fromCodePoint(codepoint));
      },
      onopentagname(start, end) {
        passOver(start, end);
        tagStart = start - 1;
        name = nameIn(html, start, end);
        attributes = undefined;
        ownOrigin = undefined;
      },
      onattribname(start, end) {
        passOver(start, end);
        attributeName = nameIn(html, start, end);
        attributeValue = '';
      },
      onattribdata(start, end) {
        visit(start, end, addValue, addPartToValue);
      },
      onattribentity(codepoint) {
        attributeValue += String.fromCodePoint(codepoint);
      },
      onattribend(quote) {
        const value = quote === QuoteType.NoValue ? '' : attributeValue;
        const stamped = attributeName === 'origin' ? readStamp(value, files) : undefined;
        if (stamped) ownOrigin ??= stamped;
        else if (attributes?.has(attributeName)) {
          report(problems.duplicateAttribute(attributeName, name, stampAhead(html, tagStart, files) ?? tree.place));
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
        passOver(start, end);
        closeElement(nameIn(html, start, end), start - 2);
      },
      oncomment: passOver,
      oncdata(start, end) {
        passOver(start, end);
        report(problems.notAllowedHere('a CDATA section', tree.place));
      },
      ondeclaration: refuse,
      onprocessinginstruction: refuse,
      onend() {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();

  if (tagStart !== -1) report(problems.unfinishedTag(showParts(html.slice(tagStart, tagStart + 24).split('\n', 1)[0]!), tree.place));
  else reportParts(html.length);
  while (tree.depth > 0) {
    if (vocabulary.has(tree.top.name)) report(problems.unclosedElement(tree.top.name, tree.top.origin));
    pop();
  }
  return tree.finish();
}

/** Finds the stamp in the tag that begins at `start`: needed only for a message, so it is looked for only then. */
function stampAhead(html: string, start: number, files: readonly SourceFile[]): Span | undefined {
  const tag = html.slice(start, Math.min(html.indexOf('>', start) + 1, start + 2000));
  const match = / origin="(\d+:\d+-\d+)"\/?>$/.exec(tag);
  return match ? readStamp(match[1]!, files) : undefined;
}

/** Whether an end tag only completes an empty element written as a pair, as in `<checkbox></checkbox>`. */
function isEmptyPair(name: string, { top, text }: TreeBuilder): boolean {
  const last = top.children.at(-1);
  return vocabulary.get(name)?.content === 'nothing' && text === '' && last?.kind === 'element' && last.name === name;
}

/** Text arrives with known entities already decoded, so what still looks like one is unknown. */
function checkEntities(text: string, place: Span | undefined, report: Report): void {
  for (const match of text.matchAll(/&[A-Za-z][A-Za-z0-9]*;/g)) report(problems.unknownEntity(match[0], place));
}
