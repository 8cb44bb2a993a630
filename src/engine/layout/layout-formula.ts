/** A formula on lines of its own, with its number at the end of the last one. */
import type { Style, StyledElement } from '../style/style.ts';
import type { LineSegment, SetLine } from '../text/paragraph.ts';
import { type BlockTools, shownText } from './block-tools.ts';
import { borderBox, contentBox, type Place } from './box-geometry.ts';
import { type FormulaLine, fitFormula } from './break-formula.ts';
import { breakCosts } from './break-rules.ts';
import type { LineContent, RunTrace } from './flow.ts';
import { copiedOf, growFormula, widthOf } from './formula-box.ts';
import { leafIn } from './grow-inline.ts';
import { growRole } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { setSingleLine } from './layout-paragraph.ts';
import { plainTrace } from './plain-trace.ts';
import { wideFormula } from './problems.ts';

/** A formula that no break can make fit is set smaller, down to this, before it is called too wide. */
const leastFormulaScale = 0.7;

/** Between a formula and its number, in ems. */
const gap = 1;

/** Lines of a formula are as far apart as those of `aligned`, in ems: at least a strut with LaTeX's `\jot` between two of them. */
const strut = { ascent: 0.75, descent: 0.25 };
const jot = 0.3;

/** Adds a displayed formula. One that is too wide is broken, or else made smaller, with a warning when that makes it hard to read. */
export function layoutFormula(element: StyledElement, containing: Place, parent: GrowingStructure, { builder, context }: BlockTools): void {
  const formula = context.formulas.formulaOf(element, element.style.language);
  if (!formula) return;
  const { style } = element;
  const box = borderBox(style, containing);
  const content = contentBox(style, box);
  const number = numberOf(element, context);
  const room = Math.max(1, content.width - (number ? number.width + gap * style.fontSize : 0));
  const { lines, scale } = fitFormula(formula, room / style.fontSize);
  if (scale < leastFormulaScale) context.report(wideFormula(room / scale, room, element.origin));
  const size = style.fontSize * scale;
  const width = Math.max(...lines.map(({ parts, indent }) => indent + widthOf(parts))) * size;
  const x = leftEdge(style, { width, room, whole: content.width });

  const paragraph = parent.role === 'P' ? parent : growRole('P', parent);
  const plain = plainTrace(style, leafIn(growFormula(element, formula, paragraph), context), element.origin);
  const copied = copiedOf(element, context);
  const set = lines.map(({ parts, indent }, index): OpenLine => {
    const trace = { ...plain, formula: { parts, size, copied: index === 0 ? copied : { ...copied, text: '' } } };
    const segment = { run: 0, x: x + indent * size, width: widthOf(parts) * size, words: [], offsets: [] };
    return { traces: [trace], segments: [segment], ...heightOf(parts, size) };
  });
  if (number) {
    const trace = plainTrace(number.style, leafIn(paragraph, context), element.origin);
    set.push(addNumber(set.pop()!, number, { trace, x: style.direction === 'rtl' ? 0 : content.width - number.width }));
  }
  builder.open(style, box, element.origin);
  for (const [index, line] of set.entries()) {
    const above = set[index - 1];
    if (above) builder.space(spaceBetween(above, line, size));
    builder.add({
      content: closeLine(line, content.x),
      height: line.ascent + line.descent,
      origin: element.origin,
      cost: above ? breakCosts.tornFormula : 0,
    });
  }
  builder.close();
}

/** Where a formula begins: centered on the whole line, unless it would run into its number. */
function leftEdge({ direction, textAlign }: Style, { width, room, whole }: { width: number; room: number; whole: number }): number {
  const spare = whole - width;
  const centered = Math.min(spare / 2, room - width);
  const fromStart = textAlign === 'center' ? centered : textAlign === 'end' ? room - width : 0;
  return direction === 'rtl' ? spare - fromStart : fromStart;
}

/** A line that still takes the number of its formula. */
interface OpenLine {
  readonly traces: readonly RunTrace[];
  readonly segments: readonly LineSegment[];
  readonly ascent: number;
  readonly descent: number;
}

const heightOf = (parts: FormulaLine['parts'], size: number): Pick<OpenLine, 'ascent' | 'descent'> => ({
  ascent: Math.max(...parts.map(({ ascent }) => ascent)) * size,
  descent: Math.max(...parts.map(({ descent }) => descent)) * size,
});

function spaceBetween(above: OpenLine, below: OpenLine, size: number): number {
  const descent = Math.max(above.descent, strut.descent * size);
  const ascent = Math.max(below.ascent, strut.ascent * size);
  return descent - above.descent + jot * size + ascent - below.ascent;
}

function closeLine({ traces, segments, ascent, descent }: OpenLine, x: number): LineContent {
  const line: SetLine = {
    segments,
    ascent,
    descent,
    firstRun: 0,
    lastRun: segments.length - 1,
    isHyphenated: false,
    ratio: 0,
    tracking: 0,
    overflow: 0,
  };
  return { kind: 'line', line, traces, x, baseline: ascent };
}

/** The number of a formula, set. */
interface FormulaNumber {
  readonly line: SetLine;
  readonly style: Style;
  readonly width: number;
}

/** The number that references have given it: `(2)`, in a span of its own. */
function numberOf(element: StyledElement, context: BlockTools['context']): FormulaNumber | undefined {
  const label = element.children.find((child): child is StyledElement => child.kind === 'element' && child.name === 'span');
  const text = label ? shownText(label) : '';
  const line = label && text !== '' ? setSingleLine(text, label.style, context) : undefined;
  return line && label ? { line, style: label.style, width: line.segments.reduce((sum, segment) => sum + segment.width, 0) } : undefined;
}

function addNumber(open: OpenLine, { line, width }: FormulaNumber, { trace, x }: { trace: RunTrace; x: number }): OpenLine {
  const { words, offsets, rooms } = line.segments[0] ?? { words: [], offsets: [] };
  return {
    traces: [...open.traces, trace],
    segments: [...open.segments, { run: 1, x, width, words, offsets, rooms }],
    ascent: Math.max(open.ascent, line.ascent),
    descent: Math.max(open.descent, line.descent),
  };
}
