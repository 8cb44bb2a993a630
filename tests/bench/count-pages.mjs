/** Counts the pages of a PDF, whoever wrote it. */
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Returns the number of pages of the file. */
export async function countPages(path) {
  const task = getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 });
  const document = await task.promise;
  const pages = document.numPages;
  await task.destroy();
  return pages;
}
