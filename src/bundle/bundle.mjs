/**
 * Makes dist/: five bundles (everything; what reads the author's files; Vega, MathJax and highlight.js for booklets with charts, formulas and
 * code), the program and the library that load them, type declarations, schemas for editors, packed hyphenation patterns, and the code as V8
 * compiled it.
 *
 * `--if-stale` does nothing when dist/ was made from the same sources by the same Node. `--names` leaves names as they are, for profiles
 * and stacks.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { bundleLicenses } from './bundle-licenses.mjs';

const require = createRequire(import.meta.url);
const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const dist = join(root, 'dist');
const stampPath = join(dist, 'made-from');

/** A digest of everything that dist/ is made of. */
function fingerprint() {
  const hash = createHash('sha256');
  const add = (path) =>
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)));
  const walk = (folder) => {
    for (const entry of readdirSync(join(root, folder), { withFileTypes: true }).sort((one, other) => (one.name < other.name ? -1 : 1))) {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) walk(path);
      else add(path);
    }
  };
  walk('src');
  for (const path of ['package.json', 'package-lock.json', 'tsconfig.json']) add(path);
  return hash.digest('hex');
}

/** Names are read and made anew in each start, of the code and of the code as compiled: short ones take 4 % less of a short build (measured). */
const keepsNames = process.argv.includes('--names');

/** What every bundle has in common. */
const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  minifyIdentifiers: !keepsNames,
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
};

const sources = fingerprint();

/** Bundles are functions, so that they can be handed to V8 as they are read (see load-bundle.ts): joining their text to anything copies it. */
const bundled = {
  ...shared,
  format: 'cjs',
  banner: { js: '(function (require, module, exports, importMetaUrl) {' },
  footer: { js: '})' },
  define: { 'import.meta.url': 'importMetaUrl', madeFrom: JSON.stringify(sources.slice(0, 16)) },
  // What Node knows anyway: written as calls of `RegExp`, patterns would be made at once, or each time.
  supported: { 'dynamic-import': false, 'regexp-unicode-property-escapes': true },
};

/** Replaces packages that PDFKit and Vega import but that our way of using them never reaches. */
const leaveOut = {
  name: 'leave-out',
  setup(context) {
    // Fonts are embedded and lines broken by ourselves, and nothing is encrypted, so PDFKit's own ways stay unused.
    context.onResolve({ filter: /^(fontkit|linebreak|png-js|@noble\/ciphers\/aes)$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    // Its edition for Node asks for worker threads as it is loaded; ours inflates where it is.
    context.onResolve({ filter: /^fflate$/ }, ({ importer, resolveDir, kind }) =>
      context.resolve('fflate/browser', { importer, resolveDir, kind }),
    );
    // Asks for the native package `canvas` at load time; pictures are recorded without it.
    context.onResolve({ filter: /^vega-canvas$/ }, ({ path }) => ({ path, namespace: 'left-out' }));
    context.onLoad({ filter: /.*/, namespace: 'left-out' }, ({ path }) => ({ contents: leftOut[path] }));
  },
};

const leftOut = {
  fontkit: 'export const create = undefined;',
  linebreak: 'export default undefined;',
  'png-js': 'export default undefined;',
  '@noble/ciphers/aes': 'export const cbc = undefined, ecb = undefined;',
  'vega-canvas':
    'export const canvas = () => null; export const domCanvas = canvas; export const nodeCanvas = canvas; export const image = () => null;',
};

/** What reads the author's files, and which of it we use: `default` is the default export. */
const readers = {
  yaml: ['isAlias', 'isCollection', 'isMap', 'isScalar', 'isSeq', 'parseDocument', 'visit'],
  'markdown-it': ['default'],
  'markdown-it-footnote': ['default'],
  'css-tree/parser': ['default'],
  'handlebars/dist/cjs/handlebars/compiler/base.js': ['parse'],
  '@cfworker/json-schema': ['Validator'],
  fflate: ['Inflate'],
};

/**
 * Sends the engine's imports of what reads files to a bundle of its own, which is loaded when one of its functions is first called: a build
 * that finds everything parsed does without.
 */
const readersApart = {
  name: 'readers-apart',
  setup(context) {
    context.onResolve({ filter: /.*/ }, ({ path }) => (Object.hasOwn(readers, path) ? { path, namespace: 'readers-apart' } : undefined));
    context.onResolve({ filter: /^\.\/readers\.cjs$/, namespace: 'readers-apart' }, ({ path }) => ({ path, external: true }));
    context.onLoad({ filter: /.*/, namespace: 'readers-apart' }, ({ path }) => ({
      contents: [
        'const onCall = (name) => function (...words) {',
        `  const real = require('./readers.cjs')[${JSON.stringify(path)}][name];`,
        '  return new.target ? Reflect.construct(real, words) : real(...words);',
        '};',
        ...readers[path].map((name) => `export ${name === 'default' ? 'default' : `const ${name} =`} onCall('${name}');`),
      ].join('\n'),
    }));
  },
};

/** The sources of that bundle. */
const readersEntry = Object.keys(readers)
  .map((path, index) => `import * as reader${index} from '${path}';`)
  .concat(`export default { ${Object.keys(readers).map((path, index) => `'${path}': reader${index}`)} };`)
  .join('\n');

/** Holds the names of HTML's characters unpacked: the package `entities` unpacks them in each start, character by character. */
const unpackedEntities = {
  name: 'unpacked-entities',
  setup(context) {
    context.onLoad({ filter: /[\\/]entities[\\/]dist[\\/]generated[\\/]decode-data-html\.js$/ }, async ({ path }) => {
      const { htmlDecodeTree: tree } = await import(pathToFileURL(path).href);
      // V8 runs on machines with the smaller byte first, and `Uint16Array` takes their order.
      const bytes = Buffer.from(tree.buffer, tree.byteOffset, tree.byteLength).toString('base64');
      return { contents: `export const htmlDecodeTree = new Uint16Array(Uint8Array.from(Buffer.from('${bytes}', 'base64')).buffer);` };
    });
  },
};

/** Sends the engine's imports of Vega to the other bundle, which is then loaded with the first chart. */
const vegaApart = {
  name: 'vega-apart',
  setup(context) {
    context.onResolve({ filter: /^vega(-lite)?$/ }, ({ path }) => ({ path, namespace: 'vega-apart' }));
    context.onResolve({ filter: /^\.\/vega\.cjs$/, namespace: 'vega-apart' }, ({ path }) => ({ path, external: true }));
    context.onLoad({ filter: /.*/, namespace: 'vega-apart' }, ({ path }) => ({
      contents: `module.exports = require('./vega.cjs').${path === 'vega' ? 'vega' : 'vegaLite'};`,
    }));
  },
};

/** Sends the engine's import of a module to a bundle of its own, which is then loaded when it is first asked for. */
const apart = (module, bundle) => ({
  name: `${bundle}-apart`,
  setup(context) {
    context.onResolve({ filter: new RegExp(`^\\.(/\\w+)*/${module}\\.ts$`) }, ({ path }) => ({ path, namespace: bundle }));
    context.onResolve({ filter: /\.cjs$/, namespace: bundle }, ({ path }) => ({ path, external: true }));
    context.onLoad({ filter: /.*/, namespace: bundle }, () => ({ contents: `module.exports = require('./${bundle}.cjs');` }));
  },
});

/** Vega-Lite wants four small functions of Vega, which come from vega-util just as well. */
const smallerVegaLite = {
  name: 'smaller-vega-lite',
  setup(context) {
    context.onResolve({ filter: /^vega$/ }, ({ importer, resolveDir, kind }) =>
      /[\\/]vega-lite[\\/]/.test(importer) ? context.resolve('vega-util', { importer, resolveDir, kind }) : undefined,
    );
  },
};

async function makeBundles() {
  const engine = await build({
    ...bundled,
    entryPoints: ['src/bundle/engine-entry.ts'],
    outfile: 'dist/engine.cjs',
    plugins: [readersApart, leaveOut, unpackedEntities, vegaApart, apart('set-formula', 'formulas'), apart('highlight-code', 'code')],
  });
  const reading = await build({
    ...bundled,
    stdin: { contents: readersEntry, resolveDir: root },
    footer: { js: `module.exports = module.exports.default;\n${bundled.footer.js}` },
    outfile: 'dist/readers.cjs',
    plugins: [leaveOut],
  });
  const vega = await build({
    ...bundled,
    entryPoints: ['src/bundle/vega-entry.ts'],
    outfile: 'dist/vega.cjs',
    plugins: [leaveOut, smallerVegaLite],
  });
  const formulas = await build({
    ...bundled,
    entryPoints: ['src/engine/drawing/set-formula.ts'],
    outfile: 'dist/formulas.cjs',
  });
  const code = await build({
    ...bundled,
    entryPoints: ['src/engine/markup/highlight-code.ts'],
    outfile: 'dist/code.cjs',
  });
  const names = ['engine.cjs', 'readers.cjs', 'vega.cjs', 'formulas.cjs', 'code.cjs'];
  for (const name of names) keepToAscii(join(dist, name));
  const hashOf = (name) =>
    createHash('sha256')
      .update(readFileSync(join(dist, name)))
      .digest('hex')
      .slice(0, 16);
  const bundleHashes = JSON.stringify(Object.fromEntries(names.map((name) => [name, hashOf(name)])));
  // The program is CommonJS: Node loads nothing of what it needs for ES modules, a tenth of a start that does nothing else (measured).
  await build({
    ...shared,
    format: 'cjs',
    define: { bundleHashes, 'import.meta.url': 'importMetaUrl' },
    entryPoints: ['src/bundle/octavo.ts'],
    outfile: 'dist/octavo.cjs',
    banner: { js: "#!/usr/bin/env node\nconst importMetaUrl = require('node:url').pathToFileURL(__filename).href;" },
  });
  await build({ ...shared, format: 'esm', define: { bundleHashes }, entryPoints: ['src/bundle/library.ts'], outfile: 'dist/index.js' });
  chmodSync(join(dist, 'octavo.cjs'), 0o755);
  writeFileSync(
    join(dist, 'licenses.txt'),
    bundleLicenses(
      root,
      [engine, reading, vega, formulas, code].map(({ metafile }) => metafile),
    ),
  );
}

/**
 * Writes characters beyond ASCII as escapes of four digits, since bundles are read as Latin-1 (see load-bundle.ts). esbuild does so in texts,
 * but not in regular expressions and in String.raw, which holds nothing but the sources of such.
 */
function keepToAscii(path) {
  const code = readFileSync(path, 'utf8');
  const escaped = /\\[^\0-\x7f]/.exec(code);
  if (escaped) throw new Error(`a backslash before a character beyond ASCII: ${code.slice(escaped.index - 40, escaped.index + 10)}`);
  writeFileSync(
    path,
    code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`),
  );
}

/** Loads a TypeScript module of the sources. */
async function loadSource(path) {
  const { outputFiles } = await build({
    ...shared,
    entryPoints: [path],
    format: 'cjs',
    write: false,
    minifySyntax: false,
    minifyWhitespace: false,
  });
  const module = { exports: {} };
  new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
  return module.exports;
}

async function makePatterns() {
  const { packPatterns } = await loadSource('src/engine/text/data/pack-patterns.ts');
  const { hyphenationSets } = await loadSource('src/engine/text/hyphenation-language.ts');
  mkdirSync(join(dist, 'hyphenation'), { recursive: true });
  for (const name of hyphenationSets) {
    writeFileSync(join(dist, 'hyphenation', `${name}.hyb`), packPatterns(name, require(`hyphen/patterns/${name}.js`)));
  }
  writeFileSync(join(dist, 'hyphenation', 'LICENSE'), readFileSync(join(root, 'node_modules', 'hyphen', 'LICENSE')));
}

async function makeSchemas() {
  const { bookletSchemas } = await loadSource('src/engine/content/schema/booklet-schemas.ts');
  mkdirSync(join(dist, 'schema'), { recursive: true });
  for (const [name, schema] of Object.entries(bookletSchemas)) {
    writeFileSync(join(dist, 'schema', `${name}.json`), `${JSON.stringify(schema, undefined, 2)}\n`);
  }
}

function makeTypes() {
  const compiler = join(dirname(require.resolve('typescript/package.json')), 'bin', 'tsc');
  run([compiler, '-p', join('src', 'bundle', 'tsconfig.json')], 'the type declarations');
}

/** Builds the example booklets twice (see load-bundle.ts), so that V8 has compiled what a build needs. Without it everything works, only slower. */
function warmUp() {
  const out = mkdtempSync(join(tmpdir(), 'octavo-'));
  const build = () =>
    spawnSync(process.execPath, [join(dist, 'octavo.cjs'), 'build', '--out', out], {
      cwd: root,
      env: { ...process.env, OCTAVO_CACHE: join(dist, 'compiled') },
    }).status === 0;
  if (!build() || !build()) console.warn('the example booklets do not build, so starting will be slower; `npm run build` says why');
  rmSync(out, { recursive: true, force: true });
}

function run(words, what) {
  const result = spawnSync(process.execPath, words, { cwd: root, stdio: 'inherit' });
  if (result.status === 0) return;
  console.error(`bundle: making ${what} failed`);
  process.exit(1);
}

const made = `${sources} ${process.version} ${process.arch}${keepsNames ? ' names' : ''}`;
const isFresh = existsSync(stampPath) && readFileSync(stampPath, 'utf8') === made;
if (!process.argv.includes('--if-stale') || !isFresh) {
  rmSync(dist, { recursive: true, force: true });
  await makeBundles();
  await makePatterns();
  await makeSchemas();
  makeTypes();
  warmUp();
  writeFileSync(stampPath, made);
}
