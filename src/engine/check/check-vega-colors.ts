/**
 * Marks of a Vega chart whose color alone tells groups apart: filled or stroked through a scale of groups, or by a test, where no
 * other property of the mark and no text says the same.
 */
import { type ChartPath, valueAt } from '../drawing/chart-place.ts';
import type { Report } from '../source/diagnostic.ts';
import { type Fields, fieldsIn, fieldsTested, isFields, isSaidOtherwise, listOf, type Row, rowsOf } from './chart-fields.ts';
import type { CheckedChart } from './checked-chart.ts';
import { colorAlone } from './problems.ts';

/** Properties of marks that are seen as color only. */
const colorProperties: ReadonlySet<string> = new Set(['fill', 'stroke', 'opacity', 'fillOpacity', 'strokeOpacity', 'tooltip', 'zindex']);

/** Scales that give each group a color. */
const groupScales: ReadonlySet<unknown> = new Set(['ordinal', 'band', 'point']);

const lines: ReadonlySet<unknown> = new Set(['line', 'trail', 'rule']);

/** Deeper than any chart that people write. */
const maxDepth = 50;

/** What a group of marks takes over from the groups around it. */
interface Surroundings {
  readonly rows: ReadonlyMap<string, readonly Row[]>;
  /** Names of the scales that color groups. */
  readonly scales: ReadonlySet<unknown>;
  /** Fields that say something without color. */
  readonly carriers: ReadonlySet<string>;
}

interface Checking {
  readonly chart: CheckedChart;
  readonly path: ChartPath;
  readonly report: Report;
}

/** Reports each mark of a chart, or of a group in it, whose color has its meaning to itself. */
export function checkVegaColors(chart: CheckedChart, spec: Fields, report: Report): void {
  checkGroup(spec, { rows: new Map(), scales: new Set(), carriers: new Set() }, { chart, path: [], report });
}

function checkGroup(group: Fields, around: Surroundings, at: Checking): void {
  if (at.path.length > maxDepth) return;
  const rows = new Map(around.rows);
  for (const data of listOf(group.data)) {
    const own = rowsOf(data) ?? rows.get([data.source].flat().map(String)[0] ?? '');
    if (own) rows.set(String(data.name), own);
  }
  const scales = new Set(around.scales);
  for (const { name, type } of listOf(group.scales)) if (groupScales.has(type)) scales.add(name);
  const marks = listOf(group.marks);
  // Words may stand anywhere in the group: beside the marks, or at the ends of lines.
  const words = marks.flatMap((mark) => (mark.type === 'text' ? propertiesOf(mark).flatMap(({ text }) => fieldsIn({ text })) : []));
  const carriers = new Set([...around.carriers, ...words]);
  for (const [index, mark] of marks.entries()) {
    const inMark = { ...at, path: [...at.path, 'marks', index] };
    if (mark.type === 'group') {
      const { facet } = isFields(mark.from) ? mark.from : {};
      const faceted = isFields(facet) ? [[String(facet.name), rows.get(String(facet.data)) ?? []] as const] : [];
      const placed = propertiesOf(mark).flatMap((properties) => fieldsIn(withoutColors(properties)));
      checkGroup(mark, { rows: new Map([...rows, ...faceted]), scales, carriers: new Set([...carriers, ...placed]) }, inMark);
    } else if (mark.type !== 'text') checkMark(mark, { rows, scales, carriers }, inMark);
  }
}

function checkMark(mark: Fields, { rows, scales, carriers }: Surroundings, { chart, path, report }: Checking): void {
  const said = new Set([...carriers, ...propertiesOf(mark).flatMap((properties) => fieldsIn(withoutColors(properties)))]);
  const own = rows.get(isFields(mark.from) ? String(mark.from.data) : '') ?? [];
  for (const set of ['enter', 'update'] as const) {
    const properties = isFields(mark.encode) ? mark.encode[set] : undefined;
    for (const name of isFields(properties) ? (['fill', 'stroke'] as const) : []) {
      const groups = [(properties as Fields)[name]].flat().flatMap((rule) => (isFields(rule) ? groupsOf(rule, scales, own) : []));
      const field = groups.find((group) => !said.has(group) && !isSaidOtherwise(group, said, own));
      if (field === undefined) continue;
      const place = chart.spanOf(valueAt([...path, 'encode', set, name]));
      report(colorAlone(field, { kind: 'vega', isLine: lines.has(mark.type) }, place));
      return;
    }
  }
}

function groupsOf(rule: Fields, scales: ReadonlySet<unknown>, rows: readonly Row[]): readonly string[] {
  if ('value' in rule) return rows.length > 0 ? fieldsTested(rule.test) : [];
  return typeof rule.field === 'string' && scales.has(rule.scale) ? [rule.field] : [];
}

const propertiesOf = ({ encode }: Fields): readonly Fields[] => (isFields(encode) ? [encode.enter, encode.update].filter(isFields) : []);

const withoutColors = (properties: Fields): Fields =>
  Object.fromEntries(Object.entries(properties).filter(([name]) => !colorProperties.has(name)));
