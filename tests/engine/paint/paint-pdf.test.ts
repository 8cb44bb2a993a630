import { describe, expect, it } from 'vitest';
import type { PageItem } from '../../../src/engine/document/paged-document.ts';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import { deflate } from '../../../src/host/deflate.ts';
import { documentOfLines, page, pagedDocument, setLine, textItem } from './build-document.ts';
import { openInPdfjs, openStreams, runOn } from './read-pdf.ts';
import { gradientDrawing, sampleDocument } from './sample-document.ts';

const latin1 = (file: Uint8Array): string => Buffer.from(file).toString('latin1');

describe('a painted file', () => {
  it('is the same, byte for byte, every time', async () => {
    expect(await paintPdf(sampleDocument())).toEqual(await paintPdf(sampleDocument()));
  });

  it('shows the same, whoever deflates it', async () => {
    const streamsOf = (file: Uint8Array): readonly string[] | undefined =>
      openStreams(file)
        ?.split('\nstream\n')
        .map((part) => part.split('\nendstream')[0]!.trimEnd());
    const own = await paintPdf(sampleDocument());
    const hosted = await paintPdf(sampleDocument(), { deflate });
    expect(hosted).not.toEqual(own);
    expect(streamsOf(hosted)?.slice(1)).toEqual(streamsOf(own)?.slice(1));
    const report = runOn(hosted, 'qpdf', ['--check']);
    if (report !== undefined) expect(report).toContain('No syntax or stream encoding errors found');
  });

  it('is named by its content: another text gives another identifier', async () => {
    const identifier = async (text: string): Promise<string> =>
      /\/ID \[<(\w+)>/.exec(latin1(await paintPdf(documentOfLines([setLine(text)]))))?.[1] ?? '';
    expect(await identifier('one')).toMatch(/^\w{32}$/);
    expect(await identifier('one')).not.toBe(await identifier('eno'));
  });

  it('has only the dates of the booklet', async () => {
    const { date: _, ...undated } = sampleDocument().metadata;
    expect(latin1(await paintPdf(sampleDocument({ metadata: undated })))).not.toMatch(/CreationDate|ModDate|CreateDate/);
    expect(latin1(await paintPdf(sampleDocument({ metadata: { ...undated, date: 'last spring' } })))).not.toMatch(
      /CreationDate|CreateDate/,
    );
    const dated = latin1(await paintPdf(sampleDocument()));
    expect(dated).toContain('(D:20260301000000Z)');
    expect(dated).toContain('<xmp:CreateDate>2026-03-01T00:00:00Z</xmp:CreateDate>');
  });

  it('claims PDF/UA-1 and PDF/A-2a in well-formed XML', async () => {
    const opened = await openInPdfjs(await paintPdf(sampleDocument()));
    const { metadata } = (await opened.getMetadata()) as unknown as { metadata: { get(name: string): unknown } };
    expect(metadata.get('dc:title')).toBe('Fractions & <Decimals>');
    expect(metadata.get('pdfuaid:part')).toBe('1');
    expect(metadata.get('pdfaid:part')).toBe('2');
    expect(metadata.get('pdfaid:conformance')).toBe('A');
  });

  it('shows its title, and turns pages from right to left when it is written so', async () => {
    const { metadata } = sampleDocument();
    const opened = await openInPdfjs(await paintPdf(sampleDocument({ metadata: { ...metadata, language: 'ar', direction: 'rtl' } })));
    expect(await opened.getViewerPreferences()).toMatchObject({ DisplayDocTitle: true, Direction: 'R2L' });
    expect((await opened.getMarkInfo())?.Marked).toBe(true);
  });

  it('is sound in the eyes of qpdf', async () => {
    const report = runOn(await paintPdf(sampleDocument()), 'qpdf', ['--check']);
    if (report !== undefined) expect(report).toContain('No syntax or stream encoding errors found');
  });

  it('embeds each font once, as a subset with a tag of its own', async () => {
    const fontNames = async (text: string): Promise<readonly string[]> =>
      [...latin1(await paintPdf(documentOfLines([setLine(text), setLine(text)]))).matchAll(/\/FontName\/([\w+-]+)/g)].map(
        (match) => match[1]!,
      );
    const [first, ...others] = await fontNames('one');
    expect(first).toMatch(/^[A-Z]{6}\+SourceSerif4/);
    expect(others).toEqual([]);
    expect(await fontNames('two')).not.toEqual([first]);
  });

  it('writes a picture that is shown twice once', async () => {
    const text = latin1(await paintPdf(sampleDocument()));
    expect(text.match(/\/Subtype \/Form/g)).toHaveLength(1);
    // A bitmap and its opacity.
    expect(text.match(/\/Subtype \/Image/g)).toHaveLength(2);
  });

  it('writes equal drawings once, even when they are different objects', async () => {
    const [first, second] = [sampleDocument().pages[1]!, sampleDocument().pages[1]!];
    const document = sampleDocument({ pages: [first, second] });
    expect(latin1(await paintPdf(document)).match(/\/Subtype \/Form/g)).toHaveLength(1);
  });

  it('gives forms and images a fresh state, whatever the page has set', async () => {
    const [veil] = sampleDocument().pages[0]!.items;
    const drawing: PageItem = { kind: 'drawing', mark: 'layout', rect: { x: 0, y: 0, width: 50, height: 25 }, drawing: gradientDrawing() };
    const document = pagedDocument({ pages: [page([veil!, drawing])], structure: { role: 'Document', children: [] } });
    const streams = openStreams(await paintPdf(document));
    if (streams === undefined) return;
    expect(streams).toMatch(/q\n\/G\d gs\n0 g\n[^Q]*\/D1 Do\nQ/);
    expect(streams).toMatch(/\/ca 1\b/);
  });

  it('refuses content that readers could never reach', async () => {
    const lost = pagedDocument({ pages: [page([textItem(7, setLine('lost'))])], structure: { role: 'Document', children: [] } });
    await expect(paintPdf(lost)).rejects.toThrow('leaf 7');
  });
});
