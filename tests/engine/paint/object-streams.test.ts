import { describe, expect, it } from 'vitest';
import type { PagedDocument } from '../../../src/engine/document/paged-document.ts';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import { openUnpacked } from '../../pdf/open-pdf.ts';
import { readTags, tagsBelow } from '../../pdf/read-tags.ts';
import { unpackObjects } from '../../pdf/unpack-objects.ts';
import { documentOfLines, setLine } from './build-document.ts';
import { openInPdfjs, runOn } from './read-pdf.ts';
import { sampleDocument } from './sample-document.ts';

const latin1 = (file: Uint8Array): string => Buffer.from(file).toString('latin1');
const unpack = (file: Uint8Array): Uint8Array => Buffer.from(unpackObjects(latin1(file)), 'latin1');

/** A paragraph for each line, so that the tags need more than two object streams. */
const manyParagraphs = (count: number): PagedDocument =>
  documentOfLines(Array.from({ length: count }, (_, line) => setLine(`Line ${line}`)));

/** How many objects each object stream says it holds. */
const packSizes = (file: Uint8Array): readonly number[] =>
  [...latin1(file).matchAll(/\/Type \/ObjStm\n\/N (\d+)/g)].map((match) => Number(match[1]));

describe('object streams', () => {
  it('hold tags, links, bookmarks and names; pages and the catalog stay readable without them', async () => {
    const packed = latin1(await paintPdf(sampleDocument()));
    const unpacked = unpackObjects(packed);
    for (const part of ['/S/P/P ', '/Subtype/Link', '/Title(', '/Nums[0 ', '/Names[(']) {
      expect(unpacked).toContain(part);
      expect(packed).not.toContain(part);
    }
    expect(packed).toMatch(/\/Type \/Catalog\b/);
    expect(packed).toMatch(/\/Type \/Page\b(?!s)/);
  });

  it('hold two hundred objects at most, and all objects of a long tag tree', async () => {
    const file = await paintPdf(manyParagraphs(450));
    const sizes = packSizes(file);
    expect(sizes.length).toBeGreaterThan(2);
    expect(sizes.slice(0, -1).every((size) => size === 200)).toBe(true);
    expect(sizes.at(-1)).toBeLessThanOrEqual(200);
    const tags = [...tagsBelow(readTags(openUnpacked(unpackObjects(latin1(file)))).root)];
    expect(tags.length).toBeGreaterThan(450);
    const { numPages } = await openInPdfjs(file);
    expect(numPages).toBe(1);
  });

  it('halve a file that is mostly tags', async () => {
    const file = await paintPdf(manyParagraphs(1000));
    expect(file.length).toBeLessThan(unpack(file).length / 2);
  });

  it('say the same as the objects would one by one, in the eyes of poppler and qpdf', async () => {
    const file = await paintPdf(manyParagraphs(230));
    const plain = unpack(file);
    expect(runOn(file, 'pdfinfo', ['-struct'])).toEqual(runOn(plain, 'pdfinfo', ['-struct']));
    for (const form of [file, plain]) {
      const report = runOn(form, 'qpdf', ['--check']);
      if (report !== undefined) expect(report).toContain('No syntax or stream encoding errors found');
    }
  });
});

describe('the cross-reference stream', () => {
  it('ends the file in the place of a table and a trailer', async () => {
    const text = latin1(await paintPdf(sampleDocument()));
    const [, start] = /\nstartxref\n(\d+)\n%%EOF\n$/.exec(text) ?? [];
    expect(text.slice(Number(start))).toMatch(/^\d+ 0 obj\n<<\n\/Type \/XRef\n/);
    expect(text).not.toMatch(/^(xref|trailer)$/m);
  });

  it('names the catalog, the information and the identifier', async () => {
    const { trailer, look } = openUnpacked(unpackObjects(latin1(await paintPdf(sampleDocument()))));
    expect(look(trailer, 'Root', 'Type')).toMatchObject({ name: 'Catalog' });
    expect(look(trailer, 'Info', 'Title')).toMatchObject({ kind: 'string' });
    expect(look(trailer, 'ID')).toHaveLength(2);
  });

  it('counts every object and itself', async () => {
    const text = latin1(await paintPdf(manyParagraphs(450)));
    const [, id, size] = /(\d+) 0 obj\n<<\n\/Type \/XRef\n\/Size (\d+)\n/.exec(text) ?? [];
    expect(Number(size)).toBe(Number(id) + 1);
  });
});
