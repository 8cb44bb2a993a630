/** Reads the attributes in `{#fig-share .wide minutes=15 title="Two shops"}`. Knows nothing of which ones exist. */

import { letterPattern } from '../source/letter-pattern.ts';

/** One attribute. `#fig-share` is named `id` and `.wide` is named `class`; offsets are relative to the opening brace. */
export interface WrittenAttribute {
  readonly name: string;
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/** Attributes in the order written, and the stretches that could not be understood. */
export interface WrittenAttributes {
  readonly list: readonly WrittenAttribute[];
  readonly malformed: readonly { readonly text: string; readonly start: number; readonly end: number }[];
  /** Offset just after the closing brace. */
  readonly end: number;
}

/** No attribute block is longer; the limit keeps a text full of opening braces linear. */
const longestBlock = 2000;

const attributeIn = letterPattern(
  String.raw`\s+|#([^\s{}#."=]+)|\.([^\s{}#."=]+)|([\p{L}_][\p{L}\p{N}_-]*)\s*=\s*(?:"([^"\n]*)"|'([^'\n]*)'|([^\s{}"']+))|[^\s{}]+`,
  'y',
);

/** Reads the block of attributes that begins at an offset of a text; undefined when there is none. */
export function parseAttributes(text: string, at: number): WrittenAttributes | undefined {
  if (text[at] !== '{') return undefined;
  const block = text.slice(at, at + longestBlock);
  const list: WrittenAttribute[] = [];
  const malformed: { text: string; start: number; end: number }[] = [];
  const attribute = attributeIn(block);
  for (let start = 1; start < block.length; ) {
    if (block[start] === '}') return { list, malformed, end: at + start + 1 };
    attribute.lastIndex = start;
    const match = attribute.exec(block);
    if (!match || match[0].includes('\n')) return undefined;
    const [whole, id, className, name, doubleQuoted, singleQuoted, bare] = match;
    const place = { start, end: start + whole.length };
    if (id !== undefined) list.push({ name: 'id', value: id, ...place });
    else if (className !== undefined) list.push({ name: 'class', value: className, ...place });
    else if (name !== undefined) list.push({ name, value: doubleQuoted ?? singleQuoted ?? bare ?? '', ...place });
    else if (/=["']/.test(whole)) return undefined;
    else if (whole.trim() !== '') malformed.push({ text: whole, ...place });
    start += whole.length;
  }
  return undefined;
}

/** Returns where a block of attributes at the very end of a text begins, or -1. Braces in ordinary text do not count. */
export function trailingAttributesAt(text: string): number {
  const at = text.lastIndexOf('{');
  if (at !== -1 && isUnclosedBlock(text, at)) return at;
  return at !== -1 && text.endsWith('}') && beginsBlock(text).test(text.slice(at)) ? at : -1;
}

const beginsBlock = letterPattern(String.raw`^\{\s*(?:[#.]\S|[\p{L}_][\p{L}\p{N}_-]*\s*=)`);
const unclosedBlock = letterPattern(String.raw`\{\s*[#.][\p{L}\p{N}_-]+[^{}\n]*$`, 'y');

/** Tells whether a block of attributes begins at an offset and the text ends before the block does. */
export function isUnclosedBlock(text: string, at: number): boolean {
  const pattern = unclosedBlock(text);
  pattern.lastIndex = at;
  return pattern.test(text);
}
