/** Every booklet that ships, those made of what PDF writers stumble over, and random ones stand all of our own checks. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diskWorkspace } from '../../src/host/disk-workspace.ts';
import { compileProject, compileWorkspace } from '../support/compile-project.ts';
import { nastyBooklets } from '../support/nasty-booklets.ts';
import { scripts } from '../support/random-blocks.ts';
import { bookletOf, bookletParts } from '../support/random-booklet.ts';
import { shippedEditions } from '../support/shipped-booklets.ts';
import { allChecks } from './all-checks.ts';
import { openPdf } from './open-pdf.ts';
import { readTags, type TaggedFile, tagsBelow } from './read-tags.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (pdf: Uint8Array | undefined): TaggedFile => readTags(openPdf(pdf!));
const checkAll = (tagged: TaggedFile): readonly string[] => allChecks.flatMap((check) => check(tagged));

describe.each(shippedEditions(root))('the booklet $name in the edition $edition', ({ name, edition }) => {
  it.each(['a4', 'a5', 'letter'])('is accessible on %s', async (paper) => {
    const options = { folder: `content/${name}`, edition, paper, paints: true, hasScriptFonts: true };
    const { pdf } = await compileWorkspace(diskWorkspace(root), options);
    expect(checkAll(read(pdf))).toEqual([]);
  });
});

describe('a nasty booklet', () => {
  it.each(nastyBooklets)('is accessible: $name', async ({ files, paper }) => {
    const { pdf } = await compileProject(files, { paper, paints: true });
    expect(checkAll(read(pdf))).toEqual([]);
  });
});

describe('headings that skip a level, against the warning', () => {
  it.each([
    ['in the text', '<h1>{{booklet.title}}</h1>', ['H1', 'H2', 'H3', 'H3']],
    ['at the beginning of a template', '', ['H1', 'H2', 'H2']],
  ])('are tagged from H1 and without a gap: %s', async (_, before, levels) => {
    const { pdf } = await compileProject(
      {
        'booklet.yaml': 'title: A booklet\ntemplate: own\neditions: [student]\n',
        'templates/own/layout.hbs': `${before}{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}`,
        'sections/01.md': '# One\n\n##### Too deep\n\nText.\n\n### Deep enough\n\nText.\n',
      },
      { paints: true },
    );
    expect([...tagsBelow(read(pdf).root)].map(({ role }) => role).filter((role) => /^H\d/.test(role))).toEqual(levels);
  });
});

describe('a random booklet', () => {
  it.each(scripts)('is accessible: %s', async (script) => {
    for (const parts of fc.sample(bookletParts(script), { numRuns: 4 })) {
      const { files, paper } = bookletOf(parts);
      const { pdf } = await compileProject(files, { paper, paints: true });
      expect(checkAll(read(pdf))).toEqual([]);
    }
  });
});
