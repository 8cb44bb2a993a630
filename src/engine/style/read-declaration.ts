/**
 * Checks declarations, and reads their values: a name and a text become longhands that wait for their element. The same functions
 * read a declaration with `var()`, later, when its text is known.
 */
import type { Report } from '../source/diagnostic.ts';
import type { Span } from '../source/source-file.ts';
import { type CssValue, keywordOf, readCssValue } from './css-value.ts';
import { nearestName } from './nearest-name.ts';
import { invalidValue, unknownProperty, unsupportedProperty } from './problems.ts';
import { findProperty, logicalNames, properties } from './properties.ts';
import { readLength } from './relative-length.ts';
import { findShorthand, shorthands } from './shorthands.ts';
import type { Declaration, Longhand, WideKeyword } from './stylesheet.ts';
import { insteadOfProperty, unsupportedProperties } from './unsupported.ts';

/** A declaration as written, without its priority. */
export interface WrittenDeclaration {
  readonly name: string;
  readonly text: string;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** Every name that can stand before a colon, apart from custom properties. */
export const declarableNames: readonly string[] = [
  ...properties.map((property) => property.name),
  ...logicalNames.keys(),
  ...shorthands.map((shorthand) => shorthand.name),
];

/** Returns what kind of declaration this is; undefined, with a report, when its name or value is not one of ours. */
export function checkDeclaration({ name, text, nameSpan, valueSpan }: WrittenDeclaration, report: Report): Declaration['kind'] | undefined {
  if (name.startsWith('--')) return 'custom';
  const known = name.toLowerCase();
  if (!findProperty(known) && !findShorthand(known)) {
    report(problemOfName(known, nameSpan));
    return undefined;
  }
  if (text.includes('(') && /\bvar\(/i.test(text)) return 'pending';
  if (readLonghands(known, text)) return 'ready';
  report(problemOfValue(known, text, valueSpan));
  return undefined;
}

/** How values were read, by their property and text: stylesheets say `margin: 0` and the like over and over. */
const readings = new Map<string, Map<string, readonly Longhand[] | undefined>>();

/** Of a property; a template has a few. */
const mostReadings = 1000;

/** Reads the value of a property or shorthand; undefined when it does not fit. */
export function readLonghands(name: string, text: string): readonly Longhand[] | undefined {
  let known = readings.get(name);
  if (!known || known.size > mostReadings) readings.set(name, (known = new Map()));
  let longhands = known.get(text);
  if (!longhands && !known.has(text)) known.set(text, (longhands = readValue(name, text)));
  return longhands;
}

function readValue(name: string, text: string): readonly Longhand[] | undefined {
  const value = readCssValue(text);
  if (!value || value.length === 0) return undefined;
  const wide = keywordOf(value);
  if (wide === 'inherit' || wide === 'initial' || wide === 'unset') return wideLonghands(name, wide);
  return readComponents(name, value);
}

/** Makes the message about a value that does not fit. */
export function problemOfValue(name: string, text: string, span: Span): ReturnType<typeof invalidValue> {
  const syntax = findProperty(name)?.ltr.syntax ?? findShorthand(name)?.syntax ?? '';
  return invalidValue({ name, text, syntax, hint: hintFor(text, syntax) }, span);
}

function readComponents(name: string, value: CssValue): readonly Longhand[] | undefined {
  const property = findProperty(name);
  if (property) {
    const specified = property.ltr.read(value);
    return specified && [{ property, value: specified }];
  }
  const longhands: Longhand[] = [];
  for (const [longhand, share] of findShorthand(name)?.split(value) ?? []) {
    const read = readComponents(longhand, share);
    if (!read) return undefined;
    longhands.push(...read);
  }
  return longhands.length > 0 ? longhands : undefined;
}

function wideLonghands(name: string, value: WideKeyword): readonly Longhand[] {
  const property = findProperty(name);
  if (property) return [{ property, value }];
  return findShorthand(name)!.longhands.flatMap((longhand) => wideLonghands(longhand, value));
}

function problemOfName(name: string, span: Span): ReturnType<typeof unknownProperty> {
  const exact = unsupportedProperties.get(name);
  const isMisspelt = !exact && nearestName(name, declarableNames, 2) !== undefined;
  const instead = exact ?? (isMisspelt ? undefined : insteadOfProperty(name));
  return instead ? unsupportedProperty(name, instead, span) : unknownProperty(name, declarableNames, span);
}

function hintFor(text: string, syntax: string): string | undefined {
  if (/\n[^:]*:/.test(text)) return 'a semicolon seems to be missing at the end of the line';
  const value = readCssValue(text) ?? [];
  const [only] = value;
  if (only?.kind === 'number' && only.unit === '' && only.value !== 0 && syntax.includes('<length>'))
    return `give it a unit, as in \`${only.value}pt\``;
  if (only?.kind === 'number' && only.unit !== '' && only.unit !== '%' && !readLength(only)) {
    return 'use one of the units pt, mm, cm, in, px, pc, Q, em, rem, ex, ch or %';
  }
  if (only?.kind !== 'keyword') return undefined;
  const nearest = nearestName(only.name, syntax.replace(/<[^>]*>/g, '').match(/[a-z][a-z0-9-]+/g) ?? []);
  return nearest && value.length === 1 ? `did you mean \`${nearest}\`?` : undefined;
}

/** Reads the attribute `width` of a picture: a length or percentage as in CSS, or a number of CSS pixels as in HTML. */
export function readWidthAttribute(text: string): readonly Longhand[] {
  const trimmed = text.trim();
  return readLonghands('width', /^\d+(?:\.\d+)?$/.test(trimmed) ? `${trimmed}px` : trimmed) ?? [];
}
