/** Page breaks by cost: what goes where, and what gives way first. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCosts } from '../../../src/engine/layout/break-rules.ts';
import { rememberCuts } from '../../../src/engine/layout/earlier-cuts.ts';
import { type Flow, type Frame, forbidden, type Strip } from '../../../src/engine/layout/flow.ts';
import type { PageRoom } from '../../../src/engine/layout/page-room.ts';
import { paginate } from '../../../src/engine/layout/paginate.ts';
import { plainFlow, plainStrip } from '../../support/plain-strip.ts';
import { plainStyle } from '../../support/test-style.ts';

const room: PageRoom = { height: 100, noteArea: 10, noteGap: 0 };

const flowOf = (...strips: Partial<Strip>[]): Flow => plainFlow(strips);
const many = (count: number, strip: Partial<Strip> = {}): Partial<Strip>[] => Array.from({ length: count }, () => strip);
const starts = (flow: Flow): number[] => paginate(flow, room).map((page) => page.from);
const note = (height: number, lines = 1): Strip['notes'][number] => ({
  number: 1,
  height: height * lines,
  origin: undefined,
  flow: plainFlow(many(lines, { height })),
});

describe('paginate', () => {
  it('fills pages', () => {
    expect(starts(flowOf(...many(25)))).toEqual([0, 10, 20]);
  });

  it('drops the space above the first strip of a page', () => {
    expect(starts(flowOf(...many(4, { height: 25, spaceBefore: 0 }), { height: 100, spaceBefore: 40 }))).toEqual([0, 4]);
  });

  it('takes a heading to the next page with its paragraph', () => {
    expect(starts(flowOf(...many(9), {}, { breakCost: breakCosts.headingAlone }, ...many(5)))).toEqual([0, 9]);
  });

  it('moves a line down rather than leave a widow', () => {
    const paragraph = [{}, { breakCost: breakCosts.orphan }, {}, { breakCost: breakCosts.widow }];
    expect(starts(flowOf(...many(7), ...paragraph, ...many(3)))).toEqual([0, 9]);
  });

  it('keeps a callout whole when the gap is small, and tears it when a third of the page would be empty', () => {
    const callout = (count: number) => [{}, ...many(count - 1, { breakCost: breakCosts.avoidInside })];
    expect(starts(flowOf(...many(8), ...callout(4), ...many(4)))).toEqual([0, 8]);
    expect(starts(flowOf(...many(5), ...callout(8), ...many(2)))).toEqual([0, 10]);
  });

  it('counts notes and their separator with the line that calls them', () => {
    expect(starts(flowOf(...many(8), { notes: [note(15)] }, ...many(3)))).toEqual([0, 8]);
    expect(starts(flowOf(...many(6), { notes: [note(10)] }, ...many(3)))[1]).toBe(8);
  });

  it('divides a note rather than leave a third of a page empty, two lines at least on either side', () => {
    const pages = paginate(flowOf(...many(5), { notes: [note(10, 6)] }, ...many(6)), room);
    expect(pages.map((page) => [page.from, page.to, page.notes.map(({ from, to }) => [from, to])])).toEqual([
      [0, 6, [[0, 3]]],
      [6, 12, [[3, 6]]],
    ]);
  });

  it('prints the rest of a note before the notes of its page', () => {
    const pages = paginate(flowOf(...many(5), { notes: [note(10, 5)] }, {}, { notes: [note(10, 2)] }, ...many(3)), room);
    expect(pages[1]!.notes.map(({ from, to }) => [from, to])).toEqual([
      [3, 5],
      [0, 2],
    ]);
  });

  it('goes on with a note for as many pages as it needs, and with pages of its own after the text', () => {
    const pages = paginate(flowOf({}, { notes: [note(10, 40)] }), room);
    expect(pages.map(({ from, to }) => to - from)).toEqual([2, 0, 0, 0, 0]);
    expect(pages.map(({ notes }) => notes.reduce((lines, { from, to }) => lines + to - from, 0))).toEqual([7, 9, 9, 9, 6]);
  });

  it('would rather have two short pages than one, where they lie face to face', () => {
    const flow = flowOf({ height: 85 }, { height: 15, breakCost: 300 }, { height: 70 }, { height: 11 }, { height: 60, breakCost: 300 });
    const sideOf = (index: number) => (index % 2 === 0 ? 'right' : 'left');
    const breaks = (index: number) => paginate(flow, room, { index, sideOf }).map(({ to }) => to);
    expect(breaks(0)).toEqual([2, 4, 5]);
    expect(breaks(1)).toEqual([1, 3, 5]);
  });

  it('obeys forced breaks and remembers their side', () => {
    const pages = paginate(flowOf({}, { forcedBreak: 'right' }, {}), room);
    expect(pages.map((page) => [page.from, page.side])).toEqual([
      [0, undefined],
      [1, 'right'],
    ]);
  });

  it('counts a repeated table head and cloned padding on the following page', () => {
    const frame: Frame = {
      parent: undefined,
      style: plainStyle,
      x: 0,
      width: 100,
      origin: undefined,
      first: 0,
      last: 19,
      openAt: 0,
      closeAt: 0,
      repeated: [plainStrip],
    };
    const flow = flowOf(...many(20, { frame }));
    expect(starts(flow)).toEqual([0, 10, 19]);
  });

  it('puts something taller than a page on a page of its own and says so', () => {
    const pages = paginate(flowOf({}, { height: 150 }, {}), room);
    expect(pages.map((page) => [page.from, page.to, page.isOverfull])).toEqual([
      [0, 1, false],
      [1, 2, true],
      [2, 3, false],
    ]);
  });

  it('breaks even where every break is forbidden', () => {
    expect(starts(flowOf(...many(25, { breakCost: forbidden })))).toHaveLength(3);
  });

  it('places every strip once, in order, and overfills only what cannot fit', () => {
    const strip = fc.record({
      height: fc.integer({ min: 0, max: 140 }),
      spaceBefore: fc.integer({ min: 0, max: 20 }),
      breakCost: fc.constantFrom(0, 100, breakCosts.avoidInside, forbidden),
      lead: fc.integer({ min: 0, max: 5 }),
    });
    fc.assert(
      fc.property(fc.array(strip, { minLength: 1, maxLength: 120 }), (strips) => {
        const flow = flowOf(...strips);
        const pages = paginate(flow, room);
        expect(pages[0]!.from).toBe(0);
        expect(pages.at(-1)!.to).toBe(flow.strips.length);
        for (const [index, page] of pages.entries()) {
          expect(page.to).toBeGreaterThan(page.from);
          if (index > 0) expect(page.from).toBe(pages[index - 1]!.to);
          let height = 0;
          for (let at = page.from; at < page.to; at += 1)
            height += flow.strips[at]!.lead + flow.strips[at]!.height + (at > page.from ? flow.strips[at]!.spaceBefore : 0);
          if (page.isOverfull) expect(page.to - page.from).toBe(1);
          else expect(height).toBeLessThanOrEqual(room.height + 0.01);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('cuts a flow of which a part is new as it would cut it the first time', () => {
    const strip = fc.record({
      height: fc.integer({ min: 5, max: 40 }),
      breakCost: fc.constantFrom(0, 100, breakCosts.avoidInside, forbidden),
      notes: fc.constantFrom([], [], [], [note(8)], [note(10, 3)]),
      forcedBreak: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, undefined, undefined, 'left' as const),
    });
    const strips = fc.array(strip, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(strips, fc.array(strip, { maxLength: 5 }), fc.nat(), fc.nat(5), (made, poured, place, dropped) => {
        const flow = flowOf(...made);
        const at = place % made.length;
        const other: Flow = { ...flow, strips: flow.strips.toSpliced(at, dropped, ...flowOf(...poured).strips) };
        const cuts = rememberCuts();
        for (const one of [flow, other, flow]) expect(paginate(one, room, undefined, cuts)).toEqual(paginate(one, room));
      }),
      { numRuns: 150 },
    );
  });
});
