/** Which structure element each block becomes in the tag tree, and the grouping that PDF wants but HTML lacks. */
import type { PdfRole } from '../document/structure.ts';
import type { StyledElement } from '../style/style.ts';
import type { CellAttributes } from './head-cells.ts';
import type { GrowingStructure } from './layout-context.ts';

/** Blocks that are missing here are transparent: their children join the element around them. */
const blockRoles: Readonly<Record<string, PdfRole>> = {
  main: 'Part',
  section: 'Sect',
  article: 'Art',
  aside: 'Aside',
  h1: 'H1',
  h2: 'H2',
  h3: 'H3',
  h4: 'H4',
  h5: 'H5',
  h6: 'H6',
  p: 'P',
  address: 'P',
  pre: 'Code',
  blockquote: 'BlockQuote',
  ul: 'L',
  ol: 'L',
  dl: 'L',
  li: 'LI',
  figure: 'Figure',
  figcaption: 'Caption',
  index: 'Index',
  table: 'Table',
  caption: 'Caption',
  thead: 'THead',
  tbody: 'TBody',
  tfoot: 'TFoot',
  tr: 'TR',
  th: 'TH',
  td: 'TD',
};

const listNumberings: Readonly<Record<string, string>> = {
  decimal: 'Decimal',
  'arabic-indic': 'Decimal',
  disc: 'Disc',
  circle: 'Circle',
  square: 'Square',
  'lower-alpha': 'LowerAlpha',
  'upper-alpha': 'UpperAlpha',
  'lower-roman': 'LowerRoman',
  'upper-roman': 'UpperRoman',
};

/**
 * Makes the structure element of a block and hangs it under `parent`; returns `parent` itself for transparent blocks.
 * `cell` is what is said of a table cell.
 */
export function growStructure(element: StyledElement, parent: GrowingStructure, cell?: CellAttributes): GrowingStructure {
  const role = roleOfBlock(element, parent);
  if (role === undefined) return parent;
  const home = homeOf(element, parent);
  const structure: { -readonly [Name in keyof GrowingStructure]: GrowingStructure[Name] } = newStructure(role);
  if (cell) Object.assign(structure, cell);
  if (element.attributes.has('lang')) structure.language = element.style.language;
  if (element.origin) structure.origin = element.origin;
  if (role === 'Figure') structure.alt = figureAlt(element);
  if (role === 'L') structure.listNumbering = element.name === 'dl' ? 'None' : (listNumberings[element.style.listStyleType] ?? 'None');
  home.children.push(structure);
  return structure;
}

/** What PDF wants around an element: an index around its list, and a paragraph around code, which is part of a line in PDF 1.7. */
function homeOf(element: StyledElement, parent: GrowingStructure): GrowingStructure {
  if (element.name === 'dl' && listsPages(element)) return growRole('Index', parent);
  return element.name === 'pre' && parent.role !== 'P' ? growRole('P', parent) : parent;
}

/** Makes an element that has no counterpart in the author's markup: labels, list bodies. */
export function growRole(role: PdfRole, parent: GrowingStructure): GrowingStructure {
  const structure = newStructure(role);
  parent.children.push(structure);
  return structure;
}

/** V8 copies a literal quickly that holds no other: the list of children is made by itself. */
function newStructure(role: PdfRole): GrowingStructure {
  const children: GrowingStructure['children'] = [];
  return { role, children };
}

function roleOfBlock(element: StyledElement, parent: GrowingStructure): PdfRole | undefined {
  if (element.name === 'nav') return 'TOC';
  if (parent.role === 'TOC' || parent.role === 'TOCI') {
    // A contents list is TOC > TOCI, and a list inside an entry is a TOC of its own.
    if (element.name === 'ol' || element.name === 'ul') return parent.role === 'TOCI' ? 'TOC' : undefined;
    if (element.name === 'li') return 'TOCI';
    if (element.name === 'p') return undefined;
  }
  if (element.name === 'figure' && figureAlt(element) === '') return undefined;
  if (element.name === 'figcaption' && parent.role !== 'Figure') return 'P';
  return blockRoles[element.name] ?? (element.attributes.has('lang') ? passageRole(parent) : undefined);
}

/** A block that is transparent but for its language. Labels hold no blocks. */
const passageRole = (parent: GrowingStructure): PdfRole => (parent.role === 'Lbl' ? 'Span' : 'Div');

/** A list of terms with the pages that use them is an index. */
const listsPages = (element: StyledElement): boolean =>
  element.children.some((child) => child.kind === 'element' && (child.name === 'pages-of' || listsPages(child)));

/**
 * A figure reads as the alternate texts of its pictures; a figure without a picture (a table, a quotation) is no Figure.
 * A picture in a link, as a code is, has a Figure of its own in its line, and must not be read twice.
 */
function figureAlt(element: StyledElement): string {
  const alts: string[] = [];
  for (const child of element.children) {
    if (child.kind !== 'element' || child.name === 'a') continue;
    const isPicture = child.name === 'img' || child.name === 'chart';
    const alt = isPicture ? (child.attributes.get('alt') ?? '').trim() : figureAlt(child);
    if (alt !== '') alts.push(alt);
  }
  return alts.join(' ');
}
