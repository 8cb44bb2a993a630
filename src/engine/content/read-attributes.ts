/** Judges attributes in braces against those that exist where they stand. */

import { levelsOfEntry } from '../source/index-entry.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { Span } from '../source/source-file.ts';
import type { BuildContext } from './build-context.ts';
import { type AttributeValue, takesNoValue } from './directives.ts';
import { isLanguageTag } from './language.ts';
import type { Locate } from './locate-inline.ts';
import {
  attributeWithoutValue,
  doubleAttribute,
  invalidAttribute,
  invalidId,
  malformedAttribute,
  unclosedAttributes,
  unknownAttribute,
} from './markdown-problems.ts';
import { parseAttributes } from './parse-attributes.ts';

/** Attributes as written, in a text whose offset `at` can be located in the file. */
export interface AttributeSource {
  readonly text: string | undefined;
  readonly at: number;
  readonly locate: Locate;
}

/** Returns the valid attributes; others are reported and left out. Classes add up. */
export function readAttributes(
  source: AttributeSource,
  known: ReadonlyMap<string, AttributeValue>,
  context: BuildContext,
): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  if (source.text === undefined) return values;
  const spanOf = (start: number, end: number): Span => ({
    file: context.file,
    start: source.locate(source.at + start),
    end: source.locate(source.at + end - 1) + 1,
  });
  const written = parseAttributes(source.text, 0);
  if (!written) {
    context.report(unclosedAttributes(spanOf(0, source.text.length)));
    return values;
  }
  for (const { text, start, end } of written.malformed) {
    const kind = known.get(text);
    const span = spanOf(start, end);
    if (kind === undefined) context.report(malformedAttribute(text, nearestName(text, known.keys()), [...known.keys()], span));
    else if (!takesNoValue(kind)) context.report(attributeWithoutValue(text, kind, span));
    else if (values.has(text)) context.report(doubleAttribute(text, span));
    else values.set(text, '');
  }
  for (const { name, value, start, end } of written.list) {
    const kind = known.get(name);
    const span = spanOf(start, end);
    if (kind === undefined) context.report(unknownAttribute(name, nearestName(name, known.keys()), [...known.keys()], span));
    else if (name === 'class') values.set('class', values.has('class') ? `${values.get('class')} ${value}` : value);
    else if (values.has(name)) context.report(doubleAttribute(name, span));
    else if (name === 'id' && /[\s"'<>&#]/.test(value)) context.report(invalidId(value, span));
    else if (isValid(value, kind)) values.set(name, value);
    else context.report(invalidAttribute({ name, value }, kind, span));
  }
  return values;
}

function isValid(value: string, kind: AttributeValue): boolean {
  if (kind === 'text') return true;
  if (kind === 'entry') return levelsOfEntry(value) !== undefined;
  if (kind === 'flag') return false;
  if (kind === 'language') return isLanguageTag(value);
  return kind === 'minutes' || kind === 'count' ? /^[1-9]\d{0,3}$/.test(value) : kind.includes(value);
}
