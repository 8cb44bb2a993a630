/**
 * Paints a laid-out booklet as a tagged PDF 1.7 that claims PDF/UA-1 and PDF/A-2a. The same document gives
 * the same bytes always: the only dates are those of the booklet, and the file identifier is made of the content.
 */
import type { PagedDocument } from '../../document/paged-document.ts';
import { createContentDigest } from './content-digest.ts';
import { createStreamKeeper } from './keep-streams.ts';
import { paintPage } from './paint-page.ts';
import type { PdfTools } from './pdf-tools.ts';
import { joinChunks, openPdf, type PdfWriter } from './pdf-writer.ts';
import { planStructure } from './plan-structure.ts';
import { writeFonts } from './write-fonts.ts';
import type { LinkRegister } from './write-links.ts';
import { writeMetadata } from './write-metadata.ts';
import { writeBookmarks, writeDestinations, writePageLabels } from './write-outline.ts';
import { writeStructure } from './write-structure.ts';

/** Returns the booklet as the bytes of a PDF file. */
export async function paintPdf(document: PagedDocument, tools: PdfTools = {}): Promise<Uint8Array> {
  const { metadata } = document;
  const options = {
    pdfVersion: '1.7',
    lang: metadata.language,
    displayTitle: true,
    tagged: true,
    autoFirstPage: false,
    font: null,
  } as const;
  const { deflate, streams } = tools;
  const keeper = deflate && streams && createStreamKeeper(deflate, streams);
  const writer = openPdf(options, tools, keeper?.deflate);
  const plan = planStructure(document.structure);
  const links: LinkRegister = { document, owners: [] };
  const pages = document.pages.map((page, index) => paintPage(writer, page, index, { plan, links }));
  writer.document.flushPages();
  writeStructure(writer, plan, { pages, linkOwners: links.owners });
  writeFonts(writer);
  writeBookmarks(writer, document.bookmarks, pages);
  writeDestinations(writer, document, pages);
  writePageLabels(
    writer,
    document.pages.map((page) => page.label),
  );
  writer.document.endPacks();
  const packet = writeMetadata(writer, metadata);
  writer.document._id = identifierOf(writer, packet);
  writer.document.end();
  keeper?.keep();
  return joinChunks(writer.document);
}

/**
 * Makes the file identifier from all that has been written by now, which is all that the author can change. Of long data the end is
 * enough: what is deflated ends in a checksum of all of it (RFC 1950), and its length was written before it.
 */
function identifierOf(writer: PdfWriter, packet: Uint8Array): Uint8Array {
  const digest = createContentDigest();
  for (const chunk of writer.document.chunks ?? []) digest.add(chunk.subarray(-longestTold));
  digest.add(packet);
  return digest.finish();
}

/** In bytes. */
const longestTold = 512;
