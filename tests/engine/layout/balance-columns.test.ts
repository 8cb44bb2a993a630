/** Columns as short as they can be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { balanceColumns } from '../../../src/engine/layout/balance-columns.ts';
import { breakCosts } from '../../../src/engine/layout/break-rules.ts';
import type { Columns, Strip } from '../../../src/engine/layout/flow.ts';
import { plainFlow } from '../../support/plain-strip.ts';
import { noBorder } from '../../support/test-style.ts';

function columnsOf(count: number, ...strips: Partial<Strip>[]): Columns {
  const flow = plainFlow(strips);
  return {
    flow,
    from: 0,
    to: strips.length,
    share: 1,
    lineStep: undefined,
    count,
    x: 0,
    columnWidth: 100,
    gap: 10,
    direction: 'ltr',
    rule: noBorder,
  };
}

const many = (count: number, strip: Partial<Strip> = {}): Partial<Strip>[] => Array.from({ length: count }, () => strip);

describe('balanceColumns', () => {
  it('divides equal lines equally', () => {
    expect(balanceColumns(columnsOf(2, ...many(8)), 0, 8)).toEqual({ starts: [0, 4], height: 40 });
  });

  it('gives the first columns what is over', () => {
    expect(balanceColumns(columnsOf(3, ...many(7)), 0, 7).starts).toEqual([0, 3, 6]);
  });

  it('drops the space above the first line of each column', () => {
    expect(balanceColumns(columnsOf(2, ...many(4, { spaceBefore: 6 })), 0, 4)).toEqual({ starts: [0, 2], height: 26 });
  });

  it('keeps a term with its definition', () => {
    const entry = [{}, { breakCost: breakCosts.headingAlone }, { breakCost: breakCosts.avoidInside }];
    expect(balanceColumns(columnsOf(2, ...entry, ...entry, ...entry), 0, 9).starts).toEqual([0, 6]);
  });

  it('leaves a column empty rather than tear an entry', () => {
    const entry = [
      {},
      { breakCost: breakCosts.headingAlone },
      { breakCost: breakCosts.avoidInside },
      { breakCost: breakCosts.avoidInside },
    ];
    expect(balanceColumns(columnsOf(2, ...entry), 0, 4)).toEqual({ starts: [0], height: 40 });
  });

  it('balances only the part that it is given', () => {
    expect(balanceColumns(columnsOf(2, ...many(10)), 4, 10)).toEqual({ starts: [4, 7], height: 30 });
  });

  it('begins a column where one must', () => {
    const forced = columnsOf(3, ...many(2), { columnBreak: true }, ...many(4), { columnBreak: true });
    expect(balanceColumns(forced, 0, 8)).toEqual({ starts: [0, 2, 7], height: 50 });
  });

  it('never needs more columns than there are, and no column is higher than it says', () => {
    const strip = fc.record({
      height: fc.integer({ min: 1, max: 60 }),
      spaceBefore: fc.integer({ min: 0, max: 10 }),
      breakCost: fc.constantFrom(0, breakCosts.headingAlone),
    });
    fc.assert(
      fc.property(fc.array(strip, { minLength: 1, maxLength: 60 }), fc.integer({ min: 2, max: 4 }), (strips, count) => {
        const columns = columnsOf(count, ...strips);
        const { starts, height } = balanceColumns(columns, 0, strips.length);
        expect(starts.length).toBeLessThanOrEqual(count);
        expect(starts[0]).toBe(0);
        for (const [column, start] of starts.entries()) {
          let used = 0;
          for (let index = start; index < (starts[column + 1] ?? strips.length); index += 1)
            used += strips[index]!.height + (index > start ? strips[index]!.spaceBefore : 0);
          expect(used).toBeLessThanOrEqual(height + 0.01);
        }
      }),
    );
  });
});
