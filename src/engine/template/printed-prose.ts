/** Prose that a template prints as elements, where all other text is escaped. */
import { type Prose, textOfProse } from '../content/prose.ts';
import type { TreePart } from '../markup/rendered-html.ts';
import type { TreeBuilder } from '../markup/tree-builder.ts';
import { addProse, type ProseContext } from './add-prose.ts';

/** No template can make one, or look into it: whatever it has is of other types. */
export class PrintedProse implements TreePart {
  readonly #prose: Prose;
  readonly #context: ProseContext;

  constructor(prose: Prose, context: ProseContext) {
    this.#prose = prose;
    this.#context = context;
  }

  /** Characters of its source. */
  get size(): number {
    return this.#prose.origin.end - this.#prose.origin.start;
  }

  get text(): string {
    return textOfProse(this.#prose.nodes);
  }

  addTo(tree: TreeBuilder): void {
    addProse(this.#prose, this.#context, tree);
  }
}
