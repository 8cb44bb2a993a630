/**
 * `node run-tags.mjs <timed engine> <project> <rounds> <booklet>`: builds a booklet with its tags and without them, in
 * turns in one process, and prints the best time and the size of each as JSON. The first round warms the process up.
 */
import { pathToFileURL } from 'node:url';

const [engine, project, rounds, booklet] = process.argv.slice(2);
const { bundledResources, composeEdition, diskWorkspace, octavoFolder, openBooklet, paintPdf } = await import(pathToFileURL(engine).href);

const workspace = diskWorkspace(project, { fallback: octavoFolder });
const resources = bundledResources(project);
const request = { folder: `content/${booklet}`, templates: 'templates', producer: 'Octavo bench' };
const ignore = () => undefined;

/** The same pages as one artifact each: nothing marked, no tree, no links into it. */
function withoutTags(document) {
  const pages = document.pages.map((page) => ({
    ...page,
    items: page.items.filter((item) => item.kind !== 'link').map((item) => ({ ...item, mark: 'layout' })),
  }));
  return { ...document, pages, structure: { role: 'Document', children: [] } };
}

async function buildOnce(isTagged) {
  const began = performance.now();
  const open = await openBooklet(workspace, resources, request, ignore);
  const { document } = await composeEdition(open, 'student', ignore);
  const pdf = await paintPdf(isTagged ? document : withoutTags(document));
  return { pages: document.pages.length, bytes: pdf.length, milliseconds: performance.now() - began };
}

const best = {};
for (let round = -1; round < Number(rounds); round += 1) {
  for (const name of ['tagged', 'untagged']) {
    const built = await buildOnce(name === 'tagged');
    if (round < 0) continue;
    if (!best[name] || built.milliseconds < best[name].milliseconds) best[name] = built;
  }
}
process.stdout.write(JSON.stringify(best));
