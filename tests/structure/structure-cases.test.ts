/**
 * What becomes of an author's markup in the tag tree: each case is a small project, and the tree as text below it.
 *
 * `UPDATE_CASES=1 npx vitest run tests/structure` writes the trees anew; the change is then reviewed with `git diff`.
 */
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { describeStructure } from '../../src/engine/index.ts';
import { updatesCases } from '../support/check-case.ts';
import { compileSound } from '../support/compile-project.ts';
import { casesIn, projectOf, readCase, updateCase } from '../support/golden-cases.ts';

const folder = fileURLToPath(new URL('./', import.meta.url));

describe('the tags of', () => {
  it.each(casesIn(folder))('%s are as expected', async (name) => {
    const golden = readCase(folder, name);
    expect(golden.title).not.toBe('');
    const found = describeStructure(await compileSound(projectOf('structure', golden)));
    if (updatesCases) updateCase(folder, name, found);
    else expect(found).toBe(golden.expected);
  });
});
