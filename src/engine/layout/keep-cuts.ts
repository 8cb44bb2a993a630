/**
 * What a build keeps of its page breaks for the next one, which finds most of its stretches as they were, and begins the others in the
 * same way. Breaks follow from numbers only, which are compared one by one: nobody need know what an author has changed.
 */
import type { TableStore } from '../source/workspace.ts';
import type { Strip } from './flow.ts';
import { type KeptWays, readWays, restoreWays, storeWays, writeWays } from './kept-ways.ts';
import type { Stretch } from './measure-stretch.ts';
import type { EarlierWays, KnownWays } from './try-pages.ts';

/** The cuts of one edition. */
export interface KeptCuts {
  /** Returns what the last build found when it cut this stretch for so many times; `own` is what earlier cuts of this build have found. */
  next(stretch: Stretch, own: EarlierWays | undefined): EarlierWays | undefined;
  /** Takes what has been found of that stretch; up to `position` it was known. */
  take(known: KnownWays, position: number): void;
  /** Keeps what was taken for the next build if anything of it is new. */
  keep(): void;
}

/** The cuts of stretches with the same first strip, one after the other. */
interface Chain {
  readonly earlier: readonly KeptWays[];
  readonly taken: KeptWays[];
  /** Whether this build has found nothing else so far. */
  isOld: boolean;
}

/** Opens what was kept under a key. Stretches are known by their order. */
export function openKeptCuts(store: TableStore, key: string): KeptCuts {
  const earlier = chainsOf(readWays(store.read(key)));
  const chains = new Map<Strip, Chain>();
  /** What `next` was last asked about, and has returned. */
  let asked: { readonly own: EarlierWays | undefined; readonly restored: EarlierWays | undefined } | undefined;
  const chainOf = ({ strips, from }: Stretch): Chain => {
    const first = strips[from]!;
    let chain = chains.get(first);
    if (!chain) chains.set(first, (chain = { earlier: earlier[chains.size] ?? [], taken: [], isOld: true }));
    return chain;
  };
  return {
    next(stretch, own) {
      const chain = chainOf(stretch);
      const isKnown = own?.same === stretch.count && own.ways.longest.length === stretch.count + 1;
      const kept = chain.isOld && !isKnown ? chain.earlier[chain.taken.length] : undefined;
      const restored = kept && restoreWays(kept, stretch, own);
      asked = { own, restored };
      return restored;
    },
    take(known, position) {
      const chain = chainOf(known.stretch);
      const isKnown = position === known.stretch.count;
      if (isKnown && asked?.restored) {
        chain.taken.push(chain.earlier[chain.taken.length]!);
      } else if (!isKnown) {
        const isFirst = chain.taken.length === 0;
        const since = asked?.own && !asked.restored && position > 0 ? position : -1;
        chain.taken.push(storeWays(known, { isFirst, since }));
        chain.isOld = false;
      }
    },
    keep() {
      const isOld = [...chains.values()].every((chain) => chain.isOld && chain.taken.length === chain.earlier.length);
      if (!isOld || chains.size !== earlier.length) store.write(key, writeWays([...chains.values()].flatMap(({ taken }) => taken)));
    },
  };
}

/** Of each stretch, what was found at first stands before what was found later. */
function chainsOf(ways: readonly KeptWays[]): readonly (readonly KeptWays[])[] {
  const chains: KeptWays[][] = [];
  for (const kept of ways) {
    if (kept.head.isFirst) chains.push([]);
    chains.at(-1)?.push(kept);
  }
  return chains;
}
