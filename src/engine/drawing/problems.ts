/** Every message about pictures and charts. The place is added by whoever refers to the picture or chart. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
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
  unreadable('picture-format', `the file is ${format}; pictures are PNG or JPEG`, 'convert it to PNG or JPEG and use the new file');

/** Says that nothing is known about the content. */
export const unknownFormat = (): UnreadablePicture =>
  unreadable(
    'picture-format',
    'the file is not a picture that can be read; pictures are PNG or JPEG',
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

/** Vega or Vega-Lite noticed something. */
export const chartWarning = (message: string): Diagnostic => problem('warning', 'chart-warning', `in the chart: ${message}`);

/** Nothing in a chart stands for data. */
export const emptyChart = (): Diagnostic =>
  problem('warning', 'empty-chart', 'the chart shows no data', 'check the names of its data, its fields and its filters');

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
export const raggedRow = (url: string, line: number, values: number, columns: number): Diagnostic =>
  problem(
    'warning',
    'ragged-row',
    `line ${line} of "${url}" has ${values} values, but there are ${columns} columns`,
    'put values with commas in them between double quotes',
  );

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
export const missingGlyphs = (characters: string, text: string): Diagnostic =>
  problem(
    'warning',
    'missing-glyph',
    `no font has "${[...new Set(characters)].join('')}", which the label "${text}" of the chart needs`,
    'write it with other characters',
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
