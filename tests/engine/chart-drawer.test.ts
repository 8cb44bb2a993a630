/** Charts are drawn once and then remembered, and nobody can tell the difference. */
import { describe, expect, it } from 'vitest';
import { type ChartDrawer, createChartDrawer, type DrawableChart, type DrawingLook } from '../../src/engine/chart-drawer.ts';
import { readYaml } from '../../src/engine/content/read-yaml.ts';
import { createDrawingKeeper } from '../../src/engine/drawing-keeper.ts';
import type { Diagnostic } from '../../src/engine/source/diagnostic.ts';
import { createSourceFile } from '../../src/engine/source/source-file.ts';
import type { Resources, TextStore } from '../../src/engine/source/workspace.ts';
import { createFontLibrary } from '../../src/engine/text/font-library.ts';
import { compileProject } from '../support/compile-project.ts';
import { type MemoryStore, memoryStore } from '../support/memory-store.ts';
import { testResources } from '../support/test-resources.ts';
import { describeItems, themeFor } from './drawing/chart-test-tools.ts';

const resources = testResources();
const file = createSourceFile(0, 'content/booklet/charts/rain.vl.yaml', 'mark: bar\n');

function chartOf(mark: unknown = 'bar', fall = 3): DrawableChart {
  const spec = { data: { values: [{ fall }] }, mark, encoding: { x: { field: 'fall', type: 'quantitative' } } };
  return { spec, kind: 'vega-lite', file: { file, root: readYaml(file, () => {})! }, madeOf: [JSON.stringify(spec)] };
}

const look: DrawingLook = { width: 200, theme: themeFor() };

interface Opened extends ChartDrawer {
  readonly problems: readonly Diagnostic[];
}

/** What the next build has: nothing but the store is left of the last one. */
function openDrawer(drawings?: TextStore, changes: Partial<Resources> = {}): Opened {
  const problems: Diagnostic[] = [];
  const own = { ...resources, ...changes, ...(drawings && { drawings }) };
  const library = createFontLibrary(own, (problem) => problems.push(problem));
  return {
    ...createChartDrawer(createDrawingKeeper(own, library), library),
    problems,
  };
}

async function drawOnce(drawer: Opened, chart = chartOf(), wanted = look): Promise<string> {
  await drawer.prepare([chart]);
  return describeItems((await drawer.drawing(() => drawer.draw(chart, wanted, () => {})))!);
}

describe('a chart that was drawn by an earlier build', () => {
  it('is the same without Vega', async () => {
    const drawings = memoryStore<string>();
    const first = await drawOnce(openDrawer(drawings));
    expect(describeItems(openDrawer(drawings).draw(chartOf(), look, () => {})!)).toBe(first);
    expect(await drawOnce(openDrawer())).toBe(first);
  });

  it.each([
    ['data', (drawings: MemoryStore<string>) => drawOnce(openDrawer(drawings), chartOf('bar', 4))],
    ['marks', (drawings: MemoryStore<string>) => drawOnce(openDrawer(drawings), chartOf('point'))],
    ['width', (drawings: MemoryStore<string>) => drawOnce(openDrawer(drawings), chartOf(), { ...look, width: 201 })],
    [
      'theme',
      (drawings: MemoryStore<string>) =>
        drawOnce(openDrawer(drawings), chartOf(), { ...look, theme: themeFor('en', { '--chart-1': 'red' }) }),
    ],
  ])('is drawn anew for other %s', async (_, drawOther) => {
    const drawings = memoryStore<string>();
    const first = await drawOnce(openDrawer(drawings));
    expect(await drawOther(drawings)).not.toBe(first);
    expect(drawings.writes()).toBe(2);
    expect(await drawOnce(openDrawer(drawings))).toBe(first);
    expect(drawings.writes()).toBe(2);
  });

  it('is drawn anew with other fonts', async () => {
    const drawings = memoryStore<string>();
    const first = await drawOnce(openDrawer(drawings));
    const serif = resources.fontFaces.find((face) => face.family === 'Source Serif 4')!;
    const fewer = { fontFaces: resources.fontFaces.filter((face) => face.family !== 'Source Sans 3') };
    const swapped = {
      fontFaces: resources.fontFaces.map((face) => (face.family === 'Source Sans 3' ? { ...face, load: serif.load } : face)),
    };
    const other = await drawOnce(openDrawer(drawings, fewer));
    expect(other).toContain('source-serif-4');
    expect(await drawOnce(openDrawer(drawings, swapped))).not.toBe(first);
    expect(drawings.writes()).toBe(3);
  });

  it('is drawn anew when what was kept is damaged', async () => {
    const drawings = memoryStore<string>();
    const first = await drawOnce(openDrawer(drawings));
    for (const [key, content] of drawings.kept) drawings.kept.set(key, content.replace('"width":200', '"width":100'));
    expect(await drawOnce(openDrawer(drawings))).toBe(first);
    expect(drawings.writes()).toBe(2);
  });

  it('brings forth the same warnings, also about fonts', async () => {
    const drawings = memoryStore<string>();
    const chart = chartOf({ type: 'text', text: 'Rain 🌧', font: 'Source Sands' });
    const warningsOf = async (drawer: Opened): Promise<readonly string[]> => {
      const said: Diagnostic[] = [];
      await drawer.prepare([chart]);
      await drawer.drawing(() => drawer.draw(chart, look, (problem) => said.push(problem)));
      return [...said, ...drawer.problems].map(({ message, span }) => `${span?.start ?? ''} ${message}`);
    };
    const first = await warningsOf(openDrawer(drawings));
    expect(first.join()).toContain('did you mean "Source Sans 3"?');
    expect(first.join()).toContain('🌧');
    expect(await warningsOf(openDrawer(drawings))).toEqual(first);
    expect(drawings.writes()).toBe(1);
  });

  it('takes one of few places, which the latest looks have', async () => {
    const drawings = memoryStore<string>();
    const drawer = openDrawer(drawings);
    for (let width = 100; width < 120; width++) await drawOnce(drawer, chartOf(), { ...look, width });
    expect([...drawings.kept.values()].join().match(/\\"width\\":\d+/g)).toHaveLength(16);
    expect(() => openDrawer(drawings).draw(chartOf(), { ...look, width: 100 }, () => {})).toThrow('outside of the work');
    expect(openDrawer(drawings).draw(chartOf(), { ...look, width: 119 }, () => {})).toBeDefined();
  });
});

describe('a chart that cannot be drawn', () => {
  it('is not kept, so that its error is found each time', async () => {
    const drawings = memoryStore<string>();
    const messages: string[] = [];
    const drawer = openDrawer(drawings);
    await drawer.prepare([chartOf('bat')]);
    expect(drawer.draw(chartOf('bat'), look, ({ message }) => messages.push(message))).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(drawings.writes()).toBe(0);
  });
});

describe('work that draws charts', () => {
  it('begins again when a known chart is wanted in a new look', async () => {
    const drawings = memoryStore<string>();
    await drawOnce(openDrawer(drawings));
    const drawer = openDrawer(drawings);
    const chart = chartOf();
    await drawer.prepare([chart]);
    let times = 0;
    const wide = await drawer.drawing(() => {
      times++;
      return drawer.draw(chart, { ...look, width: 300 }, () => {});
    });
    expect([times, wide?.width]).toEqual([2, 300]);
  });

  it('hands on what else is thrown', async () => {
    const fail = (): never => {
      throw new RangeError('ours');
    };
    await expect(openDrawer().drawing(fail)).rejects.toThrow('ours');
  });
});

const booklet = {
  'booklet.yaml': 'title: Rain\nlanguage: en\neditions: [student]\n',
  'sections/01-rain.md': '# Rain\n\nIt rains.\n\n![May has 3, June 8.](charts/rain.vl.yaml "Rain by month")\n',
  'charts/rain.vl.yaml':
    'data: { url: data/rain.csv }\nmark: bar\nencoding:\n  x: { field: fall, type: quantitative }\n  y: { field: month, type: nominal }\n',
  'data/rain.csv': 'month,fall\nMay,3\nJune,8\n',
};

describe('a booklet with a chart', () => {
  it('has the same bytes and problems whether its chart is drawn or remembered, on every paper', async () => {
    const drawings = memoryStore<string>();
    for (const paper of ['a4', 'a5', 'a4']) {
      const fresh = await compileProject(booklet, { paper, paints: true });
      for (let round = 0; round < 2; round++) {
        const { pdf, diagnostics } = await compileProject(booklet, { paper, paints: true, drawings });
        expect(diagnostics).toEqual(fresh.diagnostics);
        expect(Buffer.compare(pdf!, fresh.pdf!)).toBe(0);
      }
    }
    expect(drawings.writes()).toBe(2);
  });

  it('shows new data', async () => {
    const drawings = memoryStore<string>();
    await compileProject(booklet, { drawings });
    const changed = { ...booklet, 'data/rain.csv': 'month,fall\nMay,3\nJuly,9\n' };
    const [fresh, remembered] = [
      await compileProject(changed, { paints: true }),
      await compileProject(changed, { paints: true, drawings }),
    ];
    expect(Buffer.compare(remembered.pdf!, fresh.pdf!)).toBe(0);
    expect(drawings.kept.size).toBe(2);
  });
});
