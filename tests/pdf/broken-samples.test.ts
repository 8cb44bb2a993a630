/** Each check must catch what it is for: one sound booklet, broken in one way at a time. */
import { describe, expect, it } from 'vitest';
import type { PagedDocument, PageItem, TextItem } from '../../src/engine/document/paged-document.ts';
import type { StructureElement } from '../../src/engine/document/structure.ts';
import { paintPdf } from '../../src/engine/index.ts';
import { compileSound } from '../support/compile-project.ts';
import { plainPng } from '../support/plain-png.ts';
import { allChecks, type Check } from './all-checks.ts';
import { checkAbsence, checkClaims, checkFonts, checkNames } from './check-file.ts';
import { checkAnnotations, checkContents, checkLinkWords, checkNoteCalls } from './check-links.ts';
import { checkContrast, checkEdges, checkGlyphs, checkTextOverlaps } from './check-pages.ts';
import { checkAlternatives, checkHeadingLevels, checkIds, checkLanguages, checkMarks, checkNesting, checkTables } from './check-tags.ts';
import { openPdf, openUnpacked } from './open-pdf.ts';
import { readTags } from './read-tags.ts';
import { unpackObjects } from './unpack-objects.ts';

const table = `<table><caption>Wells</caption>
<thead><tr><th rowspan="2">Village</th><th colspan="2">Wells</th></tr><tr><th>old</th><th>new</th></tr></thead>
<tbody><tr><th>Up</th><td>1</td><td>2</td></tr></tbody></table>
<table><tr><th>a</th><th>b</th></tr><tr><td>c</td><td>d</td></tr></table>`;

const sample = compileSound({
  'booklet.yaml': 'title: A sound booklet\ntemplate: own\neditions: [student]\n',
  'templates/own/layout.hbs': `<h1>{{booklet.title}}</h1><contents/>{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}${table}`,
  'sections/01-first.md':
    '# First\n\nA call[^a] and [a link](https://example.org).\n\n- one\n- two\n\n![A square](images/square.png "A caption")\n\n[^a]: A note.\n',
  'sections/02-second.md': '# Second\n\nAnother call[^b].\n\n## Inside\n\nText.\n\n[^b]: Another note.\n',
  'images/square.png': plainPng(60, 60),
});

/** Replaces every element for which `change` returns something; the first only if `isOnce`. */
function changeTags(document: PagedDocument, change: (tag: StructureElement) => StructureElement | undefined): PagedDocument {
  const visit = (tag: StructureElement): StructureElement => {
    const changed = change(tag) ?? tag;
    return { ...changed, children: changed.children.map((child) => (typeof child === 'number' ? child : visit(child))) };
  };
  return { ...document, structure: visit(document.structure) };
}

/** Changes the first element of a role. */
function changeFirst(role: string, change: (tag: StructureElement) => StructureElement) {
  return (document: PagedDocument): PagedDocument => {
    let isDone = false;
    return changeTags(document, (tag) => {
      if (isDone || tag.role !== role) return undefined;
      isDone = true;
      return change(tag);
    });
  };
}

/** Puts other items in the place of each item of the first page. */
const changeItems =
  (change: (item: PageItem, index: number, all: readonly PageItem[]) => readonly PageItem[]) =>
  (document: PagedDocument): PagedDocument => ({
    ...document,
    pages: document.pages.map((page, index) => (index === 0 ? { ...page, items: page.items.flatMap(change) } : page)),
  });

/** Changes the first text of the running text. */
const changeText = (change: (text: TextItem, others: readonly PageItem[]) => TextItem) =>
  changeItems((item, index, all) =>
    item.kind === 'text' && all.findIndex((one) => one.kind === 'text' && typeof one.mark === 'number') === index
      ? [change(item, all)]
      : [item],
  );

/** Replaces a stretch of the file by one of the same length, so that everything stays in its place. */
const changeBytes =
  (from: string | RegExp, to: string) =>
  (text: string): string =>
    text.replace(from, (found) => {
      if (to.length > found.length) throw new Error(`"${to}" has no room in "${found}"`);
      return to.padEnd(found.length);
    });

const gray = (shade: number) => ({ red: shade, green: shade, blue: shade, alpha: 1 });
const lastText = (items: readonly PageItem[]): TextItem =>
  items.findLast((item): item is TextItem => item.kind === 'text' && typeof item.mark === 'number')!;

/** A defect of the laid-out document. */
const inDocument: readonly (readonly [defect: string, check: Check, breakIt: (document: PagedDocument) => PagedDocument])[] = [
  ['a level of headings is skipped', checkHeadingLevels, changeFirst('H3', (tag) => ({ ...tag, role: 'H4' }))],
  ['there are two titles', checkHeadingLevels, changeFirst('H2', (tag) => ({ ...tag, role: 'H1' }))],
  ['there is no title', checkHeadingLevels, changeFirst('H1', (tag) => ({ ...tag, role: 'P' }))],
  ['a list item has no body', checkNesting, changeFirst('LBody', (tag) => ({ ...tag, role: 'P' }))],
  ['a list item has no list', checkNesting, changeFirst('L', (tag) => ({ ...tag, role: 'Div' }))],
  ['text stands between list items', checkNesting, changeFirst('LI', (tag) => ({ ...tag, role: 'P' }))],
  ['a label stands after its body', checkNesting, changeFirst('LI', (tag) => ({ ...tag, children: tag.children.toReversed() }))],
  [
    'a caption stands in the middle of its table',
    checkNesting,
    changeFirst('Table', ({ children: [caption, head, ...others], ...tag }) => ({ ...tag, children: [head!, caption!, ...others] })),
  ],
  ['a figure has a space for its alternative text', checkAlternatives, changeFirst('Figure', (tag) => ({ ...tag, alt: ' ' }))],
  [
    'a figure has its file name for its alternative text',
    checkAlternatives,
    changeFirst('Figure', (tag) => ({ ...tag, alt: 'square.png' })),
  ],
  ['a figure has no alternative text', checkAlternatives, changeFirst('Figure', ({ alt: _, ...tag }) => tag)],
  ['a cell names a header that is nowhere', checkIds, changeFirst('TD', (tag) => ({ ...tag, headers: ['head-99'] }))],
  ['a cell names a cell that is no header', checkIds, changeFirst('TD', (tag) => ({ ...tag, id: 'me', headers: ['me'] }))],
  ['a header cell does not say what it heads', checkTables, changeFirst('TH', ({ scope: _, ...tag }) => tag)],
  [
    'header cells head the wrong way',
    checkTables,
    (document) =>
      changeTags(document, (tag) => (tag.role === 'TH' ? { ...tag, scope: 'Row' } : tag.role === 'TD' ? withoutHeaders(tag) : undefined)),
  ],
  ['a row lacks a cell', checkTables, changeFirst('TD', (tag) => ({ ...tag, columnSpan: 2 }))],
  ['a passage is in no language that exists', checkLanguages, changeFirst('P', (tag) => ({ ...tag, language: 'English' }))],
  ['a link is tagged as something else', checkAnnotations, changeFirst('Link', (tag) => ({ ...tag, role: 'Span' }))],
  ['a link leads nowhere', checkLinkWords, changeItems((item) => (item.kind === 'link' ? [] : [item]))],
  [
    'a link lies beside its words',
    checkLinkWords,
    changeItems((item) => (item.kind === 'link' ? [{ ...item, rect: { ...item.rect, x: 0, width: 9 } }] : [item])),
  ],
  [
    'a line of the contents leads to another heading',
    checkContents,
    (document) => ({
      ...document,
      destinations: new Map([...document.destinations].map(([name]) => [name, document.destinations.get('01-first')!])),
    }),
  ],
  [
    'the call of a note leads elsewhere',
    checkNoteCalls,
    changeItems((item) => [item.kind === 'link' && item.target === '#note-1' ? { ...item, target: '#01-first' } : item]),
  ],
  [
    'text lies over other text',
    checkTextOverlaps,
    changeText((text, others) => ({ ...text, x: lastText(others).x, y: lastText(others).y })),
  ],
  ['text runs off the page', checkEdges, changeText((text) => ({ ...text, x: 590 }))],
  ['text stands below the page', checkEdges, changeText((text) => ({ ...text, y: 850 }))],
  ['text is too pale', checkContrast, changeText((text) => ({ ...text, size: 12, color: gray(0.55) }))],
  [
    'something dark stands behind dark text',
    checkContrast,
    changeItems((item, index) =>
      index > 0
        ? [item]
        : [
            { kind: 'shape', mark: 'background', path: { steps: 'MLLLZ', coordinates: [0, 0, 600, 0, 600, 840, 0, 840] }, fill: gray(0.4) },
            item,
          ],
    ),
  ],
  [
    'a veil lies between text and page',
    checkContrast,
    changeItems((item, index) =>
      index > 0
        ? [item]
        : [
            {
              kind: 'shape',
              mark: 'background',
              path: { steps: 'MLLLZ', coordinates: [0, 0, 600, 0, 600, 840, 0, 840] },
              fill: { ...gray(0), alpha: 0.6 },
            },
            item,
          ],
    ),
  ],
  [
    'a letter has no meaning',
    checkGlyphs,
    changeText((text) => ({
      ...text,
      words: text.words.map((word) => ({ ...word, text: '\ufffd'.repeat(word.text.length) })),
    })),
  ],
  ['the booklet has no title', checkClaims, (document) => ({ ...document, metadata: { ...document.metadata, title: '' } })],
];

function withoutHeaders({ headers: _, ...tag }: StructureElement): StructureElement {
  return tag;
}

/** A defect of the file. */
const inFile: readonly (readonly [defect: string, check: Check, breakIt: (text: string) => string])[] = [
  ['the file does not claim to be tagged', checkClaims, changeBytes('/Marked true', '/Marked null')],
  ['the window shows the name of the file', checkClaims, changeBytes('/DisplayDocTitle true', '/DisplayDocTitle null')],
  ['a page has a tab order of its own', checkClaims, changeBytes('/Tabs /S', '/Tabs /R')],
  ['the conformance is not claimed', checkClaims, changeBytes('<pdfuaid:part>1', '<pdfuaid:part>2')],
  ['the file runs something when it is opened', checkAbsence, changeBytes('/PageMode /UseOutlines', '/AA<</O<</JS()>>>>')],
  ['the names of places are not sorted', checkNames, changeBytes('(01-first)', '(zz-first)')],
  ['a font states which glyphs it has', checkFonts, changeBytes('/FontFile2', '/CIDSet')],
  ['two notes have one id', checkIds, changeBytes('/ID(note-2)', '/ID(note-1)')],
  ['a note has no id', checkIds, changeBytes('/ID(note-2)', '/IX(note-2)')],
  ['content is tagged twice', checkMarks, changeBytes('/K 0', '/K 1')],
  [
    'content does not lead back to its element',
    checkMarks,
    (text) =>
      text.replace(
        /(\/Nums\[0 \[)(\d+)( 0 R )(\d+)/,
        (_, before, one, between, two) => `${before}${two.padEnd(one.length)}${between}${two}`,
      ),
  ],
  ['a link does not say what it is', checkAnnotations, changeBytes('/Contents(a link)', '/Contents(      )')],
  [
    'a link is on another page by the tree',
    checkAnnotations,
    (text) => text.replace(/\/OBJR\/Pg (\d+) 0 R/, (found, id: string) => found.replace(id, '1'.padEnd(id.length))),
  ],
];

describe('a sound booklet', () => {
  it.each(allChecks.map((check) => [check.name, check] as const))('passes %s', async (_, check) => {
    expect(check(readTags(openPdf(await paintPdf(await sample))))).toEqual([]);
  });

  it('is broken below in a way for each check', () => {
    const tried = new Set([...inDocument, ...inFile].map(([, check]) => check));
    expect(allChecks.filter((check) => !tried.has(check)).map((check) => check.name)).toEqual([]);
  });
});

describe('a booklet in which', () => {
  it.each(inDocument)('%s is caught', async (_, check, breakIt) => {
    const broken = await paintPdf(breakIt(await sample));
    expect(check(readTags(openPdf(broken)))).not.toEqual([]);
  });

  it.each(inFile)('%s is caught', async (_, check, breakIt) => {
    const text = unpackObjects(Buffer.from(await paintPdf(await sample)).toString('latin1'));
    const broken = breakIt(text);
    expect(broken).not.toBe(text);
    expect(check(readTags(openUnpacked(broken)))).not.toEqual([]);
  });
});
