/**
 * Matches selectors from right to left. Answers about ancestors and earlier siblings are remembered at their place, so the whole tree
 * is matched in time linear in its elements, whatever the selectors are.
 */
import { countSiblings, memoryOf, type Place, positionOfType } from './place.ts';
import type { SelectorStep, SelectorTest } from './selector.ts';

/** Tells whether a selector matches an element. */
export function matchesStep(step: SelectorStep, place: Place): boolean {
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
      return place.kind.classes.includes(test.name);
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
