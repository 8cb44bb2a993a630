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
import type { MmlNode } from '@mathjax/src/js/core/MmlTree/MmlNode.js';
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
import { divideDisplay, divideText, type FormulaLevel, outermostLevel, type TextDivision } from './divide-formula.ts';
import type { Formula, FormulaPart, FormulaPiece, FormulaProblem, FormulaRequest, SetFormula, TextPart } from './formula.ts';
import { formulaMargin } from './formula.ts';
import { loadFontPiece } from './formula-font.ts';
import { drawNodes, type SvgNode, textAttribute } from './formula-paths.ts';
import * as problems from './formula-problems.ts';
import { boundsOfPath, uniteRects } from './path-geometry.ts';
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
  const picture = pictureOf(svg, root);
  const { parts, missing } = textParts(picture, isDisplayed ? [] : divideText(picture.level));
  if (missing !== '') return { problems: [problems.missingCharacter(missing, tex)] };
  const mathml = plainMathml(serializer.visitTree(root));
  // The rules take the letters of elements for units and variables: chemistry is spoken with Octavo's own words.
  const spoken = /\\(?:ce|pu)\b/.test(tex) ? undefined : await speakFormula(mathml, language);
  const pieces = isDisplayed ? displayPieces(picture) : [];
  const formula: Formula = { parts, ...(pieces.length > 0 && { pieces }), mathml, ...(spoken !== undefined && { spoken }) };
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

/** A formula as MathJax has drawn it, in thousandths of an em. */
interface Picture {
  readonly level: FormulaLevel;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function pictureOf(svg: SvgNode, root: MmlNode): Picture {
  const [, top = 0, width = 0, height = 0] = textAttribute(svg, 'viewBox').split(' ').map(Number);
  const nodes = root.childNodes[0]?.childNodes ?? [];
  return { level: { nodes, drawn: svg.children?.[0]?.children?.[0]?.children ?? [] }, top, width, height };
}

/** Cuts a picture at divisions of its outermost level; without any it stays whole. */
function textParts(
  { level, top, width, height }: Picture,
  divisions: readonly TextDivision[],
): { readonly parts: readonly TextPart[]; readonly missing: string } {
  let missing = '';
  const parts = [...divisions, undefined].map((end, index): TextPart => {
    const start = divisions[index - 1];
    const from = start?.at ?? 0;
    const to = end ? end.at - end.space : width;
    const drawn = drawPart(level.drawn.slice(start?.child ?? 0, end?.child), { from, width: to - from, top, height });
    missing += drawn.missing;
    return { ...drawn.part, spaceBefore: (start?.space ?? 0) / 1000, breakPenalty: start?.penalty ?? 0 };
  });
  return { parts, missing };
}

/** Cuts the picture of a displayed formula before the signs of its outermost level. */
function displayPieces({ level, width }: Picture): readonly FormulaPiece[] {
  const inner = outermostLevel(level);
  const divisions = divideDisplay(inner);
  return divisions.map(({ child, at, space, begins, sign }, index) => {
    const end = divisions[index + 1];
    const nodes = inner.drawn.slice(child, end?.child);
    const size = { from: at, width: (end ? end.at - end.space : width) - at, ...heightOf(nodes) };
    return { ...drawPart(nodes, size).part, spaceBefore: space / 1000, begins, sign: sign / 1000 };
  });
}

interface PartBox {
  readonly from: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
}

function drawPart(
  nodes: readonly SvgNode[],
  { from, width, top, height }: PartBox,
): { part: Omit<FormulaPart, 'spaceBefore'>; missing: string } {
  const margin = formulaMargin * 1000;
  const { items, missing } = drawNodes(nodes, [1, 0, 0, -1, margin - from, margin - top]);
  const drawing = { width: width + 2 * margin, height: height + 2 * margin, items };
  return { part: { drawing, width: width / 1000, ascent: -top / 1000, descent: (height + top) / 1000 }, missing };
}

/** Upper edge and height of what nodes show, with the baseline at 0. */
function heightOf(nodes: readonly SvgNode[]): Pick<PartBox, 'top' | 'height'> {
  const { items } = drawNodes(nodes, [1, 0, 0, -1, 0, 0]);
  const ink = uniteRects(items.flatMap((item) => ('path' in item ? (boundsOfPath(item.path) ?? []) : [])));
  const top = Math.min(0, ink?.y ?? 0);
  return { top, height: Math.max(0, ink ? ink.y + ink.height : 0) - top };
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
