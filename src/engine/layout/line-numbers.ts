/**
 * Numbers beside the lines of code. They are drawn, so that neither copying nor reading aloud meets them amid the code. A line
 * that goes on in the next one has one number.
 */
import type { Pt } from '../geometry/length.ts';
import type { StyledElement, StyledNode } from '../style/style.ts';
import { measurerFor } from '../text/measure-word.ts';
import type { Place } from './box-geometry.ts';
import type { DrawnSign } from './drawn-letter.ts';
import { type LayoutContext, textStyleOf } from './layout-context.ts';
import { outlineOf } from './word-outline.ts';

/** Between the numbers and the code, in type sizes: the sign of a line that goes on stands there. */
const gap = 1.2;

/** Draws the number of a line of code, counted from 0, beside the measure. */
export type NumberLine = (line: number) => DrawnSign;

/** Returns the room that the line numbers of an element take beside its text: 0 if it has none. */
export function roomOfNumbers(element: StyledElement, context: LayoutContext): Pt {
  if (!element.attributes.has('numbers') || element.style.whiteSpace !== 'pre') return 0;
  const style = textStyleOf((element.marker ?? element).style);
  const measurer = measurerFor(context.text, style);
  const last = firstNumber(element) + countLines(element) - 1;
  return measurer.measure(String(last), false).width + gap * element.style.fontSize;
}

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
  const measurer = measurerFor(context.text, textStyleOf(style));
  const first = firstNumber(element);
  const numberLine: NumberLine = (line) => {
    const word = measurer.measure(String(first + line), false);
    const { steps, coordinates } = outlineOf(word);
    const x = isRightToLeft ? place.width - word.width : -word.width - gap * element.style.fontSize;
    const path = {
      steps,
      coordinates: coordinates.map((value, index) => (index % 2 === 0 ? x + value * style.fontSize : -value * style.fontSize)),
    };
    return { path, color: style.color };
  };
  return { place: { x: isRightToLeft ? place.x : place.x + room, width }, numberLine };
}

const firstNumber = ({ attributes }: StyledElement): number => Number(attributes.get('start') ?? 1);

/** Lines as they were written; the last line end ends the last one. */
function countLines(element: StyledElement): number {
  const written = (node: StyledNode): string => (node.kind === 'text' ? node.text : node.children.map(written).join(''));
  return written(element).replace(/\n$/, '').split('\n').length;
}
