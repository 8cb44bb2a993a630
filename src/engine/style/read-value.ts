/** Readers that rows of the property table are made of: from components of a value to what waits for its element. */
import { parseColor } from '../drawing/color.ts';
import type { Color } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { ColorValue, Specified } from './computed-values.ts';
import { type CssComponent, type CssValue, keywordOf } from './css-value.ts';
import { readLength, readNumber, toPoints } from './relative-length.ts';
import type { Extent } from './style.ts';

/** Reads a value; undefined when it is not of the kind. */
export type Reader<Value> = (value: CssValue) => Specified<Value> | undefined;

/** Makes a specified value that is the same for every element. */
export function fixed<Value>(value: Value): Specified<Value> {
  return () => value;
}

/** Makes a reader of the given keywords. */
export function readKeyword<Name extends string>(...names: readonly Name[]): Reader<Name> {
  return (value) => {
    const keyword = keywordOf(value);
    const name = names.find((each) => each === keyword);
    return name === undefined ? undefined : fixed(name);
  };
}

/** Makes a reader of keywords that stand for something else. */
export function readNamed<Value>(meanings: Readonly<Record<string, Value>>): Reader<Value> {
  return (value) => {
    const keyword = keywordOf(value);
    return keyword !== undefined && Object.hasOwn(meanings, keyword) ? fixed(meanings[keyword] as Value) : undefined;
  };
}

/** Makes a reader that tries others in turn. */
export function readFirst<Value>(...readers: readonly Reader<Value>[]): Reader<Value> {
  return (value) => {
    for (const read of readers) {
      const specified = read(value);
      if (specified) return specified;
    }
    return undefined;
  };
}

/** Reads one length that may be negative. Percentages are refused: the containing width is not known yet. */
export const readSignedPoints: Reader<Pt> = (value) => {
  const length = value.length === 1 ? readLength(value[0]) : undefined;
  return length?.share === 0 ? (context) => toPoints(length, context) : undefined;
};

/** Reads one length of at least 0. */
export const readPoints: Reader<Pt> = (value) => {
  const length = value.length === 1 && !isNegative(value[0]!) ? readLength(value[0]) : undefined;
  return length?.share === 0 ? (context) => Math.max(0, toPoints(length, context)) : undefined;
};

/** Reads a length or a percentage, but not a sum of both: an extent is one or the other. */
export const readExtent: Reader<Extent> = (value) => {
  const length = value.length === 1 && !isNegative(value[0]!) ? readLength(value[0]) : undefined;
  if (!length) return undefined;
  if (length.share !== 0) {
    const isPure = length.points === 0 && length.ems === 0 && length.rootEms === 0;
    return isPure ? fixed<Extent>({ kind: 'share', share: length.share }) : undefined;
  }
  return (context) => ({ kind: 'length', length: Math.max(0, toPoints(length, context)) });
};

/** Makes a reader of whole numbers within bounds. */
export function readInteger(least: number, most: number): Reader<number> {
  return (value) => {
    const number = value.length === 1 ? readNumber(value[0]) : undefined;
    return number !== undefined && Number.isInteger(number) && number >= least && number <= most ? fixed(number) : undefined;
  };
}

/** Reads a color other than `currentcolor`. */
export const readColor: Reader<Color> = (value) => {
  const color = value.length === 1 ? parseColor(colorText(value[0]!)) : undefined;
  return color && fixed(color);
};

/** Reads a color or `currentcolor`. */
export const readColorValue: Reader<ColorValue> = readFirst<ColorValue>(readColor, readKeyword('currentcolor'));

/** Reads a name that the author chose, such as that of a page. */
export const readName: Reader<string> = (value) => {
  const [only, second] = value;
  return only?.kind === 'keyword' && !second ? fixed(only.name) : undefined;
};

const isNegative = (component: CssComponent): boolean => component.kind === 'number' && component.value < 0;

function colorText(component: CssComponent): string {
  if (component.kind === 'keyword') return component.name;
  if (component.kind === 'hash') return `#${component.text}`;
  return component.kind === 'function' ? component.source : '';
}
