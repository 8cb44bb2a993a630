/** Every message about Markdown, in the author’s words; those about the YAML files are in `problems.ts`. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import type { AttributeValue } from './directives.ts';

function problem(severity: 'error' | 'warning', name: string, message: string, span: Span | undefined): Diagnostic {
  return { severity, code: `content/${name}`, message, ...(span && { span }) };
}

function error(name: string, message: string, span: Span | undefined, hint?: string): Diagnostic {
  return { ...problem('error', name, message, span), ...(hint !== undefined && { hint }) };
}

function warning(name: string, message: string, span: Span | undefined, hint?: string): Diagnostic {
  return { ...problem('warning', name, message, span), ...(hint !== undefined && { hint }) };
}

/** Adds the question that helps with misspelt names. */
function meant(nearest: string | undefined): string {
  return nearest === undefined ? '' : `; did you mean \`${nearest}\`?`;
}

function oneOf(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(', ');
}

/** Keeps what an author wrote short enough for a line of the terminal. */
function quoted(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return `\`${line.length > 60 ? `${line.slice(0, 57)}…` : line}\``;
}

// Markdown

/** A text too long to be read. */
export const tooLongText = (span: Span): Diagnostic =>
  error('too-long', 'this text is too long to read', { ...span, end: span.start + 1 }, 'split it into several sections');

/** Lists, quotations or markup inside each other beyond reason. */
export const tooDeep = (span: Span): Diagnostic =>
  error('too-deep', 'this text is nested too deeply', span, 'use fewer levels of lists, quotations and blocks');

/** A fence of backticks or tildes without end. */
export const unclosedCode = (fence: string, span: Span): Diagnostic =>
  error('unclosed-code', 'this code block is never closed', span, `add a line \`${fence}\` after it`);

/** Words behind the language of a fence, or behind its braces. */
export const unreadInfo = (span: Span): Diagnostic =>
  warning('unread-info', 'this is not read', span, 'behind the language there may be {numbers}, {start=10}, {#name} or {.class}');

/** HTML in Markdown. */
export function rawHtmlFound(tag: string, span: Span): Diagnostic {
  const name = /^<\/?([A-Za-z][A-Za-z0-9-]*)/.exec(tag)?.[1]?.toLowerCase();
  const hints: Readonly<Record<string, string>> = {
    br: 'end the line with a backslash instead',
    b: 'write **bold** instead',
    strong: 'write **bold** instead',
    i: 'write *italic* instead',
    em: 'write *italic* instead',
    s: 'write ~~struck out~~ instead',
    img: 'write ![what it shows](images/picture.png) instead',
    a: 'write [words](https://example.org) instead',
    sub: 'write the character itself, as in CO₂',
    sup: 'write the character itself, as in m²',
    '!--': 'close the comment with -->',
  };
  const hint = tag.startsWith('<!--') ? hints['!--'] : Object.hasOwn(hints, name ?? '') ? hints[name ?? ''] : undefined;
  const message = tag.startsWith('<!--') ? 'this comment is never closed' : `HTML such as ${quoted(tag)} is not allowed in Markdown`;
  return error('raw-html', message, span, hint ?? 'remove it, or write \\< to print the sign itself');
}

/** A call of a note that does not exist. */
export const undefinedNote = (label: string, known: readonly string[], span: Span): Diagnostic =>
  error(
    'undefined-note',
    `there is no note \`${label}\``,
    span,
    `add a line [^${label}]: with the text of the note${known.length > 0 ? `, or call one of those that are there: ${oneOf(known)}` : ''}`,
  );

/** A note at the head of a paragraph, which was meant to be its text. */
export const noteWithoutColon = (label: string, span: Span): Diagnostic =>
  error(
    'undefined-note',
    `a colon is missing behind \`[^${label}]\`, so this line is not the text of the note`,
    span,
    `write [^${label}]:`,
  );

/** A note that nothing calls. */
export const unusedNote = (label: string, span: Span): Diagnostic =>
  warning(
    'unused-note',
    `the note \`${label}\` is never used, so it is not printed`,
    span,
    `write [^${label}] where it belongs, or remove it`,
  );

/** A note that two places define. */
export const doublyDefinedNote = (label: string, span: Span): Diagnostic =>
  error('double-note', `the note \`${label}\` is defined more than once`, span, 'give each note a name of its own');

/** A note that two places call. */
export const doubleNote = (label: string, span: Span): Diagnostic =>
  error(
    'note-used-twice',
    `the note \`${label}\` is used more than once`,
    span,
    'each note is printed once, at the foot of its page: write a second note, or refer to the first in words',
  );

/** A note in a note. */
export const nestedNote = (span: Span): Diagnostic =>
  error('nested-note', 'a note cannot stand inside a note', span, 'put its text in parentheses');

/** Something in a citation that is not `@id`. */
export const malformedCitation = (text: string, span: Span): Diagnostic =>
  error(
    'malformed-citation',
    text === '' ? 'this citation names no source' : `${quoted(text)} is not a citation`,
    span,
    'write [@id] or [@first-id; @second-id]',
  );

/** A link without words. */
export const emptyLink = (address: string, span: Span): Diagnostic =>
  error('empty-link', 'this link has no text', span, `write [words](${address})`);

/** A link that leaves the booklet for a file, or whose address is not complete. */
export function linkToFile(address: string, span: Span): Diagnostic {
  if (address === '') return error('unusable-link', 'this link has no address', span, 'write the address between the round brackets');
  const section = /^([\w-]+)\.md$/.exec(address)?.[1];
  if (/^[^\s/@]+@[^\s/@]+\.\w+$/.test(address))
    return error('unusable-link', `${quoted(address)} is no complete address`, span, `write mailto:${address}`);
  if (/^(www\.|[\w-]+\.(com|org|net|edu|gov|info|int)(\/|$))/i.test(address))
    return error('unusable-link', `${quoted(address)} is no complete address`, span, `write https://${address}`);
  return error(
    'link-to-file',
    `a printed booklet cannot link to the file ${quoted(address)}`,
    span,
    section === undefined
      ? 'link to a section with [](#section-name), or to a full address that begins with https://'
      : `link to the section with [](#${section})`,
  );
}

/** A link with an address that must not be followed. */
export const unusableLink = (address: string, span: Span): Diagnostic =>
  error('unusable-link', `${quoted(address)} is not an address that a booklet can link to`, span, 'use https:, http:, mailto: or tel:');

/** An image without words for those who cannot see it. */
export const missingAlt = (path: string, span: Span): Diagnostic =>
  error(
    'missing-alt',
    `${path === '' ? 'this image' : quoted(path)} has no alternative text`,
    span,
    'say between the square brackets what it shows, for readers who cannot see it',
  );

/** An image without a file. */
export const missingImagePath = (span: Span): Diagnostic =>
  error(
    'missing-image-path',
    'this image names no file',
    span,
    'write the path of the file in the parentheses, as in ![what it shows](images/map.png)',
  );

/** An image on the network. */
export const remoteImage = (path: string, span: Span): Diagnostic =>
  error('remote-image', `${quoted(path)} is not a file of the booklet`, span, 'save the image in the folder images and use its path');

/** A QR code of something that is no web address. */
export const badCodeAddress = (address: string, span: Span): Diagnostic =>
  error('bad-code', `${quoted(address)} is no web address`, span, 'write a whole address, as in `![](qr:https://example.org/map)`');

/** A caption that has no place to be printed. */
export const captionOfInlineImage = (span: Span): Diagnostic =>
  error(
    'inline-caption',
    'an image inside a line of text cannot have a caption',
    span,
    'put the image on a line of its own, with an empty line before and after',
  );

/** A chart among words. */
export const inlineChart = (span: Span): Diagnostic =>
  error(
    'inline-chart',
    'a chart cannot stand inside a line of text',
    span,
    'put it on a line of its own, with an empty line before and after',
  );

// Mathematics

/** Dollar signs that are never closed. */
export const unclosedFormula = (span: Span): Diagnostic =>
  error('unclosed-formula', 'this formula is never closed', span, 'add a line `$$` after it; a formula cannot hold an empty line');

/** Dollar signs around nothing. */
export const emptyFormula = (span: Span): Diagnostic =>
  error('empty-formula', 'this formula is empty', span, 'write LaTeX between the dollar signs, as in $$a^2 + b^2 = c^2$$');

/** A displayed formula among words. */
export const displayedInText = (span: Span): Diagnostic =>
  error(
    'displayed-in-text',
    'a displayed formula cannot stand inside a line of text',
    span,
    'put it on lines of its own, or write single dollar signs around it',
  );

// Attributes in braces

/** Braces that are never closed or hold a line end. */
export const unclosedAttributes = (span: Span): Diagnostic =>
  error('unclosed-attributes', 'the attributes are never closed', span, 'add } at the end, and close every quotation mark');

/** Something in braces that is no attribute. */
export const malformedAttribute = (text: string, nearest: string | undefined, known: readonly string[], span: Span): Diagnostic =>
  error(
    'malformed-attribute',
    `${quoted(text)} is not an attribute${meant(nearest)}`,
    span,
    `write it as name=value, #id or .class; known names are ${oneOf(known)}`,
  );

/** The name of an attribute that needs a value. */
export const attributeWithoutValue = (name: string, kind: AttributeValue, span: Span): Diagnostic =>
  error('invalid-attribute', `\`${name}\` has no value`, span, hintForValue(kind));

/** An attribute that does not exist here. */
export const unknownAttribute = (name: string, nearest: string | undefined, known: readonly string[], span: Span): Diagnostic =>
  error('unknown-attribute', `unknown attribute \`${name}\`${meant(nearest)}`, span, `known here are ${oneOf(known)}`);

/** An attribute given twice. */
export const doubleAttribute = (name: string, span: Span): Diagnostic =>
  error('double-attribute', `\`${name}\` is given twice`, span, 'remove one of the two');

/** An id that could not be linked to. */
export const invalidId = (id: string, span: Span): Diagnostic =>
  error('invalid-id', `${quoted(id)} cannot be an id`, span, 'use letters, digits and hyphens');

const valueHints: Readonly<Record<Extract<AttributeValue, string>, string>> = {
  text: 'write words in quotation marks',
  language: 'write a language code, as in lang=es or lang=pt-BR',
  minutes: 'write a whole number of minutes, as in minutes=15',
  entry: 'write a term, and up to two terms below it after `!`, as in index="water!boiling of"',
  count: 'write a whole number from 1 to 9999, as in start=10',
  flag: 'write its name alone, without a value',
};

/** An attribute with a value it cannot have. */
export function invalidAttribute(written: { readonly name: string; readonly value: string }, kind: AttributeValue, span: Span): Diagnostic {
  return error('invalid-attribute', `${quoted(written.value)} is not a value for \`${written.name}\``, span, hintForValue(kind));
}

const hintForValue = (kind: AttributeValue): string => (typeof kind === 'string' ? valueHints[kind] : `write one of ${oneOf(kind)}`);

// Index

/** `see` and the like without `index`. */
export const strayIndexAttribute = (name: string, span: Span): Diagnostic =>
  error('stray-index-attribute', `\`${name}\` says something of an entry in the index, but there is none here`, span, 'add index="…"');

/** `[]{index}`, or one whose words vanish. */
export const emptyIndexMark = (span: Span): Diagnostic =>
  error('empty-index-mark', 'this mark has no words for the index', span, 'write them between the brackets, or as index="…"');
