/**
 * Where lines may divide a formula: at the relations and operators of its outermost level, never inside of brackets,
 * fractions, roots, indices and tables (Knuth, The TeXbook, chapter 18). In text a line ends after the sign, as in TeX;
 * in a display the next one begins with it (Chicago Manual of Style, 12.19 ff.).
 */
import { type MmlNode, TEXCLASS } from '@mathjax/src/js/core/MmlTree/MmlNode.js';
import type { MmlMo } from '@mathjax/src/js/core/MmlTree/MmlNodes/mo.js';
import type { FormulaPiece } from './formula.ts';
import { type SvgNode, textAttribute, transformOf } from './formula-paths.ts';

/** The nodes of one level of a formula, and what MathJax has drawn of each. */
export interface FormulaLevel {
  readonly nodes: readonly MmlNode[];
  readonly drawn: readonly SvgNode[];
}

/** A place where a formula may be divided, in thousandths of an em from its start. */
export interface Division {
  /** Index of the first node behind it. */
  readonly child: number;
  readonly at: number;
  readonly space: number;
}

/** A place where a formula in text may be divided. */
export interface TextDivision extends Division {
  readonly penalty: number;
}

/** A place where a displayed formula may be divided. */
export interface DisplayDivision extends Division {
  readonly begins: FormulaPiece['begins'];
  readonly sign: number;
}

/** Thin, medium and thick space of TeX, in ems. */
const spaces: Readonly<Record<string, number>> = { thinmathspace: 3 / 18, mediummathspace: 4 / 18, thickmathspace: 5 / 18 };

/** TeX's \relpenalty and \binoppenalty. */
const relationPenalty = 500;
const operatorPenalty = 700;

/** Space that divides a formula into statements: `\quad`. */
const wideSpace = 1000;

const implications: ReadonlySet<string> = new Set('⇐⇒⇔⟸⟹⟺');

/** Operators between the terms of a sum; all others bind more tightly. */
const sumSigns: ReadonlySet<string> = new Set('+-−±∓∔∪⊎⊔∨⊕⊖');

const bars: ReadonlySet<string> = new Set('|∣‖∥');

/** Returns the divisions of a formula in text: after relations and operators. */
export function divideText({ nodes, drawn }: FormulaLevel): readonly TextDivision[] {
  if (nodes.length !== drawn.length) return [];
  const outside = areOutside(nodes);
  const divisions: TextDivision[] = [];
  for (let next = 2; next < nodes.length; next++) {
    const before = nodes[next - 1]!;
    if (!outside[next - 1] || !before.isEmbellished) continue;
    const isRelation = before.texClass === TEXCLASS.REL;
    if (!isRelation && before.texClass !== TEXCLASS.BIN) continue;
    if (nodes[next]!.texClass === TEXCLASS.REL) continue;
    const penalty = isRelation ? relationPenalty : operatorPenalty;
    divisions.push({ child: next, at: leftOf(drawn[next]!), space: spaceBefore(nodes[next]!), penalty });
  }
  return divisions;
}

/** Returns what a displayed formula is divided into: the first division is its start. There is none in a formula that stays whole. */
export function divideDisplay({ nodes, drawn }: FormulaLevel): readonly DisplayDivision[] {
  if (nodes.length !== drawn.length) return [];
  const outside = areOutside(nodes);
  const divisions: DisplayDivision[] = [];
  for (let child = 0; child < nodes.length; child++) {
    const node = nodes[child]!;
    if (!outside[child] || isSpace(node)) continue;
    const next = skipSpaces(nodes, child, 1);
    if (divisions.length === 0) {
      const isRelation = node.texClass === TEXCLASS.REL;
      const sign = isRelation ? widthOfSign(drawn, child, next) : 0;
      divisions.push({ child: 0, at: 0, space: 0, begins: isRelation ? 'relation' : 'formula', sign });
      continue;
    }
    const last = skipSpaces(nodes, child, -1);
    const at = leftOf(drawn[child]!);
    const space = last === child - 1 ? spaceBefore(node) : Math.max(0, at - leftOf(drawn[last + 1]!));
    const begins = beginningAt(node, nodes[last]!, space);
    const isSign = node.texClass === TEXCLASS.REL || node.texClass === TEXCLASS.BIN;
    if (!begins || (isSign && next === nodes.length)) continue;
    divisions.push({ child, at, space, begins, sign: isSign ? widthOfSign(drawn, child, next) : 0 });
  }
  return divisions.length > 1 ? divisions : [];
}

/** Returns the outermost level of a formula in which there is more than one node: `\ce` and `\displaystyle` put one around it. */
export function outermostLevel(level: FormulaLevel): FormulaLevel {
  const [node, ...others] = level.nodes;
  const [drawn] = level.drawn;
  const isWrapper = others.length === 0 && (node?.isKind('mstyle') || node?.isKind('TeXAtom'));
  if (!node || !drawn || !isWrapper || textAttribute(drawn, 'transform') !== '') return level;
  return outermostLevel({ nodes: node.childNodes[0]?.childNodes ?? [], drawn: drawn.children ?? [] });
}

/** What begins at a node, if a line may begin there. A relation after another one belongs to it, as brackets do to what is before their space. */
function beginningAt(node: MmlNode, before: MmlNode, space: number): FormulaPiece['begins'] | undefined {
  const isAfterSign = before.texClass === TEXCLASS.REL || before.texClass === TEXCLASS.BIN;
  if (isAfterSign) return undefined;
  if (node.texClass === TEXCLASS.REL) return implications.has(signOf(node)) ? 'statement' : 'relation';
  if (node.texClass === TEXCLASS.BIN) return sumSigns.has(signOf(node)) ? 'sum' : 'product';
  return space >= wideSpace && node.texClass !== TEXCLASS.OPEN ? 'statement' : undefined;
}

/**
 * Tells of each node whether it stands outside of all brackets. A bracket that is never closed holds all that follows it;
 * a bar without a second one is no bracket.
 */
function areOutside(nodes: readonly MmlNode[]): readonly boolean[] {
  const outside = nodes.map(() => true);
  const open: number[] = [];
  const close = (at: number, end: number): void => {
    outside.fill(false, open[at]! + 1, end);
    open.length = at;
  };
  for (const [index, node] of nodes.entries()) {
    const isSecondBar = isBar(node) && open.length > 0 && isBar(nodes[open.at(-1)!]!);
    if (isSecondBar) close(open.length - 1, index);
    else if (isBar(node) || node.texClass === TEXCLASS.OPEN) open.push(index);
    else if (node.texClass === TEXCLASS.CLOSE) {
      const partner = open.findLastIndex((at) => !isBar(nodes[at]!));
      if (partner !== -1) close(partner, index);
    }
  }
  const unclosed = open.findIndex((at) => !isBar(nodes[at]!));
  if (unclosed !== -1) close(unclosed, nodes.length);
  return outside;
}

const isBar = (node: MmlNode): boolean => node.texClass === TEXCLASS.ORD && node.isKind('mo') && bars.has(signOf(node));

const isSpace = (node: MmlNode): boolean => node.isKind('mspace');

/** Returns the index of the next node in a direction that is no space. */
function skipSpaces(nodes: readonly MmlNode[], from: number, step: 1 | -1): number {
  let at = from + step;
  while (nodes[at] && isSpace(nodes[at]!)) at += step;
  return at;
}

/** The character of a relation, operator or bar, without what stands above or below it. */
const signOf = (node: MmlNode): string => (node.isEmbellished ? (node.coreMO() as MmlMo).getText() : '');

const leftOf = (drawn: SvgNode): number => transformOf(textAttribute(drawn, 'transform'))[4];

const spaceBefore = (node: MmlNode): number => (spaces[node.texSpacing()] ?? 0) * 1000;

/** From the left edge of a sign to what follows it. */
const widthOfSign = (drawn: readonly SvgNode[], sign: number, next: number): number =>
  drawn[next] ? leftOf(drawn[next]) - leftOf(drawn[sign]!) : 0;
