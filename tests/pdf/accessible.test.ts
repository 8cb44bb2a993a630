/** Every booklet that ships, those made of what PDF writers stumble over, and random ones stand all of our own checks. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskWorkspace } from '../../src/host/disk-workspace.ts';
import { compileProject, compileWorkspace } from '../support/compile-project.ts';
import { nastyBooklets } from '../support/nasty-booklets.ts';
import { bookletOf, bookletParts, scripts } from '../support/random-booklet.ts';
import { allChecks } from './all-checks.ts';
import { openPdf } from './open-pdf.ts';
import { readTags, type TaggedFile } from './read-tags.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const shipped = readdirSync(join(root, 'content'), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

const read = (pdf: Uint8Array | undefined): TaggedFile => readTags(openPdf(pdf!));
const checkAll = (tagged: TaggedFile): readonly string[] => allChecks.flatMap((check) => check(tagged));

describe.each(shipped)('the booklet %s', (name) => {
  it.each(['student a4', 'facilitator a4', 'student a5', 'facilitator letter'])('is accessible as %s', async (copy) => {
    const [edition = '', paper = ''] = copy.split(' ');
    const { pdf } = await compileWorkspace(diskWorkspace(root), { folder: `content/${name}`, edition, paper, paints: true });
    expect(checkAll(read(pdf))).toEqual([]);
  });
});

describe('a nasty booklet', () => {
  it.each(nastyBooklets)('is accessible: $name', async ({ files, paper }) => {
    const { pdf } = await compileProject(files, { paper, paints: true });
    expect(checkAll(read(pdf))).toEqual([]);
  });
});

describe('a random booklet', () => {
  it.each(scripts)('is accessible: %s', async (script) => {
    for (const parts of fc.sample(bookletParts(script), { seed: 20260303, numRuns: 4 })) {
      const { files, paper } = bookletOf(parts);
      const { pdf } = await compileProject(files, { paper, paints: true });
      expect(checkAll(read(pdf))).toEqual([]);
    }
  });
});
