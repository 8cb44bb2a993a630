/** The outline of a word, for what is drawn and not written: nobody reads or copies it. */
import { glyphStride } from '../text/font.ts';
import { drawGlyph } from '../text/glyph-outline.ts';
import type { MeasuredWord } from '../text/measure-word.ts';

/** In ems, y up; the pen begins at 0. */
export interface WordOutline {
  readonly steps: string;
  readonly coordinates: readonly number[];
}

/** Returns the outline of a word. */
export function outlineOf(word: MeasuredWord): WordOutline {
  let steps = '';
  const coordinates: number[] = [];
  let pen = 0;
  for (const { font, glyphs } of word.pieces) {
    const em = 1 / font.unitsPerEm;
    const add = (step: string, ...numbers: readonly number[]): void => {
      steps += step;
      for (const number of numbers) coordinates.push(number * em);
    };
    const outline = {
      moveTo: (x: number, y: number) => add('M', x, y),
      lineTo: (x: number, y: number) => add('L', x, y),
      curveTo: (...numbers: readonly number[]) => add('C', ...numbers),
      close: () => add('Z'),
    };
    for (let at = 0; at < glyphs.length; at += glyphStride) {
      drawGlyph(font.sfnt, glyphs[at]!, { x: pen / em + glyphs[at + 3]!, y: glyphs[at + 4]! }, outline);
      pen += glyphs[at + 2]! * em;
    }
  }
  return { steps, coordinates };
}
