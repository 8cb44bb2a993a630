/**
 * Finds the rules for an element without trying all of them. What may match elements of one name and one list of classes is worked out
 * once; most of that is then told, as browsers do, by marks of the names around an element.
 */
import type { MarkupElement } from '../markup/element.ts';
import type { Candidate, Candidates, ElementKind, IndexedSelector } from './element-kind.ts';
import { matchesStep } from './match-selector.ts';
import type { Place } from './place.ts';
import type { PseudoElement, SelectorStep, SelectorTest } from './selector.ts';

/** The selectors of all stylesheets. */
export interface SelectorIndex {
  kindOf(element: MarkupElement, isRoot: boolean): ElementKind;
}

/** Returns what matches an element or one of its pseudo-elements, weakest first. */
export function findMatches(pseudoElement: PseudoElement, place: Place): readonly IndexedSelector[] {
  const candidates = place.kind.candidates.get(pseudoElement);
  if (!candidates) return noMatches;
  if (candidates.matches) return candidates.matches;
  const { list } = candidates;
  const matches: IndexedSelector[] = [];
  for (let index = 0; index < list.length; index++) {
    const { selector, rest, marks } = list[index]!;
    if ((marks & ~place.around) === 0 && (!rest || matchesStep(rest, place))) matches.push(selector);
  }
  return matches;
}

const noMatches: readonly IndexedSelector[] = [];

/** What selectors can tell of an element at once. */
interface Names {
  readonly name: string;
  readonly classes: readonly string[];
  readonly id: string | undefined;
  readonly hasAttributes: boolean;
  readonly isRoot: boolean;
}

/** Makes an index; selectors must come in the order of the cascade. */
export function indexSelectors(selectors: readonly IndexedSelector[]): SelectorIndex {
  const marks = createMarks();
  const shelves = new Map<string, Candidate[]>();
  const ids = new Set<string>();
  for (const selector of selectors) {
    const { step } = selector.selector;
    for (let at: SelectorStep | undefined = step; at; at = at.left) for (const test of at.tests) if (test.kind === 'id') ids.add(test.name);
    const key = keyOf(step.tests);
    const shelf = shelves.get(key) ?? [];
    shelf.push({ selector, rest: step, marks: marks.around(step) });
    shelves.set(key, shelf);
  }

  const makeKind = (names: Names): ElementKind => {
    const keys = keysOf(names);
    const list = ['', ...keys]
      .flatMap((key) => shelves.get(key) ?? [])
      .filter(({ selector }) => selector.selector.step.tests.every((test) => mayPass(test, names)))
      .sort((one, other) => one.selector.order - other.selector.order);
    const candidates = new Map<PseudoElement, Candidate[]>();
    for (const candidate of list) {
      const { pseudoElement } = candidate.selector.selector;
      const known = candidates.get(pseudoElement) ?? [];
      known.push({ ...candidate, rest: restOf(candidate.selector.selector.step) });
      candidates.set(pseudoElement, known);
    }
    return {
      classes: names.classes,
      marks: keys.reduce((all, key) => all | marks.of(key), 0),
      candidates: new Map([...candidates].map(([pseudoElement, own]) => [pseudoElement, candidatesOf(own)])),
    };
  };

  const bare = new Map<string, ElementKind>();
  const known = new Map<string, ElementKind>();
  return {
    kindOf({ name, attributes }, isRoot) {
      if (attributes.size === 0 && !isRoot) {
        let kind = bare.get(name);
        if (!kind) bare.set(name, (kind = makeKind({ name, classes: [], id: undefined, hasAttributes: false, isRoot })));
        return kind;
      }
      const text = attributes.get('class') ?? '';
      const own = ids.size === 0 ? undefined : attributes.get('id');
      const id = own !== undefined && ids.has(own) ? own : undefined;
      const key = `${name} ${isRoot} ${id ?? ''}\n${text}`;
      let kind = known.get(key);
      if (!kind) known.set(key, (kind = makeKind({ name, classes: classesIn(text), id, hasAttributes: true, isRoot })));
      return kind;
    },
  };
}

const candidatesOf = (list: readonly Candidate[]): Candidates => ({
  list,
  matches: list.every(({ rest }) => !rest) ? list.map(({ selector }) => selector) : undefined,
});

const classesIn = (text: string): readonly string[] => text.split(/[ \t\n\r\f]+/).filter((name) => name !== '');

/** The test that fewest elements pass, as a key; '' when an element needs no name. */
function keyOf(tests: readonly SelectorTest[]): string {
  const key =
    tests.find(({ kind }) => kind === 'id') ?? tests.find(({ kind }) => kind === 'class') ?? tests.find(({ kind }) => kind === 'type');
  return key ? nameKey(key) : '';
}

/** Writes a name as selectors do; '' for what is no name. */
function nameKey(test: SelectorTest): string {
  if (test.kind === 'type') return test.name;
  if (test.kind === 'class') return `.${test.name}`;
  return test.kind === 'id' ? `#${test.name}` : '';
}

const keysOf = ({ name, classes, id }: Names): readonly string[] => [
  name,
  ...new Set(classes.map((each) => `.${each}`)),
  ...(id === undefined ? [] : [`#${id}`]),
];

function mayPass(test: SelectorTest, { name, classes, id, hasAttributes, isRoot }: Names): boolean {
  switch (test.kind) {
    case 'type':
      return test.name === name;
    case 'class':
      return classes.includes(test.name);
    case 'id':
      return test.name === id;
    case 'attribute':
      return hasAttributes;
    case 'root':
      return isRoot;
    default:
      return true;
  }
}

/** Returns what a selector wants besides names. */
function restOf({ tests, combinator, left }: SelectorStep): SelectorStep | undefined {
  const rest = tests.filter((test) => nameKey(test) === '' && test.kind !== 'root');
  return rest.length === 0 && !left ? undefined : { tests: rest, ...(left && { combinator, left }) };
}

/** Marks of names: bits of a number, of which a few names share one when there are many. */
interface Marks {
  /** Returns the mark of a name; 0 when no selector looks for it around an element. */
  of(key: string): number;
  /** Returns the marks that must be around what a step matches. */
  around(step: SelectorStep): number;
}

const mostMarks = 30;

function createMarks(): Marks {
  const known = new Map<string, number>();
  const markOf = (key: string): number => {
    const mark = known.get(key) ?? 1 << (known.size % mostMarks);
    known.set(key, mark);
    return mark;
  };
  const around = ({ combinator, left }: SelectorStep): number => {
    if (!left) return 0;
    // Siblings have the same elements around them.
    const isAround = combinator !== '+' && combinator !== '~';
    const keys = isAround ? left.tests.map(nameKey).filter((key) => key !== '') : [];
    return keys.reduce((all, key) => all | markOf(key), around(left));
  };
  return { of: (key) => known.get(key) ?? 0, around };
}
