/** Making folders: all that are missing, and an answer from any system. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '../../src/host/make-folder.ts';

let base: string;

beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'octavo-'));
});

afterEach(() => rmSync(base, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes those above it too, with the rights that are asked for', () => {
    makeFolder(join(base, 'a', 'b'), 0o700);
    expect(statSync(join(base, 'a', 'b')).isDirectory()).toBe(true);
    if (process.platform !== 'win32') expect(statSync(join(base, 'a')).mode & 0o777).toBe(0o700);
  });

  it('leaves one that is there as it is', () => {
    mkdirSync(join(base, 'a'));
    writeFileSync(join(base, 'a', 'kept'), '');
    makeFolder(join(base, 'a'));
    expect(readdirSync(join(base, 'a'))).toEqual(['kept']);
  });

  it('fails below a file and at a link that leads nowhere', () => {
    writeFileSync(join(base, 'file'), '');
    expect(() => makeFolder(join(base, 'file', 'a', 'b'))).toThrow('ENOTDIR');
    symlinkSync(join(base, 'nowhere'), join(base, 'link'));
    expect(() => makeFolder(join(base, 'link', 'a'))).toThrow('EEXIST');
  });

  it('fails, and returns, where the system lets nobody make one', () => {
    // Elsewhere than on Linux, a device stands for a place that holds no folders.
    const place = existsSync('/proc') ? '/proc' : devNull;
    expect(() => makeFolder(join(place, 'octavo'))).toThrow(/^E/);
    expect(() => makeFolder(join(place, 'octavo', 'a', 'b'))).toThrow(/^E/);
  });
});
