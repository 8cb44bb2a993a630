/** Every message of layout. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import type { Style } from '../style/style.ts';
import type { FontRemedy } from '../text/font-families.ts';

const at = (span: Span | undefined) => span && { span };

/** Narrows the place of a block to the first place in it where a word or character stands. */
function locate(first: string, span: Span | undefined): Span | undefined {
  if (!span) return undefined;
  const start = span.file.text.indexOf(first, span.start);
  return start === -1 || start >= Math.max(span.end, span.start + 1) + 20_000
    ? span
    : { file: span.file, start, end: start + first.length };
}

const codePointName = (character: string): string => `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`;

/** A character that no font has. */
export interface MissingGlyph {
  readonly character: string;
  /** The word that it is in, or what stands around it in scripts without spaces. */
  readonly word: string;
  readonly remedy: FontRemedy | undefined;
}

/** The letters of a script that no font writes, or one sign that is in none of the fonts that are there. */
export function missingGlyph({ character, word, remedy }: MissingGlyph, span: Span | undefined): Diagnostic {
  const isScript = remedy !== undefined && !remedy.hasFont;
  const named = `“${character}” (${codePointName(character)}${remedy ? `, ${remedy.script}` : ''})`;
  const example = word === character ? '' : ` in “${shorten(word)}”`;
  return {
    severity: 'error',
    code: 'layout/missing-glyph',
    message: isScript
      ? `no font is installed for ${remedy.script}, as${example || ` in “${character}”`}`
      : `no font has the character ${named}${example}`,
    hint: hintFor(remedy),
    ...at(locate(isScript ? word : character, span)),
  };
}

function hintFor(remedy: FontRemedy | undefined): string {
  if (remedy?.packageName === undefined) return 'use another character';
  const command = `run \`npm install ${remedy.packageName}\` in the folder of your project`;
  return remedy.hasFont ? `${command}, or use another character` : command;
}

const shorten = (word: string): string => (word.length > 24 ? `${word.slice(0, 24)}…` : word);

/** A formula that is wider than its line. */
export const wideFormula = (width: number, room: number, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/wide-formula',
  message: `this formula is ${Math.round((width / room) * 100)} % as wide as its line`,
  hint: 'display it on lines of its own with $$, divided by \\\\ inside \\begin{aligned} … \\end{aligned}',
  ...at(span),
});

/** A word that is longer than its line: it was divided between any two letters, or sticks out. `hyphens` is what its style says. */
export const wideWord = (line: string, hyphens: Style['hyphens'] | undefined, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/wide-word',
  message: `“${line.trim().slice(0, 40)}${line.trim().length > 40 ? '…' : ''}” is wider than its line`,
  hint: `shorten it, or mark where it may be divided with ${hyphens === 'none' ? 'zero width spaces (U+200B)' : 'soft hyphens (U+00AD)'}`,
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

/** A float that has no room beside anything else. */
export const tallFloat = (height: number, available: number, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/tall-float',
  message: `this is ${Math.round(height)} pt high but a page has ${Math.round(available)} pt, so it does not float and stands in the text`,
  hint: 'make it smaller, or let it not float',
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

/** A margin in which no note has room. */
export const narrowMargin = (width: number, least: number, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/narrow-margin',
  message: `the outer margin leaves ${Math.max(0, Math.round(width))} pt for notes, so this one is printed in the text`,
  hint: `widen the outer margins of the template so that notes get ${least} pt, or give the note \`float: none\``,
  ...at(span),
});

/** A note in the margin that is longer than a page. */
export const longSidenote = (span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/long-margin-note',
  message: 'this note is longer than the margin of a page, so it is printed in the text',
  hint: 'shorten it, or make it a :::note',
  ...at(span),
});

/** A note in the margin that other notes left no room. */
export const movedSidenote = (span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/moved-margin-note',
  message: 'this note has no room in the margin beside its place, so it stands on the next page',
  hint: 'shorten the notes on its page, or make one of them a :::note',
  ...at(span),
});

/** Page references that still change after the last allowed pass. */
export const unstableReferences = (names: readonly string[], passes: number, span: Span | undefined): Diagnostic => ({
  severity: 'warning',
  code: 'layout/unstable-references',
  message: `the pages of ${names.slice(0, 5).map(quotedName).join(', ')}${names.length > 5 ? ' …' : ''} still change after ${passes} passes`,
  hint: 'their numbers move what they lead to, and may be off by one page; add or remove a line near these places',
  ...at(span),
});

const quotedName = (name: string): string => `\`${name}\``;

/** A document of more pages than anybody prints: a sign of a runaway. */
export const tooManyPages = (limit: number, span: Span | undefined): Diagnostic => ({
  severity: 'error',
  code: 'layout/too-many-pages',
  message: `the booklet has more than ${limit} pages`,
  hint: 'divide it into several booklets',
  ...at(span),
});
