/**
 * Sets a formula with MathJax, without a browser: LaTeX becomes MathML, and that becomes paths. Loaded only for booklets
 * with formulas that were never set before.
 *
 * Each formula has a parser of its own, so that what one defines another cannot use. No package of MathJax is on
 * that reads files, makes links or passes HTML through.
 */
import { MathJaxMhchemFontExtension } from '@mathjax/mathjax-mhchem-font-extension/mjs/svg.js';
import { MathJaxNewcmFont } from '@mathjax/mathjax-newcm-font/js/svg.js';
import { liteAdaptor } from '@mathjax/src/js/adaptors/liteAdaptor.js';
import { type MmlNode, TEXCLASS } from '@mathjax/src/js/core/MmlTree/MmlNode.js';
import { SerializedMmlVisitor } from '@mathjax/src/js/core/MmlTree/SerializedMmlVisitor.js';
import { RegisterHTMLHandler } from '@mathjax/src/js/handlers/html.js';
import '@mathjax/src/js/input/tex/ams/AmsConfiguration.js';
import '@mathjax/src/js/input/tex/base/BaseConfiguration.js';
import '@mathjax/src/js/input/tex/boldsymbol/BoldsymbolConfiguration.js';
import '@mathjax/src/js/input/tex/braket/BraketConfiguration.js';
import '@mathjax/src/js/input/tex/cancel/CancelConfiguration.js';
import '@mathjax/src/js/input/tex/cases/CasesConfiguration.js';
import '@mathjax/src/js/input/tex/gensymb/GensymbConfiguration.js';
import '@mathjax/src/js/input/tex/mathtools/MathtoolsConfiguration.js';
import '@mathjax/src/js/input/tex/mhchem/MhchemConfiguration.js';
import '@mathjax/src/js/input/tex/newcommand/NewcommandConfiguration.js';
import '@mathjax/src/js/input/tex/units/UnitsConfiguration.js';
import '@mathjax/src/js/input/tex/upgreek/UpgreekConfiguration.js';
import { HandlerType } from '@mathjax/src/js/input/tex/HandlerTypes.js';
import { TeX } from '@mathjax/src/js/input/tex.js';
import { mathjax } from '@mathjax/src/js/mathjax.js';
import { SVG } from '@mathjax/src/js/output/svg.js';
import type { Formula, FormulaPart, FormulaProblem, FormulaRequest, SetFormula } from './formula.ts';
import { formulaMargin } from './formula.ts';
import { loadFontPiece } from './formula-font.ts';
import { drawNodes, type SvgNode, textAttribute, transformOf } from './formula-paths.ts';
import * as problems from './formula-problems.ts';
import { speakFormula } from './speak-formula.ts';

const packages = [
  'base',
  'ams',
  'boldsymbol',
  'braket',
  'cancel',
  'cases',
  'gensymb',
  'mathtools',
  'mhchem',
  'newcommand',
  'units',
  'upgreek',
];

/** Longest LaTeX, and most parts that it may become: a page holds less. */
const longestTex = 4_000;
const mostNodes = 4_000;
/** Uses of macros that an author defines; a macro that calls itself reaches it at once. */
const mostMacros = 500;

/** Wide enough that MathJax never breaks lines: that is for layout, which knows how wide they are. */
const endlessWidth = 100_000;

const adaptor = liteAdaptor();
RegisterHTMLHandler(adaptor);
MathJaxNewcmFont.addExtension(MathJaxMhchemFontExtension);
mathjax.asyncLoad = loadFontPiece;
const output = new SVG({ fontCache: 'none', fontData: MathJaxNewcmFont, linebreaks: { inline: false } });
const serializer = new SerializedMmlVisitor();

/** Sets a formula. Mistakes of the author come back as problems. */
export async function setFormula(request: FormulaRequest): Promise<SetFormula> {
  const { tex } = request;
  const whole = { start: 0, end: tex.length };
  if (tex.length > longestTex) return { problems: [problems.tooLarge(whole)] };
  const left = problems.leftOut(tex) ?? problems.chemistryWithoutBraces(tex);
  if (left) return { problems: [left] };
  try {
    return await typeset(request);
  } catch (error) {
    return { problems: [explain(error, tex)] };
  }
}

async function typeset({ tex, isDisplayed, language }: FormulaRequest): Promise<SetFormula> {
  const input = createInput();
  let root: MmlNode | undefined;
  input.postFilters.add((filtered) => {
    const { data } = filtered as { readonly data: { readonly root: MmlNode } };
    root = data.root;
    let nodes = 0;
    data.root.walkTree(() => {
      if (++nodes > mostNodes) throw new TooLarge();
    });
  });
  const document = mathjax.document('', { InputJax: input, OutputJax: output });
  const options = { display: isDisplayed, em: 16, ex: 8, containerWidth: endlessWidth };
  const container = (await mathjax.handleRetriesFor(() => document.convert(tex, options))) as SvgNode;
  const svg = container.children?.[0];
  if (!root || !svg) throw new Error('MathJax has made nothing');
  const { parts, missing } = partsOf(svg, isDisplayed ? undefined : root);
  if (missing !== '') return { problems: [problems.missingCharacter(missing, tex)] };
  const mathml = plainMathml(serializer.visitTree(root));
  // The rules take the letters of elements for units and variables: chemistry is spoken with Octavo's own words.
  const spoken = /\\(?:ce|pu)\b/.test(tex) ? undefined : await speakFormula(mathml, language);
  const formula: Formula = { parts, mathml, ...(spoken !== undefined && { spoken }) };
  return { formula, problems: [] };
}

class TooLarge extends Error {}

function createInput(): TeX<unknown, unknown, unknown> {
  return new TeX({
    packages,
    maxMacros: mostMacros,
    maxTemplateSubtitutions: 200,
    tags: 'none',
    formatError: (_input: unknown, error: unknown) => {
      throw error;
    },
  });
}

/** Arrows and bonds of chemistry, which MathJax's own font has at private places. */
const publicSigns: Readonly<Record<string, string>> = {
  ...{ E408: '⇌', E409: '⇌', E40A: '⇋', E428: '←', E429: '→', E42A: '↔', E42B: '⇆', E42C: '←', E42D: '→', E42E: '↔' },
  ...{ E410: '┄', E411: '≡', E412: '≡', E413: '≡' },
};

/** Leaves out what MathJax notes for itself, and the places of its font. */
function plainMathml(mathml: string): string {
  return mathml
    .replace(/ data-[a-z-]+="[^"]*"/g, '')
    .replace(/&#x(E[0-9A-F]{3});/g, (_, code: string) => publicSigns[code] ?? '')
    .replace(/>\s*\n\s*</g, '><');
}

/** Thin, medium and thick space of TeX, in ems. */
const spaces: Readonly<Record<string, number>> = { thinmathspace: 3 / 18, mediummathspace: 4 / 18, thickmathspace: 5 / 18 };

/** TeX's \relpenalty and \binoppenalty. */
const relationPenalty = 500;
const operatorPenalty = 700;

/** A place where a formula in text may be divided, in thousandths of an em from its start. */
interface Division {
  readonly child: number;
  readonly at: number;
  readonly space: number;
  readonly penalty: number;
}

/** Cuts the picture after relations and operators outside of all brackets; without `root` it stays whole. */
function partsOf(svg: SvgNode, root: MmlNode | undefined): { readonly parts: readonly FormulaPart[]; readonly missing: string } {
  const [, top = 0, width = 0, height = 0] = textAttribute(svg, 'viewBox').split(' ').map(Number);
  const size = { ascent: -top / 1000, descent: (height + top) / 1000 };
  const list = svg.children?.[0]?.children?.[0];
  const children = list?.children ?? [];
  const divisions = root ? divisionsOf(root, children) : [];
  let missing = '';
  const parts = [...divisions, undefined].map((end, index): FormulaPart => {
    const start = divisions[index - 1];
    const from = start?.at ?? 0;
    const to = end ? end.at - end.space : width;
    const drawn = drawPart(children.slice(start?.child ?? 0, end?.child), { from, width: to - from, top, height });
    missing += drawn.missing;
    return {
      drawing: drawn.drawing,
      width: (to - from) / 1000,
      ...size,
      spaceBefore: (start?.space ?? 0) / 1000,
      breakPenalty: start?.penalty ?? 0,
    };
  });
  return { parts, missing };
}

interface PartBox {
  readonly from: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

function drawPart(nodes: readonly SvgNode[], { from, width, top, height }: PartBox): { drawing: FormulaPart['drawing']; missing: string } {
  const margin = formulaMargin * 1000;
  const { items, missing } = drawNodes(nodes, [1, 0, 0, -1, margin - from, margin - top]);
  return { drawing: { width: width + 2 * margin, height: height + 2 * margin, items }, missing };
}

function divisionsOf(root: MmlNode, children: readonly SvgNode[]): readonly Division[] {
  const nodes = (root.childNodes[0]?.childNodes ?? []) as readonly MmlNode[];
  if (nodes.length !== children.length) return [];
  const divisions: Division[] = [];
  let brackets = nodes[0]?.texClass === TEXCLASS.OPEN ? 1 : 0;
  for (let next = 2; next < nodes.length; next++) {
    const before = nodes[next - 1]!;
    if (before.texClass === TEXCLASS.OPEN) brackets++;
    else if (before.texClass === TEXCLASS.CLOSE) brackets = Math.max(0, brackets - 1);
    if (brackets > 0) continue;
    const isRelation = before.texClass === TEXCLASS.REL;
    if (!before.isEmbellished || !(isRelation || before.texClass === TEXCLASS.BIN)) continue;
    if (nodes[next]!.texClass === TEXCLASS.REL) continue;
    const at = transformOf(textAttribute(children[next]!, 'transform'))[4];
    const space = (spaces[nodes[next]!.texSpacing()] ?? 0) * 1000;
    divisions.push({ child: next, at, space, penalty: isRelation ? relationPenalty : operatorPenalty });
  }
  return divisions;
}

/** MathJax throws its own kind of error with an id; deep nesting exhausts the stack. */
function explain(error: unknown, tex: string): FormulaProblem {
  const whole = { start: 0, end: tex.length };
  if (error instanceof TooLarge || error instanceof RangeError) return problems.tooLarge(whole);
  const { id, message } = error as { readonly id?: unknown; readonly message?: unknown };
  if (typeof id !== 'string' || typeof message !== 'string') throw error;
  return problems.explainTexError({ id, message }, tex, namesOf);
}

/** Names that LaTeX has here: commands, or environments. */
function namesOf(kind: 'command' | 'environment'): readonly string[] {
  const { handlers } = createInput().parseOptions;
  const subHandlers = kind === 'environment' ? [HandlerType.ENVIRONMENT] : [HandlerType.MACRO, HandlerType.DELIMITER];
  const names = new Set<string>();
  for (const type of subHandlers) {
    // The list of tables is not public, but the version is pinned.
    const { items } = (handlers.get(type) as unknown as { _configuration: { items: Iterable<{ item: { map?: Map<string, unknown> } }> } })
      ._configuration;
    for (const { item } of items) for (const name of item.map?.keys() ?? []) names.add(name.replace(/^\\/, ''));
  }
  return [...names].filter((name) => /^[A-Za-z]+\*?$/.test(name));
}
