/** Files kept on disk: what is written is read again, and nothing goes wrong when that fails. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptFiles, openKeptFiles } from '../../src/host/kept-files.ts';

let base: string;
let folder: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'octavo-'));
  folder = join(base, 'drawings');
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

const key = '0123456789abcdef';
const other = 'fedcba9876543210';

/** Makes a file older. */
function age(path: string, days: number): void {
  const then = Date.now() / 1000 - days * 24 * 3600;
  utimesSync(path, then, then);
}

const pathOf = (wanted: string): string => join(folder, readdirSync(folder).find((name) => name.startsWith(wanted))!);

describe('kept files', () => {
  it('are read as they were last written, by the same version only', () => {
    const cache = openKeptFiles(folder, 'aa');
    expect(cache.read(key)).toBeUndefined();
    cache.write(key, 'a first drawing');
    cache.write(key, 'a drawing: é 雨');
    expect(openKeptFiles(folder, 'aa').read(key)?.toString()).toBe('a drawing: é 雨');
    expect(openKeptFiles(folder, 'aa').read(other)).toBeUndefined();
    expect(openKeptFiles(folder, 'bb').read(key)).toBeUndefined();
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('are nobody else’s business', () => {
    openKeptFiles(folder, 'aa').write(key, 'x');
    if (process.platform !== 'win32') expect(statSync(pathOf(key)).mode & 0o077).toBe(0);
  });

  it('are thrown away after a month, but not what others have put there', () => {
    openKeptFiles(folder, 'aa').write(key, 'x');
    writeFileSync(join(folder, `${key}-v1-aa.kept.12.tmp`), 'left behind');
    writeFileSync(join(folder, 'letter.kept'), 'mine');
    for (const name of readdirSync(folder)) age(join(folder, name), 31);
    openKeptFiles(folder, 'aa').write(other, 'y');
    expect(readdirSync(folder).sort()).toEqual([pathOf(other).slice(folder.length + 1), 'letter.kept'].sort());
  });

  it('do not fill the disk: the oldest go first', () => {
    const large = 'x'.repeat(20_000_000);
    for (const [index, name] of ['1', '2', '3'].entries()) {
      openKeptFiles(folder, 'aa').write(name.repeat(16), large);
      age(pathOf(name.repeat(16)), 10 - index);
    }
    openKeptFiles(folder, 'aa').write(key, 'y');
    expect(readdirSync(folder).map((name) => name[0])).toEqual(['0', '2', '3']);
  });

  it('are done without where nothing can be written or read', () => {
    writeFileSync(folder, 'a file');
    const cache = openKeptFiles(folder, 'aa');
    cache.write(key, 'x');
    expect(cache.read(key)).toBeUndefined();
    expect(readFileSync(folder, 'utf8')).toBe('a file');
    rmSync(folder);
    mkdirSync(folder);
    const path = (() => {
      openKeptFiles(folder, 'aa').write(key, 'x');
      return pathOf(key);
    })();
    rmSync(path);
    mkdirSync(join(path, 'in-the-way'), { recursive: true });
    openKeptFiles(folder, 'aa').write(key, 'x');
    expect(openKeptFiles(folder, 'aa').read(key)).toBeUndefined();
    expect(existsSync(join(path, 'in-the-way'))).toBe(true);
    expect(readdirSync(folder)).toHaveLength(1);
  });

  it('are not kept while Octavo runs from its sources, which may change under them', () => {
    expect(keptFiles('drawings')).toBeUndefined();
  });
});
