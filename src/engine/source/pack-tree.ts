/** Trees of parsed text as JSON, and back: plain objects, lists, maps, numbers, texts and truth values, and the files that they were parsed from. */
import type { SourceFile } from './source-file.ts';

/** What stands in JSON for a map: keys and values by turns. */
interface PackedMap {
  readonly $map: readonly unknown[];
}

/** What stands in JSON for a file: its place in the list of files. */
interface PackedFile {
  readonly $file: number;
}

/** May find a stand-in where there is none, but misses none. */
const standIn = /"\$(?:map|file)":/;

/** Writes a tree as JSON. Files are written as places in `files`; fields that are undefined are left out. */
export function packTree(tree: unknown, files: readonly SourceFile[]): string {
  const pack = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value;
    if (Array.isArray(value)) return value.map(pack);
    if (value instanceof Map) return { $map: [...value].flat().map(pack) } satisfies PackedMap;
    const file = files.indexOf(value as SourceFile);
    if (file >= 0) return { $file: file } satisfies PackedFile;
    const packed: Record<string, unknown> = {};
    for (const [key, field] of Object.entries(value)) packed[key] = pack(field);
    return packed;
  };
  return JSON.stringify({ tree: pack(tree) });
}

/** Reads what `packTree` has written, with other files of the same text in the old places. Throws where the text is no JSON. */
export function unpackTree(json: string, files: readonly SourceFile[]): unknown {
  const unpack = (value: object): unknown => {
    if (Array.isArray(value)) {
      for (let index = 0; index < value.length; index++) {
        const item: unknown = value[index];
        if (typeof item === 'object' && item !== null) value[index] = unpack(item);
      }
      return value;
    }
    const fields = value as Record<string, unknown>;
    for (const key in fields) {
      const field = fields[key];
      if (key === '$map') return unpackMap(unpack((value as PackedMap).$map) as unknown[]);
      if (key === '$file') return files[(value as PackedFile).$file];
      if (typeof field === 'object' && field !== null) fields[key] = unpack(field);
    }
    return value;
  };
  const { tree } = JSON.parse(json) as { readonly tree?: unknown };
  // Stylesheets and templates are large, and hold neither maps nor files.
  return typeof tree === 'object' && tree !== null && standIn.test(json) ? unpack(tree) : tree;
}

/** Most elements of prose have no attributes, and share this. */
const emptyMap: ReadonlyMap<unknown, unknown> = new Map();

function unpackMap(items: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  if (items.length === 0) return emptyMap;
  const map = new Map<unknown, unknown>();
  for (let index = 0; index < items.length; index += 2) map.set(items[index], items[index + 1]);
  return map;
}
