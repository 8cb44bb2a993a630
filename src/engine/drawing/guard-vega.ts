/**
 * Looks at the work of those of Vega's transforms whose size comes of the data as well as of the numbers in the
 * specification (those are in restrict-vega.ts): rows times rows, and the edges of bins between the ends of an axis.
 */
import { transforms } from 'vega';
import { ChartTooLarge, maxMadeRows, maxRows, tooLongSequence } from './chart-budget.ts';

/** What an operator is given: its parameters, and the rows that reach it. */
interface Pulse {
  readonly source?: readonly unknown[];
}
type Parameters = Readonly<Record<string, unknown>>;
type ReadField = (row: unknown) => unknown;
type Estimate = (parameters: Parameters, rows: readonly unknown[]) => void;

interface Operator {
  transform(parameters: Parameters, pulse: Pulse): unknown;
}

/** By the name of the transform: throws when it would make too much. */
const estimates: Readonly<Record<string, Estimate>> = {
  scale: ({ bins, ...scale }) => checkBins(bins, scale),
  sequence: ({ start, stop, step }) => {
    // Vega-Lite counts the panels in a row by one of these.
    if (!(Math.abs((Number(stop) - Number(start ?? 0)) / Number(step ?? 1)) <= maxRows)) throw tooLongSequence();
  },
  cross: (_, rows) => checkMade(rows.length ** 2, 'cross'),
  fold: ({ fields }, rows) => checkMade(rows.length * [fields].flat().length, 'fold'),
  flatten: ({ fields }, rows) =>
    checkMade(
      sum(rows, (row) => longest(fieldsOf(fields), row)),
      'flatten',
    ),
  impute: ({ key, keyvals, groupby }, rows) => {
    const keys = distinct(rows, fieldsOf(key)) + [keyvals].flat().length;
    checkMade(keys * distinct(rows, fieldsOf(groupby)), 'impute');
  },
};

/** Puts the look before each of these transforms; call what it returns to take it away. Vega keeps its transforms in the module. */
export function guardTransforms(): () => void {
  const undo = Object.entries(estimates).map(([name, estimate]) => {
    const operator = (transforms[name] as unknown as { readonly prototype: Operator }).prototype;
    const { transform } = operator;
    operator.transform = function guarded(this: Operator, parameters, pulse) {
      estimate(parameters, pulse.source ?? []);
      return transform.call(this, parameters, pulse);
    };
    return () => {
      operator.transform = transform;
    };
  });
  return () => {
    for (const step of undo) step();
  };
}

function checkMade(count: number, name: string): void {
  if (!(count <= maxMadeRows)) throw new ChartTooLarge(`the transform "${name}" makes more than ${maxMadeRows} rows`);
}

// Vega lists the edges of all bins of a scale, from end to end.
function checkBins(bins: unknown, { domain, domainMin, domainMax, domainRaw }: Parameters): void {
  // Bins come as a list, as numbers, or as the function that a transform has made, with the numbers on it.
  if (!bins || Array.isArray(bins)) return;
  const { start, stop, step } = bins as Parameters;
  const ends = [start, stop, domain, domainMin, domainMax, domainRaw]
    .flat()
    .flatMap((end) => (Number.isFinite(Number(end)) ? [Number(end)] : []));
  const width = ends.length > 0 ? Math.max(...ends) - Math.min(...ends) : 0;
  if (!(width / Math.abs(Number(step)) <= maxRows)) throw new ChartTooLarge(`an axis has more than ${maxRows} bins`);
}

const fieldsOf = (fields: unknown): readonly ReadField[] =>
  [fields].flat().filter((field): field is ReadField => typeof field === 'function');

const sum = (rows: readonly unknown[], count: (row: unknown) => number): number =>
  rows.reduce<number>((total, row) => total + count(row), 0);

const longest = (fields: readonly ReadField[], row: unknown): number =>
  Math.max(1, ...fields.map((field) => (field(row) as { readonly length?: number } | undefined)?.length ?? 1));

const distinct = (rows: readonly unknown[], fields: readonly ReadField[]): number =>
  new Set(rows.map((row) => fields.map((field) => String(field(row))).join('\u0000'))).size;
