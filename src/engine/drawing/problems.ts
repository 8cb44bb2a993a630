/** Every message about pictures and charts. The place is added by whoever refers to the picture or chart. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { FontRemedy } from '../text/font-families.ts';
import { colorNames } from './color.ts';
import { maxPixels, maxSidePx, type UnreadablePicture } from './picture-reading.ts';

const unreadable = (code: string, message: string, hint: string): UnreadablePicture => ({
  ok: false,
  code: `drawing/${code}`,
  message,
  hint,
});

/** Says that the file has no bytes. */
export const emptyPicture = (): UnreadablePicture =>
  unreadable('damaged-picture', 'the picture file is empty', 'copy the file again from its source');

/** Says which other format was found. */
export const foreignFormat = (format: string): UnreadablePicture =>
  unreadable('picture-format', `the file is ${format}; pictures are SVG, PNG or JPEG`, 'convert it to PNG or JPEG and use the new file');

/** Says that nothing is known about the content. */
export const unknownFormat = (): UnreadablePicture =>
  unreadable(
    'picture-format',
    'the file is not a picture that can be read; pictures are SVG, PNG or JPEG',
    'open it in an image editor and save it as PNG or JPEG',
  );

/** Says that the file ends before the picture does. */
export const cutShort = (format: 'PNG' | 'JPEG'): UnreadablePicture =>
  unreadable('damaged-picture', `the ${format} file is cut short: part of the picture is missing`, 'copy or download the file again');

/** Says what is broken inside the file. */
export const damagedPicture = (format: 'PNG' | 'JPEG', what: string): UnreadablePicture =>
  unreadable(
    'damaged-picture',
    `the ${format} file is damaged: ${what}`,
    'open it in an image editor and save it again, or get a sound copy',
  );

/** Says that a sound file uses a part of its format that print cannot use. */
export const unsupportedPicture = (format: 'PNG' | 'JPEG', what: string, hint: string): UnreadablePicture =>
  unreadable('picture-format', `the ${format} file ${what}`, hint);

/** Says that the picture has more pixels than can be used. */
export const hugePicture = (widthPx: number, heightPx: number): UnreadablePicture =>
  unreadable(
    'picture-size',
    `the picture is ${widthPx} x ${heightPx} pixels; at most ${maxSidePx} a side and ${maxPixels / 1_000_000} million in all can be used`,
    'make it smaller: 300 pixels for each inch on paper are enough',
  );

/** A chart file holds something else than a chart. */
export const notAChart = (): Diagnostic =>
  problem(
    'error',
    'not-a-chart',
    'this is no chart: a chart is a list of names with values',
    'write at least `data`, `mark` and `encoding`',
  );

/** Vega or Vega-Lite, or our limits, gave up on a chart. */
export const failedChart = (reason: string): Diagnostic =>
  problem(
    'error',
    'chart-failed',
    `the chart cannot be drawn: ${reason}`,
    'compare it with an example at vega.github.io/vega-lite/examples',
  );

/** A chart goes past what one chart may do. */
export const chartTooLarge = (reason: string): Diagnostic =>
  problem(
    'error',
    'chart-too-large',
    `the chart cannot be drawn: ${reason}`,
    'show less in one chart: summarize the data first, or make several charts',
  );

const meant = (nearest: string | undefined): string => (nearest === undefined ? '' : `; did you mean \`${nearest}\`?`);

const oneOf = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');

/** A chart without a mark. */
export const nothingToDraw = (): Diagnostic =>
  problem('error', 'nothing-to-draw', 'this chart does not say what to draw', 'add a line such as `mark: bar`, and below it `encoding:`');

/** A key that Vega-Lite does not know. One that resembles no other may come from another version, and is only ignored. */
export const unknownChartKey = (key: string, nearest: string | undefined): Diagnostic =>
  problem(
    nearest === undefined ? 'warning' : 'error',
    'unknown-key',
    `unknown key \`${key}\`${meant(nearest)}`,
    nearest === undefined ? 'remove it: it changes nothing in the chart' : `write \`${nearest}:\``,
  );

/** A mark, field type, aggregate or transform that does not exist; `what` says which of them. */
export function unknownChartName(what: string, name: string, known: readonly string[]): Diagnostic {
  const other = otherWords.get(name.toLowerCase());
  const nearest = nearestName(name, known) ?? known.find((one) => one === other);
  return problem('error', 'unknown-name', `there is no ${what} \`${name}\`${meant(nearest)}`, `write one of ${oneOf(known)}`);
}

/** What people call types of fields and marks who come from spreadsheets. */
const otherWords: ReadonlyMap<string, string> = new Map([
  ['number', 'quantitative'],
  ['numeric', 'quantitative'],
  ['integer', 'quantitative'],
  ['category', 'nominal'],
  ['categorical', 'nominal'],
  ['text', 'nominal'],
  ['string', 'nominal'],
  ['date', 'temporal'],
  ['time', 'temporal'],
  ['pie', 'arc'],
  ['donut', 'arc'],
  ['column', 'bar'],
  ['scatter', 'point'],
  ['dot', 'point'],
  ['barchart', 'bar'],
]);

/** A channel that does not exist. */
export const unknownChannel = (channel: string, nearest: string | undefined, known: readonly string[]): Diagnostic =>
  problem(
    'error',
    'unknown-name',
    `a chart has no channel \`${channel}\`${meant(nearest)}`,
    nearest === undefined ? `the channels are ${oneOf(known)}` : `write \`${nearest}:\``,
  );

/** A mark without its type. */
export const missingMarkType = (known: readonly string[]): Diagnostic =>
  problem('error', 'missing-mark', '`mark` does not say what to draw', `write one of ${oneOf(known)} after the colon`);

/** A value where keys and values belong. */
export const notAGroup = (key: string, example: string): Diagnostic =>
  problem('error', 'wrong-kind', `\`${key}\` must be a group of keys`, `write \`${example}\``);

/** A value where a list belongs. */
export const notAList = (key: string, example: string): Diagnostic =>
  problem('error', 'wrong-kind', `\`${key}\` must be a list`, `begin each of its entries with a hyphen, as in \`${example}\``);

/** The name of a data file in place of the data. */
export const dataAsText = (path: string): Diagnostic =>
  problem('error', 'wrong-kind', '`data` must be a group of keys', `write \`data: { url: ${path} }\``);

/** A formula that cannot be read. */
export const brokenFormula = (formula: string, reason: string): Diagnostic => {
  const isUnfinished = /end of input/i.test(reason);
  const sign = /Unexpected token (\S+)/i.exec(reason)?.[1];
  const cause = isUnfinished
    ? 'it ends too early'
    : sign === undefined
      ? 'a sign is missing or too many'
      : `\`${sign}\` cannot stand where it stands`;
  return problem(
    'error',
    'broken-formula',
    `this formula cannot be understood: ${cause}`,
    /(^|[^=!<>])=([^=]|$)/.test(formula)
      ? 'to compare two values, write == and not ='
      : 'check its signs and parentheses, as in `datum.price * 2`',
  );
};

/** Vega or Vega-Lite noticed something. */
export const chartWarning = (message: string): Diagnostic => problem('warning', 'chart-warning', `in the chart: ${message}`);

/** Nothing in a chart stands for data. */
export const emptyChart = (hasData: boolean): Diagnostic =>
  problem(
    'warning',
    'empty-chart',
    'the chart shows no data',
    hasData ? 'check the names of its data, its fields and its filters' : 'add a line such as `data: { url: data/numbers.csv }`',
  );

/** A chart names a column that its data does not have. */
export const unknownField = (field: string, known: readonly string[]): Diagnostic => {
  const nearest = nearestName(field, known);
  return problem(
    'error',
    'unknown-field',
    `the data of the chart has no column "${field}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    `use one of its columns: ${known.slice(0, 12).join(', ')}`,
  );
};

/** A chart wants to read what it may not. */
export const foreignChartFile = (url: string): Diagnostic =>
  problem(
    'error',
    'chart-file',
    `the chart cannot read "${url}": charts can only read files in data/`,
    'put the file into the folder data/ of the booklet and write its name as `data/name.csv`',
  );

/** The file with the data of a chart was not found or could not be read. */
export const missingChartFile = (url: string, known: readonly string[]): Diagnostic => {
  const nearest = nearestName(url, known);
  return problem(
    'error',
    'chart-file',
    `the data file "${url}" of the chart is missing${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    'check its name, and that it is in the folder data/ of the booklet',
  );
};

/** The data of a chart is not in the format that its name or the chart says. */
export const unreadableChartFile = (url: string, reason: string): Diagnostic =>
  problem(
    'error',
    'chart-file',
    `the data file "${url}" of the chart cannot be read: ${reason}`,
    'open it in a spreadsheet, put it right, and save it as CSV',
  );

/** A row of a table has more or fewer values than the table has columns. */
export const raggedRow = (line: number, values: number, columns: number): Diagnostic =>
  problem(
    'warning',
    'ragged-row',
    `line ${line} has ${values} ${values === 1 ? 'value' : 'values'}, but there are ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    'put values with commas in them between double quotes',
  );

/** A cell in a column of amounts is no number. */
export const notANumber = (cell: {
  readonly column: string;
  readonly value: string;
  readonly others: number;
  readonly hint: string;
}): Diagnostic => {
  const more = cell.others === 0 ? '' : `, and ${cell.others} more in this column ${cell.others === 1 ? 'is' : 'are'} none either`;
  return problem(
    'warning',
    'not-a-number',
    `"${cell.value}" in column \`${cell.column}\` is no number, so the chart leaves it out${more}`,
    cell.hint,
  );
};

/** A color in a chart is no CSS color. */
export const unknownColor = (text: string): Diagnostic => {
  const nearest = nearestName(text, colorNames());
  return problem(
    'warning',
    'unknown-color',
    `the chart has a color "${text}" that does not exist${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    'write a CSS color such as `#16456b` or `steelblue`',
  );
};

/** Something in a chart that cannot be put on paper as it is. */
export const unsupportedDrawing = (what: string): Diagnostic =>
  problem('warning', 'unsupported-drawing', `${what} cannot be printed and look simpler here`, 'use plain colors and shapes in charts');

/** A label has characters that none of the fonts has. */
export const missingGlyphs = (characters: string, text: string, remedy: FontRemedy | undefined): Diagnostic =>
  problem(
    'warning',
    'missing-glyph',
    remedy && !remedy.hasFont
      ? `no font is installed for ${remedy.script}, which the label "${text}" of the chart needs`
      : `no font has "${[...new Set(characters)].join('')}", which the label "${text}" of the chart needs`,
    remedy?.packageName === undefined
      ? 'write it with other characters'
      : `run \`npm install ${remedy.packageName}\` in the folder of your project`,
  );

/** Vega cut a label to fit. */
export const shortenedLabel = (text: string): Diagnostic =>
  problem(
    'warning',
    'shortened-label',
    `a label of the chart is too long and was cut: "${text}"`,
    'write a shorter label, or set `labelLimit` in its axis or legend',
  );

/** A chart did not fit and all of it was made smaller. */
export const shrunkChart = (percent: number, size: number): Diagnostic =>
  problem(
    'warning',
    'shrunk-chart',
    `the chart is too wide and was made smaller, to ${percent} %; its labels are ${size} pt now`,
    'set a smaller `width`, or show fewer charts side by side',
  );

/** Charts of Vega and Vega-Lite have marks that load pictures from files. */
export const pictureInChart = (): Diagnostic =>
  problem('error', 'picture-in-chart', 'a chart cannot show picture files', 'use marks such as point, bar or text instead of image');

const problem = (severity: Diagnostic['severity'], code: string, message: string, hint?: string): Diagnostic => ({
  severity,
  code: `drawing/${code}`,
  message,
  ...(hint !== undefined && { hint }),
});
