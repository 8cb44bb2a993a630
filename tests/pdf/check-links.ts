/** What must be true of links: annotation, tag, words and target belong together. Each check returns sentences about what is not. */
import { entriesOfTree, idOf, type PdfFile } from './open-pdf.ts';
import { isArray, type PdfValue, textOf, wordOf } from './pdf-value.ts';
import { contentsBelow, isTag, linksBelow, readAloud, type Tag, type TaggedFile, tagsBelow } from './read-tags.ts';

interface PlacedAnnotation {
  readonly objectId: number;
  readonly page: number;
  readonly dictionary: PdfValue | undefined;
}

function annotationsOf({ pages, look, resolve }: PdfFile): readonly PlacedAnnotation[] {
  return pages.flatMap(({ dictionary }, page) => {
    const annotations = look(dictionary, 'Annots');
    return isArray(annotations) ? annotations.map((one) => ({ objectId: idOf(one)!, page, dictionary: resolve(one) })) : [];
  });
}

/** Each annotation stands in the tree once, under a Link, on the page that the tree says, and says what it is. */
export function checkAnnotations(tagged: TaggedFile): readonly string[] {
  const { file } = tagged;
  const found: string[] = [];
  const tagsOf = new Map<number, { tag: Tag; page: number }>();
  for (const tag of tagsBelow(tagged.root)) {
    for (const child of tag.children) {
      if (isTag(child) || child.kind !== 'link') continue;
      if (tagsOf.has(child.objectId)) found.push(`annotation ${child.objectId} stands in the tree twice`);
      tagsOf.set(child.objectId, { tag, page: child.page });
    }
  }
  for (const { objectId, page, dictionary } of annotationsOf(file)) {
    const words = textOf(file.look(dictionary, 'Contents'))?.trim();
    const known = tagsOf.get(objectId);
    if (wordOf(file.look(dictionary, 'Subtype')) !== 'Link') found.push(`page ${page + 1} has an annotation that is no link`);
    if (!words) found.push(`page ${page + 1}: a link does not say what it is`);
    if (!known) found.push(`page ${page + 1}: the link "${words}" is not in the tree`);
    else if (known.tag.role !== 'Link') found.push(`page ${page + 1}: the link "${words}" stands under ${known.tag.role}`);
    else if (known.page !== page) found.push(`the link "${words}" is on page ${page + 1}, and on page ${known.page + 1} by the tree`);
    const owner = idOf(tagged.owners.get(Number(file.look(dictionary, 'StructParent'))));
    if (known && owner !== known.tag.objectId) found.push(`page ${page + 1}: the link "${words}" does not lead back to its tag`);
    tagsOf.delete(objectId);
  }
  for (const { tag } of tagsOf.values()) found.push(`a ${tag.role} holds an annotation that is on no page`);
  return found;
}

const isAddress = /^(https?:|www\.)\S+$/;

/** Every Link can be followed, lies over its words, and says more than its address; a source may print its own. */
export function checkLinkWords(tagged: TaggedFile): readonly string[] {
  const found: string[] = [];
  const annotations = new Map(annotationsOf(tagged.file).map((one) => [one.objectId, one]));
  for (const tag of tagsBelow(tagged.root)) {
    if (tag.role !== 'Link') continue;
    const words = readAloud(tagged, tag).trim();
    const links = linksBelow(tag);
    if (links.length === 0) found.push(`the Link "${words}" leads nowhere`);
    if (isAddress.test(words) && !/\p{L}/u.test(readAloud(tagged, tag.parent!).replace(words, '')))
      found.push(`"${words}" is all that a link says`);
    const texts = [...contentsBelow(tag)].flatMap((content) => tagged.textsOf(content).map((text) => ({ ...text, page: content.page })));
    for (const text of texts) {
      const isCovered = links.some(({ objectId }) => {
        const annotation = annotations.get(objectId);
        const [left, , right] = (tagged.file.look(annotation?.dictionary, 'Rect') as readonly number[] | undefined) ?? [0, 0, 0, 0];
        return annotation?.page === text.page && left! <= text.left + 1 && right! >= text.right - 1;
      });
      if (!isCovered && text.right > text.left) found.push(`"${text.text}" is in a Link, and no link lies over it`);
    }
  }
  return found;
}

/** Each line of the contents leads to the heading that it names. */
export function checkContents(tagged: TaggedFile): readonly string[] {
  const { file } = tagged;
  const found: string[] = [];
  const destinations = entriesOfTree(file, file.look(file.catalog, 'Names', 'Dests'));
  const headings = [...tagsBelow(tagged.root)]
    .filter((tag) => /^H[1-6]$/.test(tag.role))
    .map((tag) => ({ words: plainly(readAloud(tagged, tag)), ...placeOf(tagged, tag) }));
  const pageOf = new Map(file.pages.map(({ id }, page) => [id, page]));
  for (const entry of tagsBelow(tagged.root)) {
    if (entry.role !== 'TOCI') continue;
    const link = entry.children.filter(isTag).find((child) => child.role === 'Link' || child.role === 'Reference');
    const annotation = link && linksBelow(link)[0];
    const words = link ? plainly(readAloud(tagged, link)) : '';
    if (!annotation) {
      found.push(`an entry of the contents leads nowhere: ${words}`);
      continue;
    }
    const name = textOf(file.look({ kind: 'reference', id: annotation.objectId }, 'Dest')) ?? '';
    const target = file.resolve(destinations.get(name));
    const page = isArray(target) ? pageOf.get(idOf(target[0]) ?? -1) : undefined;
    const top = isArray(target) && page !== undefined ? file.pages[page]!.height - Number(target[3]) : -1;
    const heading = headings.find((one) => one.page === page && Math.abs(one.baseline - top) < 60 && words.startsWith(one.words));
    if (!heading) found.push(`"${words}" of the contents leads to page ${(page ?? -1) + 1}, where no such heading stands`);
  }
  return found;
}

const plainly = (text: string): string => text.replace(/[\s\u00ad]+/g, '');

function placeOf(tagged: TaggedFile, tag: Tag): { readonly page: number; readonly baseline: number } {
  for (const content of contentsBelow(tag)) {
    const [first] = tagged.textsOf(content);
    if (first) return { page: content.page, baseline: first.baseline };
  }
  return { page: -1, baseline: 0 };
}

const isIndexed = ({ role, parent }: Tag): boolean => role === 'Index' || (parent !== undefined && isIndexed(parent));

/** Every call of a note leads to a note; references in an index lead to the places that it names. */
export function checkNoteCalls(tagged: TaggedFile): readonly string[] {
  const { file } = tagged;
  const tags = [...tagsBelow(tagged.root)];
  const notes = new Set(tags.filter((tag) => tag.role === 'Note').map((tag) => tag.id));
  const calls = tags
    .filter((tag) => tag.role === 'Reference' && !isIndexed(tag))
    .map((tag) => textOf(file.look({ kind: 'reference', id: linksBelow(tag)[0]?.objectId ?? 0 }, 'Dest')));
  return [
    ...calls.filter((call) => !notes.has(call)).map((call) => `a call leads to ${call}, which is no note`),
    ...[...notes].filter((note) => !calls.includes(note)).map((note) => `nothing calls the note ${note}`),
  ];
}
