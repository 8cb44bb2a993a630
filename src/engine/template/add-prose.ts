/** Puts prose into a tree: every element knows the place it was written at, and what only the whole booklet knows is filled in. */
import type { Grouping } from '../content/booklet.ts';
import { fillPattern, formatCount, formatNumber } from '../content/format-labels.ts';
import type { Labels } from '../content/labels.ts';
import { directionOf } from '../content/language.ts';
import type { Prose, ProseCallout, ProseCitation, ProseNode } from '../content/prose.ts';
import type { TreeBuilder } from '../markup/tree-builder.ts';
import type { SourceFile, Span } from '../source/source-file.ts';

/** What prose needs of the booklet that it stands in. */
export interface ProseContext {
  /** Id of a source to its number. */
  readonly sourceNumbers: ReadonlyMap<string, number>;
  readonly labels: Labels;
  /** Which way the text around is written: a passage in a language that is written the other way says so. */
  readonly direction: 'ltr' | 'rtl';
}

/** Adds prose, inline or blocks, where the tree has grown to. */
export function addProse({ nodes, file }: Prose, context: ProseContext, tree: TreeBuilder): void {
  addNodes(nodes, { file, tree, context });
}

/** Where nodes are added, and what holds for all of them. */
interface Adding {
  readonly file: SourceFile;
  readonly tree: TreeBuilder;
  readonly context: ProseContext;
}

function addNodes(nodes: readonly ProseNode[], adding: Adding): void {
  const { tree } = adding;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at]!;
    if (node.kind === 'text') tree.addText(node.text);
    else if (node.kind === 'citation') addCitation(node, adding);
    else if (node.kind === 'callout') addCallout(node, adding);
    else {
      const inside = node.attributes.size === 0 ? adding : insideOf(node.attributes, adding);
      const attributes = inside === adding ? node.attributes : withDirection(node.attributes, inside);
      tree.openElement(node.name, attributes, node.start >= 0 ? spanOf(node, adding) : undefined);
      addNodes(node.children, inside);
      tree.closeElement();
    }
  }
}

const spanOf = ({ start, end }: { readonly start: number; readonly end: number }, { file }: Adding): Span => ({ file, start, end });

/** Returns what holds inside an element: the same, unless its language is written the other way. */
function insideOf(attributes: ReadonlyMap<string, string>, adding: Adding): Adding {
  const { context } = adding;
  const language = attributes.get('lang');
  const direction = language === undefined ? context.direction : directionOf(language);
  return direction === context.direction ? adding : { ...adding, context: { ...context, direction } };
}

const withDirection = (attributes: ReadonlyMap<string, string>, { context }: Adding): ReadonlyMap<string, string> =>
  new Map([...attributes, ['dir', context.direction]]);

/** `[2, 5]`, each number a link. Sources that do not exist were reported when the booklet was parsed. */
function addCitation({ keys }: ProseCitation, adding: Adding): void {
  const { tree, context } = adding;
  const { labels, sourceNumbers } = context;
  const isSingle = keys.length === 1;
  if (keys.length > 1) tree.addText('[');
  for (const [index, key] of keys.entries()) {
    if (index > 0) tree.addText(labels.listComma.replace(' ', '\u00a0'));
    const number = sourceNumbers.get(key.id);
    const text = number === undefined ? '?' : formatNumber(number, labels);
    const attributes = new Map([
      ['class', 'citation'],
      ['href', `#source-${key.id}`],
    ]);
    if (number !== undefined) tree.openElement('a', attributes, spanOf(key, adding));
    tree.addText(isSingle ? `[${text}]` : text);
    if (number !== undefined) tree.closeElement();
  }
  if (keys.length > 1) tree.addText(']');
}

/** Blocks that are no callouts: they have a heading only where the author gives one. */
const containers: Readonly<Record<string, { readonly element: string; readonly class: string }>> = {
  timeline: { element: 'div', class: 'timeline-block' },
  margin: { element: 'aside', class: 'margin-note' },
  'side-by-side': { element: 'div', class: 'side-by-side' },
  side: { element: 'div', class: 'side' },
};

function addCallout(callout: ProseCallout, adding: Adding): void {
  const { tree, context } = adding;
  const container = containers[callout.name];
  const title = callout.attributes.get('title');
  const ownClass = callout.attributes.get('class');
  const inside = insideOf(callout.attributes, adding);
  const classes = [...(container ? [container.class] : ['callout', callout.name]), ...(ownClass === undefined ? [] : [ownClass])];
  const attributes = new Map([['class', classes.join(' ')]]);
  for (const name of ['id', 'lang']) {
    const value = callout.attributes.get(name);
    if (value !== undefined) attributes.set(name, value);
  }
  tree.openElement(
    container?.element ?? 'aside',
    inside === adding ? attributes : withDirection(attributes, inside),
    spanOf(callout, adding),
  );
  addParagraph('callout-title', container ? (title ?? '') : calloutTitle(callout.name, title, context.labels), tree);
  if (!container) addParagraph('callout-details', calloutDetails(callout, context.labels), tree);
  addNodes(callout.children, inside);
  tree.closeElement();
}

/** Adds a line above a block, unless there is nothing in it: `title=""` asks for none. */
function addParagraph(className: string, text: string, tree: TreeBuilder): void {
  if (text === '') return;
  tree.openElement('p', new Map([['class', className]]), undefined);
  tree.addText(text);
  tree.closeElement();
}

/** An activity's title says what it is and what it is called; other blocks are called by their title alone. */
function calloutTitle(name: string, title: string | undefined, labels: Labels): string {
  const label = labels.callouts[name] ?? name;
  if (title === undefined || title === '') return title ?? label;
  return name === 'activity' ? fillPattern(labels.labelledTitle, { label, title }) : title;
}

function calloutDetails(callout: ProseCallout, labels: Labels): string {
  const minutes = callout.attributes.get('minutes');
  const grouping = callout.attributes.get('grouping');
  const parts: string[] = [];
  if (minutes !== undefined) parts.push(formatCount(Number(minutes), labels.minutes, labels));
  if (grouping !== undefined) parts.push(labels.groupings[grouping as Grouping]);
  return parts.join(labels.listComma);
}
