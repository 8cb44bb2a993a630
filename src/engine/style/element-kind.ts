/** What elements of one name and one list of classes have in common: the selectors that may match them. */
import type { PseudoElement, Selector, SelectorStep } from './selector.ts';
import type { Declaration } from './stylesheet.ts';

/** A selector that leads to declarations; of what matches an element, the last in `order` wins. */
export interface IndexedSelector {
  readonly selector: Selector;
  readonly declarations: readonly Declaration[];
  /** Position in the cascade: later means stronger. */
  readonly order: number;
}

/** A selector that wants the name, the classes and the id that elements of a kind have. */
export interface Candidate {
  readonly selector: IndexedSelector;
  /** What else it wants; undefined for nothing. */
  readonly rest: SelectorStep | undefined;
  /** Marks of the elements that must be around. */
  readonly marks: number;
}

/** What may match an element or one of its pseudo-elements, weakest first. */
export interface Candidates {
  readonly list: readonly Candidate[];
  /** What does match, where that is the same for all elements of the kind. */
  readonly matches: readonly IndexedSelector[] | undefined;
}

export interface ElementKind {
  readonly classes: readonly string[];
  /** One bit for each of its names that a selector may look for around an element. */
  readonly marks: number;
  /** Pseudo-elements that nothing can match are not among them. */
  readonly candidates: ReadonlyMap<PseudoElement, Candidates>;
}
