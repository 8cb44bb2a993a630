/** Finds misspelt columns in Vega-Lite charts: Vega itself draws such charts without a word, and without the data. */

import { nearestName } from '../source/nearest-name.ts';
import { type ChartPath, type ReportChart, valueAt } from './chart-place.ts';
import { unknownField } from './problems.ts';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reports each field of an encoding that is neither a column of the data nor made by a transform. Says nothing
 * where columns cannot be known without running the chart.
 */
export function checkChartFields(spec: Fields, report: ReportChart): void {
  // A column that is named in several places is most often misspelt in the table, not in all of them.
  const said = new Set<string>();
  const reportOnce: ReportChart = (diagnostic, place) => {
    if (!said.has(diagnostic.message)) report(diagnostic, place);
    said.add(diagnostic.message);
  };
  checkView(spec, undefined, { path: [], report: reportOnce });
}

interface Checking {
  readonly path: ChartPath;
  readonly report: ReportChart;
}

const inside = ({ path, report }: Checking, ...keys: ChartPath): Checking => ({ path: [...path, ...keys], report });

const viewKeys: readonly string[] = ['layer', 'concat', 'hconcat', 'vconcat'];

/** Deeper than any chart that people write; what is deeper is refused later. */
const maxDepth = 50;

// `inherited` are the columns that come from above; undefined when they are not known.
function checkView(view: Fields, inherited: readonly string[] | undefined, at: Checking): void {
  if (at.path.length > maxDepth) return;
  const columns = columnsAfter(view, 'data' in view ? columnsOf(view.data) : inherited);
  if (columns) checkEncoding(view.encoding, columns, inside(at, 'encoding'));
  if (columns && isFields(view.facet)) {
    if ('field' in view.facet) checkDefinition(view.facet, columns, inside(at, 'facet'));
    else checkEncoding(view.facet, columns, inside(at, 'facet'));
  }
  for (const key of viewKeys) {
    for (const [index, child] of list(view[key]).entries()) if (isFields(child)) checkView(child, columns, inside(at, key, index));
  }
  if (isFields(view.spec)) checkView(view.spec, columns, inside(at, 'spec'));
}

function checkEncoding(encoding: unknown, columns: readonly string[], at: Checking): void {
  if (!isFields(encoding)) return;
  for (const [channel, definition] of Object.entries(encoding)) {
    if (!Array.isArray(definition)) checkDefinition(definition, columns, inside(at, channel));
    else for (const [index, part] of definition.entries()) checkDefinition(part, columns, inside(at, channel, index));
  }
}

function checkDefinition(definition: unknown, columns: readonly string[], at: Checking): void {
  if (!isFields(definition)) return;
  checkField(definition.field, columns, inside(at, 'field'));
  const { condition, sort } = definition;
  if (isFields(condition)) checkField(condition.field, columns, inside(at, 'condition', 'field'));
  for (const [index, branch] of (Array.isArray(condition) ? (condition as readonly unknown[]) : []).entries()) {
    if (isFields(branch)) checkField(branch.field, columns, inside(at, 'condition', index, 'field'));
  }
  if (isFields(sort)) checkField(sort.field, columns, inside(at, 'sort', 'field'));
}

function checkField(field: unknown, columns: readonly string[], at: Checking): void {
  if (typeof field !== 'string' || columns.includes(field)) return;
  // A path such as `address.city` or `tags[0]` begins with its column; a backslash makes the dot part of the name.
  const plain = field.replace(/\\([.[\]])/g, '$1');
  if (columns.includes(plain) || columns.includes(/^[^.[\\]*/.exec(field)![0])) return;
  at.report(unknownField(field, nearestFirst(field, columns)), valueAt(at.path));
}

function nearestFirst(field: string, columns: readonly string[]): readonly string[] {
  const nearest = nearestName(field, columns);
  return nearest === undefined ? columns : [nearest, ...columns.filter((column) => column !== nearest)];
}

/** How many rows are looked at: rows of a table have the same columns, rows of JSON nearly always. */
const lookedAt = 200;

function columnsOf(data: unknown): readonly string[] | undefined {
  const values = isFields(data) ? data.values : undefined;
  if (!Array.isArray(values) || values.length === 0) return undefined;
  const columns = new Set<string>();
  for (const row of values.slice(0, lookedAt)) {
    if (!isFields(row)) return undefined;
    for (const name of Object.keys(row)) columns.add(name);
  }
  return [...columns];
}

function columnsAfter(view: Fields, before: readonly string[] | undefined): readonly string[] | undefined {
  let columns = before;
  for (const transform of list(view.transform)) {
    if (!columns || !isFields(transform)) return undefined;
    // A pivot makes its columns out of values; a look-up brings those of another table.
    if ('pivot' in transform || ('lookup' in transform && !('as' in transform))) return undefined;
    columns = [...columns, ...namesMadeBy(transform)];
  }
  return columns;
}

function namesMadeBy(transform: Fields): readonly string[] {
  const names = [transform.as, ...list(transform.aggregate), ...list(transform.window), ...list(transform.joinaggregate)].flatMap(
    (part) => {
      const as = isFields(part) ? part.as : part;
      return list(as).filter((name) => typeof name === 'string');
    },
  );
  const implied: readonly string[] =
    'fold' in transform
      ? ['key', 'value']
      : 'density' in transform
        ? ['value', 'density']
        : 'quantile' in transform
          ? ['prob', 'value']
          : [];
  // A bin or a stack without a second name makes one itself.
  const ends = names.map((name) => `${name}_end`);
  return [...names, ...implied, ...ends];
}

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);
