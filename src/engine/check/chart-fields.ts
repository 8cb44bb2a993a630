/** Fields of a chart's data: which of them a channel or a condition reads, and whether one says the same as another. */
import { letterPattern } from '../source/letter-pattern.ts';

/** Keys of a specification, or columns of a row of data. */
export type Fields = Readonly<Record<string, unknown>>;
export type Row = Fields;

export const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
export const listOf = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value.filter(isFields) : []);

/** Returns the rows that stand in `data`. */
export function rowsOf(data: unknown): readonly Row[] | undefined {
  const values = isFields(data) ? data.values : undefined;
  return Array.isArray(values) ? values.filter(isFields) : undefined;
}

/** Names of the fields that channels show, also under a condition; a channel may have several. */
export function fieldsIn(channels: Fields): readonly string[] {
  return Object.values(channels)
    .flat()
    .flatMap((definition): readonly string[] => {
      if (!isFields(definition)) return [];
      const { field, test, condition, signal } = definition;
      const own = typeof field === 'string' ? [field] : [];
      const nested = condition === undefined ? [] : fieldsIn({ condition });
      return [...own, ...fieldsTested(test), ...fieldsTested(signal), ...nested];
    });
}

const inExpression = letterPattern(String.raw`\bdatum(?:\.([\p{L}_$][\p{L}\p{N}_$]*)|\[\s*(?:'([^']+)'|"([^"]+)")\s*\])`, 'g');

/** Returns the fields that a condition looks at: an expression, or a predicate of Vega-Lite such as `{ field: use, equal: washing }`. */
export function fieldsTested(test: unknown): readonly string[] {
  if (typeof test === 'string')
    return [...test.matchAll(inExpression(test))].map(([, ...names]) => names.find((name) => name !== undefined)!);
  if (Array.isArray(test)) return test.flatMap(fieldsTested);
  if (!isFields(test)) return [];
  const { field, and, or, not } = test;
  return [...(typeof field === 'string' ? [field] : []), ...[and, or, not].flatMap(fieldsTested)];
}

/** Whether another field takes the place of this one, as a name does for a code: each value of the one goes with one of the other. */
export function isSaidOtherwise(field: string, said: ReadonlySet<string>, rows: readonly Row[]): boolean {
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
