/**
 * From a piece of text on a page back to the element whose style it has, so that a message can name the property to change.
 *
 * Pages do not know elements. A text knows where it was written and how it looks, and that is enough to find the element.
 */
import type { Color } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Span } from '../source/source-file.ts';
import type { Style, StyledElement } from '../style/style.ts';

/** An element and what is around it. */
export interface FoundElement {
  readonly element: StyledElement;
  readonly parent: FoundElement | undefined;
}

/** Finds elements; the first question walks the whole tree once. */
export interface StyleFinder {
  /** Returns the innermost element at a place with this look. */
  find(origin: Span | undefined, look: { readonly color: Color; readonly size: Pt }): FoundElement | undefined;
  /** Returns the picture or chart that was written at a place. */
  findPicture(origin: Span | undefined): StyledElement | undefined;
}

/** Makes a finder for a styled booklet. */
export function createStyleFinder(root: StyledElement): StyleFinder {
  let places: Map<string, FoundElement[]> | undefined;
  const at = (origin: Span | undefined): readonly FoundElement[] => {
    places ??= listPlaces(root);
    return (origin && places.get(keyOf(origin))) ?? [];
  };
  return {
    find: (origin, { color, size }) =>
      at(origin).findLast(({ element }) => element.style.fontSize === size && isSameColor(element.style.color, color)) ?? at(origin).at(-1),
    findPicture: (origin) => at(origin).find(({ element }) => element.name === 'chart' || element.name === 'img')?.element,
  };
}

/** Returns the outermost element from which `found` has a part of its style without a change in between. */
export function ownerOf(found: FoundElement, isSame: (style: Style) => boolean): FoundElement {
  let owner = found;
  while (owner.parent && isSame(owner.parent.element.style)) owner = owner.parent;
  return owner;
}

/** Returns the nearest element around `found`, itself included, for which something holds. */
export function nearestAround(found: FoundElement | undefined, holds: (element: StyledElement) => boolean): FoundElement | undefined {
  let near = found;
  while (near && !holds(near.element)) near = near.parent;
  return near;
}

/** Writes an element as a selector that would match it, as in `p.meta`. */
export function selectorOf({ name, attributes }: StyledElement): string {
  const classes = (attributes.get('class') ?? '').split(/\s+/).filter((className) => className !== '');
  return name === 'body' ? ':root' : [name, ...classes].join('.');
}

/** Tells whether two colors look the same, to the nearest 255th. */
export function isSameColor(one: Color, other: Color): boolean {
  const isNear = (a: number, b: number): boolean => Math.abs(a - b) < 1 / 510;
  return isNear(one.red, other.red) && isNear(one.green, other.green) && isNear(one.blue, other.blue) && isNear(one.alpha, other.alpha);
}

const keyOf = ({ file, start, end }: Span): string => `${file.path}:${start}-${end}`;

function listPlaces(root: StyledElement): Map<string, FoundElement[]> {
  const places = new Map<string, FoundElement[]>();
  const visit = (found: FoundElement): void => {
    const { origin, children } = found.element;
    if (origin) {
      const here = places.get(keyOf(origin));
      if (here) here.push(found);
      else places.set(keyOf(origin), [found]);
    }
    for (const child of children) if (child.kind === 'element') visit({ element: child, parent: found });
  };
  visit({ element: root, parent: undefined });
  return places;
}
