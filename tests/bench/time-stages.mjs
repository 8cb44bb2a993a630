/**
 * Bundles the engine from its sources with a stopwatch around every step that `compile.ts` calls, so that the
 * time of each stage can be seen although the engine itself knows no clock.
 */
import { mkdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { build } from 'esbuild';

/** Which step belongs to which stage, by the module that `compile.ts` imports it from. */
const steps = {
  'content/parse-booklet.ts': { loadBooklet: 'parse' },
  'content/select-edition.ts': { selectEdition: 'parse' },
  'style/parse-stylesheet.ts': { parseStylesheet: 'style' },
  'template/render-templates.ts': { renderTemplates: 'template' },
  'markup/parse-markup.ts': { parseMarkup: 'markup' },
  'markup/check-markup.ts': { checkMarkup: 'markup' },
  'markup/mark-glossary.ts': { markGlossary: 'markup' },
  'markup/resolve-references.ts': { resolveReferences: 'markup' },
  'load-pictures.ts': { loadPictures: 'pictures' },
  'style/apply-styles.ts': { applyStyles: 'style' },
  'layout/layout-document.ts': { layoutDocument: 'layout' },
};

/** The stages in the order in which they run. `load` is the waiting for files. */
export const stages = ['load', 'parse', 'template', 'markup', 'pictures', 'style', 'layout', 'paint'];

/** Puts a timed copy of each step between `compile.ts` and the step itself. */
const stopwatch = (engine) => ({
  name: 'stopwatch',
  setup(bundle) {
    const found = new Set();
    bundle.onResolve({ filter: /^\.\// }, (request) => {
      if (request.importer !== join(engine, 'compile.ts') || request.kind !== 'import-statement') return undefined;
      const name = request.path.slice(2);
      if (!steps[name]) return undefined;
      found.add(name);
      return { path: resolve(engine, name), namespace: 'timed' };
    });
    bundle.onLoad({ filter: /.*/, namespace: 'timed' }, ({ path }) => {
      const timed = Object.entries(steps[path.slice(engine.length + 1)]).map(
        ([step, stage]) => `export const ${step} = timed(${JSON.stringify(stage)}, real.${step});`,
      );
      const contents = [
        `import * as real from ${JSON.stringify(path)};`,
        `import { timed } from ${JSON.stringify(join(import.meta.dirname, 'stage-clock.mjs'))};`,
        `export * from ${JSON.stringify(path)};`,
        ...timed,
      ];
      return { contents: contents.join('\n'), loader: 'js', resolveDir: dirname(path) };
    });
    bundle.onEnd(() => {
      const missing = Object.keys(steps).filter((name) => !found.has(name));
      if (missing.length > 0) throw new Error(`compile.ts no longer imports ${missing.join(', ')}: update tests/bench/time-stages.mjs`);
    });
  },
});

/** Writes the timed engine into node_modules, where it finds its packages, and returns its path. */
export async function bundleTimedEngine(root) {
  const source = join(root, 'src');
  const folder = join(root, 'node_modules', '.cache', 'octavo-bench');
  mkdirSync(folder, { recursive: true });
  const outfile = join(folder, 'timed-engine.mjs');
  const entry = [
    `export { composeEdition, openBooklet, paintPdf } from './engine/index.ts';`,
    `export { diskWorkspace } from './host/disk-workspace.ts';`,
    `export { bundledResources } from './host/bundled-resources.ts';`,
    `export { deflate } from './host/deflate.ts';`,
    `export { octavoFolder } from './host/package-folder.ts';`,
    `export { stageTimes, timed } from ${JSON.stringify(join(import.meta.dirname, 'stage-clock.mjs'))};`,
  ];
  await build({
    stdin: { contents: entry.join('\n'), resolveDir: source, loader: 'ts' },
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    supported: { 'regexp-unicode-property-escapes': true },
    packages: 'external',
    // What a build keeps on disk for the next one is kept here as well.
    define: { madeFrom: JSON.stringify('bench') },
    logLevel: 'error',
    plugins: [stopwatch(join(source, 'engine'))],
  });
  return outfile;
}
