/** The lists in a `:::timeline` to definition lists: the date in bold that begins an item is the term. */

import { emptyTimeline, timelineWithoutDate } from './block-problems.ts';
import type { BuildContext } from './build-context.ts';
import type { ProseElement, ProseNode } from './prose.ts';

/** Returns the blocks of a timeline with its lists turned into `<dl class="timeline">`. */
export function buildTimeline(nodes: readonly ProseNode[], context: BuildContext): readonly ProseNode[] {
  return nodes.map((node) => (node.kind === 'element' && (node.name === 'ul' || node.name === 'ol') ? buildDates(node, context) : node));
}

function buildDates(list: ProseElement, context: BuildContext): ProseElement {
  const children = list.children.flatMap((item) => (item.kind === 'element' ? buildDate(item, context) : []));
  if (children.length === 0) context.report(emptyTimeline({ file: context.file, start: list.start, end: list.end }));
  return { ...list, name: 'dl', attributes: new Map([['class', 'timeline']]), children };
}

function buildDate(item: ProseElement, context: BuildContext): readonly ProseElement[] {
  const [first, ...others] = item.children;
  const isLoose = first?.kind === 'element' && first.name === 'p';
  const [date, ...text] = isLoose ? first.children : item.children;
  const place = { start: item.start, end: item.end };
  const description = { kind: 'element', name: 'dd', attributes: new Map<string, string>(), ...place } as const;
  if (date?.kind !== 'element' || date.name !== 'strong') {
    context.report(timelineWithoutDate({ file: context.file, ...place }));
    return [
      { ...description, name: 'dt', children: [] },
      { ...description, children: item.children },
    ];
  }
  const rest = withoutLead(text);
  const children = isLoose ? [{ ...first, children: rest }, ...others] : rest;
  return [
    { ...description, name: 'dt', children: withoutTail(date.children) },
    { ...description, children },
  ];
}

/** `**1994:** Something` and `**1994** – Something` read the same as `**1994** Something`. */
function withoutLead(nodes: readonly ProseNode[]): readonly ProseNode[] {
  const [first, ...others] = nodes;
  return first?.kind === 'text' ? [{ ...first, text: first.text.replace(/^[\s:–—-]+/, '') }, ...others] : nodes;
}

function withoutTail(nodes: readonly ProseNode[]): readonly ProseNode[] {
  const last = nodes.at(-1);
  return last?.kind === 'text' ? [...nodes.slice(0, -1), { ...last, text: last.text.replace(/[\s:]+$/, '') }] : nodes;
}
