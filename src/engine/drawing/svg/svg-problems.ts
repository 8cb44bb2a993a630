/** Every message about SVG files. The place in the file is added by whoever reports. */
import type { Diagnostic } from '../../source/diagnostic.ts';

const problem = (severity: Diagnostic['severity'], code: string, message: string, hint: string): Diagnostic => ({
  severity,
  code: `drawing/${code}`,
  message,
  hint,
});

/** A file that is XML, but no SVG. */
export const notSvg = (name: string): Diagnostic =>
  problem('error', 'not-svg', `the file is no SVG drawing: it begins with <${name}>`, 'export the drawing as SVG');

/** A drawing without a size of any kind. */
export const noSize = (): Diagnostic =>
  problem(
    'warning',
    'svg-size',
    'the drawing does not say how large it is, and is taken as 300 x 150',
    'write `viewBox="0 0 width height"` into its first tag',
  );

/** A drawing of no size. */
export const emptySize = (): Diagnostic =>
  problem('error', 'svg-size', 'the drawing has no width or no height', 'write its width and height, or only a `viewBox`');

/** A part of a picture that cannot be printed, and is needed. */
export const unsupportedPart = (what: string, hint: string): Diagnostic =>
  problem('error', 'svg-unsupported', `${what} cannot be printed`, hint);

/** A part that is left out, without harm. */
export const simplifiedPart = (what: string): Diagnostic =>
  problem('warning', 'svg-simplified', `${what} in the drawing is left out`, 'look at the printed picture, and remove it from the drawing');

/** Something that is drawn, but not as the file says. */
export const simplerPart = (what: string, hint: string): Diagnostic => problem('warning', 'svg-simplified', what, hint);

/** A name that SVG does not have. */
export const unknownSvgName = (kind: 'element' | 'attribute' | 'property', name: string, nearest: string | undefined): Diagnostic => {
  const shown = kind === 'element' ? `<${name}>` : `\`${name}\``;
  const meant = nearest === undefined ? '' : `; did you mean ${kind === 'element' ? `<${nearest}>` : `\`${nearest}\``}?`;
  const hint = nearest === undefined ? 'remove it: nothing is drawn for it' : `write \`${nearest}\``;
  return problem('warning', 'svg-unknown', `SVG has no ${kind} ${shown}${meant}`, hint);
};

/** A value that cannot be read. */
export const badSvgValue = (name: string, value: string, expected: string): Diagnostic =>
  problem('error', 'svg-value', `"${shorten(value)}" cannot be read as \`${name}\``, `write ${expected}`);

/** A reference to nothing. */
export const missingSvgTarget = (id: string, nearest: string | undefined): Diagnostic =>
  problem(
    'error',
    'svg-reference',
    `nothing in the drawing has the id "${id}"${nearest === undefined ? '' : `; did you mean "${nearest}"?`}`,
    'check the id; only parts of the same file can be used',
  );

/** A reference to something that cannot be used there. */
export const wrongSvgTarget = (id: string, found: string, expected: string): Diagnostic =>
  problem('error', 'svg-reference', `"${id}" is a <${found}> and not ${expected}`, `refer to ${expected}`);

/** A reference out of the file. */
export const foreignSvgTarget = (address: string): Diagnostic =>
  problem(
    'error',
    'svg-reference',
    `"${shorten(address)}" is not in the drawing; nothing is fetched from other files or the network`,
    'embed pictures in the drawing, as PNG or JPEG',
  );

/** Parts that are made of themselves. */
export const circularReference = (id: string): Diagnostic =>
  problem('error', 'svg-reference', `"${id}" is made of itself`, 'take the reference out of the part that it refers to');

/** A drawing past what one may hold. */
export const drawingTooLarge = (reason: string): Diagnostic =>
  problem(
    'error',
    'svg-too-large',
    `the drawing cannot be printed: ${reason}`,
    'simplify its paths, or export it as PNG at 300 pixels an inch',
  );

/** A picture inside a drawing that cannot be read. */
export const badEmbeddedPicture = (message: string, hint: string): Diagnostic =>
  problem('error', 'svg-image', `a picture in the drawing: ${message}`, hint);

/** Letters that no font has. */
export const missingSvgGlyphs = (characters: string, text: string): Diagnostic =>
  problem(
    'warning',
    'svg-glyph',
    `no font has "${[...new Set(characters)].join('')}", which the text "${shorten(text)}" of the drawing needs`,
    'write it with other characters, or convert this text to outlines',
  );

/** A selector or a rule of a <style> that is not understood. */
export const unsupportedRule = (rule: string): Diagnostic =>
  problem(
    'warning',
    'svg-style',
    `the rule "${shorten(rule)}" of the drawing is not understood and is left out`,
    'write selectors of names, classes and ids, without anything between them',
  );

const shorten = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);
