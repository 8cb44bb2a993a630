/** What must be true of the file around pages and tags. Each check returns sentences about what is not. */
import { entriesOfTree, type PdfFile } from './open-pdf.ts';
import { textOf, wordOf } from './pdf-value.ts';
import type { TaggedFile } from './read-tags.ts';

/** The file claims to be tagged, shows its title, and readers go through each page in the order of its tags. */
export function checkClaims({ file }: TaggedFile): readonly string[] {
  const { catalog, look } = file;
  const found: string[] = [];
  if (look(catalog, 'MarkInfo', 'Marked') !== true) found.push('the file does not claim to be tagged');
  if (look(catalog, 'ViewerPreferences', 'DisplayDocTitle') !== true) found.push('the window does not show the title');
  if (look(catalog, 'OutputIntents') === undefined) found.push('nothing says what the colors mean');
  if (file.pages.some((page) => wordOf(look(page.dictionary, 'Tabs')) !== 'S')) found.push('a page has a tab order of its own');
  const title = textOf(look(file.trailer, 'Info', 'Title'));
  const packet = readPacket(file);
  if (!title?.trim() || packet.get('dc:title') !== title)
    found.push(`the title is "${title}" in one place and "${packet.get('dc:title')}" in the other`);
  for (const [claim, value] of [
    ['pdfuaid:part', '1'],
    ['pdfaid:part', '2'],
    ['pdfaid:conformance', 'A'],
  ] as const) {
    if (packet.get(claim) !== value) found.push(`${claim} is ${packet.get(claim)}`);
  }
  return found;
}

/** Nothing flickers, sounds, runs or hides: no scripts, forms, layers, films, encryption or attached files. */
export function checkAbsence({ file }: TaggedFile): readonly string[] {
  const parts = [
    'JavaScript',
    'JS',
    'AcroForm',
    'XFA',
    'OCProperties',
    'RichMedia',
    'Movie',
    'Sound',
    'Screen',
    'Launch',
    'EmbeddedFiles',
    'OpenAction',
    'AA',
    'Encrypt',
  ];
  const names = new Set([...file.text.matchAll(/\/([A-Za-z]+)/g)].map((match) => match[1]));
  return parts
    .filter((part) => names.has(part) && new RegExp(`/${part}(?![A-Za-z])`).test(withoutStreams(file.text)))
    .map((part) => `the file has ${part}`);
}

const withoutStreams = (text: string): string => text.replace(/\bstream\r?\n[\s\S]*?\bendstream/g, '');

/** Names by which places are found are sorted by their bytes, as readers search them. */
export function checkNames({ file }: TaggedFile): readonly string[] {
  const names = [...entriesOfTree(file, file.look(file.catalog, 'Names', 'Dests')).keys()].map(String);
  const ids = [...entriesOfTree(file, file.look(file.catalog, 'StructTreeRoot', 'IDTree')).keys()].map(String);
  return [names, ids].flatMap((keys) =>
    keys.flatMap((key, index) => (index > 0 && keys[index - 1]! >= key ? [`${key} comes after ${keys[index - 1]}`] : [])),
  );
}

/** No font states which glyphs it has in a way that PDF/A would have to believe (CIDSet). */
export function checkFonts({ file }: TaggedFile): readonly string[] {
  return /\/CIDSet\b/.test(withoutStreams(file.text)) ? ['a font has a CIDSet'] : [];
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** Reads the properties of the XMP packet by name; of a list the items between semicolons. Throws when the XML is not well-formed. */
export function readPacket(file: PdfFile): ReadonlyMap<string, string> {
  const metadata = file.catalog.get('Metadata');
  const xml = Buffer.from(file.contentOf(metadata), 'latin1').toString('utf8');
  const properties = new Map<string, string>();
  const open: string[] = [];
  for (const [, tag, text] of xml.matchAll(/<([^>]*)>([^<]*)/g)) {
    if (tag!.startsWith('?') || tag!.startsWith('!')) continue;
    if (/&(?!\w+;)/.test(text!) || text!.includes('>')) throw new Error(`a sign that XML does not allow: ${text}`);
    const name = /^\/?([^\s/]+)/.exec(tag!)![1]!;
    if (tag!.startsWith('/')) {
      if (open.pop() !== name) throw new Error(`</${name}> ends what it did not begin`);
      continue;
    }
    if (tag!.endsWith('/')) continue;
    open.push(name);
    const property = open.findLast((one) => !/^(rdf|x):/.test(one)) ?? '';
    const value = text!.trim().replace(/&(\w+);/g, (_, entity: string) => entities[entity] ?? '\ufffd');
    if (value !== '') properties.set(property, [properties.get(property), value].filter((one) => one !== undefined).join('; '));
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> has no end`);
  return properties;
}
