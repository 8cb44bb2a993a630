/** The date of a booklet that has none: SOURCE_DATE_EPOCH, or no date at all. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { build } from '../../src/index.ts';
import { sourceDate } from '../../src/library/source-date.ts';

let project: string;

beforeEach(() => {
  project = mkdtempSync(join(tmpdir(), 'octavo-'));
});

afterEach(() => {
  rmSync(project, { recursive: true, force: true });
  vi.unstubAllEnvs();
});

async function datesOf(yaml: string): Promise<string | undefined> {
  const sections = join(project, 'content', 'one', 'sections');
  mkdirSync(sections, { recursive: true });
  writeFileSync(join(project, 'content', 'one', 'booklet.yaml'), `${yaml}editions: [student]\n`);
  writeFileSync(join(sections, '01.md'), '# One\n\nText.\n');
  const { booklets } = await build({ project, write: false });
  return /\(D:(\w+)\)/.exec(Buffer.from(booklets[0]!.pdf!).toString('latin1'))?.[1];
}

describe('SOURCE_DATE_EPOCH', () => {
  it('is a moment in seconds', () => {
    expect(sourceDate({ SOURCE_DATE_EPOCH: '0' })).toBe('1970-01-01T00:00:00.000Z');
    expect(sourceDate({ SOURCE_DATE_EPOCH: '1772496000' })).toBe('2026-03-03T00:00:00.000Z');
  });

  it('counts for nothing when it is not set or no number of seconds', () => {
    for (const value of [undefined, '', 'now', '-1', '1.5', '1e3', '999999999999'])
      expect(sourceDate({ SOURCE_DATE_EPOCH: value })).toBeUndefined();
  });

  it('dates a PDF whose booklet has no date, and only that', async () => {
    vi.stubEnv('SOURCE_DATE_EPOCH', '1772496000');
    expect(await datesOf('title: Good\n')).toBe('20260303000000Z');
    expect(await datesOf('title: Good\ndate: 2025-01-02\n')).toBe('20250102000000Z');
    vi.stubEnv('SOURCE_DATE_EPOCH', undefined);
    expect(await datesOf('title: Good\n')).toBeUndefined();
  });
});
