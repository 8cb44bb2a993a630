/** Rows of the property table about text: fonts, lines, spacing, lists and lines under words. */
import type { Pt } from '../geometry/length.ts';
import type { AlignCharacter, ComputedValues, LineHeight, Property } from './computed-values.ts';
import { bulletStyles, numberStyles } from './content-value.ts';
import { type CssValue, keywordOf, splitAtCommas } from './css-value.ts';
import {
  fixed,
  type Reader,
  readColor,
  readColorValue,
  readFirst,
  readInteger,
  readKeyword,
  readNamed,
  readSignedPoints,
} from './read-value.ts';
import { readLength, readNumber, toPoints } from './relative-length.ts';
import type { Style } from './style.ts';

/** Sizes by name. Print sets text smaller than screens do, so `medium` is 10.5 pt and each step a sixth or so. */
const namedSizes: Readonly<Record<string, Pt>> = {
  'xx-small': 6.5,
  'x-small': 7.5,
  small: 9,
  medium: 10.5,
  large: 12.5,
  'x-large': 15,
  'xx-large': 20,
  'xxx-large': 28,
};

/** How much `larger` enlarges. */
const sizeStep = 1.2;

/** What `line-height: normal` means, whatever the font says: the same page for every machine. */
const normalLeading = 1.25;

/** Families that stand behind the generic names. */
const genericFamilies: Readonly<Record<string, string>> = { serif: 'Source Serif 4', 'sans-serif': 'Source Sans 3' };

const numericTags: Readonly<Record<string, string>> = {
  'lining-nums': 'lnum',
  'oldstyle-nums': 'onum',
  'proportional-nums': 'pnum',
  'tabular-nums': 'tnum',
  'diagonal-fractions': 'frac',
  'stacked-fractions': 'afrc',
  ordinal: 'ordn',
  'slashed-zero': 'zero',
};

const noTags: readonly string[] = [];

const readFamilies: Reader<readonly string[]> = (value) => {
  const families: string[] = [];
  for (const piece of splitAtCommas(value)) {
    const family = familyOf(piece);
    if (family === undefined) return undefined;
    families.push(family);
  }
  return fixed(families);
};

function familyOf(piece: CssValue): string | undefined {
  const [only, second] = piece;
  if (only?.kind === 'text' && !second) return only.text;
  if (!piece.every((word) => word.kind === 'keyword' || (word.kind === 'number' && word.unit === ''))) return undefined;
  const name = piece.map((word) => (word.kind === 'keyword' ? word.name : word.kind === 'number' ? String(word.value) : '')).join(' ');
  return name === '' ? undefined : (genericFamilies[name.toLowerCase()] ?? name);
}

const readFontSize: Reader<Pt> = (value) => {
  const length = value.length === 1 ? readLength(value[0]) : undefined;
  if (length) {
    const isNegative = value[0]!.kind === 'number' && value[0]!.value < 0;
    return isNegative ? undefined : (context) => Math.max(0, toPoints(length, context) + length.share * context.fontSize);
  }
  const keyword = keywordOf(value);
  if (keyword === 'larger') return (context) => context.fontSize * sizeStep;
  if (keyword === 'smaller') return (context) => context.fontSize / sizeStep;
  return readNamed(namedSizes)(value);
};

const readFontWeight: Reader<number> = (value) => {
  const keyword = keywordOf(value);
  // CSS Fonts 4, section 2.2.1: the table of relative weights.
  if (keyword === 'bolder')
    return ({ parent: { fontWeight: weight } }) => (weight < 350 ? 400 : weight < 550 ? 700 : Math.max(900, weight));
  if (keyword === 'lighter')
    return ({ parent: { fontWeight: weight } }) => (weight < 550 ? Math.min(100, weight) : weight < 750 ? 400 : 700);
  return readFirst(readInteger(1, 1000), readNamed({ normal: 400, bold: 700 }))(value);
};

const readLineHeight: Reader<LineHeight> = (value) => {
  const [only, second] = value;
  if (second || !only) return undefined;
  if (keywordOf(value) === 'normal') return fixed<LineHeight>({ kind: 'factor', factor: normalLeading });
  const factor = readNumber(only);
  if (factor !== undefined) return factor > 0 ? fixed<LineHeight>({ kind: 'factor', factor }) : undefined;
  const length = readLength(only);
  return length && ((context) => ({ kind: 'length', length: Math.max(0, toPoints(length, context) + length.share * context.fontSize) }));
};

const readNumeric: Reader<readonly string[]> = (value) => {
  if (keywordOf(value) === 'normal') return fixed(noTags);
  const tags = value.map((word) => (word.kind === 'keyword' ? numericTags[word.name.toLowerCase()] : undefined));
  return tags.every((tag) => tag !== undefined) ? fixed(tags) : undefined;
};

const readFeatures: Reader<readonly string[]> = (value) => {
  if (keywordOf(value) === 'normal') return fixed(noTags);
  const tags: string[] = [];
  for (const [tag, state, more] of splitAtCommas(value)) {
    const isOn = !state || (state.kind === 'keyword' && state.name === 'on') || (state.kind === 'number' && state.value === 1);
    if (tag?.kind !== 'text' || !/^[\x20-\x7e]{4}$/.test(tag.text) || !isOn || more) return undefined;
    tags.push(tag.text);
  }
  return fixed(tags);
};

const readTextAlign: Reader<Style['textAlign'] | AlignCharacter> = (value) => {
  const [only, second] = value;
  if (only?.kind === 'text' && !second) return [...only.text].length === 1 ? fixed({ character: only.text }) : undefined;
  const keyword = keywordOf(value);
  if (keyword === 'left') return (context) => (context.direction === 'ltr' ? 'start' : 'end');
  if (keyword === 'right') return (context) => (context.direction === 'ltr' ? 'end' : 'start');
  return readKeyword('start', 'end', 'center', 'justify')(value);
};

function row<Key extends keyof ComputedValues>(
  name: string,
  key: Key,
  rest: Omit<Property<Key>, 'name' | 'key' | 'isInherited'>,
): Property {
  return { name, key, isInherited: true, ...rest } as unknown as Property;
}

const notInherited = (property: Property): Property => ({ ...property, isInherited: false });

/** Properties of text. */
export const textProperties: readonly Property[] = [
  row('color', 'color', {
    initial: 'black',
    syntax: '<color>',
    description: 'color of text',
    read: readFirst(readColor, (value) => (keywordOf(value) === 'currentcolor' ? (context) => context.parent.color : undefined)),
  }),
  row('font-family', 'fontFamily', {
    initial: '"Source Serif 4"',
    syntax: '<family>, …',
    description: 'families in order of preference',
    read: readFamilies,
  }),
  row('font-size', 'fontSize', {
    initial: 'medium',
    syntax: `<length> | <percentage> | smaller | larger | ${Object.keys(namedSizes).join(' | ')}`,
    description: 'size of text; medium is 10.5 pt',
    read: readFontSize,
  }),
  row('font-weight', 'fontWeight', {
    initial: 'normal',
    syntax: '<number> | normal | bold | bolder | lighter',
    description: 'weight of letters, 1 to 1000',
    read: readFontWeight,
  }),
  row('font-style', 'fontStyle', {
    initial: 'normal',
    syntax: 'normal | italic',
    description: 'upright or italic letters',
    read: readNamed<Style['fontStyle']>({ normal: 'normal', italic: 'italic', oblique: 'italic' }),
  }),
  row('font-variant-numeric', 'fontVariantNumeric', {
    initial: 'normal',
    syntax: `normal | ${Object.keys(numericTags).join(' || ')}`,
    description: 'shapes of figures',
    read: readNumeric,
  }),
  row('font-variant-caps', 'fontVariantCaps', {
    initial: 'normal',
    syntax: 'normal | small-caps | all-small-caps',
    description: 'small capitals',
    read: readNamed({ normal: noTags, 'small-caps': ['smcp'], 'all-small-caps': ['smcp', 'c2sc'] }),
  }),
  row('font-feature-settings', 'fontFeatureSettings', {
    initial: 'normal',
    syntax: 'normal | "<tag>" [on], …',
    description: 'features of OpenType to switch on',
    read: readFeatures,
  }),
  row('line-height', 'lineHeight', {
    initial: 'normal',
    syntax: '<number> | <length> | <percentage> | normal',
    description: 'distance between baselines; normal is 1.25 times the size',
    read: readLineHeight,
  }),
  row('letter-spacing', 'letterSpacing', {
    initial: 'normal',
    syntax: '<length> | normal',
    description: 'extra space between letters, never in joined scripts',
    read: readFirst(readSignedPoints, readNamed({ normal: 0 })),
  }),
  row('text-align', 'textAlign', {
    initial: 'start',
    syntax: 'start | end | center | justify | left | right | "<character>"',
    description:
      'alignment of lines; left and right become start and end by the direction; numbers in cells line up on a character such as "."',
    read: readTextAlign,
  }),
  row('text-indent', 'textIndent', {
    initial: '0',
    syntax: '<length>',
    description: 'indent of the first line; negative for a hanging indent',
    read: readSignedPoints,
  }),
  row('text-transform', 'textTransform', {
    initial: 'none',
    syntax: 'none | uppercase | lowercase | capitalize',
    description: 'case of letters',
    read: readKeyword('none', 'uppercase', 'lowercase', 'capitalize'),
  }),
  row('text-wrap', 'textWrap', {
    initial: 'wrap',
    syntax: 'wrap | balance | pretty | nowrap',
    description: 'how lines are broken; balance makes them about equally long',
    read: readKeyword('wrap', 'balance', 'pretty', 'nowrap'),
  }),
  row('hyphens', 'hyphens', {
    initial: 'manual',
    syntax: 'none | manual | auto',
    description: 'whether words are hyphenated',
    read: readKeyword('none', 'manual', 'auto'),
  }),
  row('white-space', 'whiteSpace', {
    initial: 'normal',
    syntax: 'normal | pre | nowrap',
    description: 'whether spaces and line ends are kept',
    read: readKeyword('normal', 'pre', 'nowrap'),
  }),
  row('direction', 'direction', {
    initial: 'ltr',
    syntax: 'ltr | rtl',
    description: 'direction of text; the attribute dir is better',
    read: readKeyword('ltr', 'rtl'),
  }),
  row('list-style-type', 'listStyleType', {
    initial: 'disc',
    syntax: [...bulletStyles, ...numberStyles].join(' | '),
    description: 'bullets or numbers of a list',
    read: readKeyword(...bulletStyles, ...numberStyles),
  }),
  row('caption-side', 'captionSide', {
    initial: 'top',
    syntax: 'top | bottom',
    description: 'where the caption of a table stands',
    read: readKeyword('top', 'bottom'),
  }),
  row('orphans', 'orphans', {
    initial: '2',
    syntax: '<integer>',
    description: 'least lines of a paragraph before a page break',
    read: readInteger(1, 20),
  }),
  row('widows', 'widows', {
    initial: '2',
    syntax: '<integer>',
    description: 'least lines of a paragraph after a page break',
    read: readInteger(1, 20),
  }),
  notInherited(
    row('text-decoration-line', 'textDecorationLine', {
      initial: 'none',
      syntax: 'none | underline | line-through',
      description: 'line under or through text',
      read: readKeyword('none', 'underline', 'line-through'),
    }),
  ),
  notInherited(
    row('text-decoration-style', 'textDecorationStyle', {
      initial: 'solid',
      syntax: 'solid | dotted | dashed | double',
      description: 'kind of that line',
      read: readKeyword('solid', 'dotted', 'dashed', 'double'),
    }),
  ),
  notInherited(
    row('text-decoration-color', 'textDecorationColor', {
      initial: 'currentcolor',
      syntax: '<color>',
      description: 'color of that line',
      read: readColorValue,
    }),
  ),
];
