/** What is known of stretches of strips that have been cut before. One that is cut again begins as it did, and often only its end is new. */
import type { Strip } from './flow.ts';
import type { KeptCuts } from './keep-cuts.ts';
import type { Stretch } from './measure-stretch.ts';
import type { EarlierWays, KnownWays } from './try-pages.ts';

/** The cuts of one edition: those of this build, and before them those of the last one. */
export interface EarlierCuts {
  /** Returns the measures of a stretch that began with the same strip. */
  measuresOf(first: Strip): Stretch | undefined;
  /** Returns what earlier cuts have found of a stretch. */
  before(stretch: Stretch): EarlierWays | undefined;
  /** Takes all that has been found of this stretch; up to `position` it was known. */
  take(known: KnownWays, position: number): void;
}

/** Remembers cuts, and asks those that were kept for what is not yet known. */
export function rememberCuts(kept?: KeptCuts): EarlierCuts {
  const cuts = new Map<Strip, KnownWays>();
  return {
    measuresOf: (first) => cuts.get(first)?.stretch,
    before(stretch) {
      const ways = cuts.get(stretch.strips[stretch.from]!);
      const own = ways && { ways, same: stretch.same };
      return kept?.next(stretch, own) ?? own;
    },
    take(known, position) {
      cuts.set(known.stretch.strips[known.stretch.from]!, known);
      kept?.take(known, position);
    },
  };
}
