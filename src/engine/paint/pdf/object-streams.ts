/**
 * Packs objects without content of their own into object streams, and ends the file with a cross-reference
 * stream (ISO 32000-1, 7.5.7 and 7.5.8).
 *
 * The tag tree is thousands of small dictionaries that hardly differ: they shrink best when deflated together,
 * and the places of all objects when each is written as the difference to the one before.
 */
import type { PDFDocument, PdfReference } from 'pdfkit';
import { ByteWriter } from './byte-writer.ts';
import { rawSyntax } from './pdf-syntax.ts';

/** Objects that are written into object streams, in order. */
export interface PackedObjects {
  readonly ids: readonly number[];
  /** Their dictionaries, in ASCII. */
  readonly texts: readonly string[];
}

/** Where packed objects are, by their numbers. */
export interface PackedPlaces {
  /** The number of the object stream; 0 for an object that is not packed. */
  readonly streams: Uint32Array;
  /** The place in it. */
  readonly indexes: Uint16Array;
}

/** Objects in one stream: many, for they are deflated together, but a reader opens all of them to find one. */
const packSize = 200;

/** In bytes, of most packs. */
const packRoom = 32_768;

/** A document whose streams are deflated in a way of its own. */
interface StreamDocument extends PDFDocument {
  writeStream(object: PdfReference, content: Uint8Array): void;
  endStream(object: PdfReference, content: Uint8Array): void;
}

/** Writes object streams, and returns the places of the objects. */
export function writeObjectStreams(document: StreamDocument, { ids, texts }: PackedObjects): PackedPlaces {
  const count = document._offsets.length + 1;
  const places: PackedPlaces = { streams: new Uint32Array(count), indexes: new Uint16Array(count) };
  const pack = new ByteWriter(packRoom);
  for (let start = 0; start < ids.length; start += packSize) {
    const end = Math.min(start + packSize, ids.length);
    const stream = document.ref();
    let head = '';
    let body = '';
    for (let at = start; at < end; at++) {
      const id = ids[at]!;
      head += `${id} ${body.length} `;
      body += `${texts[at]}\n`;
      places.streams[id] = stream.id;
      places.indexes[id] = at - start;
    }
    stream.data = { Type: 'ObjStm', N: end - start, First: head.length };
    pack.write(head);
    pack.write(body);
    document.writeStream(stream, pack.cut(0));
    stream.end();
  }
  return places;
}

/** Bytes of an entry's three fields: its type; an offset or the number of an object stream; a generation or a place in the stream. */
const fieldWidths = [1, 4, 2] as const;
const entryWidth = 7;

/** The types of entries. */
const free = 0;
const plain = 1;
const packed = 2;

/** Writes the end of the file: where each object is, and what the trailer says otherwise. */
export function writeCrossReferences(document: StreamDocument, { streams, indexes }: PackedPlaces): void {
  const start = document._offset;
  const stream = document.ref();
  const size = stream.id + 1;
  const entries = new DataView(new ArrayBuffer(size * entryWidth));
  const setEntry = (id: number, type: number, second: number, third: number): void => {
    entries.setUint8(id * entryWidth, type);
    entries.setUint32(id * entryWidth + 1, second);
    entries.setUint16(id * entryWidth + 5, third);
  };
  // Object 0 heads the list of free objects, of which there are no others.
  setEntry(0, free, 0, 65_535);
  for (let id = 1; id < stream.id; id++) {
    const pack = id < streams.length ? streams[id]! : 0;
    if (pack > 0) setEntry(id, packed, pack, indexes[id]!);
    else setEntry(id, plain, document._offsets[id - 1]!, 0);
  }
  setEntry(stream.id, plain, start, 0);
  stream.data = {
    Type: 'XRef',
    Size: size,
    Index: [0, size],
    W: fieldWidths,
    Root: document._root,
    Info: document._info,
    ID: [document._id, document._id],
    DecodeParms: rawSyntax(`<</Predictor 12/Columns ${entryWidth}>>`),
  };
  document.endStream(stream, differencesOf(new Uint8Array(entries.buffer)));
  document._write(`startxref\n${start}\n%%EOF`);
}

/** PNG's filter `Up`: each row as the differences to the row above it, after a byte that names the filter. */
function differencesOf(rows: Uint8Array): Uint8Array {
  const count = rows.length / entryWidth;
  const differences = new Uint8Array(count * (entryWidth + 1));
  for (let row = 0; row < count; row++) {
    const from = row * entryWidth;
    const to = row * (entryWidth + 1);
    differences[to] = 2;
    for (let at = 0; at < entryWidth; at++) {
      differences[to + 1 + at] = rows[from + at]! - (row === 0 ? 0 : rows[from - entryWidth + at]!);
    }
  }
  return differences;
}
