/**
 * Small capitals for faces that have drawn none (CSS Fonts 4, 6.6): capitals of the same face, smaller. The words stay the author's.
 */
import { isMark } from '../source/letters.ts';
import { type Font, glyphStride, type ShapedWord } from './font.ts';
import type { FontFeature } from './harfbuzz.ts';
import { smallFontOf } from './small-font.ts';
import { upperCase } from './upper-case.ts';

/** A stretch of a word, and the capitals that stand for it; undefined where it stands as it is. */
interface Stretch {
  readonly text: string;
  readonly capitals: string | undefined;
  /** For each UTF-16 unit of the capitals, where in `text` the character begins that it is of. */
  readonly places: readonly number[];
}

/** Tells whether features ask for small capitals: of small letters, or of all. */
export function wantedCapitals(features: readonly FontFeature[]): 'none' | 'small' | 'all' {
  const isOn = (tag: string): boolean => features.some((feature) => feature.tag === tag && feature.value > 0);
  if (!isOn('smcp')) return 'none';
  return isOn('c2sc') ? 'all' : 'small';
}

/** Shapes a word in small capitals made of large ones. `shape` shapes in the face of the word. */
export function synthesizeCapitals(
  word: ShapedWord,
  wanted: 'small' | 'all',
  language: string,
  shape: (text: string) => ShapedWord,
): readonly ShapedWord[] {
  const stretches = splitByCase(word, wanted, language);
  if (stretches.every(({ capitals }) => capitals === undefined)) return [word];
  return stretches.map(({ text, capitals, places }): ShapedWord => {
    if (capitals === undefined) return shape(text);
    const shaped = shape(capitals);
    const glyphs = shaped.glyphs.slice();
    for (let at = 1; at < glyphs.length; at += glyphStride) glyphs[at] = places[glyphs[at]!]!;
    return { ...shaped, font: smallFontOf(shaped.font, 'small-capitals'), text, glyphs };
  });
}

function splitByCase({ text, font }: ShapedWord, wanted: 'small' | 'all', language: string): readonly Stretch[] {
  const stretches: { text: string; capitals: string | undefined; places: number[] }[] = [];
  for (const character of text) {
    const capital = upperCase(character, language);
    const isSmall = capital !== character || (wanted === 'all' && character.toLowerCase() !== character);
    const last = stretches.at(-1);
    // Marks stay with their letter, and a letter whose capital the face lacks stays small.
    const joins =
      last !== undefined && isMark(character.codePointAt(0)!) ? last.capitals !== undefined : isSmall && coversAll(font, capital);
    let stretch = last;
    if (stretch === undefined || (stretch.capitals !== undefined) !== joins) {
      stretch = { text: '', capitals: joins ? '' : undefined, places: [] };
      stretches.push(stretch);
    }
    if (stretch.capitals !== undefined) {
      for (let unit = 0; unit < capital.length; unit++) stretch.places.push(stretch.text.length);
      stretch.capitals += capital;
    }
    stretch.text += character;
  }
  return stretches;
}

function coversAll(font: Font, text: string): boolean {
  for (const character of text) if (!font.covers(character.codePointAt(0)!)) return false;
  return true;
}
