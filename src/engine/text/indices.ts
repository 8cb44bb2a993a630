/**
 * Indices (`font-variant-position`) for words of which a face has not drawn every letter: letters of the text, smaller and raised or
 * lowered (CSS Fonts 4, 6.5), all of them, because drawn ones beside others would stand at two heights.
 */
import { glyphStride, roomForGlyphs, type ShapedWord } from './font.ts';
import type { FontFeature } from './harfbuzz.ts';
import { smallFontOf } from './small-font.ts';

/** How far indices rise, in ems: what is usual for `vertical-align`, too. */
const rises: Readonly<Record<string, number>> = { sups: 0.33, subs: -0.16 };

/** Returns the feature that asks for indices; undefined when none does. */
export const wantedIndices = (features: readonly FontFeature[]): string | undefined =>
  features.find(({ tag, value }) => value > 0 && rises[tag] !== undefined)?.tag;

/** Tells whether a face shows a letter of a word as it shows it in the text. `drawn` and `plain` are the word with the feature and without. */
export function lacksIndices(drawn: ShapedWord, plain: ShapedWord): boolean {
  if (drawn.glyphs.length !== plain.glyphs.length || drawn.text.trim() === '') return false;
  for (let at = 0; at < drawn.glyphs.length; at += glyphStride) if (drawn.glyphs[at] === plain.glyphs[at]) return true;
  return false;
}

/** Makes indices of a word without the feature. */
export function synthesizeIndices(plain: ShapedWord, feature: string): ShapedWord {
  const font = smallFontOf(plain.font, 'indices');
  const rise = Math.round(rises[feature]! * font.unitsPerEm);
  const glyphs = roomForGlyphs(plain.glyphs.length / glyphStride);
  glyphs.set(plain.glyphs);
  for (let at = 4; at < glyphs.length; at += glyphStride) glyphs[at]! += rise;
  return { ...plain, font, glyphs };
}
