/**
 * Figures that do not fit on their page are the one thing that can leave much of it empty: boxes and tables are torn before. So a
 * figure that would leave more than a third of a page floats, and the text after it fills the page.
 */
import type { StyledElement } from '../style/style.ts';
import { breakCosts } from './break-rules.ts';
import type { CutPage } from './layout-pages.ts';

const mostEmpty = 1 / 3;

/** A page that ends for want of room, and leaves too much of it. */
const isTooEmpty = ({ part, emptiness }: CutPage): boolean =>
  part !== undefined && emptiness > mostEmpty && part.to < part.flow.strips.length && part.flow.strips[part.to]!.forcedBreak === undefined;

export const countGaps = (cut: readonly CutPage[]): number => cut.filter(isTooEmpty).length;

/** Returns the figures that begin a page, alone or below their heading, because the page before is left too empty. */
export function figuresAfterGaps(cut: readonly CutPage[]): readonly StyledElement[] {
  return cut.filter(isTooEmpty).flatMap(({ part }) => {
    const { strips } = part!.flow;
    let first = part!.to;
    while (!strips[first]!.figure && (strips[first + 1]?.breakCost ?? 0) >= breakCosts.headingAlone) first += 1;
    return strips[first]!.figure ?? [];
  });
}
