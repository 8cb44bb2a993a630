/**
 * Writes a PDF again without object streams: every object on its own, and a cross-reference table as of old.
 * Reading files and breaking them is then a matter of text. Throws when an object is not where the file says.
 */
import { inflateSync } from 'node:zlib';
import { isArray, isDictionary, type PdfDictionary, readValues, wordOf } from './pdf-value.ts';

/** A stream object: what its dictionary says, its dictionary as it is written, and what it holds. */
interface OpenStream {
  readonly dictionary: PdfDictionary;
  readonly syntax: string;
  readonly content: Buffer;
}

/** The fields of an entry of the cross-reference stream. */
type Entry = readonly [type: number, second: number, third: number];

/** Takes and returns the bytes of a file as text of one character a byte. */
export function unpackObjects(text: string): string {
  const start = Number(/startxref\n(\d+)\n%%EOF\n$/.exec(text)?.[1]);
  const references = readStream(text, start);
  if (wordOf(references.dictionary.get('Type')) !== 'XRef') throw new Error('no cross-reference stream');
  const entries = readEntries(references);
  const ends = entries.flatMap(([type, offset]) => (type === 1 ? [offset] : [])).sort((one, other) => one - other);
  const endOf = new Map(ends.map((offset, index) => [offset, ends[index + 1] ?? text.length]));
  const packs = new Map<number, readonly PackedObject[]>();
  let unpacked = text.slice(0, ends[0]);
  const offsets = entries.map(([type, second, third], id): number | undefined => {
    if (type === 0) return undefined;
    let object: string;
    if (type === 1) {
      object = text.slice(second, endOf.get(second));
      if (!object.startsWith(`${id} 0 obj\n`)) throw new Error(`object ${id} is not where it should be`);
      if (/^.*\n<<\s*\/Type \/(ObjStm|XRef)\b/.test(object)) return undefined;
    } else {
      const [streamType, offset] = entries[second] ?? [];
      if (type !== 2 || streamType !== 1) throw new Error(`object ${id} is in no object stream`);
      let pack = packs.get(second);
      if (!pack) packs.set(second, (pack = readPack(readStream(text, offset!))));
      const [number, syntax] = pack[third] ?? [];
      if (number !== id) throw new Error(`object ${id} is not in its place in object stream ${second}`);
      object = `${id} 0 obj\n${syntax}\nendobj\n`;
    }
    unpacked += object;
    return unpacked.length - object.length;
  });
  const lines = offsets.map((offset) => `${String(offset ?? 0).padStart(10, '0')} ${offset === undefined ? '65535 f' : '00000 n'} \n`);
  return `${unpacked}xref\n0 ${lines.length}\n${lines.join('')}trailer\n${references.syntax}\nstartxref\n${unpacked.length}\n%%EOF\n`;
}

function readStream(text: string, offset: number): OpenStream {
  const head = /^\d+ 0 obj\n/.exec(text.slice(offset, offset + 20));
  if (!head) throw new Error(`no object at ${offset}`);
  const start = offset + head[0].length;
  const values = readValues(text, start);
  const dictionary = values.next();
  if (!isDictionary(dictionary) || !text.startsWith('\nstream\n', values.place)) throw new Error(`no stream at ${offset}`);
  const content = values.place + '\nstream\n'.length;
  const raw = text.slice(content, content + Number(dictionary.get('Length')));
  return { dictionary, syntax: text.slice(start, values.place), content: inflateSync(Buffer.from(raw, 'latin1')) };
}

type PackedObject = readonly [id: number, syntax: string];

function readPack({ dictionary, content }: OpenStream): readonly PackedObject[] {
  if (wordOf(dictionary.get('Type')) !== 'ObjStm') throw new Error('no object stream');
  const text = content.toString('latin1');
  const first = Number(dictionary.get('First'));
  const numbers = text.slice(0, first).trim().split(' ').map(Number);
  if (numbers.length !== 2 * Number(dictionary.get('N'))) throw new Error('an object stream that miscounts');
  const objects: PackedObject[] = [];
  for (let at = 0; at < numbers.length; at += 2) {
    objects.push([numbers[at]!, text.slice(first + numbers[at + 1]!, first + (numbers[at + 3] ?? text.length)).trim()]);
  }
  return objects;
}

function readEntries({ dictionary, content }: OpenStream): readonly Entry[] {
  const widths = dictionary.get('W');
  const parameters = dictionary.get('DecodeParms');
  if (!isArray(widths) || !isDictionary(parameters) || parameters.get('Predictor') !== 12)
    throw new Error('a cross-reference stream that is not read here');
  const [one, two, three] = widths.map(Number) as [number, number, number];
  const width = one + two + three;
  const entries: Entry[] = [];
  const row = Buffer.alloc(width);
  for (let at = 0; at < content.length; at += width + 1) {
    if (content[at] !== 2) throw new Error(`row ${entries.length} of the cross-reference stream has another filter`);
    for (let column = 0; column < width; column += 1) row[column] = row[column]! + content[at + 1 + column]!;
    entries.push([row.readUIntBE(0, one), row.readUIntBE(one, two), row.readUIntBE(one + two, three)]);
  }
  if (parameters.get('Columns') !== width || dictionary.get('Size') !== entries.length)
    throw new Error('a cross-reference stream that miscounts');
  return entries;
}
