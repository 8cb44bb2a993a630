/** Messages about blocks with lines of their own around them: tables, and what `:::` opens. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

function error(name: string, message: string, span: Span, hint: string): Diagnostic {
  return { severity: 'error', code: `content/${name}`, message, span, hint };
}

// Tables

/** A row that is wider than its table. */
export const tooManyCells = (cells: number, columns: number, span: Span): Diagnostic =>
  error(
    'too-many-cells',
    `this row has ${cells} cells, but the table has ${columns} ${columns === 1 ? 'column' : 'columns'}`,
    span,
    'remove a cell, add a column to the heading row, or write \\| for a bar inside a cell',
  );

/** A caption with attributes beside which there is no table. */
export const strayCaption = (span: Span): Diagnostic =>
  error('stray-caption', 'there is no table before or after this caption', span, 'put the caption directly before or after its table');

/** A cell that shall join another, where none is. */
export const straySpan = (sign: '||' | '^^', span: Span): Diagnostic =>
  error(
    'stray-span',
    `\`${sign}\` joins a cell with the one ${sign === '||' ? 'before' : 'above'} it, and there is none`,
    span,
    sign === '||'
      ? 'for an empty cell write a space between the bars'
      : 'write what the cell holds; cells below the header row do not join it',
  );

/** A cell that shall join one of another width. */
export const unevenSpan = (columns: number, span: Span): Diagnostic =>
  error(
    'uneven-span',
    'this cell and the one above it, which it shall join, do not span the same columns',
    span,
    columns === 1 ? 'write one ^^ for each cell above' : `write ^^${'|'.repeat(columns)} below a cell that spans ${columns} columns`,
  );

// Directives

/** Colons followed by something that is no name. */
export const malformedDirective = (span: Span): Diagnostic =>
  error('malformed-directive', 'this block has no name', span, 'write a name after the colons, as in :::note');

/** A block that does not exist. */
export const unknownDirective = (name: string, nearest: string | undefined, known: readonly string[], span: Span): Diagnostic =>
  error(
    'unknown-directive',
    `unknown block \`${name}\`${nearest === undefined ? '' : `; did you mean \`${nearest}\`?`}`,
    span,
    `the blocks are ${known.map((each) => `\`${each}\``).join(', ')}`,
  );

/** Words after the name of a block. */
export const textAfterDirective = (name: string, text: string, span: Span): Diagnostic =>
  error(
    'text-after-directive',
    `unexpected text after \`:::${name}\``,
    span,
    `to give the block a title, write :::${name}{title="${text.replaceAll('"', '”').slice(0, 60)}"}`,
  );

/** A block without end. */
export const unclosedDirective = (name: string, colons: string, span: Span): Diagnostic =>
  error('unclosed-directive', `\`${colons}${name}\` is never closed`, span, `add a line \`${colons}\` after its last line`);

/** An end without a block. */
export const strayClose = (span: Span): Diagnostic =>
  error('stray-close', 'these colons close no block', span, 'remove the line, or open a block before it with three colons, as in :::note');

/** An item of a timeline without its date. */
export const timelineWithoutDate = (span: Span): Diagnostic =>
  error(
    'timeline-without-date',
    'this item of the timeline has no date',
    span,
    'begin it with the date in bold, as in - **1994** The law changes',
  );

/** A timeline of nothing. */
export const emptyTimeline = (span: Span): Diagnostic =>
  error('empty-timeline', 'this timeline has no items', span, 'add items such as - **1994** The law changes');

/** Nothing to stand beside. */
export const tooFewSides = (count: number, span: Span): Diagnostic =>
  error(
    'too-few-sides',
    count === 0 ? 'nothing stands side by side here' : 'only one block stands in `:::side-by-side`',
    span,
    'put two blocks or more into it; several that belong together go into a :::side',
  );

/** Sides within sides, which no page is wide enough for. */
export const nestedSides = (span: Span): Diagnostic =>
  error(
    'nested-sides',
    'blocks stand side by side already around this',
    span,
    'end the outer `:::side-by-side` first, or let the inner blocks follow each other',
  );

/** A side without others. */
export const straySide = (span: Span): Diagnostic =>
  error('stray-side', 'a `:::side` stands directly in a `:::side-by-side`', span, 'open one before it, with four colons: ::::side-by-side');

/** A side without anything. */
export const emptySide = (span: Span): Diagnostic =>
  error('empty-side', 'there is nothing on this side', span, 'write something into it, or take it away');

/** A heading beside its text. */
export const headingAsSide = (span: Span): Diagnostic =>
  error('heading-as-side', 'this heading would stand beside its text', span, 'put it and what belongs to it into a :::side');
