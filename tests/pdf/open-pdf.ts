/** Opens the PDF files that we write, after their object streams are unpacked; other streams are deflated or plain. */
import { inflateSync } from 'node:zlib';
import { entryOf, isArray, isDictionary, type PdfDictionary, type PdfValue, readValues, wordOf } from './pdf-value.ts';
import { unpackObjects } from './unpack-objects.ts';

/** An open file. */
export interface PdfFile {
  /** The bytes of the unpacked file as text of one character a byte. */
  readonly text: string;
  readonly trailer: PdfDictionary;
  /** What the catalog says. */
  readonly catalog: PdfDictionary;
  readonly pages: readonly PdfPage[];
  /** Follows references until something else comes. */
  resolve(value: PdfValue | undefined): PdfValue | undefined;
  /** Follows the keys from dictionary to dictionary. */
  look(value: PdfValue | undefined, ...keys: readonly string[]): PdfValue | undefined;
  /** Returns the open content of a stream object. */
  contentOf(value: PdfValue | undefined): string;
}

/** A page. */
export interface PdfPage {
  /** Number of its object. */
  readonly id: number;
  readonly dictionary: PdfDictionary;
  readonly width: number;
  readonly height: number;
}

/** An object, and where its stream begins if it has one. */
interface StoredObject {
  readonly value: PdfValue;
  readonly streamStart: number | undefined;
}

/** Opens a file. Throws when it is not sound. */
export const openPdf = (bytes: Uint8Array): PdfFile => openUnpacked(unpackObjects(Buffer.from(bytes).toString('latin1')));

/** Opens the text of a file that is unpacked already. */
export function openUnpacked(text: string): PdfFile {
  const tableStart = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const offsets = readOffsets(text, tableStart);
  const trailer = readValues(text, text.indexOf('trailer', tableStart) + 'trailer'.length).next();
  if (!isDictionary(trailer)) throw new Error('no trailer');
  const objects = new Map<number, StoredObject>();
  const load = (id: number): StoredObject => {
    let stored = objects.get(id);
    if (!stored) objects.set(id, (stored = readObject(text, id, offsets.get(id))));
    return stored;
  };
  const resolve = (value: PdfValue | undefined): PdfValue | undefined => {
    let found = value;
    while (isReference(found)) found = load(found.id).value;
    return found;
  };
  const look: PdfFile['look'] = (value, ...keys) => keys.reduce((found, key) => resolve(entryOf(found, key)), resolve(value));
  const contentOf = (value: PdfValue | undefined): string => {
    if (!isReference(value)) throw new Error('a stream is always an object of its own');
    const { value: dictionary, streamStart } = load(value.id);
    if (streamStart === undefined) throw new Error(`object ${value.id} is no stream`);
    const raw = text.slice(streamStart, streamStart + Number(look(dictionary, 'Length')));
    const filter = wordOf(look(dictionary, 'Filter'));
    if (filter === undefined) return raw;
    if (filter !== 'FlateDecode') throw new Error(`a filter that is not read here: ${filter}`);
    return inflateSync(Buffer.from(raw, 'latin1')).toString('latin1');
  };
  const catalog = resolve(trailer.get('Root'));
  if (!isDictionary(catalog)) throw new Error('no catalog');
  const pages = pagesBelow(catalog.get('Pages'), { resolve, look });
  return { text, trailer, catalog, pages, resolve, look, contentOf };
}

const isReference = (value: PdfValue | undefined): value is { readonly kind: 'reference'; readonly id: number } =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'reference';

/** Returns the number of the object that a value refers to. */
export const idOf = (value: PdfValue | undefined): number | undefined => (isReference(value) ? value.id : undefined);

function readOffsets(text: string, tableStart: number): ReadonlyMap<number, number> {
  const head = /^xref\s+0 (\d+)\s+/.exec(text.slice(tableStart, tableStart + 40));
  if (!head) throw new Error('no cross-reference table');
  const offsets = new Map<number, number>();
  for (let id = 0; id < Number(head[1]); id += 1) {
    const line = text.slice(tableStart + head[0].length + 20 * id, tableStart + head[0].length + 20 * id + 20);
    const entry = /^(\d{10}) \d{5} ([nf])/.exec(line);
    if (!entry) throw new Error(`entry ${id} of the cross-reference table is ${line}`);
    if (entry[2] === 'n') offsets.set(id, Number(entry[1]));
  }
  return offsets;
}

function readObject(text: string, id: number, offset: number | undefined): StoredObject {
  const head = `${id} 0 obj`;
  if (offset === undefined || !text.startsWith(head, offset)) throw new Error(`object ${id} is not where it should be`);
  const values = readValues(text, offset + head.length);
  const value = values.next() ?? null;
  const stream = /^\s*stream\r?\n/.exec(text.slice(values.place, values.place + 20));
  return { value, streamStart: stream ? values.place + stream[0].length : undefined };
}

function pagesBelow(node: PdfValue | undefined, file: Pick<PdfFile, 'resolve' | 'look'>): readonly PdfPage[] {
  const dictionary = file.resolve(node);
  const kids = file.look(dictionary, 'Kids');
  if (isArray(kids)) return kids.flatMap((kid) => pagesBelow(kid, file));
  const box = file.look(dictionary, 'MediaBox');
  if (!isDictionary(dictionary) || !isArray(box)) throw new Error('a page without a size');
  return [{ id: idOf(node)!, dictionary, width: Number(box[2]), height: Number(box[3]) }];
}

/** Returns all entries of a name or number tree. */
export function entriesOfTree(file: PdfFile, root: PdfValue | undefined): ReadonlyMap<string | number, PdfValue> {
  const entries = new Map<string | number, PdfValue>();
  const visit = (node: PdfValue | undefined): void => {
    for (const kind of ['Nums', 'Names']) {
      const pairs = file.look(node, kind);
      if (!isArray(pairs)) continue;
      for (let at = 0; at < pairs.length; at += 2) {
        const key = pairs[at]!;
        entries.set(typeof key === 'number' ? key : (wordOf(key) ?? ''), pairs[at + 1]!);
      }
    }
    const kids = file.look(node, 'Kids');
    if (isArray(kids)) for (const kid of kids) visit(kid);
  };
  visit(root);
  return entries;
}
