/** The <style> blocks of a drawing: rules whose selectors are names, classes and ids, as drawing programs write them. */
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { Report } from '../../source/diagnostic.ts';
import type { SourceFile } from '../../source/source-file.ts';
import { localName } from './svg-names.ts';
import { unsupportedRule } from './svg-problems.ts';

/** A value with its place. */
export interface SvgDeclaration {
  readonly name: string;
  readonly value: string;
  readonly isImportant: boolean;
  readonly start: number;
  readonly end: number;
}

interface SvgRule {
  readonly element: string | undefined;
  readonly id: string | undefined;
  readonly classes: readonly string[];
  readonly declarations: readonly SvgDeclaration[];
}

/** Rules in the order of their weight. */
export interface SvgStylesheet {
  readonly rules: readonly SvgRule[];
}

/** Reads the blocks of a drawing. */
export function readSvgStylesheet(blocks: readonly XmlElement[], file: SourceFile, report: Report): SvgStylesheet {
  const rules: { readonly rule: SvgRule; readonly weight: number }[] = [];
  for (const block of blocks) {
    for (const child of block.children) if (child.kind === 'text') readRules(child, file, { rules, report });
  }
  // Rules of equal weight stay in order: the sort is stable.
  return { rules: rules.sort((one, other) => one.weight - other.weight).map(({ rule }) => rule) };
}

/** Returns the declarations for an element, the strongest last. */
export function declarationsFor(element: XmlElement, { rules }: SvgStylesheet): readonly SvgDeclaration[] {
  if (rules.length === 0) return [];
  const name = localName(element.name);
  const id = element.attributes.get('id')?.value;
  const classes = (element.attributes.get('class')?.value ?? '').split(/\s+/);
  return rules
    .filter(
      (rule) =>
        (rule.element === undefined || rule.element === name) &&
        (rule.id === undefined || rule.id === id) &&
        rule.classes.every((one) => classes.includes(one)),
    )
    .flatMap((rule) => rule.declarations);
}

/** Reads `name: value; name: value`; `start` is the offset of the text in its file. */
export function readDeclarations(text: string, start: number): readonly SvgDeclaration[] {
  const declarations: SvgDeclaration[] = [];
  // A semicolon in quotes or parentheses ends nothing.
  const pattern = /([-\w]+)\s*:\s*((?:"[^"]*"|'[^']*'|\([^)]*\)|[^;"'(])*)/g;
  for (const match of blankComments(text).matchAll(pattern)) {
    const important = /\s*!\s*important\s*$/i.exec(match[2]!);
    const value = (important ? match[2]!.slice(0, important.index) : match[2]!).trim();
    const at = start + match.index + match[0].length - match[2]!.length;
    declarations.push({ name: match[1]!, value, isImportant: important !== null, start: at, end: at + value.length });
  }
  return declarations;
}

interface RuleList {
  readonly rules: { readonly rule: SvgRule; readonly weight: number }[];
  readonly report: Report;
}

function readRules(
  { text, start }: { readonly text: string; readonly start: number },
  file: SourceFile,
  { rules, report }: RuleList,
): void {
  const css = blankComments(text);
  const complain = (rule: string, at: number): void => {
    const from = start + at + rule.search(/\S|$/);
    report({ ...unsupportedRule(rule.trim()), span: { file, start: from, end: from + rule.trim().length } });
  };
  // A statement with a semicolon, or a prelude with its block, in which one more level of braces may stand.
  const pattern = /(@[^{};]*);|([^{};]*)\{((?:[^{}]|\{[^{}]*\})*)\}/g;
  for (const match of css.matchAll(pattern)) {
    const prelude = match[1] ?? match[2]!;
    if (prelude.trim().startsWith('@')) {
      // What a font file would say is said by the booklet's own fonts, and the character set is settled.
      if (!/^@(font-face|charset)\b/.test(prelude.trim())) complain(prelude, match.index);
      continue;
    }
    const declarations = readDeclarations(match[3]!, start + match.index + match[2]!.length + 1);
    let at = match.index;
    for (const selector of prelude.split(',')) {
      const rule = readSelector(selector.trim());
      if (rule) rules.push({ rule: { ...rule, declarations }, weight: weightOf(rule) });
      else complain(selector, at);
      at += selector.length + 1;
    }
  }
}

function readSelector(text: string): Omit<SvgRule, 'declarations'> | undefined {
  const match = /^(?:svg\|)?(\*|[\w-]+)?((?:[.#][\w\u0080-\uffff-]+)*)$/.exec(text);
  if (!match || text === '') return undefined;
  const parts = match[2]!.match(/[.#][^.#]+/g) ?? [];
  return {
    element: match[1] === '*' ? undefined : match[1],
    id: parts.find((part) => part.startsWith('#'))?.slice(1),
    classes: parts.filter((part) => part.startsWith('.')).map((part) => part.slice(1)),
  };
}

const weightOf = ({ element, id, classes }: Omit<SvgRule, 'declarations'>): number =>
  (id === undefined ? 0 : 10_000) + classes.length * 100 + (element === undefined ? 0 : 1);

/** Leaves as many spaces as a comment had characters, so that offsets stay true. */
const blankComments = (css: string): string => css.replace(/\/\*[\s\S]*?\*\/|<!--|-->/g, (comment) => ' '.repeat(comment.length));
