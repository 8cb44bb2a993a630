/**
 * `node run-stages.mjs <timed engine> <project> <rounds> <booklet…>`: builds the booklets in turns in one process and
 * prints pages and the best time of each stage as JSON. The first rounds warm the process up and do not count.
 */
import { pathToFileURL } from 'node:url';

const [engine, project, rounds, ...booklets] = process.argv.slice(2);
const { bundledResources, composeEdition, deflate, diskWorkspace, octavoFolder, openBooklet, paintPdf, stageTimes, timed } = await import(
  pathToFileURL(engine).href
);

const disk = diskWorkspace(project, { fallback: octavoFolder });
const workspace = {
  readText: timed('load', (path) => disk.readText(path)),
  readBytes: timed('load', (path) => disk.readBytes(path)),
  list: timed('load', (folder) => disk.list(folder)),
  listFolders: timed('load', (folder) => disk.listFolders(folder)),
};
const resources = bundledResources(project);
const paint = timed('paint', (document, name) => {
  const { programs, streams: store } = resources;
  return paintPdf(document, { deflate, programs, streams: store && { store, name } });
});

async function buildOnce(booklet) {
  stageTimes.clear();
  const errors = [];
  const report = (problem) => problem.severity === 'error' && errors.push(problem.message);
  const open = await openBooklet(
    workspace,
    resources,
    { folder: `content/${booklet}`, templates: 'templates', producer: 'Octavo bench' },
    report,
  );
  // Parsing is what opening a booklet takes besides waiting for its files.
  stageTimes.set('parse', Math.max(0, (stageTimes.get('parse') ?? 0) - (stageTimes.get('load') ?? 0)));
  const { document } = await composeEdition(open, 'student', report);
  const pdf = await paint(document, booklet);
  if (errors.length > 0) throw new Error(`${booklet}: ${errors.slice(0, 3).join('; ')}`);
  return { pages: document.pages.length, bytes: pdf.length, times: Object.fromEntries(stageTimes) };
}

const results = new Map();
for (let round = -1; round < Number(rounds); round += 1) {
  for (const booklet of booklets) {
    const { times, ...rest } = await buildOnce(booklet);
    if (round < 0) continue;
    const best = results.get(booklet)?.times ?? {};
    for (const [stage, time] of Object.entries(times)) best[stage] = Math.min(best[stage] ?? Number.POSITIVE_INFINITY, time);
    results.set(booklet, { ...rest, times: best });
  }
}
process.stdout.write(JSON.stringify(Object.fromEntries(results)));
