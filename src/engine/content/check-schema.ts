/**
 * A YAML tree against its JSON Schema. The validator's findings are pointers into plain values; here they become
 * messages at the key or value that the author wrote.
 */
import { type OutputUnit, Validator } from '@cfworker/json-schema';
import type { Report } from '../source/diagnostic.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { invalidCount, invalidForm, invalidName, missingKey, tooFewItems, unknownKey, wrongKind } from './problems.ts';
import { setOwn, type YamlMap, type YamlNode } from './read-yaml.ts';
import type { Schema } from './schema/schema-type.ts';

/** Reports everything in a tree that its schema does not allow. */
export function checkSchema(root: YamlNode, schema: Schema, file: SourceFile, report: Report): void {
  const { errors } = validatorFor(schema).validate(typedValue(root, schema));
  const seen = new Set<string>();
  const alternatives: string[] = [];
  for (const error of errors) {
    if (error.keyword === 'anyOf') alternatives.push(`${error.instanceLocation} ${error.keywordLocation}/`);
    else if (alternatives.some((prefix) => `${error.instanceLocation} ${error.keywordLocation}`.startsWith(prefix))) continue;
    const identity = `${error.keyword} ${error.instanceLocation}`;
    if (seen.has(identity)) continue;
    seen.add(identity);
    reportError(error, findPlace(error.instanceLocation, root, schema), file, report);
  }
}

/** Schemas are few and constant, and preparing a validator is slower than using it. */
const validators = new WeakMap<Schema, Validator>();

function validatorFor(schema: Schema): Validator {
  let validator = validators.get(schema);
  if (!validator) {
    validator = new Validator(structuredSchema(schema), '2020-12', false);
    validators.set(schema, validator);
  }
  return validator;
}

/** The validator writes its own marks into the schema, which must not show in what we publish. */
function structuredSchema(schema: Schema): Record<string, unknown> {
  return JSON.parse(JSON.stringify(schema)) as Record<string, unknown>;
}

/** Where the schema wants text, a value is what the author typed: `012` is not 12, and `2026` is not a number. */
function typedValue(node: YamlNode, schema: Schema | undefined): unknown {
  if (node.kind === 'scalar') return schema?.type === 'string' && node.value !== null ? node.text : node.value;
  if (node.kind === 'list') return node.items.map((item) => typedValue(item, schema?.items));
  const value: Record<string, unknown> = {};
  for (const [key, entry] of node.entries) setOwn(value, key, typedValue(entry.value, schemaOfKey(key, schema)));
  return value;
}

function schemaOfKey(key: string, schema: Schema | undefined): Schema | undefined {
  if (schema?.properties && Object.hasOwn(schema.properties, key)) return schema.properties[key];
  return schema?.additionalProperties === false ? undefined : schema?.additionalProperties;
}

/** A missing key whose misspelling is there has been reported by that. */
const isMisspelt = (name: string, node: YamlMap, schema: Schema | undefined): boolean =>
  [...node.entries.keys()].some((key) => schema?.properties?.[key] === undefined && nearestName(key, [name]) === name);

/** A place in the tree, with what the schema says of it and of what holds it. */
interface Place {
  readonly key: string | undefined;
  readonly keySpan: { readonly start: number; readonly end: number } | undefined;
  readonly node: YamlNode;
  readonly schema: Schema | undefined;
  readonly parentSchema: Schema | undefined;
}

function findPlace(pointer: string, root: YamlNode, rootSchema: Schema): Place {
  let place: Place = { key: undefined, keySpan: undefined, node: root, schema: rootSchema, parentSchema: undefined };
  for (const part of pointer.split('/').slice(1)) {
    const key = decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~');
    const { node, schema } = place;
    if (node.kind === 'list') {
      const item = node.items[Number(key)];
      if (!item) break;
      place = { key: place.key, keySpan: undefined, node: item, schema: schema?.items, parentSchema: schema };
    } else if (node.kind === 'map') {
      const entry = node.entries.get(key);
      if (!entry) break;
      const keySpan = { start: entry.keyStart, end: entry.keyEnd };
      place = { key, keySpan, node: entry.value, schema: schemaOfKey(key, schema), parentSchema: schema };
    }
  }
  return place;
}

function reportError(error: OutputUnit, place: Place, file: SourceFile, report: Report): void {
  const { node, schema, key } = place;
  const isNothing = node.end === node.start && place.keySpan !== undefined;
  const span: Span = isNothing ? { file, ...place.keySpan! } : { file, ...spanOfNode(node) };
  const written = node.kind === 'scalar' ? node.text : undefined;
  switch (error.keyword) {
    case 'required':
      for (const name of schema?.required ?? []) {
        if (node.kind === 'map' && !node.entries.has(name) && !isMisspelt(name, node, schema))
          report(missingKey(name, schema?.title, span));
      }
      break;
    case 'false': {
      const known = Object.keys(place.parentSchema?.properties ?? {});
      const keySpan: Span = { file, ...(place.keySpan ?? spanOfNode(node)) };
      report(unknownKey(key ?? '', nearestName(key ?? '', known), known, keySpan));
      break;
    }
    case 'type':
      report(
        wrongKind(
          { key, isItem: key !== undefined && place.keySpan === undefined, kind: kindOf(node), text: written },
          schema?.type ?? 'text',
          schema?.title,
          span,
        ),
      );
      break;
    case 'enum':
      if (written !== undefined)
        report(
          invalidName({ key, value: written, title: schema?.title }, nearestName(written, schema?.enum ?? []), schema?.enum ?? [], span),
        );
      break;
    case 'anyOf':
    case 'pattern':
      reportForm(place, span, report);
      break;
    case 'minimum':
    case 'maximum':
      report(invalidCount({ key, value: written ?? '' }, schema?.minimum, schema?.maximum, span));
      break;
    case 'minItems':
      report(tooFewItems(key, schema?.minItems ?? 1, span));
      break;
    default:
  }
}

function reportForm(place: Place, span: Span, report: Report): void {
  const names = place.parentSchema?.propertyNames;
  const isName = names !== undefined && place.key !== undefined && !new RegExp(names.pattern ?? '', 'u').test(place.key);
  const schema = isName ? names : place.schema;
  const value = isName ? place.key! : place.node.kind === 'scalar' ? place.node.text : kindOf(place.node);
  const where: Span = isName && place.keySpan ? { file: span.file, ...place.keySpan } : span;
  report(invalidForm({ key: place.key, value }, schema?.title, schema?.examples ?? [], where));
}

function kindOf(node: YamlNode): string {
  if (node.kind === 'list') return 'a list';
  if (node.kind === 'map') return 'a group of keys';
  if (node.value === null) return 'nothing';
  return typeof node.value === 'string' ? 'text' : typeof node.value === 'number' ? 'a number' : 'yes or no';
}

/** Of a list or group only the first line is marked: the whole of it would be the rest of the file. */
function spanOfNode(node: YamlNode): { readonly start: number; readonly end: number } {
  if (node.kind === 'scalar') return { start: node.start, end: node.end };
  const first = node.kind === 'list' ? node.items[0] : node.entries.values().next().value;
  if (!first) return { start: node.start, end: node.end };
  return 'keyEnd' in first ? { start: node.start, end: first.keyEnd } : { start: node.start, end: node.start + 1 };
}
