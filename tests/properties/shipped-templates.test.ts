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
import { compileAwkward } from '../support/compile-project.ts';
import { scripts } from '../support/random-blocks.ts';
import { shippedFiles, shippedParts } from '../support/random-booklet.ts';

const checks = [checkPlaces, checkOverlaps, checkNotes, checkHeadings, checkFilling, checkLeaves, checkLinks, checkBookmarks];

describe('a random booklet in a shipped template', () => {
  it.each(scripts)('is printed soundly in %s', (script) =>
    fc.assert(
      fc.asyncProperty(shippedParts(script), async (shipped) => {
        const document = await compileAwkward(shippedFiles(shipped), shipped);
        for (const check of checks) expect(check(document), check.name).toEqual([]);
      }),
      { numRuns: 12 },
    ),
  );
});
