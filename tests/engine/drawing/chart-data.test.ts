import { describe, expect, it } from 'vitest';
import { type ChartData, chartReferences, resolveChartData } from '../../../src/engine/drawing/chart-data.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';

const resolve = (
  spec: unknown,
  files: Readonly<Record<string, string>> = {},
): { readonly spec: unknown; readonly problems: readonly Diagnostic[] } => {
  const problems: Diagnostic[] = [];
  const map = new Map<string, ChartData>(Object.entries(files).map(([path, text]) => [path, { path, text }]));
  return { spec: resolveChartData(spec, map, (problem) => problems.push(problem)), problems };
};

describe('chartReferences', () => {
  it('finds every data file, however deep', () => {
    const spec = {
      data: { url: 'data/a.csv' },
      transform: [{ lookup: 'id', from: { data: { url: '../data/b.json' }, key: 'id' } }],
      layer: [{ data: { values: [{ url: 'not this' }] }, mark: 'bar' }, { data: { url: 'data/a.csv' } }],
      hconcat: [{ spec: { data: { url: 'https://example.org/c.csv' } } }],
    };
    expect(chartReferences(spec)).toEqual([
      { url: 'data/a.csv', file: 'data/a.csv', path: ['data', 'url'] },
      { url: '../data/b.json', file: 'data/b.json', path: ['transform', 0, 'from', 'data', 'url'] },
      { url: 'data/a.csv', file: 'data/a.csv', path: ['layer', 1, 'data', 'url'] },
      { url: 'https://example.org/c.csv', file: undefined, path: ['hconcat', 0, 'spec', 'data', 'url'] },
    ]);
    expect(chartReferences({ data: [{ name: 'table', url: 'data/x.tsv' }] })).toMatchObject([
      { url: 'data/x.tsv', path: ['data', 0, 'url'] },
    ]);
  });

  it.each([
    '/etc/passwd',
    'file:///etc/passwd',
    '../../data/x.csv',
    'data/../booklet.yaml',
    'images/x.csv',
    'http://127.0.0.1/data/x.csv',
    'data\\x.csv',
    'data/',
    'data//x.csv',
    'data/%2e%2e/x',
    'data',
  ])('lets no chart read %s', (url) => {
    expect(chartReferences({ data: { url } })[0]!.file).toBeUndefined();
    const { spec, problems } = resolve({ data: { url } }, { [url]: 'a\n1' });
    expect(spec).toEqual({ data: { values: [] } });
    expect(problems.map(({ message }) => message)).toEqual([`the chart cannot read "${url}": charts can only read files in data/`]);
  });
});

describe('resolveChartData', () => {
  it('puts rows of a CSV in the place of its name', () => {
    const { spec, problems } = resolve(
      { data: { name: 'rain', url: 'data/rain.csv' }, mark: 'bar' },
      { 'data/rain.csv': 'month,mm\nJan,12.5\nFeb,\n' },
    );
    expect(spec).toEqual({
      data: {
        name: 'rain',
        values: [
          { month: 'Jan', mm: 12.5 },
          { month: 'Feb', mm: null },
        ],
      },
      mark: 'bar',
    });
    expect(problems).toEqual([]);
  });

  it('keeps what a chart says about reading columns', () => {
    const { spec } = resolve(
      { data: { url: 'data/x.csv', format: { type: 'csv', parse: { day: 'date' } } } },
      { 'data/x.csv': 'day\n2026-01-02' },
    );
    expect(spec).toEqual({ data: { values: [{ day: '2026-01-02' }], format: { parse: { day: 'date' } } } });
  });

  it('reads TSV, JSON, a part of JSON, GeoJSON, and leaves TopoJSON to Vega', () => {
    const files = {
      'data/a.tsv': 'a\tb\n1\tx',
      'data/b.json': '[{"a":1}]',
      'data/c.json': '{"rows":{"all":[1,2]}}',
      'data/d.geojson': '{"features":[{"type":"Feature"}]}',
      'data/e.topojson': '{"objects":{}}',
    };
    const values = (url: string, format?: object): unknown =>
      (resolve({ data: { url, ...(format && { format }) } }, files).spec as { readonly data: unknown }).data;
    expect(values('data/a.tsv')).toEqual({ values: [{ a: 1, b: 'x' }] });
    expect(values('data/b.json')).toEqual({ values: [{ a: 1 }] });
    expect(values('data/c.json', { property: 'rows.all' })).toEqual({ values: [1, 2] });
    expect(values('data/d.geojson')).toEqual({ values: [{ type: 'Feature' }] });
    expect(values('data/e.topojson', { type: 'topojson', feature: 'x' })).toEqual({
      values: { objects: {} },
      format: { type: 'topojson', feature: 'x' },
    });
  });

  it('says what is wrong with a file', () => {
    const files = { 'data/bad.json': '[1,', 'data/odd.json': '3', 'data/ragged.csv': 'a,b\n1,2\n1,2,3\n' };
    const said = (url: string): readonly string[] => resolve({ data: { url } }, files).problems.map(({ message }) => message);
    expect(said('data/bad.json')).toEqual(['the data file "data/bad.json" of the chart cannot be read: it is not valid JSON']);
    expect(said('data/odd.json')).toEqual(['the data file "data/odd.json" of the chart cannot be read: it is not a list of rows']);
    expect(said('data/ragged.csv')).toEqual(['line 3 has 3 values, but there are 2 columns']);
    expect(said('data/ragd.csv')).toEqual(['the data file "data/ragd.csv" of the chart is missing; did you mean "data/ragged.csv"?']);
  });

  it('leaves its input as it was', () => {
    const spec = { data: { url: 'data/a.csv' } };
    resolve(spec, { 'data/a.csv': 'a\n1' });
    expect(spec).toEqual({ data: { url: 'data/a.csv' } });
  });
});
