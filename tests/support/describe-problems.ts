/** Diagnostics as short lines that a test can spell out. */
import type { Diagnostic } from '../../src/engine/source/diagnostic.ts';
import { positionAt } from '../../src/engine/source/source-file.ts';

/** Returns `line:column-column message`, and `line:column-line:column message` for several lines; the second place is exclusive. */
export function describeProblem(diagnostic: Diagnostic): string {
  const { span, message } = diagnostic;
  if (!span) return `nowhere ${message}`;
  const start = positionAt(span.file, span.start);
  const end = positionAt(span.file, span.end);
  const to = start.line === end.line ? `${end.column}` : `${end.line}:${end.column}`;
  return `${start.line}:${start.column}-${to} ${message}`;
}
