/**
 * Tells the words of program text apart, with highlight.js. Loaded only for booklets that show code and name its language.
 */
import highlighter from 'highlight.js/lib/core';
import arduino from 'highlight.js/lib/languages/arduino';
import bash from 'highlight.js/lib/languages/bash';
import basic from 'highlight.js/lib/languages/basic';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import delphi from 'highlight.js/lib/languages/delphi';
import diff from 'highlight.js/lib/languages/diff';
import go from 'highlight.js/lib/languages/go';
import handlebars from 'highlight.js/lib/languages/handlebars';
import haskell from 'highlight.js/lib/languages/haskell';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import julia from 'highlight.js/lib/languages/julia';
import kotlin from 'highlight.js/lib/languages/kotlin';
import latex from 'highlight.js/lib/languages/latex';
import lisp from 'highlight.js/lib/languages/lisp';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import matlab from 'highlight.js/lib/languages/matlab';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import prolog from 'highlight.js/lib/languages/prolog';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scheme from 'highlight.js/lib/languages/scheme';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const languages = {
  arduino,
  bash,
  basic,
  c,
  cpp,
  csharp,
  css,
  dart,
  delphi,
  diff,
  go,
  handlebars,
  haskell,
  ini,
  java,
  javascript,
  json,
  julia,
  kotlin,
  latex,
  lisp,
  lua,
  makefile,
  markdown,
  matlab,
  perl,
  php,
  powershell,
  prolog,
  python,
  r,
  ruby,
  rust,
  scala,
  scheme,
  sql,
  swift,
  typescript,
  xml,
  yaml,
};
for (const [name, grammar] of Object.entries(languages)) highlighter.registerLanguage(name, grammar);

/** What a piece of code is; the rest of it is plain. */
export type CodeKind = 'keyword' | 'value' | 'comment' | 'added' | 'removed';

/** A piece of code, as it was written. */
export interface CodePiece {
  readonly text: string;
  readonly kind: CodeKind | undefined;
}

/** Kinds that can be told apart without color, by the first part of the names that highlight.js has. */
const kinds: Readonly<Record<string, CodeKind>> = {
  keyword: 'keyword',
  built_in: 'keyword',
  type: 'keyword',
  name: 'keyword',
  tag: 'keyword',
  section: 'keyword',
  'selector-tag': 'keyword',
  attribute: 'keyword',
  string: 'value',
  number: 'value',
  literal: 'value',
  regexp: 'value',
  symbol: 'value',
  bullet: 'value',
  link: 'value',
  comment: 'comment',
  quote: 'comment',
  addition: 'added',
  deletion: 'removed',
};

/** Cuts code into pieces, which together are the code; undefined in a language that is not known. */
export function highlightCode(code: string, language: string): readonly CodePiece[] | undefined {
  if (!highlighter.getLanguage(language)) return undefined;
  return piecesOf(highlighter.highlight(code, { language, ignoreIllegals: true }).value);
}

/** Returns every name that a language can be called by. */
export const languageNames = (): readonly string[] =>
  highlighter.listLanguages().flatMap((name) => [name, ...(highlighter.getLanguage(name)?.aliases ?? [])]);

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" };

/** Reads the HTML that highlight.js writes: texts in spans, which may stand in each other. The innermost kind counts. */
function piecesOf(html: string): readonly CodePiece[] {
  const pieces: CodePiece[] = [];
  const open: (CodeKind | undefined)[] = [];
  for (const [whole, scope] of html.matchAll(/<span class="hljs-([\w-]+)[^>]*>|<[^>]*>|[^<]+/g)) {
    const around = open.at(-1);
    if (scope !== undefined) open.push(kinds[scope] ?? around);
    else if (whole.startsWith('</')) open.pop();
    else if (whole.startsWith('<')) open.push(around);
    else {
      const text = whole.replace(/&([#\w]+);/g, (entity, name: string) => entities[name] ?? entity);
      const last = pieces.at(-1);
      if (last && last.kind === around) pieces[pieces.length - 1] = { text: last.text + text, kind: around };
      else pieces.push({ text, kind: around });
    }
  }
  return pieces;
}
