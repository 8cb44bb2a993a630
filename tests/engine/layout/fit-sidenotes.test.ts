import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countFitting, fitSidenotes, type WantedNote } from '../../../src/engine/layout/fit-sidenotes.ts';

const room = { top: 100, height: 200, gap: 5 };
const notes = (...wanted: (readonly [y: number, height: number])[]): readonly WantedNote[] => wanted.map(([y, height]) => ({ y, height }));

describe('notes in the margin', () => {
  it('stand where they want to when they have room', () => {
    expect(fitSidenotes(notes([120, 20], [150, 20], [280, 20]), room)).toEqual([120, 150, 280]);
  });

  it('make way downward for those before them', () => {
    expect(fitSidenotes(notes([120, 30], [130, 20], [250, 20]), room)).toEqual([120, 155, 250]);
  });

  it('make way upward at the foot of the page, and stay on the page at its head', () => {
    expect(fitSidenotes(notes([270, 20], [280, 30]), room)).toEqual([245, 270]);
    expect(fitSidenotes(notes([90, 20]), room)).toEqual([100]);
    expect(fitSidenotes(notes([Number.NEGATIVE_INFINITY, 20], [105, 20]), room)).toEqual([100, 125]);
  });

  it('are as many as the page holds, but one at least', () => {
    expect(countFitting(notes([0, 100], [0, 95], [0, 1]), room)).toBe(2);
    expect(countFitting(notes([0, 300], [0, 1]), room)).toBe(1);
    expect(countFitting([], room)).toBe(0);
  });

  it('keep their order, lie apart and inside, and no other places are nearer to their lines in all', () => {
    const heights = fc.integer({ min: 1, max: 3 });
    const wanted = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), heights), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(wanted, (list) => {
        const called = notes(...list.sort(([a], [b]) => a - b));
        const page = { top: 0, height: 16, gap: 1 };
        fc.pre(countFitting(called, page) === called.length);
        const places = fitSidenotes(called, page);
        for (const [index, y] of places.entries()) {
          expect(y).toBeGreaterThanOrEqual(index === 0 ? page.top : places[index - 1]! + called[index - 1]!.height + page.gap);
          expect(y + called[index]!.height).toBeLessThanOrEqual(page.height);
        }
        const cost = places.reduce((sum, y, index) => sum + Math.abs(y - called[index]!.y), 0);
        expect(cost).toBe(leastCost(called, page));
      }),
    );
  });
});

/** All numbers are whole, so that some best answer is too: tries every one. */
function leastCost(called: readonly WantedNote[], page: { readonly height: number; readonly gap: number }): number {
  const tryFrom = (from: number, index: number): number => {
    const one = called[index];
    if (!one) return 0;
    let best = Number.POSITIVE_INFINITY;
    for (let y = from; y + one.height <= page.height; y += 1)
      best = Math.min(best, Math.abs(y - one.y) + tryFrom(y + one.height + page.gap, index + 1));
    return best;
  };
  return tryFrom(0, 0);
}
