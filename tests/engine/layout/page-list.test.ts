import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldPages, type IndexedPlace, pagesOfPlaces, writeSpan } from '../../../src/engine/layout/page-list.ts';
import { noReferences } from '../../../src/engine/layout/references.ts';

const words = {
  number: String,
  label: (_name: string, values: Readonly<Record<string, string>> = {}) => `${values.from}–${values.to}`,
};

/** Writes places as `4`, `4-6` for a marked range, with `!` behind a principal one; numbers are those of pages. */
function listOf(text: string): string {
  const pageOf = new Map<string, number>();
  const places = text.split(' ').map((piece, index): IndexedPlace => {
    const [from, to] = piece.replace('!', '').split('-').map(Number);
    pageOf.set(`from-${index}`, from! - 1);
    if (to !== undefined) pageOf.set(`to-${index}`, to - 1);
    return { to: `from-${index}`, through: to === undefined ? undefined : `to-${index}`, isPrincipal: piece.endsWith('!') };
  });
  const pages = pagesOfPlaces(places, { ...noReferences, pageOf });
  return foldPages(pages)
    .map((span) => writeSpan(span, words) + (span.from.isPrincipal ? '!' : ''))
    .join(', ');
}

describe('a list of pages', () => {
  it.each([
    ['4 4 9', '4, 9'],
    ['4 7 8 9', '4, 7–9'],
    ['4 5 9', '4, 5, 9'],
    ['4-5 9', '4–5, 9'],
    ['9 8 7', '7–9'],
    ['4-6 6 8', '4–6, 8'],
    ['4-5 6', '4–6'],
    ['4 5! 6', '4, 5!, 6'],
    ['4-8 6!', '4–5, 6!, 7–8'],
    ['7!', '7!'],
    ['7-4', '7'],
  ])('of %s is %s', (places, expected) => {
    expect(listOf(places)).toBe(expected);
  });

  it('names every page once, whatever the places', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 3 })), { minLength: 1, maxLength: 12 }),
        (places) => {
          const list = listOf(places.map(([page, more]) => (more === 0 ? `${page}` : `${page}-${page + more}`)).join(' '));
          const named = list.split(', ').flatMap((piece) => {
            const [from, to = from] = piece.split('–').map(Number);
            return Array.from({ length: to! - from! + 1 }, (_, index) => from! + index);
          });
          const wanted = new Set(places.flatMap(([page, more]) => Array.from({ length: more + 1 }, (_, index) => page + index)));
          expect(named).toEqual([...wanted].sort((a, b) => a - b));
        },
      ),
    );
  });
});
