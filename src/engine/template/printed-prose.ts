/** Prose that a template prints as elements, where all other text is escaped. */
import { type Prose, type ProseNode, textOfProse } from '../content/prose.ts';
import type { TreePart } from '../markup/rendered-html.ts';
import type { TreeBuilder } from '../markup/tree-builder.ts';
import { isBlock } from '../markup/vocabulary.ts';
import { addProse, type ProseContext } from './add-prose.ts';

/** No template can make one, or look into it: whatever it has is of other types. */
export class PrintedProse implements TreePart {
  readonly #prose: Prose;
  readonly #context: ProseContext;
  #size: number | undefined;

  constructor(prose: Prose, context: ProseContext) {
    this.#prose = prose;
    this.#context = context;
  }

  /** How much room it takes, about as many characters as if it were HTML. */
  get size(): number {
    this.#size ??= this.#prose.origin.end - this.#prose.origin.start + sizeOfElement * countElements(this.#prose.nodes);
    return this.#size;
  }

  get text(): string {
    return textOfBlocks(this.#prose.nodes).replace(/\s+/g, ' ').trim();
  }

  addTo(tree: TreeBuilder): void {
    addProse(this.#prose, this.#context, tree);
  }
}

/** Two tags, and where it was written. */
const sizeOfElement = 40;

function countElements(nodes: readonly ProseNode[]): number {
  let count = 0;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (node.kind === 'element' || node.kind === 'callout') count += 1 + countElements(node.children);
  }
  return count;
}

/** Returns what prose says, with spaces where blocks begin and end. */
function textOfBlocks(nodes: readonly ProseNode[]): string {
  let text = '';
  for (const node of nodes) {
    if (node.kind === 'callout' || (node.kind === 'element' && isBlock(node.name))) text += ` ${textOfBlocks(node.children)} `;
    else text += textOfProse([node]);
  }
  return text;
}
