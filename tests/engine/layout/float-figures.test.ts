/** Which figures float because a page would be left too empty. */
import { describe, expect, it } from 'vitest';
import { breakCosts } from '../../../src/engine/layout/break-rules.ts';
import { figuresAfterGaps } from '../../../src/engine/layout/float-figures.ts';
import type { Strip } from '../../../src/engine/layout/flow.ts';
import type { CutPage } from '../../../src/engine/layout/layout-pages.ts';
import type { StyledElement } from '../../../src/engine/style/style.ts';
import { plainFlow } from '../../support/plain-strip.ts';

const figure = { name: 'figure' } as StyledElement;

/** Pages of two strips each, as empty as it is said. */
function pagesOf(emptiness: readonly number[], ...strips: Partial<Strip>[]): readonly CutPage[] {
  const flow = plainFlow(strips);
  const room = { height: 100, noteArea: 0, noteGap: 0 };
  return emptiness.map((share, index) => ({
    name: '',
    sequence: 0,
    room,
    side: 'right',
    part: { flow, from: index * 2, to: Math.min(index * 2 + 2, strips.length), floats: [], notes: [] },
    emptiness: share,
  }));
}

describe('a figure floats', () => {
  it('that begins the page after one that is too empty', () => {
    expect(figuresAfterGaps(pagesOf([0.5, 0], {}, {}, { figure }, {}))).toEqual([figure]);
    expect(figuresAfterGaps(pagesOf([0.3, 0], {}, {}, { figure }, {}))).toEqual([]);
  });

  it('also below its heading', () => {
    const below = { figure, breakCost: breakCosts.headingAlone };
    expect(figuresAfterGaps(pagesOf([0.5, 0, 0], {}, {}, {}, below, {}, {}))).toEqual([figure]);
  });

  it('for which an earlier page ends early', () => {
    expect(figuresAfterGaps(pagesOf([0.5, 0.2, 0], {}, {}, {}, {}, { figure }, {}))).toEqual([figure]);
  });

  it('never over a forced break', () => {
    expect(figuresAfterGaps(pagesOf([0.5, 0.2, 0], {}, {}, {}, {}, { figure, forcedBreak: 'any' }, {}))).toEqual([]);
  });
});
