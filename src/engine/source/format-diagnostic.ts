/**
 * Writes a problem as text: where it is, what it is, the quoted line with carets, and the hint.
 *
 * The first line has the shape `path:line:column: error: message [code]`, which terminals and editors make
 * clickable. What is quoted may come from a stranger: nothing in it can steer the terminal.
 */
import type { Diagnostic } from './diagnostic.ts';
import { quoteLine, steeringCharacters } from './quote-line.ts';
import { lineText, positionAt } from './source-file.ts';

/** The pieces of a written problem, for those who color them. */
export type DiagnosticPart = 'place' | 'error' | 'warning' | 'message' | 'code' | 'gutter' | 'quote' | 'caret' | 'hint';

/** How a problem is written. */
export interface DiagnosticStyle {
  /** Decorates one piece of text; it must not add characters that take space. */
  readonly paint?: (part: DiagnosticPart, text: string) => string;
  /** The most columns that a quoted line takes; 100 if left out. */
  readonly width?: number;
}

/** Returns the problem as one or more lines, without a line end after the last. */
export function formatDiagnostic(diagnostic: Diagnostic, style: DiagnosticStyle = {}): string {
  const paint = style.paint ?? ((_part, text) => text);
  const { severity, code, span, hint } = diagnostic;
  const headline = `${paint(severity, `${severity}:`)} ${paint('message', visible(diagnostic.message))} ${paint('code', `[${code}]`)}`;
  const lines: string[] = [];
  if (span) {
    const { line, column } = positionAt(span.file, span.start);
    lines.push(`${paint('place', `${visible(span.file.path)}:${line}:${column}:`)} ${headline}`);
    const quote = quoteLine(lineText(span.file, line), { start: column - 1, end: column - 1 + span.end - span.start }, style.width ?? 100);
    const number = String(line);
    lines.push(`${paint('gutter', ` ${number} |`)} ${paint('quote', quote.text)}`.trimEnd());
    lines.push(`${paint('gutter', ` ${' '.repeat(number.length)} |`)} ${quote.indent}${paint('caret', quote.carets)}`);
  } else {
    lines.push(headline);
  }
  if (hint !== undefined) lines.push(paint('hint', `hint: ${visible(hint)}`));
  return lines.join('\n');
}

const visible = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ').replace(steeringCharacters, '\ufffd');
