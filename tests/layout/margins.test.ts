/**
 * Indexes, heads of dictionaries and notes in the margin on small pages: each case is a project, and its pages as text below it.
 *
 * `UPDATE_CASES=1 npx vitest run tests/layout/margins.test.ts` writes the pages anew; review them with `git diff`.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { updatesCases } from '../support/check-case.ts';
import { compileProject, problemsOfBuilding } from '../support/compile-project.ts';
import { describeLines } from '../support/describe-lines.ts';
import { casesIn, marginPaper, projectOf, readCase, updateCase } from '../support/golden-cases.ts';

const folder = fileURLToPath(new URL('./margins/', import.meta.url));

describe('the pages of', () => {
  it.each(casesIn(folder))('%s are as expected', async (name) => {
    const golden = readCase(folder, name);
    expect(golden.title).not.toBe('');
    const { document, diagnostics } = await compileProject(projectOf('layout/margins', golden), { paper: marginPaper });
    const found = problemsOfBuilding(diagnostics).join('\n') + describeLines(document!);
    if (updatesCases) updateCase(folder, name, found);
    else expect(found).toBe(golden.expected);
  });
});
