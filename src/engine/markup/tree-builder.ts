/** Builds a tree from what opens an element, stands in it and closes it, in this order; white space that only separates blocks is dropped. */
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { type MarkupElement, type MarkupNode, noAttributes } from './element.ts';
import { nestedTooDeep } from './problems.ts';
import { isBlock, vocabulary } from './vocabulary.ts';

/** Deeper trees come only from mistakes, and would exhaust the stack of the stages to come. */
const deepestNesting = 256;

/** An element that is not closed yet. */
interface OpenElement extends MarkupElement {
  /** Shared with the parent beyond the deepest nesting, where elements leave no trace. */
  children: MarkupNode[];
}

/** A tree that grows at its end. The root is a `body` made here. */
export class TreeBuilder {
  /** The innermost element that is open. */
  top: OpenElement = { kind: 'element', name: 'body', attributes: noAttributes, children: [], origin: undefined };
  /** What has been said since the last tag. */
  text = '';
  private readonly open: OpenElement[] = [this.top];
  private readonly report: Report;
  private lastOrigin: Span | undefined = undefined;
  private isTooDeep = false;

  constructor(report: Report) {
    this.report = report;
  }

  /** How many elements are open around what comes next, besides the root. */
  get depth(): number {
    return this.open.length - 1;
  }

  /** The nearest place that is known. */
  get place(): Span | undefined {
    return this.top.origin ?? this.lastOrigin;
  }

  addText(text: string): void {
    this.text += text;
  }

  /** Opens an element; one that does not know where it was written was written where the element around it was. */
  openElement(name: string, attributes: ReadonlyMap<string, string>, ownOrigin: Span | undefined): void {
    this.flushText();
    if (ownOrigin) this.lastOrigin = ownOrigin;
    const origin = ownOrigin ?? this.place;
    const isGhost = this.open.length >= deepestNesting;
    if (isGhost && !this.isTooDeep) this.report(nestedTooDeep(deepestNesting, origin));
    this.isTooDeep ||= isGhost;
    this.top = { kind: 'element', name, attributes, children: isGhost ? this.top.children : [], origin };
    this.open.push(this.top);
  }

  closeElement(): void {
    this.flushText();
    const element = this.open.pop()!;
    this.top = this.open[this.open.length - 1]!;
    if (this.open.length >= deepestNesting) return;
    element.children = dropSpaceBetweenBlocks(element);
    this.top.children.push(element);
  }

  /** Returns the tree; everything in it must have been closed. */
  finish(): MarkupElement {
    this.flushText();
    this.top.children = dropSpaceBetweenBlocks(this.top);
    return this.top;
  }

  private flushText(): void {
    if (this.text === '') return;
    const { top, text } = this;
    top.children.push({ kind: 'text', text, origin: top.origin });
    this.text = '';
  }
}

/** In text, white space stays as written. */
function dropSpaceBetweenBlocks({ name, children }: OpenElement): MarkupNode[] {
  const content = vocabulary.get(name)?.content;
  if (content === undefined || content === 'text' || !children.some(isSpace)) return children;
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
