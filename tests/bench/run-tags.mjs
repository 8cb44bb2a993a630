/**
 * `node run-tags.mjs <timed engine> <project> <rounds> <booklet>`: paints a booklet with its tags and without them, in
 * turns in one process, and prints size and best time of a whole build with each as JSON. The first round warms up. The
 * reading order, which layout needs in any case to number what it places, is kept in both.
 */
import { pathToFileURL } from 'node:url';

const [engine, project, rounds, booklet] = process.argv.slice(2);
const { bundledResources, composeEdition, deflate, diskWorkspace, octavoFolder, openBooklet, paintPdf } = await import(
  pathToFileURL(engine).href
);

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

const best = { composed: Number.POSITIVE_INFINITY, tagged: Number.POSITIVE_INFINITY, untagged: Number.POSITIVE_INFINITY };
const bytes = {};
let pages = 0;

async function time(name, step) {
  const began = performance.now();
  const result = await step();
  best[name] = Math.min(best[name], performance.now() - began);
  return result;
}

async function compose() {
  const open = await openBooklet(workspace, resources, request, ignore);
  return (await composeEdition(open, 'student', ignore)).document;
}

async function paint(name, document) {
  bytes[name] = (await time(name, () => paintPdf(document, { deflate }))).length;
}

// Tags cost a small part of a build, which noise would hide: what they change, painting, is timed by itself, more often.
for (let round = -1; round < Number(rounds); round += 1) {
  if (round === 0) for (const name of Object.keys(best)) best[name] = Number.POSITIVE_INFINITY;
  const document = await time('composed', compose);
  const plain = withoutTags(document);
  pages = document.pages.length;
  for (let turn = 0; turn < 4; turn += 1) {
    await paint('tagged', document);
    await paint('untagged', plain);
  }
}
const sum = (name) => ({ pages, bytes: bytes[name], milliseconds: best.composed + best[name] });
process.stdout.write(JSON.stringify({ tagged: sum('tagged'), untagged: sum('untagged') }));
