/** One document with everything that a painter meets: tags, links, pictures, notes, tables, bookmarks. */
import type { PagedDocument } from '../../../src/engine/document/paged-document.ts';
import type { Bitmap, Color, Drawing, Path } from '../../../src/engine/drawing/drawing.ts';
import { black, hyphen, page, pagedDocument, setLine, textItem } from './build-document.ts';

const red: Color = { red: 0.8, green: 0.1, blue: 0.1, alpha: 1 };
const veil: Color = { red: 0, green: 0, blue: 1, alpha: 0.4 };

export const rectangle = (x: number, y: number, width: number, height: number): Path => ({
  steps: 'MLLLZ',
  coordinates: [x, y, x + width, y, x + width, y + height, x, y + height],
});

export const gradientDrawing = (): Drawing => ({
  width: 100,
  height: 50,
  items: [
    {
      kind: 'path',
      path: rectangle(0, 0, 100, 50),
      fill: {
        kind: 'linear-gradient',
        from: [0, 0],
        to: [100, 0],
        stops: [
          { offset: 0, color: red },
          { offset: 0.5, color: black },
          { offset: 1, color: red },
        ],
      },
    },
    {
      kind: 'clip',
      path: { steps: 'MLLZ', coordinates: [0, 50, 50, 0, 100, 50] },
      items: [
        {
          kind: 'path',
          path: { steps: 'MCL', coordinates: [0, 25, 30, 0, 60, 50, 100, 25, 100, 30] },
          fill: veil,
          fillRule: 'evenodd',
          stroke: { color: black, width: 1.5, cap: 'round', join: 'bevel', miterLimit: 10, dash: [3, 2], dashOffset: 1 },
        },
      ],
    },
    { kind: 'text', transform: [0, -1, 1, 0, 10, 45], size: 8, ...setLine('up'), color: black },
  ],
});

export const grayBitmap: Bitmap = {
  format: 'png',
  widthPx: 2,
  heightPx: 2,
  bytes: Uint8Array.of(0, 85, 170, 255),
  channels: 1,
  alpha: Uint8Array.of(255, 255, 128, 0),
  key: 'gray',
};

/** Two pages; the link and the note run over from the first to the second. */
export function sampleDocument(changes: Partial<PagedDocument> = {}): PagedDocument {
  const drawing = gradientDrawing();
  return pagedDocument({
    pages: [
      page(
        [
          { kind: 'shape', mark: 'background', path: rectangle(0, 0, 420, 30), fill: { ...red, alpha: 0.2 } },
          textItem('header', setLine('Running head'), { y: 20 }),
          textItem(1, setLine('Fractions', { size: 18 }), { size: 18, y: 60, color: red }),
          textItem(2, setLine('Read more in the '), { y: 90 }),
          textItem(3, setLine('chapter on deci'), { x: 120, y: 90 }),
          {
            kind: 'link',
            mark: 3,
            rect: { x: 120, y: 80, width: 80, height: 12 },
            target: '#décimals',
            description: 'Chapter on decimals',
          },
          textItem('footer', setLine('iv'), { y: 580 }),
        ],
        'iv',
      ),
      page(
        [
          textItem(3, setLine('mals'), { y: 60 }),
          { kind: 'link', mark: 3, rect: { x: 40, y: 50, width: 30, height: 12 }, target: '#décimals', description: 'Chapter on decimals' },
          textItem(4, setLine(' or online.'), { x: 70, y: 60 }),
          { kind: 'link', mark: 4, rect: { x: 70, y: 50, width: 30, height: 12 }, target: 'https://example.org/ü(1)', description: '' },
          { kind: 'drawing', mark: 5, rect: { x: 40, y: 100, width: 200, height: 100 }, drawing },
          { kind: 'drawing', mark: 5, rect: { x: 240, y: 100, width: 50, height: 25 }, drawing },
          { kind: 'image', mark: 6, rect: { x: 40, y: 220, width: 20, height: 20 }, bitmap: grayBitmap },
          { kind: 'image', mark: 6, rect: { x: 60, y: 220, width: 20, height: 20 }, bitmap: grayBitmap },
          textItem(7, setLine('Half'), { y: 280 }),
          textItem(8, setLine('0.5'), { x: 100, y: 280 }),
          textItem(9, setLine('A note.'), { y: 500 }),
          textItem(10, { words: [...setLine('Hyphen').words, hyphen()], offsets: [0, 34] }, { y: 320 }),
          textItem(10, setLine('ated'), { y: 334 }),
          textItem(11, setLine('First item'), { y: 360 }),
          textItem(12, setLine('ABC', { letterSpacing: 2 }), { y: 380, letterSpacing: 2 }),
        ],
        '5',
      ),
    ],
    structure: {
      role: 'Document',
      children: [
        { role: 'H1', children: [1] },
        { role: 'P', children: [2, { role: 'Link', children: [3] }, { role: 'Link', children: [4] }] },
        { role: 'Figure', alt: 'Ein rötliches Band', language: 'de', children: [5] },
        { role: 'P', children: [{ role: 'Figure', alt: 'dots', placement: 'Inline', children: [6] }] },
        { role: 'P', children: [99] },
        {
          role: 'Table',
          children: [
            { role: 'TR', children: [{ role: 'TH', scope: 'Column', id: 'half', columnSpan: 2, children: [7] }] },
            {
              role: 'TR',
              children: [
                { role: 'TD', headers: ['half'], children: [8] },
                { role: 'TD', children: [] },
              ],
            },
          ],
        },
        { role: 'Aside', children: [{ role: 'Note', children: [9] }] },
        { role: 'P', children: [10] },
        { role: 'L', listNumbering: 'Disc', children: [{ role: 'LI', children: [{ role: 'LBody', children: [11] }] }] },
        { role: 'P', children: [{ role: 'Strong', children: [12] }] },
      ],
    },
    bookmarks: [
      {
        title: 'Fractions',
        destination: { page: 0, x: 40, y: 42 },
        children: [{ title: 'Décimals', destination: { page: 1, x: 40, y: 50 }, children: [] }],
      },
      { title: 'Last', destination: { page: 1, x: 40, y: 300 }, children: [] },
    ],
    destinations: new Map([
      ['zebra', { page: 0, x: 0, y: 0 }],
      ['décimals', { page: 1, x: 40, y: 50 }],
    ]),
    metadata: {
      title: 'Fractions & <Decimals>',
      language: 'en',
      direction: 'ltr',
      authors: ['A. Author', 'Ü. "Zwei"'],
      subject: 'Numbers & co.',
      keywords: ['half', 'third'],
      rights: 'CC BY',
      date: '2026-03-01',
      producer: 'Octavo test',
    },
    ...changes,
  });
}
