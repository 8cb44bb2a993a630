/** What CSS says of breaks between blocks, as costs for `paginate.ts` and as breaks that it must take. */
import type { Style } from '../style/style.ts';
import type { ForcedBreak } from './flow.ts';

/**
 * Costs of breaks that CSS says to avoid. They are finite, so that a page always ends somewhere, and ordered: a torn
 * formula is worse than a heading alone, which is worse than a torn callout, which is worse than a widow. Wishes add up:
 * the lines of an answer inside a question that wants to stay whole hold together twice as firmly. A row is torn rather than leave more
 * than a third of a page empty (`emptinessCost`), but not for less, even where a break above it would tear a short table, too.
 */
export const breakCosts = {
  tornFormula: 22_000,
  headingAlone: 20_000,
  markerAlone: 20_000,
  tornAnswer: 9_000,
  tornRow: 5_000,
  avoidInside: 2_600,
  orphan: 2_200,
  widow: 2_200,
  afterColon: 1_200,
  lineBelowHeading: 1_200,
  listEnd: 700,
  listItem: 160,
  tornGroup: 300,
  hyphen: 60,
  beforeRow: 10,
} as const;

/** Recto is the right-hand page of a booklet that reads to the right, and the left-hand page of one that reads to the left. */
export function forcedSide(style: Style, value: Style['breakBefore']): ForcedBreak | undefined {
  if (value === 'auto' || value === 'avoid' || value === 'column') return undefined;
  if (value === 'page') return 'any';
  if (value === 'left' || value === 'right') return value;
  return (value === 'recto') === (style.direction === 'ltr') ? 'right' : 'left';
}

/** Of two forced breaks at one place, the one that names a side; of two such, the later. */
export const strongest = (a: ForcedBreak | undefined, b: ForcedBreak): ForcedBreak =>
  a === undefined || a === 'any' ? b : b === 'any' ? a : b;
