import { describe, expect, it } from 'vitest';
import { decodeText } from '../../src/host/decode-text.ts';

const bytes = (latin: string): Uint8Array => new Uint8Array(Buffer.from(latin, 'latin1'));

describe('bytes of a text file', () => {
  it('are UTF-8, with or without a byte order mark', () => {
    expect(decodeText(bytes('gr\xc3\xbc\xc3\x9f'))).toEqual({ ok: true, content: 'grüß' });
    expect(decodeText(bytes('\xef\xbb\xbfa'))).toEqual({ ok: true, content: 'a' });
    expect(decodeText(bytes(''))).toEqual({ ok: true, content: '' });
  });

  it('are UTF-16 where its byte order mark says so', () => {
    expect(decodeText(bytes('\xff\xfea\0\xfc\0'))).toEqual({ ok: true, content: 'aü' });
    expect(decodeText(bytes('\xfe\xff\0a\0\xfc'))).toEqual({ ok: true, content: 'aü' });
    expect(decodeText(bytes('\xff\xfe\x00\xd8'))).toEqual({ ok: false, failure: 'not-utf8' });
  });

  it.each([
    ['not-utf8', 'gr\xfc\xdf'],
    ['pdf', '%PDF-1.7\n'],
    ['word-document', '{\\rtf1 Text}'],
    ['word-document', 'PK\x03\x04…word/document.xml'],
    ['word-document', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.text'],
    ['spreadsheet', 'PK\x03\x04…xl/workbook.xml'],
    ['spreadsheet', 'PK\x03\x04mimetypeapplication/vnd.oasis.opendocument.spreadsheet'],
    ['office-document', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1'],
    ['office-document', 'PK\x03\x04'],
  ] as const)('are none: %s', (failure, latin) => {
    expect(decodeText(bytes(latin))).toEqual({ ok: false, failure });
  });
});
