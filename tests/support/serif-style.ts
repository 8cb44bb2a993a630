/** The style that tests with real fonts start from. */
import type { TextStyle } from '../../src/engine/text/font.ts';
import type { TextRun } from '../../src/engine/text/paragraph.ts';

/** Ten points of the bundled serif face. */
export const serif: TextStyle = {
  families: ['Source Serif 4'],
  weight: 400,
  style: 'normal',
  size: 10,
  language: 'en',
  letterSpacing: 0,
  features: [],
};

/** Text in that style, which the patterns of its language may divide. */
export const serifRun = (text: string, changes: Partial<TextStyle> = {}): TextRun => ({
  kind: 'text',
  text,
  style: { ...serif, ...changes },
  baselineShift: 0,
  hyphens: 'auto',
});
