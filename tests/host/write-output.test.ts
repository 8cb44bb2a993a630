/** Writing a PDF: the old file or the new one, never a torn one, and nothing left behind. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputFailure, sweepOutput, writeOutput } from '../../src/host/write-output.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Writes from another process, by the same code. */
const program = `
  const { build } = require('esbuild');
  build({ entryPoints: ['src/host/write-output.ts'], bundle: true, platform: 'node', format: 'cjs', write: false }).then(({ outputFiles }) => {
    const module = { exports: {} };
    new Function('module', 'exports', 'require', outputFiles[0].text)(module, module.exports, require);
    process.stdout.write('ready');
    const [path, letter, count] = process.argv.slice(1);
    for (let round = 0; round < Number(count); round++) module.exports.writeOutput(path, Buffer.alloc(2_000_000, letter));
  });
`;

describe('writing', () => {
  it('makes the folder and leaves nothing but the file', () => {
    const path = join(folder, 'a', 'b', 'x.pdf');
    writeOutput(path, bytes('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(join(folder, 'a', 'b'))).toEqual(['x.pdf']);
  });

  it('replaces an older file', () => {
    const path = join(folder, 'x.pdf');
    writeFileSync(path, 'an older and longer file');
    writeOutput(path, bytes('new'));
    expect(readFileSync(path, 'utf8')).toBe('new');
  });

  it('says what to do when a folder has the name, and leaves nothing behind', () => {
    mkdirSync(join(folder, 'x.pdf'));
    writeFileSync(join(folder, 'x.pdf', 'kept'), '');
    const failure = failureOf(() => writeOutput(join(folder, 'x.pdf'), bytes('new')));
    expect(failure).toBeInstanceOf(OutputFailure);
    expect((failure as OutputFailure).message).toMatch(/^cannot write .*x\.pdf: a folder has that name$/);
    expect((failure as OutputFailure).hint).toBe('move that folder away, or choose another folder with --out');
    expect(readdirSync(folder)).toEqual(['x.pdf']);
  });

  it('says what to do when a file stands where the folder should be', () => {
    writeFileSync(join(folder, 'output'), '');
    const failure = failureOf(() => writeOutput(join(folder, 'output', 'x.pdf'), bytes('new')));
    expect((failure as OutputFailure).message).toMatch(/a file stands where a folder is needed$/);
  });

  it('keeps the old file when the disk is full', () => {
    // /dev/full exists on Linux only and cannot be renamed to; a tiny file system needs rights that tests lack. A limit on file size does the same.
    const path = join(folder, 'x.pdf');
    writeFileSync(path, 'old');
    const run = spawnSync('bash', ['-c', `ulimit -f 100; trap '' XFSZ; exec "$0" -e "$1" "$2" a 1`, process.execPath, program, path], {
      encoding: 'utf8',
    });
    expect(run.status).not.toBe(0);
    expect(run.stderr).toContain('cannot write');
    expect(readFileSync(path, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['x.pdf']);
  });
});

describe('builds at once', () => {
  it('leave one whole file, whoever is last', async () => {
    const path = join(folder, 'x.pdf');
    const writers = ['a', 'b', 'c'].map((letter) => spawn(process.execPath, ['-e', program, path, letter, '15'], { stdio: 'ignore' }));
    const codes = await Promise.all(writers.map((writer) => new Promise((resolve) => writer.on('exit', resolve))));
    expect(codes).toEqual([0, 0, 0]);
    const content = readFileSync(path, 'latin1');
    expect(content).toMatch(/^(a{2000000}|b{2000000}|c{2000000})$/);
    expect(readdirSync(folder)).toEqual(['x.pdf']);
  });
});

describe('a killed build', () => {
  it('leaves the old file or the new one, and the next build sweeps the rest', async () => {
    const path = join(folder, 'x.pdf');
    writeFileSync(path, 'a'.repeat(2_000_000));
    for (let round = 0; round < 8; round++) {
      const writer = spawn(process.execPath, ['-e', program, path, 'b', '1000'], { stdio: ['ignore', 'pipe', 'ignore'] });
      await new Promise((resolve) => writer.stdout.once('data', resolve));
      await new Promise((resolve) => setTimeout(resolve, 7 * round + 1));
      writer.kill('SIGKILL');
      await new Promise((resolve) => writer.on('exit', resolve));
      expect(readFileSync(path, 'latin1')).toMatch(/^(a{2000000}|b{2000000})$/);
    }
    writeOutput(path, bytes('last'));
    expect(readdirSync(folder)).toEqual(['x.pdf']);
  });

  it('on another machine, or still running, is not swept', () => {
    writeFileSync(join(folder, '.x.pdf.00000000.1.00000000.tmp'), '');
    writeFileSync(join(folder, '.notes.tmp'), '');
    writeFileSync(join(folder, 'x.00000000.1.00000000.tmp'), '');
    sweepOutput(folder);
    expect(readdirSync(folder)).toHaveLength(3);
    expect(existsSync(join(folder, '.notes.tmp'))).toBe(true);
  });
});

function failureOf(act: () => void): unknown {
  try {
    act();
  } catch (error) {
    return error;
  }
  throw new Error('it did not fail');
}
