/** The answer of `--json`: one object with everything that a program wants to know about a build. */
import { relative, sep } from 'node:path';
import { type Diagnostic, positionAt } from '../engine/index.ts';
import type { EditionResult } from '../library/build-result.ts';

/** Returns the report as JSON text. What does not apply is null, so that every entry has the same keys. */
export function buildReport(results: readonly EditionResult[]): string {
  return JSON.stringify({ booklets: results.map(reportEdition) }, undefined, 2);
}

/** Returns a path as seen from the current folder, with forward slashes. */
export function shortPath(path: string): string {
  return (relative(process.cwd(), path) || '.').replaceAll(sep, '/');
}

function reportEdition(result: EditionResult): object {
  return {
    name: result.name,
    edition: result.edition ?? null,
    output: result.output === undefined ? null : shortPath(result.output),
    files: result.files.map(({ format, path, bytes }) => ({ format, path: path === undefined ? null : shortPath(path), bytes })),
    pages: result.pages,
    bytes: result.bytes,
    milliseconds: Math.round(result.milliseconds),
    diagnostics: result.diagnostics.map(reportDiagnostic),
    ...(result.fault && { fault: result.fault.message }),
  };
}

function reportDiagnostic({ severity, code, message, hint, span }: Diagnostic): object {
  const from = span && positionAt(span.file, span.start);
  const to = span && positionAt(span.file, span.end);
  return {
    severity,
    code,
    message,
    hint: hint ?? null,
    file: span?.file.path ?? null,
    line: from?.line ?? null,
    column: from?.column ?? null,
    endLine: to?.line ?? null,
    endColumn: to?.column ?? null,
  };
}
