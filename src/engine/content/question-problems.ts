/** Messages about questions, in the author’s words. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

function error(name: string, message: string, span: Span, hint: string): Diagnostic {
  return { severity: 'error', code: `content/${name}`, message, span, hint };
}

/** A question that lacks what its kind needs. */
export const missingOptions = (kind: string, key: string, span: Span): Diagnostic =>
  error('missing-options', `a question of the kind \`${kind}\` needs \`${key}\``, span, `add \`${key}:\` with at least two items`);

/** Options of a question whose kind has none. */
export const uselessOptions = (kind: string, key: string, span: Span): Diagnostic =>
  error(
    'useless-options',
    `a question of the kind \`${kind}\` has no \`${key}\``,
    span,
    `remove \`${key}\`, or give the question another kind`,
  );
