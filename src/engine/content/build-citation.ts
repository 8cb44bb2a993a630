/** `[@smith-2026; @lee-2020]` to a citation whose every key knows its place. */

import type { Token } from 'markdown-it';
import { letterPattern } from '../source/letter-pattern.ts';
import type { BuildContext } from './build-context.ts';
import type { Locate } from './locate-inline.ts';
import { placeOf } from './markdown-parser.ts';
import { malformedCitation } from './markdown-problems.ts';
import type { CitationKey, ProseCitation } from './prose.ts';

const keyText = letterPattern(String.raw`^\s*@([\p{L}\p{N}_][\p{L}\p{N}_.:-]*)\s*$`);

/** Builds a citation; parts that are not `@id` are reported and left out. */
export function buildCitation(token: Token, locate: Locate, context: BuildContext): ProseCitation {
  const { start = 0, end = start } = placeOf(token);
  const keys: CitationKey[] = [];
  let at = start + 1;
  for (const part of token.info.split(';')) {
    const id = keyText(part).exec(part)?.[1];
    const from = at + (part.length - part.trimStart().length);
    const to = Math.max(from, at + part.trimEnd().length);
    if (id !== undefined) keys.push({ id, start: locate(from), end: locate(to - 1) + 1 });
    else context.report(malformedCitation(part.trim(), { file: context.file, start: locate(from), end: locate(to) }));
    at += part.length + 1;
  }
  return { kind: 'citation', keys, start: locate(start), end: locate(end - 1) + 1 };
}
