/**
 * What lines cost: how a line's stretch becomes badness, and what the eye minds beside it. Demerits are those of Knuth and Plass,
 * p. 1128: the square of badness and line penalty, plus the square of the break's own price, plus the rest below.
 */
import type { Pt } from '../geometry/length.ts';

/** Each line costs a little, so of two equal settings the shorter one wins (\linepenalty, p. 1128). */
export const linePenalty = 10;
/** Between lines of which one is tight and the next loose (\adjdemerits). */
export const contrastDemerits = 10_000;
/** For the second hyphen in a row; each further one costs as much more. As dear as ten hyphens apart: a ladder is what readers see (measured). */
export const ladderDemerits = 30_000_000;
/** For more hyphens in a row than the style allows. */
export const forbiddenLadderDemerits = 1e13;
/** A hyphen before the last line looks careless. */
export const finalHyphenDemerits = 500_000;
/** Worth a hyphen or two, or a line with spaces of more than twice their width. */
export const runtDemerits = 2_000_000;
/**
 * In ragged text, where a line five type sizes shorter than the measure is nothing unusual, and costs as much. With an eighth of it,
 * the ragged text of `npm run bench -- --quality` has 22 runts, and one with this; its edge is as even, and its hyphens are nearly as few.
 */
export const raggedRuntDemerits = 16_000_000;
/** Half a runt: a hyphen is a poor way out of one, where lines may be short instead. */
export const raggedFinalHyphenDemerits = 8_000_000;
/** A last line that is only the end of a divided word: worth nearly anything. */
export const fragmentDemerits = 4_000_000;
/** Badness is bounded so that one hopeless line does not drown the differences between the others. */
export const worstBadness = 3_000_000;

/** What lines are to be like. */
export interface LineSetting {
  readonly width: Pt;
  /** Widths of the first lines where they differ, as beside an initial letter. */
  readonly firstWidths?: readonly Pt[] | undefined;
  /** How short a line may naturally be: stretch that each line has beside its spaces; 0 for justified text. */
  readonly rag: Pt;
  /** Stretch of a line that has none: what it falls short by then costs as much as a gap as wide. */
  readonly loneStretch?: Pt;
  /** A last line shorter than this is a runt, and so is one of a single word. */
  readonly runtWidth: Pt;
  /** How much the letters of a line may give and take beside its spaces, as shares of the width of its boxes. */
  readonly letterStretch?: number;
  readonly letterShrink?: number;
  /** So many lines in a row may end in a hyphen, if there is another way (`hyphenate-limit-lines`). */
  readonly mostHyphens?: number | undefined;
  /** Forbids a hyphen before the last line, if there is another way (`hyphenate-limit-last`). */
  readonly keepsLastWord?: boolean;
  /** Whether what hangs over the end of a line always does; otherwise only where the line would be too long. */
  readonly mustHang?: boolean;
  /** So many lines more than the best setting has are wanted, or fewer (TeX's \looseness). */
  readonly looseness?: number;
}

/**
 * Spaces are stretched and shrunk alone up to this share of what they give and take; then letters help; then spaces do the rest.
 * A space of text type is then between 9/10 and 23/20 of its natural width: nobody sees that.
 */
export const spacesAlone = 0.3;
/** Letters that are spaced as much as they may be are as bad as spaces stretched by this much more. */
const letterCost = 0.3;

/** Returns how bad a line's stretch is, in units of the stretch of its spaces: as TeX's adjustment ratio, with letters counted in. */
export function stretchRatio(room: Pt, stretchable: Pt, letters: Pt): number {
  if (stretchable <= 0) return 10_000;
  const ratio = room / stretchable;
  if (letters <= 0 || ratio <= spacesAlone) return ratio;
  const beyond = room - spacesAlone * stretchable;
  if (beyond <= letters) return spacesAlone + (letterCost * beyond) / letters;
  return letterCost + (room - letters) / stretchable;
}

/** Returns how bad a line's shrinking is, negative; below -1 the line is too long. */
export function shrinkRatio(room: Pt, shrinkable: Pt, letters: Pt): number {
  if (shrinkable <= 0) return letters > 0 && -room <= letters ? room / letters : -10_000;
  const ratio = room / shrinkable;
  if (letters <= 0 || ratio >= -spacesAlone) return ratio;
  const beyond = -room - spacesAlone * shrinkable;
  // Letters and the rest of the spaces shrink together here, so that -1 still means that nothing is left.
  return -spacesAlone - ((1 - spacesAlone) * beyond) / (letters + (1 - spacesAlone) * shrinkable);
}
