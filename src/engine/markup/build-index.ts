/**
 * `<index/>` to lists of entries under their letters: terms below each other, ways to other entries, and the places.
 * Which pages these are on, only layout knows: what remains for it is `<pages-of>` with a `<page-of/>` for each place.
 */

import { type MarkupElement, type MarkupNode, withChildren } from './element.ts';
import { findEntry, type IndexEntry, type IndexMarks, type IndexPlace, type IndexPointer } from './index-marks.ts';
import { createIndexOrder, type IndexOrder } from './index-order.ts';

/** What is printed in the language of the booklet. */
export interface IndexLabels {
  readonly listComma: string;
  /** `{entry}`. */
  readonly see: string;
  readonly seeAlso: string;
  /** The ten digits. */
  readonly digits: string;
}

/** What building needs besides the marks. */
export interface IndexPrinting {
  readonly labels: IndexLabels;
  readonly language: string;
}

/** Returns the tree without the sections that are there for an index alone, when nothing is marked. */
export function withoutIndex(root: MarkupElement): MarkupElement {
  let kept: MarkupNode[] | undefined;
  for (let at = 0; at < root.children.length; at++) {
    const child = root.children[at]!;
    const left = child.kind === 'text' ? child : child.name === 'index' || isForIndex(child) ? undefined : withoutIndex(child);
    if (left === child && !kept) continue;
    kept ??= root.children.slice(0, at);
    if (left) kept.push(left);
  }
  return kept ? withChildren(root, kept) : root;
}

/** The innermost section around an index is there for it. */
function isForIndex(element: MarkupElement): boolean {
  return element.name === 'section' && holdsIndex(element);
}

function holdsIndex({ children }: MarkupElement): boolean {
  for (let at = 0; at < children.length; at++) {
    const child = children[at]!;
    if (child.kind === 'element' && (child.name === 'index' || (child.name !== 'section' && holdsIndex(child)))) return true;
  }
  return false;
}

/** Builds the content of an `<index/>`. */
export function buildIndex(index: MarkupElement, { entries }: IndexMarks, printing: IndexPrinting): MarkupElement {
  const order = createIndexOrder(printing.language);
  const building: Building = { ...printing, order, entries, ids: numberEntries(entries, order), place: index };
  const groups: { readonly head: string; readonly entries: IndexEntry[] }[] = [];
  for (const entry of sorted(entries, order)) {
    const head = order.headOf(entry.sort ?? entry.term);
    const last = groups.at(-1);
    if (last?.head === head) last.entries.push(entry);
    else groups.push({ head, entries: [entry] });
  }
  return { ...index, children: groups.map((group) => buildGroup(group.head, group.entries, building)) };
}

/** The entries under one letter. Its `entry` is for the head of a page that begins with the letter. */
function buildGroup(head: string, entries: readonly IndexEntry[], building: Building): MarkupElement {
  const { place, labels } = building;
  const letter = head === '' ? [] : [make('p', { class: 'letter' }, [words(shownHead(head, labels), place)], place)];
  const items = entries.map((entry) => {
    const item = buildEntry(entry, building);
    return { ...item, attributes: new Map([['entry', entry.term]]) };
  });
  return make('div', { class: 'letter', entry: entries[0]!.term }, [...letter, make('ul', {}, items, place)], place);
}

interface Building extends IndexPrinting {
  readonly order: IndexOrder;
  readonly entries: ReadonlyMap<string, IndexEntry>;
  readonly ids: ReadonlyMap<IndexEntry, string>;
  readonly place: MarkupElement;
}

const sorted = (entries: ReadonlyMap<string, IndexEntry>, order: IndexOrder): readonly IndexEntry[] =>
  [...entries.values()].sort((a, b) => order.compare(a.sort ?? a.term, b.sort ?? b.term) || order.compare(a.term, b.term));

/** Only entries that others lead to need a name. */
function numberEntries(entries: ReadonlyMap<string, IndexEntry>, order: IndexOrder): ReadonlyMap<IndexEntry, string> {
  const targets = new Set<IndexEntry>();
  const visit = (list: readonly IndexEntry[], see: (entry: IndexEntry) => void): void => {
    for (const entry of list) {
      see(entry);
      visit(sorted(entry.children, order), see);
    }
  };
  const top = sorted(entries, order);
  visit(top, (entry) => {
    for (const { levels } of [...entry.see, ...entry.seeAlso]) {
      const target = findEntry(entries, levels);
      if (target) targets.add(target);
    }
  });
  const ids = new Map<IndexEntry, string>();
  visit(top, (entry) => {
    if (targets.has(entry)) ids.set(entry, `index-entry-${ids.size + 1}`);
  });
  return ids;
}

const shownHead = (head: string, { digits }: IndexLabels): string => (head === '0' ? `${digits[0]}–${digits[9]}` : head);

function buildEntry(entry: IndexEntry, building: Building): MarkupElement {
  const { place, labels } = building;
  const id = building.ids.get(entry);
  const content: MarkupNode[] = [make('span', { class: 'entry', ...(id !== undefined && { id }) }, [words(entry.term, place)], place)];
  if (entry.places.length > 0)
    content.push(
      words(labels.listComma, place),
      make(
        'pages-of',
        {},
        entry.places.map((one) => pageOf(one, place)),
        place,
      ),
    );
  for (const [pattern, pointers] of [[labels.see, entry.see] as const, [labels.seeAlso, entry.seeAlso] as const]) {
    if (pointers.length > 0) content.push(words(labels.listComma, place), buildPointers(pattern, pointers, building));
  }
  const below = sorted(entry.children, building.order).map((child) => buildEntry(child, building));
  return make('li', {}, below.length === 0 ? content : [...content, make('ul', {}, below, place)], place);
}

function pageOf({ id, through, isPrincipal, heading }: IndexPlace, place: MarkupElement): MarkupElement {
  return make(
    'page-of',
    { to: id, ...(through !== undefined && { through }), ...(isPrincipal && { class: 'principal' }), heading },
    [],
    place,
  );
}

function buildPointers(pattern: string, pointers: readonly IndexPointer[], building: Building): MarkupElement {
  const { place, labels, entries, ids } = building;
  const links = pointers.flatMap(({ levels }, at): readonly MarkupNode[] => {
    const target = findEntry(entries, levels);
    const id = target && ids.get(target);
    const text = words(levels.join(labels.listComma), place);
    const link = id === undefined ? text : make('a', { href: `#${id}` }, [text], place);
    return at === 0 ? [link] : [words(labels.listComma, place), link];
  });
  const [before = '', after = ''] = pattern.split('{entry}');
  const say = (text: string): readonly MarkupNode[] =>
    text.trim() === '' ? [words(text, place)] : [make('i', {}, [words(text, place)], place)];
  return make('span', { class: 'see' }, [...(before === '' ? [] : say(before)), ...links, ...(after === '' ? [] : say(after))], place);
}

function make(
  name: string,
  attributes: Readonly<Record<string, string>>,
  children: readonly MarkupNode[],
  place: MarkupElement,
): MarkupElement {
  return { kind: 'element', name, attributes: new Map(Object.entries(attributes)), children, origin: place.origin };
}

const words = (text: string, place: MarkupElement): MarkupNode => ({ kind: 'text', text, origin: place.origin });
