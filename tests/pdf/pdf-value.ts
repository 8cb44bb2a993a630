/**
 * PDF syntax as values, read without any PDF library: a second opinion must not share its eyes with the writer.
 * Bytes are text of one character a byte all through.
 */

/** `/Name`. */
export interface PdfName {
  readonly kind: 'name';
  readonly name: string;
}

/** A string, literal or hexadecimal, as its bytes. */
export interface PdfString {
  readonly kind: 'string';
  readonly bytes: string;
}

/** `12 0 R`. */
export interface PdfReference {
  readonly kind: 'reference';
  readonly id: number;
}

/** What stands in content streams between the values. */
export interface PdfOperator {
  readonly kind: 'operator';
  readonly name: string;
}

export type PdfDictionary = ReadonlyMap<string, PdfValue>;
export type PdfValue = number | boolean | null | PdfName | PdfString | PdfReference | PdfOperator | PdfDictionary | readonly PdfValue[];

/** Reads values one after another. */
export interface ValueReader {
  /** Where the next value begins, or the white space before it. */
  readonly place: number;
  /** Returns undefined at the end. */
  next(): PdfValue | undefined;
}

const space = /[\0\t\n\f\r ]*(?:%[^\n\r]*[\0\t\n\f\r ]*)*/y;
const number = /[+-]?(?:\d+\.?\d*|\.\d+)/y;
const reference = /(\d+) (\d+) R(?![A-Za-z0-9])/y;
const word = /[^\0\t\n\f\r ()<>[\]{}/%]+/y;

/** Begins to read at a place. Throws for what is no PDF syntax. */
export function readValues(text: string, start = 0): ValueReader {
  let at = start;
  const take = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  const takeUntil = (end: string): PdfValue[] => {
    const values: PdfValue[] = [];
    for (;;) {
      take(space);
      if (text.startsWith(end, at)) break;
      const value = next();
      if (value === undefined) throw new Error(`no ${end} after ${text.slice(at - 40, at)}`);
      values.push(value);
    }
    at += end.length;
    return values;
  };
  const next = (): PdfValue | undefined => {
    take(space);
    const first = text[at];
    if (first === undefined) return undefined;
    if (text.startsWith('<<', at)) {
      at += 2;
      return dictionaryOf(takeUntil('>>'));
    }
    at += 1;
    if (first === '[') return takeUntil(']');
    if (first === '(') return { kind: 'string', bytes: takeLiteral() };
    if (first === '<') return { kind: 'string', bytes: takeHexadecimal() };
    if (first === '/')
      return { kind: 'name', name: (take(word)?.[0] ?? '').replace(/#(\w\w)/g, (_, code) => charOf(Number.parseInt(code, 16))) };
    at -= 1;
    const referred = take(reference);
    if (referred) return { kind: 'reference', id: Number(referred[1]) };
    const digits = take(number);
    if (digits) return Number(digits[0]);
    const name = take(word)?.[0];
    if (name === undefined) throw new Error(`no PDF syntax: ${text.slice(at, at + 40)}`);
    if (name === 'true' || name === 'false') return name === 'true';
    return name === 'null' ? null : { kind: 'operator', name };
  };
  const takeHexadecimal = (): string => {
    const end = text.indexOf('>', at);
    const digits = text.slice(at, end).replace(/\s/g, '');
    at = end + 1;
    return (digits.length % 2 === 0 ? digits : `${digits}0`).replace(/../g, (pair) => charOf(Number.parseInt(pair, 16)));
  };
  const takeLiteral = (): string => {
    let bytes = '';
    for (let depth = 1; ; ) {
      const character = text[at++];
      if (character === undefined) throw new Error('a string without an end');
      if (character === '\\') bytes += takeEscape();
      else {
        if (character === '(') depth += 1;
        if (character === ')' && --depth === 0) return bytes;
        bytes += character;
      }
    }
  };
  const takeEscape = (): string => {
    const octal = take(/[0-7]{1,3}/y);
    if (octal) return charOf(Number.parseInt(octal[0], 8) & 255);
    const character = text[at++]!;
    return { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', '\n': '' }[character] ?? character;
  };
  return {
    get place() {
      return at;
    },
    next,
  };
}

/** Returns a value's entry when it is a dictionary. */
export const entryOf = (value: PdfValue | undefined, key: string): PdfValue | undefined =>
  isDictionary(value) ? value.get(key) : undefined;

export const isDictionary = (value: PdfValue | undefined): value is PdfDictionary => value instanceof Map;
export const isArray = (value: PdfValue | undefined): value is readonly PdfValue[] => Array.isArray(value);

/** Returns the name, the bytes of the string, or the operator; undefined for anything else. */
export function wordOf(value: PdfValue | undefined): string | undefined {
  if (value === null || typeof value !== 'object' || isDictionary(value) || isArray(value)) return undefined;
  const { kind } = value as PdfName | PdfString | PdfReference | PdfOperator;
  if (kind === 'reference') return undefined;
  return kind === 'string' ? (value as PdfString).bytes : (value as PdfName).name;
}

/** Returns a text string as people read it: UTF-16 with a byte order mark, else one byte a character. */
export function textOf(value: PdfValue | undefined): string | undefined {
  const bytes = wordOf(value);
  if (!bytes?.startsWith('\xfe\xff')) return bytes;
  return decodeUtf16(bytes.slice(2));
}

/** Decodes UTF-16, high byte first. */
export const decodeUtf16 = (bytes: string): string =>
  bytes.replace(/[\s\S]{2}/g, (pair) => charOf(pair.charCodeAt(0) * 256 + pair.charCodeAt(1)));

function dictionaryOf(values: readonly PdfValue[]): PdfDictionary {
  const entries = new Map<string, PdfValue>();
  for (let at = 0; at < values.length; at += 2) entries.set(wordOf(values[at]) ?? '', values[at + 1] ?? null);
  return entries;
}

const charOf = (code: number): string => String.fromCharCode(code);
