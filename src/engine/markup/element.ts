/** The tree that templates render to: a strict subset of HTML, every node knowing where it was written. */
import type { Span } from '../source/source-file.ts';

export interface MarkupText {
  readonly kind: 'text';
  readonly text: string;
  /** The element, block or template line that it came from; exact places are found by searching from there. */
  readonly origin?: Span | undefined;
}

export interface MarkupElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly MarkupNode[];
  readonly origin?: Span | undefined;
}

export type MarkupNode = MarkupElement | MarkupText;

/** Most elements have no attributes, and share this. */
export const noAttributes: ReadonlyMap<string, string> = new Map();

/** Returns a copy of an element with other children. */
export const withChildren = ({ name, attributes, origin }: MarkupElement, children: readonly MarkupNode[]): MarkupElement => ({
  kind: 'element',
  name,
  attributes,
  children,
  origin,
});

/** Returns all text below a node, in order; formulas as LaTeX. */
export function textOf(node: MarkupNode): string {
  if (node.kind === 'text') return node.text;
  const tex = node.name === 'formula' ? (node.attributes.get('tex') ?? '') : '';
  return tex + node.children.map(textOf).join('');
}
