/** Every message about a booklet’s files and YAML, in the author’s words; those about Markdown are in `markdown-problems.ts`, those about unreadable YAML in `yaml-problems.ts`. */
import type { Diagnostic } from '../source/diagnostic.ts';
import { wordsOfFailure } from '../source/read-failure.ts';
import type { Span } from '../source/source-file.ts';
import type { ReadFailure } from '../source/workspace.ts';

function problem(severity: 'error' | 'warning', name: string, message: string, span: Span): Diagnostic {
  return { severity, code: `content/${name}`, message, span };
}

function error(name: string, message: string, span: Span, hint?: string): Diagnostic {
  return { ...problem('error', name, message, span), ...(hint !== undefined && { hint }) };
}

function warning(name: string, message: string, span: Span, hint?: string): Diagnostic {
  return { ...problem('warning', name, message, span), ...(hint !== undefined && { hint }) };
}

function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
}

function oneOf(names: readonly (string | number)[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

// Files

/** A file that a booklet cannot do without, or that is there and cannot be read. */
export function unreadableFile(failure: ReadFailure, span: Span): Diagnostic {
  if (failure === 'missing') return error('missing-file', 'this file is missing', span, 'make the file; its first line can be `title: …`');
  const { what, hint } = wordsOfFailure(failure);
  return error('unreadable-file', `this file ${what}`, span, hint);
}

/** A YAML file in the folder that nothing reads. */
export const unknownFile = (name: string, nearest: string | undefined, span: Span): Diagnostic =>
  error('unknown-file', `no part of a booklet is called \`${name}\`${meant(nearest)}`, span, 'rename or remove the file');

/** A file among the sections that is no Markdown. */
export const unknownSectionFile = (name: string, span: Span): Diagnostic =>
  warning(
    'unknown-section-file',
    `\`${name}\` is not printed, because its name does not end in .md`,
    span,
    'rename it, or move it out of the folder sections',
  );

/** A booklet without text. */
export const emptyBooklet = (span: Span): Diagnostic =>
  error(
    'empty-booklet',
    'this booklet has no sections',
    span,
    'add a file such as sections/01-introduction.md that begins with `# Introduction`',
  );

/** `#Title`. */
export const headingWithoutSpace = (hashes: string, span: Span): Diagnostic =>
  error(
    'heading-without-space',
    `a space is missing after ${hashes}, so this line is no heading`,
    span,
    `write \`${hashes} \` and then the heading`,
  );

/** `#Causes` alone on its line. */
export const headingOrTag = (span: Span): Diagnostic =>
  warning(
    'heading-without-space',
    'this line is printed with its #, and is no heading',
    span,
    'write `## ` and then the heading, or `\\#` for a # that is printed',
  );

/** A section without a title. */
export const sectionWithoutHeading = (span: Span): Diagnostic =>
  error('section-without-heading', 'this section has no heading', span, 'begin the file with a line such as `# How it started`');

/** Text that stands above the title of its section. */
export const textBeforeHeading = (span: Span): Diagnostic =>
  error('text-before-heading', 'this text stands before the heading of its section', span, 'move it below the heading');

/** A heading of the first level where there is already one. */
export const secondTitle = (span: Span): Diagnostic =>
  error(
    'second-title',
    'a section has only one heading with a single #',
    span,
    'write ## for a heading inside the section, or start a new file',
  );

/** A section that does not begin with a heading of the first level. */
export const titleLevel = (span: Span): Diagnostic =>
  error('title-level', 'the heading of a section has a single #', span, 'remove all but one #');

/** A formula in the title of a section. */
export const formulaInTitle = (span: Span): Diagnostic =>
  error(
    'formula-in-title',
    'the title of a section is plain text and cannot hold a formula',
    span,
    'write it in letters and signs, as in √2 or x²; headings with ## may have formulas',
  );

/** A heading two levels below the one before it. */
export const skippedLevel = (expected: number, span: Span): Diagnostic =>
  warning('skipped-level', 'this heading skips a level', span, `write ${'#'.repeat(expected)} instead: screen readers announce the levels`);

/** An id on the title of a section. */
export const idOfSection = (id: string, span: Span): Diagnostic =>
  warning(
    'section-id',
    `a section takes its id from the name of its file: \`${id}\``,
    span,
    `remove the attributes, and refer to the section with [](#${id})`,
  );

/** A file name that cannot be an id. */
export const sectionFileName = (id: string, span: Span): Diagnostic =>
  warning(
    'section-file-name',
    `the name of this file has characters that an id cannot have, so the section’s id is \`${id}\``,
    span,
    'rename the file with letters, digits and hyphens',
  );

// Values

/** A character that cannot be printed. */
export const unprintableCharacter = (code: number, span: Span): Diagnostic =>
  error(
    'unprintable-character',
    `the character U+${code.toString(16).toUpperCase().padStart(4, '0')} cannot be printed`,
    span,
    'remove it; it may be invisible in your editor',
  );

/** A key that must be there. */
export const missingKey = (name: string, holder: string | undefined, span: Span): Diagnostic =>
  error('missing-key', `${holder ? `this ${holder}` : 'this entry'} has no \`${name}\``, span, `add a line \`${name}: …\``);

/** A key that nothing reads. */
export const unknownKey = (key: string, nearest: string | undefined, known: readonly string[], span: Span): Diagnostic =>
  error('unknown-key', `unknown key \`${key}\`${meant(nearest)}`, span, `known here are ${oneOf(known)}`);

const kinds: Readonly<Record<string, readonly [string, string]>> = {
  object: ['a group of keys', 'write lines such as `key: value`, indented below it'],
  array: ['a list', 'write each item on a line of its own that begins with `- `'],
  string: ['text', 'write the text after the colon'],
  integer: ['a whole number', 'write digits only'],
  boolean: ['true or false', 'write true or false'],
};

/** A value of the wrong kind, such as a list where text belongs. */
export function wrongKind(found: FoundValue, expected: string, title: string | undefined, span: Span): Diagnostic {
  const [words, hint] = kinds[expected] ?? ['something else', ''];
  const named = found.key === undefined ? (title === undefined ? 'this file' : `the ${title}`) : `\`${found.key}\``;
  const subject = found.isItem ? `each item of ${named}` : named;
  if (found.kind === 'nothing')
    return error('empty-value', `${found.isItem ? 'this item' : subject} has no value`, span, `${hint}, or remove the line`);
  return error('wrong-kind', `${subject} must be ${words}, not ${found.kind}`, span, slipOf(found, expected) ?? hint);
}

/** A value as it was found. */
export interface FoundValue {
  /** Of the value, or of the list that it is an item of. */
  readonly key: string | undefined;
  readonly isItem: boolean;
  /** In words, such as `a list`. */
  readonly kind: string;
  readonly text: string | undefined;
}

/** A space or sign too few makes plain text of what was meant as a list or a group, and a colon too many the reverse. */
function slipOf({ kind, text }: FoundValue, expected: string): string | undefined {
  if (expected === 'string' && kind === 'a group of keys') return 'if the text has a colon, put all of it in quotation marks';
  if (text === undefined) return undefined;
  if (expected === 'array') {
    if (/^-[^\s-]/.test(text)) return 'write a space after every hyphen, as in `- Boil water`';
    const bullet = /^[•–—*·▪]/.exec(text)?.[0];
    return bullet && `begin each item with a hyphen and a space, not with ${bullet}`;
  }
  const key = /^([\p{L}_][\p{L}\p{N}_-]*)\s*([:=：])/u.exec(text);
  if (expected !== 'object' || !key) return undefined;
  return key[2] === ':'
    ? `write a space after the colon, as in \`${key[1]}: …\``
    : `write a colon and a space after the key, as in \`${key[1]}: …\``;
}

/** A name that is not one of the known ones. */
export const invalidName = (
  found: { readonly key: string | undefined; readonly value: string; readonly title: string | undefined },
  nearest: string | undefined,
  known: readonly string[],
  span: Span,
): Diagnostic =>
  error(
    'unknown-name',
    `there is no ${found.title ?? found.key ?? 'value'} ${quoted(found.value)}${meant(nearest)}`,
    span,
    `write one of ${oneOf(known)}`,
  );

/** A value of the wrong form, such as a date in words. */
export function invalidForm(
  found: { readonly key: string | undefined; readonly value: string },
  title: string | undefined,
  examples: readonly (string | number)[],
  span: Span,
): Diagnostic {
  if (found.value.trim() === '')
    return error('empty-value', `\`${found.key ?? 'this'}\` is empty`, span, 'write the text, or remove the line');
  const hint = examples.length > 0 ? `write it like ${oneOf(examples)}` : 'write it differently';
  return error('invalid-value', `${quoted(found.value)} is not a ${title ?? found.key ?? 'value'}`, span, hint);
}

/** A number out of bounds. */
export const invalidCount = (
  found: { readonly key: string | undefined; readonly value: string },
  minimum: number | undefined,
  maximum: number | undefined,
  span: Span,
): Diagnostic =>
  error(
    'invalid-value',
    `\`${found.key ?? 'this'}\` cannot be ${found.value}`,
    span,
    `write a number from ${minimum ?? 0} to ${maximum ?? 1000}`,
  );

/** A list with too little in it. */
export const tooFewItems = (key: string | undefined, least: number, span: Span): Diagnostic =>
  error(
    'empty-value',
    `\`${key ?? 'this list'}\` is empty`,
    span,
    `write at least ${least === 1 ? 'one item' : `${least} items`}, or remove the line`,
  );

/** A date that no calendar has. */
export const impossibleDate = (date: string, span: Span): Diagnostic =>
  error('invalid-value', `${quoted(date)} is not a day of the calendar`, span, 'check the month and the day');

/** A language whose words for "page" and "figure" Octavo does not know. */
export const noLabels = (language: string, known: readonly string[], span: Span): Diagnostic =>
  warning(
    'no-labels',
    `words such as "page" and "contents" are printed in English, because Octavo does not know them in \`${language}\``,
    span,
    `it knows them in ${oneOf(known)}; write the other words into a template of your own`,
  );

/** A size of paper that nothing can be printed on. */
export const impossiblePaper = (paper: string, span: Span): Diagnostic =>
  error(
    'invalid-value',
    `${quoted(paper)} is not a size that can be printed`,
    span,
    'write a size from 40mm to 2000mm, as in 148mm x 210mm',
  );

// References

/** An id, term or file name that two things share; `what` begins with its article. */
export const doubleId = (what: string, id: string, span: Span): Diagnostic =>
  error('double-id', `there is already ${what} \`${id}\``, span, 'give each a name of its own, or remove one of the two');

/** A reference to a source that is not there. */
export const unknownSource = (id: string, nearest: string | undefined, span: Span): Diagnostic =>
  error(
    'unknown-source',
    `there is no source \`${id}\` in sources.yaml${meant(nearest)}`,
    span,
    `add a source with \`id: ${id}\`, or correct the name`,
  );

/** A reference to a section that is not there. */
export const unknownSection = (id: string, nearest: string | undefined, known: readonly string[], span: Span): Diagnostic =>
  error(
    'unknown-section',
    `there is no section \`${id}\`${meant(nearest)}`,
    span,
    known.length > 0 ? `the sections are ${oneOf(known.slice(0, 20))}` : 'add a file to the folder sections',
  );

/** A source that nothing refers to. */
export const unusedSource = (id: string, span: Span): Diagnostic =>
  warning('unused-source', `nothing cites the source \`${id}\``, span, `cite it with [@${id}], or remove it`);

/** An edition asked for that the booklet does not have. */
export const unknownEditionAsked = (name: string, nearest: string | undefined, known: readonly string[], span: Span): Diagnostic =>
  error('unknown-edition', `this booklet has no edition \`${name}\`${meant(nearest)}`, span, `its editions are ${oneOf(known)}`);
