/**
 * Matches selectors from right to left, and finds the rules for an element without trying all of them.
 *
 * Answers about ancestors and earlier siblings are remembered at their place, so the whole tree is matched in time
 * linear in its elements, whatever the selectors are.
 */
import { countSiblings, memoryOf, type Place, positionOfType } from './place.ts';
import type { PseudoElement, SelectorStep, SelectorTest } from './selector.ts';

/** A selector that leads to something; of what matches an element, the last in `order` wins. */
export interface IndexedSelector<Target> {
  readonly step: SelectorStep;
  readonly target: Target;
  /** Position in the cascade: later means stronger. */
  readonly order: number;
}

/** Selectors sorted by the id, class or type that an element must have. */
export interface SelectorIndex<Target> {
  readonly byId: Map<string, IndexedSelector<Target>[]>;
  readonly byClass: Map<string, IndexedSelector<Target>[]>;
  readonly byType: Map<string, IndexedSelector<Target>[]>;
  readonly others: IndexedSelector<Target>[];
}

/** Makes an index; selectors must come in the order of the cascade. */
export function indexSelectors<Target>(selectors: readonly IndexedSelector<Target>[]): SelectorIndex<Target> {
  const index: SelectorIndex<Target> = { byId: new Map(), byClass: new Map(), byType: new Map(), others: [] };
  for (const selector of selectors) {
    const { tests } = selector.step;
    const key =
      tests.find((test) => test.kind === 'id') ?? tests.find((test) => test.kind === 'class') ?? tests.find((test) => test.kind === 'type');
    if (!key) index.others.push(selector);
    else {
      const shelf = key.kind === 'id' ? index.byId : key.kind === 'class' ? index.byClass : index.byType;
      const list = shelf.get(key.name);
      if (list) list.push(selector);
      else shelf.set(key.name, [selector]);
    }
  }
  return index;
}

/** Returns what matches an element, weakest first. */
export function findMatches<Target>(index: SelectorIndex<Target>, place: Place): readonly IndexedSelector<Target>[] {
  const { element, classes } = place;
  let found = addMatches(index.byType.get(element.name), place, undefined);
  for (const name of classes) found = addMatches(index.byClass.get(name), place, found);
  if (index.byId.size > 0) found = addMatches(index.byId.get(element.attributes.get('id') ?? ''), place, found);
  found = addMatches(index.others, place, found);
  if (!found) return noMatches;
  return found.length > 1 ? found.sort((a, b) => a.order - b.order) : found;
}

const noMatches: readonly IndexedSelector<never>[] = [];

type Found<Target> = IndexedSelector<Target>[] | undefined;

/** Most elements match little, so the list is made only when there is something to put into it. */
function addMatches<Target>(candidates: Found<Target>, place: Place, found: Found<Target>): Found<Target> {
  if (!candidates) return found;
  let matches = found;
  for (const candidate of candidates) {
    if (!matchesStep(candidate.step, place)) continue;
    if (matches) matches.push(candidate);
    else matches = [candidate];
  }
  return matches;
}

/** What can be styled in an element, besides the element itself. */
export const pseudoElements: readonly PseudoElement[] = ['', 'before', 'after', 'marker', 'first-letter', 'first-line'];

/** Tells whether a selector matches an element. */
export function matchesStep(step: SelectorStep, place: Place): boolean {
  for (const test of step.tests) if (!matchesTest(test, place)) return false;
  if (!step.left) return true;
  switch (step.combinator) {
    case '>':
      return place.parent !== undefined && matchesStep(step.left, place.parent);
    case '+':
      return place.previous !== undefined && matchesStep(step.left, place.previous);
    case '~':
      return matchesEarlierSibling(step.left, place);
    default:
      return place.parent !== undefined && matchesUpward(step.left, place.parent);
  }
}

function matchesUpward(step: SelectorStep, place: Place): boolean {
  const { upward } = memoryOf(place);
  let answer = upward.get(step);
  if (answer === undefined) {
    answer = matchesStep(step, place) || (place.parent !== undefined && matchesUpward(step, place.parent));
    upward.set(step, answer);
  }
  return answer;
}

function matchesEarlierSibling(step: SelectorStep, place: Place): boolean {
  if (!place.parent || !place.previous) return false;
  const { among } = memoryOf(place.parent);
  const search = among.get(step);
  if (search?.found) return true;
  // Elements are asked in document order, so only those since the last question are new.
  let found = false;
  for (let at: Place | undefined = place.previous; at && at !== search?.searched && !found; at = at.previous) found = matchesStep(step, at);
  among.set(step, { searched: place.previous, found });
  return found;
}

function matchesTest(test: SelectorTest, place: Place): boolean {
  switch (test.kind) {
    case 'type':
      return place.element.name === test.name;
    case 'class':
      return place.classes.includes(test.name);
    case 'id':
      return place.element.attributes.get('id') === test.name;
    case 'attribute':
      return matchesAttribute(test, place.element.attributes.get(test.name));
    case 'nth':
      return matchesNth(test, place);
    case 'any-of':
      return test.selectors.some((step) => matchesStep(step, place)) !== test.negated;
    case 'language':
      return test.ranges.some((range) => matchesLanguage(range, place.language));
    case 'direction':
      return place.direction === test.direction;
    case 'root':
      return place.parent === undefined;
    case 'empty':
      return place.element.children.length === 0;
  }
}

function matchesAttribute(test: Extract<SelectorTest, { kind: 'attribute' }>, actual: string | undefined): boolean {
  if (actual === undefined || test.match === 'present') return actual !== undefined;
  const has = test.ignoresCase ? actual.toLowerCase() : actual;
  const wanted = test.ignoresCase ? test.value.toLowerCase() : test.value;
  switch (test.match) {
    case '=':
      return has === wanted;
    case '~=':
      return wanted !== '' && has.split(/\s+/).includes(wanted);
    case '|=':
      return has === wanted || has.startsWith(`${wanted}-`);
    case '^=':
      return wanted !== '' && has.startsWith(wanted);
    case '$=':
      return wanted !== '' && has.endsWith(wanted);
    case '*=':
      return wanted !== '' && has.includes(wanted);
  }
}

function matchesNth({ nth, ofType, fromEnd }: Extract<SelectorTest, { kind: 'nth' }>, place: Place): boolean {
  const fromStart = ofType ? positionOfType(place) : place.position;
  const position = fromEnd ? countSiblings(place, ofType ? place.element.name : '') - fromStart + 1 : fromStart;
  if (nth.step === 0) return position === nth.offset;
  const turns = (position - nth.offset) / nth.step;
  return turns >= 0 && Number.isInteger(turns);
}

function matchesLanguage(range: string, language: string): boolean {
  const tag = language.toLowerCase();
  return range === '*' ? tag !== '' : tag === range || tag.startsWith(`${range}-`);
}
