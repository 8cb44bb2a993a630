/**
 * HTML with parts that go into the tree as they are. The prose of a booklet has been parsed already: writing it as HTML and reading
 * that again would be most of the work of this folder.
 */
import type { TreeBuilder } from './tree-builder.ts';

/** The object replacement character of Unicode. It stands for a part only where `RenderedHtml.parts` says so. */
export const partSign = '\ufffc';

/** A part of a tree. */
export interface TreePart {
  /** What it says, for places that take nothing but text, such as values of attributes. */
  readonly text: string;
  /** Adds it where a tree has grown to. */
  addTo(tree: TreeBuilder): void;
}

/** A part, and the offset of its sign. */
export interface PlacedPart {
  readonly at: number;
  readonly part: TreePart;
}

/** What templates make of a booklet. */
export interface RenderedHtml {
  readonly html: string;
  /** In the order of their places. */
  readonly parts: readonly PlacedPart[];
}
