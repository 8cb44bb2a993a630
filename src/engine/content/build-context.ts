/** What all the builders of prose share: what they know while they work, and how they say where something stands. */
import type { Token } from 'markdown-it';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import type { AttributeValue } from './directives.ts';
import { type Locate, type LocatedText, locateContent } from './locate-inline.ts';
import { type MarkdownEnvironment, placeOf } from './markdown-parser.ts';
import type { ProseElement, ProseNode } from './prose.ts';
import type { QuotationMarks } from './quotation-marks.ts';
import { fileOffset } from './text-map.ts';

/** What building one text needs to know throughout. */
export interface BuildContext {
  readonly file: SourceFile;
  readonly marks: QuotationMarks;
  readonly environment: MarkdownEnvironment;
  /** Content of the notes that are defined as blocks, by label; taken out when a note is called. */
  readonly notes: ReadonlyMap<string, readonly ProseNode[]>;
  readonly calledNotes: Set<string>;
  readonly report: Report;
}

/** A place in the list of tokens, moved on as they are read. */
export interface TokenReader {
  readonly tokens: readonly Token[];
  index: number;
  readonly text: LocatedText;
  readonly context: BuildContext;
}

/** Attributes that any block can have. */
export const blockAttributes: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ['id', 'text'],
  ['class', 'text'],
  ['lang', 'language'],
]);

/** Returns the file's span of what a token stands for. */
export function spanOfToken(token: Token, locate: Locate, context: BuildContext): Span {
  const { start = 0, end = start } = placeOf(token);
  const from = locate(start);
  return { file: context.file, start: from, end: Math.max(from, end > start ? locate(end - 1) + 1 : from) };
}

/** Makes an element from offsets of the whole text. */
export function blockElement(name: string, place: { readonly start: number; readonly end: number }, reader: TokenReader): ProseElement {
  const start = fileOffset(reader.text.map, place.start);
  const end = place.end > place.start ? fileOffset(reader.text.map, place.end - 1) + 1 : start;
  return { kind: 'element', name, attributes: new Map(), children: [], start, end };
}

/** Returns the inline content after an opening token, and the way from it to the file. */
export function inlineAfter(reader: TokenReader): { readonly content: string; readonly tokens: readonly Token[]; readonly locate: Locate } {
  const inline = reader.tokens[reader.index + 1]!;
  const locate = locateContent(inline.content, reader.text, inline.map?.[0] ?? 0);
  return { content: inline.content, tokens: inline.children ?? [], locate };
}
