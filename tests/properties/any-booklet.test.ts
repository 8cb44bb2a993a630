/** What holds for any booklet, tried on random ones in four scripts on many papers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../src/engine/index.ts';
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
import { type Script, scripts } from '../support/random-blocks.ts';
import { bookletOf, bookletParts, type RandomBooklet } from '../support/random-booklet.ts';
import { readText } from '../support/read-document.ts';

/** Every test of a script sees the same booklets, so each is compiled once. */
const runs = { numRuns: 25 } as const;

const compiled = new Map<string, Promise<PagedDocument>>();

function compile({ files, paper }: RandomBooklet): Promise<PagedDocument> {
  const key = JSON.stringify([files, paper]);
  let document = compiled.get(key);
  if (!document) compiled.set(key, (document = compileAwkward(files, { paper })));
  return document;
}

/** Without spaces and hyphens. Where directions mix, words are stored as they stand, so there only the letters count. */
const plainly = (text: string, script: Script): string => {
  const bare = text.replace(/[\s\u00ad\u2010-]/g, '');
  return script === 'ar' || script === 'he' || /[\u0590-\u06ff]/.test(bare) ? [...bare].sort().join('') : bare;
};

describe.each(scripts)('in a random booklet (%s)', (script) => {
  const always = (check: (document: PagedDocument, booklet: RandomBooklet) => void): Promise<void> =>
    fc.assert(
      fc.asyncProperty(bookletParts(script), async (parts) => {
        const booklet = bookletOf(parts);
        check(await compile(booklet), booklet);
      }),
      runs,
    );

  it('no text is lost, doubled or out of order', () =>
    always((document, booklet) => {
      const { blocks, notes } = readText(document);
      expect(blocks.map((block) => plainly(block.text, script))).toEqual(booklet.blocks.map((text) => plainly(text, script)));
      const noteTexts = notes.map((note) => plainly(note.blocks.map((block) => block.text).join(''), script));
      expect(noteTexts).toEqual(booklet.notes.map((text) => plainly(text, script)));
    }));

  it('everything is inside its page', () => always((document) => expect(checkPlaces(document)).toEqual([])));
  it('nothing lies over anything else', () => always((document) => expect(checkOverlaps(document)).toEqual([])));
  it('footnotes stand on the page of their call', () => always((document) => expect(checkNotes(document)).toEqual([])));
  it('no page ends with a heading', () => always((document) => expect(checkHeadings(document)).toEqual([])));
  it('no page is empty', () => always((document) => expect(checkFilling(document)).toEqual([])));
  it('the reading order holds all that is shown, and nothing else', () => always((document) => expect(checkLeaves(document)).toEqual([])));
  it('every link leads somewhere', () => always((document) => expect(checkLinks(document)).toEqual([])));
  it('the outline runs forward', () => always((document) => expect(checkBookmarks(document)).toEqual([])));
});
