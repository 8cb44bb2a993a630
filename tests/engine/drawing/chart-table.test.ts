/** The numbers behind charts. */
import { describe, expect, it } from 'vitest';
import { chartTables } from '../../../src/engine/drawing/chart-table.ts';

const values = [
  { year: 2024, use: 'drinking', litres: 3, share: 0.07, note: 'a' },
  { year: 2025, use: 'washing', litres: 40, share: 0.93, note: 'b' },
];

describe('the table behind a Vega-Lite chart', () => {
  it('has the columns that the chart shows, under its titles, the names of rows first', () => {
    const spec = {
      data: { values },
      mark: 'bar',
      encoding: {
        x: { field: 'litres', type: 'quantitative', axis: { title: 'Litres a day' } },
        y: { field: 'use', type: 'nominal', title: null },
        tooltip: { field: 'note' },
      },
    };
    expect(chartTables(spec, 'vega-lite')).toEqual([
      {
        columns: [
          { title: 'use', kind: 'name' },
          { title: 'Litres a day', kind: 'number' },
        ],
        rows: [
          ['drinking', 3],
          ['washing', 40],
        ],
      },
    ]);
  });

  it('knows years, dates and shares from amounts', () => {
    const kinds = (encoding: object) =>
      chartTables({ data: { values }, mark: 'bar', encoding }, 'vega-lite')[0]!.columns.map(({ kind }) => kind);
    expect(kinds({ x: { field: 'year', type: 'ordinal' }, y: { field: 'share', type: 'quantitative', axis: { format: '.0%' } } })).toEqual([
      'name',
      'share',
    ]);
    expect(kinds({ x: { field: 'year', type: 'temporal' }, y: { field: 'litres', type: 'quantitative' } })).toEqual(['date', 'number']);
  });

  it('has what labels say and not where they stand', () => {
    const spec = {
      data: { values },
      layer: [
        { mark: 'bar', encoding: { x: { field: 'litres', type: 'quantitative' }, y: { field: 'use', type: 'nominal' } } },
        { mark: 'text', encoding: { x: { field: 'share', type: 'quantitative' }, text: { field: 'note' } } },
      ],
    };
    expect(chartTables(spec, 'vega-lite')[0]!.columns.map(({ title }) => title)).toEqual(['use', 'litres', 'note']);
  });

  it('is one for each set of rows', () => {
    const view = (own: object) => ({ mark: 'bar', encoding: { x: { field: 'a' } }, ...own });
    const spec = { hconcat: [view({ data: { values: [{ a: 1 }] } }), view({ data: { values: [{ a: 2 }] } })] };
    expect(chartTables(spec, 'vega-lite').map(({ rows }) => rows)).toEqual([[[1]], [[2]]]);
    expect(chartTables({ data: { values }, layer: [view({}), view({})] }, 'vega-lite')).toHaveLength(1);
  });

  it('leaves out what only transforms make, and shows all columns when nothing else is left', () => {
    const encoding = { x: { field: 'double', type: 'quantitative' }, y: { aggregate: 'count' } };
    expect(
      chartTables({ data: { values: [{ a: 'x', b: 1 }] }, mark: 'bar', encoding }, 'vega-lite')[0]!.columns.map(({ title }) => title),
    ).toEqual(['a', 'b']);
  });

  it('is none without rows, or for what is no chart', () => {
    expect(chartTables({ data: { values: [] }, mark: 'bar', encoding: { x: { field: 'a' } } }, 'vega-lite')).toEqual([]);
    expect(chartTables(null, 'vega-lite')).toEqual([]);
    expect(chartTables({ mark: 'bar' }, 'vega-lite')).toEqual([]);
  });
});

describe('the table behind a Vega chart', () => {
  it('has all columns of all data that are written in it', () => {
    const spec = {
      data: [
        { name: 'a', values: [{ x: 1, name: 'one' }, 5] },
        { name: 'b', source: 'a' },
      ],
      marks: [],
    };
    expect(chartTables(spec, 'vega').map(({ columns }) => columns.map(({ title }) => title))).toEqual([['name', 'x', 'data']]);
  });
});
