/** What `content` puts before and after elements: texts, attributes, counters, labels, dots and page numbers. */
import { type MarkupElement, noAttributes } from '../markup/element.ts';
import { formatCounter } from '../markup/format-counter.ts';
import type { Report } from '../source/diagnostic.ts';
import type { ComputedStyle } from './compute-style.ts';
import type { GeneratedPart } from './computed-values.ts';
import type { LabelReader } from './label.ts';
import { misplacedContent } from './problems.ts';
import type { StyledElement, StyledNode } from './style.ts';

/** The author's counters, while the booklet is walked in its order. A counter is one number for the whole booklet. */
export type Counters = Map<string, number>;

/** What is needed to write out `content`. */
export interface GenerationContext {
  readonly counters: Counters;
  readonly labels: LabelReader;
  readonly report: Report;
}

/** Lets an element set and raise counters. */
export function stepCounters(counters: Counters, { values }: ComputedStyle): void {
  // Nearly always there is none, and a loop over nothing begins with an iterator, too.
  if (values.counterReset.length + values.counterIncrement.length === 0) return;
  for (const { name, value } of values.counterReset) counters.set(name, value);
  for (const { name, value } of values.counterIncrement) counters.set(name, (counters.get(name) ?? 0) + value);
}

/** Makes the child that `::before` or `::after` asks for; undefined when there is nothing to print. */
export function generateElement(element: MarkupElement, computed: ComputedStyle, context: GenerationContext): StyledElement | undefined {
  const { content, display } = computed.values;
  if (content === 'none' || display === 'none') return undefined;
  stepCounters(context.counters, computed);
  const children = content.map((part) => generateNode(part, { element, computed }, context)).filter((node) => node !== undefined);
  return { kind: 'element', name: 'span', style: computed.style, attributes: noAttributes, children, origin: element.origin };
}

/** Returns the text of `content` for a marker; undefined when the usual bullet or number stands. */
export function generateMarkerText(element: MarkupElement, computed: ComputedStyle, context: GenerationContext): string | undefined {
  const { content } = computed.values;
  if (content === 'none') return undefined;
  stepCounters(context.counters, computed);
  return content.map((part) => textOfPart(part, { element, computed }, context) ?? '').join('');
}

/** An element, and the style of what is generated in it. */
interface Host {
  readonly element: MarkupElement;
  readonly computed: ComputedStyle;
}

function generateNode(part: GeneratedPart, { element, computed }: Host, context: GenerationContext): StyledNode | undefined {
  const { origin } = element;
  if (part.kind === 'leader')
    return { kind: 'element', name: 'leader', style: computed.style, attributes: noAttributes, children: [], origin };
  if (part.kind === 'target-page') {
    const target = element.attributes.get(part.attribute) ?? '';
    if (!target.startsWith('#')) return undefined;
    return {
      kind: 'element',
      name: 'page-of',
      style: computed.style,
      attributes: new Map([['to', target.slice(1)]]),
      children: [],
      origin,
    };
  }
  const text = textOfPart(part, { element, computed }, context);
  return text ? { kind: 'text', text, origin } : undefined;
}

function textOfPart(part: GeneratedPart, { element, computed }: Host, context: GenerationContext): string | undefined {
  const refuse = (call: string, hint: string): undefined => {
    context.report(misplacedContent(call, hint, computed.contentSpan));
    return undefined;
  };
  switch (part.kind) {
    case 'text':
      return part.text;
    case 'attribute':
      return element.attributes.get(part.name) ?? '';
    case 'label': {
      const field = context.labels.find(part.name, computed.contentSpan);
      return field && context.labels.textOf(field);
    }
    case 'counter': {
      if (part.name === 'page' || part.name === 'pages')
        return refuse(`counter(${part.name})`, 'use it in a margin box of `@page`, or write <page-of to="…"/>');
      return formatCounter(context.counters.get(part.name) ?? 0, part.format);
    }
    case 'string':
      return refuse(`string(${part.name})`, 'use it in a margin box of `@page`');
    case 'element-text':
      return refuse('content()', 'use it in `string-set`');
    case 'leader':
    case 'target-page':
      return refuse(part.kind === 'leader' ? 'leader()' : 'target-counter()', 'use it in ::before or ::after');
  }
}
