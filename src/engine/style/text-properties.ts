/** Rows of the property table about text: color, lines, spacing, hyphens, lists and lines under words. */
import type { AlignCharacter, LineHeight, Property } from './computed-values.ts';
import { bulletStyles, numberStyles } from './content-value.ts';
import { keywordOf } from './css-value.ts';
import { row } from './font-properties.ts';
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

/** What `line-height: normal` means, whatever the font says: the same page for every machine. */
const normalLeading = 1.25;

const readLineHeight: Reader<LineHeight> = (value) => {
  const [only, second] = value;
  if (second || !only) return undefined;
  if (keywordOf(value) === 'normal') return fixed<LineHeight>({ kind: 'factor', factor: normalLeading });
  const factor = readNumber(only);
  if (factor !== undefined) return factor > 0 ? fixed<LineHeight>({ kind: 'factor', factor }) : undefined;
  const length = readLength(only);
  return length && ((context) => ({ kind: 'length', length: Math.max(0, toPoints(length, context) + length.share * context.fontSize) }));
};

/** A value that is left out, or `auto`, limits nothing beyond what the language does. */
const readHyphenLimits: Reader<Style['hyphenateLimitChars']> = (value) => {
  if (keywordOf(value) === 'auto') return fixed<Style['hyphenateLimitChars']>('auto');
  const limits = value.map((word) => (word.kind === 'keyword' && word.name.toLowerCase() === 'auto' ? 0 : readNumber(word)));
  if (limits.length < 1 || limits.length > 3 || !limits.every((limit) => limit !== undefined && Number.isInteger(limit) && limit >= 0))
    return undefined;
  const [word, before = 0, after = before] = limits as number[];
  return fixed<Style['hyphenateLimitChars']>({ word: word!, before, after });
};

const readHanging: Reader<Style['hangingPunctuation']> = (value) => {
  if (keywordOf(value) === 'none') return fixed<Style['hangingPunctuation']>('none');
  const names = value.map((word) => (word.kind === 'keyword' ? word.name.toLowerCase() : ''));
  const has = (name: string): boolean => names.includes(name);
  const known = ['first', 'allow-end', 'force-end', 'last'].filter(has);
  if (names.length === 0 || known.length !== names.length || (has('allow-end') && has('force-end'))) return undefined;
  const end = has('allow-end') ? 'allow' : has('force-end') ? 'force' : 'none';
  return fixed<Style['hangingPunctuation']>({ first: has('first'), end, last: has('last') });
};

const readAutospace: Reader<Style['textAutospace']> = (value) => {
  const names = new Set(value.map((word) => (word.kind === 'keyword' ? word.name.toLowerCase() : '')));
  const areBoth = value.length === 2 && names.has('ideograph-alpha') && names.has('ideograph-numeric');
  return areBoth
    ? fixed<Style['textAutospace']>('normal')
    : readKeyword('normal', 'no-autospace', 'ideograph-alpha', 'ideograph-numeric')(value);
};

const readTextAlign: Reader<Style['textAlign'] | AlignCharacter> = (value) => {
  const [only, second] = value;
  if (only?.kind === 'text' && !second) return [...only.text].length === 1 ? fixed({ character: only.text }) : undefined;
  const keyword = keywordOf(value);
  if (keyword === 'left') return (context) => (context.direction === 'ltr' ? 'start' : 'end');
  if (keyword === 'right') return (context) => (context.direction === 'ltr' ? 'end' : 'start');
  return readKeyword('start', 'end', 'center', 'justify')(value);
};

const notInherited = (property: Property): Property => ({ ...property, isInherited: false });

/** Properties of text. */
export const textProperties: readonly Property[] = [
  row('color', 'color', {
    initial: 'black',
    syntax: '<color>',
    description: 'color of text',
    read: readFirst(readColor, (value) => (keywordOf(value) === 'currentcolor' ? (context) => context.parent.color : undefined)),
  }),
  row('line-height', 'lineHeight', {
    initial: 'normal',
    syntax: '<number> | <length> | <percentage> | normal',
    description: 'distance between baselines; normal is 1.25 times the size',
    read: readLineHeight,
  }),
  row('line-snap', 'lineSnap', {
    initial: 'none',
    syntax: 'none | baseline',
    description: 'on `:root`: whether lines on all pages stand on one grid, whose step is the `line-height` of `:root`',
    read: readKeyword('none', 'baseline'),
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
  row('text-justify', 'textJustify', {
    initial: 'auto',
    syntax: 'auto | inter-word',
    description:
      'what fills justified lines: spaces, then letters by at most 1.5 % of the size (1 % closer), and all characters of Chinese and Japanese; or spaces alone',
    read: readKeyword('auto', 'inter-word'),
  }),
  row('text-indent', 'textIndent', {
    initial: '0',
    syntax: '<length>',
    description: 'indent of the first line; negative for a hanging indent',
    read: readSignedPoints,
  }),
  notInherited(
    row('initial-letter', 'initialLetter', {
      initial: 'normal',
      syntax: 'normal | <integer>',
      description: 'lines that a drop cap is high, on `::first-letter`; its text and its font size are those of the paragraph',
      read: readFirst(readInteger(1, 9), readNamed({ normal: 1 })),
    }),
  ),
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
  row('looseness', 'looseness', {
    initial: 'auto',
    syntax: 'auto | <integer>',
    description:
      'sets a paragraph in so many lines more, or fewer when negative, if it can be done; auto lets it be a line shorter where that saves a page',
    read: readFirst<Style['looseness']>(readInteger(-9, 9), readNamed({ auto: 'auto' as const })),
  }),
  row('hyphens', 'hyphens', {
    initial: 'manual',
    syntax: 'none | manual | auto',
    description:
      'whether words are hyphenated: by the patterns of their language (`auto`), only at soft hyphens (`manual`), or not even there',
    read: readKeyword('none', 'manual', 'auto'),
  }),
  row('hyphenate-limit-lines', 'hyphenateLimitLines', {
    initial: 'no-limit',
    syntax: 'no-limit | <integer>',
    description: 'how many lines in a row may end in a hyphen; only broken where nothing else fits',
    read: readFirst<Style['hyphenateLimitLines']>(readInteger(0, 100), readNamed({ 'no-limit': 'no-limit' as const })),
  }),
  row('hyphenate-limit-last', 'hyphenateLimitLast', {
    initial: 'none',
    syntax: 'none | always',
    description: 'whether the line before the last one keeps its words whole',
    read: readKeyword('none', 'always'),
  }),
  row('hyphenate-limit-chars', 'hyphenateLimitChars', {
    initial: 'auto',
    syntax: 'auto | <integer>{1,3}',
    description: 'least letters of a hyphenated word, before its hyphen, and after it; `auto` leaves it to the language',
    read: readHyphenLimits,
  }),
  row('hanging-punctuation', 'hangingPunctuation', {
    initial: 'none',
    syntax: 'none | [ first || [ allow-end | force-end ] || last ]',
    description:
      'what stands outside the measure: an opening quotation mark before the first line, stops, commas, hyphens and quotation marks after any line (allow-end: only where it would be too long), closing marks after the last',
    read: readHanging,
  }),
  row('word-break', 'wordBreak', {
    initial: 'normal',
    syntax: 'normal | keep-all | break-all',
    description:
      'whether words of Chinese, Japanese and Korean stay whole (keep-all), or lines end between any two letters (break-all); a word longer than its line is broken anyway',
    read: readKeyword('normal', 'keep-all', 'break-all'),
  }),
  row('line-break', 'lineBreak', {
    initial: 'auto',
    syntax: 'auto | loose | normal | strict | anywhere',
    description:
      'which signs of Chinese and Japanese may begin or end a line: with normal, small kana may begin one; with loose, marks of repetition and centered points, too; auto is strict; anywhere breaks everything, as machine-readable numbers need it',
    read: readKeyword('auto', 'loose', 'normal', 'strict', 'anywhere'),
  }),
  row('text-autospace', 'textAutospace', {
    initial: 'normal',
    syntax: 'normal | no-autospace | [ ideograph-alpha || ideograph-numeric ]',
    description:
      'whether letters and digits of other scripts stand an eighth of an em apart from characters of Chinese and Japanese, where no space is written; normal is both',
    read: readAutospace,
  }),
  row('white-space', 'whiteSpace', {
    initial: 'normal',
    syntax: 'normal | pre | nowrap',
    description: 'whether spaces and line ends are kept; with nowrap, no line ends inside, unless the text is longer than the line',
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
