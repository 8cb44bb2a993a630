/**
 * Sets the short texts of charts: one line, the booklet's fonts, both writing directions.
 *
 * Vega names a font by a CSS shorthand such as `600 8.5px Source Sans 3`; its pixels are our points.
 */
import type { Pt } from '../geometry/length.ts';
import { bidiLevels, visualRuns } from '../text/bidi.ts';
import type { ShapedWord, TextStyle } from '../text/font.ts';
import { widthOf } from '../text/font.ts';
import type { FontRemedy } from '../text/font-families.ts';
import type { FontLibrary } from '../text/font-library.ts';
import type { PlacedWords } from '../text/placed-words.ts';
import { shapeText } from '../text/shape-text.ts';
import type { ChartTheme } from './chart-theme.ts';

/** A label ready to draw: its words from left to right, beginning at 0. */
export interface SetLabel extends PlacedWords {
  readonly size: Pt;
  readonly width: Pt;
  /** Characters that no font has; empty nearly always. */
  readonly missing: string;
  /** What to install for them. */
  readonly remedy: FontRemedy | undefined;
}

/** Sets a text in a font; the same text in the same font gives the same object again. */
export type LabelSetter = (font: string, text: string) => SetLabel;

/** Makes the setter of one chart. */
export function createLabelSetter(library: FontLibrary, theme: ChartTheme): LabelSetter {
  const fonts = new Map<string, { readonly style: TextStyle; readonly labels: Map<string, SetLabel> }>();
  return (font, text) => {
    let known = fonts.get(font);
    if (!known) fonts.set(font, (known = { style: readFont(font, theme), labels: new Map() }));
    let label = known.labels.get(text);
    if (!label) known.labels.set(text, (label = setLine(library, text, known.style, theme.direction)));
    return label;
  };
}

/** Sets a text in one line, in either writing direction. */
export function setLine(library: FontLibrary, text: string, style: TextStyle, direction: 'ltr' | 'rtl'): SetLabel {
  const words: ShapedWord[] = [];
  const levels = bidiLevels(text, direction);
  if (!levels) words.push(...shapeText(library, text, style, false));
  for (const run of levels ? visualRuns(levels, 0, text.length) : []) {
    const isRightToLeft = run.level % 2 === 1;
    const shaped = shapeText(library, text.slice(run.start, run.end), style, isRightToLeft);
    words.push(...(isRightToLeft ? shaped.toReversed() : shaped));
  }
  let width = 0;
  const offsets = words.map((word) => {
    const offset = width;
    width += widthOf(word, style.size);
    return offset;
  });
  const missing = words.map((word) => word.missing ?? '').join('');
  const remedy = missing === '' ? undefined : library.remedyFor(missing, style.language);
  return { size: style.size, width, words, offsets, missing, remedy };
}

const weights: Readonly<Record<string, number>> = { normal: 400, bold: 700, bolder: 700, lighter: 300 };
const genericFamilies: readonly string[] = ['sans-serif', 'serif', 'monospace', 'system-ui', 'cursive', 'fantasy'];

function readFont(font: string, theme: ChartTheme): TextStyle {
  const match = /^(.*?)(\d+(?:\.\d+)?(?:e[+-]?\d+)?)px (.*)$/.exec(font);
  const words = (match?.[1] ?? '').trim().split(' ');
  const weight = words.map((word) => weights[word] ?? Number(word)).find((value) => value > 0);
  const named = (match?.[3] ?? '').split(',').map((family) => family.trim().replace(/^["']|["']$/g, ''));
  const families = named.filter((family) => family !== '' && !genericFamilies.includes(family));
  return {
    families: families.length > 0 ? families : theme.fontFamilies,
    weight: weight ?? 400,
    style: words.some((word) => word === 'italic' || word === 'oblique') ? 'italic' : 'normal',
    size: Number(match?.[2] ?? theme.labelSize),
    language: theme.language,
    letterSpacing: 0,
    features: [],
  };
}
