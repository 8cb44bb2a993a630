/** Indices by `font-variant-position`: those that a face has drawn, and those made of its letters where it lacks one of a word. */
import { describe, expect, it } from 'vitest';
import { widthOf } from '../../../src/engine/text/font.ts';
import { createFontLibrary } from '../../../src/engine/text/font-library.ts';
import { shapeText } from '../../../src/engine/text/shape-text.ts';
import { serif } from '../../support/serif-style.ts';
import { testResources } from '../../support/test-resources.ts';

const library = createFontLibrary(testResources(), () => {});
const shape = (text: string, ...features: readonly string[]) => shapeText(library, text, { ...serif, features }, false);
const heights = (text: string, feature: string) =>
  shape(text, feature).flatMap(({ glyphs }) => [...glyphs.filter((_, at) => at % 5 === 4)]);

describe('indices', () => {
  it('are those of the face where it has drawn every letter', () => {
    for (const text of ['2', 'nd', '(5)']) expect(shape(text, 'sups')[0]!.font.key).toBe('source-serif-4-400');
  });

  it('are all made of letters where it lacks one, smaller and at one height', () => {
    for (const text of ['n+1', 'Ω', 'ж']) {
      const [word] = shape(text, 'sups');
      const [plain] = shape(text);
      expect(word!.font.key).toBe('source-serif-4-400-indices');
      expect(word!.text).toBe(text);
      expect(widthOf(word!, 10) / widthOf(plain!, 10)).toBeCloseTo(0.62);
      expect(new Set(heights(text, 'sups')).size).toBe(1);
      expect(heights(text, 'sups')[0]).toBeGreaterThan(0);
      expect(heights(text, 'subs')[0]).toBeLessThan(0);
    }
  });

  it('leave spaces alone', () => {
    expect(shape(' ', 'sups')[0]!.font.key).toBe('source-serif-4-400');
  });
});
