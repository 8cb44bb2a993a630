/** Page breaks from one build to the next: what is kept changes nothing but the time that is spent. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCosts } from '../../../src/engine/layout/break-rules.ts';
import { rememberCuts } from '../../../src/engine/layout/earlier-cuts.ts';
import { type Flow, forbidden, type PageFloat, type Strip } from '../../../src/engine/layout/flow.ts';
import { openKeptCuts } from '../../../src/engine/layout/keep-cuts.ts';
import type { PageRoom } from '../../../src/engine/layout/page-room.ts';
import { paginate } from '../../../src/engine/layout/paginate.ts';
import type { KeptTable } from '../../../src/engine/source/workspace.ts';
import { type MemoryStore, memoryStore } from '../../support/memory-store.ts';
import { plainFlow } from '../../support/plain-strip.ts';
import { noBorder } from '../../support/test-style.ts';

const room: PageRoom = { height: 100, noteArea: 10, noteGap: 2 };

const note = (height: number, lines = 1): Strip['notes'][number] => ({
  number: 1,
  height: height * lines,
  origin: undefined,
  flow: plainFlow(Array.from({ length: lines }, () => ({ height }))),
});

const float: PageFloat = {
  side: 'top',
  flow: plainFlow([{ height: 30 }]),
  height: 30,
  gap: 5,
  notes: [],
  canStay: true,
  section: { first: 0, end: Number.POSITIVE_INFINITY },
  origin: undefined,
};

/** Strips of two columns with so many lines. */
function columnsOf(lines: number, height: number): Partial<Strip>[] {
  const flow = plainFlow(Array.from({ length: lines }, () => ({ height })));
  const columns = {
    flow,
    from: 0,
    to: lines,
    share: Math.ceil(lines / 2) / lines,
    lineStep: undefined,
    count: 2,
    x: 0,
    columnWidth: 100,
    gap: 10,
    direction: 'ltr' as const,
    rule: noBorder,
  };
  return flow.strips.map((_, index) => ({ height: height * columns.share, content: { kind: 'columns', columns, index } }));
}

/** Cuts flows as one build does: each is a later pass over the one before, with the same strips. */
function build(store: MemoryStore<KeptTable>, flows: readonly Flow[], wanted = room) {
  const kept = openKeptCuts(store, 'key');
  const cuts = rememberCuts(kept);
  // The next build has the same strips, but other objects.
  const copies = new Map<Strip, Strip>();
  const copyOf = (strip: Strip): Strip => {
    if (!copies.has(strip)) copies.set(strip, { ...strip });
    return copies.get(strip)!;
  };
  const pages = flows.map((flow) => paginate({ ...flow, strips: flow.strips.map(copyOf) }, wanted, undefined, cuts));
  kept.keep();
  return pages;
}

const afresh = (flows: readonly Flow[], wanted = room) => flows.map((flow) => paginate(flow, wanted));

const lines = (count: number, more: Partial<Strip> = {}): Partial<Strip>[] => Array.from({ length: count }, () => ({ height: 7, ...more }));

describe('what is kept of page breaks', () => {
  it('cuts what did not change, and what did, as if nothing were kept', () => {
    const strip = fc.record({
      height: fc.integer({ min: 5, max: 40 }),
      spaceBefore: fc.constantFrom(0, 0, 3),
      breakCost: fc.constantFrom(0, 100, breakCosts.avoidInside, forbidden),
      notes: fc.constantFrom([], [], [], [note(8)], [note(10, 3)], [note(6, 30)]),
      forcedBreak: fc.constantFrom(undefined, undefined, undefined, undefined, undefined, undefined, undefined, 'left' as const),
    });
    const floating = strip.map((one) => ({ ...one, floats: [float] }));
    const columns = fc.tuple(fc.integer({ min: 2, max: 30 }), fc.integer({ min: 5, max: 9 })).map((size) => columnsOf(...size));
    const some = fc.oneof(
      { weight: 12, arbitrary: strip.map((one) => [one]) },
      floating.map((one) => [one]),
      columns,
    );
    const parts = fc.array(some, { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(parts, fc.array(strip, { maxLength: 5 }), fc.nat(), fc.nat(5), (made, poured, place, dropped) => {
        const whole = made.map((part: Partial<Strip>[]) => plainFlow(part).strips);
        const flow: Flow = { ...plainFlow([]), strips: whole.flat() };
        const other: Flow = { ...flow, strips: whole.toSpliced(place % made.length, dropped, plainFlow(poured).strips).flat() };
        const store = memoryStore<KeptTable>();
        for (const flows of [[flow, other, flow], [other, flow, other], [flow], [flow, other], [other], [other, flow]]) {
          expect(build(store, flows)).toEqual(afresh(flows));
          expect(build(store, flows)).toEqual(afresh(flows));
        }
      }),
      { numRuns: 100 },
    );
  });

  it('writes only what is new, also of what was cut a second time', () => {
    const flow = plainFlow([...lines(40), ...lines(1, { notes: [note(6, 2)] }), ...lines(30), ...columnsOf(12, 6), ...lines(4)]);
    const shorter: Flow = { ...flow, strips: flow.strips.toSpliced(60, 2) };
    const lower: Flow = { ...flow, strips: flow.strips.with(60, { ...flow.strips[60]!, height: 20 }) };
    const store = memoryStore<KeptTable>();
    for (const [flows, writes] of [
      [[flow, shorter, flow], 1],
      [[flow, shorter, flow], 1],
      [[flow], 2],
      [[flow], 2],
      [[lower], 3],
      [[lower, shorter], 4],
      [[lower, shorter], 4],
      [[lower, lower], 5],
    ] as const) {
      build(store, flows);
      expect(store.writes()).toBe(writes);
    }
  });

  it('looks at the room of a page, at notes, at columns, and at the side on which a stretch begins', () => {
    const made = [...lines(30), ...lines(1, { notes: [note(6, 4)] }), ...lines(20), ...columnsOf(20, 6), ...lines(9)];
    const flow = plainFlow(made);
    const otherNote = plainFlow(made.with(30, { height: 7, notes: [note(9, 3)] }));
    const otherColumns = plainFlow(
      made.toSpliced(51, 20, ...columnsOf(20, 8).map((strip, at) => ({ ...strip, height: made[51 + at]!.height! }))),
    );
    const shifted = plainFlow([{ height: 50 }, { forcedBreak: 'any' }, ...made.slice(1)]);
    for (const [next, wanted] of [
      [flow, { ...room, height: 80 }],
      [flow, { ...room, noteArea: 20 }],
      [flow, { ...room, noteGap: 5 }],
      [otherNote, room],
      [otherColumns, room],
      [shifted, room],
    ] as const) {
      const store = memoryStore<KeptTable>();
      build(store, [flow]);
      expect(build(store, [next], wanted)).toEqual(afresh([next], wanted));
      expect(store.writes()).toBe(2);
    }
  });

  it('takes no notice of what cannot be read', () => {
    const flow = plainFlow(lines(40));
    const store = memoryStore<KeptTable>();
    build(store, [flow]);
    const whole = store.kept.get('key')!;
    for (const damaged of [
      { ...whole, head: '{' },
      { ...whole, head: '7' },
      { ...whole, head: '[]' },
      { ...whole, integers: whole.integers.subarray(1) },
      { ...whole, reals: whole.reals.subarray(1) },
    ]) {
      store.kept.set('key', damaged);
      expect(build(store, [flow])).toEqual(afresh([flow]));
      expect(store.kept.get('key')).toEqual(whole);
    }
  });
});
