/**
 * Chooses the best line breaks of a whole paragraph: D. E. Knuth and M. F. Plass, Breaking Paragraphs into Lines,
 * Software: Practice and Experience 11 (1981), 1119-1184. Section titles below are of that paper.
 *
 * Items and nodes are columns of typed arrays, kept between calls, because a book has a million of them. All lines are equally
 * long (an indent is a box), so breaks that differ only in their line number compete, as with TeX's \looseness=0; the cost is linear.
 */
import type { Pt } from '../geometry/length.ts';

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
}

/** What lines are to be like. */
export interface LineSetting {
  readonly width: Pt;
  /** How short a line may naturally be: stretch that each line has beside its spaces; 0 for justified text. */
  readonly rag: Pt;
  /** A last line shorter than this is a runt, and so is one of a single word. */
  readonly runtWidth: Pt;
}

/** Each line costs a little, so of two equal settings the shorter one wins (\linepenalty, p. 1128). */
const linePenalty = 10;
/** Between lines of which one is tight and the next loose (\adjdemerits). */
const contrastDemerits = 10_000;
/** As high as the hyphen's own price, so that a ladder is twice as dear as two hyphens apart. */
const ladderDemerits = 160_000;
/** A hyphen before the last line looks careless. */
const finalHyphenDemerits = 80_000;
/** Worth two or three lines with spaces stretched to one and a half times their limit. */
const runtDemerits = 400_000;
/** A last line that is only the end of a divided word: worth nearly anything. */
const fragmentDemerits = 2_000_000;
/** Badness is bounded (a stretch of about 14) so that one hopeless line does not drown the differences between the others. */
const worstBadness = 300_000;
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
  { tolerance: 2.5, isLast: false },
  { tolerance: 4.6, isLast: false },
  { tolerance: Number.POSITIVE_INFINITY, isLast: true },
];

/**
 * Returns the indexes of the items at which lines end, ascending. The last item must be a forced break.
 * Never fails: text that cannot fit gives overfull lines.
 */
export function breakLines(items: LineItems, setting: LineSetting): Int32Array {
  for (const pass of passes) {
    const last = findBest(items, setting, pass);
    if (last > 0) return tracePath(last);
  }
  return Int32Array.of(items.length - 1);
}

/** Columns of the nodes: a node is a feasible break, reached in the best way (The Algorithm Itself). */
interface NodePool {
  capacity: number;
  position: Int32Array;
  previous: Int32Array;
  /** The next active node. */
  next: Int32Array;
  fitness: Uint8Array;
  demerits: Float64Array;
  /** Sums over all items up to the first one that stays on the next line. */
  widthBefore: Float64Array;
  stretchBefore: Float64Array;
  shrinkBefore: Float64Array;
}

const createPool = (capacity: number): NodePool => ({
  capacity,
  position: new Int32Array(capacity),
  previous: new Int32Array(capacity),
  next: new Int32Array(capacity),
  fitness: new Uint8Array(capacity),
  demerits: new Float64Array(capacity),
  widthBefore: new Float64Array(capacity),
  stretchBefore: new Float64Array(capacity),
  shrinkBefore: new Float64Array(capacity),
});

let pool = createPool(4096);

function growPool(): void {
  const larger = createPool(pool.capacity * 2);
  larger.position.set(pool.position);
  larger.previous.set(pool.previous);
  larger.next.set(pool.next);
  larger.fitness.set(pool.fitness);
  larger.demerits.set(pool.demerits);
  larger.widthBefore.set(pool.widthBefore);
  larger.stretchBefore.set(pool.stretchBefore);
  larger.shrinkBefore.set(pool.shrinkBefore);
  pool = larger;
}

/** The best way to each fitness class (More Bells and Whistles: tight, decent, loose, very loose) at the break under trial. */
const bestDemerits = new Float64Array(4);
const bestNode = new Int32Array(4);

/** Runs over the items once; returns the best node at the end, or 0 when the pass finds no way. */
function findBest(items: LineItems, setting: LineSetting, pass: Pass): number {
  const { length, kind, width, stretch, shrink, penalty: penalties, flagged } = items;
  const lastSpace = lastGlueOf(items);
  let { position, previous, next, fitness, demerits, widthBefore, stretchBefore, shrinkBefore } = pool;
  position[0] = -1;
  previous[0] = -1;
  next[0] = -1;
  fitness[0] = 1;
  demerits[0] = 0;
  widthBefore[0] = stretchBefore[0] = shrinkBefore[0] = 0;
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
      const added = isPenalty ? width[index]! : 0;
      const isFlagged = flagged[index]! === 1;
      bestDemerits.fill(Number.POSITIVE_INFINITY);
      let least = Number.POSITIVE_INFINITY;
      let before = -1;
      for (let node = head; node !== -1; ) {
        const following = next[node]!;
        const spare = setting.width - (totalWidth - widthBefore[node]!);
        const room = spare - added;
        const shrinkable = totalShrink - shrinkBefore[node]!;
        let ratio = 0;
        if (room > slack) {
          const stretchable = totalStretch - stretchBefore[node]! + setting.rag;
          if (!isForced) ratio = stretchable > 0 ? room / stretchable : forbidden;
        } else if (room < -slack) {
          ratio = shrinkable > 0 ? room / shrinkable : -forbidden;
        }
        // Active nodes stand in the order of the text: if this line is too short, those that start later are shorter still.
        if (ratio > pass.tolerance) break;
        const isOver = ratio < -1 - 1e-9;
        // The hyphen alone may make the difference: the line can still go on without it.
        const goesOn = !isForced && (!isOver || spare + shrinkable > -slack);
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
          const followsHyphen = start >= 0 && flagged[start]! === 1;
          if (followsHyphen && isFlagged) total += ladderDemerits;
          if (isEnd && start >= 0) {
            if (followsHyphen) total += start >= lastSpace ? fragmentDemerits : finalHyphenDemerits;
            if (start >= lastSpace || setting.width - room < setting.runtWidth) total += runtDemerits;
          }
          const own = ratio < -0.5 ? 0 : ratio <= 0.5 ? 1 : ratio <= 1 ? 2 : 3;
          const contrast = own - fitness[node]!;
          if (contrast > 1 || contrast < -1) total += contrastDemerits;
          if (total < bestDemerits[own]!) {
            bestDemerits[own] = total;
            bestNode[own] = node;
            if (total < least) least = total;
          }
        }
        node = following;
      }
      if (least < Number.POSITIVE_INFINITY) {
        let widthAfter = totalWidth;
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
        for (let own = 0; own < 4; own++) {
          // A class this much dearer can never win through a better contrast (The Algorithm Itself).
          if (bestDemerits[own]! > least + contrastDemerits) continue;
          if (count >= pool.capacity) {
            growPool();
            ({ position, previous, next, fitness, demerits, widthBefore, stretchBefore, shrinkBefore } = pool);
          }
          const node = count++;
          position[node] = index;
          previous[node] = bestNode[own]!;
          fitness[node] = own;
          demerits[node] = bestDemerits[own]!;
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
  let best = head;
  for (let node = head; node !== -1; node = next[node]!) if (demerits[node]! < demerits[best]!) best = node;
  return Math.max(0, best);
}

/** Returns the index of the last space, or -1; a last line that starts after it has one word. */
function lastGlueOf(items: LineItems): number {
  for (let index = items.length - 1; index >= 0; index--) if (items.kind[index] === glue) return index;
  return -1;
}

function tracePath(last: number): Int32Array {
  let count = 0;
  for (let node = last; node > 0; node = pool.previous[node]!) count++;
  const path = new Int32Array(count);
  for (let node = last; node > 0; node = pool.previous[node]!) path[--count] = pool.position[node]!;
  return path;
}
