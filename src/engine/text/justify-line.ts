/**
 * Places the content of one line: whole words and the fragments at its ends, in visual order, with its spaces stretched or shrunk.
 *
 * Spaces stay in the result, because readers of the PDF see words apart only if there are space characters. The space at which the
 * line ends stands beyond its end, on the side where the text would go on, and counts for no width.
 */
import { type Pt, tolerance } from '../geometry/length.ts';
import { forbidden, penalty } from './break-lines.ts';
import { type Filling, fillLine, naturalWidth } from './fill-line.ts';
import {
  atoms,
  collectAtoms,
  endsSpaced,
  gapAtom,
  isHyphen,
  type LineRange,
  type LineSource,
  lastSeen,
  leaderAtom,
  sizeOf,
  spaceAtom,
  trailingAtom,
  wordAtom,
} from './line-atoms.ts';
import { endSegment, leaveRoom, placeWord } from './line-segments.ts';
import { countClusters, countLetters, type MeasuredWord, measurerFor, takesLetterSpacing } from './measure-word.ts';
import type { LeaderRun, LineSegment, SetLine } from './paragraph.ts';
import { spaceShrink, spaceStretch } from './paragraph-items.ts';
import { orderVisually } from './visual-order.ts';

/** Sets one line. Its `x` values are measured from the left edge of the measure, for both directions. */
export function justifyLine(source: LineSource, range: LineRange): SetLine {
  const { items, style } = source;
  const { end } = range;
  collectAtoms(source, range);
  const isForced = items.kind[end] === penalty && items.penalty[end]! <= -forbidden;
  const indent = range.inset + (range.isFirst ? style.indent : 0);
  const room = style.measure - indent;
  const hang = items.hangs && (style.hanging?.end !== 'allow' || naturalWidth() > room + tolerance) ? items.hangs[end]! : 0;
  const { ratio, tracking, width } = fillLine(source, room + hang, style.align === 'justify' && !isForced);
  const spare = room + hang - width;
  const isLeftToRight = style.direction === 'ltr';
  // Too long lines stick out where they end, whatever the alignment.
  const beforeStart = style.align === 'center' && spare > 0 ? spare / 2 : style.align === 'end' && spare > 0 ? spare : 0;
  const left = isLeftToRight ? indent + beforeStart : spare - hang - beforeStart;
  const { ascent, descent } = extentOf(source);
  const { firstRun, lastRun } = runsOf(source, range, isForced);
  return {
    segments: placeAtoms(source, left, { ratio, tracking }),
    ascent,
    descent,
    firstRun,
    lastRun,
    isHyphenated: isHyphen(items, end),
    ratio,
    tracking,
    overflow: spare < -tolerance ? -spare : 0,
  };
}

/** The segments of the line in hand: one array for all lines, so that the one that is kept is just as long as it must be. */
const done = { count: 0, segments: [] as LineSegment[] };

function placeAtoms(source: LineSource, left: Pt, { ratio, tracking }: Pick<Filling, 'ratio' | 'tracking'>): readonly LineSegment[] {
  const { count } = atoms;
  const order = orderVisually(atoms.level, count);
  done.count = 0;
  let run = -1;
  let start = left;
  let x = left;
  const last = tracking === 0 ? -1 : lastSeen(order);
  const spaceFactor = 1 + ratio * (ratio > 0 ? spaceStretch : spaceShrink);
  for (let index = 0; index < count; index++) {
    const atom = order ? order[index]! : index;
    const kind = atoms.kind[atom]!;
    const gap = kind === gapAtom ? atoms.width[atom]! + ratio * (ratio > 0 ? atoms.stretch[atom]! : atoms.shrink[atom]!) : 0;
    leaveRoom(gap);
    if (atoms.run[atom] !== run) {
      if (run >= 0) done.segments[done.count++] = endSegment(run, start, x - start);
      run = atoms.run[atom]!;
      start = x;
    }
    const spacing = tracking === 0 ? 0 : tracking * sizeOf(source, atom);
    if (kind === wordAtom) {
      x = placeMeasured(atom, x - start, spacing) + start;
    } else if (kind === spaceAtom) {
      placeMeasured(atom, x - start, 0);
      x += atoms.width[atom]! * spaceFactor + spacing;
    } else if (kind === trailingAtom) {
      placeMeasured(atom, (source.style.direction === 'rtl' ? x - atoms.word[atom]!.width : x) - start, 0);
    } else if (kind === gapAtom) {
      x += gap;
    } else {
      if (kind === leaderAtom) placeLeader(source, atom, x);
      x += atoms.width[atom]!;
    }
    // What follows the last letter is not seen.
    if (index === last && endsSpaced(atom)) x -= spacing;
  }
  if (run >= 0) done.segments[done.count++] = endSegment(run, start, x - start);
  return done.segments.slice(0, done.count);
}

/** Adds the pieces of a word from left to right, `spacing` after each letter that takes it; returns where it ends. */
function placeMeasured(atom: number, x: Pt, spacing: Pt): Pt {
  const measured = atoms.word[atom]!;
  const { pieces, widths } = measured;
  if (pieces.length === 1) {
    placeWord(pieces[0]!, x);
    return x + measured.width + (spacing === 0 ? 0 : spacing * countLetters(measured));
  }
  const isRightToLeft = (atoms.level[atom]! & 1) === 1;
  let at = x;
  for (let index = 0; index < pieces.length; index++) {
    const piece = isRightToLeft ? pieces.length - 1 - index : index;
    const word = pieces[piece]!;
    placeWord(word, at);
    at += widths[piece]!;
    if (spacing !== 0 && takesLetterSpacing(word)) at += spacing * countClusters(word);
  }
  return at;
}

/** Between text and its leader there is this much of the type size. */
const leaderGap = 0.25;

/** Repeats the pattern on a grid that begins at the edge where lines end, so that the dots of all lines stand in columns. */
function placeLeader({ runs, style, context }: LineSource, atom: number, x: Pt): void {
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
  for (let index = 0; index < pieces.length; index++) {
    placeWord(pieces[index]!, at);
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
function runsOf({ items, runs }: LineSource, { end, nextRun }: LineRange, isForced: boolean): Pick<SetLine, 'firstRun' | 'lastRun'> {
  let firstRun = nextRun;
  let lastRun = isForced ? (end === items.length - 1 ? runs.length - 1 : items.run[end]!) : -1;
  for (let atom = 0; atom < atoms.count; atom++) {
    if (atoms.kind[atom] === trailingAtom) continue;
    const run = atoms.run[atom]!;
    if (run < firstRun) firstRun = run;
    if (run > lastRun) lastRun = run;
  }
  return { firstRun: Math.min(firstRun, lastRun), lastRun };
}
