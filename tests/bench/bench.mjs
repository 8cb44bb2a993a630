/**
 * `npm run bench`: how fast Octavo is, as ratios measured in one run, since machines are shared and noisy.
 *
 * `--quick` runs two rounds and leaves the 500 pages out, `--json` prints the numbers instead of tables, and
 * `--only cold,warm,charts,lengths,densities,tags` runs parts. `--quality` measures how well text is set instead of how fast, and
 * `--languages` shows each language by itself. It needs dist/: run `npm run bundle` first.
 */
import { existsSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureColdBuilds } from './cold-builds.mjs';
import { formatCharts, formatColdBuilds, formatLinearity, formatStages, formatTags, formatWarmBuilds } from './print-report.mjs';
import { formatQuality, measureQuality } from './quality/measure-quality.mjs';
import { readVocabulary } from './vocabulary.mjs';
import { measureCharts, measureDensities, measureLengths, measureTags, measureWarmBuilds } from './warm-builds.mjs';

const parts = ['cold', 'warm', 'charts', 'lengths', 'densities', 'tags'];

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    only: { type: 'string', default: parts.join(',') },
    quality: { type: 'boolean', default: false },
    languages: { type: 'boolean', default: false },
  },
});

const root = fileURLToPath(new URL('../..', import.meta.url));
if (!existsSync(join(root, 'dist', 'octavo.cjs'))) {
  console.error('bench: dist/ is missing; run `npm run bundle` first');
  process.exit(2);
}

const folder = join(tmpdir(), `octavo-bench-${process.pid}`);
mkdirSync(join(folder, 'content'), { recursive: true });
const removeFolder = () => rmSync(folder, { recursive: true, force: true });
process.on('exit', removeFolder);
process.on('SIGINT', () => process.exit(130));

const bench = {
  root,
  folder,
  rounds: values.quick ? 2 : 5,
  lengths: values.quick ? [100] : [100, 500],
  hasTypst: hasPackage('@myriaddreamin/typst-ts-node-compiler'),
  vocabulary: readVocabulary(join(root, 'content', 'guns-across-the-border')),
  progress: (text) => process.stderr.isTTY && process.stderr.write(`${text}\n`),
};

await (values.quality ? runQuality() : runBench());

async function runBench() {
  const machine = { node: process.version, processors: cpus().length, load: loadavg()[0] };
  const results = { machine, rounds: bench.rounds };
  const print = (text) => values.json || process.stdout.write(`${text}\n\n`);
  const wanted = new Set(values.only.split(','));
  print(`Node ${machine.node}, ${machine.processors} processors, load ${machine.load.toFixed(1)}, ${bench.rounds} rounds in turns`);
  if (!bench.hasTypst) print('Typst is left out: the package @myriaddreamin/typst-ts-node-compiler is not installed');
  if (wanted.has('cold')) print(formatColdBuilds((results.cold = await measureColdBuilds(bench))));
  if (wanted.has('warm')) print(formatWarmBuilds((results.warm = measureWarmBuilds(bench))));
  if (wanted.has('charts')) print(formatCharts((results.charts = measureCharts(bench))));
  if (wanted.has('lengths')) {
    results.lengths = await measureLengths(bench, values.quick ? [50, 100, 200] : [50, 100, 200, 400]);
    const { kept, anew } = results.lengths;
    print(`${formatStages('STAGES AND LENGTH: milliseconds, warm, built before', kept)}\n${formatLinearity(kept)}`);
    print(`${formatStages('STAGES AND LENGTH: milliseconds, warm, nothing kept', anew)}\n${formatLinearity(anew)}`);
  }
  if (wanted.has('densities')) {
    results.densities = await measureDensities(bench, 100);
    print(formatStages('TEN TIMES AS MUCH of one thing, about the same number of pages', results.densities));
  }
  if (wanted.has('tags')) print(formatTags((results.tags = await measureTags(bench, 100))));
  if (values.json) process.stdout.write(`${JSON.stringify(results, undefined, 2)}\n`);
}

async function runQuality() {
  const rows = await measureQuality(bench);
  process.stdout.write(values.json ? `${JSON.stringify(rows, undefined, 2)}\n` : `${formatQuality(rows, values.languages)}\n`);
}

function hasPackage(name) {
  try {
    createRequire(import.meta.url)(name);
    return true;
  } catch {
    return false;
  }
}
