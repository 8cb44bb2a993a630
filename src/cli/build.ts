/** `octavo build` and `octavo check`: the same work, told in the same way; only one of them writes. */
import { now } from '../host/clock.ts';
import { OutputFailure } from '../host/write-output.ts';
import { build, check } from '../library/build-booklets.ts';
import type { BuildOptions, BuildResult, BuiltFile, EditionResult } from '../library/build-result.ts';
import type { CommandLine } from './arguments.ts';
import { buildReport, shortPath } from './build-report.ts';
import { exitCodes } from './exit-codes.ts';
import { describeCount, plural, printDiagnostics } from './print-diagnostics.ts';
import { complainOfFault } from './print-failure.ts';
import type { Terminal } from './terminal.ts';

/** Builds what the command line asks for and tells about it. Returns the exit code. */
export async function runBuild(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options, began } = optionsFor(line, terminal);
  const result = await build({
    ...options,
    onFinish: (edition) => {
      if (!line.json) for (const file of edition.files) terminal.print(describeFile(file, edition));
    },
  });
  terminal.progress('');
  if (line.json) return printReport(result, terminal);
  const count = printDiagnostics(result.booklets, terminal);
  complainOfMissing(result.booklets, terminal);
  const written = result.booklets.reduce((sum, edition) => sum + edition.files.length, 0);
  const formats = line.formats ?? ['pdf'];
  const noun = formats.every((format) => format === 'pdf') ? 'PDF' : 'file';
  const failed = countFailed(result.booklets, formats.length);
  const problems = failed > 0 && count.errors + count.warnings === 0 ? [] : [describeCount(count)];
  const outcome = [...(failed > 0 ? [`${failed} could not be written`] : []), ...problems];
  terminal.print(`${plural(written, noun)} in ${seconds(now() - began)}: ${outcome.join(', ')}`);
  return exitCodeOf(result);
}

/** Checks what the command line asks for and tells about it. Returns the exit code. */
export async function runCheck(line: CommandLine, terminal: Terminal): Promise<number> {
  const { options, began } = optionsFor(line, terminal);
  const result = await check(options);
  terminal.progress('');
  if (line.json) return printReport(result, terminal);
  const count = printDiagnostics(result.booklets, terminal);
  for (const { fault } of result.booklets) if (fault) complainOfFault(fault, terminal);
  const booklets = new Set(result.booklets.map((edition) => edition.folder)).size;
  const pages = result.booklets.reduce((sum, edition) => sum + edition.pages, 0);
  const checked = [plural(booklets, 'booklet'), plural(result.booklets.length, 'edition'), plural(pages, 'page')].join(', ');
  terminal.print(`checked ${checked} in ${seconds(now() - began)}: ${describeCount(count)}`);
  return exitCodeOf(result);
}

function optionsFor(line: CommandLine, terminal: Terminal): { readonly options: BuildOptions; readonly began: number } {
  const began = now();
  let number = 0;
  const options: BuildOptions = {
    booklets: line.names,
    strict: line.strict,
    ...(line.editions && { editions: line.editions }),
    ...(line.formats && { formats: line.formats }),
    ...(line.paper !== undefined && { paper: line.paper }),
    ...(line.out !== undefined && { out: line.out }),
    onStart: (booklet, edition) => {
      number++;
      // Nobody needs to be told about a second.
      if (now() - began > 1000) terminal.progress(`${number}: ${booklet}, ${edition} …`);
    },
  };
  return { options, began };
}

/** One line a file: where it is, pages, size, and once for each edition the time. */
function describeFile(file: BuiltFile, { files, pages, milliseconds }: EditionResult): string {
  const columns = [
    (file.format === 'pdf' ? plural(pages, 'page') : '').padStart(9),
    `${Math.ceil(file.bytes / 1000)} KB`.padStart(8),
    (file === files[0] ? `${Math.round(milliseconds)} ms` : '').padStart(8),
  ];
  return `${shortPath(file.path ?? '').padEnd(48)} ${columns.join(' ')}`.trimEnd();
}

/** Names every edition that is missing, but each reason once: a full disk is full for all of them. */
function complainOfMissing(results: readonly EditionResult[], terminal: Terminal): void {
  const told = new Set<string>();
  for (const { folder, edition, output, fault } of results) {
    if (output !== undefined) continue;
    terminal.complain(`${edition === undefined ? folder : `${folder}, ${edition} edition`}: not written`);
    if (!fault) continue;
    const reason = fault instanceof OutputFailure ? fault.reason : fault.message;
    if (!told.has(reason)) complainOfFault(fault, terminal);
    told.add(reason);
  }
}

/** How many files are missing for want of a better machine, or program. */
function countFailed(results: readonly EditionResult[], formats: number): number {
  const failing = new Set(results.filter(({ fault }) => fault).map(({ folder }) => folder));
  return results.reduce((sum, { folder, files }) => sum + (failing.has(folder) ? formats - files.length : 0), 0);
}

function printReport(result: BuildResult, terminal: Terminal): number {
  terminal.print(buildReport(result.booklets));
  return exitCodeOf(result);
}

function exitCodeOf(result: BuildResult): number {
  if (result.booklets.some((edition) => edition.fault !== undefined)) return exitCodes.failed;
  return result.isComplete ? exitCodes.good : exitCodes.mistakes;
}

const seconds = (milliseconds: number): string => `${(milliseconds / 1000).toFixed(1)} s`;
