/** Builds in a process that is already warm: the library and Typst with its caches emptied, and where the engine's time goes. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { briefing, writeDrawnBriefing } from './drawn-briefing.mjs';
import { generateBooklet, usualMix } from './generate-booklet.mjs';
import { runOnce, summarize } from './measure.mjs';
import { bundleTimedEngine } from './time-stages.mjs';
import { writeTypstDocument } from './typst-document.mjs';

const here = (name) => fileURLToPath(new URL(name, import.meta.url));

/** How much ten times as much is, thing by thing; each booklet differs from the usual one in this alone. */
const denseMixes = [
  { name: 'footnotes', mix: { footnotes: usualMix.footnotes * 10 } },
  { name: 'references', mix: { references: usualMix.references * 10 } },
  { name: 'glossary-terms', mix: { terms: usualMix.terms * 10 } },
  { name: 'marked-words', mix: { uses: usualMix.uses * 10 } },
  { name: 'sections', mix: { sectionsPerPage: usualMix.sectionsPerPage * 10 } },
];

/** Builds each length in turns with the library and with Typst, several times in one process each. The first build there warms it up. */
export function measureWarmBuilds(bench) {
  const short = { group: 'briefing, 3 charts as SVG', name: writeDrawnBriefing(bench) };
  const generated = bench.lengths.map((pages) => {
    const name = `pages-${pages}`;
    generateBooklet(bench.folder, bench.vocabulary, { name, pages });
    return { group: `generated, about ${pages} pages`, name };
  });
  return [short, ...generated].map(({ group, name }) => {
    bench.progress(`warm: ${group}`);
    const source = join(bench.folder, 'content', name);
    const times = { library: [], typst: [] };
    const reached = {};
    const run = (key, program) => {
      const answer = JSON.parse(runOnce({ name: `${key} in one process`, program }).stdout);
      times[key].push(...answer.milliseconds.slice(1));
      reached[key] = answer.pages;
    };
    for (let turn = 0; turn < 2; turn += 1) {
      run('library', [here('run-library.mjs'), join(bench.root, 'dist', 'index.js'), bench.folder, name, '4']);
      if (!bench.hasTypst) continue;
      const folder = join(bench.folder, 'cold', name);
      writeTypstDocument(source, folder);
      run('typst', [here('run-typst.mjs'), folder, join(folder, 'warm.pdf'), '3']);
    }
    const summary = (key) => (times[key].length > 0 ? { pages: reached[key], ...summarize(times[key]) } : undefined);
    return { group, library: summary('library'), typst: summary('typst') };
  });
}

/**
 * What the charts of the briefing cost: it is built again and again in one process with its charts drawn anew each time, drawn
 * before, and ready as SVG. The first build loads Vega.
 */
export function measureCharts(bench) {
  bench.progress('charts');
  const drawn = writeDrawnBriefing(bench);
  const cache = join(bench.folder, 'charts');
  const kinds = [
    { key: 'anew', project: bench.root, booklet: briefing, cache: 'off' },
    { key: 'before', project: bench.root, booklet: briefing, cache },
    { key: 'svg', project: bench.folder, booklet: drawn, cache },
  ];
  const times = Object.fromEntries(kinds.map(({ key }) => [key, { first: [], later: [] }]));
  // The first turn fills the cache.
  for (let turn = -1; turn < bench.rounds; turn += 1) {
    for (const { key, project, booklet, cache: folder } of kinds) {
      const program = [here('run-library.mjs'), join(bench.root, 'dist', 'index.js'), project, booklet, '6'];
      const { milliseconds } = JSON.parse(runOnce({ name: `charts ${key}`, program, environment: { OCTAVO_CACHE: folder } }).stdout);
      if (turn < 0) continue;
      times[key].first.push(milliseconds[0]);
      times[key].later.push(...milliseconds.slice(1));
    }
  }
  return Object.fromEntries(
    Object.entries(times).map(([key, { first, later }]) => [key, { first: summarize(first), later: summarize(later) }]),
  );
}

/**
 * Times every stage at several lengths in one process, in turns, to see whether a page costs the same in a long booklet: with files and
 * text that the build before has kept, and with nothing kept.
 */
export async function measureLengths(bench, lengths) {
  bench.progress('stages at several lengths');
  for (const pages of lengths) generateBooklet(bench.folder, bench.vocabulary, { name: `pages-${pages}`, pages });
  const names = lengths.map((pages) => `pages-${pages}`);
  return { kept: await timeStages(bench, names), anew: await timeStages(bench, names, 'off') };
}

/** Times every stage with ten times as much of one thing at about the same number of pages. */
export async function measureDensities(bench, pages) {
  bench.progress('stages with ten times as much of one thing');
  const usual = `pages-${pages}`;
  generateBooklet(bench.folder, bench.vocabulary, { name: usual, pages });
  for (const { name, mix } of denseMixes) generateBooklet(bench.folder, bench.vocabulary, { name, pages, mix });
  return timeStages(bench, [usual, ...denseMixes.map(({ name }) => name)]);
}

/** Builds one booklet with and without tags, in turns in one process, to show what tags cost. */
export async function measureTags(bench, pages) {
  bench.progress('what tags cost');
  const name = `pages-${pages}`;
  generateBooklet(bench.folder, bench.vocabulary, { name, pages });
  const engine = await bundleTimedEngine(bench.root);
  try {
    return JSON.parse(
      runOnce({ name: 'tags', program: [here('run-tags.mjs'), engine, bench.folder, String(bench.rounds + 2), name] }).stdout,
    );
  } finally {
    rmSync(engine);
  }
}

async function timeStages(bench, booklets, cache = join(bench.folder, 'cache')) {
  const engine = await bundleTimedEngine(bench.root);
  try {
    const { stdout } = runOnce({
      name: 'stages',
      program: [here('run-stages.mjs'), engine, bench.folder, String(bench.rounds), ...booklets],
      environment: { OCTAVO_CACHE: cache },
    });
    const found = JSON.parse(stdout);
    return booklets.map((name) => ({ name, ...found[name] }));
  } finally {
    rmSync(engine);
  }
}
