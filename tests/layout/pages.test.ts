/**
 * Where things stand on pages: each case is a small project, and its pages as text below it.
 *
 * `UPDATE_CASES=1 npx vitest run tests/layout/pages.test.ts` writes the pages anew; the change is then reviewed with `git diff`.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { updatesCases } from '../support/check-case.ts';
import { checkHeadings, checkLeaves, checkLinks, checkOverlaps, checkPlaces } from '../support/check-document.ts';
import { compileSound } from '../support/compile-project.ts';
import { describeLines } from '../support/describe-lines.ts';
import { casesIn, projectOf, readCase, updateCase } from '../support/golden-cases.ts';

const folder = fileURLToPath(new URL('./pages/', import.meta.url));

describe('the pages of', () => {
  it.each(casesIn(folder))('%s are as expected', async (name) => {
    const golden = readCase(folder, name);
    expect(golden.title).not.toBe('');
    const document = await compileSound(projectOf('layout/pages', golden));
    const faults = [checkPlaces, checkOverlaps, checkHeadings, checkLeaves, checkLinks].flatMap((check) => check(document));
    expect(faults).toEqual([]);
    const found = describeLines(document);
    if (updatesCases) updateCase(folder, name, found);
    else expect(found).toBe(golden.expected);
  });
});
