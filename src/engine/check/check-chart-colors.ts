/**
 * Charts that tell groups apart by color and by nothing else: WCAG 2.1, 1.4.1.
 *
 * A color is no longer alone when a place on an axis, a shape, a dash, a panel or a word beside the mark says the same.
 */
import { type ChartPath, valueAt } from '../drawing/chart-place.ts';
import type { Report } from '../source/diagnostic.ts';
import { type Fields, fieldsIn, fieldsTested, isFields, isSaidOtherwise, listOf, type Row, rowsOf } from './chart-fields.ts';
import { checkVegaColors } from './check-vega-colors.ts';
import type { CheckedChart } from './checked-chart.ts';
import { colorAlone } from './problems.ts';

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

/** Reports each color of a chart that has its meaning to itself. */
export function checkChartColors(chart: CheckedChart, report: Report): void {
  if (!isFields(chart.spec)) return;
  if (chart.kind === 'vega') checkVegaColors(chart, chart.spec, report);
  else if (chart.kind === 'vega-lite') checkView(chart.spec, { encoding: {}, rows: [], carriers: new Set() }, { path: [], chart, report });
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
    const unsaid = isFields(definition)
      ? groupsIn(definition, rows).find(({ field }) => !said.has(field) && !isSaidOtherwise(field, said, rows))
      : undefined;
    if (!unsaid) continue;
    const isOwn = isFields(view.encoding) && channel in view.encoding;
    const owner = isOwn ? path : path.slice(0, -2);
    const place = chart.spanOf(valueAt([...owner, 'encoding', channel, ...unsaid.path]));
    report(colorAlone(unsaid.field, { kind: 'vega-lite', isLine: isLine(view.mark) }, place));
    return;
  }
}

/** What a color tells apart: the groups of its own field, and those that a condition picks out by a column of the data. */
function groupsIn(definition: Fields, rows: readonly Row[]): readonly { readonly field: string; readonly path: ChartPath }[] {
  const own = isNominal(definition) ? [{ field: String(definition.field), path: ['field'] }] : [];
  const { condition } = definition;
  const conditions = isFields(condition) ? [{ one: condition, path: ['condition'] }] : [];
  for (const [index, one] of listOf(condition).entries()) conditions.push({ one, path: ['condition', String(index)] });
  const picked = conditions.flatMap(({ one, path }) => [
    ...groupsIn({ ...one, condition: undefined }, rows).map((group) => ({ ...group, path: [...path, ...group.path] })),
    ...('value' in one && rows.length > 0 ? fieldsTested(one.test).map((field) => ({ field, path: [...path, 'test'] })) : []),
  ]);
  return [...own, ...picked];
}

/** Types that Vega-Lite takes for groups; a color without a type is one unless it counts or measures. */
function isNominal({ field, type, aggregate, bin, timeUnit }: Fields): boolean {
  if (typeof field !== 'string') return false;
  return type === 'nominal' || type === 'ordinal' || (type === undefined && aggregate === undefined && !bin && timeUnit === undefined);
}

function textChannelOf(layer: Fields, encoding: Fields): unknown {
  const mark = isFields(layer.mark) ? layer.mark.type : layer.mark;
  const own = isFields(layer.encoding) ? layer.encoding : {};
  return mark === 'text' ? (own.text ?? encoding.text) : undefined;
}

const isLine = (mark: unknown): boolean => ['line', 'trail', 'rule'].includes(String(isFields(mark) ? mark.type : mark));

const pick = (encoding: Fields, names: readonly string[]): Fields =>
  Object.fromEntries(names.filter((name) => name in encoding).map((name) => [name, encoding[name]]));

const inside = (at: Checking, ...keys: ChartPath): Checking => ({ ...at, path: [...at.path, ...keys] });
