/** Reads painted files back with programs that are not ours: pdf.js, and poppler and qpdf where they are installed. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Opens a file in pdf.js. */
export const openInPdfjs = (file: Uint8Array) => getDocument({ data: file.slice(), verbosity: 0 }).promise;

/** Returns the text of all pages, one line each, as pdf.js gives it. */
export async function textByPdfjs(file: Uint8Array): Promise<string> {
  const opened = await openInPdfjs(file);
  let text = '';
  for (let number = 1; number <= opened.numPages; number++) {
    const { items } = await (await opened.getPage(number)).getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '');
  }
  return text;
}

/** Runs a program on a file and returns what it prints; undefined when it is not installed. */
export function runOn(file: Uint8Array, program: string, options: readonly string[], last: readonly string[] = []): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), 'octavo-paint-'));
  try {
    const path = join(folder, 'painted.pdf');
    writeFileSync(path, file);
    return execFileSync(program, [...options, path, ...last], { encoding: 'utf8' });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Returns pdftotext's lines without the signs of direction that it adds. */
export const linesByPoppler = (file: Uint8Array): readonly string[] | undefined =>
  runOn(file, 'pdftotext', ['-enc', 'UTF-8'], ['-'])
    ?.replace(/[\u202A-\u202E\u200E\u200F\f]/g, '')
    .split('\n')
    .filter((line) => line !== '');

/** Returns the file with all streams open, as text of one byte a character. */
export const openStreams = (file: Uint8Array): string | undefined =>
  runOn(file, 'qpdf', ['--qdf', '--object-streams=disable', '--no-original-object-ids'], ['-']);
