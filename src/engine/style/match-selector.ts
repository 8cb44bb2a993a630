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
    const key = keyOf(selector.step.tests);
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

type KeyTest = Extract<SelectorTest, { kind: 'id' | 'class' | 'type' }>;

/** The test that fewest elements pass. */
function keyOf(tests: readonly SelectorTest[]): KeyTest | undefined {
  let key: KeyTest | undefined;
  for (const test of tests) {
    if (test.kind === 'id') return test;
    if ((test.kind === 'class' && key?.kind !== 'class') || (test.kind === 'type' && !key)) key = test;
  }
  return key;
}

/** Returns what matches an element, weakest first. */
export function findMatches<Target>(index: SelectorIndex<Target>, place: Place): readonly IndexedSelector<Target>[] {
  const { element, classes } = place;
  let found = addMatches(index.byType.get(element.name), place, undefined);
  for (let at = 0; at < classes.length; at++) found = addMatches(index.byClass.get(classes[at]!), place, found);
  if (index.byId.size > 0) found = addMatches(index.byId.get(element.attributes.get('id') ?? ''), place, found);
  return addMatches(index.others, place, found) ?? noMatches;
}

const noMatches: readonly IndexedSelector<never>[] = [];

type Found<Target> = IndexedSelector<Target>[] | undefined;

/** Most elements match little, so the list is made only when there is something to put into it, and is quickly in order. */
function addMatches<Target>(candidates: Found<Target>, place: Place, found: Found<Target>): Found<Target> {
  if (!candidates) return found;
  let matches = found;
  for (let index = 0; index < candidates.length; index++) {
    const candidate = candidates[index]!;
    if (!matchesStep(candidate.step, place)) continue;
    if (matches) insert(matches, candidate);
    else matches = [candidate];
  }
  return matches;
}

function insert<Target>(matches: IndexedSelector<Target>[], match: IndexedSelector<Target>): void {
  let at = matches.push(match) - 1;
  for (; at > 0 && matches[at - 1]!.order > match.order; at--) matches[at] = matches[at - 1]!;
  matches[at] = match;
}

/** What can be styled in an element, besides the element itself. */
export const pseudoElements: readonly PseudoElement[] = ['', 'before', 'after', 'marker', 'first-letter', 'first-line'];

/** Tells whether a selector matches an element. */
function matchesStep(step: SelectorStep, place: Place): boolean {
  const { tests } = step;
  for (let index = 0; index < tests.length; index++) if (!matchesTest(tests[index]!, place)) return false;
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
  const memory = memoryOf(place);
  const upward = (memory.upward ??= new Map());
  let answer = upward.get(step);
  if (answer === undefined) {
    answer = matchesStep(step, place) || (place.parent !== undefined && matchesUpward(step, place.parent));
    upward.set(step, answer);
  }
  return answer;
}

function matchesEarlierSibling(step: SelectorStep, place: Place): boolean {
  if (!place.parent || !place.previous) return false;
  const memory = memoryOf(place.parent);
  const among = (memory.among ??= new Map());
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
      return matchesAny(test.selectors, place) !== test.negated;
    case 'language':
      return matchesRange(test.ranges, place.language);
    case 'direction':
      return place.direction === test.direction;
    case 'root':
      return place.parent === undefined;
    case 'empty':
      return place.element.children.length === 0;
  }
}

function matchesAny(steps: readonly SelectorStep[], place: Place): boolean {
  for (const step of steps) if (matchesStep(step, place)) return true;
  return false;
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

function matchesRange(ranges: readonly string[], language: string): boolean {
  const tag = language.toLowerCase();
  return ranges.some((range) => (range === '*' ? tag !== '' : tag === range || tag.startsWith(`${range}-`)));
}
