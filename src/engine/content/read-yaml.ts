/**
 * YAML text to a tree whose every node knows its place and its spelling. Limits stand before anything that could
 * be slow or endless: length, depth, and how many values there are once aliases are followed.
 */
import { isAlias, isMap, isScalar, isSeq, type Node, parseDocument } from 'yaml';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { explainYaml } from './explain-yaml.ts';
import { unprintableCharacter } from './problems.ts';
import { findUnprintable, replaceUnprintable } from './unprintable.ts';
import { complexKey, doubleKey, tooDeepYaml, tooLongYaml, tooManyValues, unknownAlias, unreadableKey } from './yaml-problems.ts';

/** A single value. `text` is what the author wrote (without quotes and escapes): `012` stays `012`. */
export interface YamlScalar {
  readonly kind: 'scalar';
  readonly value: string | number | boolean | null;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Values one after the other. */
export interface YamlList {
  readonly kind: 'list';
  readonly items: readonly YamlNode[];
  readonly start: number;
  readonly end: number;
}

/** A key and its value. */
export interface YamlEntry {
  readonly keyStart: number;
  readonly keyEnd: number;
  readonly value: YamlNode;
}

/** Keys and values; a key given twice has been reported, and the first one counts. */
export interface YamlMap {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, YamlEntry>;
  readonly start: number;
  readonly end: number;
}

/** Any value of a YAML file. */
export type YamlNode = YamlScalar | YamlList | YamlMap;

/** Longer than any hand-written file; beyond this the parser takes seconds. */
const longestText = 1_000_000;
const deepestNode = 20;
/** Charts may hold their numbers; the files of a booklet are written by hand and get a smaller limit. */
const mostNodes = 200_000;

interface Reading {
  readonly file: SourceFile;
  readonly anchors: ReadonlyMap<string, Node>;
  readonly report: Report;
  readonly most: number;
  count: number;
  hasStopped: boolean;
}

/** Reads a file. Undefined when it is empty or broken; then it has been reported, unless it is merely empty. */
export function readYaml(file: SourceFile, report: Report, most = mostNodes): YamlNode | undefined {
  if (file.text.length > longestText) {
    report(tooLongYaml({ file, start: 0, end: 0 }));
    return undefined;
  }
  const document = parseDocument(file.text, {
    version: '1.2',
    schema: 'core',
    merge: false,
    prettyErrors: false,
    uniqueKeys: false,
    logLevel: 'error',
  });
  // One slip makes a parser stumble again and again, so only the first error is worth a message.
  const [error] = [...document.errors, ...document.warnings];
  if (error) {
    report(explainYaml(document, error, file));
    return undefined;
  }
  const anchors = new Map<string, Node>();
  if (!document.contents) return undefined;
  const reading: Reading = { file, anchors, report, most, count: 0, hasStopped: false };
  collectAnchors(document.contents, anchors, 0);
  const root = readNode(document.contents, 0, reading);
  return reading.hasStopped ? undefined : root;
}

/** Returns a tree as plain values, as JSON would give them; keys that mean something to JavaScript are only keys. */
export function plainValue(node: YamlNode): unknown {
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'list') return node.items.map(plainValue);
  const value: Record<string, unknown> = {};
  for (const [key, entry] of node.entries) setOwn(value, key, plainValue(entry.value));
  return value;
}

/** Sets a property even where assignment would change the prototype instead. */
export function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__') Object.defineProperty(target, key, { value, enumerable: true, writable: true, configurable: true });
  else target[key] = value;
}

function collectAnchors(node: Node, anchors: Map<string, Node>, depth: number): void {
  if (depth > deepestNode + 1) return;
  if (!isAlias(node) && 'anchor' in node && typeof node.anchor === 'string') anchors.set(node.anchor, node);
  if (isSeq(node)) for (const item of node.items) collectAnchors(item as Node, anchors, depth + 1);
  if (isMap(node)) for (const { value } of node.items) if (value) collectAnchors(value as Node, anchors, depth + 1);
}

function readNode(node: Node | null, depth: number, reading: Reading): YamlNode {
  const { file, report } = reading;
  const [start, end] = placeOf(node, file);
  const span: Span = { file, start, end };
  const nothing: YamlScalar = { kind: 'scalar', value: null, text: '', start, end };
  if (reading.hasStopped) return nothing;
  reading.count++;
  if (reading.count > reading.most || depth > deepestNode) {
    reading.hasStopped = true;
    report(depth > deepestNode ? tooDeepYaml({ ...span, end: start + 1 }) : tooManyValues({ ...span, end: start + 1 }));
    return nothing;
  }
  if (isAlias(node)) {
    const target = reading.anchors.get(node.source);
    if (target) return readNode(target, depth + 1, reading);
    report(unknownAlias(node.source, span));
    return { ...nothing, value: `*${node.source}`, text: `*${node.source}` };
  }
  if (isScalar(node)) return readScalar(node.value, node.source, span, report);
  if (isSeq(node)) return { kind: 'list', items: node.items.map((item) => readNode(item as Node | null, depth + 1, reading)), start, end };
  if (!isMap(node)) return nothing;
  const entries = new Map<string, YamlEntry>();
  const isInList = /(?:^|\n)[ -]*- +$/.test(file.text.slice(Math.max(0, start - 40), start));
  let hasDouble = false;
  for (const { key, value } of node.items) {
    const [keyStart, keyEnd] = placeOf(key as Node | null, file);
    const keySpan = { file, start: keyStart, end: keyEnd };
    const name = isScalar(key) ? (key.source ?? String(key.value)) : undefined;
    if (name === undefined) report(complexKey(keySpan));
    else if (findUnprintable(name)) report(unreadableKey(keySpan));
    else if (entries.has(name)) {
      // The keys after the first one follow from the same missing hyphen.
      if (!isInList || !hasDouble) report(doubleKey(name, isInList, keySpan));
      hasDouble = true;
    } else {
      const read = value === null ? ({ ...nothing, start: keyEnd, end: keyEnd } as const) : readNode(value as Node, depth + 1, reading);
      entries.set(name, { keyStart, keyEnd, value: read });
    }
  }
  return { kind: 'map', entries, start, end };
}

function readScalar(value: unknown, source: string | undefined, span: Span, report: Report): YamlScalar {
  const { start, end } = span;
  if (typeof value === 'number' || typeof value === 'boolean') return { kind: 'scalar', value, text: source ?? String(value), start, end };
  if (typeof value !== 'string') return { kind: 'scalar', value: null, text: '', start, end };
  let text = value.replaceAll('\r\n', '\n');
  const unprintable = findUnprintable(text);
  if (unprintable) {
    report(unprintableCharacter(unprintable.code, span));
    text = replaceUnprintable(text);
  }
  return { kind: 'scalar', value: text, text, start, end };
}

function placeOf(node: Node | null, file: SourceFile): readonly [number, number] {
  const range = node?.range;
  if (!range) return [0, 0];
  let end = Math.min(range[1], file.text.length);
  while (end > range[0] && /\s/.test(file.text[end - 1]!)) end--;
  return [range[0], end];
}
