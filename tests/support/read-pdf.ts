/** Reads PDFs back with programs and a library that are not ours: poppler, qpdf and pdf.js. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument, type PDFDocumentProxy, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

const packages: Readonly<Record<string, string>> = {
  pdftotext: 'poppler-utils',
  pdfinfo: 'poppler-utils',
  pdffonts: 'poppler-utils',
  pdftoppm: 'poppler-utils',
  qpdf: 'qpdf',
};

/** Runs a program on a PDF, whose path takes the place of `{}` among the arguments, and returns what it prints. */
export function runOn(pdf: Uint8Array, program: string, ...args: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-'));
  try {
    const path = join(folder, 'booklet.pdf');
    writeFileSync(path, pdf);
    const result = spawnSync(
      program,
      args.map((argument) => (argument === '{}' ? path : argument)),
      { encoding: 'utf8', maxBuffer: 100_000_000 },
    );
    if (result.error) throw new Error(`these tests need ${program}: install it with \`apt-get install ${packages[program]}\``);
    if (result.status !== 0) throw new Error(`${program} complains: ${result.stdout}${result.stderr}`);
    return result.stdout;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Returns the text of all pages as poppler reads it. */
export const textByPoppler = (pdf: Uint8Array): string => runOn(pdf, 'pdftotext', '-enc', 'UTF-8', '{}', '-');

/** Returns the tag tree with its texts as poppler reads it. */
export const tagsByPoppler = (pdf: Uint8Array): string => runOn(pdf, 'pdfinfo', '-struct-text', '-enc', 'UTF-8', '{}');

/** Returns what poppler says of the document as a whole. */
export function factsByPoppler(pdf: Uint8Array): ReadonlyMap<string, string> {
  const lines = runOn(pdf, 'pdfinfo', '-enc', 'UTF-8', '{}').split('\n');
  return new Map(lines.flatMap((line) => [...line.matchAll(/^([^:]+):\s*(.*)$/g)].map((match) => [match[1]!, match[2]!] as const)));
}

/** Returns qpdf's complaints; nothing but its closing sentence when all is well. */
export const checkByQpdf = (pdf: Uint8Array): string => runOn(pdf, 'qpdf', '--check', '{}');

/** Opens the document with pdf.js. */
export async function openByPdfjs(pdf: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({ data: pdf.slice(), verbosity: VerbosityLevel.ERRORS, isEvalSupported: false, useSystemFonts: false }).promise;
}

/** Returns the text of all pages as pdf.js reads it, pieces joined by spaces. */
export async function textByPdfjs(pdf: Uint8Array): Promise<string> {
  const document = await openByPdfjs(pdf);
  const texts: string[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const { items } = await (await document.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) texts.push(item.str, item.hasEOL ? '\n' : '');
  }
  return texts.join('');
}
