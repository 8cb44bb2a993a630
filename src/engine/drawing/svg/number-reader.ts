/** Reads numbers one after another from SVG's lists and path data, where they may touch: `1.5.5-3` is three of them. */

/** A place in a text of numbers. */
export interface NumberReader {
  readonly text: string;
  at: number;
}

const number = /[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;
const gap = /[\s,]*/y;

/** Goes past white space and commas. */
export function skipGap(reader: NumberReader): void {
  gap.lastIndex = reader.at;
  gap.exec(reader.text);
  reader.at = gap.lastIndex;
}

/** Reads the next number; undefined, and nothing read but the gap, when there is none. */
export function readNumber(reader: NumberReader): number | undefined {
  skipGap(reader);
  number.lastIndex = reader.at;
  const match = number.exec(reader.text);
  if (!match) return undefined;
  const value = Number(match[0]);
  if (!Number.isFinite(value)) return undefined;
  reader.at = number.lastIndex;
  return value;
}

/** Reads a flag of an arc: one digit, which the next number may touch. */
export function readFlag(reader: NumberReader): number | undefined {
  skipGap(reader);
  const digit = reader.text[reader.at];
  if (digit !== '0' && digit !== '1') return undefined;
  reader.at++;
  return Number(digit);
}

/** Reads a list of nothing but numbers; undefined when there is anything else. */
export function readNumbers(text: string): readonly number[] | undefined {
  const reader: NumberReader = { text, at: 0 };
  const numbers: number[] = [];
  for (let value = readNumber(reader); value !== undefined; value = readNumber(reader)) numbers.push(value);
  skipGap(reader);
  return reader.at === text.length ? numbers : undefined;
}
