/** Blocks that stand side by side: each one in a `:::side-by-side` is a side, and `:::side` makes one of several. */
import type { Span } from '../source/source-file.ts';
import { emptySide, headingAsSide, nestedSides, straySide, tooFewSides } from './block-problems.ts';
import type { BuildContext } from './build-context.ts';
import type { ProseNode } from './prose.ts';

/** A block that has been opened: where, and what is in it by now. */
interface OpenBlock {
  readonly name: string;
  readonly nodes: readonly ProseNode[];
  readonly span: Span;
}

/** Returns the sides of a `:::side-by-side`; a block of its own gets a side around it. */
export function buildSides(
  nodes: readonly ProseNode[],
  block: OpenBlock,
  around: readonly OpenBlock[],
  context: BuildContext,
): readonly ProseNode[] {
  if (around.some(({ name }) => name === 'side-by-side')) context.report(nestedSides(block.span));
  if (nodes.length < 2) context.report(tooFewSides(nodes.length, block.span));
  return nodes.map((node) => {
    if (node.kind !== 'element') return node;
    const { start, end } = node;
    if (/^h\d$/.test(node.name)) context.report(headingAsSide({ file: context.file, start, end }));
    return { kind: 'element', name: 'div', attributes: new Map([['class', 'side']]), children: [node], start, end };
  });
}

/** A side stands directly in a `:::side-by-side`, and something in it. */
export function checkSide(side: OpenBlock, around: OpenBlock | undefined, context: BuildContext): void {
  if (around?.name !== 'side-by-side') context.report(straySide(side.span));
  else if (side.nodes.length === 0) context.report(emptySide(side.span));
}
