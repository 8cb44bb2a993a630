import { describe, expect, it } from 'vitest';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import { page, pagedDocument, setLine, textItem } from './build-document.ts';
import { openInPdfjs } from './read-pdf.ts';
import { sampleDocument } from './sample-document.ts';

const labelsOf = async (labels: readonly string[]): Promise<readonly string[] | null> => {
  const document = pagedDocument({
    pages: labels.map((label) => page([textItem('layout', setLine('x'))], label)),
    structure: { role: 'Document', children: [] },
  });
  return (await openInPdfjs(await paintPdf(document))).getPageLabels();
};

describe('navigation', () => {
  it('has the bookmarks, with children closed', async () => {
    const opened = await openInPdfjs(await paintPdf(sampleDocument()));
    const outline = await opened.getOutline();
    expect(outline.map((item) => [item.title, item.count, item.items.map((child) => child.title)])).toEqual([
      ['Fractions', -1, ['Décimals']],
      ['Last', undefined, []],
    ]);
    expect(await opened.getPageMode()).toBe('UseOutlines');
    const [target, , x, y] = outline[0]!.items[0]!.dest as [{ num: number; gen: number }, unknown, number, number];
    expect([await opened.getPageIndex(target), x, y]).toEqual([1, 40, 545]);
  });

  it('has no outline when there are no bookmarks', async () => {
    const opened = await openInPdfjs(await paintPdf(sampleDocument({ bookmarks: [] })));
    expect(await opened.getOutline()).toBeNull();
  });

  it('finds named destinations by ASCII keys', async () => {
    const opened = await openInPdfjs(await paintPdf(sampleDocument()));
    expect(Object.keys(await opened.getDestinations())).toEqual(['d%C3%A9cimals', 'zebra']);
    expect(await opened.getDestination('d%C3%A9cimals')).toMatchObject({ 2: 40, 3: 545 });
  });

  it('finds each of many destinations', async () => {
    const destinations = new Map(Array.from({ length: 200 }, (_, index) => [`place-${index}`, { page: index % 2, x: index, y: 0 }]));
    const opened = await openInPdfjs(await paintPdf(sampleDocument({ destinations })));
    for (const number of [0, 99, 100, 199]) expect(await opened.getDestination(`place-${number}`)).toMatchObject({ 2: number });
  });

  it('has links where they stand, printed and described', async () => {
    const opened = await openInPdfjs(await paintPdf(sampleDocument()));
    const annotations = await (await opened.getPage(2)).getAnnotations();
    expect(annotations.map(({ rect, dest, url }) => ({ rect, dest, url }))).toEqual([
      { rect: [40, 533, 70, 545], dest: 'd%C3%A9cimals', url: undefined },
      { rect: [70, 533, 100, 545], dest: undefined, url: 'https://example.org/%C3%BC(1)' },
    ]);
    expect(annotations.map(({ contentsObj, annotationFlags }) => [contentsObj.str, annotationFlags])).toEqual([
      ['Chapter on decimals', 4],
      ['https://example.org/ü(1)', 4],
    ]);
  });

  it('labels pages as they are printed', async () => {
    const labels = ['', 'i', 'ii', 'iii', 'iv', '1', '2', '5', '6', 'A–1', 'XIV', 'XV', 'iiii', '007'];
    expect(await labelsOf(labels)).toEqual(labels);
  });
});
