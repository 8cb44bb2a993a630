/**
 * Where an element stands among others: what selectors ask beyond its own name and attributes. Made while the tree
 * is walked, because the tree itself knows no parents.
 */
import type { MarkupElement } from '../markup/element.ts';
import type { ElementKind } from './element-kind.ts';
import type { SelectorStep } from './selector.ts';

export interface Place {
  readonly element: MarkupElement;
  readonly kind: ElementKind;
  readonly parent: Place | undefined;
  /** The element before this one under the same parent. */
  readonly previous: Place | undefined;
  /** Marks of all elements around. */
  readonly around: number;
  /** From 1, among all sibling elements. */
  readonly position: number;
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** What was found out already, kept because most of it is never asked. */
  memory: PlaceMemory | undefined;
}

/** Answers that were worked out for a place. */
export interface PlaceMemory {
  /** Whether this element or one around it matches a step. */
  upward: Map<SelectorStep, boolean> | undefined;
  /** How far the children were searched for a step. */
  among: Map<SelectorStep, SiblingSearch> | undefined;
  /** How many children of each name there are; '' counts all. */
  childCounts: ReadonlyMap<string, number> | undefined;
  positionOfType: number | undefined;
}

/** A search among siblings that goes on where it stopped, so that all of them together are looked at once. */
export interface SiblingSearch {
  readonly searched: Place;
  readonly found: boolean;
}

/** Returns the memory of a place. */
export function memoryOf(place: Place): PlaceMemory {
  place.memory ??= { upward: undefined, among: undefined, childCounts: undefined, positionOfType: undefined };
  return place.memory;
}

/** Returns the position, from 1, among siblings of the same name. */
export function positionOfType(place: Place): number {
  const memory = memoryOf(place);
  if (memory.positionOfType === undefined) {
    let position = 1;
    for (let at = place.previous; at; at = at.previous) {
      if (at.element.name !== place.element.name) continue;
      // Siblings are asked in order, so nearly always the first of them knows.
      if (at.memory?.positionOfType !== undefined) {
        position += at.memory.positionOfType;
        break;
      }
      position += 1;
    }
    memory.positionOfType = position;
  }
  return memory.positionOfType;
}

/** Returns how many elements of a name, or of any for '', the parent of a place holds. */
export function countSiblings({ parent }: Place, name: string): number {
  if (!parent) return 1;
  const memory = memoryOf(parent);
  memory.childCounts ??= countChildren(parent.element);
  return memory.childCounts.get(name) ?? 0;
}

function countChildren(element: MarkupElement): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  let all = 0;
  for (let index = 0; index < element.children.length; index++) {
    const child = element.children[index]!;
    if (child.kind === 'text') continue;
    all += 1;
    counts.set(child.name, (counts.get(child.name) ?? 0) + 1);
  }
  return counts.set('', all);
}
