/**
 * Gives figures, tables and displayed formulas their numbers, and turns `<contents/>` and `<ref/>` into links whose page numbers
 * only layout knows: what remains for it are `<page-of/>` and `<leader/>`. Reports references to nothing.
 */
import type { Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import { buildIndex, type IndexLabels, withoutIndex } from './build-index.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, withChildren } from './element.ts';
import { collectIndexMarks, type IndexMarks } from './index-marks.ts';
import { listHeadings, type Outline } from './list-headings.ts';
import * as problems from './problems.ts';

/** What is printed, in the booklet's language: the part of its labels that references need. */
export interface ReferenceLabels extends IndexLabels {
  readonly figure: string;
  readonly table: string;
  readonly equation: string;
  /** After a reference; `{page}`. */
  readonly onPage: string;
  /** Around the title of a section; `{title}`. */
  readonly quotedTitle: string;
}

/** Levels of headings in the contents when the template does not say. */
const usualDepth = 2;

/** Resolves all references of a tree. Headings without an id get one, for contents and bookmarks; so do marks for the index. */
export function resolveReferences(
  tree: MarkupElement,
  context: { readonly labels: ReferenceLabels; readonly language: string },
  report: Report,
): MarkupElement {
  const names = collectNames(tree);
  const root = names.firstMark || !names.hasIndex ? tree : withoutIndex(tree);
  if (names.firstMark && !names.hasIndex) report(problems.unprintedIndex(names.firstMark.origin));
  const outline = listHeadings(root);
  const targets = new Set([...outline.idOf.values(), ...names.targets]);
  const captions = numberCaptions(root, context.labels);
  const marks = names.firstMark && names.hasIndex ? collectIndexMarks(root, outline, report) : noMarks;
  return resolveElement(root, { ...context, ...names, outline, captions, targets, marks, report }) ?? root;
}

const noMarks: IndexMarks = { entries: new Map(), idOf: new Map() };

interface Resolution {
  readonly outline: Outline;
  /** Caption elements to their label, formulas to what stands beside them, and ids of figures, tables and formulas to their label. */
  readonly captions: Captions;
  readonly labels: ReferenceLabels;
  readonly language: string;
  readonly marks: IndexMarks;
  /** All ids. */
  readonly targets: ReadonlySet<string>;
  /** Glossary entries and how often the text uses them. */
  readonly uses: ReadonlyMap<string, number>;
  readonly report: Report;
}

interface Captions {
  readonly byElement: ReadonlyMap<MarkupElement, string>;
  readonly byId: ReadonlyMap<string, string>;
}

function numberCaptions(root: MarkupElement, labels: ReferenceLabels): Captions {
  const byElement = new Map<MarkupElement, string>();
  const byId = new Map<string, string>();
  let figures = 0;
  let tables = 0;
  let equations = 0;
  const visit = (element: MarkupElement): void => {
    const { name, attributes, children } = element;
    const caption = captionOf(element);
    // A table that is only heard has no number: those on paper would not be counted through.
    if (caption && !attributes.has('spoken')) {
      const isTable = name === 'table' || holdsTable(element);
      const label = isTable ? `${labels.table} ${inDigits(++tables, labels)}` : `${labels.figure} ${inDigits(++figures, labels)}`;
      byElement.set(caption, label);
      for (const named of [element, caption]) {
        const id = named.attributes.get('id');
        if (id !== undefined) byId.set(id, label);
      }
    }
    const id = name === 'formula' && attributes.get('display') === 'block' ? attributes.get('id') : undefined;
    if (id !== undefined) {
      const number = inDigits(++equations, labels);
      byElement.set(element, `(${number})`);
      byId.set(id, `${labels.equation} ${number}`);
    }
    for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element') visit(children[at] as MarkupElement);
  };
  visit(root);
  return { byElement, byId };
}

function captionOf(element: MarkupElement): MarkupElement | undefined {
  const name = element.name === 'figure' ? 'figcaption' : element.name === 'table' ? 'caption' : undefined;
  return name === undefined ? undefined : childrenNamed(element, name)[0];
}

/** A figure around a table is a table with its caption below; the table's own caption would count for itself. */
function holdsTable(figure: MarkupElement): boolean {
  return (
    childrenNamed(figure, 'table').some((table) => !captionOf(table)) &&
    childrenNamed(figure, 'chart').length + childrenNamed(figure, 'img').length === 0
  );
}

function childrenNamed(element: MarkupElement, name: string): readonly MarkupElement[] {
  return element.children.filter((child): child is MarkupElement => child.kind === 'element' && child.name === name);
}

function inDigits(number: number, labels: ReferenceLabels): string {
  return String(number).replace(/\d/g, (digit) => labels.digits[Number(digit)] ?? digit);
}

interface Names extends Pick<Resolution, 'targets' | 'uses'> {
  readonly firstMark: MarkupElement | undefined;
  readonly hasIndex: boolean;
}

function collectNames(root: MarkupElement): Names {
  let firstMark: MarkupElement | undefined;
  let hasIndex = false;
  const targets = new Set<string>();
  const uses = new Map<string, number>();
  const visit = (element: MarkupElement): void => {
    const { name, attributes, children } = element;
    const id = attributes.get('id');
    const key = name === 'term' ? attributes.get('key') : undefined;
    if (id !== undefined) targets.add(id);
    if (key !== undefined) uses.set(key, (uses.get(key) ?? 0) + 1);
    if (name === 'index') hasIndex = true;
    else if (name === 'index-term') firstMark ??= element;
    for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element') visit(children[at] as MarkupElement);
  };
  visit(root);
  return { targets, uses, firstMark, hasIndex };
}

/** Returns undefined for an element that has nothing left to say. */
function resolveElement(element: MarkupElement, resolution: Resolution): MarkupElement | undefined {
  const { outline, captions, marks } = resolution;
  if (element.name === 'contents') return buildContents(element, resolution);
  if (element.name === 'ref') return buildReference(element, resolution);
  if (element.name === 'index') return buildIndex(element, resolution.marks, resolution);
  checkTarget(element, resolution);
  // An entry that no text uses says nothing of pages; the words are layout's, which knows how many pages there are.
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    if (isPhrase(child) && !resolution.uses.get(child.attributes.get('term') ?? '')) return undefined;
  }
  let children: readonly MarkupNode[] = resolveChildren(element, resolution);
  const label = captions.byElement.get(element);
  if (label !== undefined) {
    const labelled = span('label', [text(label, element)], element);
    children = element.name === 'formula' ? [labelled] : [labelled, text(' ', element), ...children];
  }
  const madeId = element.attributes.has('id') ? undefined : (outline.idOf.get(element) ?? marks.idOf.get(element));
  if (children === element.children && madeId === undefined) return element;
  return withChildren(
    madeId === undefined ? element : { ...element, attributes: new Map([...element.attributes, ['id', madeId]]) },
    children,
  );
}

/** Returns the same list when nothing in it changed. */
function resolveChildren(element: MarkupElement, resolution: Resolution): readonly MarkupNode[] {
  let changed: MarkupNode[] | undefined;
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    const resolved = child.kind === 'text' ? child : resolveElement(child, resolution);
    if (resolved === child && !changed) continue;
    changed ??= element.children.slice(0, at);
    if (resolved) changed.push(resolved);
  }
  return changed ?? element.children;
}

function isPhrase(node: MarkupNode): node is MarkupElement {
  return node.kind === 'element' && node.name === 'pages-of' && node.attributes.has('phrase');
}

function checkTarget(element: MarkupElement, resolution: Resolution): void {
  const href = element.name === 'a' ? element.attributes.get('href') : undefined;
  const target = href?.startsWith('#') ? href.slice(1) : element.name === 'page-of' ? element.attributes.get('to') : undefined;
  if (target !== undefined) isKnown(target, element, resolution);
}

function isKnown(target: string, element: MarkupElement, { targets, report }: Resolution): boolean {
  if (targets.has(target)) return true;
  report(problems.danglingReference(target, nearestName(target, targets), element.origin));
  return false;
}

/** `Figure 2 on page 5`, all of it the link. */
function buildReference(element: MarkupElement, resolution: Resolution): MarkupElement {
  const to = element.attributes.get('to') ?? '';
  if (!isKnown(to, element, resolution)) return span('reference', [text('?', element)], element);
  const name = resolution.captions.byId.get(to) ?? titleOf(to, resolution);
  if (name === undefined) resolution.report(problems.unnamedTarget(to, element.origin));
  const [before = '', after = ''] = resolution.labels.onPage.split('{page}');
  const words = name === undefined ? before.trimStart() : name + before;
  const children = [text(words, element), make('page-of', [['to', to]], [], element), ...(after === '' ? [] : [text(after, element)])];
  return make('a', [...ownAttributes(element, 'to'), ['class', 'reference'], ['href', `#${to}`]], children, element);
}

function titleOf(id: string, { outline, labels }: Resolution): string | undefined {
  const title = outline.titleOf.get(id);
  return title === undefined ? undefined : labels.quotedTitle.replace('{title}', () => title);
}

function ownAttributes(element: MarkupElement, without: string): readonly (readonly [string, string])[] {
  return [...element.attributes].filter(([name]) => name !== without && name !== 'class');
}

function buildContents(element: MarkupElement, resolution: Resolution): MarkupElement {
  const depth = Number(element.attributes.get('depth') ?? usualDepth);
  const entries = resolution.outline.headings.filter((heading) => heading.level <= depth && heading.isListed);
  const classes = ['contents', element.attributes.get('class')].filter((name) => name !== undefined).join(' ');
  return make('nav', [...ownAttributes(element, 'depth'), ['class', classes]], [buildList(entries, element)], element);
}

/** Deeper headings become lists in the item of the heading above them. */
function buildList(entries: Outline['headings'], place: MarkupElement): MarkupElement {
  const items: MarkupElement[] = [];
  const top = entries.reduce((least, entry) => Math.min(least, entry.level), 6);
  for (let at = 0; at < entries.length; ) {
    const entry = entries[at]!;
    let next = at + 1;
    while (next < entries.length && entries[next]!.level > Math.max(top, entry.level)) next++;
    const inner = entries.slice(at + 1, next);
    const link = make(
      'a',
      [['href', `#${entry.id}`]],
      [...entry.content, make('leader', [], [], place), make('page-of', [['to', entry.id]], [], place)],
      place,
    );
    items.push(make('li', [], inner.length === 0 ? [link] : [link, buildList(inner, place)], place));
    at = next;
  }
  return make('ol', [], items, place);
}

function make(
  name: string,
  attributes: readonly (readonly [string, string])[],
  children: readonly MarkupNode[],
  place: MarkupElement,
): MarkupElement {
  return { kind: 'element', name, attributes: new Map(attributes), children, origin: place.origin };
}

function span(className: string, children: readonly MarkupNode[], place: MarkupElement): MarkupElement {
  return make('span', [['class', className]], children, place);
}

function text(words: string, place: MarkupElement): MarkupText {
  return { kind: 'text', text: words, origin: place.origin };
}
