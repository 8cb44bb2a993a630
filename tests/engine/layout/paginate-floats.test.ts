/** Floats and long notes in page breaking: where they may go, and that everything is placed once whatever the document is like. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PageSlice } from '../../../src/engine/layout/cut-stretch.ts';
import type { Flow, Note, PageFloat, Strip } from '../../../src/engine/layout/flow.ts';
import { forbidden } from '../../../src/engine/layout/flow.ts';
import type { PageRoom } from '../../../src/engine/layout/page-room.ts';
import { paginate } from '../../../src/engine/layout/paginate.ts';
import { plainFlow } from '../../support/plain-strip.ts';

const room: PageRoom = { height: 100, noteArea: 10, noteGap: 2 };

const many = (count: number, strip: Partial<Strip> = {}): Partial<Strip>[] => Array.from({ length: count }, () => strip);

const noteOf = (lines: number, number = 1): Note => ({
  number,
  height: 10 * lines,
  origin: undefined,
  flow: plainFlow(many(lines)),
});

const floatOf = (height: number, rest: Partial<PageFloat> = {}): PageFloat => ({
  side: 'top',
  flow: plainFlow([{ height }]),
  height,
  gap: 5,
  notes: [],
  canStay: true,
  section: { first: 0, end: Number.POSITIVE_INFINITY },
  origin: undefined,
  ...rest,
});

const placesOf = (pages: readonly PageSlice[]): string[] =>
  pages.map(({ from, to, floats }) => [`${from}-${to}`, ...floats.map(({ place, float }) => `${place} ${float.height}`)].join(', '));

/** Height of all that a page holds. */
function depthOf({ from, to, floats, notes }: PageSlice, { strips }: Flow): number {
  let height = floats.reduce((sum, { float, place }) => sum + float.height + (place === 'here' ? 2 : 1) * float.gap, 0);
  for (let index = from; index < to; index += 1) height += strips[index]!.height + (index > from ? strips[index]!.spaceBefore : 0);
  const noteHeights = [...notes.map((note) => note.height), ...floats.flatMap(({ float }) => float.notes.map((note) => note.height))];
  return noteHeights.reduce((sum, one) => sum + one + room.noteGap, height + (noteHeights.length > 0 ? room.noteArea : 0));
}

describe('a float', () => {
  it('leaves its place to the text and stands at the head of the next page', () => {
    expect(placesOf(paginate(plainFlow([...many(5), { floats: [floatOf(40)] }, ...many(8)]), room))).toEqual(['0-10', '10-14, top 40']);
  });

  it('stands at the foot of its own page when there is room', () => {
    const float = floatOf(40, { side: 'bottom' });
    expect(placesOf(paginate(plainFlow([{}, { floats: [float] }, ...many(10)]), room))[0]).toBe('0-5, bottom 40');
  });

  it('stays above the end of its section, where it was written if need be', () => {
    const float = floatOf(40, { section: { first: 0, end: 3 } });
    expect(placesOf(paginate(plainFlow([{}, { floats: [float] }, ...many(3)]), room))).toEqual(['0-5, here 40']);
    expect(placesOf(paginate(plainFlow([{}, { floats: [{ ...float, canStay: false }] }, ...many(3)]), room))).toEqual([
      '0-3, bottom 40',
      '3-5',
    ]);
  });

  it('keeps its order among others, of which fifty may be written at one place', () => {
    const floats = Array.from({ length: 50 }, (_, index) => floatOf(20 + index, { side: index % 3 === 0 ? 'bottom' : 'top' }));
    const pages = paginate(plainFlow([...many(3), { floats }, ...many(30)]), room);
    expect(pages.flatMap((page) => page.floats.map(({ float }) => float.height))).toEqual(floats.map(({ height }) => height));
  });
});

describe('whatever a text is like', () => {
  const strip = fc.record({
    height: fc.integer({ min: 0, max: 60 }),
    spaceBefore: fc.integer({ min: 0, max: 12 }),
    breakCost: fc.constantFrom(0, 0, 2_200, forbidden),
    note: fc.option(fc.integer({ min: 1, max: 25 }), { nil: undefined, freq: 5 }),
    float: fc.option(
      fc.record({ height: fc.integer({ min: 1, max: 90 }), side: fc.constantFrom('top', 'bottom', 'nearest'), ends: fc.nat(6) }),
      {
        nil: undefined,
        freq: 4,
      },
    ),
    forcedBreak: fc.option(fc.constantFrom('any', 'left', 'right'), { nil: undefined, freq: 12 }),
  });

  it('every strip, float and line of a note is placed once and in order, and nothing is higher than a page', () => {
    fc.assert(
      fc.property(fc.array(strip, { minLength: 1, maxLength: 80 }), fc.boolean(), (inputs, canStay) => {
        const flow = plainFlow(
          inputs.map(({ note, float, ...rest }, index) => ({
            ...rest,
            notes: note === undefined ? [] : [noteOf(note, index)],
            ...(float && {
              floats: [
                floatOf(float.height, {
                  side: float.side,
                  canStay,
                  section: { first: 0, end: Math.min(inputs.length, index + 1 + float.ends) },
                }),
              ],
            }),
          })),
        );
        const pages = paginate(flow, room);
        expect(pages.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, index) => from + index))).toEqual(
          flow.strips.map((_, index) => index),
        );
        expect(pages.flatMap(({ floats }) => floats.map(({ float }) => float))).toEqual(flow.strips.flatMap(({ floats = [] }) => floats));
        const lines = pages.flatMap(({ notes }) =>
          notes.flatMap(({ note, from, to }) => Array.from({ length: to - from }, (_, index) => `${note.number}.${from + index}`)),
        );
        expect(lines).toEqual(
          flow.strips.flatMap(({ notes }) => notes.flatMap((note) => note.flow.strips.map((_, index) => `${note.number}.${index}`))),
        );
        for (const page of pages) {
          expect(page.to - page.from + page.floats.length + page.notes.length).toBeGreaterThan(0);
          // A page of floats alone needs no space below the last one.
          const spare = page.to === page.from ? 5 : 0;
          if (!page.isOverfull) expect(depthOf(page, flow)).toBeLessThanOrEqual(room.height + spare + 0.01);
          for (const { call } of page.floats) expect(page.to).toBeGreaterThan(call);
        }
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['strips without height', many(5_000, { height: 0 })],
    ['strips that all want to stay together', many(4_000, { breakCost: forbidden })],
    ['a note on each line', Array.from({ length: 1_500 }, (_, index) => ({ notes: [noteOf(4, index)] }))],
    [
      'a note of a thousand lines on a hundred lines',
      Array.from({ length: 100 }, (_, index) => ({ notes: index % 25 === 0 ? [noteOf(1_000, index)] : [] })),
    ],
    ['a float on each line', many(1_500, { floats: [floatOf(30)] })],
  ])('pages come out in time proportional to it: %s', (_, strips) => {
    const flow = plainFlow(strips);
    const began = process.cpuUsage();
    const pages = paginate(flow, room);
    const { user, system } = process.cpuUsage(began);
    expect((user + system) / 1_000).toBeLessThan(6_000);
    expect(pages.at(-1)!.to).toBe(flow.strips.length);
  });
});
