/**
 * Tables on pages: each case is a small project, and below it what stands where, and what the build says.
 *
 * `UPDATE_CASES=1 npx vitest run tests/layout/tables.test.ts` writes the pages anew; the change is reviewed with `git diff`.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { updatesCases } from '../support/check-case.ts';
import { checkLeaves, checkNotes, checkOverlaps, checkPlaces } from '../support/check-document.ts';
import { compileProject } from '../support/compile-project.ts';
import { describeRows } from '../support/describe-rows.ts';
import { casesIn, projectOf, readCase, updateCase } from '../support/golden-cases.ts';

const folder = fileURLToPath(new URL('./tables/', import.meta.url));

describe('on its pages, a table', () => {
  it.each(casesIn(folder))('%s is as expected', async (name) => {
    const golden = readCase(folder, name);
    expect(golden.title).not.toBe('');
    const { document, diagnostics } = await compileProject(projectOf('layout/tables', golden));
    const said = diagnostics.filter(({ code }) => !code.startsWith('check/')).map(({ code, message }) => `${code}: ${message}\n`);
    const found = describeRows(document!) + said.join('');
    for (const check of [checkPlaces, checkOverlaps, checkLeaves, checkNotes]) expect(check(document!)).toEqual([]);
    if (updatesCases) updateCase(folder, name, found);
    else expect(found).toBe(golden.expected);
  });
});
