/** `octavo build` where it is killed, or where the disk fails it: the PDF from before stays whole, and one line says why. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, watch, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const program = join(root, 'dist', 'octavo.cjs');
const names = ['one-facilitator.pdf', 'one-student.pdf'];

let base: string;
let project: string;
let output: string;
/** What the booklet came out as before, and what it comes out as now. */
let [before, now]: [readonly Buffer[], readonly Buffer[]] = [[], []];

const filesIn = (folder: string): readonly Buffer[] => names.map((name) => readFileSync(join(folder, name)));

function build(...words: readonly string[]): void {
  const { status, stderr } = spawnSync(process.execPath, [program, 'build', ...words], { cwd: project, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
}

const write = (text: string): void => writeFileSync(join(project, 'content', 'one', 'sections', '01.md'), `# One\n\n${text}\n`);

beforeAll(() => {
  const bundled = spawnSync(process.execPath, [join(root, 'src', 'bundle', 'bundle.mjs'), '--if-stale'], { encoding: 'utf8' });
  if (bundled.status !== 0) throw new Error(bundled.stderr);
  base = mkdtempSync(join(tmpdir(), 'octavo-'));
  project = join(base, 'project');
  output = join(project, 'output');
  mkdirSync(join(project, 'content', 'one', 'sections'), { recursive: true });
  writeFileSync(join(project, 'content', 'one', 'booklet.yaml'), 'title: One\nlanguage: en\neditions: [student, facilitator]\n');
  write('The text of before.');
  build();
  before = filesIn(output);
  write('The text of now, which is another.');
  build('--out', join(base, 'now'));
  now = filesIn(join(base, 'now'));
  expect(before.some((bytes, index) => bytes.equals(now[index]!))).toBe(false);
});

afterAll(() => rmSync(base, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(output, { recursive: true, force: true });
  mkdirSync(output);
  for (const [index, name] of names.entries()) writeFileSync(join(output, name), before[index]!);
});

/** Every file under the name of a PDF is the one of before or the one of now, down to the last byte. */
function expectWhole(): void {
  for (const [index, bytes] of filesIn(output).entries()) {
    expect(bytes.equals(before[index]!) || bytes.equals(now[index]!)).toBe(true);
  }
}

/**
 * A disk with faults: loaded before the program, for what it writes into its output folder. It refuses a call, after half of what is
 * written has arrived, or it is so slow that there is time to be killed. Permissions would not do: tests often run with the rights to
 * write anywhere.
 */
const faultyDisk = `
const fs = require('node:fs');
const { syncBuiltinESMExports } = require('node:module');
const { FAULTY_FOLDER, FAULTY_CALL, FAULTY_CODE } = process.env;
const real = { ...fs };
const handles = new Set();
const isOurs = (path) => (typeof path === 'number' ? handles.has(path) : String(path).startsWith(FAULTY_FOLDER));
const firstPart = (bytes, at = 0) => bytes.subarray(at, at + Math.ceil(bytes.length / 8));
for (const name of ['openSync', 'writeSync', 'fsyncSync', 'closeSync', 'renameSync']) {
  fs[name] = (path, ...others) => {
    const fails = name === FAULTY_CALL && isOurs(path);
    if (fails && name === 'writeSync') real.writeSync(path, firstPart(others[0]));
    if (fails && name === 'closeSync') real.closeSync(path);
    if (fails) throw Object.assign(new Error(FAULTY_CODE + ': refused, ' + name), { code: FAULTY_CODE, syscall: name });
    if (name === 'writeSync' && isOurs(path)) {
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 30);
      return real.writeSync(path, firstPart(...others));
    }
    const result = real[name](path, ...others);
    if (name === 'openSync' && isOurs(path)) handles.add(result);
    if (name === 'closeSync') handles.delete(path);
    return result;
  };
}
syncBuiltinESMExports();
`;

/** How to run the program on that disk. */
function onFaultyDisk(faults: Readonly<Record<string, string>> = {}) {
  const stub = join(base, 'faulty-disk.cjs');
  writeFileSync(stub, faultyDisk);
  return {
    words: ['--require', stub, program, 'build'],
    options: { cwd: project, env: { ...process.env, FAULTY_FOLDER: output, ...faults } },
  };
}

/** Builds on a slow disk, and kills the build as soon as `moment` says. Resolves to the signal that ended it, null where it was too late. */
async function buildAndKill(moment: (kill: () => void) => () => void): Promise<NodeJS.Signals | null> {
  const { words, options } = onFaultyDisk();
  const child = spawn(process.execPath, words, { ...options, stdio: 'ignore' });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => child.on('exit', (_, signal) => resolve(signal)));
  const stop = moment(() => child.kill('SIGKILL'));
  const signal = await ended;
  stop();
  return signal;
}

describe('a build that is killed', () => {
  it('leaves whole files at any moment, and the next build sweeps the rest', async () => {
    const signals: (NodeJS.Signals | null)[] = [];
    for (const milliseconds of [20, 200, 400, 600, 800]) {
      signals.push(
        await buildAndKill((kill) => {
          const timer = setTimeout(kill, milliseconds);
          return () => clearTimeout(timer);
        }),
      );
      expectWhole();
    }
    expect(signals[0]).toBe('SIGKILL');
    build();
    expect(readdirSync(output).sort()).toEqual(names);
    expect(filesIn(output).every((bytes, index) => bytes.equals(now[index]!))).toBe(true);
  });

  it('leaves whole files when it is just writing one', async () => {
    let torn = 0;
    for (const seen of [1, 1, 4, 10]) {
      await buildAndKill((kill) => {
        let events = 0;
        const watcher = watch(output, () => {
          if (++events >= seen) kill();
        });
        return () => watcher.close();
      });
      expectWhole();
      torn += readdirSync(output).length - names.length;
    }
    // The kills came in time: what was half written is there, under names of its own.
    expect(torn).toBeGreaterThan(0);
    build();
    expect(readdirSync(output).sort()).toEqual(names);
  });
});

/** What a disk can refuse, and what is said of it. */
const refusals = [
  ['openSync', 'EACCES', 'you may not write there', 'change the permissions of the folder, or choose another folder with --out'],
  ['writeSync', 'ENOSPC', 'the disk is full', 'delete some files, then try again'],
  ['fsyncSync', 'EIO', 'the system says EIO', 'choose another folder with --out'],
  ['closeSync', 'EIO', 'the system says EIO', 'choose another folder with --out'],
  ['renameSync', 'EBUSY', 'another program holds it open', 'close the PDF in the program that shows it, then try again'],
] as const;

describe('a disk that fails', () => {
  it.each(refusals)('in %s with %s is told of in one line, and the files of before stay', (call, code, reason, hint) => {
    const { words, options } = onFaultyDisk({ FAULTY_CALL: call, FAULTY_CODE: code });
    const { status, stderr } = spawnSync(process.execPath, words, { ...options, encoding: 'utf8' });
    const file = join('output', names.at(-1)!);
    expect(stderr.split('\n').filter((line) => line.startsWith('octavo') || line.startsWith('hint'))).toEqual([
      expect.stringMatching(new RegExp(`^octavo: cannot write .*${file}: ${reason}$`)),
      `hint: ${hint}`,
    ]);
    expect(stderr).not.toMatch(/^\s+at |node:|\.js:\d/m);
    expect(status).toBe(3);
    expect(readdirSync(output).sort()).toEqual(names);
    expect(filesIn(output).every((bytes, index) => bytes.equals(before[index]!))).toBe(true);
  });
});
