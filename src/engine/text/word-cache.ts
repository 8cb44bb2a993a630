/** Words that are shaped already, by everything that shapes them: their style and direction, and the text. */
import type { ShapedWord, TextStyle } from './font.ts';

/** The shaped words of one style and direction. */
export interface StyleWords {
  get(text: string): readonly ShapedWord[] | undefined;
  set(text: string, words: readonly ShapedWord[]): void;
}

/** Shaped words of a style that can also be listed. */
export interface ListedWords extends StyleWords {
  /** Calls `visit` with every word that was asked for. */
  forEach(visit: (words: readonly ShapedWord[], text: string) => void): void;
}

/** All words of one compilation. */
export interface WordCache {
  /** Sizes and equal styles share their words. The same style gives the same object again. */
  wordsOf(style: TextStyle, rtl: boolean): StyleWords;
  /** The words by the name of their style and direction. */
  readonly styles: ReadonlyMap<string, ListedWords>;
}

/** Gives the words that an earlier build has shaped in a style, to be added to; undefined when there are none. */
export type EarlierWords = (style: string) => ListedWords | undefined;

/** Makes an empty cache, which begins each style with the words of earlier builds. */
export function createWordCache(earlier: EarlierWords = () => undefined): WordCache {
  const byObject = new WeakMap<TextStyle, { ltr?: StyleWords; rtl?: StyleWords }>();
  const styles = new Map<string, ListedWords>();

  return {
    styles,
    wordsOf(style, rtl) {
      let both = byObject.get(style);
      if (both === undefined) byObject.set(style, (both = {}));
      const direction = rtl ? 'rtl' : 'ltr';
      let words = both[direction];
      if (words === undefined) {
        const name = `${nameOf(style)}\t${direction}`;
        let named = styles.get(name);
        if (named === undefined) styles.set(name, (named = earlier(name) ?? new Map<string, readonly ShapedWord[]>()));
        both[direction] = words = named;
      }
      return words;
    },
  };
}

const nameOf = ({ families, weight, style, language, features, letterSpacing }: TextStyle): string =>
  [families.join(), weight, style, language, features.join(), letterSpacing === 0 ? 'joined' : 'spaced'].join('\t');
