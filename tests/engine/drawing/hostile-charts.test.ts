/** Charts that ask for more time or memory than any page needs: each ends soon, with one error that says what is too much. */
import { describe, expect, it } from 'vitest';
import type { ChartInput } from '../../../src/engine/drawing/draw-chart.ts';
import { draw } from './chart-test-tools.ts';

const x = { field: 'n', type: 'quantitative' };
const rows = (count: number): object => ({ values: Array.from({ length: count }, (_, n) => ({ n, half: n / 2, kind: `k${n}` })) });
const points = { data: rows(10), mark: 'point', encoding: { x } };
const vegaRows = (count: number): readonly object[] => Array.from({ length: count }, (_, n) => ({ n }));

/** A plain Vega chart of points whose data go through a transform. */
const through = (transform: object, values: readonly object[] = vegaRows(10)): object => ({
  width: 200,
  height: 100,
  data: [{ name: 'table', values, transform: [transform] }],
  marks: [{ type: 'symbol', from: { data: 'table' }, encode: { enter: { x: { field: 'n' }, y: { value: 3 } } } }],
});

const force = (iterations: unknown): object => ({
  width: 200,
  height: 100,
  data: [{ name: 'table', values: vegaRows(50) }],
  marks: [
    {
      type: 'symbol',
      from: { data: 'table' },
      transform: [{ type: 'force', static: true, iterations, forces: [{ force: 'collide', radius: 5 }] }],
    },
  ],
});

const graticule = (fields: object): object => ({
  width: 200,
  height: 100,
  projections: [{ name: 'globe', type: 'mercator' }],
  data: [{ name: 'table', transform: [{ type: 'graticule', ...fields }] }],
  marks: [{ type: 'shape', from: { data: 'table' }, transform: [{ type: 'geoshape', projection: 'globe' }] }],
});

const inVega: Readonly<Record<string, object>> = {
  'a billion iterations of forces': force(1e9),
  'iterations of forces from a formula': force({ signal: '1e9' }),
  'a billion steps of a density': through({ type: 'kde', field: 'n', steps: 1e9 }),
  'a billion least steps of a density': through({ type: 'kde', field: 'n', minsteps: 1e9, maxsteps: 1e9 }),
  'a billion steps of a distribution': through({ type: 'density', steps: 1e9, distribution: { function: 'normal' }, extent: [0, 1] }),
  'a million bins': through({ type: 'bin', field: 'n', extent: [0, 1], maxbins: 1e9, step: undefined }),
  'a grid of the globe in ten-thousandths of a degree': graticule({ stepMinor: [1e-4, 1e-4] }),
  'lines of the globe in ten-thousandths of a degree': graticule({ precision: 1e-4 }),
  'quantiles in billionths': through({ type: 'quantile', field: 'n', step: 1e-9 }),
  'a sequence of a hundred million numbers': through({ type: 'sequence', start: 0, stop: 1e8 }),
  'a sequence that never arrives': through({ type: 'sequence', start: 0, stop: 10, step: 0 }),
  'a hundred million missing keys': through({ type: 'impute', field: 'n', key: 'n', keyvals: { start: 0, stop: 1e8 } }),
  'more contours than can be seen': through({ type: 'isocontour', levels: 1e7 }),
  'two hundred thousand ticks': {
    width: 200,
    height: 100,
    scales: [{ name: 'x', type: 'linear', domain: [0, 1], range: 'width' }],
    axes: [{ scale: 'x', orient: 'bottom', tickCount: 2e5 }],
    marks: [],
  },
  'each row beside each': through({ type: 'cross' }, vegaRows(20_000)),
  'each row a thousand times': through({ type: 'fold', fields: Array.from({ length: 1000 }, () => 'n') }, vegaRows(20_000)),
  'lists in each row, unfolded': through(
    { type: 'flatten', fields: ['n'] },
    Array.from({ length: 2000 }, () => ({ n: Array.from({ length: 2000 }, () => 1) })),
  ),
  'keys for each group': through({ type: 'impute', field: 'n', key: 'n', groupby: ['n'] }, vegaRows(20_000)),
  'bins of an axis in billionths': {
    width: 200,
    height: 100,
    scales: [{ name: 'x', type: 'linear', domain: [0, 1], range: 'width', bins: { step: 1e-9 } }],
    axes: [{ scale: 'x', orient: 'bottom' }],
    marks: [],
  },
  'a cloud of words': through({ type: 'wordcloud', text: { field: 'n' } }),
  'signals that call each other': {
    signals: [
      { name: 'a', update: 'b + 1' },
      { name: 'b', update: 'a + 1' },
    ],
    marks: [],
  },
  'a million steps of an axis that lists them': {
    width: 200,
    height: 100,
    scales: [{ name: 'x', type: 'linear', domain: [0, 1], range: 'width' }],
    axes: [{ scale: 'x', orient: 'bottom', values: { signal: 'sequence(0, 1e6)' } }],
    marks: [],
  },
};

const inVegaLite: Readonly<Record<string, object>> = {
  'a hundred thousand panels': { ...points, data: rows(20_000), encoding: { x, facet: { field: 'kind', columns: 4 } } },
  'as many rows of panels as rows': { ...points, data: rows(20_000), encoding: { x, row: { field: 'kind' } } },
  'rows and columns of panels': {
    ...points,
    data: rows(400),
    encoding: { x, row: { field: 'kind' }, column: { field: 'n', type: 'ordinal' } },
  },
  'a repeated chart, many times': {
    data: rows(3),
    repeat: Array.from({ length: 20_000 }, () => 'n'),
    spec: { mark: 'point', encoding: { x } },
  },
  'a billion steps of a density': {
    ...points,
    transform: [{ density: 'n', steps: 1e9 }],
    encoding: { x: { field: 'value', type: 'quantitative' } },
  },
  'a billion bins': { ...points, encoding: { x: { field: 'n', bin: { maxbins: 1e9 } }, y: { aggregate: 'count' } } },
  'bins of a billionth': { ...points, encoding: { x: { field: 'n', bin: { step: 1e-9 } }, y: { aggregate: 'count' } } },
  'ticks of a billionth': { ...points, encoding: { x: { ...x, axis: { tickMinStep: 1e-9, tickCount: 1e9 } } } },
  'a grid of the globe in ten-thousandths': {
    data: { graticule: { step: [1e-4, 1e-4] } },
    mark: 'geoshape',
    projection: { type: 'mercator' },
  },
  'a height of a billion': { ...points, height: 1e9 },
  'a point as large as a town': { ...points, mark: { type: 'point', size: 1e18 } },
};

/** Severity and code of all that is said; the time that a test may take is the bound on the time that the chart may. */
const problemsOf = (spec: object, kind: ChartInput['kind']): readonly string[] =>
  draw(spec, { kind }).problems.map(({ severity, code }) => `${severity} ${code}`);

const oneError = [expect.stringMatching(/^error drawing\/chart-(?:too-large|failed)$/)];

describe('a hostile chart ends soon, with one error', () => {
  it.each(Object.entries(inVega))(
    'in Vega with %s',
    (_name, spec) => {
      expect(problemsOf(spec, 'vega')).toEqual(oneError);
    },
    30_000,
  );

  it.each(Object.entries(inVegaLite))(
    'in Vega-Lite with %s',
    (_name, spec) => {
      expect(problemsOf(spec, 'vega-lite')).toEqual(oneError);
    },
    30_000,
  );
});

describe('a chart that only looks hostile is drawn', () => {
  it.each([
    ['panels that wrap', { ...points, encoding: { x, facet: { field: 'kind', columns: 3 } } }],
    ['bins of a step', { ...points, encoding: { x: { field: 'n', bin: { step: 2 } }, y: { aggregate: 'count' } } }],
    ['bins that the axis knows', { ...points, encoding: { x: { ...x, scale: { bins: { step: 3 } } } } }],
    [
      'a repeated panel',
      { data: rows(5), repeat: ['n', 'half'], spec: { mark: 'point', encoding: { x: { ...x, field: { repeat: 'repeat' } } } } },
    ],
    [
      'a window over many rows',
      { ...points, data: rows(2000), transform: [{ window: [{ op: 'sum', field: 'n', as: 's' }], frame: [null, null] }] },
    ],
    ['numbers at the end of what there is', { ...points, data: { values: [{ n: 1e308 }, { n: -1e308 }] } }],
    ['folded columns', { ...points, transform: [{ fold: ['n', 'n'] }], encoding: { x: { field: 'value', type: 'quantitative' } } }],
    ['keys put in', { ...points, transform: [{ impute: 'n', key: 'kind', keyvals: ['k1', 'z'], value: 0 }] }],
  ])('with %s', (_name, spec) => {
    const { drawing, problems } = draw(spec);
    expect(problems.map(({ message }) => message)).toEqual([]);
    expect(drawing?.items.length).toBeGreaterThan(0);
  });
});
