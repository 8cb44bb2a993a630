/**
 * Chooses the best line breaks of a whole paragraph: D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines,
 * Software: Practice and Experience 11 (1981), 1119-1184. Section titles below are of that paper.
 *
 * Items and nodes are columns of typed arrays, because a book has a million of them. Breaks that differ only in their line number
 * compete as soon as all further lines are equally long, as with TeX's \looseness=0, so the cost is linear.
 */
import type { Pt } from '../geometry/length.ts';
import {
  contrastDemerits,
  finalHyphenDemerits,
  forbiddenLadderDemerits,
  fragmentDemerits,
  type LineSetting,
  ladderDemerits,
  linePenalty,
  raggedFinalHyphenDemerits,
  raggedRuntDemerits,
  runtDemerits,
  shrinkRatio,
  stretchRatio,
  worstBadness,
} from './line-costs.ts';
import { countLines, currentPool, growPool, startPool, tracePath } from './line-nodes.ts';

/** A piece of line that is never divided; the `kind` of items. */
export const box = 0;
/** A space: the line may end at it, and it vanishes there. */
export const glue = 1;
/** A place where the line may end at a price; `width` is what breaking adds, such as a hyphen. */
export const penalty = 2;
/** Space that stretches but neither ends a line nor vanishes: a no-break space, a leader. */
export const rigid = 3;

/** Penalties from here on forbid a break; from its negative on they force one. */
export const forbidden = 10_000;

/** The paragraph as boxes, glue and penalties (Formulating the Problem), one column for each property. Only the first `length` rows count. */
export interface LineItems {
  readonly length: number;
  readonly kind: Uint8Array;
  readonly width: Float64Array;
  readonly stretch: Float64Array;
  readonly shrink: Float64Array;
  readonly penalty: Int16Array;
  /** 1 for breaks that leave a hyphen. */
  readonly flagged: Uint8Array;
  /** What hangs over the end of a line that ends at the item; undefined where nothing does. */
  readonly hangs?: Float64Array | undefined;
  /** What the next line begins with if a line ends at the item, where that is more than its items: TeX's post-break text. */
  readonly postBreaks?: ReadonlyMap<number, { readonly width: Pt }> | undefined;
}

/** Differences of this size are rounding. */
const slack: Pt = 0.001;

interface Pass {
  /** The greatest stretch that a line may have. */
  readonly tolerance: number;
  /** Accepts overfull lines when a paragraph has no other way on. */
  readonly isLast: boolean;
}

/**
 * A paragraph that needs no loose lines is done in the first pass, with few active nodes. TeX's \emergencystretch has no place here:
 * it makes the loosest lines look harmless, and narrow columns then have gaps where they could have hyphens (measured).
 */
const passes: readonly Pass[] = [
  { tolerance: 4, isLast: false },
  { tolerance: 15, isLast: false },
  { tolerance: Number.POSITIVE_INFINITY, isLast: true },
];

/**
 * Returns the indexes of the items at which lines end, ascending. The last item must be a forced break.
 * Never fails: text that cannot fit gives overfull lines.
 */
export function breakLines(items: LineItems, setting: LineSetting): Int32Array {
  for (const pass of passes) {
    const last = findBest(items, setting, pass);
    // A way that breaks a limit of the style counts only if a laxer pass finds no other.
    if (last > 0 && (pass.isLast || currentPool().demerits[last]! < forbiddenLadderDemerits)) return tracePath(last);
  }
  return Int32Array.of(items.length - 1);
}

/** The best way to each fitness class (More Bells and Whistles: tight, decent, loose, very loose) of each line at the break under trial. */
let bestDemerits = new Float64Array(4 * 64).fill(Number.POSITIVE_INFINITY);
let bestNode = new Int32Array(4 * 64);

function growBest(slots: number): void {
  const demerits = new Float64Array(2 * slots).fill(Number.POSITIVE_INFINITY);
  demerits.set(bestDemerits);
  const nodes = new Int32Array(2 * slots);
  nodes.set(bestNode);
  bestDemerits = demerits;
  bestNode = nodes;
}

/** Runs over the items once; returns the best node at the end, or 0 when the pass finds no way. */
function findBest(items: LineItems, setting: LineSetting, pass: Pass): number {
  const { length, kind, width, stretch, shrink, penalty: penalties, flagged, hangs, postBreaks } = items;
  const {
    firstWidths = noWidths,
    rag,
    loneStretch = 0,
    letterStretch = 0,
    letterShrink = 0,
    mostHyphens = 255,
    keepsLastWord = false,
    mustHang = false,
  } = setting;
  const lastSpace = lastGlueOf(items);
  const runtPrice = rag > 0 ? raggedRuntDemerits : runtDemerits;
  const hyphenPrice = rag > 0 ? raggedFinalHyphenDemerits : finalHyphenDemerits;
  // Lines of different widths or numbers are told apart only as long as it matters.
  const lastLine = setting.looseness ? Number.POSITIVE_INFINITY : firstWidths.length;
  const isUniform = firstWidths.length === 0;
  let { position, previous, next, fitness, line, ladder, demerits, widthBefore, stretchBefore, shrinkBefore } = startPool();
  let count = 1;
  let head = 0;
  let tail = 0;
  let totalWidth = 0;
  let totalStretch = 0;
  let totalShrink = 0;

  for (let index = 0; index < length; index++) {
    const itemKind = kind[index]!;
    if (itemKind === box) {
      totalWidth += width[index]!;
      continue;
    }
    const isPenalty = itemKind === penalty;
    const price = isPenalty ? penalties[index]! : 0;
    if (itemKind !== rigid && price < forbidden) {
      const isForced = isPenalty && price <= -forbidden;
      const isEnd = index === length - 1;
      const hang = hangs ? hangs[index]! : 0;
      const added = (isPenalty ? width[index]! : 0) - (mustHang ? hang : 0);
      const mayHang = mustHang ? 0 : hang;
      const isFlagged = flagged[index]! === 1;
      let leastLine = Number.POSITIVE_INFINITY;
      let mostLine = -1;
      let least = Number.POSITIVE_INFINITY;
      let before = -1;
      for (let node = head; node !== -1; ) {
        const following = next[node]!;
        const number = line[node]!;
        const lineWidth = isUniform || number >= firstWidths.length ? setting.width : firstWidths[number]!;
        const natural = totalWidth - widthBefore[node]!;
        const spare = lineWidth - natural;
        let room = spare - added;
        if (room < -slack) room += mayHang;
        const spaces = totalStretch - stretchBefore[node]!;
        const shrinkable = totalShrink - shrinkBefore[node]!;
        // A space is twice as wide as its stretch, so the rest is letters.
        const boxes = letterStretch > 0 ? Math.max(0, natural - 2 * spaces) : 0;
        let ratio = 0;
        if (room > slack) {
          const given = spaces + rag;
          if (!isForced) ratio = given > 0 ? stretchRatio(room, given, letterStretch * boxes) : stretchRatio(room, loneStretch, 0);
        } else if (room < -slack) {
          ratio = shrinkRatio(room, shrinkable, letterShrink * boxes);
        }
        if (ratio > pass.tolerance) {
          // Active nodes stand in the order of the text: if this line is too short, those that start later are shorter still.
          if (isUniform) break;
          before = node;
          node = following;
          continue;
        }
        const isOver = ratio < -1 - 1e-9;
        // The hyphen alone may make the difference: the line can still go on without it.
        const goesOn = !isForced && (!isOver || spare + shrinkable + letterShrink * boxes > -slack);
        if (goesOn) {
          before = node;
        } else {
          if (before === -1) head = following;
          else next[before] = following;
          if (node === tail) tail = before;
        }
        const isOnlyWay = isOver && pass.isLast && head === -1 && least === Number.POSITIVE_INFINITY;
        if (!isOver || isOnlyWay) {
          const badness = isOver ? worstBadness : Math.min(worstBadness, 100 * Math.abs(ratio * ratio * ratio));
          const base = linePenalty + badness;
          let total = demerits[node]! + base * base;
          if (price > 0) total += price * price;
          else if (price < 0 && !isForced) total -= price * price;
          const start = position[node]!;
          const hyphens = ladder[node]!;
          if (isFlagged && hyphens > 0) total += ladderDemerits * hyphens;
          if (isFlagged && hyphens >= mostHyphens) total += forbiddenLadderDemerits;
          if (isEnd && start >= 0) {
            if (hyphens > 0) total += start >= lastSpace ? fragmentDemerits : keepsLastWord ? forbiddenLadderDemerits : hyphenPrice;
            if (start >= lastSpace || lineWidth - room < setting.runtWidth) total += runtPrice;
          }
          const own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
          const contrast = own - fitness[node]!;
          if (contrast > 1 || contrast < -1) total += contrastDemerits;
          const after = number < lastLine ? number + 1 : number;
          const slot = 4 * after + own;
          if (slot >= bestDemerits.length) growBest(slot);
          if (total < bestDemerits[slot]!) {
            bestDemerits[slot] = total;
            bestNode[slot] = node;
            if (total < least) least = total;
            if (after < leastLine) leastLine = after;
            if (after > mostLine) mostLine = after;
          }
        }
        node = following;
      }
      if (mostLine >= 0) {
        let widthAfter = totalWidth - (postBreaks?.get(index)?.width ?? 0);
        let stretchAfter = totalStretch;
        let shrinkAfter = totalShrink;
        for (let after = index; after < length; after++) {
          const afterKind = kind[after]!;
          if (afterKind === box || afterKind === rigid) break;
          if (afterKind === glue) {
            widthAfter += width[after]!;
            stretchAfter += stretch[after]!;
            shrinkAfter += shrink[after]!;
          } else if (after > index && penalties[after]! <= -forbidden) break;
        }
        for (let slot = 4 * leastLine; slot < 4 * mostLine + 4; slot++) {
          const total = bestDemerits[slot]!;
          if (total === Number.POSITIVE_INFINITY) continue;
          bestDemerits[slot] = Number.POSITIVE_INFINITY;
          // Of equal lines, a class this much dearer can never win through a better contrast (The Algorithm Itself).
          if (leastLine === mostLine && total > least + contrastDemerits) continue;
          if (count >= position.length) {
            ({ position, previous, next, fitness, line, ladder, demerits, widthBefore, stretchBefore, shrinkBefore } = growPool());
          }
          const node = count++;
          const best = bestNode[slot]!;
          position[node] = index;
          previous[node] = best;
          fitness[node] = slot & 3;
          line[node] = slot >> 2;
          ladder[node] = isFlagged ? Math.min(254, ladder[best]! + 1) : 0;
          demerits[node] = total;
          widthBefore[node] = widthAfter;
          stretchBefore[node] = stretchAfter;
          shrinkBefore[node] = shrinkAfter;
          next[node] = -1;
          if (tail === -1) head = node;
          else next[tail] = node;
          tail = node;
        }
      }
      if (head === -1) return 0;
    }
    if (!isPenalty) {
      totalWidth += width[index]!;
      totalStretch += stretch[index]!;
      totalShrink += shrink[index]!;
    }
  }
  return chooseEnd(head, setting.looseness ?? 0);
}

const noWidths: readonly Pt[] = [];

/** Chooses among the ways to the end: the best one, or the best of those whose number of lines is nearest to the wanted one. */
function chooseEnd(head: number, looseness: number): number {
  const { demerits, next } = currentPool();
  let best = head;
  for (let node = head; node !== -1; node = next[node]!) if (demerits[node]! < demerits[best]!) best = node;
  if (looseness === 0 || best <= 0) return Math.max(0, best);
  const wanted = countLines(best) + looseness;
  let chosen = best;
  let distance = Math.abs(looseness);
  for (let node = head; node !== -1; node = next[node]!) {
    const own = Math.abs(countLines(node) - wanted);
    if (own < distance || (own === distance && demerits[node]! < demerits[chosen]!)) {
      chosen = node;
      distance = own;
    }
  }
  return chosen;
}

/** Returns the index of the last space, or -1; a last line that starts after it has one word. */
function lastGlueOf(items: LineItems): number {
  for (let index = items.length - 1; index >= 0; index--) if (items.kind[index] === glue) return index;
  return -1;
}
