/**
 * Builds every PDF that must conform: each shipped booklet in each edition on every paper that has a name, the nasty booklets of the
 * test suite, its golden cases, drawings and samples of scripts, and random booklets as the property tests make them.
 */
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build as bundle } from 'esbuild';
import { build } from '../../dist/index.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** As in tests/properties, so that a failure there and here is the same booklet. */
const seed = 20_261_129;
const randomOfEachScript = 4;

/** Builds into `folder`; returns each file's name, path and number of pages. Throws when a booklet cannot be built. */
export async function buildFiles(folder) {
  const files = [];
  const { paperSizes, nastyBooklets, randomBooklets, caseBooklets } = await loadSamples(folder);
  for (const paper of paperSizes.keys()) files.push(...(await buildProject(root, { out: join(folder, paper), paper })));
  const samples = [
    ...nastyBooklets.map((one) => ({ ...one, name: `nasty ${one.name}` })),
    ...randomBooklets(seed, randomOfEachScript).map((one) => ({ ...one, name: `random ${one.name}` })),
    ...caseBooklets(join(root, 'tests')),
  ];
  for (const { name, files: sources, paper, hasScriptFonts } of samples) {
    const project = join(folder, name.replaceAll(' ', '-'));
    writeProject(project, sources);
    if (hasScriptFonts) symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
    files.push(...(await buildProject(project, { out: join(project, 'output'), paper, title: name })));
  }
  return files;
}

async function buildProject(project, { out, paper, title }) {
  const { booklets } = await build({ project, out, paper });
  return booklets.map(({ name, edition, output, pages, diagnostics, fault }) => {
    const label = [title ?? name, edition, ...(paper ? [paper] : [])].join(', ');
    if (output === undefined) {
      const reasons = fault ? [String(fault.stack)] : diagnostics.map(({ message, code }) => `${message} [${code}]`);
      throw new Error(`${label} was not built:\n${reasons.join('\n')}`);
    }
    return { name: label, path: output, pages };
  });
}

/** The samples are TypeScript of the test suite, which Node 20 cannot run as it stands. */
async function loadSamples(folder) {
  const path = join(folder, 'samples.mjs');
  await bundle({
    stdin: { contents: sampleModule, resolveDir: join(root, 'tests', 'support'), loader: 'ts' },
    outfile: path,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(pathToFileURL(path).href);
}

const sampleModule = `
import fc from 'fast-check';
import { scripts } from './random-blocks.ts';
import { bookletOf, bookletParts } from './random-booklet.ts';
export { paperSizes } from '../../src/engine/geometry/paper.ts';
export { caseBooklets } from './case-booklets.ts';
export { nastyBooklets } from './nasty-booklets.ts';
export const randomBooklets = (seed, numRuns) =>
  scripts.flatMap((script) =>
    fc.sample(bookletParts(script), { seed, numRuns }).map((parts, index) => ({ ...bookletOf(parts), name: script + ' ' + (index + 1) })),
  );
`;

function writeProject(project, files) {
  for (const [path, content] of Object.entries(files)) {
    const target = join(project, /^(content|templates)\//.test(path) ? path : join('content', 'booklet', path));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, content);
  }
}
