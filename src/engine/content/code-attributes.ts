/** Reads what stands behind the opening fence of a block of code: its language, and attributes in braces. */
import type { Token } from 'markdown-it';
import { blockAttributes, type TokenReader } from './build-context.ts';
import type { AttributeValue } from './directives.ts';
import type { Locate } from './locate-inline.ts';
import { unreadInfo } from './markdown-problems.ts';
import { parseAttributes } from './parse-attributes.ts';
import { readAttributes } from './read-attributes.ts';
import { fileOffset } from './text-map.ts';

const known: ReadonlyMap<string, AttributeValue> = new Map([...blockAttributes, ['numbers', 'flag'], ['start', 'count']]);

/** Returns the attributes of the block. Program text runs from left to right in every booklet. */
export function codeAttributes({ info, map: lines }: Token, { text, context }: TokenReader): ReadonlyMap<string, string> {
  const at = text.map.text.indexOf(info, text.lineStarts[lines?.[0] ?? 0]);
  const locate: Locate = (offset) => fileOffset(text.map, offset);
  const [, before = '', language = '', words = '', braces] = /^(\s*([^\s{]*)\s*)([^{]*)(\{.*)?$/.exec(info.trimEnd()) ?? [];
  const bracesAt = before.length + words.length;
  const end = braces === undefined ? undefined : parseAttributes(braces, 0)?.end;
  const rest = end === undefined ? '' : braces!.slice(end).trimStart();
  for (const [unread, from] of [
    [words.trimEnd(), before.length],
    [rest, info.trimEnd().length - rest.length],
  ] as const) {
    if (unread === '') continue;
    context.report(unreadInfo({ file: context.file, start: locate(at + from), end: locate(at + from + unread.length - 1) + 1 }));
  }
  const attributes = new Map(readAttributes({ text: braces?.slice(0, end), at: at + bracesAt, locate }, known, context));
  if (attributes.has('start')) attributes.set('numbers', '');
  if (language !== '') attributes.set('code', language);
  if (language !== '' || attributes.has('numbers')) attributes.set('dir', 'ltr');
  return attributes;
}
