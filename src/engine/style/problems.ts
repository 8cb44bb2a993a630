/** Every message of the style stage. */
import type { Diagnostic } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { nearestName } from './nearest-name.ts';

type Code = `style/${string}`;

function problem(code: Code, span: Span | undefined, message: string, hint: string): Diagnostic {
  return { severity: 'error', code, message, ...(span && { span }), hint };
}

const didYouMean = (nearest: string | undefined, otherwise: string): string => (nearest ? `did you mean \`${nearest}\`?` : otherwise);

/** The text is not CSS at this place. */
export const brokenCss = (complaint: string, span: Span): Diagnostic =>
  problem(
    'style/syntax',
    span,
    `this is not CSS: ${complaint.slice(0, 1).toLowerCase()}${complaint.slice(1)}`,
    'look for a missing colon, semicolon or brace here or just before',
  );

/** A block is still open at the end of the file. */
export const unclosedBlock = (span: Span): Diagnostic => problem('style/syntax', span, 'this `{` is never closed', 'add `}`');

/** A comment is still open at the end of the file. */
export const unclosedComment = (span: Span): Diagnostic => problem('style/syntax', span, 'this comment is never closed', 'add `*/`');

/** A rule stands inside a rule. */
export const nestedRule = (span: Span): Diagnostic =>
  problem('style/nested-rule', span, 'rules cannot stand inside each other', 'close the outer rule first and write the whole selector');

/** The property is not one of CSS, or not one of ours. */
export function unknownProperty(name: string, known: Iterable<string>, span: Span): Diagnostic {
  const hint = didYouMean(nearestName(name, known), 'see the list of properties in the manual');
  return problem('style/unknown-property', span, `there is no property \`${name}\``, hint);
}

/** The property is real, but nothing is done with it. */
export const unsupportedProperty = (name: string, instead: string, span: Span): Diagnostic =>
  problem('style/unsupported-property', span, `Octavo does not lay out \`${name}\``, instead);

/** A property that first lines do not have of their own. */
export const propertyOfFirstLine = (name: string, allowed: readonly string[], span: Span): Diagnostic =>
  problem('style/unsupported-property', span, `\`::first-line\` takes no \`${name}\``, `it takes ${allowed.join(', ')}`);

/** The value is not one that the property takes. */
export function invalidValue(input: { name: string; text: string; syntax: string; hint?: string | undefined }, span: Span): Diagnostic {
  const text = input.text.length > 60 ? `${input.text.slice(0, 57)}…` : input.text;
  const message = text === '' ? `\`${input.name}\` has no value` : `\`${text}\` is not a value of \`${input.name}\``;
  return problem('style/invalid-value', span, message, input.hint ?? `\`${input.name}\` takes ${input.syntax}`);
}

/** Something other than `important` follows the exclamation mark. */
export const unknownPriority = (word: string, span: Span): Diagnostic =>
  problem('style/invalid-value', span, `\`!${word}\` means nothing`, 'write `!important` or leave it out');

/** A selector that we cannot match. */
export const unsupportedSelector = (text: string, hint: string, span: Span): Diagnostic =>
  problem('style/unsupported-selector', span, `Octavo does not know the selector \`${text}\``, hint);

/** `::first-line` and the like before other parts of a selector. */
export const misplacedPseudoElement = (text: string, span: Span): Diagnostic =>
  problem('style/unsupported-selector', span, `\`${text}\` can only end a selector`, 'put it at the end of the whole selector');

/** A selector names an element that does not exist. */
export function unknownElement(name: string, known: Iterable<string>, span: Span): Diagnostic {
  const nearest = nearestName(name, known);
  return problem(
    'style/unknown-element',
    span,
    `there is no element <${name}>`,
    nearest ? `did you mean <${nearest}>?` : 'see the list of elements in the manual',
  );
}

/** An at-rule that we do not follow. */
export function unknownAtRule(name: string, instead: string | undefined, span: Span): Diagnostic {
  if (instead) return problem('style/unsupported-at-rule', span, `Octavo does not follow \`@${name}\``, instead);
  const hint = didYouMean(
    nearestName(name, ['page', 'media', 'footnote', 'sidenote']),
    'use `@page`, `@media`, `@footnote` or `@sidenote`',
  );
  return problem('style/unknown-at-rule', span, `there is no at-rule \`@${name}\``, hint);
}

/** An at-rule at a place where it means nothing. */
export const misplacedAtRule = (name: string, place: string, span: Span): Diagnostic =>
  problem('style/misplaced-at-rule', span, `\`@${name}\` cannot stand here`, `write it ${place}`);

/** A margin box that pages do not have. */
export const unknownMarginBox = (name: string, known: readonly string[], span: Span): Diagnostic =>
  problem(
    'style/unknown-margin-box',
    span,
    `pages have no margin box \`@${name}\``,
    didYouMean(nearestName(name, known), `use one of ${known.join(', ')}`),
  );

/** A page selector that we do not know. */
export const unknownPageSelector = (text: string, span: Span): Diagnostic =>
  problem(
    'style/unsupported-selector',
    span,
    `\`${text}\` selects no page`,
    'use a name and :left, :right, :recto, :verso, :first or :blank',
  );

/** A media query that we cannot answer. */
export const unknownMediaQuery = (text: string, span: Span): Diagnostic =>
  problem(
    'style/unsupported-media',
    span,
    `Octavo cannot answer \`${text}\``,
    'ask for print, (min-width: …), (max-width: …), (min-height: …) or (max-height: …), joined by `and`',
  );

/** `var()` names a custom property that nobody set. */
export function unknownCustomProperty(name: string, known: Iterable<string>, span: Span): Diagnostic {
  const hint = didYouMean(nearestName(name, known), `set \`${name}\` on :root, or give a fallback: \`var(${name}, …)\``);
  return problem('style/unknown-custom-property', span, `the custom property \`${name}\` is not set here`, hint);
}

/** A custom property depends on itself, or grows without end. */
export const endlessCustomProperty = (name: string, span: Span): Diagnostic =>
  problem(
    'style/endless-custom-property',
    span,
    `the custom property \`${name}\` refers to itself or is too long`,
    'give it a value of its own',
  );

/** `label()` names no printed label. */
export function unknownLabel(name: string, known: Iterable<string>, span: Span | undefined): Diagnostic {
  return problem(
    'style/unknown-label',
    span,
    `there is no label \`${name}\``,
    didYouMean(nearestName(name, known), 'see the list of labels in the manual'),
  );
}

/** A function of `content` at a place where it has no meaning. */
export const misplacedContent = (call: string, hint: string, span: Span | undefined): Diagnostic =>
  problem('style/misplaced-content', span, `\`${call}\` has no meaning here`, hint);

/** A class on a block of code that no stylesheet names; it may be an attribute, written as a class. */
export const unknownCodeClass = (name: string, span: Span): Diagnostic => ({
  severity: 'warning',
  code: 'style/unknown-class',
  message: `no stylesheet of the template names the class \`${name}\``,
  hint: /num|lineno/i.test(name)
    ? 'write {numbers}, without the point, to number the lines'
    : `remove it, or style .${name} in the template; a language stands before the braces, as in \`\`\`python`,
  span,
});
