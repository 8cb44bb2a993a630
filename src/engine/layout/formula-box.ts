/** Formulas in layout: their boxes in a line of text, what reads them, and the page items that they become. */
import type { DrawingItem } from '../document/paged-document.ts';
import type { Color, Drawing, DrawingItem as DrawnItem } from '../drawing/drawing.ts';
import { type Formula, type FormulaPart, formulaMargin, type TextPart } from '../drawing/formula.ts';
import type { Pt } from '../geometry/length.ts';
import type { StyledElement } from '../style/style.ts';
import type { BoxRun } from '../text/paragraph.ts';
import { resolveFont } from '../text/shape-text.ts';
import type { RunTrace } from './flow.ts';
import { type GrowingStructure, type LayoutContext, textStyleOf } from './layout-context.ts';
import type { PageSink } from './page-sink.ts';
import type { FormulaTrace } from './run-trace.ts';

/** One box of a formula in a line, with what its run remembers. */
export interface FormulaBox {
  readonly run: BoxRun;
  readonly trace: FormulaTrace;
}

/** Returns the boxes of a formula: as many as lines may divide it into. From right to left it stays whole, since it runs from left to right. */
export function formulaBoxes(formula: Formula, element: StyledElement, context: LayoutContext, isWhole: boolean): readonly FormulaBox[] {
  const { fontSize } = element.style;
  const { parts } = formula;
  const copied = copiedOf(element, context);
  const boxOf = (shown: readonly FormulaPart[], next: TextPart | undefined, isFirst: boolean): FormulaBox => ({
    run: {
      kind: 'box',
      width: widthOf(shown) * fontSize,
      ascent: shown[0]!.ascent * fontSize,
      descent: shown[0]!.descent * fontSize,
      isLetter: true,
      spaceAfter: next && next.spaceBefore * fontSize,
      breakPenalty: next?.breakPenalty,
    },
    trace: { parts: shown, size: fontSize, copied: isFirst ? copied : { ...copied, text: '' } },
  });
  if (isWhole) return [boxOf(parts, undefined, true)];
  return parts.map((part, index) => boxOf([part], parts[index + 1], index === 0));
}

/** Returns the width of parts side by side, in ems. */
export const widthOf = (parts: readonly FormulaPart[]): number =>
  parts.reduce((sum, { width, spaceBefore }, index) => sum + width + (index === 0 ? 0 : spaceBefore), 0);

/** Makes the structure element of a formula: the author's words for it, or Octavo's, or at least its LaTeX. A displayed one is a block. */
export function growFormula(element: StyledElement, formula: Formula, parent: GrowingStructure): GrowingStructure {
  const alt = element.attributes.get('alt')?.trim() || formula.spoken || element.attributes.get('tex')!.trim();
  const structure: GrowingStructure = {
    role: 'Formula',
    alt,
    children: [],
    ...(element.attributes.get('display') !== 'block' && { placement: 'Inline' }),
    ...(element.origin && { origin: element.origin }),
  };
  parent.children.push(structure);
  return structure;
}

/**
 * What copying gives is the LaTeX: it says all that the paths say, in letters that every program has, and can be set again.
 * Characters such as ½ or √ could not tell one formula from another.
 */
export function copiedOf(element: StyledElement, context: LayoutContext): NonNullable<FormulaTrace['copied']> {
  const text = element.attributes.get('tex')!.trim().replace(/\s+/g, ' ');
  return { text, font: resolveFont(context.text.library, textStyleOf(element.style)) };
}

/** Adds a formula, or a line of one, whose left edge and baseline are given. Its first part is marked as wide as all of them. */
export function placeFormula({ parts, size, copied }: FormulaTrace, at: { x: Pt; baseline: Pt }, trace: RunTrace, sink: PageSink): void {
  let { x } = at;
  const margin = formulaMargin * size;
  for (const [index, part] of parts.entries()) {
    if (index > 0) x += part.spaceBefore * size;
    const item: DrawingItem = {
      kind: 'drawing',
      drawing: inked(part.drawing, trace.style.color),
      rect: {
        x: x - margin,
        y: at.baseline - part.ascent * size - margin,
        width: part.width * size + 2 * margin,
        height: (part.ascent + part.descent) * size + 2 * margin,
      },
      mark: sink.markOf(trace.leaf),
      origin: trace.origin,
      copied: {
        ...copied,
        ...(index > 0 && { text: '' }),
        size,
        x,
        y: at.baseline,
        width: (index > 0 ? part.width : widthOf(parts)) * size,
      },
    };
    sink.add(item);
    x += part.width * size;
  }
}

const inks = new WeakMap<Drawing, Map<string, Drawing>>();

/** Returns a black drawing in another color; the same object for the same color, so that it is written once. */
function inked(drawing: Drawing, color: Color): Drawing {
  if (color.red + color.green + color.blue === 0 && color.alpha === 1) return drawing;
  const key = `${color.red} ${color.green} ${color.blue} ${color.alpha}`;
  const known = inks.get(drawing) ?? new Map<string, Drawing>();
  inks.set(drawing, known);
  let made = known.get(key);
  if (!made) known.set(key, (made = { ...drawing, items: drawing.items.map((item) => inkedItem(item, color)) }));
  return made;
}

function inkedItem(item: DrawnItem, color: Color): DrawnItem {
  if (item.kind === 'clip') return { ...item, items: item.items.map((inner) => inkedItem(inner, color)) };
  if (item.kind !== 'path') return item;
  return { ...item, ...(item.fill && { fill: color }), ...(item.stroke && { stroke: { ...item.stroke, color } }) };
}
