/** Finds braces with attributes that belong to nothing, and LaTeX without dollar signs: both are printed as they stand. */
import type { Token } from 'markdown-it';
import type { Report } from '../source/diagnostic.ts';
import type { SourceFile } from '../source/source-file.ts';
import type { WrittenText } from './check-emphasis.ts';
import { parseAttributes } from './parse-attributes.ts';
import { strayBraces, strayLatex } from './slip-problems.ts';

/** Reports the first of each in a paragraph, a heading, a cell, a caption or a note. */
export function checkBraces(written: WrittenText, file: SourceFile, report: Report): void {
  const { content, tokens, locate } = written;
  const spanOf = (at: number, text: string) => ({ file, start: locate(at), end: locate(at + text.length - 1) + 1 });
  const braces = content.includes('{') ? findBraces(content, tokens) : undefined;
  if (braces) report(strayBraces(braces.text, spanOf(braces.at, braces.text)));
  const latex = content.includes('\\') ? findLatex(content, tokens) : undefined;
  if (latex) report(strayLatex(latex.text, spanOf(latex.at, latex.text)));
}

interface Found {
  readonly at: number;
  readonly text: string;
}

/** Braces that touch what looks different from the text, and what else stands there alone at the end of the text. */
function findBraces(content: string, tokens: readonly Token[]): Found | undefined {
  for (const [index, token] of tokens.entries()) {
    const before = tokens[index - 1];
    if (token.type !== 'text' || !before || !/^(?:code_inline|strong_close|em_close|s_close|link_close)$/.test(before.type)) continue;
    const text = bracesAt(token.content, 0);
    if (text === undefined) continue;
    for (let at = content.indexOf(text); at > 0; at = content.indexOf(text, at + 1)) {
      if (/[`*_~)>]/.test(content[at - 1]!)) return { at, text };
    }
  }
  const at = content.lastIndexOf('{');
  const last = tokens.at(-1);
  if (last?.type !== 'text' || !last.content.endsWith(content.slice(at)) || !/^$|\s/.test(content.charAt(at - 1))) return undefined;
  const text = bracesAt(content, at);
  return text !== undefined && text.length === content.length - at ? { at, text } : undefined;
}

const known: ReadonlySet<string> = new Set(['id', 'class', 'lang', 'index', 'alt', 'numbers', 'start']);

/** Returns the braces at a place, if all in them is known. A set such as {.5} and a place to fill in such as {id} are no attributes. */
function bracesAt(text: string, at: number): string | undefined {
  const attributes = parseAttributes(text, at);
  if (!attributes) return undefined;
  const { list, malformed, end } = attributes;
  const areKnown =
    list.every(({ name, value }) => known.has(name) && !(name === 'class' && /^\d/.test(value))) &&
    malformed.every((word) => word.text === 'numbers' || word.text === 'index');
  return areKnown && list.length + malformed.length > 0 ? text.slice(at, end) : undefined;
}

const command = /\\[A-Za-z]{2,}\s?\{/g;

/** Commands keep their order, whatever became of them; one in the text comes as its sign with a letter, and the rest. */
function findLatex(content: string, tokens: readonly Token[]): Found | undefined {
  let seen = 0;
  for (const [index, { type, content: shown, info }] of tokens.entries()) {
    const own = type === 'inline_note' ? info : shown;
    if (type === 'text_special' && own.length === 2 && (own + (tokens[index + 1]?.content ?? '')).search(command) === 0) {
      const written = [...content.matchAll(command)][seen];
      return written && { at: written.index, text: written[0].slice(0, -1).trimEnd() };
    }
    seen += own.match(command)?.length ?? 0;
  }
  return undefined;
}
