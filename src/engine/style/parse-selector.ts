/** Turns the parser's selectors into ours, and reports what cannot be matched on paper. */
import { vocabulary } from '../markup/vocabulary.ts';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { type CssNode, childOf, childrenOf, textField } from './css-node.ts';
import { misplacedPseudoElement, unknownElement, unsupportedSelector } from './problems.ts';
import type { AttributeMatch, Combinator, Nth, PseudoElement, Selector, SelectorStep, SelectorTest } from './selector.ts';

/** Reads a list of selectors; those that we cannot match are reported and left out. */
export function parseSelectorList(list: CssNode, file: SourceFile, report: Report): readonly Selector[] {
  return childrenOf(list)
    .map((node) => parseSelector(node, file, report))
    .filter((selector) => selector !== undefined);
}

/** Weights of the three columns of a specificity; a thousand of one column never adds up to the next. */
const weights = { id: 1_000_000, class: 1000, type: 1 };

function parseSelector(node: CssNode, file: SourceFile, report: Report): Selector | undefined {
  const parts = [...childrenOf(node)];
  const last = parts.at(-1);
  const pseudoElement = last ? readPseudoElement(last) : '';
  if (pseudoElement) parts.pop();
  const step = readSteps(parts, file, report);
  if (!step) return undefined;
  const specificity = specificityOf(step) + (pseudoElement ? weights.type : 0);
  return { step, pseudoElement, specificity };
}

/** `:before` with one colon is how CSS 2 wrote it. */
function readPseudoElement(node: CssNode): PseudoElement {
  const isPseudo = node.type === 'PseudoElementSelector' || (node.type === 'PseudoClassSelector' && node.name.toLowerCase() !== 'marker');
  const match = isPseudo && /^(?:before|after|marker|first-letter|first-line)$/i.exec(node.name);
  return match ? (match[0].toLowerCase() as PseudoElement) : '';
}

function readSteps(parts: readonly CssNode[], file: SourceFile, report: Report): SelectorStep | undefined {
  let step: SelectorStep | undefined;
  let combinator: Combinator | undefined;
  let tests: SelectorTest[] = [];
  for (const part of parts) {
    if (part.type === 'Combinator') {
      step = joinStep(tests, combinator, step);
      combinator = part.name as Combinator;
      tests = [];
      if (!/^[ >+~]$/.test(part.name)) return refuse(part, 'join selectors with a space, >, + or ~', file, report);
      continue;
    }
    const test = readTest(part, file, report);
    if (test === undefined) return undefined;
    if (test !== 'any') tests.push(test);
  }
  const endsInCombinator = parts.at(-1)?.type === 'Combinator';
  const beginsWithCombinator = parts[0]?.type === 'Combinator';
  if (parts[0] && (endsInCombinator || beginsWithCombinator)) {
    return refuse(endsInCombinator ? parts.at(-1)! : parts[0], 'name an element on both sides of >, + and ~', file, report);
  }
  return joinStep(tests, combinator, step);
}

function joinStep(tests: readonly SelectorTest[], combinator: Combinator | undefined, left: SelectorStep | undefined): SelectorStep {
  return combinator && left ? { tests, combinator, left } : { tests };
}

function readTest(node: CssNode, file: SourceFile, report: Report): SelectorTest | 'any' | undefined {
  if (readPseudoElement(node)) {
    report(misplacedPseudoElement(file.text.slice(node.start, node.end), spanOf(node, file)));
    return undefined;
  }
  switch (node.type) {
    case 'TypeSelector':
      return node.name === '*' ? 'any' : readType(node, file, report);
    case 'ClassSelector':
      return { kind: 'class', name: node.name };
    case 'IdSelector':
      return { kind: 'id', name: node.name };
    case 'AttributeSelector':
      return readAttribute(node);
    case 'PseudoClassSelector':
      return readPseudoClass(node, file, report) ?? refuse(node, hintForPseudoClass(node.name), file, report);
    default:
      return refuse(
        node,
        'of the parts of elements, only ::before, ::after, ::marker, ::first-letter and ::first-line can be styled',
        file,
        report,
      );
  }
}

function readType(node: CssNode, file: SourceFile, report: Report): SelectorTest {
  const name = node.name.toLowerCase();
  if (!vocabulary.has(name)) report(unknownElement(name, vocabulary.keys(), spanOf(node, file)));
  return { kind: 'type', name };
}

function readAttribute(node: CssNode): SelectorTest {
  const value = childOf(node, 'value');
  return {
    kind: 'attribute',
    name: (childOf(node, 'name')?.name ?? '').toLowerCase(),
    match: (textField(node, 'matcher') || 'present') as AttributeMatch,
    value: value ? value.text || value.name : '',
    ignoresCase: textField(node, 'flags').toLowerCase() === 'i',
  };
}

const childTests: Readonly<Record<string, Omit<Extract<SelectorTest, { kind: 'nth' }>, 'kind' | 'nth'>>> = {
  'first-child': { ofType: false, fromEnd: false },
  'last-child': { ofType: false, fromEnd: true },
  'first-of-type': { ofType: true, fromEnd: false },
  'last-of-type': { ofType: true, fromEnd: true },
  'nth-child': { ofType: false, fromEnd: false },
  'nth-last-child': { ofType: false, fromEnd: true },
  'nth-of-type': { ofType: true, fromEnd: false },
  'nth-last-of-type': { ofType: true, fromEnd: true },
};

function readPseudoClass(node: CssNode, file: SourceFile, report: Report): SelectorTest | undefined {
  const name = node.name.toLowerCase();
  const inner = childrenOf(node);
  if (Object.hasOwn(childTests, name)) {
    const nth = name.startsWith('nth-') ? inner[0] && readNth(inner[0]) : { step: 0, offset: 1 };
    return nth && { kind: 'nth', nth, ...childTests[name]! };
  }
  switch (name) {
    case 'not':
    case 'is': {
      const lists = inner.flatMap((list) => (list.type === 'SelectorList' ? childrenOf(list) : []));
      const selectors = lists.map((selector) => readSteps(childrenOf(selector), file, report));
      return selectors.length > 0 && selectors.every((each) => each !== undefined)
        ? { kind: 'any-of', selectors, negated: name === 'not' }
        : undefined;
    }
    case 'lang': {
      const ranges = inner.filter((each) => each.type !== 'Operator').map((each) => (each.text || each.name).toLowerCase());
      return ranges.length > 0 ? { kind: 'language', ranges } : undefined;
    }
    case 'dir': {
      const direction = inner[0]?.name.toLowerCase();
      return direction === 'ltr' || direction === 'rtl' ? { kind: 'direction', direction } : undefined;
    }
    case 'root':
      return { kind: 'root' };
    case 'empty':
      return { kind: 'empty' };
    default:
      return undefined;
  }
}

function readNth(node: CssNode): Nth | undefined {
  const nth = childOf(node, 'nth');
  if (!nth || node.fields.selector) return undefined;
  if (nth.type === 'Identifier') {
    if (nth.name === 'odd') return { step: 2, offset: 1 };
    return nth.name === 'even' ? { step: 2, offset: 0 } : undefined;
  }
  const step = textField(nth, 'a');
  return { step: step === '' ? 0 : step === '-' ? -1 : step === '+' ? 1 : Number(step), offset: Number(textField(nth, 'b') || 0) };
}

function hintForPseudoClass(name: string): string {
  if (/^(?:hover|active|focus|focus-within|focus-visible|visited|link|any-link|target|checked|disabled|enabled)$/i.test(name))
    return 'leave it out: paper does not react';
  if (/^(?:first|left|right|blank)$/i.test(name)) return 'pages are selected by `@page`';
  return 'use :first-child, :last-child, :nth-child(), :first-of-type, :not(), :is(), :lang(), :dir(), :root or :empty';
}

function refuse(node: CssNode, hint: string, file: SourceFile, report: Report): undefined {
  report(unsupportedSelector(file.text.slice(node.start, node.end), hint, spanOf(node, file)));
  return undefined;
}

const spanOf = (node: CssNode, file: SourceFile): Span => ({ file, start: node.start, end: node.end });

function specificityOf(step: SelectorStep): number {
  let sum = step.left ? specificityOf(step.left) : 0;
  for (const test of step.tests) {
    if (test.kind === 'id') sum += weights.id;
    else if (test.kind === 'type') sum += weights.type;
    else if (test.kind === 'any-of') sum += Math.max(...test.selectors.map(specificityOf));
    else sum += weights.class;
  }
  return sum;
}
