/** `[words]{index="main term!sub term"}` to the mark that the index is made from. */
import type { Span } from '../source/source-file.ts';
import { type BuildContext, blockAttributes } from './build-context.ts';
import type { AttributeValue } from './directives.ts';
import { emptyIndexMark } from './markdown-problems.ts';
import { type ProseNode, textOfProse } from './prose.ts';

/** What the braces of a mark for the index say besides `index`. */
export const indexAttributes: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ['principal', 'flag'],
  ['range', ['start', 'end']],
  ['see', 'entry'],
  ['see-also', 'entry'],
  ['sort', 'text'],
]);

/** Everything that braces behind words in brackets may say. */
export const spanAttributes: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ...blockAttributes,
  ['index', 'entry'],
  ...indexAttributes,
]);

/** Builds the mark. Without a value of its own, the words in the brackets are the entry. */
export function buildIndexTerm(
  attributes: ReadonlyMap<string, string>,
  children: readonly ProseNode[],
  span: Span,
  context: BuildContext,
): ProseNode {
  const { index: entry, ...others } = Object.fromEntries(attributes);
  if (!entry && textOfProse(children).trim() === '') context.report(emptyIndexMark(span));
  const named = new Map([...(entry ? [['entry', entry] as const] : []), ...Object.entries(others)]);
  return { kind: 'element', name: 'index-term', attributes: named, children, start: span.start, end: span.end };
}
