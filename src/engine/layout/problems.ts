/** Every message of layout. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

const at = (span: Span | undefined) => span && { span };

/** Narrows the place of a block to the first of some characters in it. */
function locate(characters: string, span: Span | undefined): Span | undefined {
  if (!span) return undefined;
  const first = String.fromCodePoint(characters.codePointAt(0)!);
  const start = span.file.text.indexOf(first, span.start);
  return start === -1 || start >= Math.max(span.end, span.start + 1) + 20_000
    ? span
    : { file: span.file, start, end: start + first.length };
}

const codePointName = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** Scripts that an optional font package adds; the first range that holds the character names it. */
const scriptPackages: readonly (readonly [from: number, to: number, script: string, fontPackage: string])[] = [
  [0x0590, 0x05ff, 'Hebrew', 'noto-sans-hebrew'],
  [0x0600, 0x06ff, 'Arabic', 'noto-naskh-arabic'],
  [0x0900, 0x097f, 'Devanagari', 'noto-sans-devanagari'],
  [0x0980, 0x09ff, 'Bengali', 'noto-sans-bengali'],
  [0x0a00, 0x0a7f, 'Gurmukhi', 'noto-sans-gurmukhi'],
  [0x0a80, 0x0aff, 'Gujarati', 'noto-sans-gujarati'],
  [0x0b80, 0x0bff, 'Tamil', 'noto-sans-tamil'],
  [0x0c00, 0x0c7f, 'Telugu', 'noto-sans-telugu'],
  [0x0c80, 0x0cff, 'Kannada', 'noto-sans-kannada'],
  [0x0d00, 0x0d7f, 'Malayalam', 'noto-sans-malayalam'],
  [0x0d80, 0x0dff, 'Sinhala', 'noto-sans-sinhala'],
  [0x0e00, 0x0e7f, 'Thai', 'noto-sans-thai'],
  [0x0e80, 0x0eff, 'Lao', 'noto-sans-lao'],
  [0x1000, 0x109f, 'Burmese', 'noto-sans-myanmar'],
  [0x10a0, 0x10ff, 'Georgian', 'noto-sans-georgian'],
  [0x0530, 0x058f, 'Armenian', 'noto-sans-armenian'],
  [0x1200, 0x139f, 'Ethiopic', 'noto-sans-ethiopic'],
  [0x1780, 0x17ff, 'Khmer', 'noto-sans-khmer'],
  [0x3040, 0x30ff, 'Japanese', 'noto-sans-jp'],
  [0x4e00, 0x9fff, 'Chinese', 'noto-sans-sc'],
  [0xac00, 0xd7af, 'Korean', 'noto-sans-kr'],
];

/** Characters that no font of the booklet can print. */
export function missingGlyph(characters: string, span: Span | undefined): Diagnostic {
  const first = String.fromCodePoint(characters.codePointAt(0)!);
  const code = first.codePointAt(0)!;
  const known = scriptPackages.find(([from, to]) => code >= from && code <= to);
  return {
    severity: 'error',
    code: 'layout/missing-glyph',
    message: `no font has the character “${first}” (${codePointName(first)}${known ? `, ${known[2]}` : ''})`,
    hint: known ? `add the font package @expo-google-fonts/${known[3]} to your project, or use other characters` : 'use another character',
    ...at(locate(first, span)),
  };
}

/** A word that is longer than its line: it was divided between any two letters, or sticks out. */
export const wideWord = (line: string, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/wide-word',
  message: `“${line.trim().slice(0, 40)}${line.trim().length > 40 ? '…' : ''}” is wider than its line`,
  hint: 'shorten it, or mark where it may be divided with soft hyphens (U+00AD)',
  ...at(span),
});

/** A table that does not fit its place, and what it is called. */
export interface WideTable {
  /** As its caption says: "Table 3". */
  readonly name: string | undefined;
  readonly needed: number;
  readonly available: number;
}

/** What was done to make it fit. */
export interface TableFitting {
  /** Size of its text, 1 for as it was. */
  readonly scale: number;
  readonly isSideways: boolean;
  readonly isDivided: boolean;
}

/** A table whose columns cannot be narrow enough. */
export function wideTable({ name, needed, available }: WideTable, fitting: TableFitting, span: Span | undefined): Diagnostic {
  const done: string[] = [];
  if (fitting.isSideways) done.push('it was turned sideways on a page of its own');
  if (fitting.scale < 1) done.push(`its text was made smaller, to ${Math.round(fitting.scale * 100)} %`);
  if (fitting.isDivided) done.push('its words were divided');
  const list = done.length > 1 ? `${done.slice(0, -1).join(', ')} and ${done.at(-1)}` : done.join('');
  return {
    severity: 'warning',
    code: 'layout/wide-table',
    message: `${name ?? 'this table'} needs ${Math.ceil(needed)} pt but its place is ${Math.floor(available)} pt wide, so ${list}`,
    hint: 'use fewer columns or shorter words, or turn rows into columns',
    ...at(span),
  };
}

/** A picture that had to be made smaller than it was asked to be. */
export const tallPicture = (height: number, available: number, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/tall-picture',
  message: `this picture would be ${Math.round(height)} pt high but a page has ${Math.round(available)} pt, so it was made smaller`,
  hint: 'give it a smaller width or height',
  ...at(span),
});

/** Something that cannot be cut and is higher than a page. */
export const tallerThanPage = (height: number, available: number, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/taller-than-page',
  message: `this is ${Math.round(height)} pt high but a page has ${Math.round(available)} pt, so it runs over the foot of its page`,
  hint: 'make it smaller, or divide it',
  ...at(span),
});

/** A footnote of which not even the beginning has room below its call. */
export const lateNote = (span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/late-note',
  message: 'there is no room for this footnote on the page of its call, so it begins on the next',
  hint: 'shorten it, or move the picture or table in it into the text',
  ...at(span),
});

/** Page references that still change after the last allowed pass. */
export const unstableReferences = (names: readonly string[], passes: number): Diagnostic => ({
  severity: 'warning',
  code: 'layout/unstable-references',
  message: `page numbers still change after ${passes} passes: ${names.slice(0, 5).join(', ')}${names.length > 5 ? ' …' : ''}`,
  hint: 'the printed numbers may be off by one page; add or remove a line near these places',
});

/** A document of more pages than anybody prints: a sign of a runaway. */
export const tooManyPages = (limit: number, span: Span | undefined): Diagnostic => ({
  severity: 'error',
  code: 'layout/too-many-pages',
  message: `the booklet has more than ${limit} pages`,
  hint: 'divide it into several booklets',
  ...at(span),
});
