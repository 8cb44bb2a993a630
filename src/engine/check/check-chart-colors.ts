/**
 * Charts that tell groups apart by color and by nothing else: WCAG 2.1, 1.4.1.
 *
 * A color is no longer alone when a place on an axis, a shape, a dash, a panel or a word beside the mark says the same.
 */
import { type ChartPath, valueAt } from '../drawing/chart-place.ts';
import type { Report } from '../source/diagnostic.ts';
import type { CheckedChart } from './checked-chart.ts';
import { colorAlone } from './problems.ts';

type Fields = Readonly<Record<string, unknown>>;
type Row = Fields;

/** Channels that carry a color. */
const colorChannels = ['color', 'fill', 'stroke'] as const;

/** Channels that say something without color. */
const otherChannels = [
  'x',
  'y',
  'x2',
  'y2',
  'xOffset',
  'yOffset',
  'shape',
  'strokeDash',
  'text',
  'row',
  'column',
  'facet',
  'size',
  'latitude',
  'longitude',
] as const;

/** Deeper than any chart that people write. */
const maxDepth = 50;

/** What a view takes over from the views around it. */
interface Surroundings {
  readonly encoding: Fields;
  readonly rows: readonly Row[];
  /** Fields that say something without color, in panels around this view or in layers beside it. */
  readonly carriers: ReadonlySet<string>;
}

interface Checking {
  readonly path: ChartPath;
  readonly chart: CheckedChart;
  readonly report: Report;
}

/** Reports each color of a Vega-Lite chart that has its meaning to itself. */
export function checkChartColors(chart: CheckedChart, report: Report): void {
  if (chart.kind !== 'vega-lite' || !isFields(chart.spec)) return;
  checkView(chart.spec, { encoding: {}, rows: [], carriers: new Set() }, { path: [], chart, report });
}

function checkView(view: Fields, around: Surroundings, at: Checking): void {
  if (at.path.length > maxDepth) return;
  const rows = rowsOf(view.data) ?? around.rows;
  const encoding = { ...around.encoding, ...(isFields(view.encoding) ? view.encoding : {}) };
  const panels = isFields(view.facet) ? ('field' in view.facet ? { facet: view.facet } : view.facet) : {};
  const carriers = new Set([...around.carriers, ...fieldsIn(panels)]);
  if (isFields(view.spec)) checkView(view.spec, { encoding: {}, rows, carriers }, inside(at, 'spec'));
  for (const key of ['concat', 'hconcat', 'vconcat'] as const) {
    for (const [index, child] of listOf(view[key]).entries()) checkView(child, { encoding: {}, rows, carriers }, inside(at, key, index));
  }
  const layers = listOf(view.layer);
  if (layers.length > 0) {
    // A word beside a mark stands in a layer of its own.
    for (const layer of layers) for (const field of fieldsIn({ text: textChannelOf(layer, encoding) })) carriers.add(field);
    for (const [index, layer] of layers.entries()) checkView(layer, { encoding, rows, carriers }, inside(at, 'layer', index));
  } else if ('mark' in view) checkEncoding(view, encoding, { rows, carriers }, at);
}

function checkEncoding(
  view: Fields,
  encoding: Fields,
  { rows, carriers }: Pick<Surroundings, 'rows' | 'carriers'>,
  { path, chart, report }: Checking,
): void {
  const said = new Set([...carriers, ...fieldsIn(pick(encoding, otherChannels))]);
  for (const channel of colorChannels) {
    const definition = encoding[channel];
    const field = isFields(definition) && isNominal(definition) ? definition.field : undefined;
    if (typeof field !== 'string' || said.has(field) || isSaidOtherwise(field, said, rows)) continue;
    const isOwn = isFields(view.encoding) && channel in view.encoding;
    const owner = isOwn ? path : path.slice(0, -2);
    report(colorAlone(field, isLine(view.mark), chart.spanOf(valueAt([...owner, 'encoding', channel, 'field']))));
    return;
  }
}

/** Types that Vega-Lite takes for groups; a color without a type is one unless it counts or measures. */
function isNominal({ field, type, aggregate, bin, timeUnit }: Fields): boolean {
  if (typeof field !== 'string') return false;
  return type === 'nominal' || type === 'ordinal' || (type === undefined && aggregate === undefined && !bin && timeUnit === undefined);
}

/** Whether another field takes the place of this one, as a name does for a code: each value of the one goes with one of the other. */
function isSaidOtherwise(field: string, said: ReadonlySet<string>, rows: readonly Row[]): boolean {
  const groups = new Set(rows.map((row) => row[field]));
  // One group, and there is nothing to tell apart.
  if (rows.length > 0 && groups.size < 2) return true;
  return rows.length > 0 && [...said].some((other) => isPaired(field, other, rows));
}

function isPaired(one: string, other: string, rows: readonly Row[]): boolean {
  const forward = new Map<unknown, unknown>();
  const backward = new Map<unknown, unknown>();
  return rows.every((row) => {
    const [a, b] = [row[one], row[other]];
    if (a === undefined || b === undefined) return false;
    if (!forward.has(a)) forward.set(a, b);
    if (!backward.has(b)) backward.set(b, a);
    return forward.get(a) === b && backward.get(b) === a;
  });
}

function textChannelOf(layer: Fields, encoding: Fields): unknown {
  const mark = isFields(layer.mark) ? layer.mark.type : layer.mark;
  const own = isFields(layer.encoding) ? layer.encoding : {};
  return mark === 'text' ? (own.text ?? encoding.text) : undefined;
}

const isLine = (mark: unknown): boolean => ['line', 'trail', 'rule'].includes(String(isFields(mark) ? mark.type : mark));

/** Names of the fields that channels show; a channel may have several. */
function fieldsIn(channels: Fields): readonly string[] {
  return Object.values(channels)
    .flat()
    .flatMap((definition) => (isFields(definition) && typeof definition.field === 'string' ? [definition.field] : []));
}

const pick = (encoding: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => name in encoding).map((name) => [name, encoding[name]]));

function rowsOf(data: unknown): readonly Row[] | undefined {
  const values = isFields(data) ? data.values : undefined;
  return Array.isArray(values) ? values.filter(isFields) : undefined;
}

const inside = (at: Checking, ...keys: ChartPath): Checking => ({ ...at, path: [...at.path, ...keys] });
const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
