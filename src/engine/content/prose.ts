/**
 * Parsed Markdown: a small tree whose element names are those of the markup, plus the few things that
 * only rendering can finish because they need the booklet's language or the numbers of its sources.
 */
import type { SourceFile, Span } from '../source/source-file.ts';

/** Text of the author, with typographic quotes and dashes already in place. */
export interface ProseText {
  readonly kind: 'text';
  readonly text: string;
}

/** An element of the markup. `start` and `end` are offsets in the file of the prose. */
export interface ProseElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ProseNode[];
  readonly start: number;
  readonly end: number;
}

/** One source named in a citation. */
export interface CitationKey {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** `[@smith-2026; @lee-2020]`. */
export interface ProseCitation {
  readonly kind: 'citation';
  readonly keys: readonly CitationKey[];
  readonly start: number;
  readonly end: number;
}

/** A teaching block such as `:::activity`. */
export interface ProseCallout {
  readonly kind: 'callout';
  /** As written after the colons: `key-fact`, `activity`, `facilitator`. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly ProseNode[];
  readonly start: number;
  readonly end: number;
}

/** Anything that prose is made of. */
export type ProseNode = ProseText | ProseElement | ProseCitation | ProseCallout;

/** A piece of Markdown after parsing. */
export interface Prose {
  readonly file: SourceFile;
  /** Whether the nodes may stand inside a paragraph; otherwise they are blocks. */
  readonly isInline: boolean;
  readonly nodes: readonly ProseNode[];
  /** Where the Markdown stands in its file. */
  readonly origin: Span;
}

/** Returns the plain text of nodes, without notes and citations, with white space as written; formulas as LaTeX. */
export function textOfProse(nodes: readonly ProseNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'text') text += node.text;
    else if (node.kind === 'citation' || (node.kind === 'element' && node.name === 'footnote')) continue;
    else if (node.kind === 'element' && node.name === 'br') text += ' ';
    else if (node.kind === 'element' && node.name === 'formula') text += node.attributes.get('tex') ?? '';
    else text += textOfProse(node.children);
  }
  return text;
}

/** Visits every node of a tree, parents before children. */
export function visitProse(nodes: readonly ProseNode[], visit: (node: ProseNode) => void): void {
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    visit(node);
    if (node.kind === 'element' || node.kind === 'callout') visitProse(node.children, visit);
  }
}
