/** What a PDF says of itself: metadata, language, tags, outline, page labels and links, as other programs read them. */
import { describe, expect, it } from 'vitest';
import { paintSound } from '../support/compile-project.ts';
import { factsByPoppler, openByPdfjs, tagsByPoppler } from '../support/read-pdf.ts';
import { sampleBooklet, sampleLanguages } from '../support/sample-booklets.ts';

describe.each(sampleLanguages)('a PDF in %s', (language) => {
  const { files, title } = sampleBooklet(language);
  const painted = paintSound(files);

  it('names its title, author, maker and date, and is tagged', async () => {
    const facts = factsByPoppler(await painted);
    expect(facts.get('Title')).toBe(title);
    expect(facts.get('Author')).toBe('Example Network');
    expect(facts.get('Producer')).toContain('Octavo test');
    expect(facts.get('CreationDate')).toContain('2026');
    expect(facts.get('Tagged')).toBe('yes');
    expect(facts.get('JavaScript')).toBe('no');
    expect(facts.get('Encrypted')).toBe('no');
    expect(facts.get('Pages')).toBe('3');
    expect(facts.get('Page size')).toContain('A4');
  });

  it('names its language and shows its title in the window', async () => {
    const document = await openByPdfjs(await painted);
    const { info, metadata } = await document.getMetadata();
    expect((info as { Language?: string }).Language).toBe(language);
    expect(metadata?.get('pdfuaid:part')).toBe('1');
    const preferences = (await document.getViewerPreferences()) as { DisplayDocTitle?: boolean; Direction?: string } | null;
    expect(preferences?.DisplayDocTitle).toBe(true);
    const isRightToLeft = language === 'ar' || language === 'he';
    expect(preferences?.Direction ?? 'L2R').toBe(isRightToLeft ? 'R2L' : 'L2R');
  });

  it('has an outline whose entries lead to the pages of their headings', async () => {
    const document = await openByPdfjs(await painted);
    const outline = await document.getOutline();
    const flat = outline.flatMap((entry) => [entry, ...entry.items]);
    const pages = await Promise.all(
      flat.map(async ({ dest }) => {
        const target = typeof dest === 'string' ? await document.getDestination(dest) : dest;
        return document.getPageIndex(target![0]);
      }),
    );
    expect(flat.map((entry) => entry.title)).toEqual([title, expect.any(String), title]);
    expect(pages).toEqual([0, 1, 2]);
  });

  it('labels its pages as they are printed', async () => {
    const document = await openByPdfjs(await painted);
    const labels = await document.getPageLabels();
    const digits = language === 'ar' ? ['١', '٢', '٣'] : ['1', '2', '3'];
    // Without labels of its own, a reader counts from 1 as well.
    expect(labels ?? ['1', '2', '3']).toEqual(digits);
  });

  it('has links that lead to a page and to an address', async () => {
    const document = await openByPdfjs(await painted);
    const links = await (await document.getPage(3)).getAnnotations();
    expect(links.map((link) => link.subtype)).toEqual(['Link', 'Link']);
    expect(links.find((link) => link.url)?.url).toBe('https://example.org/water');
    const inside = links.find((link) => link.dest);
    const target = typeof inside.dest === 'string' ? await document.getDestination(inside.dest) : inside.dest;
    expect(await document.getPageIndex(target[0])).toBe(1);
  });

  it('tags headings, lists, tables, notes, figures and links', async () => {
    const roles = new Set([...tagsByPoppler(await painted).matchAll(/^\s*([A-Z]\w*)/gm)].map((match) => match[1]));
    for (const role of ['Document', 'H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD', 'Note', 'Figure', 'Link'])
      expect(roles).toContain(role);
  });
});

describe('a long table', () => {
  it('costs little more with its tags than its letters do', async () => {
    const cells = Array.from({ length: 4000 }, (_, index) => `| Row ${index} | ${index * 7} | words of row ${index} |\n`).join('');
    const pdf = await paintSound({
      'booklet.yaml': 'title: Case\nlanguage: en\ntemplate: own\npaper: a4\neditions: [student]\n',
      'templates/own/layout.hbs': '{{#each booklet.sections}}<h1>{{title}}</h1>{{body}}{{/each}}',
      'sections/01.md': `# Long\n\n| Name | Number | Words |\n|---|--:|---|\n${cells}`,
    });
    const pages = Number(factsByPoppler(pdf).get('Pages'));
    expect(pages).toBeGreaterThan(90);
    // Chromium took 200 KB a page for such a table, and 15 KB without tags (chromic_pdf, pull request 208).
    expect(pdf.length / pages).toBeLessThan(5_000);
  });
});

describe('a paper', () => {
  it.each([
    ['a4', '595.276 x 841.89'],
    ['letter', '612 x 792'],
    ['a5', '419.528 x 595.276'],
    ['148mm x 210mm', '419.528 x 595.276'],
  ])('%s is as large in the PDF as it says', async (paper, size) => {
    const { files } = sampleBooklet('en');
    expect(factsByPoppler(await paintSound(files, { paper })).get('Page size')).toContain(size);
  });
});
