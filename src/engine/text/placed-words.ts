/** Shaped words at their places: what lines, labels and texts on pages are made of. */
import type { Pt } from '../geometry/length.ts';
import type { ShapedWord } from './font.ts';

/** Words from left to right, one column for each property: a book shows hundreds of thousands, too many for an object each. */
export interface PlacedWords {
  readonly words: readonly ShapedWord[];
  /** Distance of the left edge of each from the left edge of what holds them. */
  readonly offsets: readonly Pt[];
  /** Empty room after each that is no space character, although it is as wide as one; the offset of the next counts it. Undefined for none. */
  readonly rooms?: readonly Pt[] | undefined;
}

/** Returns what words say, in the order in which they stand. */
export function textOfWords(words: readonly ShapedWord[]): string {
  let text = '';
  for (const word of words) text += word.text;
  return text;
}
