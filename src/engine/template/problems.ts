/** Every message about templates. */
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

/** Ends a hint with the name that was probably meant. */
const orMeant = (near: string | undefined, otherwise: string): string => (near === undefined ? otherwise : `did you mean \`${near}\`?`);

/** The folder has no entry template. */
export const missingLayout = (): Diagnostic =>
  error('template/missing-layout', 'the template folder has no layout.hbs', undefined, 'add layout.hbs: it is where every booklet begins');

/** A template that Handlebars cannot read. */
export const invalidSyntax = (found: string, place: Place): Diagnostic =>
  error(
    'template/syntax',
    found === '' ? 'the template ends too early' : `\`${found}\` is not expected here`,
    place,
    'compare with {{name}}, {{helper name}}, {{#if name}}…{{/if}} and {{> partial}}',
  );

/** A `{{` without `}}`. */
export const unclosedMustache = (opening: string, place: Place): Diagnostic =>
  error('template/unclosed-mustache', `\`${opening}\` is never closed`, place, `add \`${opening.startsWith('{{!--') ? '--}}' : '}}'}\``);

/** A block without its end. */
export const unclosedBlock = (name: string, place: Place): Diagnostic =>
  error('template/unclosed-block', `{{#${name}}} is never closed`, place, `add {{/${name}}}`);

/** An end of a block that is not open, or not the innermost. */
export const strayBlockEnd = (name: string, expected: string | undefined, place: Place): Diagnostic =>
  error(
    'template/stray-block-end',
    `{{/${name}}} closes nothing`,
    place,
    expected === undefined ? `remove it, or open {{#${name}}} before it` : `close {{#${expected}}} first, with {{/${expected}}}`,
  );

/** Blocks or parentheses inside each other beyond reason. */
export const nestedTooDeep = (limit: number, place: Place): Diagnostic =>
  error('template/too-deep', `blocks are nested more than ${limit} deep`, place, 'move the inner part to a partial of its own');

/** A template file too large to be one. */
export const templateTooLarge = (path: string, place: Place): Diagnostic =>
  error('template/too-large', `${path} is too large for a template`, place, 'put text into content/, and split the template into partials');

/** A part of Handlebars that Octavo leaves out. */
export const unsupported = (construct: string, hint: string, place: Place): Diagnostic =>
  error('template/unsupported', `${construct} is not part of Octavo's templates`, place, hint);

/** A partial that has no file. */
export const unknownPartial = (name: string, near: string | undefined, place: Place): Diagnostic =>
  error('template/unknown-partial', `there is no partial \`${name}\``, place, orMeant(near, `add ${name}.hbs beside layout.hbs`));

/** Partials that include each other. */
export const partialCycle = (names: readonly string[], place: Place): Diagnostic =>
  error('template/partial-cycle', `partials include each other without end: ${names.join(' → ')}`, place, 'take one of these includes out');

/** A helper that does not exist. */
export const unknownHelper = (name: string, near: string | undefined, place: Place): Diagnostic =>
  error('template/unknown-helper', `there is no helper \`${name}\``, place, orMeant(near, 'use one of the helpers in templates/README.md'));

/** A block helper without `#`, or a plain helper with it. */
export const wrongKindOfHelper = (usage: string, name: string, place: Place): Diagnostic =>
  error('template/wrong-helper-use', `\`${name}\` is not used like this`, place, `write ${usage}`);

/** Too few or too many words after the name of a helper. */
export const wrongArguments = (name: string, usage: string, place: Place): Diagnostic =>
  error('template/wrong-arguments', `\`${name}\` has too few or too many arguments`, place, `write ${usage}`);

/** An argument that the helper cannot use. */
export const badArgument = (name: string, message: string, hint: string, place: Place): Diagnostic =>
  error('template/bad-argument', `\`${name}\`: ${message}`, place, hint);

/** A name that the booklet does not have. */
export const unknownName = (name: string, owner: string, near: string | undefined, place: Place): Diagnostic =>
  error(
    'template/unknown-name',
    `${owner} has no \`${name}\``,
    place,
    orMeant(near, 'see templates/README.md for the names that a template can use'),
  );

/** A list or group where text is printed. */
export const notPrintable = (path: string, kind: string, place: Place): Diagnostic =>
  error(
    'template/not-printable',
    `\`${path}\` is ${kind} and cannot be printed as it is`,
    place,
    kind === 'a list' ? `write {{#each ${path}}}…{{/each}} or {{join ${path} ", "}}` : `write {{${path}.…}} with one of its names`,
  );

/** Running the template came to more than a booklet can be. */
export const outputTooLarge = (place: Place): Diagnostic =>
  error(
    'template/output-too-large',
    'the templates make too much output',
    place,
    'look for loops inside loops, and for partials that include the same partials again and again',
  );
