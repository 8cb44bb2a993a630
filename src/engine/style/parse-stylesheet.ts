/**
 * CSS text to a `Stylesheet`. Whatever is not understood is reported with its place and left out; the rest of the
 * stylesheet still holds. One without fault is kept as it was read.
 */
import type { Report } from '../source/diagnostic.ts';
import { noKeeper, type ParseKeeper } from '../source/parse-keeper.ts';
import type { SourceFile, Span } from '../source/source-file.ts';
import { type CssNode, childOf, childrenOf, parseCss } from './css-node.ts';
import { checkFirstLine } from './first-line.ts';
import { type KeptDeclaration, type KeptSheet, restoreSheet } from './kept-sheet.ts';
import { type MediaQuery, readMediaQuery } from './media-query.ts';
import { parseSelectorList } from './parse-selector.ts';
import {
  brokenCss,
  misplacedAtRule,
  nestedRule,
  unclosedBlock,
  unclosedComment,
  unknownAtRule,
  unknownMarginBox,
  unknownMediaQuery,
  unknownPageSelector,
  unknownPriority,
} from './problems.ts';
import { checkDeclaration } from './read-declaration.ts';
import type { MarginBoxName } from './style.ts';
import type { MarginBoxRule, NoteRule, PageCondition, PageRule, PageSelector, StyleRule, Stylesheet } from './stylesheet.ts';
import { unsupportedAtRules } from './unsupported.ts';

/** Where rules are collected while the file is walked. */
interface Draft {
  readonly file: SourceFile;
  readonly report: Report;
  readonly rules: StyleRule<KeptDeclaration>[];
  readonly pageRules: PageRule<KeptDeclaration>[];
  readonly noteRules: NoteRule<KeptDeclaration>[];
}

/** Parses a stylesheet of the author. */
export function parseStylesheet(file: SourceFile, report: Report, keeper: ParseKeeper = noKeeper): Stylesheet {
  return restoreSheet(
    keeper.parse('css', [file], (reportParse) => readSheet(file, reportParse), report),
    file,
  );
}

function readSheet(file: SourceFile, report: Report): KeptSheet {
  const draft: Draft = { file, report, rules: [], pageRules: [], noteRules: [] };
  for (const node of childrenOf(parseNodes(file, report))) readStatement(node, [], draft);
  return { rules: draft.rules, pageRules: draft.pageRules, noteRules: draft.noteRules };
}

function parseNodes(file: SourceFile, report: Report): CssNode {
  reportUnclosed(file, report);
  return parseCss(file.text, ({ message, offset }) => {
    const start = Math.min(offset, Math.max(0, file.text.length - 1));
    report(brokenCss(message, { file, start, end: Math.min(start + 1, file.text.length) }));
  });
}

/** Margin boxes that can be filled. */
export const marginBoxNames: readonly MarginBoxName[] = [
  'top-left',
  'top-center',
  'top-right',
  'bottom-left',
  'bottom-center',
  'bottom-right',
];

const pageConditions: readonly PageCondition[] = ['left', 'right', 'recto', 'verso', 'first', 'blank'];

const spanOf = (node: CssNode, { file }: Draft): Span => ({ file, start: node.start, end: node.end });

/** Finds what is still open at the end of the file, which the parser closes without a word. */
function reportUnclosed(file: SourceFile, report: Report): void {
  // Comments and strings are skipped as CSS does, so that a brace inside them opens nothing.
  const piece = /\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\[\s\S])*"|'(?:[^'\\\n]|\\[\s\S])*'|\/\*|[{}]/g;
  const open: number[] = [];
  for (let match = piece.exec(file.text); match; match = piece.exec(file.text)) {
    if (match[0] === '{') open.push(match.index);
    else if (match[0] === '}') open.pop();
    else if (match[0] === '/*') {
      report(unclosedComment({ file, start: match.index, end: match.index + 2 }));
      return;
    }
  }
  const start = open.at(-1);
  if (start !== undefined) report(unclosedBlock({ file, start, end: start + 1 }));
}

function readStatement(node: CssNode, media: readonly MediaQuery[], draft: Draft): void {
  if (node.type === 'Rule') readRule(node, media, draft);
  else if (node.type === 'Atrule') readAtRule(node, media, draft);
}

function readRule(node: CssNode, media: readonly MediaQuery[], draft: Draft): void {
  const prelude = childOf(node, 'prelude');
  const selectors = prelude?.type === 'SelectorList' ? parseSelectorList(prelude, draft.file, draft.report) : [];
  const block = childOf(node, 'block');
  const declarations = readDeclarations(block, draft);
  if (selectors.some(({ pseudoElement }) => pseudoElement === 'first-line')) checkFirstLine(block, draft.file, draft.report);
  if (selectors.length > 0 && declarations.length > 0) draft.rules.push({ selectors, declarations, media });
}

function readAtRule(node: CssNode, media: readonly MediaQuery[], draft: Draft): void {
  const block = childOf(node, 'block');
  switch (node.name.toLowerCase()) {
    case 'media': {
      const prelude = childOf(node, 'prelude');
      const query = readMediaQuery(prelude, draft.file.text);
      if (!query && prelude?.type !== 'Raw')
        draft.report(
          unknownMediaQuery(
            draft.file.text.slice(prelude?.start ?? node.start, prelude?.end ?? node.start).trim(),
            spanOf(prelude ?? node, draft),
          ),
        );
      for (const child of block ? childrenOf(block) : []) readStatement(child, [...media, query ?? []], draft);
      return;
    }
    case 'page':
      readPageRule(node, media, draft);
      return;
    case 'footnote':
    case 'sidenote':
      draft.noteRules.push({ area: node.name.toLowerCase() as NoteRule['area'], declarations: readDeclarations(block, draft), media });
      return;
    default: {
      const name = node.name.toLowerCase();
      const isMarginBox = marginBoxNames.some((each) => each === name);
      const span = { file: draft.file, start: node.start, end: node.start + node.name.length + 1 };
      draft.report(isMarginBox ? misplacedAtRule(name, 'inside `@page`', span) : unknownAtRule(name, unsupportedAtRules.get(name), span));
    }
  }
}

function readPageRule(node: CssNode, media: readonly MediaQuery[], draft: Draft): void {
  const block = childOf(node, 'block');
  const marginBoxes: MarginBoxRule<KeptDeclaration>[] = [];
  for (const child of block ? childrenOf(block) : []) {
    if (child.type !== 'Atrule') continue;
    const name = child.name.toLowerCase();
    const box = marginBoxNames.find((each) => each === name);
    const area = name === 'footnote' || name === 'sidenote' ? name : undefined;
    const declarations = box || area ? readDeclarations(childOf(child, 'block'), draft) : [];
    if (box) marginBoxes.push({ name: box, declarations });
    else if (area) draft.noteRules.push({ area, declarations, media });
    else draft.report(unknownMarginBox(name, marginBoxNames, { file: draft.file, start: child.start, end: child.start + name.length + 1 }));
  }
  const declarations = readDeclarations(block, draft, true);
  const selectors = readPageSelectors(childOf(node, 'prelude'), draft);
  if (selectors.length > 0) draft.pageRules.push({ selectors, declarations, marginBoxes, media });
}

function readPageSelectors(prelude: CssNode | undefined, draft: Draft): readonly PageSelector[] {
  if (!prelude) return [{ name: '', conditions: [] }];
  const lists = prelude.type === 'AtrulePrelude' ? childrenOf(prelude).flatMap((list) => childrenOf(list)) : [];
  return lists.flatMap((selector) => {
    const read = readPageSelector(selector);
    if (!read) draft.report(unknownPageSelector(draft.file.text.slice(selector.start, selector.end), spanOf(selector, draft)));
    return read ?? [];
  });
}

function readPageSelector(selector: CssNode): PageSelector | undefined {
  let name = '';
  const conditions: PageCondition[] = [];
  for (const part of childrenOf(selector)) {
    const condition = part.type === 'PseudoClassSelector' ? pageConditions.find((each) => each === part.name.toLowerCase()) : undefined;
    if (condition) conditions.push(condition);
    else if (part.type === 'TypeSelector') name = part.name;
    else return undefined;
  }
  return { name, conditions };
}

function readDeclarations(block: CssNode | undefined, draft: Draft, allowsAtRules = false): readonly KeptDeclaration[] {
  const declarations: KeptDeclaration[] = [];
  for (const node of block ? childrenOf(block) : []) {
    if (node.type === 'Rule') draft.report(nestedRule(spanOf(childOf(node, 'prelude') ?? node, draft)));
    else if (node.type === 'Atrule' && !allowsAtRules)
      draft.report(
        misplacedAtRule(node.name, 'outside of rules', { file: draft.file, start: node.start, end: node.start + node.name.length + 1 }),
      );
    const declaration = node.type === 'Declaration' ? readWritten(node, draft) : undefined;
    if (declaration) declarations.push(declaration);
  }
  return declarations;
}

function readWritten(node: CssNode, draft: Draft): KeptDeclaration | undefined {
  const { file, report } = draft;
  const name = String(node.fields.property);
  const important = node.fields.important;
  const value = childOf(node, 'value') ?? node;
  // Spaces at the edges belong to the file, not to the value.
  const written = file.text.slice(value.start, value.end);
  const text = written.trim();
  const start = value.start + (written.length - written.trimStart().length);
  const nameSpan = { file, start: node.start, end: node.start + name.length };
  const valueSpan = text === '' ? nameSpan : { file, start, end: start + text.length };
  if (typeof important === 'string' && important.toLowerCase() !== 'important') report(unknownPriority(important, spanOf(node, draft)));
  const kind = checkDeclaration({ name, text, nameSpan, valueSpan }, report);
  if (!kind) return undefined;
  return [kind, kind === 'custom' ? name : name.toLowerCase(), text, important !== false, valueSpan.start, valueSpan.end];
}
