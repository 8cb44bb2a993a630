/**
 * The numbers behind a chart as tables, for readers who cannot see it: the columns that the chart shows, under the titles
 * of its axes. Nothing here needs Vega; what only a transform computes is left out.
 */

/** One column. Its header is the title in the chart, or else the name of the column. */
export interface ChartColumn {
  readonly title: string;
  readonly kind: 'number' | 'share' | 'date' | 'name';
}

/** One table, ready to be printed. A column that names the rows comes first. */
export interface ChartTable {
  readonly columns: readonly ChartColumn[];
  readonly rows: readonly (readonly unknown[])[];
}

type Fields = Readonly<Record<string, unknown>>;

/** Deeper than any chart that people write. */
const maxDepth = 50;

/** Returns a table for each set of rows in a chart whose data files are already in it. */
export function chartTables(spec: unknown, kind: 'vega-lite' | 'vega'): readonly ChartTable[] {
  if (!isFields(spec)) return [];
  if (kind === 'vega') return list(spec.data).flatMap((data) => (isFields(data) ? makeTable(valuesOf(data) ?? [], new Map()) : []));
  const sets: ShownRows[] = [];
  visitView(spec, { encoding: {}, values: undefined, sets }, 0);
  return sets.flatMap(({ values, shown, labels }) => makeTable(values, new Map([...shown, ...labels])));
}

/** Rows, and which of their columns the views show. */
interface ShownRows {
  readonly values: readonly unknown[];
  readonly shown: Map<string, Fields>;
  /** Columns that are only written beside marks come last. */
  readonly labels: Map<string, Fields>;
}

interface Surroundings {
  readonly encoding: Fields;
  readonly values: readonly unknown[] | undefined;
  readonly sets: ShownRows[];
}

const childKeys = ['layer', 'concat', 'hconcat', 'vconcat'] as const;

function visitView(view: Fields, around: Surroundings, depth: number): void {
  if (depth > maxDepth) return;
  const values = valuesOf(view.data) ?? around.values;
  const encoding = { ...around.encoding, ...(isFields(view.encoding) ? view.encoding : {}) };
  const inside: Surroundings = { ...around, values, encoding };
  if (values && isFields(view.facet)) addColumns(values, 'field' in view.facet ? { facet: view.facet } : view.facet, false, around.sets);
  for (const key of childKeys) for (const child of list(view[key])) if (isFields(child)) visitView(child, inside, depth + 1);
  if (isFields(view.spec)) visitView(view.spec, inside, depth + 1);
  if (values && 'mark' in view) addColumns(values, encoding, (isFields(view.mark) ? view.mark.type : view.mark) === 'text', around.sets);
}

function addColumns(values: readonly unknown[], encoding: Fields, isText: boolean, sets: ShownRows[]): void {
  let set = sets.find((known) => known.values === values);
  if (!set) sets.push((set = { values, shown: new Map(), labels: new Map() }));
  for (const [channel, definitions] of Object.entries(encoding)) {
    for (const definition of list(definitions)) {
      if (!isFields(definition) || typeof definition.field !== 'string' || silentChannels.has(channel)) continue;
      // Places of labels say nothing; what is written there does.
      if (isText && channel !== 'text') continue;
      const to = isText && !set.shown.has(definition.field) ? set.labels : set.shown;
      const known = to.get(definition.field);
      if (!known || titleOf(known) === undefined) to.set(definition.field, definition);
    }
  }
  for (const field of set.shown.keys()) set.labels.delete(field);
}

/** Channels that readers of a chart do not see. */
const silentChannels: ReadonlySet<string> = new Set(['tooltip', 'href', 'url', 'key', 'order', 'detail', 'description']);

function makeTable(values: readonly unknown[], definitions: ReadonlyMap<string, Fields>): readonly ChartTable[] {
  const rows = values.map((row) => (isFields(row) ? row : { data: row }));
  const names = new Set(rows.flatMap((row) => Object.keys(row)));
  const shown = [...definitions].filter(([field]) => names.has(field));
  const columns = (shown.length > 0 ? shown : [...names].map((name) => [name, {}] as const)).map(([field, definition]) => ({
    field,
    title: titleOf(definition) ?? field,
    kind: kindOf(definition, rows, field),
  }));
  if (rows.length === 0 || columns.length === 0) return [];
  const naming = columns.find(({ kind }) => kind === 'name' || kind === 'date');
  const ordered = naming ? [naming, ...columns.filter((column) => column !== naming)] : columns;
  return [
    {
      columns: ordered.map(({ title, kind }) => ({ title, kind })),
      rows: rows.map((row) => ordered.map(({ field }) => row[field])),
    },
  ];
}

function titleOf(definition: Fields): string | undefined {
  for (const holder of [definition, definition.axis, definition.legend, definition.header]) {
    const title = isFields(holder) ? holder.title : undefined;
    const text = Array.isArray(title) ? title.join(' ') : title;
    if (typeof text === 'string' && text.trim() !== '') return text.trim();
  }
  return undefined;
}

function kindOf(definition: Fields, rows: readonly Fields[], field: string): ChartColumn['kind'] {
  if (definition.type === 'temporal') return 'date';
  const isNumeric = rows.every((row) => row[field] === null || row[field] === undefined || typeof row[field] === 'number');
  if (!isNumeric || definition.type === 'nominal' || definition.type === 'ordinal') return 'name';
  const format = [definition, definition.axis, definition.legend].map((holder) => (isFields(holder) ? holder.format : undefined));
  return format.some((text) => typeof text === 'string' && /%\s*$/.test(text)) ? 'share' : 'number';
}

function valuesOf(data: unknown): readonly unknown[] | undefined {
  return isFields(data) && Array.isArray(data.values) ? data.values : undefined;
}

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : value === undefined || value === null ? [] : [value]);
const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);
