/** Words that are shaped already, by everything that shapes them: their style and direction, and the text. */
import type { ShapedWord, TextStyle } from './font.ts';

/** The shaped words of one style and direction. */
export interface StyleWords {
  get(text: string): readonly ShapedWord[] | undefined;
  set(text: string, words: readonly ShapedWord[]): void;
}

/** All words of one compilation. */
export interface WordCache {
  /** Sizes and equal styles share their words. The same style gives the same object again. */
  wordsOf(style: TextStyle, rtl: boolean): StyleWords;
  /** Every word that was asked for, by the name of its style and direction. */
  readonly styles: ReadonlyMap<string, ReadonlyMap<string, readonly ShapedWord[]>>;
}

/** Gives words that an earlier build has shaped in a style; undefined when there are none. */
export type EarlierWords = (style: string) => ((text: string) => readonly ShapedWord[] | undefined) | undefined;

/** Makes an empty cache, which looks among the words of earlier builds before it has none. */
export function createWordCache(earlier: EarlierWords = () => undefined): WordCache {
  const byObject = new WeakMap<TextStyle, { ltr?: StyleWords; rtl?: StyleWords }>();
  const byName = new Map<string, StyleWords>();
  const styles = new Map<string, Map<string, readonly ShapedWord[]>>();

  const open = (name: string): StyleWords => {
    const words = new Map<string, readonly ShapedWord[]>();
    styles.set(name, words);
    const restore = earlier(name);
    if (!restore) return words;
    return {
      get(text) {
        let found = words.get(text);
        if (found === undefined && (found = restore(text)) !== undefined) words.set(text, found);
        return found;
      },
      set: (text, shaped) => void words.set(text, shaped),
    };
  };
  return {
    styles,
    wordsOf(style, rtl) {
      let both = byObject.get(style);
      if (both === undefined) byObject.set(style, (both = {}));
      const direction = rtl ? 'rtl' : 'ltr';
      let words = both[direction];
      if (words === undefined) {
        const name = `${nameOf(style)}\t${direction}`;
        words = byName.get(name);
        if (words === undefined) byName.set(name, (words = open(name)));
        both[direction] = words;
      }
      return words;
    },
  };
}

const nameOf = ({ families, weight, style, language, features, letterSpacing }: TextStyle): string =>
  [families.join(), weight, style, language, features.join(), letterSpacing === 0 ? 'joined' : 'spaced'].join('\t');
