import { describe, expect, it } from 'vitest';
import { paintPdf } from '../../../src/engine/paint/pdf/paint-pdf.ts';
import { unpackObjects } from '../../pdf/unpack-objects.ts';
import { page, pagedDocument, setLine, textItem } from './build-document.ts';
import { openInPdfjs, runOn } from './read-pdf.ts';
import { sampleDocument } from './sample-document.ts';

interface StructNode {
  readonly role?: string;
  readonly alt?: string;
  readonly type?: string;
  readonly id?: string;
  readonly children?: readonly StructNode[];
}

const outline = (node: StructNode): string =>
  node.role ? `${node.role}(${(node.children ?? []).map(outline).join(' ')})` : (node.type ?? '');

async function trees(document = sampleDocument()): Promise<readonly string[]> {
  const opened = await openInPdfjs(await paintPdf(document));
  return Promise.all(
    document.pages.map(async (_, index) => outline((await (await opened.getPage(index + 1)).getStructTree()) as StructNode)),
  );
}

describe('the tag tree', () => {
  it('is that of the document, with content that runs over from one page to the next', async () => {
    const [first, second] = await trees();
    expect(first).toBe('Root(Document(H1(content) P(content Link(content object))))');
    expect(second).toContain('P(Link(content object) Link(content object))');
    expect(second).toContain('Div(Note(content))');
  });

  it('keeps empty cells and drops other empty elements', async () => {
    const [, second] = await trees();
    expect(second).toContain('TR(TD(content)');
    const tagged = runOn(await paintPdf(sampleDocument()), 'pdfinfo', ['-struct']);
    if (tagged === undefined) return;
    expect(tagged.match(/^ +TD/gm)).toHaveLength(2);
    // Six paragraphs are in the structure; the one whose leaf is painted nowhere is not in the file.
    expect(tagged.match(/^ {2}P \(/gm)).toHaveLength(4);
  });

  it('carries attributes, ids and the boxes of figures', async () => {
    const tagged = runOn(await paintPdf(sampleDocument()), 'pdfinfo', ['-struct']);
    if (tagged === undefined) return;
    expect(tagged).toContain('/Scope /Column');
    expect(tagged).toContain('/ColSpan 2');
    expect(tagged).toContain('/Headers [(half)]');
    expect(tagged).toContain('/ListNumbering /Disc');
    expect(tagged).toContain('TH <half>');
    expect(tagged).toMatch(/Figure:\s+\/BBox \[40 395 290 495\]\s+\/Placement \/Block/);
    expect(tagged).toMatch(/\/BBox \[40 355 80 375\]\s+\/Placement \/Inline/);
  });

  it('gives notes an id, as PDF/UA demands', async () => {
    const tagged = runOn(await paintPdf(sampleDocument()), 'pdfinfo', ['-struct']);
    if (tagged !== undefined) expect(tagged).toContain('Note <note.1>');
  });

  it('maps roles that PDF 1.7 lacks to standard ones', async () => {
    const text = unpackObjects(Buffer.from(await paintPdf(sampleDocument())).toString('latin1'));
    expect(text).toContain('/RoleMap<</Aside/Div/Strong/Span>>');
  });

  it('joins neighboring items of one leaf and splits a leaf that is interrupted', async () => {
    const words = setLine('x');
    const document = pagedDocument({
      pages: [page([textItem(1, words), textItem(1, words), textItem('layout', words), textItem(1, words)])],
      structure: { role: 'Document', children: [{ role: 'P', children: [1] }] },
    });
    expect(await trees(document)).toEqual(['Root(Document(P(content content)))']);
  });

  it('names the page that holds the annotation, not another', async () => {
    const text = unpackObjects(Buffer.from(await paintPdf(sampleDocument())).toString('latin1'));
    const references = [...text.matchAll(/\/OBJR\/Pg (\d+) 0 R\/Obj (\d+) 0 R/g)];
    expect(references).toHaveLength(3);
    for (const [, pageId, annotationId] of references) {
      const pageObject = new RegExp(`(?:^|\\n)${pageId} 0 obj[\\s\\S]*?endobj`).exec(text)?.[0] ?? '';
      expect(/\/Annots \[([^\]]*)\]/.exec(pageObject)?.[1]?.split(/(?<=R) /)).toContain(`${annotationId} 0 R`);
    }
  });

  it('puts a link under the Link element even when its text is in a span', async () => {
    const document = pagedDocument({
      pages: [
        page([
          textItem(1, setLine('there')),
          { kind: 'link', mark: 1, rect: { x: 40, y: 50, width: 30, height: 12 }, target: 'https://example.org', description: 'there' },
        ]),
      ],
      structure: { role: 'Document', children: [{ role: 'P', children: [{ role: 'Link', children: [{ role: 'Em', children: [1] }] }] }] },
    });
    expect(await trees(document)).toEqual(['Root(Document(P(Link(Span(content) object))))']);
  });
});
