/** Where in the file of a chart a label gets its look: the color or size that it has, or the mark or words that print it. */
import { type ChartPath, type ChartPlace, valueAt } from '../drawing/chart-place.ts';
import type { CheckedChart } from './checked-chart.ts';

/** Tells whether a key of the chart makes a label look as it does. */
export type MakesLook = (key: string, value: unknown) => boolean;

/** Rows are what a chart shows, not how. */
const data: ReadonlySet<string> = new Set(['data', 'datasets', 'values']);

/** Deeper than any chart that people write. */
const maxDepth = 50;

interface Found {
  readonly path: ChartPath;
  /** Whether it belongs to texts: to a mark of texts, or to the labels of an axis. */
  readonly isOfText: boolean;
}

/** Returns the key that makes the look of a label, or else what prints it; undefined when the chart does not say. */
export function findLabel({ spec, kind }: CheckedChart, words: string, makesLook: MakesLook): ChartPlace | undefined {
  const looks: Found[] = [];
  const prints: Found[] = [];
  const marks: Found[] = [];
  const visit = (node: unknown, path: ChartPath, isInText: boolean): void => {
    if (path.length > maxDepth || typeof node !== 'object' || node === null) return;
    const isOfText = isInText || isTextMark(node);
    for (const [key, value] of Object.entries(node)) {
      const step = Array.isArray(node) ? Number(key) : key;
      const found = { path: [...path, step], isOfText: isOfText || /(?:label|title|text)/i.test(key) };
      if (data.has(key) && typeof value === 'object') continue;
      if (makesLook(nameOf(path, key), value)) looks.push(found);
      if (typeof value === 'string' && value.includes(words)) prints.push(found);
      if (key === (kind === 'vega' ? 'type' : 'mark') && isMark(path, kind)) marks.push(found);
      visit(value, found.path, isOfText && key !== 'layer');
    }
  };
  visit(spec, [], false);
  const place = best(looks) ?? prints[0] ?? best(marks);
  return place && valueAt(place.path);
}

/** A mark of Vega-Lite stands beside `mark:`, one of Vega in `marks:`. */
function isTextMark(node: object): boolean {
  const { mark, type } = node as { readonly mark?: unknown; readonly type?: unknown };
  return mark === 'text' || type === 'text' || (typeof mark === 'object' && (mark as { type?: unknown } | null)?.type === 'text');
}

const isMark = (path: ChartPath, kind: CheckedChart['kind']): boolean => kind !== 'vega' || path.at(-2) === 'marks';

/** In `fill: { value: red }` and `range: [red]`, the name is that of what they stand in. */
const nameOf = (path: ChartPath, key: string): string =>
  /^(?:\d+|value|range)$/.test(key) ? String(path.findLast((step) => !/^(?:\d+|value|range)$/.test(String(step))) ?? key) : key;

const best = (found: readonly Found[]): Found | undefined => found.find(({ isOfText }) => isOfText) ?? found[0];
