/**
 * What a page costs, in the unit of the break costs of the flow: 2,600 is a torn callout, 2,200 a widow.
 * Costs of pages add up over a booklet, and the pages with the least sum are printed.
 */

/** A page more than a third empty costs more than a torn callout; two half-filled gaps are hardly better than one whole. */
export const emptinessCost = (share: number): number =>
  share <= 0 ? 0 : 2_500 * share + 5_000 * share * share + (share > 1 / 3 ? 6_000 : 0);

/** A last page with a line or two on it looks like a mistake; any other may be as short as it is. */
export const lastPageCost = (filled: number, hasPagesBefore: boolean): number =>
  hasPagesBefore && filled < nearlyEmpty ? nearlyEmptyCost : 0;

const nearlyEmpty = 0.15;
const nearlyEmptyCost = 5_000;

/** Something that no page can hold. */
export const overfullCost = 1_000_000;

/** A page of nothing but the rest of a note. */
export const noteOnlyCost = 6_000;

/** Facing pages of unequal depth, by the difference of what they leave empty; less than a line of it is not seen. */
export function spreadCost(difference: number): number {
  const seen = Math.abs(difference) - 0.02;
  return seen > 0 ? Math.min(1_500, 3_000 * seen) : 0;
}

/** A page of nothing but floats. */
export const floatOnlyCost = 2_500;

/** A line or two of text among floats is hardly found. */
export const crowdedCost = (floatShare: number): number => (floatShare > 0.75 ? 700 : 0);
