/** Words that are shaped one by one, cut by script and font and kept, look as if HarfBuzz had set the whole line at once. */
import { describe, expect, it } from 'vitest';
import { glyphStride, type ShapedWord, type TextStyle } from '../../../src/engine/text/font.ts';
import { scriptOf, scriptOfLanguage } from '../../../src/engine/text/script.ts';
import { setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { createTextContext } from '../../../src/engine/text/text-context.ts';
import { type ScriptSample, scriptSamples } from '../../support/script-samples.ts';
import { serif } from '../../support/serif-style.ts';
import { squareParagraph } from '../../support/square-text.ts';
import { resourcesWithScriptFonts } from '../../support/test-resources.ts';

const context = createTextContext(resourcesWithScriptFonts(), () => {});

/** The style of a sample: its script's own font comes first, as it would in a book in that language. */
function styleOf({ language, sentence }: ScriptSample): TextStyle {
  const style: TextStyle = { ...serif, language };
  const letter = [...sentence].find((character) => /\p{L}/u.test(character))!;
  return { ...style, families: [context.library.fontCovering(style, letter)!.family, 'Source Serif 4'] };
}

/** The words of a sample on one endless line, from left to right. */
function wordsOf(sample: ScriptSample): readonly ShapedWord[] {
  const run = { kind: 'text', text: sample.sentence, style: styleOf(sample), baselineShift: 0, hyphens: 'manual' } as const;
  const { lines } = setParagraph([run], squareParagraph(100_000, { direction: sample.isRightToLeft ? 'rtl' : 'ltr' }), context);
  expect(lines).toHaveLength(1);
  return lines[0]!.segments.flatMap((segment) => segment.words);
}

/** Neighbors in one font, put together again. */
function stretchesOf(words: readonly ShapedWord[], isRightToLeft: boolean): readonly (readonly ShapedWord[])[] {
  const stretches: ShapedWord[][] = [];
  for (const word of words) {
    const last = stretches.at(-1);
    if (last?.[0]?.font === word.font) last.push(word);
    else stretches.push([word]);
  }
  return isRightToLeft ? stretches.map((stretch) => stretch.toReversed()) : stretches;
}

const placesOf = (glyphs: Int32Array): readonly string[] =>
  Array.from({ length: glyphs.length / glyphStride }, (_, index) =>
    [0, 2, 3, 4].map((column) => glyphs[index * glyphStride + column]).join(),
  );

const mainScript = ({ sentence, language }: ScriptSample): string => {
  const { script } = scriptOf([...sentence].find((character) => /\p{L}/u.test(character))!.codePointAt(0)!);
  return script.startsWith('Z') ? scriptOfLanguage(language) : script;
};

describe('a line shaped word by word', () => {
  it.each(scriptSamples)('in $name has the glyphs and places of a line shaped as a whole', (sample) => {
    const { isRightToLeft: rtl, language } = sample;
    for (const stretch of stretchesOf(wordsOf(sample), rtl)) {
      const text = stretch.map((word) => word.text).join('');
      const whole = context.library.shape(stretch[0]!.font, text, { rtl, script: mainScript(sample), language, features: [] });
      const pieces = (rtl ? stretch.toReversed() : stretch).flatMap((word) => placesOf(word.glyphs));
      expect(pieces, text).toEqual(placesOf(whole.glyphs));
      expect(whole.glyphs.length).toBeGreaterThan(0);
    }
  });
});
