/** What holds for any booklet in the templates that come with Octavo, tried on random ones with all that a booklet can have. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
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
import { compileProject, problemsOfBuilding } from '../support/compile-project.ts';
import { scripts, shippedFiles, shippedParts } from '../support/random-booklet.ts';

const checks = [checkPlaces, checkOverlaps, checkNotes, checkHeadings, checkFilling, checkLeaves, checkLinks, checkBookmarks];

/** What an author may be told although nothing is wrong: random text can be awkward. */
const allowed: ReadonlySet<string> = new Set(['glossary/unused-term', 'layout/wide-word', 'layout/wide-table']);

describe('a random booklet in a shipped template', () => {
  it.each(scripts)('is printed soundly in %s', (script) =>
    fc.assert(
      fc.asyncProperty(shippedParts(script), async (shipped) => {
        const { document, diagnostics } = await compileProject(shippedFiles(shipped), shipped);
        expect(problemsOfBuilding(diagnostics.filter(({ code }) => !allowed.has(code)))).toEqual([]);
        for (const check of checks) expect(check(document!), check.name).toEqual([]);
      }),
      { numRuns: 12 },
    ),
  );
});
