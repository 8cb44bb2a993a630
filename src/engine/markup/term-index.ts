/** A tree of words in which all glossary terms are found at once, so that finding them takes the same time however many there are. */

import type { Report } from '../source/diagnostic.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { Span } from '../source/source-file.ts';
import { foldWord, formsOf, pluralsOf, stemsOf } from './fold-word.ts';
import { isAbbreviation } from './long-form.ts';
import * as problems from './problems.ts';
import { digestCount, WordReader } from './split-text.ts';

/** What the index needs of a glossary entry. */
export interface TermEntry {
  readonly id: string;
  readonly term: string;
  readonly aliases: readonly string[];
  readonly origin: Span;
}

/** A stretch of a text that is one of the forms of a term. */
export interface TermUse {
  readonly entry: TermEntry;
  readonly start: number;
  readonly end: number;
}

/** Finds the first use of a term in what follows an offset, which must be where a word may begin; of those that begin at one word, the longest. */
export interface TermIndex {
  find(text: string, from: number): TermUse | undefined;
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
  const known = digestsOf(root.next.keys());
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
    find(text, from) {
      const words = new WordReader(text, from);
      while (words.next(known)) {
        const { start, end } = words;
        const use = longestUse(beginningsOf(text.slice(start, end)), text, start, end);
        if (use) return use;
      }
      return undefined;
    },
  };
}

/** Returns the longest term that begins with the word between two offsets, which leads to `nodes`. */
function longestUse(nodes: readonly TermNode[], text: string, start: number, firstEnd: number): TermUse | undefined {
  let longest: TermUse | undefined;
  for (let index = 0; index < nodes.length; index++) {
    const words = new WordReader(text, firstEnd);
    let node: TermNode | undefined = nodes[index];
    for (let end = firstEnd; node; end = words.end) {
      const entry = node.capitals && text.slice(start, end) === node.capitals.word ? node.capitals.entry : node.entry;
      if (entry && (!longest || end > longest.end)) longest = { entry, start, end };
      if (node.next.size === 0 || !words.next()) break;
      node = stepInto(node, text.slice(end, words.start), text.slice(words.start, words.end));
    }
  }
  return longest;
}

/** The digests of words, by which nearly all others are passed over without looking them up. */
function digestsOf(folded: Iterable<string>): Uint8Array {
  const known = new Uint8Array(digestCount);
  for (const word of folded) {
    const words = new WordReader(word, 0);
    if (words.next() && words.digest !== -1) known[words.digest] = 1;
  }
  return known;
}

function createNode(): TermNode {
  return { next: new Map(), entry: undefined, capitals: undefined };
}

function stepInto(node: TermNode, gap: string, word: string): TermNode | undefined {
  const folded = foldWord(word);
  const [, indefinite] = formsOf(folded);
  const before = foldGap(gap);
  return node.next.get(before + folded) ?? (indefinite === undefined ? undefined : node.next.get(before + indefinite));
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
  const words = new WordReader(written, 0);
  const steps: string[][] = [];
  for (let before = 0; words.next(); before = words.end) {
    const gap = steps.length === 0 ? '' : foldGap(written.slice(before, words.start));
    steps.push(formsOf(foldWord(written.slice(words.start, words.end))).map((form) => gap + form));
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
