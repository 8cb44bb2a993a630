/** Collects problems as they are reported, each once: a document that is laid out twice complains twice. */
import type { Diagnostic, Report } from '../engine/index.ts';

/** A growing collection. */
export interface ProblemCollection {
  readonly report: Report;
  /** Returns the problems so far: those without a place first, the others by file and place. */
  found(): readonly Diagnostic[];
}

/** Starts a collection with some problems in it. */
export function collectProblems(initial: readonly Diagnostic[] = []): ProblemCollection {
  const known = new Map<string, Diagnostic>();
  const report: Report = (diagnostic) => {
    const key = keyOf(diagnostic);
    if (!known.has(key)) known.set(key, diagnostic);
  };
  for (const diagnostic of initial) report(diagnostic);
  return { report, found: () => [...known.values()].sort(byPlace) };
}

/** Two problems are the same when they say the same of the same place. */
function keyOf({ severity, code, message, span }: Diagnostic): string {
  return [severity, code, message, span?.file.path ?? '', span?.start ?? '', span?.end ?? ''].join('\n');
}

function byPlace(one: Diagnostic, other: Diagnostic): number {
  const onePath = one.span?.file.path ?? '';
  const otherPath = other.span?.file.path ?? '';
  if (onePath !== otherPath) return onePath < otherPath ? -1 : 1;
  return (one.span?.start ?? 0) - (other.span?.start ?? 0);
}
