/** Lists: numbers and bullets in front of items, terms beside their definitions. */
import type { Span } from '../source/source-file.ts';
import type { Style, StyledElement } from '../style/style.ts';
import type { BlockTools } from './block-tools.ts';
import type { Place } from './box-geometry.ts';
import { leafIn } from './collect-runs.ts';
import { growRole } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { placeInStrip, setSingleLine } from './layout-paragraph.ts';

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
  const trace = { style, leaf: leafIn(marker.structure, context), origin: marker.origin };
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
    const type = item.style.listStyleType;
    const bullet = bullets[type];
    if (bullet !== undefined) return startsWithCheckbox(item) ? '' : bullet;
    return `${ordinalText(ordinal++, type)}.`;
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

function ordinalText(value: number, type: string): string {
  switch (type) {
    case 'lower-alpha':
      return letters(value);
    case 'upper-alpha':
      return letters(value).toUpperCase();
    case 'lower-roman':
      return roman(value);
    case 'upper-roman':
      return roman(value).toUpperCase();
    case 'arabic-indic':
      return String(value).replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)));
    default:
      return String(value);
  }
}

/** 1 is a, 26 is z, 27 is aa. */
function letters(value: number): string {
  let text = '';
  for (let rest = value; rest > 0; rest = Math.floor((rest - 1) / 26)) text = String.fromCharCode(97 + ((rest - 1) % 26)) + text;
  return text || String(value);
}

const romanDigits: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
];

function roman(value: number): string {
  if (value < 1 || value > 3999) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, digits] of romanDigits) {
    while (rest >= worth) {
      text += digits;
      rest -= worth;
    }
  }
  return text;
}
