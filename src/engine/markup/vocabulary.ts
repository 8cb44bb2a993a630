/**
 * The table of elements that templates and text may use: a row an element, with what may stand in it,
 * its attributes and its role in the tagged PDF. Checks read it and the author's manual is generated from it.
 */

/** Roles of the tagged PDF that elements take; a part of `PdfRole`. */
export type ElementRole =
  | 'Document'
  | 'Sect'
  | 'Div'
  | 'Art'
  | 'Aside'
  | 'BlockQuote'
  | 'Caption'
  | 'NonStruct'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'H4'
  | 'H5'
  | 'H6'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'THead'
  | 'TBody'
  | 'TFoot'
  | 'Span'
  | 'Quote'
  | 'Note'
  | 'Reference'
  | 'Code'
  | 'Link'
  | 'Figure'
  | 'Index'
  | 'Formula'
  | 'Em'
  | 'Strong';

/**
 * Where an element stands: a block under other blocks, inline in text, a picture in both places,
 * or a part only directly in the elements that list it.
 */
export type ElementDisplay = 'block' | 'inline' | 'picture' | 'part';

/** What may stand in an element: `flow` is blocks or text, `text` is text with inline elements; a list names the only children. */
export type ElementContent = 'flow' | 'blocks' | 'text' | 'nothing' | readonly string[];

/** What an attribute's value must look like; a list names the only values. */
export type AttributeValue =
  | 'text'
  | 'id'
  | 'classes'
  | 'target'
  | 'term'
  | 'link'
  | 'path'
  | 'count'
  | 'integer'
  | 'level'
  | 'extent'
  | 'language'
  | 'nothing'
  | readonly string[];

/** One attribute of an element. */
export interface AttributeRule {
  readonly value: AttributeValue;
  /** An author must write it, if only as `alt=""`. */
  readonly isRequired?: boolean;
  readonly description: string;
}

/** Attributes by name. */
export type AttributeRules = Readonly<Record<string, AttributeRule>>;

/** One row of the vocabulary. */
export interface ElementRule {
  readonly display: ElementDisplay;
  readonly content: ElementContent;
  readonly attributes: AttributeRules;
  readonly role: ElementRole;
  readonly description: string;
}

/** Attributes that every element takes. `origin` is not among them: the parser turns it into the element's origin. */
export const globalAttributes: AttributeRules = {
  id: { value: 'id', description: 'A name for links and references, unique in the booklet.' },
  class: { value: 'classes', description: 'Names for the stylesheet, separated by spaces.' },
  lang: { value: 'language', description: 'The language of the content where it differs from the booklet, as in `es`.' },
  dir: { value: ['ltr', 'rtl', 'auto'], description: 'The direction of the text where it differs from its surroundings.' },
};

const block = (role: ElementRole, content: ElementContent, description: string, attributes: AttributeRules = {}): ElementRule => ({
  display: 'block',
  content,
  attributes,
  role,
  description,
});

const inline = (role: ElementRole, description: string, attributes: AttributeRules = {}): ElementRule => ({
  display: 'inline',
  content: 'text',
  attributes,
  role,
  description,
});

const mark = (description: string, attributes: AttributeRules = {}): ElementRule => ({
  display: 'inline',
  content: 'nothing',
  attributes,
  role: 'Span',
  description,
});

const part = (role: ElementRole, content: ElementContent, description: string, attributes: AttributeRules = {}): ElementRule => ({
  display: 'part',
  content,
  attributes,
  role,
  description,
});

const picture = (fileDescription: string, description: string, own: AttributeRules = {}): ElementRule => ({
  display: 'picture',
  content: 'nothing',
  attributes: {
    src: { value: 'path', isRequired: true, description: fileDescription },
    alt: { value: 'text', isRequired: true, description: 'What the picture shows, in words; `alt=""` for mere decoration.' },
    width: { value: 'extent', description: 'How wide it is drawn, as in `80mm` or `50%`.' },
    ...own,
  },
  role: 'Figure',
  description,
});

const spans: AttributeRules = {
  colspan: { value: 'count', description: 'How many columns the cell covers.' },
  rowspan: { value: 'count', description: 'How many rows the cell covers.' },
};

const rows: Readonly<Record<string, ElementRule>> = {
  body: block('Document', 'blocks', 'The whole booklet; made by Octavo, never written.'),
  header: block('Div', 'blocks', 'Opening matter, such as the cover.'),
  main: block('Div', 'blocks', 'The principal part of the booklet.'),
  section: block('Sect', 'blocks', 'A part with a heading of its own. Its `id` makes it a chapter for glossary marks and references.'),
  nav: block('Div', 'blocks', 'A list of links, such as the contents.'),
  article: block('Art', 'blocks', 'A text that stands alone.'),
  aside: block('Aside', 'flow', 'Matter beside the main text: a box, a callout, an answer.'),
  div: block('Div', 'flow', 'A group without a meaning of its own, for the stylesheet.'),
  h1: block('H1', 'text', 'The title of the booklet.'),
  h2: block('H2', 'text', 'The heading of a chapter.'),
  h3: block('H3', 'text', 'A heading inside a chapter.'),
  h4: block('H4', 'text', 'A heading one level below `h3`.'),
  h5: block('H5', 'text', 'A heading one level below `h4`.'),
  h6: block('H6', 'text', 'A heading one level below `h5`.'),
  p: block('P', 'text', 'A paragraph.'),
  ul: block('L', ['li'], 'A list whose order does not matter.'),
  ol: block('L', ['li'], 'A numbered list.', {
    start: { value: 'integer', description: 'The first number.' },
    type: { value: ['1', 'a', 'A', 'i', 'I'], description: 'How items are numbered.' },
  }),
  li: part('LI', 'flow', 'An item of a list.'),
  dl: block('L', ['dt', 'dd', 'div'], 'A list of terms and what is said of them.'),
  dt: part('Lbl', 'text', 'A term of a `dl`.', {
    entry: { value: 'text', description: 'The bare term, for running heads: `string-set: entry attr(entry)`.' },
  }),
  dd: part('LBody', 'flow', 'What is said of the term before it.'),
  table: block('Table', ['caption', 'thead', 'tbody', 'tfoot', 'tr'], 'A table.'),
  caption: part('Caption', 'text', 'The title of a table; it is numbered.'),
  thead: part('THead', ['tr'], 'Rows repeated at the top of every page that the table covers.'),
  tbody: part('TBody', ['tr'], 'The rows of a table.'),
  tfoot: part('TFoot', ['tr'], 'The last rows of a table, such as a sum.'),
  tr: part('TR', ['th', 'td'], 'A row of a table.'),
  th: part('TH', 'flow', 'A cell that names a row or column.', {
    scope: {
      value: ['row', 'col', 'rowgroup', 'colgroup'],
      description: 'What the cell names; by default its column in `thead`, else its row.',
    },
    ...spans,
  }),
  td: part('TD', 'flow', 'A cell of a table.', spans),
  figure: block('Div', 'flow', 'A picture, chart or table with its caption.'),
  figcaption: part('Caption', 'text', 'The caption of a figure; it is numbered.'),
  img: picture('The picture, SVG, PNG or JPEG, relative to the booklet.', 'A picture.'),
  chart: picture('The chart, Vega-Lite or Vega, relative to the booklet.', 'A chart, drawn in the fonts of the booklet.', {
    data: {
      value: ['none', 'beside', 'appendix', 'spoken'],
      description: 'Where its numbers are given as a table, `spoken` only to those who listen; `chartData` of the booklet if left out.',
    },
  }),
  'qr-code': mark('A QR code that opens an address, and a link to it.', {
    href: { value: 'link', isRequired: true, description: 'The web address.' },
  }),
  formula: {
    display: 'picture',
    content: 'nothing',
    attributes: {
      tex: { value: 'text', isRequired: true, description: 'The formula in LaTeX, as in `a^2 + b^2`.' },
      display: {
        value: ['inline', 'block'],
        description: '`block` sets it on a line of its own; with an `id` it is then numbered. `inline` if left out.',
      },
      alt: { value: 'text', description: 'What a reading voice says; Octavo finds words for it if left out.' },
    },
    role: 'Formula',
    description: 'A formula.',
  },
  blockquote: block('BlockQuote', 'flow', 'A quotation that stands alone.'),
  pre: block('Code', 'text', 'Text whose line ends and spaces are kept.', {
    code: { value: 'text', description: 'The language of the code in it, such as `python`: its words get classes for the stylesheet.' },
    numbers: { value: 'nothing', description: 'Numbers its lines; `pre::marker` styles the numbers.' },
    start: { value: 'count', description: 'The number of its first line.' },
  }),
  hr: block('NonStruct', 'nothing', 'A rule between two thoughts.'),
  address: block('P', 'flow', 'How to reach somebody.'),

  a: inline('Link', 'A link to a place in the booklet or on the web.', {
    href: { value: 'link', isRequired: true, description: '`#` and an id, or a web address.' },
  }),
  em: inline('Em', 'Stress.'),
  strong: inline('Strong', 'Importance.'),
  b: inline('Span', 'Bold without importance, such as a key word.'),
  i: inline('Span', 'Another voice: a foreign word, a title of a ship.'),
  s: inline('Span', 'What no longer holds.'),
  small: inline('Span', 'Small print.'),
  sub: inline('Span', 'Below the line.'),
  sup: inline('Span', 'Above the line.'),
  code: inline('Code', 'Something to type, letter by letter.'),
  span: inline('Span', 'Text without a meaning of its own, for the stylesheet.'),
  abbr: inline('Span', 'A short form.', { title: { value: 'text', description: 'What it stands for; read aloud.' } }),
  cite: inline('Span', 'The title of a work.'),
  q: inline('Quote', 'A quotation in a sentence; gets the quotation marks of its language.'),
  dfn: inline('Span', 'The place where a word is defined.'),
  mark: inline('Span', 'Text that is pointed out.'),
  time: inline('Span', 'A date or time.'),
  br: mark('A forced end of line.'),

  contents: block('Div', 'nothing', 'Becomes the table of contents.', {
    depth: { value: 'level', description: 'How many levels of headings it shows; 2 when not given.' },
  }),
  leader: mark('Fills the rest of its line with dots.'),
  'page-of': mark('The number of the page on which an element stands.', {
    to: { value: 'target', isRequired: true, description: 'The id of the element.' },
  }),
  'pages-of': mark('The pages on which a glossary term is used, as in “4, 7–9”.', {
    term: { value: 'term', isRequired: true, description: 'The id of the glossary entry.' },
    phrase: {
      value: 'nothing',
      description: 'Adds words, as in “Used on pages 4, 7–9”; the paragraph around it goes when no text uses the term.',
    },
  }),
  index: block('Index', 'nothing', 'Becomes the index of all that is marked with `index-term`; its section goes when nothing is marked.'),
  'index-term': inline('Span', 'A place that the index names; written in Markdown as `[words]{index}`.', {
    entry: { value: 'text', description: 'The entry, and terms below it after `!`, as in `water!boiling of`; its own words if left out.' },
    principal: { value: 'nothing', description: 'The most important place of its entry.' },
    range: { value: ['start', 'end'], description: 'Begins or ends a stretch of pages.' },
    see: { value: 'text', description: 'Another entry, under which readers find what they look for here.' },
    'see-also': { value: 'text', description: 'Another entry, where there is more.' },
    sort: { value: 'text', description: 'What the entry is filed as.' },
  }),
  ref: mark('Becomes a reference such as “Figure 2 on page 5”.', {
    to: { value: 'target', isRequired: true, description: 'The id of a figure, table, section or heading.' },
  }),
  footnote: {
    display: 'inline',
    content: 'flow',
    attributes: {},
    role: 'Note',
    description: 'A note at the foot of the page, numbered by Octavo.',
  },
  term: inline('Span', 'A use of a glossary term; put in by Octavo wherever a term occurs.', {
    key: { value: 'term', isRequired: true, description: 'The id of the glossary entry.' },
    first: { value: 'nothing', description: 'The first use in its section; only this one is marked on paper.' },
  }),
  'answer-lines': block('Div', 'nothing', 'Ruled lines to write on.', {
    count: { value: 'count', description: 'How many lines.' },
    fill: { value: 'nothing', description: 'As many lines as the page has room for.' },
  }),
  'page-break': block('NonStruct', 'nothing', 'Goes on with a new page.'),
  checkbox: mark('An empty box to tick; read aloud as one.', {
    checked: { value: 'nothing', description: 'The box is ticked.' },
  }),
};

/** All elements by name, in the order of the manual. */
export const vocabulary: ReadonlyMap<string, ElementRule> = new Map(Object.entries(rows));

export const headingNames: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6']);

/** Whether an element stands among blocks; unknown elements do not. */
export function isBlock(name: string): boolean {
  const display = vocabulary.get(name)?.display;
  return display === 'block' || display === 'part';
}
