/** Finds the line of a chart's file that a problem is about: drawing knows keys and words, the YAML tree knows offsets. */
import type { YamlEntry, YamlNode } from './content/read-yaml.ts';
import type { ChartPlace } from './drawing/chart-place.ts';
import type { SourceFile, Span } from './source/source-file.ts';

/** A chart's file as it was read. */
export interface ChartFile {
  readonly file: SourceFile;
  readonly root: YamlNode;
}

/** Returns the key, value or word that a place names, or else the nearest thing around it; without a place the first key. */
export function findChartPlace(place: ChartPlace | undefined, chart: ChartFile): Span {
  if (place && 'path' in place) return findPath(place, chart);
  const found = place && 'text' in place ? findText(place.text, chart.root) : undefined;
  return found ? lineOf(found, chart.file) : beginningOf(chart.root, chart.file);
}

function findPath({ path, part }: Extract<ChartPlace, { readonly path: unknown }>, { file, root }: ChartFile): Span {
  let node = root;
  let entry: YamlEntry | undefined;
  for (const step of path) {
    const child = node.kind === 'map' ? node.entries.get(String(step)) : undefined;
    const item = node.kind === 'list' ? node.items[Number(step)] : undefined;
    if (!child && !item) break;
    if (child) entry = child;
    node = child?.value ?? item!;
  }
  const isKey = part === 'key' || node.kind !== 'scalar' || node.end === node.start;
  if (isKey && entry && (part === 'key' || entry.value === node)) return lineOf({ start: entry.keyStart, end: entry.keyEnd }, file);
  return node.kind === 'scalar' ? lineOf(node, file) : beginningOf(node, file);
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** The first value that is the text; failing that the first that contains it. Rows of data come last. */
function findText(text: string, root: YamlNode): Stretch | undefined {
  let partial: Stretch | undefined;
  const rows: YamlNode[] = [];
  const search = (node: YamlNode): Stretch | undefined => {
    if (node.kind === 'scalar') {
      if (node.text === text) return node;
      if (node.text.includes(text)) partial ??= node;
      return undefined;
    }
    if (node.kind === 'list') return firstOf(node.items, search);
    return firstOf([...node.entries], ([key, entry]) => {
      if (key === text) partial ??= { start: entry.keyStart, end: entry.keyEnd };
      if (key !== 'values') return search(entry.value);
      rows.push(entry.value);
      return undefined;
    });
  };
  return search(root) ?? partial ?? firstOf(rows, search) ?? partial;
}

function firstOf<Item, Found>(items: readonly Item[], search: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = search(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A long text is marked on its first line only. */
function lineOf({ start, end }: Stretch, file: SourceFile): Span {
  const line = file.text.indexOf('\n', start);
  return { file, start, end: line === -1 ? end : Math.max(start, Math.min(end, line)) };
}

function beginningOf(node: YamlNode, file: SourceFile): Span {
  const [first] = node.kind === 'map' ? node.entries.values() : [];
  return { file, start: node.start, end: first?.keyEnd ?? Math.min(node.start + 1, node.end) };
}
