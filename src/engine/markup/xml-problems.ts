/** Every message about XML that is not well-formed. The place is added by the reader. */
import type { Diagnostic } from '../source/diagnostic.ts';

const malformed = (message: string, hint: string): Diagnostic => ({ severity: 'error', code: 'markup/malformed-xml', message, hint });

const saveAgain = 'save the file again with the program that made it';

/** An element without its end tag; `closing` is the end tag that was found in its place. */
export const unclosedTag = (name: string, closing: string | undefined): Diagnostic =>
  malformed(
    closing === undefined ? `<${name}> is never closed; the file may be cut short` : `<${name}> is not closed before </${closing}>`,
    `write </${name}> where the element ends, or ${saveAgain}`,
  );

/** An end tag for nothing. */
export const strayXmlEndTag = (name: string): Diagnostic => malformed(`</${name}> ends an element that was never begun`, saveAgain);

/** A tag that the file ends in. */
export const unfinishedXmlTag = (name: string): Diagnostic => malformed(`the tag <${name} is cut short`, saveAgain);

/** Text before or after the root element. */
export const textOutside = (): Diagnostic => malformed('there is text outside of the first element', `remove the text, or ${saveAgain}`);

/** Two elements where XML has one. */
export const secondRoot = (): Diagnostic => malformed('a file has one element that holds all others, and this is a second one', saveAgain);

/** An entity that is not one of XML's own. */
export const unknownXmlEntity = (entity: string): Diagnostic =>
  malformed(`"${entity}" means nothing in this file`, 'write the character itself; `&` alone is written `&amp;`');

/** The same attribute twice. */
export const doubleAttribute = (name: string): Diagnostic => malformed(`the attribute \`${name}\` is written twice`, 'remove one of them');

/** An attribute whose value has no quotes, or that has no value. */
export const unquotedAttribute = (name: string): Diagnostic =>
  malformed(`the attribute \`${name}\` has no value in quotes`, `write \`${name}="…"\``);

/** Too deep a tree. */
export const nestedXml = (deepest: number): Diagnostic =>
  malformed(`elements stand more than ${deepest} deep in each other`, 'take groups apart that hold nothing but another group');

/** A document type with declarations of its own. */
export const ownEntities = (): Diagnostic =>
  malformed(
    'the document type declares entities, which are not read',
    'save it again as plain SVG; in Illustrator, without “Preserve Illustrator Editing Capabilities”',
  );

/** Nothing but text, or nothing at all. */
export const noElement = (): Diagnostic => malformed('there is no element in this file', saveAgain);
