/**
 * What PDFKit gets wrong by itself, each tried with a real booklet: it must come out right.
 *
 * | Fault of PDFKit | Tried under |
 * |---|---|
 * | contents of links are empty, and a link that is written late gets the wrong page | links |
 * | a CIDSet without the parts of composite letters; a letter that no font has is an empty box | fonts |
 * | titles and names break the XMP packet | the metadata |
 * | tables: wrong owners of attributes, cells that head themselves, lost text, rules among the text | tables |
 * | lists without label or body | lists |
 * | the tree of names is in the order of the machine's language | names of places |
 * | an element without content is waited for forever | elements without content |
 * | a damaged picture ends the process or throws a text; CMYK comes out inverted | pictures |
 * | limits at the root of a number tree, a stray key beside the metadata | the roots of trees |
 */
import { describe, expect, it } from 'vitest';
import { paintPdf } from '../../src/engine/index.ts';
import { compileProject, compileSound } from '../support/compile-project.ts';
import type { ProjectFiles } from '../support/memory-workspace.ts';
import { plainPng } from '../support/plain-png.ts';
import { checkFonts, checkNames, readPacket } from './check-file.ts';
import { checkAnnotations, checkLinkWords } from './check-links.ts';
import { checkGlyphs } from './check-pages.ts';
import { checkMarks, checkNesting } from './check-tags.ts';
import { entriesOfTree, openPdf } from './open-pdf.ts';
import { isArray, isDictionary, textOf, wordOf } from './pdf-value.ts';
import { isTag, linksBelow, readAloud, readTags, type Tag, type TaggedFile, tagsBelow } from './read-tags.ts';

const layout = '<h1>{{booklet.title}}</h1>{{#each booklet.sections}}<section id="{{id}}"><h2>{{title}}</h2>{{body}}</section>{{/each}}';

async function paint(files: ProjectFiles, html = layout): Promise<TaggedFile> {
  const project = {
    'booklet.yaml': 'title: A booklet\ntemplate: own\neditions: [student]\n',
    'templates/own/layout.hbs': html,
    'sections/01.md': '# One\n\nText.\n',
    ...files,
  };
  return readTags(openPdf(await paintPdf(await compileSound(project))));
}

const tagsOf = (tagged: TaggedFile, role: string): readonly Tag[] => [...tagsBelow(tagged.root)].filter((tag) => tag.role === role);

describe('the metadata', () => {
  it('is well-formed and whole when titles, names and rights hold signs of XML', async () => {
    const { file } = await paint({
      'booklet.yaml': `title: 'Maths & Science <1> "x" ]]> ماء'
subtitle: 'a < b && c'
authors: ['A & B', 'C <c@example.org>']
rights: '© A & B'
date: 2026-03-03
template: own
editions: [student]
`,
    });
    const packet = readPacket(file);
    expect(packet.get('dc:title')).toBe('Maths & Science <1> "x" ]]> ماء');
    expect(packet.get('dc:description')).toBe('a < b && c');
    expect(packet.get('dc:creator')).toBe('A & B; C <c@example.org>');
    expect(packet.get('dc:rights')).toBe('© A & B');
    expect(packet.get('dc:language')).toBe('en');
    expect(packet.get('xmp:CreateDate')).toBe('2026-03-03T00:00:00Z');
    expect([packet.get('pdfuaid:part'), packet.get('pdfaid:part'), packet.get('pdfaid:conformance')]).toEqual(['1', '2', 'A']);
    expect(textOf(file.look(file.trailer, 'Info', 'Title'))).toBe(packet.get('dc:title'));
    expect(file.trailer.has('Encrypt')).toBe(false);
  });
});

describe('links', () => {
  const files = {
    'sections/01.md': `# One\n\n[the first](https://example.org/1) on the first page.\n\n${'More text to fill the page with. '.repeat(400)}\n\n[the last](https://example.org/2) on another page, and [](#01).\n`,
  };

  it('say what they are, and are on the page that the tree names', async () => {
    const tagged = await paint(files);
    expect(tagged.contents.length).toBeGreaterThan(2);
    expect([...checkAnnotations(tagged), ...checkLinkWords(tagged)]).toEqual([]);
    const links = tagsOf(tagged, 'Link');
    expect(links.map((tag) => linksBelow(tag).map((link) => link.page))).toEqual([
      [0],
      [tagged.contents.length - 1],
      [tagged.contents.length - 1],
    ]);
    const words = links.map((tag) => textOf(tagged.file.look({ kind: 'reference', id: linksBelow(tag)[0]!.objectId }, 'Contents')));
    expect(words.slice(0, 2)).toEqual(['the first', 'the last']);
    expect(words[2]).toContain('One');
  });

  it('that run over the end of a page have a piece on each', async () => {
    const long = {
      'sections/01.md': `# One\n\n${'More text to fill the page. '.repeat(20)} [${'a link that goes on and on '.repeat(400).trim()}](https://example.org)\n`,
    };
    const tagged = await paint(long);
    const [link] = tagsOf(tagged, 'Link');
    expect(new Set(linksBelow(link!).map(({ page }) => page)).size).toBeGreaterThan(1);
    expect(checkAnnotations(tagged)).toEqual([]);
  });
});

describe('fonts', () => {
  it('state no set of glyphs, where composite letters and joined scripts are used', async () => {
    const tagged = await paint({
      'sections/01.md': '# É\n\nÅé ñ ǖ ffi [العربية المتصلة]{lang=ar} [श्रीमद्भगवद्गीता]{lang=hi} [בְּרֵאשִׁית]{lang=he} Ωλ Ж.\n',
    });
    expect([...checkFonts(tagged), ...checkGlyphs(tagged)]).toEqual([]);
  });

  it('never show an empty box in silence: a letter that no font has is an error with its place', async () => {
    const { diagnostics } = await compileProject({ 'booklet.yaml': 'title: x\n', 'sections/01.md': '# One\n\nWater is தண்ணீர்.\n' });
    const missing = diagnostics.find(({ code }) => code === 'layout/missing-glyph');
    expect(missing).toMatchObject({ severity: 'error', span: { file: { path: 'content/booklet/sections/01.md' } } });
  });

  it('are not asked for signs that only steer: tabs, joiners, soft hyphens, separators of lines', async () => {
    const tagged = await paint({ 'sections/01.md': '# One\n\na\tb c\u200bd e\u2028f g\u00adh i\u2060j k\u200el\n\n```\n\tcode\n```\n' });
    expect(checkGlyphs(tagged)).toEqual([]);
  });
});

describe('tables', () => {
  const html = `<h1>A</h1><table><thead><tr><th>a</th><th colspan="2">b</th></tr></thead>
<tbody><tr><th>c</th><td>${'A long text that must not be cut. '.repeat(30)}</td><td>e</td></tr></tbody></table>{{#each booklet.sections}}<h2>{{title}}</h2>{{body}}{{/each}}`;

  it('keep all their text', async () => {
    const tagged = await paint({}, html);
    expect(readAloud(tagged, tagsOf(tagged, 'TD')[0]!).replace(/\s+/g, ' ').trim()).toBe(
      'A long text that must not be cut. '.repeat(30).trim(),
    );
  });

  it('put attributes under the owner that they belong to', async () => {
    const { file } = await paint({}, html);
    const owners = [...file.text.matchAll(/<<\/O\/(\w+)((?:\/\w+[^/<>]*)*)>>/g)].map(
      ([, owner, entries]) => [owner, [...entries!.matchAll(/\/([A-Z]\w+)/g)].map((match) => match[1])] as const,
    );
    const keys = new Map<string, readonly string[]>([
      ['Table', ['Scope', 'ColSpan', 'RowSpan', 'Headers', 'Row', 'Column']],
      ['Layout', ['BBox', 'Placement', 'Block', 'Inline']],
    ]);
    expect(owners.length).toBeGreaterThan(0);
    for (const [owner, entries] of owners) for (const entry of entries) expect(keys.get(owner!) ?? [entry]).toContain(entry);
  });

  it('name header cells that exist and never a cell as its own header', async () => {
    const tagged = await paint({}, html);
    const ids = entriesOfTree(tagged.file, tagged.file.look(tagged.file.catalog, 'StructTreeRoot', 'IDTree'));
    for (const cell of [...tagsOf(tagged, 'TD'), ...tagsOf(tagged, 'TH')]) {
      const headers = cell.attributes.get('Headers');
      for (const header of isArray(headers) ? headers : []) {
        expect(ids.has(wordOf(header)!)).toBe(true);
        expect(wordOf(header)).not.toBe(cell.id);
      }
    }
    expect(tagsOf(tagged, 'TD').every((cell) => cell.attributes.has('Headers'))).toBe(true);
  });

  it('draw their rules outside of what is read', async () => {
    const tagged = await paint({}, html);
    const areas = tagged.contents.flatMap((content) => content.areas);
    expect(areas.every((area) => typeof area.mark === 'string')).toBe(true);
    expect(checkMarks(tagged)).toEqual([]);
  });

  it('show their head again on later pages as furniture', async () => {
    const rows = Array.from({ length: 90 }, (_, row) => `| ${row} | x |`).join('\n');
    const tagged = await paint({ 'sections/01.md': `# One\n\n| Village | Wells |\n|---|---|\n${rows}\n` });
    const heads = tagged.contents.flatMap(({ texts }) => texts.filter(({ text }) => text.startsWith('Village')).map(({ mark }) => mark));
    expect(heads.length).toBeGreaterThan(1);
    expect(heads.map((mark) => (typeof mark === 'number' ? 'read' : mark))).toEqual([
      'read',
      ...heads.slice(1).map(() => 'artifact Pagination'),
    ]);
  });
});

describe('lists', () => {
  it('have items with a label and a body, however deep', async () => {
    const tagged = await paint({ 'sections/01.md': '# One\n\n1. a\n   - b\n     1. c\n\n        More.\n2. d\n' });
    expect(checkNesting(tagged)).toEqual([]);
    const items = tagsOf(tagged, 'LI').map((item) => item.children.filter(isTag).map(({ role }) => role));
    expect(items).toEqual([...Array(4)].map(() => ['Lbl', 'LBody']));
  });
});

describe('names of places', () => {
  it('are sorted by their bytes, whatever the language of the machine would do', async () => {
    const names = ['Zebra', 'apple', 'Äpfel', 'a-b', 'ab', 'éa', 'z', 'ماء', 'A', '01'];
    const html = `<h1 id="top">A</h1>${names.map((name) => `<p id="${name}"><a href="#${name}">to ${name}</a></p>`).join('')}{{#each booklet.sections}}<h2>{{title}}</h2>{{body}}{{/each}}`;
    const tagged = await paint({}, html);
    expect(checkNames(tagged)).toEqual([]);
    const { file } = tagged;
    const found = [...entriesOfTree(file, file.look(file.catalog, 'Names', 'Dests')).keys()];
    expect(found.length).toBeGreaterThanOrEqual(names.length);
    for (const link of tagsOf(tagged, 'Link')) {
      expect(found).toContain(textOf(file.look({ kind: 'reference', id: linksBelow(link)[0]!.objectId }, 'Dest')));
    }
  });
});

describe('elements without content', () => {
  it('do not hold up the file, and nothing refers to them', async () => {
    const html = `<h1>A</h1><section id="a"><h2> </h2><p></p><aside></aside><ul><li></li><li><p></p></li></ul><blockquote></blockquote></section>
<table><caption></caption><tr><th>a</th><th>b</th></tr><tr><td></td><td><p></p></td></tr></table><p><a href="#a"></a><em></em><abbr title="x"></abbr></p>
<figure><figcaption></figcaption></figure><pre></pre>{{#each booklet.sections}}<h2>{{title}}</h2>{{body}}{{/each}}`;
    const { file } = await paint({}, html);
    const ids = new Set([...file.text.matchAll(/\b(\d+) 0 R\b/g)].map(([, id]) => Number(id)));
    expect(ids.size).toBeGreaterThan(20);
    for (const id of ids) expect(file.resolve({ kind: 'reference', id }), `object ${id}`).toBeDefined();
  });
});

describe('pictures', () => {
  const start = [0xff, 0xd8];
  /** The frame of a JPEG file with so many colors a pixel, and nothing after it. */
  const frame = (colors: number): number[] => [
    ...[0xff, 0xc0, 0, 8 + 3 * colors, 8, 0, 16, 0, 16, colors],
    ...Array.from({ length: colors }, (_, id) => [id + 1, 0x11, 0]).flat(),
  ];
  const png = plainPng(8, 8);

  it.each([
    ['a JPEG file of another kind', 'a.jpg', Uint8Array.from([...start, 0xff, 0xfe, 0, 4, 1, 1]), 'JPEG'],
    ['a JPEG file that is cut short', 'a.jpg', Uint8Array.from([...start, ...frame(3)]), 'JPEG'],
    ['a JPEG file in CMYK', 'a.jpg', Uint8Array.from([...start, ...frame(4)]), 'CMYK'],
    ['a PNG file that is cut short', 'a.png', png.slice(0, 50), 'PNG'],
    ['a PNG file with garbage in it', 'a.png', png.map((byte, at) => (at > 40 && at < 50 ? 255 - byte : byte)), 'PNG'],
  ])('that are %s are an error with its place', async (_, name, bytes, said) => {
    const files = {
      'booklet.yaml': 'title: x\n',
      'sections/01.md': `# One\n\n![A gray square](images/${name})\n`,
      [`images/${name}`]: bytes,
    };
    const { diagnostics } = await compileProject(files, { paints: true });
    const [found] = diagnostics;
    expect(found).toMatchObject({
      severity: 'error',
      code: 'picture/bad-picture',
      span: { file: { path: 'content/booklet/sections/01.md' } },
    });
    expect(`${found!.message} ${found!.hint}`).toContain(said);
  });
});

describe('the roots of trees', () => {
  it('have no limits, and the metadata no keys but those of a stream', async () => {
    const rows = Array.from({ length: 90 }, (_, row) => `## Heading ${row}\n\nText.[^${row}]\n\n[^${row}]: A note.\n`).join('\n');
    const { file } = await paint({ 'sections/01.md': `# One\n\n${rows}` });
    for (const path of [
      ['StructTreeRoot', 'ParentTree'],
      ['StructTreeRoot', 'IDTree'],
      ['Names', 'Dests'],
    ]) {
      const root = file.look(file.catalog, ...path);
      expect(isDictionary(root) && [...root.keys()].filter((key) => !['Kids', 'Nums', 'Names'].includes(key)), path.join()).toEqual([]);
    }
    const metadata = file.look(file.catalog, 'Metadata');
    expect(isDictionary(metadata) && [...metadata.keys()].filter((key) => !['Type', 'Subtype', 'Length', 'Filter'].includes(key))).toEqual(
      [],
    );
  });
});
