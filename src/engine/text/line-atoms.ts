/**
 * The content of one line in logical order: whole words, the fragments at its ends, spaces, boxes and leaders. The space at which
 * the line ends is kept, because readers of the PDF see words apart only if there are space characters, but it has no width.
 */
import type { Pt } from '../geometry/length.ts';
import { box, glue, penalty, rigid } from './break-lines.ts';
import { leaderWidth } from './build-items.ts';
import { type MeasuredWord, measurerFor, takesLetterSpacing, type WordMeasurer } from './measure-word.ts';
import type { InlineRun, LeaderRun, ParagraphStyle } from './paragraph.ts';
import { isGap, type ParagraphItems } from './paragraph-items.ts';
import type { TextContext } from './text-context.ts';

/** The paragraph that lines are taken from. */
export interface LineSource {
  readonly items: ParagraphItems;
  readonly runs: readonly InlineRun[];
  readonly style: ParagraphStyle;
  readonly context: TextContext;
  /** The paragraph's first text, which decides the height of empty lines. */
  readonly strut: WordMeasurer | undefined;
}

/** Which items stand on the line. */
export interface LineRange {
  /** The first item that is not dropped after the break before. */
  readonly start: number;
  /** The item at which the line ends. */
  readonly end: number;
  readonly isFirst: boolean;
  /** Room for an initial letter before it. */
  readonly inset: Pt;
  /** The first run that no line before has shown. */
  readonly nextRun: number;
}

/** Kinds of atoms. */
export const wordAtom = 0;
export const spaceAtom = 1;
export const boxAtom = 2;
export const leaderAtom = 3;
export const trailingAtom = 4;
export const gapAtom = 5;

/** What stands on the line in logical order, one column for each property; used again for every line. */
export const atoms = {
  count: 0,
  kind: [] as number[],
  word: [] as (MeasuredWord | undefined)[],
  width: [] as Pt[],
  run: [] as number[],
  level: [] as number[],
  /** Of gaps only; other kinds leave what they find here. */
  stretch: [] as Pt[],
  shrink: [] as Pt[],
};

/** Tells whether a break leaves a hyphen that the author did not write. */
export const isHyphen = (items: ParagraphItems, index: number): boolean =>
  items.kind[index] === penalty && items.words[index] !== undefined;

/** Adds what an item is; what it shows follows in `word` and `width`. */
function addAtom(kind: number, { run, level }: ParagraphItems, index: number): number {
  const atom = atoms.count++;
  atoms.kind[atom] = kind;
  atoms.run[atom] = run[index]!;
  atoms.level[atom] = level[index]!;
  return atom;
}

function showAtom(atom: number, word: MeasuredWord | undefined, width: Pt): void {
  atoms.word[atom] = word;
  atoms.width[atom] = width;
}

/** Fills the table with what a line shows. */
export function collectAtoms(source: LineSource, { start, end, isFirst }: LineRange): void {
  const { items, runs, style, context } = source;
  atoms.count = 0;
  // Between such a break and what comes next there is nothing that vanishes.
  const repeated = items.postBreaks?.get(start - 1);
  if (repeated) showAtom(addAtom(wordAtom, items, start), repeated, repeated.width);
  const begin = isFirst && style.indent !== 0 ? Math.max(start, 1) : start;
  for (let index = begin; index < end; index++) {
    const word = items.words[index];
    const kind = items.kind[index]!;
    if (kind === penalty) continue;
    if (kind === box) {
      if (!word) {
        showAtom(addAtom(boxAtom, items, index), undefined, items.width[index]!);
        continue;
      }
      const last = lastFragment(items, index, end);
      const shown = shownPart(source, index, last);
      showAtom(addAtom(wordAtom, items, index), shown, shown.width);
      index = last;
    } else if (isGap(items, index)) {
      const atom = addAtom(gapAtom, items, index);
      showAtom(atom, undefined, items.width[index]!);
      atoms.stretch[atom] = items.stretch[index]!;
      atoms.shrink[atom] = items.shrink[index]!;
    } else if (word) {
      if (items.width[index] === 0) addTrailingSpace(items, index, style);
      else showAtom(addAtom(spaceAtom, items, index), word, word.width);
    } else if (kind === rigid) {
      showAtom(addAtom(leaderAtom, items, index), undefined, leaderWidth(runs[items.run[index]!] as LeaderRun, context));
    }
  }
  if (items.kind[end] === glue && !isGap(items, end)) {
    addTrailingSpace(items, end, style);
  } else if (items.kind[end] === penalty && items.width[end]! < 0) {
    atoms.width[atoms.count - 1]! += items.width[end]!;
  } else if (isHyphen(items, end)) {
    const run = runs[items.run[end]!]!;
    if (run.kind !== 'text') return;
    const hyphen = measurerFor(context, run.style).hyphen((items.level[end]! & 1) === 1);
    showAtom(addAtom(wordAtom, items, end), hyphen, hyphen.width);
  }
}

/** Adds a space that hangs over the end of its line. */
function addTrailingSpace(items: ParagraphItems, index: number, style: ParagraphStyle): void {
  const atom = addAtom(trailingAtom, items, index);
  showAtom(atom, items.words[index], 0);
  // Rule L1 of UAX #9: white space at the end of a line runs as the paragraph does.
  atoms.level[atom] = style.direction === 'rtl' ? 1 : 0;
}

/** Returns the index of the last fragment on the line of the word that the fragment at `index` belongs to. */
function lastFragment(items: ParagraphItems, index: number, end: number): number {
  let last = index;
  for (let next = index + 1; next < end; next++) {
    if (items.kind[next] === penalty) continue;
    if (
      items.kind[next] !== box ||
      items.from[next] === 0 ||
      items.from[next] !== items.to[last] ||
      items.words[next] !== items.words[index]
    )
      break;
    last = next;
  }
  return last;
}

/** Returns the whole word, or its part on this line shaped by itself. */
function shownPart({ items, runs, context }: LineSource, first: number, last: number): MeasuredWord {
  const word = items.words[first]!;
  const from = items.from[first]!;
  const to = items.to[last]!;
  const run = runs[items.run[first]!]!;
  if ((from === 0 && to === word.length) || run.kind !== 'text') return word;
  return measurerFor(context, run.style).measure(word.text.slice(from, to), (items.level[first]! & 1) === 1);
}

/** Returns the text size of an atom; 0 for boxes and leaders. */
export function sizeOf({ runs }: LineSource, atom: number): Pt {
  const run = runs[atoms.run[atom]!]!;
  return run.kind === 'text' ? run.style.size : 0;
}

/** Returns the place, from the left, of the last atom that is seen; -1 when there is none. Anchors and the space at the end are not seen. */
export function lastSeen(order: Int32Array | undefined): number {
  for (let index = atoms.count - 1; index >= 0; index--) {
    const atom = order ? order[index]! : index;
    if (atoms.kind[atom] !== trailingAtom && (atoms.word[atom] !== undefined || atoms.width[atom]! > 0)) return index;
  }
  return -1;
}

/** Tells whether letter spacing follows the letter at the right end of an atom. */
export function endsSpaced(atom: number): boolean {
  const kind = atoms.kind[atom];
  if (kind !== wordAtom && kind !== spaceAtom) return false;
  const { pieces } = atoms.word[atom]!;
  const last = (atoms.level[atom]! & 1) === 1 ? pieces[0] : pieces.at(-1);
  return last !== undefined && takesLetterSpacing(last);
}
