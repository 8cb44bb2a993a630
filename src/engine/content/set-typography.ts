/**
 * Turns typed quotation marks, apostrophes, hyphens and dots into typographic ones, through a whole paragraph
 * at once: `"*so*"` pairs its marks although markup stands between them. Code and escaped characters stay as typed.
 */
import type { QuotationMarks } from './quotation-marks.ts';

/** A run of a paragraph: text to change, text to leave, or something without text. `edge` stands in for the text of an unread run. */
export interface TextRun {
  text: string;
  readonly isFixed: boolean;
}

interface OpenQuote {
  readonly mark: string;
  readonly run: number;
  readonly piece: number;
}

/** Replaces the text of runs in place. */
export function setTypography(runs: readonly TextRun[], marks: QuotationMarks): void {
  const needsQuotes = runs.some((run) => !run.isFixed && /["']/.test(run.text));
  if (needsQuotes) setQuotes(runs, marks);
  for (const run of runs) if (!run.isFixed) run.text = setDashes(run.text);
}

function setDashes(text: string): string {
  let set = text;
  if (set.includes('--')) set = set.replace(/-{2,}/g, (dashes) => (dashes === '--' ? '–' : dashes === '---' ? '—' : dashes));
  if (set.includes('...')) set = set.replace(/\.{3,}/g, (dots) => (dots === '...' ? '…' : dots));
  return set;
}

function setQuotes(runs: readonly TextRun[], marks: QuotationMarks): void {
  const pieces: string[][] = [];
  const open: OpenQuote[] = [];
  let previous = ' ';
  for (const [index, run] of runs.entries()) {
    const out: string[] = [];
    pieces.push(out);
    if (run.isFixed || !/["']/.test(run.text)) {
      if (run.text !== '') previous = run.text.at(-1)!;
      out.push(run.text);
      continue;
    }
    let from = 0;
    for (let at = 0; at < run.text.length; at++) {
      const mark = run.text[at]!;
      if (mark !== '"' && mark !== "'") continue;
      const before = at > 0 ? run.text[at - 1]! : previous;
      const after = at + 1 < run.text.length ? run.text[at + 1]! : firstCharacterAfter(runs, index);
      out.push(run.text.slice(from, at));
      const isElision = mark === "'" && !isWord(before) && elided.test(run.text.slice(at + 1, at + 7));
      out.push(isElision ? marks.apostrophe : quoteFor({ mark, before, after }, marks, open, { run: index, piece: out.length }));
      from = at + 1;
    }
    out.push(run.text.slice(from));
    previous = run.text.at(-1)!;
  }
  // A single mark that never closes was an apostrophe; a double one opens a quotation that goes on in the next paragraph.
  for (const quote of open) if (quote.mark === "'") pieces[quote.run]![quote.piece] = marks.apostrophe;
  for (const [index, run] of runs.entries()) if (!run.isFixed) run.text = pieces[index]!.join('');
}

/** What has lost its beginning: '90s, 'tis, rock 'n' roll. Taken for a quotation, it would close at the next apostrophe. */
const elided = /^(?:\d\ds?(?![\w'])|(?:n(?=')|tis|twas|til)(?!\w))/i;

function firstCharacterAfter(runs: readonly TextRun[], index: number): string {
  for (let next = index + 1; next < runs.length; next++) if (runs[next]!.text !== '') return runs[next]!.text[0]!;
  return ' ';
}

interface Typed {
  readonly mark: string;
  readonly before: string;
  readonly after: string;
}

function quoteFor(typed: Typed, marks: QuotationMarks, open: OpenQuote[], place: { readonly run: number; readonly piece: number }): string {
  const { mark, before, after } = typed;
  const isDouble = mark === '"';
  const inWord = isDouble ? marks.doubleInWord : marks.singleInWord;
  if (isWord(before) && isWord(after)) {
    if (inWord) return inWord;
    if (!isDouble) return marks.apostrophe;
  }
  const canOpen = !isSpace(after) && !isWord(before) && !(isClosing(before) && !isSpace(before));
  const canClose = !isSpace(before) && !isWord(after);
  const openAt = open.findLastIndex((quote) => quote.mark === mark);
  if (openAt !== -1 && canClose && !(canOpen && isOpening(before))) {
    // Inner quotations that were still open cannot outlive the outer one: single marks among them were apostrophes.
    open.splice(openAt, 1);
    return isDouble ? marks.close : marks.innerClose;
  }
  if (canOpen && isDouble && openAt !== -1) return marks.open;
  if (canOpen) {
    open.push({ mark, ...place });
    return isDouble ? marks.open : marks.innerOpen;
  }
  if (!isDouble) return inWord ?? marks.apostrophe;
  return canClose && !/\d/.test(before) ? marks.close : mark;
}

const isSpace = (character: string): boolean => /\s/.test(character);
const isWord = (character: string): boolean => (character < '\x80' ? /[A-Za-z0-9]/.test(character) : /[\p{L}\p{N}\p{M}]/u.test(character));
const isOpening = (character: string): boolean => /[\s([{“«„‘—–-]/.test(character);
const isClosing = (character: string): boolean => /[)\]}”»,.;:!?…]/.test(character);
