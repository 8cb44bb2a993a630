/** A tree of words in which all glossary terms are found at once, so that finding them takes the same time however many there are. */

import type { Report } from '../source/diagnostic.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { Span } from '../source/source-file.ts';
import { foldWord, formsOf, pluralsOf, stemsOf } from './fold-word.ts';
import { isAbbreviation } from './long-form.ts';
import * as problems from './problems.ts';
import { splitText, type WordBounds } from './split-text.ts';

/** What the index needs of a glossary entry. */
export interface TermEntry {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
  readonly origin: Span;
}

/** Finds the longest term that begins at a word. `next` is the first word after it, as a place in `bounds`. */
export interface TermIndex {
  find(text: string, bounds: WordBounds, from: number): { readonly entry: TermEntry; readonly next: number } | undefined;
}

interface TermNode {
  readonly next: Map<string, TermNode>;
  entry: TermEntry | undefined;
  /** A form in capitals such as WHO: only these letters mean the entry, `who` does not. */
  capitals: { readonly word: string; readonly entry: TermEntry } | undefined;
}

/** Builds the index. A word that two entries claim is reported and stays with the first. */
export function indexTerms(glossary: readonly TermEntry[], report: Report): TermIndex {
  const root = createNode();
  for (const entry of glossary) {
    for (const written of new Set([entry.term, ...entry.aliases])) fileTerm(root, written, entry, report);
  }
  // Plurals give way to words that entries name themselves.
  for (const entry of glossary) {
    for (const written of [entry.term, ...entry.aliases]) filePlurals(root, written, entry);
  }
  const canBegin = beginningsAmong([...root.next.keys()]);
  /** First words repeat all through a text; what they lead to is worked out once. */
  const beginnings = new Map<string, readonly TermNode[]>();

  const beginningsOf = (word: string): readonly TermNode[] => {
    let nodes = beginnings.get(word);
    if (!nodes) {
      nodes = stemsOf(foldWord(word)).flatMap((stem) => root.next.get(stem) ?? []);
      beginnings.set(word, nodes);
    }
    return nodes;
  };

  return {
    find(text, bounds, from) {
      if (!canBegin(text, bounds[from]!, bounds[from + 1]!)) return undefined;
      const word = text.slice(bounds[from]!, bounds[from + 1]!);
      let best: { entry: TermEntry; next: number } | undefined;
      const nodes = beginningsOf(word);
      for (let index = 0; index < nodes.length; index++) {
        let node: TermNode | undefined = nodes[index];
        for (let at = from; node; ) {
          const entry =
            node.capitals && text.slice(bounds[from]!, bounds[at + 1]!) === node.capitals.word ? node.capitals.entry : node.entry;
          if (entry && (!best || at + 2 > best.next)) best = { entry, next: at + 2 };
          at += 2;
          if (at >= bounds.length) break;
          node = stepInto(node, text, bounds, at);
        }
      }
      return best;
    },
  };
}

/**
 * Tells most words that begin no term from their first two letters, without looking them up. Letters beyond ASCII tell nothing: two
 * of them may make one when a word is folded, as may a second and a third.
 */
function beginningsAmong(folded: readonly string[]): (text: string, start: number, end: number) => boolean {
  const known = new Uint8Array(asciiCount * asciiCount);
  for (const word of folded) {
    const first = word.charCodeAt(0);
    const second = word.length > 1 ? word.charCodeAt(1) : 0;
    if (first >= asciiCount) continue;
    if (second < asciiCount) known[first * asciiCount + second] = 1;
    else known.fill(1, first * asciiCount, (first + 1) * asciiCount);
  }
  return (text, start, end) => {
    const first = text.charCodeAt(start);
    const second = start + 1 < end ? text.charCodeAt(start + 1) : 0;
    return first >= asciiCount || second >= asciiCount || known[lowerCase(first) * asciiCount + lowerCase(second)] === 1;
  };
}

const asciiCount = 0x80;
const lowerCase = (code: number): number => (code >= 65 && code <= 90 ? code + 32 : code);

function createNode(): TermNode {
  return { next: new Map(), entry: undefined, capitals: undefined };
}

function stepInto(node: TermNode, text: string, bounds: WordBounds, at: number): TermNode | undefined {
  if (node.next.size === 0) return undefined;
  const gap = foldGap(text.slice(bounds[at - 1]!, bounds[at]!));
  const folded = foldWord(text.slice(bounds[at]!, bounds[at + 1]!));
  const direct = node.next.get(gap + folded);
  if (direct) return direct;
  const indefinite = formsOf(folded)[1];
  return indefinite === undefined ? undefined : node.next.get(gap + indefinite);
}

/** Any white space is one space, and the two apostrophes and hyphens are one each. */
function foldGap(gap: string): string {
  return gap.replace(/\s+/gu, ' ').replaceAll('’', "'").replaceAll('\u2011', '-').replaceAll('\u2010', '-');
}

/** Walks to the node of a term, making what is missing; a word with several forms leads to one node by several ways. */
function reach(root: TermNode, steps: readonly (readonly string[])[]): TermNode {
  let node = root;
  for (const forms of steps) {
    const next: TermNode = forms.map((form) => node.next.get(form)).find((found) => found !== undefined) ?? createNode();
    for (const form of forms) if (!node.next.has(form)) node.next.set(form, next);
    node = next;
  }
  return node;
}

/** The words of a term, each with the gap before it and in all its forms. */
function stepsOf(written: string): readonly (readonly string[])[] {
  const bounds = splitText(written);
  const steps: string[][] = [];
  for (let at = 0; at < bounds.length; at += 2) {
    const gap = at === 0 ? '' : foldGap(written.slice(bounds[at - 1]!, bounds[at]!));
    steps.push(formsOf(foldWord(written.slice(bounds[at]!, bounds[at + 1]!))).map((form) => gap + form));
  }
  return steps;
}

function fileTerm(root: TermNode, written: string, entry: TermEntry, report: Report): void {
  const steps = stepsOf(written);
  if (steps.length === 0) return;
  const node = reach(root, steps);
  if (isAbbreviation(written)) {
    node.capitals ??= { word: written, entry };
    return;
  }
  if (node.entry && node.entry !== entry) report(problems.sharedTerm(written, node.entry.term, entry.origin));
  node.entry ??= entry;
}

const gapBefore = letterPattern(String.raw`^[^\p{L}\p{M}\p{N}]*`);

function filePlurals(root: TermNode, written: string, entry: TermEntry): void {
  const steps = stepsOf(written);
  const last = steps.at(-1);
  if (!last || isAbbreviation(written)) return;
  const gap = steps.length === 1 ? '' : (gapBefore(last[0]!).exec(last[0]!)?.[0] ?? '');
  for (const plural of pluralsOf(last[0]!.slice(gap.length))) {
    const node = reach(root, [...steps.slice(0, -1), [gap + plural]]);
    node.entry ??= entry;
  }
}
