/** Reads the lists of texts, counters and names that `content`, `string-set` and the counter properties take. */
import type { CounterStep, GeneratedPart } from './computed-values.ts';
import { type CssComponent, type CssFunction, type CssValue, splitAtCommas } from './css-value.ts';
import { fixed, type Reader } from './read-value.ts';
import type { ContentPart, Style } from './style.ts';

/** Counter styles that numbers can be written in; also the values of `list-style-type`, with the bullets. */
export const numberStyles = ['decimal', 'lower-alpha', 'upper-alpha', 'lower-roman', 'upper-roman', 'arabic-indic'] as const;

/** Bullets of lists. */
export const bulletStyles = ['disc', 'circle', 'square', 'none'] as const;

/** Reads `content`. */
export const readContent: Reader<'none' | readonly GeneratedPart[]> = (value) => {
  const [only, second] = value;
  if (only?.kind === 'keyword' && !second && /^(?:none|normal)$/i.test(only.name)) return fixed('none' as const);
  const parts = readParts(value);
  return parts && fixed(parts);
};

/** Reads `string-set`: names, each followed by its parts. */
export const readStringSet: Reader<Style['stringSet']> = (value) => {
  const [only, second] = value;
  if (only?.kind === 'keyword' && !second) return only.name === 'none' ? fixed([]) : undefined;
  const strings: { readonly name: string; readonly content: readonly ContentPart[] }[] = [];
  for (const piece of splitAtCommas(value)) {
    const [name, ...rest] = piece;
    const parts = readParts(rest);
    if (name?.kind !== 'keyword' || !parts) return undefined;
    const content = parts.filter((part) => part.kind !== 'target-page' && part.kind !== 'leader');
    if (content.length < parts.length) return undefined;
    strings.push({ name: name.name, content });
  }
  return fixed(strings);
};

/** Makes a reader of counters and numbers, as in `question 0`; a counter without a number gets `usual`. */
export function readCounterSteps(usual: number): Reader<readonly CounterStep[]> {
  return (value) => {
    const steps: CounterStep[] = [];
    for (const component of value) {
      const last = steps.at(-1);
      if (component.kind === 'keyword') steps.push({ name: component.name, value: usual });
      else if (component.kind === 'number' && component.unit === '' && Number.isInteger(component.value) && last) {
        steps[steps.length - 1] = { name: last.name, value: component.value };
      } else return undefined;
    }
    if (steps.length === 0) return undefined;
    return fixed(steps.length === 1 && steps[0]!.name === 'none' ? [] : steps);
  };
}

function readParts(value: CssValue): readonly GeneratedPart[] | undefined {
  const parts: GeneratedPart[] = [];
  for (const component of value) {
    const part = readPart(component);
    if (!part) return undefined;
    parts.push(part);
  }
  return parts.length > 0 ? parts : undefined;
}

function readPart(component: CssComponent): GeneratedPart | undefined {
  if (component.kind === 'text') return { kind: 'text', text: component.text };
  return component.kind === 'function' ? readCall(component) : undefined;
}

const stringChoices = ['first', 'start', 'last', 'first-except', 'range'] as const;

function readCall(call: CssFunction): GeneratedPart | undefined {
  const [first = [], second, ...more] = splitAtCommas(call.inner);
  const name = nameIn(first);
  const choice = second && nameIn(second);
  if (more.length > 0 || (second && choice === undefined)) return undefined;
  switch (call.name) {
    case 'attr':
      return name && !second ? { kind: 'attribute', name } : undefined;
    case 'label':
      return name && !second ? { kind: 'label', name } : undefined;
    case 'content':
      return !second && (first.length === 0 || name === 'text') ? { kind: 'element-text' } : undefined;
    case 'counter': {
      const format = numberStyles.find((each) => each === (choice ?? 'decimal'));
      return name && format ? { kind: 'counter', name, format } : undefined;
    }
    case 'string': {
      const which = stringChoices.find((each) => each === (choice ?? 'first'));
      return name && which ? { kind: 'string', name, which } : undefined;
    }
    case 'target-counter': {
      const [link] = first;
      const attribute = link?.kind === 'function' && link.name === 'attr' && first.length === 1 ? nameIn(link.inner) : undefined;
      return attribute && choice === 'page' ? { kind: 'target-page', attribute } : undefined;
    }
    case 'leader':
      return !second && (name === 'dotted' || (first[0]?.kind === 'text' && first[0].text === '.')) ? { kind: 'leader' } : undefined;
    default:
      return undefined;
  }
}

function nameIn(value: CssValue): string | undefined {
  const [only, second] = value;
  return only?.kind === 'keyword' && !second ? only.name : undefined;
}
