/** Selectors, ready to be matched from right to left. */

/** `an + b`, counted from 1. */
export interface Nth {
  readonly step: number;
  readonly offset: number;
}

/** One condition on an element. */
export type SelectorTest =
  | { readonly kind: 'type'; readonly name: string }
  | { readonly kind: 'class'; readonly name: string }
  | { readonly kind: 'id'; readonly name: string }
  | {
      readonly kind: 'attribute';
      readonly name: string;
      readonly match: AttributeMatch;
      readonly value: string;
      readonly ignoresCase: boolean;
    }
  | { readonly kind: 'nth'; readonly nth: Nth; readonly ofType: boolean; readonly fromEnd: boolean }
  | { readonly kind: 'any-of'; readonly selectors: readonly SelectorStep[]; readonly negated: boolean }
  | { readonly kind: 'language'; readonly ranges: readonly string[] }
  | { readonly kind: 'direction'; readonly direction: string }
  | { readonly kind: 'root' }
  | { readonly kind: 'empty' };

export type AttributeMatch = 'present' | '=' | '~=' | '|=' | '^=' | '$=' | '*=';

export type Combinator = ' ' | '>' | '+' | '~';

/** A compound selector and what must stand before it: `section > p` is the step `p` with `>` to `section`. */
export interface SelectorStep {
  readonly tests: readonly SelectorTest[];
  readonly combinator?: Combinator;
  readonly left?: SelectorStep;
}

/** What a rule styles: the element itself, or a part of it. */
export type PseudoElement = '' | 'before' | 'after' | 'marker' | 'first-letter' | 'first-line';

/** A whole selector. */
export interface Selector {
  readonly step: SelectorStep;
  readonly pseudoElement: PseudoElement;
  /** Ids, classes and types in one number, so that comparing numbers compares specificity. */
  readonly specificity: number;
}
