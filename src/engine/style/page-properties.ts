/** Rows of the property table about pages, and about what is generated: breaks, running text, counters, bookmarks. */
import { mm } from '../geometry/length.ts';
import type { Size } from '../geometry/rect.ts';
import type { ComputedValues, Property } from './computed-values.ts';
import { readContent, readCounterSteps, readStringSet } from './content-value.ts';
import { type CssValue, keywordOf } from './css-value.ts';
import { fixed, type Reader, readFirst, readInteger, readKeyword, readName, readNamed } from './read-value.ts';
import { readLength, toPoints } from './relative-length.ts';
import type { BreakBetween, Style } from './style.ts';

const breaks: Readonly<Record<string, BreakBetween>> = {
  auto: 'auto',
  avoid: 'avoid',
  column: 'column',
  page: 'page',
  left: 'left',
  right: 'right',
  recto: 'recto',
  verso: 'verso',
  always: 'page',
  'avoid-page': 'avoid',
  'avoid-column': 'avoid',
};
const breakSyntax = 'auto | avoid | column | page | left | right | recto | verso';

/** Paper that `size` can name: width and height in millimetres, upright. */
const namedPapers: Readonly<Record<string, readonly [number, number]>> = {
  a3: [297, 420],
  a4: [210, 297],
  a5: [148, 210],
  a6: [105, 148],
  b5: [176, 250],
  letter: [215.9, 279.4],
  legal: [215.9, 355.6],
};

const readSize: Reader<Size | 'auto'> = (value) => {
  if (keywordOf(value) === 'auto') return fixed('auto' as const);
  const words = value.map((word) => (word.kind === 'keyword' ? word.name.toLowerCase() : ''));
  const turn = words.find((word) => word === 'landscape' || word === 'portrait');
  const paper = words.find((word) => Object.hasOwn(namedPapers, word));
  if (paper) return value.length === (turn ? 2 : 1) ? fixed(turned(namedPapers[paper]!.map(mm), turn === 'landscape')) : undefined;
  return turn ? undefined : readSides(value);
};

function readSides(value: CssValue): ReturnType<typeof readSize> {
  const [width, height = width, ...more] = value.map((side) => readLength(side));
  if (!width || !height || more.length > 0 || width.share !== 0 || height.share !== 0) return undefined;
  return (context) => ({ width: toPoints(width, context), height: toPoints(height, context) });
}

const turned = ([width = 0, height = 0]: readonly number[], isLandscape: boolean): Size =>
  isLandscape ? { width: height, height: width } : { width, height };

function row<Key extends keyof ComputedValues>(
  name: string,
  key: Key,
  rest: Omit<Property<Key>, 'name' | 'key' | 'isInherited'>,
): Property {
  return { name, key, isInherited: false, ...rest } as unknown as Property;
}

/** Properties of pages and of generated content. */
export const pageProperties: readonly Property[] = [
  row('break-before', 'breakBefore', {
    initial: 'auto',
    syntax: breakSyntax,
    description: 'whether a new page begins before the box, or a new column inside of text columns',
    read: readNamed(breaks),
  }),
  row('break-after', 'breakAfter', {
    initial: 'auto',
    syntax: breakSyntax,
    description: 'whether a new page begins after the box; avoid keeps it with the next',
    read: readNamed(breaks),
  }),
  row('continuation', 'continuation', {
    initial: 'none',
    syntax: 'none | page',
    description: 'whether a box or table that is split says “continued on page 5” and “continued from page 4”; not CSS',
    read: readKeyword('none', 'page'),
  }),
  row('break-inside', 'breakInside', {
    initial: 'auto',
    syntax: 'auto | avoid',
    description: 'whether the box may be split between pages',
    read: readNamed<'auto' | 'avoid'>({ auto: 'auto', avoid: 'avoid', 'avoid-page': 'avoid' }),
  }),
  row('float', 'float', {
    initial: 'none',
    syntax: 'none | top | bottom | block-start | block-end | snap-block | sidenote',
    description:
      'moves the box to the head or foot of its page or a later one, inside its section; snap-block to the nearer; sidenote into the outer margin, beside what follows it',
    read: readNamed<Style['float']>({
      none: 'none',
      top: 'top',
      'block-start': 'top',
      bottom: 'bottom',
      'block-end': 'bottom',
      'snap-block': 'nearest',
      sidenote: 'sidenote',
    }),
  }),
  row('box-decoration-break', 'boxDecorationBreak', {
    initial: 'slice',
    syntax: 'slice | clone',
    description: 'whether borders and padding are repeated where a box is split',
    read: readKeyword('slice', 'clone'),
  }),
  {
    ...row('page', 'page', {
      initial: 'auto',
      syntax: '<name> | auto',
      description: 'name of the @page that the box wants',
      read: readFirst<string>(readNamed({ auto: '' }), readName),
    }),
    isInherited: true,
  },
  row('footnote-display', 'footnoteDisplay', {
    initial: 'block',
    syntax: 'block | inline',
    description: 'whether notes stand below or beside each other',
    read: readKeyword('block', 'inline'),
  }),
  row('string-set', 'stringSet', {
    initial: 'none',
    syntax: '<name> [<string> | content() | attr(<name>) | counter(<name>) | label(<name>)]+, … | none',
    description: 'text that running heads can print with string()',
    read: readStringSet,
  }),
  row('bookmark-level', 'bookmarkLevel', {
    initial: 'none',
    syntax: '<integer> | none',
    description: 'level in the outline of the PDF, 1 to 6',
    read: readFirst<number | 'none'>(readInteger(1, 6), readKeyword('none')),
  }),
  row('content', 'content', {
    initial: 'none',
    syntax:
      '[<string> | attr(<name>) | counter(<name>) | string(<name>) | label(<name>) | target-counter(attr(href), page) | leader(dotted)]+ | none',
    description: 'what ::before, ::after, ::marker and margin boxes print',
    read: readContent,
  }),
  row('counter-reset', 'counterReset', {
    initial: 'none',
    syntax: '[<name> <integer>?]+ | none',
    description: 'counters that are set, to 0 unless told',
    read: readCounterSteps(0),
  }),
  row('counter-increment', 'counterIncrement', {
    initial: 'none',
    syntax: '[<name> <integer>?]+ | none',
    description: 'counters that go up, by 1 unless told',
    read: readCounterSteps(1),
  }),
  row('size', 'size', {
    initial: 'auto',
    syntax: '<length>{1,2} | [a3 | a4 | a5 | a6 | b5 | letter | legal] [portrait | landscape]? | auto',
    description: 'paper, in @page only; the paper of the booklet goes before it',
    read: readSize,
  }),
];
