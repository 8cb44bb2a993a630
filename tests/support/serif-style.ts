/** The style that tests with real fonts start from. */
import type { TextStyle } from '../../src/engine/text/font.ts';

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
