import { describe, expect, it } from 'vitest';
import { describeItems, draw, drawSilently, extentOf, fillsOf, textItems, textsOf, themeFor } from './chart-test-tools.ts';

const fruit = {
  values: [
    { kind: 'Apples', tons: 28 },
    { kind: 'Pears', tons: 55 },
    { kind: 'Figs', tons: 91 },
  ],
};
const kindY = { field: 'kind', type: 'nominal', sort: null, title: null };
const tonsX = { field: 'tons', type: 'quantitative', title: 'Tons' };
const bar = { data: fruit, mark: 'bar', encoding: { y: kindY, x: tonsX } };

const series = {
  values: ['Mexico', 'Canada', 'Peru'].flatMap((place, index) =>
    Array.from({ length: 8 }, (_, year) => ({ place, year: 2015 + year, share: (index + 1) * 10 + year })),
  ),
};
const yearX = { field: 'year', type: 'ordinal', title: null };
const shareY = { field: 'share', type: 'quantitative', title: 'Share' };
const placeColor = { field: 'place', type: 'nominal', title: null };

const charts: Readonly<Record<string, object>> = {
  bar,
  column: { data: fruit, mark: 'bar', encoding: { x: kindY, y: tonsX } },
  'range bar': {
    data: { values: [{ from: 10, to: 40, part: 'a' }] },
    mark: 'bar',
    encoding: { x: { field: 'from', type: 'quantitative' }, x2: { field: 'to' }, y: { field: 'part' } },
  },
  stacked: { data: series, mark: 'bar', encoding: { x: yearX, y: shareY, color: placeColor } },
  line: { data: series, mark: { type: 'line', point: true }, encoding: { x: yearX, y: shareY, color: placeColor } },
  point: { data: series, mark: 'point', encoding: { x: { field: 'year', type: 'quantitative' }, y: shareY, shape: placeColor } },
  area: { data: series, mark: 'area', encoding: { x: yearX, y: shareY, color: placeColor } },
  pie: { data: fruit, mark: 'arc', encoding: { theta: { field: 'tons', type: 'quantitative' }, color: { field: 'kind' } } },
  histogram: { data: series, mark: 'bar', encoding: { x: { bin: true, field: 'share' }, y: { aggregate: 'count' } } },
  heatmap: { data: series, mark: 'rect', encoding: { x: yearX, y: { field: 'place' }, color: { field: 'share', type: 'quantitative' } } },
  'layered with text': {
    data: fruit,
    layer: [{ mark: 'bar' }, { mark: { type: 'text', align: 'left', dx: 4 }, encoding: { text: { field: 'tons' } } }],
    encoding: { y: kindY, x: tonsX },
  },
  facets: { data: series, mark: 'bar', encoding: { column: placeColor, x: yearX, y: shareY } },
  concatenated: {
    data: fruit,
    hconcat: [
      { mark: 'bar', encoding: { y: kindY, x: tonsX } },
      { mark: 'bar', encoding: { y: { ...kindY, axis: null }, x: tonsX } },
    ],
  },
  boxplot: { data: series, mark: 'boxplot', encoding: { x: { field: 'place' }, y: shareY } },
  folded: {
    data: {
      values: [
        { year: 1, boys: 3, girls: 4 },
        { year: 2, boys: 5, girls: 7 },
      ],
    },
    transform: [{ fold: ['boys', 'girls'] }, { calculate: 'datum.value * 100', as: 'percent' }],
    mark: 'line',
    encoding: {
      x: { field: 'year', type: 'ordinal' },
      y: { field: 'percent', type: 'quantitative' },
      color: { field: 'key', type: 'nominal' },
    },
  },
};

describe('drawChart', () => {
  it.each(Object.entries(charts))('draws a %s chart with every label inside, and the same again', (_name, spec) => {
    const drawing = drawSilently(spec);
    expect(drawing.width).toBe(300);
    expect(drawing.height).toBeGreaterThan(20);
    expect(fillsOf(drawing).length + drawing.items.length).toBeGreaterThan(2);
    for (const item of textItems(drawing)) {
      const { left, right, baseline } = extentOf(item);
      expect(left).toBeGreaterThanOrEqual(-0.01);
      expect(right).toBeLessThanOrEqual(300.5);
      expect(baseline).toBeLessThanOrEqual(drawing.height);
    }
    expect(describeItems(drawSilently(spec))).toBe(describeItems(drawing));
  });

  it('fits a bar chart to the width and draws bars as long as their numbers', () => {
    const drawing = drawSilently(bar);
    const bars = fillsOf(drawing).filter(({ item }) => item.path.steps === 'MLLLZ');
    const longest = Math.max(...bars.map(({ x2 }) => x2));
    const start = bars[0]!.x1;
    expect(bars.map(({ x1, x2 }) => Math.round(((x2 - x1) / (longest - start)) * 91))).toEqual([28, 55, 91]);
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['Apples', 'Pears', 'Figs', 'Tons', '0']));
  });

  it('leaves its input as it was', () => {
    const before = JSON.stringify(charts.folded);
    drawSilently(charts.folded);
    expect(JSON.stringify(charts.folded)).toBe(before);
  });

  it('keeps a chart that wants to be narrower at its own width', () => {
    const right = Math.max(...fillsOf(drawSilently({ ...bar, width: 150 })).map(({ x2 }) => x2));
    expect(right).toBeLessThanOrEqual(150.5);
  });

  it('writes category names level when they fit and turns them when they do not', () => {
    const column = (kinds: readonly string[]): object => ({
      data: { values: kinds.map((kind) => ({ kind, tons: 1 })) },
      mark: 'bar',
      encoding: { x: kindY, y: tonsX },
    });
    const turned = (spec: object): boolean => textItems(drawSilently(spec)).some(({ transform }) => Math.abs(transform[1]) > 0.9);
    expect(turned(column(['one', 'two', 'three']))).toBe(false);
    expect(turned(column(Array.from({ length: 9 }, (_, index) => `a rather long name ${index}`)))).toBe(true);
  });

  it('shows all ticks that an author lists', () => {
    const axis = { values: [0, 20, 40, 60, 80, 100] };
    const drawing = drawSilently({ ...bar, encoding: { y: kindY, x: { ...tonsX, scale: { domain: [0, 100] }, axis } } });
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(axis.values.map(String)));
  });

  it('makes panels that cannot fit smaller and says so', () => {
    const spec = { data: fruit, hconcat: Array.from({ length: 5 }, () => ({ width: 100, mark: 'bar', encoding: { y: kindY, x: tonsX } })) };
    const { drawing, problems } = draw(spec);
    expect(problems.map(({ code }) => code)).toEqual(['drawing/shrunk-chart']);
    for (const item of textItems(drawing!)) expect(extentOf(item).right).toBeLessThanOrEqual(300.5);
  });

  it('draws a chart of plain Vega', () => {
    const spec = {
      data: [
        {
          name: 'table',
          values: [
            { a: 'x', b: 2 },
            { a: 'y', b: 5 },
          ],
        },
      ],
      scales: [
        { name: 'x', type: 'band', domain: { data: 'table', field: 'a' }, range: 'width' },
        { name: 'y', domain: { data: 'table', field: 'b' }, range: 'height', zero: true },
      ],
      axes: [{ orient: 'bottom', scale: 'x' }],
      marks: [
        {
          type: 'rect',
          from: { data: 'table' },
          encode: {
            enter: {
              x: { scale: 'x', field: 'a' },
              width: { scale: 'x', band: 1 },
              y: { scale: 'y', field: 'b' },
              y2: { scale: 'y', value: 0 },
            },
          },
        },
      ],
    };
    const drawing = drawSilently(spec, { kind: 'vega' });
    const heights = fillsOf(drawing).map(({ y1, y2 }) => y2 - y1);
    expect(heights[1]! / heights[0]!).toBeCloseTo(2.5);
    expect(textsOf(drawing)).toEqual(['x', 'y']);
  });

  it('shapes Arabic, puts the value axis on the right and the first legend entry at the right', () => {
    const values = [
      { kind: 'غلي الماء', n: 28000 },
      { kind: 'الكلور', n: 55000 },
    ];
    const spec = {
      data: { values },
      mark: 'bar',
      encoding: {
        x: { field: 'kind', title: null, sort: null },
        y: { field: 'n', type: 'quantitative', title: null },
        color: { field: 'kind', sort: null, title: null },
      },
    };
    const drawing = drawSilently(spec, { theme: themeFor('ar') });
    const items = textItems(drawing);
    expect(items.flatMap(({ words }) => words).every((word) => word.missing === undefined)).toBe(true);
    expect(textsOf(drawing)).toEqual(expect.arrayContaining(['غلي الماء', 'الكلور', '٥٠٬٠٠٠']));
    const bars = fillsOf(drawing).filter(({ y2, y1 }) => y2 - y1 > 20);
    const numbers = items.filter((item) => /[٠-٩]/.test(item.words.map((word) => word.text).join('')));
    for (const item of numbers) expect(extentOf(item).left).toBeGreaterThan(Math.max(...bars.map(({ x2 }) => x2)));
    const legend = items.filter((item) => extentOf(item).baseline < Math.min(...bars.map(({ y1 }) => y1)) && !numbers.includes(item));
    const leftOf = (text: string): number => extentOf(legend.find((item) => item.words.some((word) => word.text.includes(text)))!).left;
    expect(leftOf('غلي')).toBeGreaterThan(leftOf('الكلور'));
  });

  it('writes numbers and months in the language of the booklet', () => {
    const values = [
      { day: '2024-02-01', n: 1000 },
      { day: '2024-03-01', n: 5000 },
      { day: '2024-04-01', n: 12000.5 },
    ];
    const spec = {
      data: { values },
      mark: 'line',
      encoding: {
        x: { field: 'day', type: 'temporal', axis: { format: '%B' }, title: null },
        y: { field: 'n', type: 'quantitative', title: null },
      },
    };
    const texts = textsOf(drawSilently(spec, { theme: themeFor('fr') }));
    expect(texts).toEqual(expect.arrayContaining(['mars', '2\u202f000']));
  });
});

describe('time in charts', () => {
  const texts = (day: string, format: string): readonly string[] => {
    const mark = { type: 'text' };
    const encoding = { text: { field: 'day', type: 'temporal', format } };
    return textsOf(drawSilently({ data: { values: [{ day }] }, mark, encoding }));
  };

  it('is UTC wherever the machine stands, with and without an hour', () => {
    expect(texts('2026-01-01', '%Y-%m-%d %H:%M')).toEqual(['2026-01-01 00:00']);
    expect(texts('2026-01-01 06:30', '%Y-%m-%d %H:%M')).toEqual(['2026-01-01 06:30']);
    expect(texts('2026-01-01T06:30:00+02:00', '%H:%M')).toEqual(['04:30']);
    expect(texts('March 3, 2026', '%Y-%m-%d %H:%M')).toEqual(['2026-03-03 00:00']);
  });

  it('takes whole numbers for years', () => {
    const values = [
      { year: 2014, n: 1 },
      { year: 2016, n: 2 },
    ];
    const spec = {
      data: { values },
      mark: 'line',
      encoding: { x: { field: 'year', type: 'temporal' }, y: { field: 'n', type: 'quantitative' } },
    };
    expect(textsOf(drawSilently(spec))).toEqual(expect.arrayContaining(['2015']));
  });

  it('puts months into months by time units', () => {
    const values = [
      { day: '2026-01-01', n: 1 },
      { day: '2026-01-31', n: 2 },
      { day: '2026-02-01', n: 4 },
    ];
    const spec = {
      data: { values },
      mark: 'text',
      encoding: { y: { field: 'day', timeUnit: 'yearmonth', axis: null }, text: { field: 'n', aggregate: 'sum' } },
    };
    expect(textsOf(drawSilently(spec))).toEqual(['3', '4']);
  });
});

describe('what is wrong with a chart', () => {
  const only = (spec: unknown, options = {}): string => {
    const { problems } = draw(spec, options);
    return problems.map(({ severity, code, message }) => `${severity} ${code}: ${message}`).join(' | ');
  };

  it('names a misspelt column and the right one', () => {
    expect(only({ ...bar, encoding: { y: kindY, x: { field: 'tonnes', type: 'quantitative' } } })).toContain(
      'error drawing/unknown-field: the data of the chart has no column "tonnes"; did you mean "tons"?',
    );
  });

  it.each([
    ['nothing', null, 'error drawing/not-a-chart'],
    ['a list', [1], 'error drawing/not-a-chart'],
    ['no mark', { data: fruit }, 'error drawing/nothing-to-draw: this chart does not say what to draw'],
    ['an unknown mark', { ...bar, mark: 'baar' }, 'error drawing/unknown-name: there is no mark `baar`; did you mean `bar`?'],
    ['a formula with a mistake in it', { ...bar, transform: [{ calculate: 'datum.tons *', as: 'x' }] }, 'error drawing/broken-formula'],
    ['an unknown function', { ...bar, transform: [{ calculate: 'double(datum.tons)', as: 'x' }] }, 'double'],
    ['no rows', { ...bar, data: { values: [] } }, 'warning drawing/empty-chart'],
    [
      'a color that does not exist',
      { ...bar, mark: { type: 'bar', color: 'blau' } },
      'warning drawing/unknown-color: the chart has a color "blau"',
    ],
    ['a picture file', { data: fruit, mark: { type: 'image', url: 'x.png' }, encoding: { x: tonsX } }, 'error drawing/picture-in-chart'],
    ['a file that was not put in', { ...bar, data: { url: 'https://example.org/x.csv' } }, 'error drawing/chart-file'],
    ['today', { ...bar, transform: [{ calculate: 'now()', as: 'x' }] }, 'a chart on paper cannot know what day it is'],
  ])('is said for %s', (_name, spec, expected) => {
    expect(only(spec)).toContain(expected);
  });

  it.each([
    ['too many rows', { ...bar, data: { values: Array.from({ length: 20_001 }, (_, n) => ({ kind: 'a', tons: n })) } }],
    [
      'an endless sequence',
      { data: { sequence: { start: 0, stop: 1e8 } }, mark: 'point', encoding: { x: { field: 'data', type: 'quantitative' } } },
    ],
    ['an endless list', { ...bar, transform: [{ calculate: 'sequence(1e9)', as: 'x' }] }],
    ['an endless text', { ...bar, transform: [{ calculate: "pad('x', 1e9, 'x')", as: 'x' }] }],
    ['a catastrophic pattern', { ...bar, transform: [{ calculate: "test(/(a+)+$/, 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!')", as: 'x' }] }],
    ['too many ticks', { ...bar, encoding: { y: kindY, x: { ...tonsX, axis: { tickCount: 1e6 } } } }],
    [
      'too many panels',
      {
        data: { values: Array.from({ length: 20_000 }, (_, n) => ({ n })) },
        mark: 'point',
        encoding: { row: { field: 'n' }, x: { field: 'n', type: 'quantitative' } },
      },
    ],
    ['too much nesting', JSON.parse('{"layer":['.repeat(3000) + ']}'.repeat(3000))],
  ])('stops a chart with %s', (_name, spec) => {
    const { drawing, problems } = draw(spec);
    expect(drawing).toBeUndefined();
    expect(problems.map(({ code }) => code)).toEqual([expect.stringMatching(/^drawing\/chart-(?:too-large|failed)$/)]);
  });

  it('does not let a formula reach functions or prototypes', () => {
    const formula = (calculate: string): readonly string[] => {
      const { drawing } = draw({
        data: { values: [{ a: 1 }] },
        transform: [{ calculate, as: 'out' }],
        mark: 'text',
        encoding: { text: { field: 'out' } },
      });
      return drawing ? textsOf(drawing) : [];
    };
    expect(formula("isDefined(datum.constructor) ? 'reached' : 'safe'")).toEqual(['safe']);
    expect(formula("isDefined([].map) || isDefined(datum['__proto__']) ? 'reached' : 'safe'")).toEqual(['safe']);
    expect(formula("datum.a.constructor.constructor('return 1')()")).toEqual([]);
  });
});
