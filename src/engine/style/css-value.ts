/**
 * The value of a declaration as a list of components. It is read here and not by the parser of stylesheets, which
 * would make a tree with places of every value, and again of each that `var()` completes.
 * `var()` is not among them: it is replaced as text before a value is read (see custom-properties.ts).
 */

export interface CssKeyword {
  readonly kind: 'keyword';
  /** As written: names of pages, strings and counters keep their case. */
  readonly name: string;
}

export interface CssNumber {
  readonly kind: 'number';
  readonly value: number;
  /** '' for plain numbers, `%`, or a unit in lower case. */
  readonly unit: string;
}

export interface CssText {
  readonly kind: 'text';
  readonly text: string;
}

/** A color in hexadecimal, without the number sign. */
export interface CssHash {
  readonly kind: 'hash';
  readonly text: string;
}

export interface CssFunction {
  readonly kind: 'function';
  /** In lower case; '' for plain parentheses. */
  readonly name: string;
  readonly inner: readonly CssComponent[];
  /** The whole call as written. */
  readonly source: string;
}

/** A comma, slash or arithmetic sign. */
export interface CssSign {
  readonly kind: 'sign';
  readonly sign: string;
}

export type CssComponent = CssKeyword | CssNumber | CssText | CssHash | CssFunction | CssSign;

export type CssValue = readonly CssComponent[];

/** Deeper parentheses are a mistake or an attack. */
const deepestCall = 50;

// CSS Syntax 3, section 4. In turn: space and comments, text, hash, number with unit, name with the parenthesis of a call, sign.
const escaped = String.raw`\\(?:[0-9a-fA-F]{1,6}[ \t\r\n\f]?|[^0-9a-fA-F\n\r\f])`;
const name = String.raw`(?:[\w\x80-\uFFFF-]|${escaped})`;
const nameStart = `(?:--|-?(?:[A-Za-z_\\x80-\\uFFFF]|${escaped}))`;
const token = new RegExp(
  [
    String.raw`((?:[ \t\r\n\f]|\/\*[\s\S]*?(?:\*\/|$))+)`,
    String.raw`"((?:[^"\\\n\r\f]|\\[\s\S])*)(?:"|$)`,
    String.raw`'((?:[^'\\\n\r\f]|\\[\s\S])*)(?:'|$)`,
    `#(${name}+)`,
    String.raw`([+-]?(?:\d*\.)?\d+(?:[eE][+-]?\d+)?)(%|${nameStart}${name}*)?`,
    String.raw`(${nameStart}${name}*)(\()?`,
    String.raw`([-+*\/,()])`,
  ].join('|'),
  'y',
);

/** The groups of `token`. They are read by number: to take apart ten of each match would cost as much as to find it. */
const group = { space: 1, double: 2, single: 3, hash: 4, number: 5, unit: 6, word: 7, opening: 8, sign: 9 } as const;

/** Reads the components of a value; undefined when something in the text has no place in our values. */
export function readCssValue(text: string): CssValue | undefined {
  const value: CssComponent[] = [];
  return readComponents(text, 0, value, 0) === text.length ? value : undefined;
}

/** Reads up to the parenthesis that closes, and returns the place behind it; -1 when there is no way on. */
function readComponents(text: string, from: number, value: CssComponent[], depth: number): number {
  let at = from;
  while (at < text.length) {
    token.lastIndex = at;
    const match = token.exec(text);
    if (!match) return -1;
    const start = at;
    at = token.lastIndex;
    if (match[group.space] !== undefined) continue;
    const word = match[group.word];
    const sign = match[group.sign];
    if (sign === ')') return depth > 0 ? at : -1;
    if (match[group.opening] !== undefined || sign === '(') {
      const inner: CssComponent[] = [];
      at = depth < deepestCall ? readComponents(text, at, inner, depth + 1) : -1;
      if (at === -1) return -1;
      value.push({ kind: 'function', name: (word ?? '').toLowerCase(), inner, source: text.slice(start, at) });
    } else if (word !== undefined) value.push({ kind: 'keyword', name: word });
    else if (match[group.number] !== undefined)
      value.push({ kind: 'number', value: Number(match[group.number]), unit: match[group.unit]?.toLowerCase() ?? '' });
    else if (match[group.hash] !== undefined) value.push({ kind: 'hash', text: match[group.hash]! });
    else if (sign !== undefined) value.push({ kind: 'sign', sign });
    else value.push({ kind: 'text', text: replaceEscapes(match[group.double] ?? match[group.single] ?? '') });
  }
  return at;
}

/** An escaped line end is nothing, an escaped number a character by its code, and any other character itself. */
function replaceEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:([0-9A-Fa-f]{1,6})(?:\r\n|[ \t\r\n\f])?|\r\n|[\n\r\f]|([\s\S]))/g, (_, code?: string, character = '') =>
    code === undefined ? character : characterAt(Number.parseInt(code, 16)),
  );
}

function characterAt(code: number): string {
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : '\uFFFD';
}

/** Returns the keyword of a value that is a single keyword, in lower case. */
export function keywordOf(value: CssValue): string | undefined {
  const [only, second] = value;
  return only?.kind === 'keyword' && !second ? only.name.toLowerCase() : undefined;
}

/** Splits a value at its commas, as in a list of font families. */
export function splitAtCommas(value: CssValue): readonly CssValue[] {
  const pieces: CssComponent[][] = [[]];
  for (const component of value) {
    if (component.kind === 'sign' && component.sign === ',') pieces.push([]);
    else pieces.at(-1)!.push(component);
  }
  return pieces;
}
