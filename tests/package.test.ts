/** The package as it would be installed: packed, unpacked where nothing else is, beside nothing but its own dependencies. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bundledResources } from '../src/host/bundled-resources.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
const { dependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
  readonly dependencies: Readonly<Record<string, string>>;
};
let home: string;
let installed: string;

const run = (command: string, words: readonly string[], folder: string): string => {
  const env = { ...process.env, OCTAVO_CACHE: join(home, 'cache'), NODE_PATH: '' };
  const { status, stdout, stderr } = spawnSync(command, words, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
};

/** Packs, unpacks, and puts what package.json asks for beside it. */
beforeAll(() => {
  home = mkdtempSync(join(tmpdir(), 'octavo-'));
  run(process.execPath, [join('src', 'bundle', 'bundle.mjs'), '--if-stale'], root);
  run('npm', ['pack', '--ignore-scripts', '--offline', '--pack-destination', home], root);
  const archive = readdirSync(home).find((name) => name.endsWith('.tgz'))!;
  installed = join(home, 'node_modules', 'octavo');
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', archive, '-C', installed, '--strip-components=1'], home);
  for (const name of Object.keys(dependencies)) {
    const place = join(home, 'node_modules', name);
    mkdirSync(dirname(place), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), place);
  }
}, 400_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

const specifiersIn = (path: string): readonly string[] =>
  [...readFileSync(path, 'utf8').matchAll(/\b(?:require\(|from ?|import ?\(?)(["'])([\w@./:-]+)\1/g)].map((match) => match[2]!);

describe('the package', () => {
  it('depends on exactly what it reads from node_modules', () => {
    const fontPackages = bundledResources().fontFaces.map(({ packageName }) => packageName);
    expect(Object.keys(dependencies).sort()).toEqual([...new Set([...fontPackages, 'harfbuzzjs'])].sort());
  });

  it('holds all code that it runs: its bundles ask for nothing but Node and each other', () => {
    const known = new Set([
      ...builtinModules,
      ...builtinModules.map((name) => `node:${name}`),
      './readers.cjs',
      './vega.cjs',
      './formulas.cjs',
      './code.cjs',
    ]);
    const bundles = readdirSync(join(installed, 'dist')).filter((name) => /\.c?js$/.test(name));
    expect(bundles.sort()).toEqual(['code.cjs', 'engine.cjs', 'formulas.cjs', 'index.js', 'octavo.cjs', 'readers.cjs', 'vega.cjs']);
    const wanted = bundles.flatMap((name) => specifiersIn(join(installed, 'dist', name)));
    expect(wanted.length).toBeGreaterThan(20);
    expect(wanted.filter((name) => !known.has(name))).toEqual([]);
  });

  it('has types that lead to no other package', () => {
    const seen = new Set<string>();
    const foreign: string[] = [];
    const follow = (path: string): void => {
      if (seen.has(path)) return;
      seen.add(path);
      for (const name of specifiersIn(path)) {
        if (name.startsWith('.')) follow(join(dirname(path), name.replace(/\.ts$/, '.d.ts')));
        else foreign.push(`${name} in ${path}`);
      }
    };
    follow(join(installed, 'dist', 'types', 'index.d.ts'));
    expect(seen.size).toBeGreaterThan(10);
    expect(foreign).toEqual([]);
  });

  it('starts a project and builds it, can be imported, and builds the booklets that come with it, charts and all', () => {
    const program = join(installed, 'dist', 'octavo.cjs');
    run(process.execPath, [program, 'init', 'lessons'], home);
    expect(run(process.execPath, [program, 'build'], join(home, 'lessons'))).toContain(': no problems');
    expect(readdirSync(join(home, 'lessons', 'output'))).toContain('my-first-booklet-student.pdf');
    const code = `import { check } from 'octavo'; console.log((await check({ project: 'lessons' })).isComplete);`;
    expect(run(process.execPath, ['--input-type=module', '-e', code], home)).toBe('true\n');
    expect(run(process.execPath, [program, 'build', '--out', join(home, 'pages')], installed)).toContain(': no problems');
    expect(readdirSync(join(home, 'pages')).length).toBeGreaterThanOrEqual(4);
  });

  it('carries no sources, tests or compiled code of one machine', () => {
    const names = readdirSync(installed).sort();
    expect(names).toEqual(['CHANGELOG.md', 'LICENSE', 'README.md', 'content', 'dist', 'package.json', 'templates']);
    expect(readdirSync(join(installed, 'dist'))).not.toContain('compiled');
    // The specimen needs the fonts of all scripts, which an installation does not have.
    expect(readdirSync(join(installed, 'content')).sort()).toEqual(['README.md', 'guns-across-the-border', 'safe-water-ar']);
  });
});
