/** Messages about text that is not what its author meant it to be: a picture, a table or a list that stayed a paragraph, a paragraph that became code. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

function error(name: string, message: string, span: Span, hint: string): Diagnostic {
  return { severity: 'error', code: `content/${name}`, message, span, hint };
}

function warning(name: string, message: string, span: Span, hint: string): Diagnostic {
  return { severity: 'warning', code: `content/${name}`, message, span, hint };
}

/** A picture that stayed text, as written. */
export function brokenPicture(written: string, span: Span): Diagnostic {
  return error('broken-picture', 'this picture is not understood', span, pictureHint(written));
}

function pictureHint(written: string): string {
  const bracket = written.indexOf(']');
  const inside = written.slice(written.indexOf('(', bracket) + 1).replace(/\)$/, '');
  if (/[“”„‟«»‘’‚‹›″]/.test(inside)) return 'write the caption between straight quotation marks: "…"';
  if (written[bracket + 1] !== '(') return 'remove the space before (';
  if (!written.endsWith(')')) return 'add ) after the path and the caption';
  if (/^[^"'<]*\S\s+[^"'\s]/.test(inside)) return 'give the file a name without spaces, and put a caption between quotation marks: "…"';
  return 'write it like ![what it shows](images/map.png "the caption")';
}

/** Rows of a table without the line that makes them one. */
export const missingDashes = (columns: number, span: Span): Diagnostic =>
  error('broken-table', 'the line |---|---| is missing below the heading row', span, `add the line ${dashes(columns)} below this one`);

/** The line below the heading row is made of something else than hyphens. */
export const wrongDashes = (columns: number, span: Span): Diagnostic =>
  error('broken-table', 'the line below the heading row is not understood', span, `write it with hyphens: ${dashes(columns)}`);

/** The line below the heading row has too many columns or too few. */
export const unevenDashes = (found: number, columns: number, span: Span): Diagnostic =>
  error(
    'broken-table',
    `the line below the heading row has ${found} ${found === 1 ? 'column' : 'columns'}, the heading row has ${columns}`,
    span,
    `write ${dashes(columns)}, or correct the heading row`,
  );

/** A table that begins with its hyphens. */
export const missingHeadingRow = (span: Span): Diagnostic =>
  error('broken-table', 'the heading row is missing above this line', span, 'add a row with the names of the columns above it');

function dashes(columns: number): string {
  return `|${'---|'.repeat(Math.min(columns, 20))}`;
}

/** Items that stayed one paragraph; `corrected` is the first of them as it should be. */
export const listWithoutSpace = (corrected: string, span: Span): Diagnostic =>
  warning(
    'list-without-space',
    'these lines are no list, so they are printed as one paragraph',
    span,
    `write each like \`${shorten(corrected)}\``,
  );

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

/** Items with letters, which Markdown does not know; `corrected` is the first of them with a number. */
export const listWithLetters = (corrected: string, span: Span): Diagnostic =>
  warning(
    'list-with-letters',
    'lines with letters are no list, so they are printed as one paragraph',
    span,
    `write each with a number, like \`${shorten(corrected)}\``,
  );

/** Asterisks that make nothing bold. */
export const strayAsterisks = (span: Span, hint: string): Diagnostic =>
  warning('stray-asterisks', 'these asterisks make no words bold, so they are printed', span, hint);

/** An indented paragraph. */
export const indentedCode = (span: Span): Diagnostic =>
  warning('indented-code', 'this paragraph is indented, so it is set as code', span, 'remove the spaces before it, or fence it with ```');

/** Attributes that belong to nothing, as written. */
export const strayBraces = (written: string, span: Span): Diagnostic =>
  warning(
    'stray-braces',
    'these braces belong to nothing, so they are printed',
    span,
    /\b(?:numbers|start)\b/.test(written)
      ? 'only a block of code takes them, behind its opening ```'
      : 'put words in brackets before them, as in [words]{.name}; headings, pictures and blocks take them as well',
  );

/** A command of LaTeX in the text. */
export const strayLatex = (name: string, span: Span): Diagnostic =>
  warning(
    'stray-latex',
    `\`${name}\` stands outside of a formula, so it is printed`,
    span,
    'write a dollar sign before and behind the formula',
  );

/** A folder with sections that nothing reads, because it is inside the folder of the sections. */
export const nestedFolder = (name: string, span: Span): Diagnostic =>
  error('nested-folder', `the folder sections/${name} is not printed`, span, 'move its files into sections/');

/** A folder with sections whose name is almost right. */
export const misnamedFolder = (name: string, span: Span): Diagnostic =>
  error('misnamed-folder', `the folder \`${name}\` is not printed`, span, 'rename it `sections`');
