/**
 * Puts the data files of a chart into its specification, so that drawing it reads nothing.
 *
 * Charts reach files in the booklet's folder data/ and nothing else: no other folder, no address on the network.
 * Nothing here needs Vega.
 */
import { amountFields, numberHint } from './chart-numbers.ts';
import { type ChartPath, type ReportChart, valueAt } from './chart-place.ts';
import { foreignChartFile, missingChartFile, notANumber, raggedRow, unreadableChartFile } from './problems.ts';
import { readTable, separatorOf, textCells } from './read-table.ts';

/** A file that a chart refers to. */
export interface ChartReference {
  /** As the author wrote it. */
  readonly url: string;
  /** ChartPath of the file in the booklet's folder, such as `data/rain.csv`; undefined when charts may not read it. */
  readonly file: string | undefined;
  /** Keys and positions that lead to the url in the specification. */
  readonly path: ChartPath;
}

/** A data file that has been read. */
export interface ChartData {
  /** Its ending says what it is: `.csv`, `.tsv`, `.json`, `.geojson` or `.topojson`. */
  readonly path: string;
  readonly text: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Returns every data file that a chart refers to, in the order of the specification. */
export function chartReferences(spec: unknown): readonly ChartReference[] {
  const references: ChartReference[] = [];
  replaceData(spec, [], (data, path) => {
    if (typeof data.url === 'string') references.push({ url: data.url, file: dataFileOf(data.url), path: [...path, 'url'] });
    return data;
  });
  return references;
}

/**
 * Returns the specification with the content of its data files in it. `files` have the urls of `chartReferences` as keys.
 * A file that charts may not read, that is missing or damaged, is reported and becomes no rows.
 */
export function resolveChartData(spec: unknown, files: ReadonlyMap<string, ChartData>, report: ReportChart): unknown {
  const amounts = amountFields(spec);
  return replaceData(spec, [], (data, path) => {
    const url = data.url;
    if (typeof url !== 'string') return data;
    const { url: _, format, ...rest } = data;
    const at = valueAt([...path, 'url']);
    const isAllowed = dataFileOf(url) !== undefined;
    const found = isAllowed ? files.get(url) : undefined;
    if (!isAllowed) report(foreignChartFile(url), at);
    else if (!found) report(missingChartFile(url, [...files.keys()]), at);
    return {
      ...rest,
      ...(found
        ? readFile({ url, amounts, ...found }, isFields(format) ? format : {}, (diagnostic, place = at) => report(diagnostic, place))
        : { values: [] }),
    };
  });
}

// Charts lie in charts/, so `../data/x.csv` is right for editors of Vega-Lite and `data/x.csv` for everyone else.
function dataFileOf(url: string): string | undefined {
  const file = url.replace(/^(?:\.\/|\.\.\/)/, '');
  const isInside = /^data\/[^\\:?#%]+$/.test(file) && !file.split('/').some((part) => part === '' || part === '.' || part === '..');
  return isInside ? file : undefined;
}

/** A data file, and what the chart wants of it. */
interface WantedFile extends ChartData {
  readonly url: string;
  /** Columns that must hold numbers. */
  readonly amounts: ReadonlySet<string>;
}

function readFile({ url, text, path, amounts }: WantedFile, asked: Fields, report: ReportChart): Fields {
  const type = typeof asked.type === 'string' ? asked.type.toLowerCase() : formatOf(path);
  const { type: _, delimiter: __, property, ...rest } = asked;
  if (type === 'csv' || type === 'tsv' || type === 'dsv') {
    const separator = type === 'tsv' || asked.delimiter === '\t' ? '\t' : separatorOf(text);
    const table = readTable(text, separator);
    for (const { line, values } of table.ragged.slice(0, 3)) report(raggedRow(line, values, table.columns.length), { url, line });
    if (table.ragged.length === 0 && table.rows.some((row) => [...amounts].some((column) => typeof row[column] === 'string'))) {
      for (const { start, end, ...cell } of textCells(text, separator, amounts)) {
        report(notANumber({ ...cell, hint: numberHint(cell.value) }), { url, start, end });
      }
    }
    return withFormat(table.rows, rest);
  }
  const parsed = parseJson(url, text, report);
  if (type === 'topojson') return withFormat(parsed, { ...rest, type });
  const chosen = typeof property === 'string' ? propertyOf(parsed, property) : parsed;
  if (Array.isArray(chosen)) return withFormat(chosen, rest);
  // GeoJSON comes as one object that holds its features.
  if (isFields(chosen) && Array.isArray(chosen.features)) return withFormat(chosen.features, rest);
  if (parsed !== undefined) report(unreadableChartFile(url, 'it is not a list of rows'));
  return { values: [] };
}

function formatOf(path: string): 'csv' | 'tsv' | 'json' | 'topojson' {
  if (/\.topo\.?json$/i.test(path)) return 'topojson';
  if (/\.(?:geo)?json$/i.test(path)) return 'json';
  return /\.(?:tsv|tab)$/i.test(path) ? 'tsv' : 'csv';
}

const withFormat = (values: unknown, format: Fields): Fields => ({
  values: values ?? [],
  ...(Object.keys(format).length > 0 && { format }),
});

function parseJson(url: string, text: string, report: ReportChart): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    report(unreadableChartFile(url, 'it is not valid JSON'));
    return undefined;
  }
}

const propertyOf = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((holder, name) => (isFields(holder) && Object.hasOwn(holder, name) ? holder[name] : undefined), value);

/** Deeper than any chart that people write; more would exhaust the stack. */
const maxDepth = 100;

// Copies a specification and gives every `data` object to `replace`; rows of data are never looked into.
function replaceData(spec: unknown, path: ChartPath, replace: (data: Fields, path: ChartPath) => Fields): unknown {
  if (path.length > maxDepth) return spec;
  if (Array.isArray(spec)) return spec.map((entry, index) => replaceData(entry, [...path, index], replace));
  if (!isFields(spec)) return spec;
  return Object.fromEntries(
    Object.entries(spec).map(([key, value]) => {
      const inside = [...path, key];
      if (key === 'values' || key === 'datasets') return [key, value];
      if (key !== 'data') return [key, replaceData(value, inside, replace)];
      const one = (data: unknown, at: ChartPath): unknown => (isFields(data) ? replace(copyInside(data, at, replace), at) : data);
      return [key, Array.isArray(value) ? value.map((data, index) => one(data, [...inside, index])) : one(value, inside)];
    }),
  );
}

// The transforms of a data set of Vega may hold look-ups with data of their own.
const copyInside = (data: Fields, path: ChartPath, replace: (data: Fields, path: ChartPath) => Fields): Fields =>
  replaceData(data, path, replace) as Fields;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
