/** What holds for any table, tried on random ones: spans, long and short cells, heads of several rows, on small papers. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textOfItem } from '../../src/engine/document/describe-document.ts';
import type { PagedDocument } from '../../src/engine/index.ts';
import { checkFilling, checkLeaves, checkOverlaps, checkPlaces } from '../support/check-document.ts';
import { compileProject } from '../support/compile-project.ts';
import { randomTable, type TableParts, tableParts } from '../support/random-table.ts';
import { readText } from '../support/read-document.ts';

const runs = { numRuns: 40 } as const;

const compiled = new Map<string, Promise<PagedDocument>>();

/** Every property sees the same tables, so each is compiled once. */
function compile(parts: TableParts): Promise<PagedDocument> {
  const key = JSON.stringify(parts);
  let document = compiled.get(key);
  if (!document) compiled.set(key, (document = compileTable(parts)));
  return document;
}

async function compileTable(parts: TableParts): Promise<PagedDocument> {
  const { document, diagnostics } = await compileProject({
    'booklet.yaml': `title: Case\nlanguage: en\ntemplate: own\npaper: ${parts.paper}\neditions: [student]\n`,
    'templates/own/layout.hbs': `<p>Before.</p>${randomTable(parts).html}<p>After.</p>`,
    'templates/own/theme.css': '@page { margin: 10mm; @bottom-center { content: none } }',
    'sections/01.md': '# Text\n\nText.\n',
  });
  const unexpected = diagnostics.filter(({ code }) => !code.startsWith('check/') && code !== 'layout/wide-table');
  expect(unexpected).toEqual([]);
  return document!;
}

const always = (check: (document: PagedDocument, parts: TableParts) => void): Promise<void> =>
  fc.assert(
    fc.asyncProperty(tableParts, async (parts) => {
      check(await compile(parts), parts);
    }),
    runs,
  );

describe('a table of any length', () => {
  it('leaves no empty page behind it, whether text follows or not', async () => {
    for (let count = 1; count <= 24; count += 1) {
      const rows = Array.from({ length: count }, (_, index) => `<tr><td>Row ${index + 1}</td><td>${index}</td></tr>`).join('');
      const table = `<table><thead><tr><th>Name</th><th>Number</th></tr></thead><tbody>${rows}</tbody></table>`;
      for (const html of [table, `${table}<p>After.</p>`, `${table}<section class="new"><p>After.</p></section>`]) {
        const { document, diagnostics } = await compileProject({
          'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\npaper: 100mm x 70mm\neditions: [student]\n',
          'templates/own/layout.hbs': html,
          'templates/own/theme.css': '@page { margin: 10mm; @bottom-center { content: none } } .new { break-before: page }',
          'sections/01.md': '# Text\n\nText.\n',
        });
        expect(diagnostics).toEqual([]);
        expect(checkFilling(document!), `${count} rows`).toEqual([]);
        const rowsOnPages = document!.pages.map(
          ({ items }) => items.filter((item) => item.kind === 'text' && textOfItem(item).includes('Row')).length,
        );
        expect(rowsOnPages.reduce((sum, each) => sum + each, 0)).toBe(count);
        expect(document!.pages.length - rowsOnPages.filter((each) => each > 0).length).toBeLessThanOrEqual(html === table ? 0 : 1);
      }
    }
  });
});

describe('in a random table', () => {
  it('every word is read once, in the order of the source', () =>
    always((document, parts) => {
      const read = readText(document).blocks.map((block) => block.text.replace(/[\s\u00ad-]/g, ''));
      expect(read.join(' ')).toBe(['Before.', ...randomTable(parts).texts, 'After.'].map((text) => text.replaceAll(' ', '')).join(' '));
    }));

  it('everything is inside its page', () => always((document) => expect(checkPlaces(document)).toEqual([])));
  it('nothing lies over anything else', () => always((document) => expect(checkOverlaps(document)).toEqual([])));
  it('the reading order holds all that is shown, and nothing else', () => always((document) => expect(checkLeaves(document)).toEqual([])));
  it('no page is empty', () => always((document) => expect(checkFilling(document)).toEqual([])));

  it('the head stands on every page that has rows', () =>
    always((document, parts) => {
      const { headWords, texts } = randomTable(parts);
      const bodyWords = texts.filter((text) => !headWords.includes(text)).map((text) => text.split(' ')[0]!);
      for (const { items } of document.pages) {
        const shown = items.flatMap((item) => (item.kind === 'text' ? textOfItem(item).split(/\s+/) : []));
        if (!bodyWords.some((word) => shown.includes(word))) continue;
        for (const head of headWords) expect(shown).toContain(head);
      }
    }));
});
