/**
 * The shipped booklets, page by page, as golden text: every line of text with its place, the reading order, the outline.
 *
 * `UPDATE_CASES=1 npx vitest run tests/booklets` writes them anew; the change is then reviewed with `git diff`.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeBookmarks, describeStructure, formatDiagnostic } from '../../src/engine/index.ts';
import { diskWorkspace } from '../../src/host/disk-workspace.ts';
import { updatesCases } from '../support/check-case.ts';
import {
  checkBookmarks,
  checkFilling,
  checkHeadings,
  checkLeaves,
  checkLinks,
  checkNotes,
  checkOverlaps,
  checkPlaces,
} from '../support/check-document.ts';
import { compileWorkspace } from '../support/compile-project.ts';
import { describeLines } from '../support/describe-lines.ts';
import { shippedEditions } from '../support/shipped-booklets.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const checks = { checkPlaces, checkOverlaps, checkNotes, checkHeadings, checkFilling, checkLeaves, checkLinks, checkBookmarks };

describe.each(shippedEditions(root))('the booklet $name in the edition $edition', ({ name, edition }) => {
  const compiled = compileWorkspace(diskWorkspace(root), { folder: `content/${name}`, edition, hasScriptFonts: true });

  it('is free of errors and warnings', async () => {
    const { diagnostics } = await compiled;
    expect(diagnostics.map((diagnostic) => formatDiagnostic(diagnostic))).toEqual([]);
  });

  it.each(Object.entries(checks))('passes %s', async (_name, check) => {
    expect(check((await compiled).document!)).toEqual([]);
  });

  it.each([
    ['pages', describeLines],
    ['tags', describeStructure],
    ['outline', describeBookmarks],
  ] as const)('has the expected %s', async (what, describeDocument) => {
    const { document } = await compiled;
    compareWithGolden(join(root, 'tests/booklets', name, `${edition}.expected.${what}.txt`), describeDocument(document!));
  });
});

function compareWithGolden(path: string, found: string): void {
  if (updatesCases) {
    mkdirSync(join(path, '..'), { recursive: true });
    writeFileSync(path, found);
    return;
  }
  if (!existsSync(path))
    throw new Error(`${path} is not there yet: look at the printed booklet, then run \`UPDATE_CASES=1 npx vitest run tests/booklets\``);
  expect(found).toBe(readFileSync(path, 'utf8'));
}
