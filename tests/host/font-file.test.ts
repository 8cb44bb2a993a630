/** Font files that are read in parts. */
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openFontFile } from '../../src/host/font-file.ts';

const content = Uint8Array.from({ length: 100_000 }, (_, index) => index % 251);
let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'octavo-'));
  path = join(folder, 'Font.ttf');
  writeFileSync(path, content);
});

afterEach(() => rmSync(folder, { recursive: true }));

describe('a font file on disk', () => {
  it('gives any part of itself, as memory that is nobody else’s', () => {
    const file = openFontFile(path);
    expect(file.length).toBe(content.length);
    const parts = [
      [0, 12],
      [40_000, 60_000],
      [99_990, 100_000],
      [0, 100_000],
      [70_000, 70_010],
    ] as const;
    for (const [start, end] of parts) {
      const part = file.read(start, end);
      expect(Buffer.compare(part, content.subarray(start, end))).toBe(0);
      part.slice().fill(255);
      expect(file.read(start, end)[0]).toBe(content[start]);
    }
  });

  it('may be shorter than what is read at once', () => {
    writeFileSync(path, 'short');
    expect(new TextDecoder().decode(openFontFile(path).read(0, 5))).toBe('short');
    writeFileSync(path, '');
    expect(openFontFile(path).length).toBe(0);
  });

  it('does not mix what it was with what it has become', () => {
    const file = openFontFile(path);
    expect(file.read(0, 100)).toHaveLength(100);
    writeFileSync(path, content.toReversed());
    utimesSync(path, 1, 1);
    expect(() => file.read(90_000, 90_010)).toThrow(/Font\.ttf was replaced while it was in use/);
    rmSync(path);
    expect(() => file.read(90_000, 90_010)).toThrow(/ENOENT/);
    expect(file.read(0, 100)).toHaveLength(100);
  });
});
