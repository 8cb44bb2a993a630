/** Every message about what some readers cannot read. All of them are warnings. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { type ForeignWords, sayLanguage } from './say-language.ts';

type Place = Span | undefined;

const warning = (code: Diagnostic['code'], message: string, place: Place, hint: string): Diagnostic => ({
  severity: 'warning',
  code,
  message,
  hint,
  ...(place && { span: place }),
});

/** Keeps what an author wrote short enough for a line of the terminal. */
function quoted(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ');
  return `"${line.length > 50 ? `${line.slice(0, 49)}…` : line}"`;
}

const andOthers = (others: number): string => (others === 0 ? '' : `; the same in ${others} other ${others === 1 ? 'place' : 'places'}`);

// Pictures

/** A picture that is no decoration and has no words. */
export const emptyAlternative = (what: 'chart' | 'picture', hasCaption: boolean, place: Place): Diagnostic =>
  warning(
    'check/empty-alt',
    `this ${what} has no words for readers who cannot see it`,
    place,
    hasCaption && what === 'picture'
      ? 'a picture with a caption is no decoration: say in alt="…" what it shows'
      : `say in alt="…" what the ${what} shows`,
  );

/** A file name, or a word such as "image". */
export const uselessAlternative = (alt: string, what: 'chart' | 'picture', place: Place): Diagnostic =>
  warning(
    'check/useless-alt',
    `the alternative text ${quoted(alt)} does not say what the ${what} shows`,
    place,
    what === 'chart'
      ? 'say what readers should take from it, as in "Chlorine takes 30 minutes, boiling only one"'
      : 'say what is to be seen, as in "A woman pours water through a cloth"',
  );

/** A text that begins with "picture of". */
export const alternativeSaysPicture = (opening: string, place: Place): Diagnostic =>
  warning(
    'check/useless-alt',
    `the alternative text begins with ${quoted(opening)}, which screen readers say by themselves`,
    place,
    'begin with what is shown',
  );

/** The caption once more. */
export const alternativeRepeatsCaption = (what: 'chart' | 'picture', place: Place): Diagnostic =>
  warning(
    'check/alt-repeats-caption',
    'the alternative text only repeats the caption',
    place,
    what === 'chart'
      ? 'say what the chart shows, such as which value is the largest; the caption is read aloud as well'
      : 'say what is to be seen; the caption is read aloud as well',
  );

/** One word for a chart. */
export const shortAlternative = (alt: string, place: Place): Diagnostic =>
  warning(
    'check/short-alt',
    `the alternative text ${quoted(alt)} is too short to say what the chart shows`,
    place,
    'say what readers should take from it, as in "Chlorine takes 30 minutes, boiling only one"',
  );

/** More than can be listened to. */
export const longAlternative = (length: number, longest: number, place: Place): Diagnostic =>
  warning(
    'check/long-alt',
    `the alternative text has ${length} characters, and it is read aloud without a pause`,
    place,
    `say the main point in at most ${longest}, and the rest in the text beside it`,
  );

// Words

/** A heading without text. */
export const emptyHeading = (name: string, place: Place): Diagnostic =>
  warning('check/empty-heading', `<${name}> is empty`, place, 'give it words, or remove it: screen readers announce every heading');

/** "Click here". */
export const vagueLink = (text: string, place: Place): Diagnostic =>
  warning(
    'check/vague-link',
    `the link ${quoted(text)} does not say where it leads`,
    place,
    'make the words that name the target the link: many readers jump from link to link',
  );

/** An address as the words of a link. */
export const bareAddress = (text: string, place: Place): Diagnostic =>
  warning(
    'check/bare-address',
    `the link ${quoted(text)} is read aloud letter by letter`,
    place,
    'write [words](address), and give readers on paper the address in sources.yaml',
  );

/** A table whose cells nobody can name. */
export const tableWithoutHeaders = (place: Place): Diagnostic =>
  warning(
    'check/table-without-header',
    'no cell of this table names a row or a column',
    place,
    'put words into the first row in Markdown, or use <th> in a template: they are read aloud with each cell',
  );

/** A cell that is to name others and does not. */
export const emptyHeaderCell = (place: Place): Diagnostic =>
  warning(
    'check/empty-header-cell',
    'this header cell is empty, so nothing is read aloud for the cells that it heads',
    place,
    'say in a word what they hold; above the first column, what its cells name, as in "Village"',
  );

/** A table that arranges. */
export const layoutTable = (place: Place): Diagnostic =>
  warning(
    'check/layout-table',
    'this table arranges parts of the page',
    place,
    'use <div> and `display: grid` in the stylesheet: screen readers announce rows and columns that mean nothing',
  );

/** A passage in a script that its language is not written in. `language` of `foreign` is the likely one. */
export const unknownLanguage = (script: string, own: string, foreign: ForeignWords): Diagnostic =>
  warning(
    'check/unknown-language',
    `${quoted(foreign.words)} is in ${script} letters, which the language \`${own}\` is not written in`,
    foreign.place,
    sayLanguage(foreign),
  );

/** A passage in another language of the same script, which has this name. */
export const otherLanguage = (name: string, own: string, foreign: ForeignWords): Diagnostic =>
  warning(
    'check/unknown-language',
    `${quoted(foreign.words)} is not in the language \`${own}\`: it seems to be ${name}`,
    foreign.place,
    sayLanguage(foreign),
  );

// Pages

/** Text that is hard to tell from what is behind it. */
export function lowContrast(
  found: {
    readonly what: string;
    readonly words: string;
    readonly color: string;
    readonly ground: string;
    readonly ratio: number;
    readonly needed: number;
    readonly others: number;
  },
  fix: { readonly property: string; readonly groundProperty: string | undefined; readonly better: string },
  place: Place,
): Diagnostic {
  const { what, words, color, ground, ratio, needed, others } = found;
  // Never rounded up: 4.49 is not enough.
  const shown = Math.floor(ratio * 10) / 10;
  return warning(
    'check/low-contrast',
    `${what}, ${quoted(words)}, is hard to read: ${color} on ${ground} has a contrast of ${shown} : 1, and ${needed} : 1 is needed${andOthers(others)}`,
    place,
    `set ${fix.property} to ${fix.better}${fix.groundProperty === undefined ? '' : `, or change ${fix.groundProperty}`}`,
  );
}

/** Text below the least size. */
export const smallText = (
  found: {
    readonly what: string;
    readonly words: string;
    readonly size: number;
    readonly least: number;
    readonly property: string;
    readonly others: number;
  },
  place: Place,
): Diagnostic =>
  warning(
    'check/small-text',
    `${found.what}, ${quoted(found.words)}, is ${Math.floor(found.size * 10) / 10} pt large, and ${found.least} pt is the least${andOthers(found.others)}`,
    place,
    `set ${found.property} to ${found.least}pt or more`,
  );

/** Groups that only their color tells apart, by lines or by other marks. */
export const colorAlone = (
  field: string,
  mark: { readonly kind: 'vega-lite' | 'vega'; readonly isLine: boolean },
  place: Place,
): Diagnostic => {
  const names = `write the names at the ${mark.isLine ? 'lines' : 'marks'} with a ${mark.kind === 'vega' ? 'mark of the type `text`' : 'layer `mark: text`'}`;
  const again = mark.isLine
    ? `add \`strokeDash${mark.kind === 'vega' ? '` through a scale of its own' : `: { field: ${field} }\``}`
    : `show "${field}" a second time: as \`x\`, \`y\`${mark.kind === 'vega' ? ' or `shape`' : ', `shape`, `row` or `column`'}`;
  return warning('check/color-alone', `only color tells the groups of "${field}" apart`, place, `${names}, or ${again}`);
};
