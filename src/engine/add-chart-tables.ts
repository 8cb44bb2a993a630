/**
 * Puts the numbers of charts into the markup as tables: right after the chart, together at the end of the text, or after
 * the chart for those who listen and nobody else. Which charts get one is said in booklet.yaml (`chartData`) and at each
 * chart (`data=…`).
 */
import type { CheckedCharts } from './check/checked-chart.ts';
import type { ChartDataPlace } from './content/booklet.ts';
import { fillPattern, formatDate, formatNumber, localDigits } from './content/format-labels.ts';
import { type Labels, labelsFor } from './content/labels.ts';
import { type ChartColumn, type ChartTable, chartTables } from './drawing/chart-table.ts';
import { type MarkupElement, type MarkupNode, withChildren } from './markup/element.ts';
import { vocabulary } from './markup/vocabulary.ts';
import { longChartData } from './problems.ts';
import type { Report } from './source/diagnostic.ts';

/** What the tables are made of. */
export interface ChartTableContext {
  readonly charts: CheckedCharts;
  /** Where the tables go when a chart does not say. */
  readonly place: ChartDataPlace;
  readonly labels: Labels;
  /** Of the booklet. */
  readonly language: string;
}

/** A longer table helps nobody who reads it on paper, and nobody who listens to it. */
const mostRows = 200;

/** Returns the tree with tables for the charts that want one; the same tree when none does. */
export function addChartTables(root: MarkupElement, context: ChartTableContext, report: Report): MarkupElement {
  if (context.charts.size === 0) return root;
  const appendix: MarkupElement[] = [];
  const added = addTables(root, { figure: undefined, language: context.language }, { ...context, appendix, report });
  const { element, after } = added ?? { element: root, after: [] };
  const body = after.length === 0 ? element : { ...element, children: [...element.children, ...after] };
  return appendix.length === 0 ? body : withAppendix(body, appendix, context.labels);
}

interface Adding extends ChartTableContext {
  readonly appendix: MarkupElement[];
  readonly report: Report;
}

interface Added {
  readonly element: MarkupElement;
  /** Tables for which the element itself has no room. */
  readonly after: readonly MarkupElement[];
}

/** What is around a chart. */
interface Surroundings {
  readonly figure: MarkupElement | undefined;
  readonly language: string;
}

/** Returns undefined for an element without tables in it. */
function addTables(element: MarkupElement, outside: Surroundings, adding: Adding): Added | undefined {
  const language = element.attributes.get('lang') || outside.language;
  const figure = element.name === 'figure' ? element : outside.figure;
  const around = figure === outside.figure && language === outside.language ? outside : { figure, language };
  if (element.name === 'chart') {
    const after = tablesOf(element, around, adding);
    return after.length > 0 ? { element, after } : undefined;
  }
  const after: MarkupElement[] = [];
  let changed: MarkupNode[] | undefined;
  for (let index = 0; index < element.children.length; index++) {
    const child = element.children[index]!;
    const added = child.kind === 'element' ? addTables(child, around, adding) : undefined;
    const isInside = added !== undefined && added.after.length > 0 && hasRoom(element);
    if (added && (added.element !== child || isInside)) changed ??= element.children.slice(0, index);
    changed?.push(added?.element ?? child);
    if (isInside) changed!.push(...added.after);
    else if (added) after.push(...added.after);
  }
  return changed || after.length > 0 ? { element: changed ? withChildren(element, changed) : element, after } : undefined;
}

function hasRoom({ name }: MarkupElement): boolean {
  const content = vocabulary.get(name)?.content;
  return (content === 'flow' || content === 'blocks') && !cramped.has(name);
}

/** Elements that hold blocks, but no table beside what they are there for. */
const cramped: ReadonlySet<string> = new Set(['figure', 'td', 'th', 'footnote']);

/** Makes the tables of a chart, and keeps those for the appendix back. */
function tablesOf(chart: MarkupElement, { figure, language }: Surroundings, adding: Adding): readonly MarkupElement[] {
  const { charts, labels, appendix, report } = adding;
  const place = chart.attributes.get('data') ?? adding.place;
  const loaded = charts.get(chart.attributes.get('src') ?? '');
  if (!loaded || loaded.kind === 'svg' || (place !== 'beside' && place !== 'appendix' && place !== 'spoken')) return [];
  const tables = chartTables(loaded.spec, loaded.kind);
  const long = tables.find((table) => table.rows.length > mostRows);
  if (long) {
    report(longChartData(long.rows.length, mostRows, chart.origin));
    return [];
  }
  const isForeign = language !== adding.language;
  const own = isForeign ? labelsFor(language) : labels;
  // Our words stay in the language of the booklet; what the author wrote in the chart keeps that of its passage.
  const tongue = (tag: string): Attributes => (isForeign ? [['lang', tag]] : []);
  const captionOf = (words: readonly MarkupNode[]): MarkupElement => make('caption', tongue(adding.language), words, chart);
  if (place !== 'appendix') {
    const beside = tables.map((table) => buildTable(table, captionOf([text(labels.chartNumbers, chart)]), chart, own));
    return place === 'spoken' ? beside.map(markSpoken) : beside;
  }
  const caption = captionOf(appendixCaption(chart, figure, labels, tongue(language)));
  appendix.push(...tables.map((table) => withAttributes(buildTable(table, caption, chart, own), tongue(language))));
  return [];
}

/** "The numbers in this chart: Figure 2 on page 5", or its caption, or what it shows. */
function appendixCaption(
  chart: MarkupElement,
  figure: MarkupElement | undefined,
  labels: Labels,
  tongue: Attributes,
): readonly MarkupNode[] {
  const caption = figure?.children.find((child) => child.kind === 'element' && child.name === 'figcaption') as MarkupElement | undefined;
  const id = figure?.attributes.get('id');
  const inTongue = (words: readonly MarkupNode[]): readonly MarkupNode[] =>
    tongue.length > 0 ? [make('span', tongue, words, chart)] : words;
  const title: readonly MarkupNode[] =
    caption && id !== undefined
      ? [make('ref', [['to', id]], [], chart)]
      : caption
        ? inTongue(wordsOf(caption.children))
        : inTongue([text(chart.attributes.get('alt') ?? '', chart)]);
  const [before = '', after = ''] = fillPattern(labels.labelledTitle, { label: labels.chartNumbers }).split('{title}');
  return [text(before, chart), ...title, text(after, chart)].filter((node) => node.kind === 'element' || node.text !== '');
}

/** Notes are printed once, and ids are unique. */
function wordsOf(nodes: readonly MarkupNode[]): readonly MarkupNode[] {
  return nodes.flatMap((node): readonly MarkupNode[] => {
    if (node.kind === 'text') return [node];
    if (node.name === 'footnote') return [];
    return [{ ...node, attributes: new Map([...node.attributes].filter(([name]) => name !== 'id')), children: wordsOf(node.children) }];
  });
}

/** Authors cannot write this attribute: a table that is not printed would be lost to most readers. */
const markSpoken = (table: MarkupElement): MarkupElement => withAttributes(table, [['spoken', '']]);

type Attributes = readonly (readonly [name: string, value: string])[];

const withAttributes = (element: MarkupElement, attributes: Attributes): MarkupElement => ({
  ...element,
  attributes: new Map([...element.attributes, ...attributes]),
});

function buildTable({ columns, rows }: ChartTable, caption: MarkupElement, chart: MarkupElement, labels: Labels): MarkupElement {
  const alignment = ({ kind }: ChartColumn): Attributes => (kind === 'number' || kind === 'share' ? [['class', 'align-right']] : []);
  const heads = columns.map((column) => make('th', [['scope', 'col'], ...alignment(column)], [text(column.title, chart)], chart));
  const body = rows.map((row) => {
    const cells = row.map((value, index) => {
      const column = columns[index]!;
      const words = formatValue(value, column, labels);
      const content = [text(words, chart)];
      // Where the name is missing, the row has none.
      const namesRow = index === 0 && words.trim() !== '' && (column.kind === 'name' || column.kind === 'date');
      return namesRow ? make('th', [['scope', 'row']], content, chart) : make('td', alignment(column), content, chart);
    });
    return make('tr', [], cells, chart);
  });
  return make(
    'table',
    [['class', 'chart-data']],
    [caption, make('thead', [], [make('tr', [], heads, chart)], chart), make('tbody', [], body, chart)],
    chart,
  );
}

function formatValue(value: unknown, { kind }: ChartColumn, labels: Labels): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? labels.yes : labels.no;
  if (typeof value === 'number') {
    if (kind === 'share') return `${formatNumber(value * 100, labels)}%`;
    // A year is no amount: it has no groups of digits.
    return kind === 'number' ? formatNumber(value, labels) : localDigits(String(value), labels);
  }
  if (typeof value === 'object') return '';
  return kind === 'date' ? formatDate(String(value), labels) : String(value);
}

/** The appendix ends the text: before the glossary and the sources, which are looked things up in. */
function withAppendix(root: MarkupElement, tables: readonly MarkupElement[], labels: Labels): MarkupElement {
  const section = make(
    'section',
    [
      ['class', 'chart-appendix'],
      ['id', 'chart-numbers'],
    ],
    [make('h2', [], [text(labels.chartAppendix, tables[0]!)], tables[0]!), ...tables],
    tables[0]!,
  );
  const main = root.children.find((child) => child.kind === 'element' && child.name === 'main');
  if (main?.kind !== 'element') return { ...root, children: [...root.children, section] };
  return { ...root, children: root.children.map((child) => (child === main ? { ...main, children: [...main.children, section] } : child)) };
}

function make(name: string, attributes: Attributes, children: readonly MarkupNode[], place: MarkupElement): MarkupElement {
  return { kind: 'element', name, attributes: new Map(attributes), children, origin: place.origin };
}

const text = (words: string, place: MarkupElement): MarkupNode => ({ kind: 'text', text: words, origin: place.origin });
