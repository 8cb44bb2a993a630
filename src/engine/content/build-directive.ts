/** Pairs the lines that open and close teaching blocks, judges their attributes and makes the callouts. */

import type { Token } from 'markdown-it';
import { letterPattern } from '../source/letter-pattern.ts';
import { nearestName } from '../source/nearest-name.ts';
import type { Span } from '../source/source-file.ts';
import { malformedDirective, strayClose, textAfterDirective, unclosedDirective, unknownDirective } from './block-problems.ts';
import type { TokenReader } from './build-context.ts';
import { buildSides, checkSide } from './build-sides.ts';
import { attachCaptions } from './build-table.ts';
import { buildTimeline } from './build-timeline.ts';
import { directives } from './directives.ts';
import { placeOf } from './markdown-parser.ts';
import { tooDeep } from './markdown-problems.ts';
import { parseAttributes } from './parse-attributes.ts';
import type { ProseCallout, ProseNode } from './prose.ts';
import { readAttributes } from './read-attributes.ts';
import { fileOffset } from './text-map.ts';

/** A teaching block that has been opened and not yet closed. */
export interface OpenDirective {
  readonly name: string;
  readonly colons: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly nodes: ProseNode[];
  /** Where its opening line stands. */
  readonly span: Span;
}

/** Teaching blocks inside each other beyond this depth are not layout any more. */
const deepestDirective = 10;

const line = letterPattern(String.raw`^(:{3,})[ \t]*([\p{L}_][\p{L}\p{N}_-]*)?[ \t]*(.*)$`);

/** Takes an opening or closing line. */
export function takeDirective(token: Token, open: OpenDirective[], root: ProseNode[], reader: TokenReader): void {
  const { context, text } = reader;
  const { start = 0 } = placeOf(token);
  const spanOf = (from: number, to: number): Span => ({
    file: context.file,
    start: fileOffset(text.map, start + from),
    end: fileOffset(text.map, start + to - 1) + 1,
  });
  const whole = spanOf(0, token.content.length);
  const [, colons = ':::', name, rest = ''] = line(token.content).exec(token.content) ?? [];
  if (name === undefined) {
    if (rest !== '') context.report(malformedDirective(whole));
    else close(colons, open, root, { reader, span: whole });
    return;
  }
  const restAt = token.content.length - rest.length;
  const directive = directives.get(name);
  if (!directive) {
    // `:::key fact` is one name in two words.
    const words = /^[\w ]*/.exec(rest)![0].trim();
    const joined = `${name} ${words}`.trim().replace(/ +/g, '-').toLowerCase();
    const nameAt = token.content.indexOf(name);
    const nearest = directives.has(joined) ? joined : nearestName(name, directives.keys());
    context.report(unknownDirective(name, nearest, [...directives.keys()], spanOf(nameAt, nameAt + name.length)));
  }
  const written = rest.startsWith('{') ? parseAttributes(rest, 0) : undefined;
  const braces = rest.startsWith('{') ? rest.slice(0, written?.end) : undefined;
  const stray = braces === undefined ? rest : rest.slice(braces.length).trim();
  if (directive && stray !== '')
    context.report(textAfterDirective(name, stray, spanOf(token.content.length - stray.length, token.content.length)));
  const locate = (offset: number): number => fileOffset(text.map, start + offset);
  const attributes = directive
    ? readAttributes({ text: braces, at: restAt, locate }, directive.attributes, context)
    : new Map<string, string>();
  if (open.length === deepestDirective) context.report(tooDeep(whole));
  open.push({ name, colons, attributes, nodes: [], span: whole });
}

/** Ends all blocks that were never closed, and reports each at the line that opened it. */
export function closeAll(open: OpenDirective[], root: ProseNode[], reader: TokenReader): void {
  const [outermost] = open;
  if (!outermost) return;
  for (const directive of open) reader.context.report(unclosedDirective(directive.name, directive.colons, directive.span));
  while (open.length > 0) finish(open, root, { reader, span: open.at(-1)!.span });
}

interface Ending {
  readonly reader: TokenReader;
  readonly span: Span;
}

/** Colons that match exactly tell which block is meant; otherwise it is the innermost one. */
function close(colons: string, open: OpenDirective[], root: ProseNode[], ending: Ending): void {
  if (open.length === 0) {
    ending.reader.context.report(strayClose(ending.span));
    return;
  }
  const matching = open.findLastIndex((directive) => directive.colons === colons);
  const target = matching === -1 ? open.length - 1 : matching;
  for (const directive of open.slice(target + 1))
    ending.reader.context.report(unclosedDirective(directive.name, directive.colons, directive.span));
  while (open.length > target) finish(open, root, ending);
}

function finish(open: OpenDirective[], root: ProseNode[], ending: Ending): void {
  const { context } = ending.reader;
  const directive = open.pop()!;
  const outer = open.at(-1)?.nodes ?? root;
  const children = attachCaptions(directive.nodes, context);
  if (!directives.has(directive.name) || open.length >= deepestDirective) {
    for (const child of children) outer.push(child);
    return;
  }
  const end = Math.max(directive.span.end, ending.span.end, lastEnd(children));
  const { name, attributes } = directive;
  const callout: ProseCallout = { kind: 'callout', name, attributes, children, start: directive.span.start, end };
  if (name === 'side') checkSide(directive, open.at(-1), context);
  if (name === 'timeline') outer.push({ ...callout, children: buildTimeline(children, context) });
  else if (name === 'side-by-side') outer.push({ ...callout, children: buildSides(children, directive, open, context) });
  else outer.push(callout);
}

function lastEnd(nodes: readonly ProseNode[]): number {
  const last = nodes.at(-1);
  return last && last.kind !== 'text' ? last.end : -1;
}
