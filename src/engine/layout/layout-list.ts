/** Lists: numbers and bullets in front of items, terms beside their definitions. */

import type { Pt } from '../geometry/length.ts';
import { formatCounter } from '../markup/format-counter.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledElement } from '../style/style.ts';
import type { BlockTools } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { leafIn } from './grow-inline.ts';
import { growRole } from './grow-structure.ts';
import type { GrowingStructure, LayoutContext } from './layout-context.ts';
import { placeInStrip, setSingleLine } from './layout-paragraph.ts';
import { plainTrace } from './plain-trace.ts';

/** A marker to hang beside the first strip of what follows. `place` is the content box that it hangs outside of. */
export interface Marker {
  readonly text: string;
  readonly style: Style;
  readonly place: Place;
  /** The element that the marker's text belongs to. */
  readonly structure: GrowingStructure;
  /** Where the item or note was written. */
  readonly origin: Span | undefined;
}

/** Distance between a marker and the text, as a share of the text size. */
const markerGap = 0.45;

/** Returns the room that a marker needs beside its text. */
export function markerRoom(text: string, style: Style, context: LayoutContext): Pt {
  const segments = setSingleLine(text, style, context)?.segments ?? [];
  return segments.reduce((width, segment) => width + segment.width, style.fontSize * markerGap);
}

/** Hangs a marker outside the start edge of its place. */
export function hangMarker(marker: Marker, { context, builder }: BlockTools): void {
  const { style, place } = marker;
  const line = setSingleLine(marker.text, style, context);
  const segment = line?.segments[0];
  if (!line || !segment) return;
  const left = Math.min(...line.segments.map((one) => one.x));
  const right = Math.max(...line.segments.map((one) => one.x + one.width));
  const gap = style.fontSize * markerGap;
  const x = style.direction === 'rtl' ? place.x + place.width + gap - left : place.x - gap - right;
  const trace = plainTrace(style, leafIn(marker.structure, context), marker.origin);
  builder.hang(
    placeInStrip(
      line,
      line.segments.map(() => trace),
      style,
      { x, context },
    ).content,
  );
}

/** Returns the marker of each item of a list, in order; empty for `list-style-type: none`. */
export function markerTexts(list: StyledElement, items: readonly StyledElement[]): readonly string[] {
  let ordinal = Number(list.attributes.get('start') ?? 1);
  return items.map((item) => {
    if (item.marker?.text !== undefined) return item.marker.text;
    const type = item.style.listStyleType;
    const bullet = bullets[type];
    if (bullet !== undefined) return startsWithCheckbox(item) ? '' : bullet;
    return `${formatCounter(ordinal++, type)}.`;
  });
}

/** A term and its definitions are one list item: the term is its label. */
export function definitionStructure(structure: GrowingStructure): (child: StyledElement) => GrowingStructure {
  let item: GrowingStructure | undefined;
  let body: GrowingStructure | undefined;
  return (child) => {
    if (child.name === 'dt') {
      if (!item || body) item = growRole('LI', structure);
      body = undefined;
      return growRole('Lbl', item);
    }
    item ??= growRole('LI', structure);
    body ??= growRole('LBody', item);
    return body;
  };
}

/** A box to tick is bullet enough. */
const startsWithCheckbox = (item: StyledElement): boolean => {
  const first = item.children.find((child) => child.kind === 'element' || child.text.trim() !== '');
  return first?.kind === 'element' && (first.name === 'checkbox' || (first.name === 'p' && startsWithCheckbox(first)));
};

const bullets: Readonly<Record<string, string>> = { none: '', disc: '•', circle: '◦', square: '▪' };
