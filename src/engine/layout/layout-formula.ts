/** A formula on a line of its own, with its number at the end of the line. */
import type { StyledElement } from '../style/style.ts';
import type { LineSegment, SetLine } from '../text/paragraph.ts';
import { type BlockTools, shownText } from './block-tools.ts';
import { borderBox, contentBox, type Place } from './box-geometry.ts';
import type { RunTrace } from './flow.ts';
import { copiedOf, growFormula, widthOf } from './formula-box.ts';
import { leafIn } from './grow-inline.ts';
import { growRole } from './grow-structure.ts';
import type { GrowingStructure } from './layout-context.ts';
import { setSingleLine } from './layout-paragraph.ts';
import { plainTrace } from './plain-trace.ts';
import { wideFormula } from './problems.ts';

/** A formula is set smaller, down to this, before it is called too wide. */
export const leastFormulaScale = 0.7;

/** Between a formula and its number, in ems. */
const gap = 1;

/** Adds a displayed formula. One that is too wide is made smaller, with a warning when that makes it hard to read. */
export function layoutFormula(element: StyledElement, containing: Place, parent: GrowingStructure, { builder, context }: BlockTools): void {
  const formula = context.formulas.formulaOf(element, element.style.language);
  if (!formula) return;
  const { style } = element;
  const box = borderBox(style, containing);
  const content = contentBox(style, box);
  const number = numberOf(element, context);
  const taken = number ? number.width + gap * style.fontSize : 0;
  const room = Math.max(1, content.width - taken);
  const natural = widthOf(formula.parts) * style.fontSize;
  const scale = Math.min(1, room / natural);
  if (scale < leastFormulaScale) context.report(wideFormula(natural, room, element.origin));
  const size = style.fontSize * scale;
  const width = natural * scale;
  const isRightToLeft = style.direction === 'rtl';
  // Centered on the whole line, unless it would run into its number.
  const spare = content.width - width;
  const centered = Math.min(spare / 2, room - width);
  const fromStart = style.textAlign === 'center' ? centered : style.textAlign === 'end' ? room - width : 0;
  const x = isRightToLeft ? spare - fromStart : fromStart;

  const paragraph = parent.role === 'P' ? parent : growRole('P', parent);
  const traces: RunTrace[] = [
    {
      ...plainTrace(style, leafIn(growFormula(element, formula, paragraph), context), element.origin),
      formula: { parts: formula.parts, size, copied: copiedOf(element, context) },
    },
  ];
  const segments: LineSegment[] = [{ run: 0, x, width, words: [], offsets: [] }];
  const { ascent: ems, descent: emsBelow } = formula.parts[0]!;
  let [ascent, descent] = [ems * size, emsBelow * size];
  if (number) {
    traces.push(plainTrace(number.style, leafIn(paragraph, context), element.origin));
    const [segment] = number.line.segments;
    const { words, offsets, rooms } = segment ?? { words: [], offsets: [] };
    segments.push({ run: 1, x: isRightToLeft ? 0 : content.width - number.width, width: number.width, words, offsets, rooms });
    ascent = Math.max(ascent, number.line.ascent);
    descent = Math.max(descent, number.line.descent);
  }
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
  builder.open(style, box, element.origin);
  builder.add({
    content: { kind: 'line', line, traces, x: content.x, baseline: ascent },
    height: ascent + descent,
    origin: element.origin,
  });
  builder.close();
}

/** The number that references have given it: `(2)`, in a span of its own. */
function numberOf(element: StyledElement, context: BlockTools['context']) {
  const label = element.children.find((child): child is StyledElement => child.kind === 'element' && child.name === 'span');
  const text = label ? shownText(label) : '';
  const line = label && text !== '' ? setSingleLine(text, label.style, context) : undefined;
  return line && label ? { line, style: label.style, width: line.segments.reduce((sum, segment) => sum + segment.width, 0) } : undefined;
}
