/** The same booklet gives the same bytes: twice in a row, and on machines with other clocks, languages and folders. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { diskWorkspace } from '../src/host/disk-workspace.ts';
import { compileWorkspace } from './support/compile-project.ts';

const root = fileURLToPath(new URL('../', import.meta.url));
/** Below node_modules, so that the bundle finds its packages. */
const folder = `${root}node_modules/.cache/octavo-determinism`;
const program = `${folder}/print-digests.mjs`;
const booklets = ['guns-across-the-border', 'safe-water-ar'] as const;

const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

async function paint(booklet: string): Promise<string> {
  const { pdf } = await compileWorkspace(diskWorkspace(root), { folder: `content/${booklet}`, paints: true });
  return digestOf(pdf!);
}

function digestsElsewhere(environment: Readonly<Record<string, string>>, directory: string): readonly string[] {
  const run = spawnSync(process.execPath, [program, root, ...booklets], {
    cwd: directory,
    env: { PATH: process.env.PATH, ...environment },
    encoding: 'utf8',
  });
  expect(run.stderr).toBe('');
  return run.stdout.trim().split('\n');
}

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  const code = `
    import { createHash } from 'node:crypto';
    import { diskWorkspace } from './src/host/disk-workspace.ts';
    import { compileWorkspace } from './tests/support/compile-project.ts';
    const [root, ...booklets] = process.argv.slice(2);
    for (const booklet of booklets) {
      const { pdf } = await compileWorkspace(diskWorkspace(root), { folder: 'content/' + booklet, paints: true });
      console.log(createHash('sha256').update(pdf).digest('hex'));
    }
  `;
  await build({
    stdin: { contents: code, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    outfile: program,
    logLevel: 'error',
  });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the same bytes come out', () => {
  it('twice in a row', async () => {
    for (const booklet of booklets) expect(await paint(booklet)).toBe(await paint(booklet));
  });

  it('in other time zones, languages and folders', async () => {
    const here = [await paint(booklets[0]), await paint(booklets[1])];
    expect(digestsElsewhere({ TZ: 'Asia/Tokyo', LANG: 'ar_EG.UTF-8', LC_ALL: 'ar_EG.UTF-8' }, '/')).toEqual(here);
    expect(digestsElsewhere({ TZ: 'America/Los_Angeles', LANG: 'tr_TR.UTF-8', LC_ALL: 'C' }, root)).toEqual(here);
  });
});
