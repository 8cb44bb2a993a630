/**
 * Drop caps: `initial-letter` of CSS Inline 3, section 7. The big letter is drawn, as an artifact; the letter of the text itself
 * stands unseen before the rest of its word, in the size of the text, so that the word is read, searched and copied as one.
 */
import type { Pt } from '../geometry/length.ts';
import type { Style } from '../style/style.ts';
import { type MeasuredWord, measurerFor } from '../text/measure-word.ts';
import { resolveFont } from '../text/shape-text.ts';
import { breakCosts } from './break-rules.ts';
import type { Initial } from './drawn-letter.ts';
import type { LineStrip } from './flow.ts';
import { type LayoutContext, textStyleOf } from './layout-context.ts';
import type { TracedRuns } from './volatile-runs.ts';
import { outlineOf, type WordOutline } from './word-outline.ts';

/** Between the letter and the text, in type sizes, besides the letter's own margin. */
const gap = 0.3;

/** Draws the letter that a paragraph begins with; undefined where it has none, or where too little of its lines would be left. */
export function drawInitial({ runs, traces }: TracedRuns, style: Style, measure: Pt, context: LayoutContext): Initial | undefined {
  const own = traces[0]?.style;
  const run = runs[0];
  if (!own || own.initialLetter < 2 || run?.kind !== 'text' || (style.textAlign !== 'start' && style.textAlign !== 'justify'))
    return undefined;
  const isRightToLeft = style.direction === 'rtl';
  // A paragraph that begins in the other direction begins at the other side.
  if (rightToLeftLetter.test(run.text) !== isRightToLeft) return undefined;
  const lines = own.initialLetter;
  const word = measurerFor(context.text, run.style).measure(run.text, isRightToLeft);
  const ink = inkOf(word);
  const font = resolveFont(context.text.library, textStyleOf(style));
  const height = (lines - 1) * style.lineHeight + (font.capHeight / font.unitsPerEm) * style.fontSize;
  const isCased = run.text.toLowerCase() !== run.text.toUpperCase();
  const top = isCased ? word.pieces[0]!.font.capHeight / word.pieces[0]!.font.unitsPerEm : ink.top;
  if (!(top > 0)) return undefined;
  const scale = height / top;
  const inkWidth = (ink.right - ink.left) * scale;
  const width = inkWidth + gap * style.fontSize + (isRightToLeft ? own.margin.left : own.margin.right);
  if (width > measure / 2) return undefined;
  const left = isRightToLeft ? measure - inkWidth : 0;
  const coordinates = ink.coordinates.map((value, index) => (index % 2 === 0 ? left + (value - ink.left) * scale : -value * scale));
  // The tail of a Q would run into the line below.
  const isDeep = -ink.bottom * scale > style.lineHeight - (font.capHeight / font.unitsPerEm) * style.fontSize;
  const insets = Array.from({ length: isDeep ? lines + 1 : lines }, (_, line) => (line === 0 ? Math.max(0, width - word.width) : width));
  return { path: { steps: ink.steps, coordinates }, color: own.color, lines, top: ink.top * scale, insets };
}

const rightToLeftLetter = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** Returns the outline of a word in ems, y up, and how far its ink reaches. */
function inkOf(word: MeasuredWord): WordOutline & Record<'left' | 'right' | 'top' | 'bottom', number> {
  const outline = outlineOf(word);
  const xs = outline.coordinates.filter((_, index) => index % 2 === 0);
  const ys = outline.coordinates.filter((_, index) => index % 2 === 1);
  return { ...outline, left: Math.min(...xs), right: Math.max(...xs), top: Math.max(...ys), bottom: Math.min(...ys) };
}

/**
 * Gives the lines beside the letter to it: no page ends between them, and they are as many as it is high. An accent that reaches
 * above the first line gets room of its own.
 */
export function besideInitial(strips: readonly LineStrip[], drawn: Initial, style: Style): readonly LineStrip[] {
  const missing = Math.max(0, drawn.lines - strips.length) * style.lineHeight;
  const depth = strips.slice(0, drawn.lines).reduce((sum, { height }) => sum + height, missing);
  const last = strips[drawn.lines - 1];
  const first = strips[0]!;
  const belowLast = last ? last.height - last.content.baseline : first.height - first.content.baseline;
  const toLetter = depth - belowLast - first.content.baseline;
  const accent = Math.max(0, drawn.top - toLetter - first.content.baseline);
  return strips.map((strip, index) => ({
    ...strip,
    height: strip.height + (index === 0 ? accent : 0) + (index === strips.length - 1 ? missing : 0),
    ...(index === 0 && {
      content: { ...strip.content, baseline: strip.content.baseline + accent, initial: { drawn, depth: toLetter } },
    }),
    ...(index > 0 && index < drawn.lines && { cost: breakCosts.headingAlone }),
  }));
}
