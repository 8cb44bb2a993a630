/**
 * Numbers beside the lines of code. They are drawn, so that neither copying nor reading aloud meets them amid the code; each digit is
 * a drawing, which a PDF holds once. A line that goes on in the next one has one number.
 */
import type { ShownText } from '../document/paged-document.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import { lineNumbersOf } from '../markup/code-lines.ts';
import type { Style, StyledElement } from '../style/style.ts';
import type { TextStyle } from '../text/font.ts';
import { type MeasuredWord, measurerFor } from '../text/measure-word.ts';
import type { Place } from './box-geometry.ts';
import type { DrawnDigit } from './drawn-letter.ts';
import { type LayoutContext, textStyleOf } from './layout-context.ts';
import { outlineOf } from './word-outline.ts';

/** Between the numbers and the code, in type sizes: the sign of a line that goes on stands there. */
const gap = 1.2;

/** Draws the number of a line of code, counted from 0, beside the measure. */
export type NumberLine = (line: number) => readonly DrawnDigit[];

/** Returns the room that the line numbers of an element take beside its text: 0 if it has none. */
export function roomOfNumbers(element: StyledElement, context: LayoutContext): Pt {
  if (!element.attributes.has('numbers') || element.style.whiteSpace !== 'pre') return 0;
  const style = textStyleOf((element.marker ?? element).style);
  return widthOf(digitsOf(lineNumbersOf(element)!.at(-1)!, style, context)) + gap * element.style.fontSize;
}

const digitsOf = (number: number, style: TextStyle, context: LayoutContext): readonly MeasuredWord[] =>
  [...String(number)].map((digit) => measurerFor(context.text, style).measure(digit, false));

const widthOf = (digits: readonly MeasuredWord[]): Pt => digits.reduce((width, digit) => width + digit.width, 0);

/** Returns what is left of a place beside the numbers, and what draws them. */
export function besideNumbers(
  element: StyledElement,
  place: Place,
  context: LayoutContext,
): { readonly place: Place; readonly numberLine?: NumberLine } {
  const room = roomOfNumbers(element, context);
  if (room === 0 || room > place.width / 2) return { place };
  const isRightToLeft = element.style.direction === 'rtl';
  const width = place.width - room;
  const style = (element.marker ?? element).style;
  const [first = 1] = lineNumbersOf(element)!;
  const known = new Map<MeasuredWord, ReturnType<typeof drawDigit>>();
  const numberLine: NumberLine = (line) => {
    const digits = digitsOf(first + line, textStyleOf(style), context);
    const begin = isRightToLeft ? place.width - widthOf(digits) : -widthOf(digits) - gap * element.style.fontSize;
    let x = begin;
    return digits.map((digit, index) => {
      let drawn = known.get(digit);
      if (!drawn) known.set(digit, (drawn = drawDigit(digit, style)));
      const left = x + drawn.x;
      x += digit.width;
      const shown = index === 0 ? { ...shownText(digits, style), x: begin, y: 0 } : undefined;
      return { drawing: drawn.drawing, x: left, y: drawn.y, shown, origin: element.origin };
    });
  };
  return { place: { x: isRightToLeft ? place.x : place.x + room, width }, numberLine };
}

function shownText(digits: readonly MeasuredWord[], { fontSize, color }: Style): Omit<ShownText, 'x' | 'y'> {
  let width = 0;
  const offsets = digits.flatMap((digit) => {
    const offset = width;
    width += digit.width;
    return digit.pieces.map(() => offset);
  });
  return { words: digits.flatMap((digit) => digit.pieces), offsets, size: fontSize, color, width };
}

/** Draws a digit as wide as its ink, so that neighbors do not touch and slanted ones are whole. */
function drawDigit(digit: MeasuredWord, { fontSize, color }: Style): Pick<DrawnDigit, 'drawing' | 'x' | 'y'> {
  const { steps, coordinates } = outlineOf(digit);
  const across = coordinates.flatMap((ems, index) => (index % 2 === 0 ? ems * fontSize : []));
  const left = Math.min(0, ...across);
  const right = Math.max(left, ...across);
  const placed = coordinates.map((ems, index) => (index % 2 === 0 ? ems * fontSize - left : digit.ascent - ems * fontSize));
  const drawing: Drawing = {
    width: right - left,
    height: digit.ascent + digit.descent,
    items: [{ kind: 'path', path: { steps, coordinates: placed }, fill: color }],
  };
  return { drawing, x: left, y: -digit.ascent };
}
