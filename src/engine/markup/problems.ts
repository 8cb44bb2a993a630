/** Every message about the markup that templates render to. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

type Place = Span | undefined;

const error = (code: Diagnostic['code'], message: string, place: Place, hint: string): Diagnostic => ({
  severity: 'error',
  code,
  message,
  hint,
  ...(place && { span: place }),
});

const warning = (code: Diagnostic['code'], message: string, place: Place, hint: string): Diagnostic => ({
  ...error(code, message, place, hint),
  severity: 'warning',
});

/** Ends a hint with the name that was probably meant. */
const orMeant = (near: string | undefined, otherwise: string): string => (near === undefined ? otherwise : `did you mean \`${near}\`?`);

/** An element has no end tag. */
export const unclosedElement = (name: string, place: Place): Diagnostic =>
  error('markup/unclosed-element', `<${name}> is never closed`, place, `add </${name}>, or write <${name}/> if it is empty`);

/** An element is still open where one around it ends. */
export const unclosedBefore = (name: string, outer: string, place: Place): Diagnostic =>
  error('markup/unclosed-element', `<${name}> is not closed before </${outer}>`, place, `add </${name}> before </${outer}>`);

/** An end tag without a start. */
export const strayEndTag = (name: string, place: Place): Diagnostic =>
  error('markup/stray-end-tag', `</${name}> closes nothing`, place, `remove it, or add <${name}> where it should begin`);

/** The markup ends in the middle of a tag. */
export const unfinishedTag = (text: string, place: Place): Diagnostic =>
  error('markup/unfinished-tag', `the tag \`${text}\` has no end`, place, 'add the missing `>`, or the quotation mark that closes a value');

/** A text with markup in a tag, where it is no value of an attribute. */
export const textInsideTag = (place: Place): Diagnostic =>
  error(
    'markup/text-in-tag',
    'a text with markup stands inside a tag',
    place,
    'write it behind the `>` of the tag, or in the quotation marks of a value',
  );

/** The same attribute twice in one tag. */
export const duplicateAttribute = (attribute: string, name: string, place: Place): Diagnostic =>
  error('markup/duplicate-attribute', `<${name}> has \`${attribute}\` twice`, place, 'keep one of the two');

/** `&name;` that stands for no character. */
export const unknownEntity = (entity: string, place: Place): Diagnostic =>
  error('markup/unknown-entity', `\`${entity}\` stands for no character`, place, 'write the character itself, or `&amp;` for a plain `&`');

/** A document type, processing instruction or CDATA section. */
export const notAllowedHere = (what: string, place: Place): Diagnostic =>
  error('markup/declaration', `${what} has no place in a template`, place, 'remove it: templates hold only elements and text');

/** Elements inside elements beyond reason. */
export const nestedTooDeep = (limit: number, place: Place): Diagnostic =>
  error('markup/too-deep', `elements are nested more than ${limit} deep`, place, 'flatten lists and boxes here');

/** An element that is not in the vocabulary. */
export const unknownElement = (name: string, near: string | undefined, place: Place): Diagnostic =>
  error(
    'markup/unknown-element',
    `there is no element <${name}>`,
    place,
    orMeant(near && `<${near}>`, 'use one of the elements in templates/README.md'),
  );

/** An element that only Octavo makes. */
export const reservedElement = (name: string, place: Place): Diagnostic =>
  error('markup/reserved-element', `<${name}> is made by Octavo`, place, 'use <main> or <section>');

/** An attribute that its element does not take. */
export const unknownAttribute = (attribute: string, name: string, near: string | undefined, place: Place): Diagnostic => {
  const otherwise =
    attribute === 'style'
      ? 'give the element a class and style it in theme.css'
      : attribute.startsWith('on')
        ? 'remove it: nothing runs on paper'
        : `remove it, or see what <${name}> takes in templates/README.md`;
  return error('markup/unknown-attribute', `<${name}> has no attribute \`${attribute}\``, place, orMeant(near, otherwise));
};

/** An attribute that must be written. */
export const missingAttribute = (attribute: string, name: string, place: Place): Diagnostic =>
  error('markup/missing-attribute', `<${name}> needs \`${attribute}\``, place, `add ${attribute}="…"`);

/** A picture without words. */
export const missingAlternative = (name: string, place: Place): Diagnostic =>
  error('markup/missing-alt', `<${name}> has no \`alt\``, place, 'say in alt="…" what it shows, or write alt="" if it is mere decoration');

/** A value that its attribute cannot take. */
export const badValue = (attribute: string, value: string, expected: string, place: Place): Diagnostic =>
  error('markup/bad-value', `\`${attribute}\` cannot be "${value}"`, place, `write ${expected}`);

/** A block in the middle of text. */
export const blockInInline = (name: string, parent: string, place: Place): Diagnostic =>
  error(
    'markup/block-in-text',
    `<${name}> cannot stand in the text of <${parent}>`,
    place,
    `close <${parent}> before it, or use an inline element such as <span>`,
  );

/** A child that its parent does not list. */
export const misplacedElement = (name: string, parent: string, expected: string, place: Place): Diagnostic =>
  error('markup/misplaced-element', `<${name}> cannot stand in <${parent}>`, place, expected);

/** Text where only elements may stand. */
export const misplacedText = (text: string, parent: string, wrapper: string, place: Place): Diagnostic =>
  error('markup/misplaced-text', `the text "${text}" cannot stand directly in <${parent}>`, place, `put it in <${wrapper}>`);

/** One id on two elements. */
export const duplicateId = (id: string, place: Place): Diagnostic =>
  error('markup/duplicate-id', `the id \`${id}\` is used twice`, place, 'give one of the two elements another id');

/** A heading two or more levels below the one before it. */
export const skippedHeading = (name: string, previous: string, place: Place): Diagnostic =>
  warning(
    'markup/skipped-heading',
    `<${name}> follows <${previous}>: a level is missing`,
    place,
    `use <h${Number(previous.slice(1)) + 1}>, so that screen readers find their way`,
  );

/** A row with more or fewer cells than the first. */
export const unevenRow = (cells: number, expected: number, place: Place): Diagnostic =>
  error(
    'markup/uneven-rows',
    `this row covers ${cells} ${cells === 1 ? 'column' : 'columns'} where the table has ${expected}`,
    place,
    'add or remove cells, or correct `colspan` and `rowspan`',
  );

/** A reference to an id that no element has. */
export const danglingReference = (id: string, near: string | undefined, place: Place): Diagnostic =>
  error(
    'markup/dangling-reference',
    `nothing has the id \`${id}\``,
    place,
    orMeant(near, `write {#${id}} after the heading, figure or table that you mean`),
  );

/** A reference to something without number or title. */
export const unnamedTarget = (id: string, place: Place): Diagnostic =>
  warning(
    'markup/unnamed-target',
    `\`${id}\` has no caption and no heading to refer to`,
    place,
    'add a caption, or write the words of the link yourself',
  );

/** A glossary entry that no text uses. */
export const unusedTerm = (term: string, place: Place): Diagnostic =>
  warning(
    'glossary/unused-term',
    `"${term}" is explained in the glossary but never used`,
    place,
    'use the word in the text, add the form that you use to `aliases`, or remove the entry',
  );

/** Two glossary entries with the same word. */
export const sharedTerm = (word: string, other: string, place: Place): Diagnostic =>
  warning(
    'glossary/shared-term',
    `"${word}" already belongs to the glossary entry "${other}"`,
    place,
    'keep the word in one of the two entries',
  );

/** Marks for an index that no template prints. */
export const unprintedIndex = (place: Place): Diagnostic =>
  warning(
    'markup/unprinted-index',
    'words are marked for an index, but the template prints none',
    place,
    'add <index/> to the template, or take the marks out',
  );

/** A stretch of pages without its other end. */
export const openIndexRange = (entry: string, end: 'start' | 'end', place: Place): Diagnostic =>
  warning(
    'markup/open-index-range',
    end === 'start' ? `the range of “${entry}” in the index never ends` : `the range of “${entry}” in the index ends here but never began`,
    place,
    end === 'start' ? 'mark its last place with range=end' : 'mark its first place with range=start, before this one',
  );

/** `see` to an entry that is not in the index. */
export const unknownIndexEntry = (entry: string, near: string | undefined, place: Place): Diagnostic =>
  warning(
    'markup/unknown-index-entry',
    `the index has no entry “${entry}” to look under`,
    place,
    orMeant(near, 'mark a place for it, or correct its name'),
  );

/** An entry whose terms below each other cannot be read. */
export const badIndexEntry = (entry: string, place: Place): Diagnostic =>
  error('markup/bad-index-entry', `“${entry}” is no entry of an index`, place, 'write a term, and up to two terms below it after `!`');

/** Code in a language whose words cannot be told apart. */
export const unknownCodeLanguage = (language: string, near: string | undefined, place: Place): Diagnostic =>
  warning(
    'markup/unknown-code-language',
    `there is no language \`${language}\` for code, so it is printed plain`,
    place,
    orMeant(near, 'see the manual for the languages, or write `text`'),
  );
