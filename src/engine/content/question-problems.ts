/** Messages about questions, in the author’s words. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

function error(name: string, message: string, span: Span, hint: string): Diagnostic {
  return { severity: 'error', code: `content/${name}`, message, span, hint };
}

function warning(name: string, message: string, span: Span, hint: string): Diagnostic {
  return { severity: 'warning', code: `content/${name}`, message, span, hint };
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

/** An option that stands in its list already. */
export const repeatedOption = (span: Span): Diagnostic =>
  warning('repeated-option', 'this option stands above already', span, 'change it or remove it');

/** A question to fill in that has no gap, nor lines to write on. */
export const withoutGap = (span: Span): Diagnostic =>
  warning('missing-gap', 'there is no gap to fill in', span, 'write `____` with spaces around it where a word is missing');

/** The answer to a choice that is none of the options. */
export const strayAnswer = (nearest: string | undefined, span: Span): Diagnostic =>
  warning(
    'stray-answer',
    `this answer is none of the options${nearest === undefined ? '' : `; did you mean \`${nearest}\`?`}`,
    span,
    'begin it with the words of an option, or with its letter',
  );

/** The answer to an order, in numbers, that is none. */
export const disorderedAnswer = (count: number, span: Span): Diagnostic =>
  warning(
    'stray-answer',
    `this order does not name each of the ${count} options once`,
    span,
    'say the answer in words: then it stays right when the options are rearranged',
  );
