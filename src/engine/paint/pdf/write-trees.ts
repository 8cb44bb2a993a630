/** Writes PDF's number and name trees (ISO 32000-1, 7.9.6 and 7.9.7), in leaves that readers need not load all at once. */
import { formatAscii, formatReference } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';

/** Entries in one leaf of a tree. */
const leafSize = 64;

/** Writes a tree from 0, 1, 2 … to values, and returns the reference to it. */
export function writeNumberTree(writer: PdfWriter, values: readonly string[]): string {
  return writeTree(
    writer,
    'Nums',
    values.map((value, key) => [String(key), value] as const),
  );
}

/** Writes a tree from ASCII names to values, and returns the reference to it. Keys are sorted by their bytes, as readers expect. */
export function writeNameTree(writer: PdfWriter, entries: readonly (readonly [name: string, value: string])[]): string {
  const sorted = [...entries].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  return writeTree(
    writer,
    'Names',
    sorted.map(([name, value]) => [formatAscii(name), value] as const),
  );
}

function writeTree(writer: PdfWriter, kind: 'Nums' | 'Names', entries: readonly (readonly [key: string, value: string])[]): string {
  const leaves: string[] = [];
  for (let start = 0; start < entries.length; start += leafSize) {
    const leaf = entries.slice(start, start + leafSize);
    const limits = entries.length > leafSize ? `/Limits[${leaf[0]![0]} ${leaf[leaf.length - 1]![0]}]` : '';
    leaves.push(`<<${limits}/${kind}[${leaf.map(([key, value]) => `${key} ${value}`).join('\n')}]>>`);
  }
  const references = leaves.map((leaf) => writeNode(writer, leaf));
  if (references.length === 1) return references[0]!;
  return writeNode(writer, references.length === 0 ? `<</${kind}[]>>` : `<</Kids[${references.join(' ')}]>>`);
}

function writeNode(writer: PdfWriter, text: string): string {
  const id = writer.document.reserve();
  writer.document.pack(id, text);
  return formatReference({ id });
}
