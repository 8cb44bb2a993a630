/** Reads fields from YAML entries. What the schema has found wrong is read as if it were not there, and never reported twice. */
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { impossibleDate } from './problems.ts';
import type { Prose } from './prose.ts';
import type { YamlMap, YamlNode, YamlScalar } from './read-yaml.ts';

/** The file that entries are read from, and the language of its text. */
export interface FieldContext {
  readonly file: SourceFile;
  readonly language: string;
  readonly report: Report;
}

/** Returns the entries of a list that are groups of keys. */
export function mapsOf(node: YamlNode | undefined): readonly YamlMap[] {
  return node?.kind === 'list' ? node.items.filter((item) => item.kind === 'map') : [];
}

/** Returns the value of a key if it is text with something in it. */
export function scalarAt(map: YamlMap, key: string): YamlScalar | undefined {
  const node = map.entries.get(key)?.value;
  return node?.kind === 'scalar' && node.value !== null && node.text.trim() !== '' ? node : undefined;
}

/** Returns the text of a key, with white space at its ends removed. */
export function textAt(map: YamlMap, key: string): string | undefined {
  return scalarAt(map, key)?.text.trim();
}

/** Returns the whole number of a key, if it lies within bounds. */
export function countAt(map: YamlMap, key: string, least: number, most: number): number | undefined {
  const value = scalarAt(map, key)?.value;
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most ? value : undefined;
}

/** Returns the value of a key if it is one of the known names. */
export function nameAt<Name extends string>(map: YamlMap, key: string, known: readonly Name[]): Name | undefined {
  const text = textAt(map, key);
  return known.find((name) => name === text);
}

/** Returns the texts of a list. */
export function textsAt(map: YamlMap, key: string): readonly YamlScalar[] {
  const node = map.entries.get(key)?.value;
  return node?.kind === 'list' ? (node.items.filter((item) => item.kind === 'scalar' && item.value !== null) as readonly YamlScalar[]) : [];
}

/** Returns a date, after asking the calendar. */
export function dateAt(map: YamlMap, key: string, context: FieldContext): string | undefined {
  const text = textAt(map, key);
  const match = text === undefined ? null : /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/.exec(text);
  if (!match) return undefined;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  if (!match[3] || day <= days[month - 1]!) return text;
  context.report(impossibleDate(text!, spanOf(scalarAt(map, key)!, context.file)));
  return undefined;
}

/** Parses the Markdown of a key. */
export function proseAt(map: YamlMap, key: string, mode: 'block' | 'inline' | 'auto', context: FieldContext): Prose | undefined {
  const scalar = scalarAt(map, key);
  return scalar && proseOf(scalar, mode, context);
}

/** Parses the Markdown of every item of a list. */
export function prosesAt(map: YamlMap, key: string, mode: 'inline' | 'auto', context: FieldContext): readonly Prose[] {
  return textsAt(map, key).map((scalar) => proseOf(scalar, mode, context));
}

/** Returns prose without words, for something that must be there and is not. */
export function emptyProse(file: SourceFile, place: { readonly start: number; readonly end: number }): Prose {
  return { file, isInline: true, nodes: [], origin: { file, start: place.start, end: place.end } };
}

/** Returns the span of a node. */
export function spanOf(node: { readonly start: number; readonly end: number }, file: SourceFile): Span {
  return { file, start: node.start, end: node.end };
}

function proseOf(scalar: YamlScalar, mode: 'block' | 'inline' | 'auto', context: FieldContext): Prose {
  const text = mode === 'inline' ? scalar.text.trim() : scalar.text;
  return parseMarkdown(context.file, scalar, { language: context.language, mode, text }, context.report);
}
