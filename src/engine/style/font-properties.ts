/** Rows of the property table about fonts: which face, how large, and which of its OpenType features. */
import type { Pt } from '../geometry/length.ts';
import type { ComputedValues, Property } from './computed-values.ts';
import { type CssValue, keywordOf, splitAtCommas } from './css-value.ts';
import { fixed, type Reader, readFirst, readInteger, readNamed } from './read-value.ts';
import { readLength, toPoints } from './relative-length.ts';
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

/** Families that stand behind the generic names. */
const genericFamilies: Readonly<Record<string, string>> = {
  serif: 'Source Serif 4',
  'sans-serif': 'Source Sans 3',
  monospace: 'Source Code Pro',
};

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

const readNumeric: Reader<readonly string[]> = (value) => {
  if (keywordOf(value) === 'normal') return fixed(noTags);
  const tags = value.map((word) => (word.kind === 'keyword' ? numericTags[word.name.toLowerCase()] : undefined));
  return tags.every((tag) => tag !== undefined) ? fixed(tags) : undefined;
};

/** Features behind the pairs of `font-variant-ligatures`. Those of joined scripts are never touched. */
const ligatureTags: Readonly<Record<string, readonly string[]>> = {
  'common-ligatures': ['liga', 'clig'],
  'no-common-ligatures': ['-liga', '-clig'],
  'discretionary-ligatures': ['dlig'],
  'no-discretionary-ligatures': ['-dlig'],
  'historical-ligatures': ['hlig'],
  'no-historical-ligatures': ['-hlig'],
  contextual: ['calt'],
  'no-contextual': ['-calt'],
};

const readLigatures: Reader<readonly string[]> = (value) => {
  const keyword = keywordOf(value);
  if (keyword === 'normal') return fixed(noTags);
  if (keyword === 'none') return fixed(['-liga', '-clig', '-dlig', '-hlig', '-calt']);
  const names = value.map((word) => (word.kind === 'keyword' ? word.name.toLowerCase() : ''));
  const pairs = names.map((name) => name.replace(/^no-/, ''));
  const isRight = names.length > 0 && names.every((name) => Object.hasOwn(ligatureTags, name)) && new Set(pairs).size === pairs.length;
  return isRight ? fixed(names.flatMap((name) => ligatureTags[name]!)) : undefined;
};

const readFeatures: Reader<readonly string[]> = (value) => {
  if (keywordOf(value) === 'normal') return fixed(noTags);
  const tags: string[] = [];
  for (const [tag, state, more] of splitAtCommas(value)) {
    const setting = featureSetting(state);
    if (tag?.kind !== 'text' || !/^[!-~][ -~]{3}$/.test(tag.text) || setting === undefined || more) return undefined;
    tags.push(setting === 1 ? tag.text : setting === 0 ? `-${tag.text}` : `${tag.text} ${setting}`);
  }
  return fixed(tags);
};

/** `on` and nothing mean 1, `off` means 0, greater numbers choose an alternate. */
function featureSetting(state: CssValue[number] | undefined): number | undefined {
  if (!state) return 1;
  if (state.kind === 'keyword') return { on: 1, off: 0 }[state.name.toLowerCase()];
  return state.kind === 'number' && state.unit === '' && Number.isInteger(state.value) && state.value >= 0 ? state.value : undefined;
}

/** Makes the row of a property that is inherited, as nearly all about text are. */
export function row<Key extends keyof ComputedValues>(
  name: string,
  key: Key,
  rest: Omit<Property<Key>, 'name' | 'key' | 'isInherited'>,
): Property {
  return { name, key, isInherited: true, ...rest } as unknown as Property;
}

/** Properties that choose a face and its features. */
export const fontProperties: readonly Property[] = [
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
    description: 'small capitals: those of the face, or its large ones at four fifths of their size where it has none',
    read: readNamed({ normal: noTags, 'small-caps': ['smcp'], 'all-small-caps': ['smcp', 'c2sc'] }),
  }),
  row('font-variant-ligatures', 'fontVariantLigatures', {
    initial: 'normal',
    syntax: `normal | none | ${Object.keys(ligatureTags).join(' || ')}`,
    description: 'letters joined in one shape, such as fi',
    read: readLigatures,
  }),
  row('font-variant-position', 'fontVariantPosition', {
    initial: 'normal',
    syntax: 'normal | sub | super',
    description:
      'small letters and figures that the face has drawn for indices, without changing size or baseline; made of those of the text where it lacks one of a word',
    read: readNamed<readonly string[]>({ normal: noTags, sub: ['subs'], super: ['sups'] }),
  }),
  row('font-kerning', 'fontKerning', {
    initial: 'auto',
    syntax: 'auto | normal | none',
    description: 'whether pairs of letters are brought closer',
    read: readNamed<readonly string[]>({ auto: noTags, normal: noTags, none: ['-kern'] }),
  }),
  row('font-feature-settings', 'fontFeatureSettings', {
    initial: 'normal',
    syntax: 'normal | "<tag>" [on | off | <integer>], …',
    description: 'features of OpenType to switch on or off, or to choose an alternate of',
    read: readFeatures,
  }),
];
