/**
 * Makes a Vega specification safe and repeatable before it runs: a copy without files, pictures and events,
 * with all time in UTC, and refused when a number in it would take all memory.
 */
import { ChartTooLarge, maxRows, tooLongSequence } from './chart-budget.ts';
import type { ReportChart } from './chart-place.ts';
import { foreignChartFile, pictureInChart } from './problems.ts';

type Fields = Readonly<Record<string, unknown>>;

/** Returns a copy that may be run. What is left out is reported; a specification that asks for too much throws `ChartTooLarge`. */
export function restrictVega(spec: Fields, report: ReportChart): Fields {
  let parts = 0;

  const copy = (value: unknown, key: string, depth: number): unknown => {
    if (++parts > maxParts || depth > maxDepth) throw new ChartTooLarge('the chart has too many parts');
    if (Array.isArray(value)) return value.map((entry) => copy(entry, key, depth + 1)).filter((entry) => entry !== undefined);
    return isFields(value) ? copyFields(value, key, depth) : value;
  };

  const copyFields = (fields: Fields, key: string, depth: number): unknown => {
    if (key === 'marks' && fields.type === 'image') {
      report(pictureInChart(), { text: 'image' });
      return undefined;
    }
    if (key === 'transform') checkTransform(fields);
    if (typeof fields.tickCount === 'number' && !(fields.tickCount <= maxTicks)) throw new ChartTooLarge('an axis has too many ticks');
    checkGradient(fields);
    const entries = Object.entries(fields)
      // Nothing happens on paper: no clicks, no timers, no sliders.
      .filter(([name]) => name !== 'bind' && !(name === 'on' && Array.isArray(fields[name])))
      // Vega drops ticks that an author lists, when they are more than a count that Vega-Lite adds.
      .filter(([name]) => !(name === 'tickCount' && key === 'axes' && fields.values !== undefined))
      .map(([name, value]) => [name, name === 'values' && key === 'data' ? copyRows(value) : copy(value, name, depth + 1)] as const);
    return inUtc(withoutFiles(Object.fromEntries(entries), key, report), key);
  };

  return copy(spec, '', 0) as Fields;
}

const maxParts = 60_000;
const maxDepth = 100;
const maxTicks = 1000;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !(value instanceof RegExp);

// Vega writes into the rows it is given, so it gets its own.
function copyRows(values: unknown): unknown {
  if (!Array.isArray(values)) return values;
  if (values.length > maxRows) throw new ChartTooLarge(`the chart has more than ${maxRows} rows of data`);
  return values.map((row) => (isFields(row) && !Array.isArray(row) ? { ...row } : row));
}

function withoutFiles(fields: Fields, key: string, report: ReportChart): Fields {
  if (key !== 'data' || !('url' in fields)) return fields;
  const url = typeof fields.url === 'string' ? fields.url : 'a file named by a formula';
  report(foreignChartFile(url), { text: url });
  const { url: _, format: __, ...rest } = fields;
  return { ...rest, values: [] };
}

function inUtc(fields: Fields, key: string): Fields {
  if (key === 'scales' && fields.type === 'time') return { ...fields, type: 'utc' };
  if (key === 'transform' && fields.type === 'timeunit') return { ...fields, timezone: 'utc' };
  if (fields.formatType === 'time') return { ...fields, formatType: 'utc' };
  return key === 'data' ? parsedInUtc(fields) : fields;
}

// Vega reads dates in the machine's own time zone; a formula with our `toDate` reads them in UTC.
function parsedInUtc(fields: Fields): Fields {
  const format = fields.format;
  const types = isFields(format) ? format.parse : undefined;
  if (!isFields(format) || !isFields(types)) return fields;
  const dates = Object.keys(types).filter((name) => types[name] === 'date');
  const rest = Object.entries(types)
    .filter(([, type]) => type !== 'date')
    .map(([name, type]) => [name, typeof type === 'string' ? type.replace(/^date:/, 'utc:') : type]);
  const formulas = dates.map((name) => ({ type: 'formula', expr: `toDate(datum[${JSON.stringify(name)}])`, as: name }));
  const transform = Array.isArray(fields.transform) ? (fields.transform as readonly unknown[]) : [];
  return { ...fields, format: { ...format, parse: Object.fromEntries(rest) }, transform: [...formulas, ...transform] };
}

/** Numbers of transforms that decide how long they take, and the most that is sensible. */
const transformLimits: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  bin: { maxbins: 1000 },
  density: { steps: 1000, maxsteps: 1000, minsteps: 1000 },
  kde: { steps: 1000, maxsteps: 1000, minsteps: 1000 },
  contour: { count: 100 },
  isocontour: { levels: 100 },
  force: { iterations: 1000 },
  sample: { size: maxRows },
  window: { frame: maxRows },
};

const refusedTransforms: readonly string[] = ['wordcloud', 'heatmap', 'countpattern', 'kde2d'];

function checkTransform(fields: Fields): void {
  const type = String(fields.type).toLowerCase();
  if (refusedTransforms.includes(type)) throw new Error(`the transform "${type}" is not available for print`);
  for (const [name, most] of Object.entries(transformLimits[type] ?? {})) {
    const value = fields[name];
    if (isFields(value) && 'signal' in value) throw new Error(`"${name}" of the transform "${type}" must be a number`);
    if (typeof value === 'number' && !(Math.abs(value) <= most))
      throw new ChartTooLarge(`"${name}" of the transform "${type}" is larger than ${most}`);
  }
  if (type === 'impute' && isFields(fields.keyvals))
    checkSequence(fields.keyvals.start ?? 0, fields.keyvals.stop ?? 0, fields.keyvals.step ?? 1);
  if (type === 'graticule') checkGraticule(fields);
  if (type === 'quantile' && typeof fields.step === 'number' && !(fields.step >= 1e-4))
    throw new ChartTooLarge('"step" of the transform "quantile" is smaller than 0.0001');
}

function checkSequence(start: unknown, stop: unknown, step: unknown): void {
  const [from, to, by] = [start, stop, step];
  if (typeof from !== 'number' || typeof to !== 'number' || typeof by !== 'number') {
    throw new Error('a sequence needs numbers for start, stop and step');
  }
  if (!(Math.abs((to - from) / by) <= maxRows)) throw tooLongSequence();
}

function checkGraticule(fields: Fields): void {
  for (const name of ['step', 'stepMajor', 'stepMinor', 'precision']) {
    const steps = [fields[name]].flat();
    if (steps.some((step) => step !== undefined && !(typeof step === 'number' && (step === 0 || step >= 0.5)))) {
      throw new ChartTooLarge(`"${name}" of a graticule is smaller than half a degree`);
    }
  }
}

// Vega draws a slanting gradient through a canvas of pixels, which there is none of.
function checkGradient(fields: Fields): void {
  if (fields.gradient !== 'linear' || !Array.isArray(fields.stops)) return;
  const { x1 = 0, y1 = 0, x2 = 1, y2 = 0 } = fields;
  if (x1 !== x2 && y1 !== y2) throw new Error('a gradient must be horizontal or vertical');
}
