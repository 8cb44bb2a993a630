/**
 * The value of a declaration as a flat list of components, independent of the parser's tree.
 * `var()` is not among them: it is replaced as text before a value is read (see custom-properties.ts).
 */
import { type CssNode, childrenOf, parseCssValue } from './css-node.ts';

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

/** Something that has no place in our values, such as `url()` or brackets. */
export interface CssOther {
  readonly kind: 'other';
}

export type CssComponent = CssKeyword | CssNumber | CssText | CssHash | CssFunction | CssSign | CssOther;

export type CssValue = readonly CssComponent[];

/** Reads the components of a value; undefined when the text is not made of CSS tokens. */
export function readCssValue(text: string): CssValue | undefined {
  const node = parseCssValue(text);
  return node && childrenOf(node).map((child) => toComponent(child, text));
}

function toComponent(node: CssNode, text: string): CssComponent {
  switch (node.type) {
    case 'Identifier':
      return { kind: 'keyword', name: node.name };
    case 'Number':
      return { kind: 'number', value: Number(node.text), unit: '' };
    case 'Percentage':
      return { kind: 'number', value: Number(node.text), unit: '%' };
    case 'Dimension':
      return { kind: 'number', value: Number(node.text), unit: String(node.raw.unit).toLowerCase() };
    case 'String':
      return { kind: 'text', text: node.text };
    case 'Hash':
      return { kind: 'hash', text: node.text };
    case 'Operator':
      return { kind: 'sign', sign: node.text.trim() };
    case 'Function':
    case 'Parentheses':
      return {
        kind: 'function',
        name: node.name.toLowerCase(),
        inner: childrenOf(node).map((child) => toComponent(child, text)),
        source: text.slice(node.start, node.end),
      };
    default:
      return { kind: 'other' };
  }
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
