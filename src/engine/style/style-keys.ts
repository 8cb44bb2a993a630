/**
 * Numbers for what decides the style of an element inside another: equal numbers, equal styles. A booklet has tens of thousands of
 * elements and a few hundred styles, so the number of an element must cost next to nothing.
 */
import type { IndexedSelector } from './element-kind.ts';
import type { PseudoElement } from './selector.ts';

/** What decides a style besides the rules that match. */
export interface StyleCause {
  readonly pseudoElement: PseudoElement;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl' | undefined;
  /** The attribute `width`. */
  readonly width: string | undefined;
}

export interface StyleKeys {
  /** Returns the number of a cause and the rules that match, from the weakest. */
  numberOf(cause: StyleCause, matches: readonly IndexedSelector[]): number;
}

/** Rules that match, as a way from the root of a tree: each further rule leads on from those before it. */
interface MatchNode {
  readonly number: number;
  readonly next: Map<number, MatchNode>;
}

/** Makes the numbers of one booklet. */
export function createStyleKeys(): StyleKeys {
  const roots = new Map<string, MatchNode>();
  let count = 0;
  const createNode = (): MatchNode => ({ number: count++, next: new Map() });
  // Neighbors have nearly always the same cause.
  let last: { readonly cause: StyleCause; readonly root: MatchNode } | undefined;
  const rootOf = (cause: StyleCause): MatchNode => {
    if (last && isSameCause(last.cause, cause)) return last.root;
    const key = `${cause.pseudoElement}|${cause.language}|${cause.direction ?? ''}|${cause.width ?? ''}`;
    const root = roots.get(key) ?? createNode();
    roots.set(key, root);
    last = { cause, root };
    return root;
  };
  return {
    numberOf(cause, matches) {
      let node = rootOf(cause);
      for (let index = 0; index < matches.length; index++) {
        const { order } = matches[index]!;
        let next = node.next.get(order);
        if (!next) node.next.set(order, (next = createNode()));
        node = next;
      }
      return node.number;
    },
  };
}

const isSameCause = (one: StyleCause, other: StyleCause): boolean =>
  one.pseudoElement === other.pseudoElement &&
  one.language === other.language &&
  one.direction === other.direction &&
  one.width === other.width;
