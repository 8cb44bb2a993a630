/** Prints problems for people: in color on a terminal, each once however many editions share it. */
import { styleText } from 'node:util';
import { type Diagnostic, type DiagnosticPart, type DiagnosticStyle, formatDiagnostic } from '../engine/index.ts';
import type { EditionResult } from '../library/build-result.ts';
import { collectProblems } from '../library/collect-problems.ts';
import type { Terminal } from './terminal.ts';

/** How many problems there are, each counted once. */
export interface ProblemCount {
  readonly errors: number;
  readonly warnings: number;
}

/** More than this at once help nobody; the rest is counted, and `--json` has them all. */
const mostPrinted = 100;

/** Prints the problems of all editions and returns their number. */
export function printDiagnostics(results: readonly EditionResult[], terminal: Terminal): ProblemCount {
  const found = collectProblems(results.flatMap((result) => result.diagnostics)).found();
  const style: DiagnosticStyle = terminal.isColored ? { paint: paintPart } : {};
  for (const diagnostic of found.slice(0, mostPrinted)) terminal.complain(`${formatDiagnostic(diagnostic, style)}\n`);
  if (found.length > mostPrinted)
    terminal.complain(`… and ${found.length - mostPrinted} more problems; mend these first, or see all with --json\n`);
  return countProblems(found);
}

/** Writes a count as people say it: `2 errors, 1 warning`, or `no problems`. */
export function describeCount({ errors, warnings }: ProblemCount): string {
  const parts = [...(errors > 0 ? [plural(errors, 'error')] : []), ...(warnings > 0 ? [plural(warnings, 'warning')] : [])];
  return parts.length === 0 ? 'no problems' : parts.join(', ');
}

/** Writes a number with its noun: `1 page`, `12 pages`. */
export const plural = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

/** Counts problems by severity. */
export function countProblems(diagnostics: readonly Diagnostic[]): ProblemCount {
  const errors = diagnostics.filter((diagnostic) => diagnostic.severity === 'error').length;
  return { errors, warnings: diagnostics.length - errors };
}

/** The colors follow compilers that people may know: red for errors, yellow for warnings, the rest kept quiet. */
const formats: Readonly<Record<DiagnosticPart, Parameters<typeof styleText>[0] | undefined>> = {
  place: 'bold',
  error: ['bold', 'red'],
  warning: ['bold', 'yellow'],
  message: 'bold',
  code: 'gray',
  gutter: 'gray',
  quote: undefined,
  caret: 'red',
  hint: 'cyan',
};

function paintPart(part: DiagnosticPart, text: string): string {
  const format = formats[part];
  return format === undefined || text === '' ? text : styleText(format, text, { validateStream: false } as never);
}
