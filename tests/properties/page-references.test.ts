/** Page numbers in the text: what is printed is true, or the build says after four passes which of them cannot be. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDiagnostic } from '../../src/engine/index.ts';
import { checkLeaves, checkNotes, checkOverlaps, checkPlaces } from '../support/check-document.ts';
import { compileProject } from '../support/compile-project.ts';
import { readText } from '../support/read-document.ts';

/** Pages of ten lines. */
const css = `
@page { margin: 10pt; @bottom-center { content: none } }
body { font: 10pt/12pt "Source Sans 3" }
p { margin: 0 }`;

const compile = (html: string) =>
  compileProject({
    'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\npaper: 70.6mm x 49.4mm\neditions: [student]\n',
    'templates/own/layout.hbs': html,
    'templates/own/theme.css': css,
    'sections/01.md': '# Text\n\nText.\n',
  });

const lines = (count: number): string => '<p>Line.</p>\n'.repeat(count);

describe('a reference that moves its own target', () => {
  /**
   * Told that the float is on page 9, the references take one line. Then the line with the note has room on page 9, and
   * the float has not. Told that it is on page 10, they take two lines, the note goes to page 10, and the float comes back.
   */
  const pages = '<p>Page.</p><page-break/>\n'.repeat(8);
  const references = `<p>${'<page-of to="swinging"/> '.repeat(24)}</p>\n`;
  const float = `<div class="float-top" id="swinging">${lines(3)}</div>\n`;
  const noted = `<p>Call.<footnote>${'note word '.repeat(16)}</footnote></p>\n`;
  const compiled = compile(`${pages}${references}${float}${lines(3)}${noted}${lines(2)}`);

  it('is named with its place after four passes', async () => {
    const { diagnostics } = await compiled;
    const said = diagnostics.filter(({ code }) => code.startsWith('layout/')).map((diagnostic) => formatDiagnostic(diagnostic));
    expect(said).toHaveLength(1);
    expect(said[0]).toMatch(
      /^templates\/own\/layout\.hbs:9:4: warning: the pages of `swinging` still change after 4 passes \[layout\/unstable-references\]/,
    );
  });

  it('leaves whole pages behind, on which nothing is lost', async () => {
    const document = (await compiled).document!;
    for (const check of [checkPlaces, checkOverlaps, checkLeaves, checkNotes]) expect(check(document)).toEqual([]);
    const { blocks, notes } = readText(document);
    expect(blocks.filter(({ text }) => text.trim() === 'Line.')).toHaveLength(8);
    expect(notes).toHaveLength(1);
  });
});

/** Paragraphs that tell the pages of each other, some of them long. */
const text = fc.array(fc.record({ filler: fc.integer({ min: 0, max: 30 }), targets: fc.array(fc.nat(), { maxLength: 12 }) }), {
  minLength: 1,
  maxLength: 40,
});

describe('in any text with references', () => {
  it('every printed page is that of its target, unless the build says which is not', () =>
    fc.assert(
      fc.asyncProperty(text, async (paragraphs) => {
        const html = paragraphs.map(({ filler, targets }, index) => {
          const named = targets.map((target) => `at${target % paragraphs.length}is<page-of to="p${target % paragraphs.length}"/>.`);
          return `<p id="p${index}">${'word '.repeat(filler)}${named.join(' ')} end</p>`;
        });
        const { document, diagnostics } = await compile(html.join('\n'));
        const isUnstable = diagnostics.some(({ code }) => code === 'layout/unstable-references');
        const wrong = readText(document!).blocks.flatMap(({ text: said }) =>
          [...said.matchAll(/at(\d+)is(\d+)\./g)].filter(([, id, page]) => document!.destinations.get(`p${id}`)!.page + 1 !== Number(page)),
        );
        if (!isUnstable) expect(wrong.map(([said]) => said)).toEqual([]);
        expect(readText(document!).blocks.flatMap(({ text: said }) => [...said.matchAll(/is(\d+)\./g)])).toHaveLength(
          paragraphs.reduce((count, { targets }) => count + targets.length, 0),
        );
      }),
      { numRuns: 40 },
    ));
});
