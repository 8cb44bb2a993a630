/**
 * Places the content of one line: whole words and the fragments at its ends, in visual order, with its spaces stretched or shrunk.
 *
 * Spaces stay in the result, because readers of the PDF see words apart only if there are space characters. The space at which the
 * line ends stands beyond its end, on the side where the text would go on, and counts for no width.
 */
import { type Pt, tolerance } from '../geometry/length.ts';
import { box, forbidden, glue, penalty, rigid } from './break-lines.ts';
import { leaderWidth } from './build-items.ts';
import type { TextPart } from './font.ts';
import { type MeasuredWord, measurerFor, type WordMeasurer } from './measure-word.ts';
import type { InlineRun, LeaderRun, LineSegment, ParagraphStyle, SetLine } from './paragraph.ts';
import { type ParagraphItems, spaceShrink, spaceStretch } from './paragraph-items.ts';
import type { TextContext } from './text-context.ts';
import { orderVisually } from './visual-order.ts';

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
  /** The first run that no line before has shown. */
  readonly nextRun: number;
}

const wordAtom = 0;
const spaceAtom = 1;
const boxAtom = 2;
const leaderAtom = 3;
const trailingAtom = 4;

/** What stands on the line in logical order, one column for each property; used again for every line. */
const atoms = {
  count: 0,
  kind: [] as number[],
  word: [] as (MeasuredWord | undefined)[],
  width: [] as Pt[],
  run: [] as number[],
  level: [] as number[],
};

/** Sets one line. Its `x` values are measured from the left edge of the measure, for both directions. */
export function justifyLine(source: LineSource, range: LineRange): SetLine {
  const { items, style } = source;
  const { end } = range;
  collectAtoms(source, range);
  const isForced = items.kind[end] === penalty && items.penalty[end]! <= -forbidden;
  const indent = range.isFirst ? style.indent : 0;
  const available = style.measure - indent;
  const { ratio, width } = fillLine(available, style.align === 'justify' && !isForced);
  const spare = available - width;
  const isLeftToRight = style.direction === 'ltr';
  // Too long lines stick out where they end, whatever the alignment.
  const beforeStart = style.align === 'center' && spare > 0 ? spare / 2 : style.align === 'end' && spare > 0 ? spare : 0;
  const left = isLeftToRight ? indent + beforeStart : spare - beforeStart;
  return {
    segments: placeAtoms(source, left, ratio),
    ...extentOf(source),
    runs: runsOf(source, range, isForced),
    isHyphenated: isHyphen(items, end),
    ratio,
    overflow: spare < -tolerance ? -spare : 0,
  };
}

const isHyphen = (items: ParagraphItems, index: number): boolean => items.kind[index] === penalty && items.words[index] !== undefined;

function addAtom(
  kind: number,
  word: MeasuredWord | undefined,
  width: Pt,
  at: { readonly items: ParagraphItems; readonly index: number },
): void {
  const atom = atoms.count++;
  atoms.kind[atom] = kind;
  atoms.word[atom] = word;
  atoms.width[atom] = width;
  atoms.run[atom] = at.items.run[at.index]!;
  atoms.level[atom] = at.items.level[at.index]!;
}

function collectAtoms(source: LineSource, { start, end, isFirst }: LineRange): void {
  const { items, runs, style, context } = source;
  atoms.count = 0;
  const begin = isFirst && style.indent !== 0 ? Math.max(start, 1) : start;
  for (let index = begin; index < end; index++) {
    const word = items.words[index];
    const kind = items.kind[index]!;
    const at = { items, index };
    if (kind === penalty) continue;
    if (kind === box) {
      if (!word) {
        addAtom(boxAtom, undefined, items.width[index]!, at);
        continue;
      }
      const last = lastFragment(items, index, end);
      const shown = shownPart(source, index, last);
      addAtom(wordAtom, shown, shown.width, at);
      index = last;
    } else if (word) {
      if (items.width[index] === 0) addTrailingSpace(word, style, at);
      else addAtom(spaceAtom, word, word.width, at);
    } else if (kind === rigid) {
      addAtom(leaderAtom, undefined, leaderWidth(runs[items.run[index]!] as LeaderRun, context), at);
    }
  }
  if (items.kind[end] === glue) {
    addTrailingSpace(items.words[end], style, { items, index: end });
  } else if (isHyphen(items, end)) {
    const run = runs[items.run[end]!]!;
    if (run.kind !== 'text') return;
    const hyphen = measurerFor(context, run.style).hyphen((items.level[end]! & 1) === 1);
    addAtom(wordAtom, hyphen, hyphen.width, { items, index: end });
  }
}

/** Adds a space that hangs over the end of its line. */
function addTrailingSpace(
  word: MeasuredWord | undefined,
  style: ParagraphStyle,
  at: { readonly items: ParagraphItems; readonly index: number },
): void {
  addAtom(trailingAtom, word, 0, at);
  // Rule L1 of UAX #9: white space at the end of a line runs as the paragraph does.
  atoms.level[atoms.count - 1] = style.direction === 'rtl' ? 1 : 0;
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
  if ((from === 0 && to === word.text.length) || run.kind !== 'text') return word;
  return measurerFor(context, run.style).measure(word.text.slice(from, to), (items.level[first]! & 1) === 1);
}

/** Decides how spaces stretch and gives leaders what is left; returns the width that the line then has. */
function fillLine(available: Pt, isJustified: boolean): { readonly ratio: number; readonly width: Pt } {
  let natural = 0;
  let spaces = 0;
  let leaders = 0;
  for (let atom = 0; atom < atoms.count; atom++) {
    natural += atoms.width[atom]!;
    if (atoms.kind[atom] === spaceAtom) spaces += atoms.width[atom]!;
    else if (atoms.kind[atom] === leaderAtom) leaders++;
  }
  const spare = available - natural;
  if (leaders > 0) {
    let width = natural;
    for (let atom = 0; atom < atoms.count; atom++) {
      if (atoms.kind[atom] !== leaderAtom) continue;
      const own = Math.max(0, atoms.width[atom]! + spare / leaders);
      width += own - atoms.width[atom]!;
      atoms.width[atom] = own;
    }
    return { ratio: 0, width };
  }
  if (spaces === 0 || spare === 0 || (spare > 0 && !isJustified)) return { ratio: 0, width: natural };
  if (spare > 0) return { ratio: spare / (spaces * spaceStretch), width: available };
  const ratio = Math.max(-1, spare / (spaces * spaceShrink));
  return { ratio, width: ratio === -1 ? natural - spaces * spaceShrink : available };
}

function placeAtoms(source: LineSource, left: Pt, ratio: number): readonly LineSegment[] {
  const { count } = atoms;
  const order = orderVisually(atoms.level, count);
  const segments: LineSegment[] = [];
  let parts: TextPart[] = [];
  let run = -1;
  let start = left;
  let x = left;
  const finish = (): void => {
    if (run >= 0) segments.push({ run, x: start, width: x - start, parts });
    parts = [];
    start = x;
  };
  const spaceFactor = 1 + ratio * (ratio > 0 ? spaceStretch : spaceShrink);
  for (let index = 0; index < count; index++) {
    const atom = order ? order[index]! : index;
    const kind = atoms.kind[atom]!;
    if (atoms.run[atom] !== run) {
      finish();
      run = atoms.run[atom]!;
    }
    if (kind === wordAtom) {
      x = placeWord(parts, atom, x, start);
    } else if (kind === spaceAtom) {
      placeWord(parts, atom, x, start);
      x += atoms.width[atom]! * spaceFactor;
    } else if (kind === trailingAtom) {
      placeWord(parts, atom, source.style.direction === 'rtl' ? x - atoms.word[atom]!.width : x, start);
    } else {
      if (kind === leaderAtom) placeLeader(source, parts, atom, x);
      x += atoms.width[atom]!;
    }
  }
  finish();
  return segments;
}

/** Adds the pieces of a word from left to right; returns where it ends. */
function placeWord(parts: TextPart[], atom: number, x: Pt, start: Pt): Pt {
  const { pieces, widths } = atoms.word[atom]!;
  const isRightToLeft = (atoms.level[atom]! & 1) === 1;
  let at = x;
  for (let index = 0; index < pieces.length; index++) {
    const piece = isRightToLeft ? pieces.length - 1 - index : index;
    parts.push({ x: at - start, word: pieces[piece]! });
    at += widths[piece]!;
  }
  return at;
}

/** Between text and its leader there is this much of the type size. */
const leaderGap = 0.25;

/** Repeats the pattern on a grid that begins at the edge where lines end, so that the dots of all lines stand in columns. */
function placeLeader({ runs, style, context }: LineSource, parts: TextPart[], atom: number, x: Pt): void {
  const run = runs[atoms.run[atom]!] as LeaderRun;
  const measurer = measurerFor(context, run.style);
  const isRightToLeft = (atoms.level[atom]! & 1) === 1;
  const measure = (count: number): MeasuredWord => measurer.measure(run.pattern.repeat(count), isRightToLeft);
  const period = measure(2).width - measure(1).width;
  if (period <= tolerance) return;
  const gap = leaderGap * run.style.size;
  const origin = style.direction === 'rtl' ? 0 : style.measure;
  const first = Math.ceil((x + gap - origin) / period - 1e-6);
  const last = Math.floor((x + atoms.width[atom]! - gap - origin) / period + 1e-6);
  if (last <= first) return;
  let at = origin + first * period - x;
  const { pieces, widths } = measure(last - first);
  for (const [index, word] of pieces.entries()) {
    parts.push({ x: at, word });
    at += widths[index]!;
  }
}

/** Returns the extent of what the line shows; an empty line is as high as the paragraph's first text. */
function extentOf({ runs, context, strut }: LineSource): { readonly ascent: Pt; readonly descent: Pt } {
  let ascent = 0;
  let descent = 0;
  for (let atom = 0; atom < atoms.count; atom++) {
    const run = runs[atoms.run[atom]!]!;
    const word = atoms.word[atom];
    if (run.kind === 'box') {
      ascent = Math.max(ascent, run.ascent);
      descent = Math.max(descent, run.descent);
    } else if (run.kind === 'text' && word) {
      ascent = Math.max(ascent, word.ascent + run.baselineShift);
      descent = Math.max(descent, word.descent - run.baselineShift);
    } else if (run.kind === 'leader') {
      const font = measurerFor(context, run.style);
      ascent = Math.max(ascent, font.ascent);
      descent = Math.max(descent, font.descent);
    }
  }
  return atoms.count === 0 && strut ? { ascent: strut.ascent, descent: strut.descent } : { ascent, descent };
}

/** Returns the runs that the line shows, and those before and between that show nothing anywhere. */
function runsOf({ items, runs }: LineSource, { end, nextRun }: LineRange, isForced: boolean): readonly number[] {
  let first = nextRun;
  let last = isForced ? (end === items.length - 1 ? runs.length - 1 : items.run[end]!) : -1;
  for (let atom = 0; atom < atoms.count; atom++) {
    if (atoms.kind[atom] === trailingAtom) continue;
    const run = atoms.run[atom]!;
    if (run < first) first = run;
    if (run > last) last = run;
  }
  if (first > last) first = last;
  const shown: number[] = [];
  for (let run = first; run <= last; run++) shown.push(run);
  return shown;
}
