/** What must be true of the tag tree of any booklet, and a validator of syntax cannot see. Each check returns sentences about what is not. */
import { idOf } from './open-pdf.ts';
import { isArray, textOf, wordOf } from './pdf-value.ts';
import { isTag, readAloud, type Tag, type TaggedFile, tagsBelow } from './read-tags.ts';

const nameOf = (tagged: TaggedFile, tag: Tag): string => `${tag.role} "${readAloud(tagged, tag).slice(0, 40)}"`;
const childTags = (tag: Tag): readonly Tag[] => tag.children.filter(isTag);

/** The only children that these may have. */
const allowedChildren: Readonly<Record<string, readonly string[]>> = {
  L: ['LI', 'Caption'],
  LI: ['Lbl', 'LBody'],
  Table: ['Caption', 'THead', 'TBody', 'TFoot', 'TR'],
  THead: ['TR'],
  TBody: ['TR'],
  TFoot: ['TR'],
  TR: ['TH', 'TD'],
  TOC: ['TOC', 'TOCI', 'Caption'],
  TOCI: ['Lbl', 'Reference', 'NonStruct', 'P', 'TOC', 'Link'],
};

/** Lists, tables and contents are built as they should be, with each item's label before its body and captions first or last. */
export function checkNesting(tagged: TaggedFile): readonly string[] {
  const found: string[] = [];
  for (const tag of tagsBelow(tagged.root)) {
    const allowed = allowedChildren[tag.role];
    const roles = childTags(tag).map((child) => child.role);
    if (allowed) {
      for (const child of tag.children) {
        if (isTag(child) ? allowed.includes(child.role) : tag.role === 'TOCI') continue;
        found.push(`${nameOf(tagged, tag)} holds ${isTag(child) ? child.role : child.kind}`);
      }
    }
    if (tag.role === 'LI' && !/^(Lbl )*LBody$/.test(roles.join(' ')))
      found.push(`${nameOf(tagged, tag)} consists of ${roles.join(' ') || 'nothing'}`);
    if (tag.role === 'Table' && !roles.some((role) => role === 'TR' || role === 'TBody')) found.push(`${nameOf(tagged, tag)} has no rows`);
    if (roles.slice(1, -1).includes('Caption')) found.push(`${nameOf(tagged, tag)} has its caption in the middle`);
    const parent = tag.parent?.role ?? '';
    if (['LI', 'LBody'].includes(tag.role) && !['L', 'LI'].includes(parent)) found.push(`${nameOf(tagged, tag)} stands in ${parent}`);
  }
  return found;
}

/** There is one title, it comes first, and no level of headings is skipped. */
export function checkHeadingLevels(tagged: TaggedFile): readonly string[] {
  const headings = [...tagsBelow(tagged.root)].filter((tag) => /^H[1-6]$/.test(tag.role));
  const found: string[] = [];
  const titles = headings.filter((tag) => tag.role === 'H1');
  if (titles.length !== 1) found.push(`there are ${titles.length} H1`);
  let level = 0;
  for (const heading of headings) {
    if (Number(heading.role[1]) > level + 1) found.push(`${nameOf(tagged, heading)} follows H${level}`);
    if (readAloud(tagged, heading).trim() === '') found.push(`an empty ${heading.role}`);
    level = Number(heading.role[1]);
  }
  return found;
}

/** Ids are unique, notes have one, and what data cells name as their headers are header cells of their table. */
export function checkIds(tagged: TaggedFile): readonly string[] {
  const found: string[] = [];
  const tags = new Map<string, Tag>();
  for (const tag of tagsBelow(tagged.root)) {
    if (tag.id !== undefined && tags.has(tag.id)) found.push(`two elements are ${tag.id}`);
    if (tag.id !== undefined) tags.set(tag.id, tag);
    if (tag.role === 'Note' && !tag.id) found.push(`${nameOf(tagged, tag)} has no id`);
  }
  for (const tag of tagsBelow(tagged.root)) {
    const headers = tag.attributes.get('Headers');
    for (const header of isArray(headers) ? headers : []) {
      const target = tags.get(textOf(header) ?? '');
      if (target?.role !== 'TH' || tableOf(target) !== tableOf(tag))
        found.push(`${nameOf(tagged, tag)} names a header that is none: ${textOf(header)}`);
    }
  }
  return found;
}

const tableOf = (tag: Tag): Tag | undefined => (tag.role === 'Table' || !tag.parent ? tag : tableOf(tag.parent));

/** All rows of a table cover the same columns; header cells say what they head; no data cell is without a header where there are any. */
export function checkTables(tagged: TaggedFile): readonly string[] {
  const found: string[] = [];
  for (const table of tagsBelow(tagged.root)) {
    if (table.role !== 'Table') continue;
    const grid = gridOf(table);
    const widths = new Set(grid.map((row) => row.length));
    if (widths.size > 1 || grid.some((row) => row.includes(undefined))) found.push(`${nameOf(tagged, table)} has uneven rows`);
    const cells = new Set(grid.flat().filter((cell) => cell !== undefined));
    if (![...cells].some((cell) => cell.role === 'TH')) continue;
    for (const cell of cells) {
      if (cell.role === 'TH' && !cell.attributes.has('Scope')) found.push(`${nameOf(tagged, cell)} does not say what it heads`);
      if (cell.role === 'TD' && !cell.attributes.has('Headers') && lacksHeader(grid, cell))
        found.push(`${nameOf(tagged, cell)} has no header`);
    }
  }
  return found;
}

function gridOf(table: Tag): readonly (readonly (Tag | undefined)[])[] {
  const rows = childTags(table).flatMap((child) => (child.role === 'TR' ? [child] : childTags(child).filter((row) => row.role === 'TR')));
  const grid: (Tag | undefined)[][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of childTags(row)) {
      while (grid[index]![column]) column += 1;
      const across = Number(cell.attributes.get('ColSpan') ?? 1);
      for (let down = 0; down < Number(cell.attributes.get('RowSpan') ?? 1); down += 1) {
        for (let step = 0; step < across; step += 1) if (grid[index + down]) grid[index + down]![column + step] = cell;
      }
    }
  }
  return grid.map((row) => Array.from(row));
}

/** There is a header cell in its row, or a row of them above it, and yet none heads it. */
function lacksHeader(grid: readonly (readonly (Tag | undefined)[])[], cell: Tag): boolean {
  const scopeOf = (head: Tag | undefined): string => (head?.role === 'TH' ? (wordOf(head.attributes.get('Scope')) ?? '') : '');
  const rows = grid.filter((row) => row.includes(cell));
  const columns = rows.flatMap((row) => row.flatMap((one, column) => (one === cell ? [column] : [])));
  const hasHeads = rows.some((row) => row.some((one) => one?.role === 'TH')) || grid.some((row) => row.every((one) => one?.role === 'TH'));
  const isHeaded =
    rows.some((row) => row.some((one) => scopeOf(one) === 'Row')) ||
    grid.some((row) => columns.some((column) => scopeOf(row[column]) === 'Column'));
  return hasHeads && !isHeaded;
}

const fileName = /^[\w.-]+\.(png|jpe?g|gif|svg|webp|ya?ml|json)$/i;
const languageTag = /^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?(-([a-z\d]{5,8}|\d[a-z\d]{3}))*$/;

/** Every figure and formula says in words what it shows, and where it stands. */
export function checkAlternatives(tagged: TaggedFile): readonly string[] {
  const found: string[] = [];
  for (const tag of tagsBelow(tagged.root)) {
    const alt = tag.alt?.trim();
    if (alt === '' || (alt !== undefined && fileName.test(alt))) found.push(`${tag.role} has "${alt}" for its alternative text`);
    if (tag.expansion?.trim() === '') found.push(`${nameOf(tagged, tag)} expands to nothing`);
    if (tag.role !== 'Figure' && tag.role !== 'Formula') continue;
    if (alt === undefined && tag.actualText === undefined) found.push(`${tag.role} has no alternative text`);
    if (!tag.attributes.has('BBox')) found.push(`${tag.role} "${alt}" does not say where it stands`);
  }
  return found;
}

/** The file and every passage that names a language name one that exists in form. */
export function checkLanguages(tagged: TaggedFile): readonly string[] {
  const whole = textOf(tagged.file.look(tagged.file.catalog, 'Lang'));
  const passages = [...tagsBelow(tagged.root)].flatMap((tag) => (tag.language === undefined ? [] : [tag.language]));
  return [whole, ...passages].filter((language) => !languageTag.test(language ?? '')).map((language) => `"${language}" is no language`);
}

/** Everything on a page is tagged once or an artifact, and the way back from content to elements leads to its owner. */
export function checkMarks(tagged: TaggedFile): readonly string[] {
  const found: string[] = [];
  const claims = new Map<string, Tag>();
  for (const tag of tagsBelow(tagged.root)) {
    for (const child of tag.children) {
      if (isTag(child) || child.kind !== 'content') continue;
      const key = `${child.page} ${child.number}`;
      if (claims.has(key)) found.push(`${nameOf(tagged, tag)} claims what is tagged already`);
      claims.set(key, tag);
    }
  }
  for (const [page, { texts, areas, marks }] of tagged.contents.entries()) {
    if (new Set(marks).size < marks.length) found.push(`page ${page + 1} uses a number twice`);
    for (const shown of texts)
      if (shown.mark === undefined) found.push(`page ${page + 1}: "${shown.text}" is neither tagged nor an artifact`);
    if (areas.some((area) => area.mark === undefined))
      found.push(`page ${page + 1} shows something that is neither tagged nor an artifact`);
    const owners = tagged.file.resolve(tagged.owners.get(Number(tagged.file.look(tagged.file.pages[page]!.dictionary, 'StructParents'))));
    for (const number of marks) {
      const claimant = claims.get(`${page} ${number}`);
      if (!claimant) found.push(`page ${page + 1}: content ${number} is missing in the tree`);
      else if (!isArray(owners) || idOf(owners[number]) !== claimant.objectId)
        found.push(`page ${page + 1}: content ${number} does not lead back to ${claimant.role}`);
      claims.delete(`${page} ${number}`);
    }
  }
  for (const [key, tag] of claims) found.push(`${tag.role} claims content that is nowhere: ${key}`);
  return found;
}
