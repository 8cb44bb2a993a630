/** `octavo build` and `octavo check`: the same work, told in the same way; only one of them writes. */
import { OutputFailure } from '../host/write-output.ts';
import { build, check } from '../library/build-booklets.ts';
import type { BuildOptions, BuildResult, BuiltFile, EditionResult } from '../library/build-result.ts';
import type { CommandLine } from './arguments.ts';
import { buildReport, shortPath } from './build-report.ts';
import { exitCodes } from './exit-codes.ts';
import { describeCount, plural, printDiagnostics } from './print-diagnostics.ts';
import { complainOfBug } from './print-failure.ts';
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
  for (const edition of result.booklets) if (edition.output === undefined) complainOfMissing(edition, terminal);
  const written = result.booklets.flatMap((edition) => edition.files);
  const noun = written.every((file) => file.format === 'pdf') ? 'PDF' : 'file';
  terminal.print(`${plural(written.length, noun)} in ${seconds(performance.now() - began)}: ${describeCount(count)}`);
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
  terminal.print(`checked ${checked} in ${seconds(performance.now() - began)}: ${describeCount(count)}`);
  return exitCodeOf(result);
}

function optionsFor(line: CommandLine, terminal: Terminal): { readonly options: BuildOptions; readonly began: number } {
  const began = performance.now();
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
      if (performance.now() - began > 1000) terminal.progress(`${number}: ${booklet}, ${edition} …`);
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

function complainOfMissing(result: EditionResult, terminal: Terminal): void {
  const what = result.edition === undefined ? result.folder : `${result.folder}, ${result.edition} edition`;
  terminal.complain(`${what}: not written`);
  if (result.fault) complainOfFault(result.fault, terminal);
}

function complainOfFault(fault: Error, terminal: Terminal): void {
  if (fault instanceof OutputFailure) terminal.complain(`octavo: ${fault.message}\nhint: ${fault.hint}`);
  else complainOfBug(fault, terminal);
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
