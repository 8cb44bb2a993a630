/** Prints what was measured as plain tables. */
import { stages } from './time-stages.mjs';

const number = (value, digits = 0) => (value === undefined ? '' : value.toFixed(digits));

/** Aligns cells in columns: the first to the left, all others to the right. */
export function formatTable(head, rows) {
  const all = [head, ...rows.map((row) => row.map(String))];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column].length)));
  return all
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(widths[column]) : cell.padStart(widths[column]))).join('  '))
    .join('\n');
}

/** The table of cold builds. Ratios compare minima; the second compares processor time, which a busy machine blurs less. */
export function formatColdBuilds(groups) {
  const tables = groups.map(({ group, rows }) => {
    const own = rows[0];
    const cells = rows.map((row) => [
      row.name,
      number(row.minimum),
      number(row.median),
      `${number(row.minimum / own.minimum, 2)}x`,
      number(row.processor),
      `${number(row.processor / own.processor, 2)}x`,
      number(row.pages),
      number(row.kilobytes),
      number(row.megabytes),
    ]);
    return `${group}\n${formatTable(['', 'min ms', 'median', 'to Octavo', 'cpu ms', 'cpu ratio', 'pages', 'KB', 'peak MB'], cells)}`;
  });
  return ['COLD: one process each', ...tables].join('\n\n');
}

/** The table of warm builds: milliseconds a page in a process that has built before. */
export function formatWarmBuilds(builds) {
  const cells = builds.map(({ group, library, typst }) => [
    group,
    library.pages,
    number(library.minimum),
    number(library.median),
    number(library.minimum / library.pages, 2),
    number(typst?.pages),
    number(typst?.minimum),
    number(typst && typst.minimum / typst.pages, 2),
    typst ? `${number(typst.minimum / typst.pages / (library.minimum / library.pages), 2)}x` : '',
  ]);
  const head = ['', 'pages', 'min ms', 'median', 'ms/page', 'Typst pages', 'Typst min', 'Typst ms/page', 'Typst to Octavo'];
  return `WARM: again and again in one process, nothing written, Typst with emptied caches\n\n${formatTable(head, cells)}`;
}

/** The table of stages: milliseconds of each, and what layout and painting take for a page. */
export function formatStages(title, booklets) {
  const perPage = ({ pages, times }) => (times.layout + times.paint) / pages;
  const base = booklets[0];
  const total = ({ times }) => stages.reduce((sum, stage) => sum + (times[stage] ?? 0), 0);
  const cells = booklets.map((booklet) => [
    booklet.name,
    booklet.pages,
    ...stages.map((stage) => number(booklet.times[stage], 1)),
    number(total(booklet), 1),
    number(total(booklet) / booklet.pages, 2),
    number(perPage(booklet), 2),
    `${number(perPage(booklet) / perPage(base), 2)}x`,
  ]);
  return `${title}\n\n${formatTable(['', 'pages', ...stages, 'all', 'all/page', 'layout+paint/page', 'to first'], cells)}`;
}

/** Says in one line whether a page costs the same in the longest booklet as in the shortest. */
export function formatLinearity(booklets) {
  const first = booklets[0];
  const last = booklets.at(-1);
  const growth = stages.map((stage) => {
    const ratio = (last.times[stage] ?? 0) / last.pages / ((first.times[stage] ?? 0) / first.pages);
    return `${stage} ${number(ratio, 2)}`;
  });
  return `time a page, ${last.pages} pages to ${first.pages} (1 is linear): ${growth.join(', ')}`;
}

/** Formats what a Vega-Lite chart adds to a build whose charts are ready as SVG. The briefing has three. */
export function formatCharts({ anew, before, svg }) {
  const more = (kind, when) => number((kind[when].minimum - svg[when].minimum) / 3, 1);
  const rows = [
    ['drawn anew', more(anew, 'first'), more(anew, 'later')],
    ['drawn before', more(before, 'first'), more(before, 'later')],
  ];
  return `CHARTS: milliseconds that one of three Vega-Lite charts adds, beside a ready SVG\n\n${formatTable(['', 'first build', 'later builds'], rows)}`;
}

/** Formats what tags cost in time and in bytes. */
export function formatTags({ tagged, untagged }) {
  const row = (name, built) => [name, String(built.pages), built.milliseconds.toFixed(0), (built.bytes / 1024).toFixed(0)];
  const more = (key) => `${(100 * (tagged[key] / untagged[key] - 1)).toFixed(0)} %`;
  const table = formatTable(['', 'pages', 'best ms', 'KB'], [row('tagged', tagged), row('untagged', untagged)]);
  return `WHAT TAGS COST: ${more('milliseconds')} of the time, ${more('bytes')} of the size\n${table}`;
}
