/** Styles a small tree for tests, and keeps what was reported. */
import type { MarkupElement, MarkupNode } from '../../../src/engine/markup/element.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { createSourceFile, positionAt } from '../../../src/engine/source/source-file.ts';
import { applyStyles, type StyleInput } from '../../../src/engine/style/apply-styles.ts';
import { parseStylesheet } from '../../../src/engine/style/parse-stylesheet.ts';
import type { StyledDocument, StyledElement, StyledNode } from '../../../src/engine/style/style.ts';

/** A4. */
export const paper = { width: 595.28, height: 841.89 };

/** Makes an element from its name, attributes written as `class=a id=b`, and children; strings become text. */
export function element(name: string, attributes = '', ...children: readonly (MarkupNode | string)[]): MarkupElement {
  const pairs = attributes.split(';').filter(Boolean);
  return {
    kind: 'element',
    name,
    attributes: new Map(pairs.map((pair): [string, string] => [pair.split('=')[0]!.trim(), pair.split('=')[1] ?? ''])),
    children: children.map((child) => (typeof child === 'string' ? { kind: 'text', text: child } : child)),
  };
}

export interface StyledMarkup extends StyledDocument {
  readonly problems: readonly Diagnostic[];
  /** Problems as `code line:column message`. */
  readonly lines: readonly string[];
  /** The same with those that asking for pages added. */
  allLines(): readonly string[];
}

/** Styles the children of a body with one stylesheet. */
export function styleMarkup(css: string, children: readonly MarkupNode[] = [], input: Partial<StyleInput> = {}): StyledMarkup {
  const problems: Diagnostic[] = [];
  const report = (problem: Diagnostic): number => problems.push(problem);
  const stylesheet = parseStylesheet(createSourceFile(0, 'theme.css', css), report);
  const document = applyStyles(
    element('body', '', ...children),
    {
      stylesheets: [stylesheet],
      paper,
      language: 'en',
      direction: 'ltr',
      labels: { pageOf: '{page} of {pages}', answer: 'Answer' },
      ...input,
    },
    report,
  );
  return { ...document, problems, lines: problems.map(describe), allLines: () => problems.map(describe) };
}

/** Returns the problems of a stylesheet as `code line:column message`. */
export const problemsOf = (css: string): readonly string[] => styleMarkup(css).lines;

function describe({ code, span, message }: Diagnostic): string {
  const at = span && positionAt(span.file, span.start);
  return `${code} ${at?.line}:${at?.column} ${message}`;
}

/** Finds the first styled element with an id or name. */
export function find(root: StyledNode, wanted: string): StyledElement {
  const found = search(root, wanted);
  if (!found) throw new Error(`no element ${wanted}`);
  return found;
}

function search(node: StyledNode, wanted: string): StyledElement | undefined {
  if (node.kind === 'text') return undefined;
  if (node.attributes.get('id') === wanted || node.name === wanted) return node;
  for (const child of node.children) {
    const found = search(child, wanted);
    if (found) return found;
  }
  return undefined;
}

/** Returns all text below a styled node. */
export const shownText = (node: StyledNode): string => (node.kind === 'text' ? node.text : node.children.map(shownText).join(''));
