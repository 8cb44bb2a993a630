/** What a chart takes for amounts, and what to write where a cell is none. */
import { describe, expect, it } from 'vitest';
import { amountFields, numberHint } from '../../../src/engine/drawing/chart-numbers.ts';
import { textCells } from '../../../src/engine/drawing/read-table.ts';

describe('amounts of a chart', () => {
  it('are its quantitative fields and those that it sums, in every layer', () => {
    const spec = {
      data: { url: 'data/a.csv', values: [{ field: 'no', type: 'quantitative' }] },
      layer: [
        { mark: 'bar', encoding: { x: { field: 'a', type: 'quantitative' }, y: { field: 'b', type: 'nominal' } } },
        {
          mark: 'text',
          encoding: {
            text: [
              { field: 'c', aggregate: 'mean' },
              { aggregate: 'count', field: 'd', type: 'quantitative' },
            ],
          },
        },
      ],
    };
    expect([...amountFields(spec)]).toEqual(['a', 'c']);
  });

  it('are not what a transform makes, but what it folds', () => {
    const y = { field: 'value', type: 'quantitative' };
    expect([...amountFields({ transform: [{ calculate: '+datum.a', as: 'value' }], encoding: { y } })]).toEqual([]);
    expect([...amountFields({ transform: [{ fold: ['a', 'b'] }], encoding: { y } })]).toEqual(['value', 'a', 'b']);
    expect([...amountFields({ transform: [{ fold: ['a'], as: ['k', 'v'] }], encoding: { y: { ...y, field: 'v' } } })]).toEqual(['a']);
  });

  it('are nothing in what is no chart, however deep', () => {
    let deep: unknown = { field: 'a', type: 'quantitative' };
    for (let level = 0; level < 1000; level++) deep = { layer: [deep] };
    for (const spec of [undefined, null, 3, 'text', [], deep]) expect([...amountFields(spec)]).toEqual([]);
  });
});

describe('the hint for a cell that is no number', () => {
  it.each([
    ['12,5', '`12.5`, with a point'],
    ['1,200', '`1200` if the comma groups digits, or `1.200`'],
    ['1,200,000', '`1200000`, without commas'],
    ['1,200.5', '`1200.5`, without commas'],
    ['1.200,5', '`1200.5`, with a point'],
    ['1 200', '`1200`'],
    ['1\u202f200', '`1200`'],
    ["1'200", '`1200`'],
    ['\u22125', '`-5`'],
    ['+5', '`5`'],
    ['007', '`7`'],
    ['١٢', '`12`'],
    ['१२', '`12`'],
    ['12 %', '`12`, and the unit'],
    ['$5', '`5`, and the unit'],
    ['3 kg', '`3`, and the unit'],
    ['n/a', 'leave the cell empty'],
    ['-', 'leave the cell empty'],
    ['10-20', 'leave the cell empty'],
    ['unknown', 'leave the cell empty'],
  ])('%s says %s', (cell, hint) => expect(numberHint(cell)).toContain(hint));
});

describe('cells that are no numbers', () => {
  it('are found once for each column, at their place', () => {
    const text = '\ufeffa;b;c\n1;"x ""y""";2\n;z;3\n';
    const [cell, ...others] = textCells(text, ';', new Set(['a', 'b', 'missing']));
    expect(others).toEqual([]);
    expect(cell).toMatchObject({ column: 'b', value: 'x "y"', others: 1 });
    expect(text.slice(cell!.start, cell!.end)).toBe('"x ""y"""');
  });

  it('are not there where all cells are numbers or empty', () => {
    expect(textCells('a,b\n1,x\n,y\n-2.5e3,z\n.5,\n', ',', new Set(['a']))).toEqual([]);
    expect(textCells('', ',', new Set(['a']))).toEqual([]);
  });
});
