/** Finds classes that an author gave to code and no stylesheet names: most were meant as something else, such as `{.numbers}` for `{numbers}`. */
import type { MarkupElement } from '../markup/element.ts';
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { unknownCodeClass } from './problems.ts';
import type { SelectorStep } from './selector.ts';
import type { Stylesheet } from './stylesheet.ts';

/** Reports them. Rules for another paper count, and a selector that looks into the text of classes may name any. */
export function checkCodeClasses(root: MarkupElement, sheets: readonly Stylesheet[], report: Report): void {
  let named: NamedClasses | undefined;
  const visit = (element: MarkupElement): void => {
    for (let at = 0; at < element.children.length; at++) {
      const child = element.children[at]!;
      if (child.kind === 'text') continue;
      if (child.name === 'pre') {
        const { origin } = child;
        // A template's own code is its designer's business.
        if (!origin || origin.file.path.endsWith('.hbs')) continue;
        for (const name of child.attributes.get('class')?.split(/\s+/) ?? []) {
          named ??= classesIn(sheets);
          if (!named.isAny && !named.names.has(name)) report(unknownCodeClass(name, placeOf(name, origin)));
        }
      } else visit(child);
    }
  };
  visit(root);
}

interface NamedClasses {
  readonly names: Set<string>;
  isAny: boolean;
}

function classesIn(sheets: readonly Stylesheet[]): NamedClasses {
  const named: NamedClasses = { names: new Set(), isAny: false };
  for (const { rules } of sheets) for (const { selectors } of rules) for (const { step } of selectors) addClasses(step, named);
  return named;
}

function addClasses({ tests, left }: SelectorStep, named: NamedClasses): void {
  for (const test of tests) {
    if (test.kind === 'class') named.names.add(test.name);
    else if (test.kind === 'attribute' && test.name === 'class') named.isAny = true;
    else if (test.kind === 'any-of') for (const step of test.selectors) addClasses(step, named);
  }
  if (left) addClasses(left, named);
}

/** Behind the opening fence. */
function placeOf(name: string, { file, start, end }: Span): Span {
  const [line = ''] = file.text.slice(start, end).split('\n', 1);
  const at = line.indexOf(`.${name}`);
  return at === -1 ? { file, start, end } : { file, start: start + at, end: start + at + name.length + 1 };
}
