/**
 * Figures that do not fit on their page are the one thing that can leave much of it empty: boxes and tables are torn before. So a
 * figure that would leave more than a third of a page floats, and the text after it fills the page.
 */
import type { StyledElement } from '../style/style.ts';
import { breakCosts } from './break-rules.ts';
import type { CutPage } from './layout-pages.ts';

const mostEmpty = 1 / 3;

/** Pages end early to spread the gap that a figure leaves further on: so many are looked at. */
const mostPagesAhead = 3;

/** Whether a page ends for want of room. */
const endsForRoom = ({ part }: CutPage): boolean =>
  part !== undefined && part.to < part.flow.strips.length && part.flow.strips[part.to]!.forcedBreak === undefined;

const isTooEmpty = (page: CutPage): boolean => page.emptiness > mostEmpty && endsForRoom(page);

export const countGaps = (cut: readonly CutPage[]): number => cut.filter(isTooEmpty).length;

/** Returns the figures that begin a page, alone or below their heading, because the page before is left too empty, or one before that. */
export function figuresAfterGaps(cut: readonly CutPage[]): readonly StyledElement[] {
  return cut.flatMap((page, index) => {
    if (!isTooEmpty(page)) return [];
    for (const next of cut.slice(index, index + mostPagesAhead)) {
      if (!endsForRoom(next)) break;
      const figure = figureBelow(next);
      if (figure) return [figure];
    }
    return [];
  });
}

function figureBelow({ part }: CutPage): StyledElement | undefined {
  const { strips } = part!.flow;
  let first = part!.to;
  while (!strips[first]!.figure && (strips[first + 1]?.breakCost ?? 0) >= breakCosts.headingAlone) first += 1;
  return strips[first]!.figure;
}
