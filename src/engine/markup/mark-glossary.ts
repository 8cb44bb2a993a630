/**
 * Marks every use of a glossary term in the text with `<term key>`, the first use in each section also with `first`.
 * Headings, links, code, titles of works, and the glossary and sources themselves stay as they are.
 */
import type { Report } from '../source/diagnostic.ts';
import { type MarkupElement, type MarkupNode, type MarkupText, withChildren } from './element.ts';
import { longFormOf } from './long-form.ts';
import * as problems from './problems.ts';
import { indexTerms, type TermEntry, type TermIndex } from './term-index.ts';

const plainElements = new Set([
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'header',
  'nav',
  'a',
  'code',
  'pre',
  'cite',
  'term',
  'ref',
  'dfn',
  'dt',
]);
const plainClasses = new Set(['glossary', 'sources', 'label', 'callout-title']);

interface Marking {
  readonly index: TermIndex;
  /** Ids of entries used in the section that is being read. */
  readonly usedHere: Set<string>;
  readonly usedAnywhere: Set<string>;
}

/** Returns the tree with every term marked; reports entries that no text uses. */
export function markGlossary(root: MarkupElement, glossary: readonly TermEntry[], report: Report): MarkupElement {
  if (glossary.length === 0) return root;
  const usedAnywhere = new Set<string>();
  const marked = markElement(root, { index: indexTerms(glossary, report), usedHere: new Set(), usedAnywhere });
  for (const entry of glossary) {
    if (!usedAnywhere.has(entry.id)) report(problems.unusedTerm(entry.term, entry.origin));
  }
  return marked;
}

function markElement(element: MarkupElement, outer: Marking): MarkupElement {
  if (staysPlain(element)) return element;
  const marking = element.name === 'section' && element.attributes.has('id') ? { ...outer, usedHere: new Set<string>() } : outer;
  let children: MarkupNode[] | undefined;
  for (let at = 0; at < element.children.length; at++) {
    const child = element.children[at]!;
    const marked = child.kind === 'text' ? markText(child, marking) : markElement(child, marking);
    if (marked === child && !children) continue;
    children ??= element.children.slice(0, at);
    if (Array.isArray(marked)) children.push(...marked);
    else children.push(marked as MarkupNode);
  }
  return children ? withChildren(element, children) : element;
}

function staysPlain(element: MarkupElement): boolean {
  if (plainElements.has(element.name)) return true;
  const classes = element.attributes.get('class');
  return classes?.split(/\s+/).some((name) => plainClasses.has(name)) === true;
}

/** Returns the same text when it holds no term. */
function markText(text: MarkupText, marking: Marking): MarkupText | readonly MarkupNode[] {
  let pieces: MarkupNode[] | undefined;
  let done = 0;
  for (let use = marking.index.find(text.text, 0); use; use = marking.index.find(text.text, done)) {
    pieces ??= [];
    if (use.start > done) pieces.push(partOf(text, done, use.start));
    pieces.push(markUse(partOf(text, use.start, use.end), use.entry, marking));
    done = use.end;
  }
  if (!pieces) return text;
  if (done < text.text.length) pieces.push(partOf(text, done, text.text.length));
  return pieces;
}

const partOf = ({ text, origin }: MarkupText, start: number, end: number): MarkupText => ({
  kind: 'text',
  text: text.slice(start, end),
  origin,
});

function markUse(text: MarkupText, entry: TermEntry, marking: Marking): MarkupElement {
  const { id } = entry;
  const attributes = new Map([['key', id]]);
  if (!marking.usedHere.has(id)) attributes.set('first', '');
  marking.usedHere.add(id);
  marking.usedAnywhere.add(id);
  const longForm = longFormOf(text.text, [entry.term, ...entry.aliases]);
  const child: MarkupNode = longForm === undefined ? text : wrap('abbr', new Map([['title', longForm]]), text);
  return wrap('term', attributes, child);
}

const wrap = (name: string, attributes: ReadonlyMap<string, string>, child: MarkupNode): MarkupElement => ({
  kind: 'element',
  name,
  attributes,
  children: [child],
  origin: child.origin,
});
