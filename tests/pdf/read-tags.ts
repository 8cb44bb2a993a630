/** Reads the tag tree of a PDF with its content: what a screen reader has. */
import { directionOf } from '../../src/engine/content/language.ts';
import { entriesOfTree, idOf, type PdfFile } from './open-pdf.ts';
import { isArray, isDictionary, type PdfValue, textOf, wordOf } from './pdf-value.ts';
import { type ContentMark, type PageContent, readContent, type ShownText } from './read-content.ts';

/** An element of the tree. */
export interface Tag {
  /** Number of its object. */
  readonly objectId: number;
  readonly role: string;
  readonly parent: Tag | undefined;
  readonly children: readonly (Tag | TagContent | TagLink)[];
  readonly alt: string | undefined;
  readonly actualText: string | undefined;
  readonly expansion: string | undefined;
  readonly language: string | undefined;
  /** Whether its language, or the one around it, is written from right to left. */
  readonly isRightToLeft: boolean;
  readonly id: string | undefined;
  /** Attributes of all owners. */
  readonly attributes: ReadonlyMap<string, PdfValue>;
}

/** A piece of marked content. */
export interface TagContent {
  readonly kind: 'content';
  readonly page: number;
  readonly number: number;
}

/** A link annotation. */
export interface TagLink {
  readonly kind: 'link';
  /** The page that the tree names; -1 for none. */
  readonly page: number;
  readonly objectId: number;
}

/** A file read for its tags. */
export interface TaggedFile {
  readonly file: PdfFile;
  readonly root: Tag;
  /** By page. */
  readonly contents: readonly PageContent[];
  /** The way back from content to elements: what the tree holds for each key of a page or annotation. */
  readonly owners: ReadonlyMap<string | number, PdfValue>;
  /** Whether the booklet is read from right to left. */
  readonly isRightToLeft: boolean;
  /** Texts of a piece of marked content, in the order of painting. */
  textsOf(content: TagContent): readonly ShownText[];
}

/** Reads a file's pages and tags. */
export function readTags(file: PdfFile): TaggedFile {
  const contents = file.pages.map((page) => readContent(file, page));
  const pageOf = new Map(file.pages.map((page, index) => [page.id, index]));
  const kids = file.look(file.catalog, 'StructTreeRoot', 'K');
  const isRightToLeft = wordOf(file.look(file.catalog, 'ViewerPreferences', 'Direction')) === 'R2L';
  const root = readTag(file, isArray(kids) ? kids[0] : kids, { parent: undefined, isRightToLeft, pageOf });
  const texts = contents.map(textsByMark);
  const owners = entriesOfTree(file, file.look(file.catalog, 'StructTreeRoot', 'ParentTree'));
  return { file, root, contents, owners, isRightToLeft, textsOf: ({ page, number }) => texts[page]?.get(number) ?? [] };
}

function textsByMark(content: PageContent): ReadonlyMap<ContentMark, readonly ShownText[]> {
  const texts = new Map<ContentMark, ShownText[]>();
  for (const shown of content.texts) {
    const known = texts.get(shown.mark);
    if (known) known.push(shown);
    else texts.set(shown.mark, [shown]);
  }
  return texts;
}

interface Surroundings {
  readonly parent: Tag | undefined;
  readonly isRightToLeft: boolean;
  readonly pageOf: ReadonlyMap<number, number>;
}

function readTag(file: PdfFile, reference: PdfValue | undefined, { parent, isRightToLeft, pageOf }: Surroundings): Tag {
  const dictionary = file.resolve(reference);
  if (!isDictionary(dictionary)) throw new Error('a tag that is no dictionary');
  const children: Tag['children'][number][] = [];
  const language = textOf(dictionary.get('Lang'));
  const tag: Tag = {
    objectId: idOf(reference)!,
    role: wordOf(dictionary.get('S')) ?? '',
    parent,
    children,
    alt: textOf(dictionary.get('Alt')),
    actualText: textOf(dictionary.get('ActualText')),
    expansion: textOf(dictionary.get('E')),
    language,
    isRightToLeft: language === undefined ? isRightToLeft : directionOf(language) === 'rtl',
    id: textOf(dictionary.get('ID')),
    attributes: attributesOf(file, dictionary.get('A')),
  };
  const kids = dictionary.get('K');
  const kidList = file.resolve(kids);
  const pageNumber = (value: PdfValue | undefined): number => pageOf.get(idOf(value) ?? -1) ?? -1;
  for (const kid of isArray(kidList) ? kidList : kids === undefined ? [] : [kids]) {
    const value = file.resolve(kid);
    if (typeof value === 'number') {
      children.push({ kind: 'content', page: pageNumber(dictionary.get('Pg')), number: value });
      continue;
    }
    if (!isDictionary(value)) throw new Error('a child that is no dictionary');
    const page = pageNumber(value.get('Pg') ?? dictionary.get('Pg'));
    const type = wordOf(value.get('Type'));
    if (type === 'MCR') children.push({ kind: 'content', page, number: Number(value.get('MCID')) });
    else if (type === 'OBJR') children.push({ kind: 'link', page, objectId: idOf(value.get('Obj'))! });
    else children.push(readTag(file, kid, { parent: tag, isRightToLeft: tag.isRightToLeft, pageOf }));
  }
  return tag;
}

function attributesOf(file: PdfFile, value: PdfValue | undefined): ReadonlyMap<string, PdfValue> {
  const found = file.resolve(value);
  const all = isArray(found) ? found.map((one) => file.resolve(one)) : [found];
  return new Map(all.flatMap((one) => (isDictionary(one) ? [...one] : [])));
}

/** Tells elements from content and links. */
export const isTag = (child: Tag | TagContent | TagLink): child is Tag => !('kind' in child);

/** Returns an element and all below it, in reading order. */
export function* tagsBelow(tag: Tag): Generator<Tag> {
  yield tag;
  for (const child of tag.children) if (isTag(child)) yield* tagsBelow(child);
}

/** Returns the pieces of marked content inside an element, in reading order. */
export function* contentsBelow(tag: Tag): Generator<TagContent> {
  for (const child of tag.children) {
    if (isTag(child)) yield* contentsBelow(child);
    else if (child.kind === 'content') yield child;
  }
}

/** Returns the link annotations inside an element. */
export const linksBelow = (tag: Tag): readonly TagLink[] =>
  [...tagsBelow(tag)].flatMap((one) => one.children.filter((child): child is TagLink => !isTag(child) && child.kind === 'link'));

/** Returns what an element says: its words as they are tagged, or what is read instead of them. */
export function readAloud(tagged: TaggedFile, tag: Tag): string {
  if (tag.actualText !== undefined) return tag.actualText;
  return tag.children
    .map((child) => {
      if (isTag(child)) return readAloud(tagged, child);
      return child.kind === 'link' ? '' : shownWords(tagged.textsOf(child), tag.isRightToLeft);
    })
    .join('');
}

const rightToLeftRun =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff](?:[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\p{M} ]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff])?/gu;
const leftToRightRun =
  /[\p{Script=Latin}\p{Script=Devanagari}\p{Nd}](?:[^ \u0590-\u065f\u066d-\u06ef\u06fa-\u08ff]*[\p{Script=Latin}\p{Script=Devanagari}\p{Nd}])?/gu;

/**
 * Returns the words of texts, which are painted from left to right whatever their direction. `isRightToLeft` tells which
 * direction surrounds them. Good for words; the order of words is not restored where directions mix.
 */
export function shownWords(texts: readonly ShownText[], isRightToLeft: boolean): string {
  let words = '';
  let stretch = '';
  let last: ShownText | undefined;
  const end = (): void => {
    words += isRightToLeft ? turn(stretch).replace(leftToRightRun, turn) : stretch.replace(rightToLeftRun, turn);
    stretch = '';
  };
  for (const text of texts) {
    const goesOn = last && text.baseline === last.baseline && text.left >= last.right - 0.5;
    if (!goesOn) end();
    stretch += text.text;
    last = text;
  }
  end();
  return words;
}

const turn = (text: string): string => [...text].reverse().join('');
