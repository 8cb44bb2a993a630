/** The marks of an index in the order of the text, and the tree of entries that they make. */
import type { Report } from '../source/diagnostic.ts';
import { levelsOfEntry } from '../source/index-entry.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { Span } from '../source/source-file.ts';
import type { MarkupElement } from './element.ts';
import type { Outline } from './list-headings.ts';
import * as problems from './problems.ts';

/** A place that an entry leads to. */
export interface IndexPlace {
  /** Id of the mark. */
  readonly id: string;
  /** Id of the mark that ends the stretch of pages. */
  through?: string;
  readonly isPrincipal: boolean;
  /** The heading below which it stands: what a reader without pages is told. */
  readonly heading: string;
}

/** An entry and the entries below it. */
export interface IndexEntry {
  /** What is printed. */
  term: string;
  /** Whether an author wrote the term for the index, and not just the words of a sentence. */
  isWritten: boolean;
  /** What it is filed as. */
  sort: string | undefined;
  readonly places: IndexPlace[];
  readonly see: IndexPointer[];
  readonly seeAlso: IndexPointer[];
  readonly children: Map<string, IndexEntry>;
}

/** A way to another entry. */
export interface IndexPointer {
  readonly levels: readonly string[];
  readonly origin: Span | undefined;
}

/** Everything that is marked in a tree. */
export interface IndexMarks {
  readonly entries: ReadonlyMap<string, IndexEntry>;
  /** Marks to their ids, their own or made here. */
  readonly idOf: ReadonlyMap<MarkupElement, string>;
}

/** Collects the marks of a tree, and reports those that make no sense. */
export function collectIndexMarks(root: MarkupElement, outline: Outline, report: Report): IndexMarks {
  const collection: Collection = { entries: new Map(), idOf: new Map(), open: new Map(), heading: '', outline, report };
  const taken = new Set<string>();
  collect(root, collection, taken);
  for (const { entry, origin } of collection.open.values()) report(problems.openIndexRange(entry, 'start', origin));
  checkPointers(collection.entries, collection.entries, report);
  return collection;
}

/** Finds an entry by the terms that lead to it. */
export function findEntry(entries: ReadonlyMap<string, IndexEntry>, levels: readonly string[]): IndexEntry | undefined {
  let found: IndexEntry | undefined;
  for (const level of levels) found = (found?.children ?? entries).get(keyOf(level));
  return found;
}

interface Collection {
  readonly entries: Map<string, IndexEntry>;
  readonly idOf: Map<MarkupElement, string>;
  /** Ranges that have begun, by entry. */
  readonly open: Map<string, { readonly place: IndexPlace; readonly entry: string; readonly origin: Span | undefined }>;
  heading: string;
  readonly outline: Outline;
  readonly report: Report;
}

function collect(element: MarkupElement, collection: Collection, taken: Set<string>): void {
  const id = element.attributes.get('id');
  if (id !== undefined) taken.add(id);
  const { outline } = collection;
  const ownHeading = outline.idOf.get(element);
  if (ownHeading !== undefined) collection.heading = outline.titleOf.get(ownHeading) ?? collection.heading;
  if (element.name === 'index-term') takeMark(element, collection, taken);
  for (const child of element.children) if (child.kind === 'element') collect(child, collection, taken);
}

function takeMark(mark: MarkupElement, collection: Collection, taken: ReadonlySet<string>): void {
  const { attributes, origin } = mark;
  const words = mark.children.map(wordsOf).join('').replace(/\s+/g, ' ').trim();
  const written = attributes.get('entry');
  // Words of a sentence mean themselves, signs and all.
  const levels = written ? levelsOfEntry(written) : words === '' ? undefined : [words];
  if (!levels) {
    collection.report(problems.badIndexEntry(written ?? words, origin));
    return;
  }
  const entry = reach(collection.entries, levels, Boolean(written));
  entry.sort ??= attributes.get('sort');
  const isPointer = point(entry, mark, collection.report);
  if (isPointer && words === '') return;
  let number = collection.idOf.size + 1;
  while (taken.has(`index-mark-${number}`)) number += 1_000_000;
  const id = attributes.get('id') ?? `index-mark-${number}`;
  collection.idOf.set(mark, id);
  const place: IndexPlace = { id, isPrincipal: attributes.has('principal'), heading: collection.heading };
  const key = levels.map(keyOf).join('!');
  const begun = collection.open.get(key);
  switch (attributes.get('range')) {
    case 'start':
      if (begun) collection.report(problems.openIndexRange(begun.entry, 'start', begun.origin));
      collection.open.set(key, { place, entry: levels.join('!'), origin });
      break;
    case 'end':
      collection.open.delete(key);
      if (begun) {
        begun.place.through = id;
        return;
      }
      collection.report(problems.openIndexRange(levels.join('!'), 'end', origin));
      break;
    default:
  }
  entry.places.push(place);
}

/** Notes in marked words are no part of the entry. */
const wordsOf = (node: MarkupElement['children'][number]): string =>
  node.kind === 'element' && node.name === 'footnote' ? '' : node.kind === 'text' ? node.text : node.children.map(wordsOf).join('');

/** A word at the beginning of a sentence is the same word. */
const keyOf = (term: string): string => {
  const text = term.normalize('NFC');
  const first = String.fromCodePoint(text.codePointAt(0) ?? 32);
  return first.toLowerCase() + text.slice(first.length);
};

/** What an author wrote for the index is printed as written; of the words of sentences, those that begin small. */
function reach(entries: Map<string, IndexEntry>, levels: readonly string[], isWritten: boolean): IndexEntry {
  const [term = '', ...below] = levels;
  const key = keyOf(term);
  let entry = entries.get(key);
  if (!entry) {
    entry = { term, isWritten, sort: undefined, places: [], see: [], seeAlso: [], children: new Map() };
    entries.set(key, entry);
  } else if ((isWritten && !entry.isWritten) || (isWritten === entry.isWritten && !isWritten && term.normalize('NFC') === key)) {
    Object.assign(entry, { term, isWritten });
  }
  return below.length === 0 ? entry : reach(entry.children, below, isWritten);
}

/** Tells whether a mark points to another entry. */
function point(entry: IndexEntry, { attributes, origin }: MarkupElement, report: Report): boolean {
  let isPointer = false;
  for (const [name, list] of [['see', entry.see] as const, ['see-also', entry.seeAlso] as const]) {
    const text = attributes.get(name);
    if (text === undefined) continue;
    isPointer = true;
    const levels = levelsOfEntry(text);
    if (!levels) report(problems.badIndexEntry(text, origin));
    else if (!list.some((known) => known.levels.map(keyOf).join('!') === levels.map(keyOf).join('!'))) list.push({ levels, origin });
  }
  return isPointer;
}

function checkPointers(entries: ReadonlyMap<string, IndexEntry>, all: ReadonlyMap<string, IndexEntry>, report: Report): void {
  for (const entry of entries.values()) {
    for (const { levels, origin } of [...entry.see, ...entry.seeAlso]) {
      const target = findEntry(all, levels);
      if (target && target !== entry) continue;
      const names = [...all.values()].filter((one) => one !== entry).map(({ term }) => term);
      report(problems.unknownIndexEntry(levels.join('!'), nearestName(levels[0]!, names), origin));
    }
    checkPointers(entry.children, all, report);
  }
}
