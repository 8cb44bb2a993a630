/** Bytes of a text file to its text; what is no text is told apart by how it begins, so that a message can say what it is. */
import type { ReadFailure, ReadResult } from '../engine/source/workspace.ts';

/**
 * Decodes UTF-8 strictly, or UTF-16 where the file begins with its byte order mark, as Windows saves "Unicode" text.
 * The decoders drop the mark.
 */
export function decodeText(bytes: Uint8Array): ReadResult<string> {
  const document = documentFormat(bytes);
  if (document) return { ok: false, failure: document };
  try {
    return { ok: true, content: new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, failure: 'not-utf8' };
  }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** How files of office programs begin; those that are ZIP archives tell by a name inside which program wrote them. */
function documentFormat(bytes: Uint8Array): ReadFailure | undefined {
  const latin = new TextDecoder('latin1');
  const start = latin.decode(bytes.subarray(0, 8));
  if (start.startsWith('%PDF-')) return 'pdf';
  if (start.startsWith('{\\rtf')) return 'word-document';
  // The compound files of older Word, Excel and PowerPoint: [MS-CFB], 2.2.
  if (start === '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1') return 'office-document';
  if (!start.startsWith('PK\x03\x04')) return undefined;
  const names = latin.decode(bytes);
  if (names.includes('word/') || names.includes('opendocument.text')) return 'word-document';
  return names.includes('xl/') || names.includes('opendocument.spreadsheet') ? 'spreadsheet' : 'office-document';
}
