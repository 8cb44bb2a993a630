/** Messages about files that belong to no single stage: templates, paper, pictures. */
import { longestCodeAddress } from './drawing/draw-code.ts';
import type { Diagnostic } from './source/diagnostic.ts';
import { nearestName } from './source/nearest-name.ts';
import { wordsOfFailure } from './source/read-failure.ts';
import type { Span } from './source/source-file.ts';
import type { ReadFailure } from './source/workspace.ts';

type Place = Span | undefined;

const error = (code: Diagnostic['code'], message: string, hint: string, place: Place): Diagnostic => ({
  severity: 'error',
  code,
  message,
  hint,
  ...(place && { span: place }),
});

const warning = (code: Diagnostic['code'], message: string, hint: string, place: Place): Diagnostic => ({
  ...error(code, message, hint, place),
  severity: 'warning',
});

const didYouMean = (name: string, known: Iterable<string>): string | undefined => {
  const near = nearestName(name, known);
  return near === undefined ? undefined : `did you mean \`${near}\`?`;
};

/** Compares file names, not paths: a common folder makes nothing alike. */
function didYouMeanFile(path: string, known: readonly string[]): string | undefined {
  const nameOf = (whole: string) => whole.slice(whole.lastIndexOf('/') + 1);
  const near = nearestName(nameOf(path), known.map(nameOf));
  return near === undefined ? undefined : `did you mean \`${known.find((other) => nameOf(other) === near)}\`?`;
}

/** The booklet names a template that is not there. */
export const missingTemplate = (name: string, others: readonly string[], place: Place): Diagnostic =>
  error(
    'project/missing-template',
    `there is no template \`${name}\``,
    didYouMean(name, others) ?? `use one of: ${others.join(', ')}`,
    place,
  );

/** There are no templates at all. */
export const noTemplates = (folder: string, place: Place): Diagnostic =>
  error('project/missing-template', `there is no template in ${folder}/`, 'a template needs at least a layout.hbs', place);

/** A template's file that cannot be had. */
export const unreadableTemplate = (path: string, failure: ReadFailure): Diagnostic =>
  error('project/unreadable-template', `${path} ${wordsOfFailure(failure).what}`, wordsOfFailure(failure).hint, undefined);

/** A template.yaml that says something else than what it extends. */
export const badTemplateFile = (place: Place): Diagnostic =>
  error(
    'project/bad-template',
    'template.yaml has one key, `extends`, with the name of another template',
    'write `extends: briefing`, or delete the file',
    place,
  );

/** Templates that extend each other in a circle. */
export const extendsItself = (name: string, place: Place): Diagnostic =>
  error('project/template-cycle', `template \`${name}\` extends itself`, 'let one of the templates extend none', place);

/** A paper format that nobody knows. */
export const unknownPaper = (paper: string, known: readonly string[], place: Place): Diagnostic =>
  error(
    'project/unknown-paper',
    `unknown paper \`${paper}\``,
    didYouMean(paper, known) ?? `use ${known.join(', ')}, or a size such as 148mm x 210mm`,
    place,
  );

/** A picture, chart or data file that cannot be had. */
export const unreadableFile = (path: string, failure: ReadFailure, known: readonly string[], place: Place): Diagnostic =>
  error(
    'picture/unreadable-file',
    `${path} ${wordsOfFailure(failure).what}`,
    (failure === 'missing' ? didYouMeanFile(path, known) : undefined) ?? wordsOfFailure(failure).hint,
    place,
  );

/** A path or address that a booklet may not read. */
export const outsidePath = (path: string, place: Place): Diagnostic =>
  error(
    'picture/outside-path',
    `${path} is not in the booklet’s folder`,
    'put the file into the booklet’s folder and write its path from there; nothing is fetched from the network',
    place,
  );

/** A file that is no picture, or a damaged one. */
export const badPicture = (path: string, message: string, hint: string, place: Place): Diagnostic =>
  error('picture/bad-picture', `${path}: ${message}`, hint, place);

/** A QR code of a place that phones cannot open. */
export const notAnAddress = (address: string, place: Place): Diagnostic =>
  error('picture/not-an-address', `a QR code cannot lead to ${address}`, 'write a web address that begins with https://', place);

/** An address that makes too large a QR code. */
export const longCodeAddress = (address: string, place: Place): Diagnostic =>
  error(
    'picture/long-code',
    `the address ${address.slice(0, 40)}${address.length > 40 ? '…' : ''} is too long for a QR code`,
    `use a shorter address: at most ${longestCodeAddress} letters fit`,
    place,
  );

/** A chart file that has the wrong ending. */
export const notAChartFile = (path: string, place: Place): Diagnostic =>
  error(
    'picture/not-a-chart',
    `${path} is not a chart`,
    'the name of a chart ends in .vl.yaml or .vl.json (Vega-Lite), .vg.yaml or .vg.json (Vega)',
    place,
  );

/** More numbers than anybody reads in a table. */
export const longChartData = (rows: number, most: number, place: Place): Diagnostic =>
  warning(
    'picture/long-chart-data',
    `the data of this chart has ${rows} rows, and a table has at most ${most}`,
    'write {data=none} behind the chart, or give it fewer rows',
    place,
  );
