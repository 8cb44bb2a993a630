/**
 * Which columns a chart takes for amounts, and what an author meant by a cell of such a column that is no number: Vega
 * leaves its mark out of the chart without a word.
 */

type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any chart that people write. */
const maxDepth = 50;

/** Aggregates that need amounts; the others count or compare what there is. */
const summing: ReadonlySet<unknown> = new Set('sum product mean average median variance variancep stdev stdevp stderr q1 q3'.split(' '));

/** Returns the columns that the encodings of a Vega-Lite chart show as amounts, without those that its transforms make. */
export function amountFields(spec: unknown): ReadonlySet<string> {
  const amounts = new Set<string>();
  const made = new Set<string>();
  const folds: { readonly columns: readonly unknown[]; readonly value: unknown }[] = [];
  const visit = (value: unknown, key: string, depth: number): void => {
    if (depth > maxDepth || key === 'data' || key === 'datasets') return;
    if (Array.isArray(value)) {
      for (const entry of value as readonly unknown[]) visit(entry, key, depth + 1);
      return;
    }
    if (!isFields(value)) return;
    const { field, type, aggregate, as } = value;
    if (typeof field === 'string' && (type === 'quantitative' || summing.has(aggregate)) && aggregate !== 'count') amounts.add(field);
    for (const name of Array.isArray(as) ? (as as readonly unknown[]) : [as]) if (typeof name === 'string') made.add(name);
    if (Array.isArray(value.fold)) folds.push({ columns: value.fold, value: Array.isArray(as) ? as[1] : 'value' });
    for (const [name, inside] of Object.entries(value)) visit(inside, name, depth + 1);
  };
  visit(spec, '', 0);
  const wanted = new Set([...amounts].filter((field) => !made.has(field)));
  // What a fold gathers are the columns themselves.
  for (const { columns, value } of folds) {
    if (typeof value === 'string' && amounts.has(value)) for (const column of columns) if (typeof column === 'string') wanted.add(column);
  }
  return wanted;
}

/** Returns what to do about a cell that is no number; the number itself where there is no doubt which one is meant. */
export function numberHint(cell: string): string {
  const ascii = cell
    .replace(/[\u2212\u2013]/g, '-')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replaceAll('٫', '.')
    .replaceAll('٬', '');
  const plain = /^-?\d+(?:\.\d+)?$/;
  const write = (number: string, why: string): string => `write \`${number}\`${why}`;
  const bare = ascii.replace(/[\s\u00a0\u202f'’_]/g, '');
  if (/^-?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare)) {
    const [grouped, decimal] = [bare.replaceAll(',', ''), bare.replace(',', '.')];
    return plain.test(decimal) && bare.split(',').length === 2 && !bare.includes('.')
      ? `write \`${grouped}\` if the comma groups digits, or \`${decimal}\` if it is the decimal sign`
      : write(grouped, ', without commas');
  }
  if (/^-?\d{1,3}(?:\.\d{3})+,\d+$/.test(bare))
    return write(bare.replaceAll('.', '').replace(',', '.'), ', with a point as the decimal sign and nothing between groups');
  if (/^-?\d+,\d+$/.test(bare)) return write(bare.replace(',', '.'), ', with a point as the decimal sign');
  if (plain.test(bare))
    return write(
      trimZeros(bare),
      bare === ascii && ascii === cell ? '' : ', with the digits 0 to 9 and a hyphen for minus, and nothing between them',
    );
  if (/^\+\d+(?:\.\d+)?$/.test(bare)) return write(trimZeros(bare.slice(1)), '');
  const amount = /^[^\d-]*?(-?\d+(?:\.\d+)?)[^\d]*$/.exec(bare)?.[1];
  if (amount !== undefined) return write(amount, ', and the unit or the sign in the title of the axis');
  return 'leave the cell empty if there is no number';
}

/** Decimal digits of every script stand in order, ten by ten, and those of our languages begin at these. */
function asciiDigit(digit: string): string {
  const code = digit.codePointAt(0)!;
  const zero = [0x30, 0x660, 0x6f0, 0x966].find((first) => code >= first && code < first + 10);
  return zero === undefined ? digit : String(code - zero);
}

/** A number with leading zeros would be taken for a code. */
const trimZeros = (number: string): string => number.replace(/^(-?)0+(?=\d)/, '$1');

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
