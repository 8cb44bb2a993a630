/** What a change at one place leaves alone elsewhere: pages before it, and the whole when nothing that is printed changes. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describePages, type PagedDocument, paintPdf } from '../../src/engine/index.ts';
import type { KeptTable } from '../../src/engine/source/workspace.ts';
import { type CompileOptions, compileAwkward } from '../support/compile-project.ts';
import { memoryStore } from '../support/memory-store.ts';
import { type BookletParts, bookletOf, bookletParts, type RandomBooklet, section } from '../support/random-booklet.ts';

const runs = { numRuns: 20 } as const;

const compile = ({ files, paper }: RandomBooklet, options: CompileOptions = {}): Promise<PagedDocument> =>
  compileAwkward(files, { paper, ...options });

/** Chapters on pages of their own, so that it is certain where the first ends. */
const chaptered = (parts: BookletParts): BookletParts => ({ ...parts, isChaptered: true });

const pagesBefore = (document: PagedDocument, id: string): string => {
  const end = document.destinations.get(id)!.page;
  return describePages({ ...document, pages: document.pages.slice(0, end) });
};

describe('pages', () => {
  it('stay as they are when a later section changes', () =>
    fc.assert(
      fc.asyncProperty(bookletParts('en'), section('en', 8), async (parts, other) => {
        const before = chaptered(parts);
        const after = { ...before, sections: [before.sections[0]!, other] };
        const [one, two] = [await compile(bookletOf(before)), await compile(bookletOf(after))];
        expect(pagesBefore(two, '02')).toBe(pagesBefore(one, '02'));
      }),
      runs,
    ));

  it.each(['en', 'ar'] as const)(
    'of a booklet in %s are the same, byte for byte, when an earlier build has set what did not change',
    (script) =>
      fc.assert(
        fc.asyncProperty(bookletParts(script), section(script, 8), async (parts, other) => {
          const texts = memoryStore<KeptTable>();
          await compile(bookletOf(parts), { texts });
          const changed = bookletOf({ ...parts, sections: [other, ...parts.sections.slice(1)] });
          const [anew, kept] = [await compile(changed), await compile(changed, { texts })];
          expect(describePages(kept)).toBe(describePages(anew));
          expect(Buffer.from(await paintPdf(kept)).equals(Buffer.from(await paintPdf(anew)))).toBe(true);
        }),
        runs,
      ),
  );

  it('never become fewer when a section is added', () =>
    fc.assert(
      fc.asyncProperty(bookletParts('en'), section('en', 8), async (parts, added) => {
        const one = await compile(bookletOf(parts));
        const two = await compile(bookletOf({ ...parts, sections: [...parts.sections, added] }));
        expect(two.pages.length).toBeGreaterThanOrEqual(one.pages.length);
      }),
      runs,
    ));

  it('do not depend on the line ends, the order of keys or files that nothing uses', () =>
    fc.assert(
      fc.asyncProperty(bookletParts('en'), async (parts) => {
        const booklet = bookletOf(parts);
        const { 'booklet.yaml': yaml, ...others } = booklet.files;
        const changed: Record<string, string | Uint8Array> = { 'images/unused.png': new Uint8Array(3), 'notes.txt': 'unused' };
        for (const [path, content] of Object.entries(others)) {
          changed[path] = typeof content === 'string' && path.startsWith('sections/') ? content.replaceAll('\n', '\r\n') : content;
        }
        changed['booklet.yaml'] = `${(yaml as string).trimEnd().split('\n').reverse().join('\n')}\n`;
        expect(describePages(await compile({ ...booklet, files: changed }))).toBe(describePages(await compile(booklet)));
      }),
      runs,
    ));
});
