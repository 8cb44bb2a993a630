/** Every message about YAML that cannot be read, in words for someone who has never heard of YAML. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';

const error = (name: string, message: string, span: Span, hint: string): Diagnostic => ({
  severity: 'error',
  code: `content/${name}`,
  message,
  span,
  hint,
});

const broken = (message: string, span: Span, hint: string): Diagnostic => error('broken-yaml', message, span, hint);

/** Longer lines are not written out again in a hint. */
const longestExample = 60;

/** Writes a corrected line out, unless it is long. */
const orExample = (example: string, otherwise: string): string =>
  example.length > longestExample || example.includes('`') ? otherwise : `write \`${example}\``;

/** A tab where spaces must be. */
export const tabIndent = (span: Span): Diagnostic =>
  broken('this line is indented with a tab', span, 'delete the tab and type spaces instead');

/** Spaces that look like spaces, as word processors and web pages have them. */
export const foreignIndent = (span: Span): Diagnostic =>
  broken(
    'this line begins with spaces of another kind, as copied from a web page or word processor',
    span,
    'delete them and type plain spaces instead',
  );

/** A quotation mark without its partner. */
export const unclosedQuote = (mark: string, span: Span): Diagnostic =>
  broken(
    'this quotation mark is never closed',
    span,
    mark === "'"
      ? 'write \' where the text ends; if it is an apostrophe, put the whole text between "…"'
      : `write ${mark} where the text ends`,
  );

/** Text after the quotation mark that was meant to end it. */
export const textAfterQuote = (mark: string, span: Span): Diagnostic =>
  broken(
    'the text goes on after its closing quotation mark',
    span,
    mark === '"'
      ? 'put all of it between quotation marks, and write \\" for one inside the text'
      : "put all of it between quotation marks, and write '' for an apostrophe inside the text",
  );

/** Typographic quotation marks where only straight ones count. */
export const curlyQuote = (span: Span): Diagnostic =>
  broken('curly quotation marks do not hold a text together here', span, 'write straight ones around it: "…"');

/** A bracket or brace without its partner. */
export const unclosedBracket = (opening: string, closing: string, span: Span): Diagnostic =>
  broken(`this \`${opening}\` is never closed`, span, `write \`${closing}\` after the last of its values`);

/** A bracket or brace that closes nothing. */
export const strayBracket = (closing: string, span: Span): Diagnostic =>
  broken(`this \`${closing}\` closes nothing`, span, 'remove it, or put the text in quotation marks');

/** Entries between braces or brackets that run into each other. */
export const missingComma = (span: Span): Diagnostic =>
  broken(
    'a comma is missing before this, or quotation marks around it',
    span,
    'write a comma after each value, as in { field: rain, type: nominal }, and put texts with a colon in quotation marks',
  );

/** A text with `: ` in it; `key` is undefined when the text stands alone on its line. */
export const colonInText = (key: string | undefined, text: string, span: Span): Diagnostic =>
  broken(
    'this text has a colon of its own',
    span,
    key === undefined || text.includes('"')
      ? 'put the whole text in quotation marks'
      : orExample(`${key}: "${text}"`, `put the whole text after \`${key}:\` in quotation marks`),
  );

/** `key:value`. */
export const missingSpaceAfterColon = (key: string, value: string, span: Span): Diagnostic =>
  broken('a space is missing after the colon', span, orExample(`${key}: ${value}`, `write a space after \`${key}:\``));

/** `key value`, `key = value`. The line may also be meant to go on with a text `above` it. */
export const missingColon = (key: string, value: string, above: boolean, span: Span): Diagnostic =>
  broken(
    `there is no colon after \`${key}\``,
    span,
    orExample(`${key}: ${value}`, `write \`${key}:\` and then the text`) + (above ? '; if it belongs to the text above, indent it' : ''),
  );

/** `-item`. */
export const missingSpaceAfterHyphen = (rest: string, span: Span): Diagnostic =>
  broken('a space is missing after the hyphen', span, orExample(`- ${rest}`, 'write `- ` and then the text'));

/** An entry of a list that does not begin like the others. */
export const missingHyphen = (line: string, span: Span): Diagnostic =>
  broken(
    'this line begins an entry of a list without a hyphen',
    span,
    orExample(`- ${line}`, 'write `- ` before it, as in the other entries'),
  );

/** A list with other marks than hyphens. */
export const foreignBullet = (bullet: string, rest: string, span: Span): Diagnostic =>
  broken(`\`${bullet}\` begins no item of a list`, span, orExample(`- ${rest}`, 'write a hyphen and a space instead'));

/** A line that stands too far to the right or left; `below` is the word that it should stand below. */
export const wrongIndent = (columns: number, below: string | undefined, span: Span): Diagnostic => {
  const place = below === undefined ? '' : `, exactly below \`${below}\``;
  const hint = columns === 0 ? `begin it at the very start of the line${place}` : `begin it with ${spaces(columns)}${place}`;
  return broken('this line is not indented like the one that it belongs to', span, hint);
};

const spaces = (columns: number): string => (columns === 1 ? 'one space' : `${columns} spaces`);

/** An entry of a list that stands in another column than those before it. */
export const wrongItemIndent = (columns: number | undefined, span: Span): Diagnostic =>
  columns === undefined
    ? broken(
        'a list begins here, but no line above says what it lists',
        span,
        'write a line such as `objectives:` above it, or remove the hyphen',
      )
    : broken(
        'this hyphen does not stand below the one that it belongs to',
        span,
        columns === 0 ? 'begin it at the very start of the line' : `begin the line with ${spaces(columns)}`,
      );

/** A line of a longer text that stands further to the left than the text began. */
export const outdentedText = (columns: number, span: Span): Diagnostic =>
  broken('this line is indented less than the text that it belongs to', span, `begin it with ${spaces(columns)}`);

/** Text on the line of the sign that says that a text follows. */
export const textAfterBlockSign = (sign: string, span: Span): Diagnostic =>
  broken(
    `after \`${sign}\` the text begins on the next line`,
    span,
    `move it there and indent it, or, if the text itself begins with ${sign}, put it in quotation marks`,
  );

/** A first character that means something else; `lead` is what stands before the text on its line: `title:` or `-`. */
export const reservedStart = (lead: string, text: string, span: Span): Diagnostic =>
  broken(
    `a text cannot begin with ${text[0] === '`' ? 'a backtick' : `\`${text[0] ?? ''}\``} unless it is in quotation marks`,
    span,
    /["\\]/.test(text) ? 'put it in quotation marks' : orExample(`${lead} "${text}"`.trim(), 'put it in quotation marks'),
  );

/** A backslash between double quotation marks. */
export const strayBackslash = (span: Span): Diagnostic =>
  broken(
    'a backslash cannot stand alone between double quotation marks',
    span,
    'write two of them, or put the text between single quotation marks',
  );

/** `---` in the middle of a file. */
export const secondDocument = (span: Span): Diagnostic =>
  broken('this line cuts the file in two', span, 'remove the line `---`: everything belongs together');

/** What none of the others explains. */
export const puzzlingLine = (span: Span): Diagnostic =>
  broken(
    'this line cannot be understood',
    span,
    'write `key: value`, or `- item` in a list, and put texts with other signs in quotation marks',
  );

/** A text that refers to another value, which is not there. */
export const unknownAlias = (name: string, span: Span): Diagnostic =>
  error(
    'yaml-unknown-alias',
    `\`*${name}\` stands for another value, but no value is marked with \`&${name}\``,
    span,
    `if it is meant as text, write \`"*${name}"\``,
  );

// Limits and keys

/** A file too long to be read. */
export const tooLongYaml = (span: Span): Diagnostic =>
  error('yaml-too-long', 'this file is too long', span, 'keep it under a million characters');

/** Values inside each other beyond reason. */
export const tooDeepYaml = (span: Span): Diagnostic =>
  error('yaml-too-deep', 'this value is nested too deeply', span, 'use fewer levels of indentation');

/** More values than any booklet has. */
export const tooManyValues = (span: Span): Diagnostic =>
  error('yaml-too-many-values', 'this file has too many values', span, 'remove some, and check what * repeats');

/** A key that is not a plain word. */
export const complexKey = (span: Span): Diagnostic => error('yaml-key', 'a key must be a word', span, 'write it as `key: value`');

/** A key with broken characters. */
export const unreadableKey = (span: Span): Diagnostic =>
  error('yaml-key', 'this key has characters that cannot be read', span, 'type the key again');

/** A key given twice; in an entry of a list it mostly lacks the hyphen of the next entry. */
export const doubleKey = (key: string, isInList: boolean, span: Span): Diagnostic =>
  error(
    'yaml-double-key',
    `\`${key}\` is given twice`,
    span,
    isInList ? `if a new entry begins here, write \`- ${key}:\`; otherwise remove one of the two` : 'remove one of the two',
  );
