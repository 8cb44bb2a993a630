/** Paragraphs that run both ways: order on the line, sides of hyphens and spaces. Hebrew letters stand for all right-to-left scripts. */
import { describe, expect, it } from 'vitest';
import type { InlineRun, SetLine } from '../../../src/engine/text/paragraph.ts';
import { setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { orderVisually } from '../../../src/engine/text/visual-order.ts';
import { printedText, rightEdge, squareContext, squareParagraph, squareRun } from '../../support/square-text.ts';

const context = squareContext(['beau-ti-ful']);
const setRuns = (runs: readonly InlineRun[], measure: number, direction: 'ltr' | 'rtl' = 'rtl'): readonly SetLine[] =>
  setParagraph(runs, squareParagraph(measure, { direction, hyphenates: true }), context).lines;
const printed = (lines: readonly SetLine[]): readonly string[] => lines.map((line) => printedText(line).trim());

describe('setParagraph with right-to-left text', () => {
  it('sets words from right to left', () => {
    expect(printed(setRuns([squareRun('אבג דהו')], 100))).toEqual(['והד גבא']);
  });

  it('starts lines at the right and hangs the last space out on the left', () => {
    const [first] = setRuns([squareRun('אבגד דהוז')], 30);
    expect(first!.segments).toMatchObject([{ x: 10, width: 20 }]);
    expect(first!.segments[0]!.words[0]!.text).toBe(' ');
    expect(first!.segments[0]!.offsets[0]).toBe(-5);
  });

  it('keeps numbers and Latin words in their own direction', () => {
    expect(printed(setRuns([squareRun('אב 12 גד Octavo Press הו')], 200))).toEqual(['וה Octavo Press דג 12 בא']);
  });

  it('puts Hebrew inside English the other way round', () => {
    expect(printed(setRuns([squareRun('see אב גד here')], 200, 'ltr'))).toEqual(['see דג בא here']);
  });

  it('orders each line by itself', () => {
    expect(printed(setRuns([squareRun('אב Octavo Press גד')], 50))).toEqual(['Octavo בא', 'דג Press']);
  });

  it('puts the hyphen of a Hebrew word on its left and that of an English word on its right', () => {
    expect(printed(setRuns([squareRun('אבג\u00adדהו')], 20))).toEqual(['-גבא', 'והד']);
    expect(printed(setRuns([squareRun('א beautiful')], 40))).toEqual(['beau- א', 'tiful']);
  });

  it('mirrors nothing itself but keeps brackets with their words', () => {
    expect(printed(setRuns([squareRun('אב (גד) הו')], 200))).toEqual(['וה )דג( בא']);
  });

  it('orders an isolated run as one thing', () => {
    const title = squareRun('C++', { isolate: 'ltr' });
    expect(printed(setRuns([squareRun('אב '), title, squareRun(' גד')], 200))).toEqual(['דג C++ בא']);
    expect(printed(setRuns([squareRun('אב '), squareRun('C++'), squareRun(' גד')], 200))).toEqual(['דג ++C בא']);
  });

  it('gives a run that is split by direction a segment for each part', () => {
    const [line] = setRuns([squareRun('one אב'), squareRun('גד two')], 200, 'ltr');
    expect(line!.segments.map((segment) => segment.run)).toEqual([0, 1, 0, 1]);
    expect(printedText(line!)).toBe('one דגבא two');
    expect(rightEdge(line!)).toBe(60);
  });

  it('justifies from edge to edge', () => {
    const [first] = setParagraph(
      [squareRun('אבג דהו זחט יכל')],
      squareParagraph(60, { direction: 'rtl', align: 'justify' }),
      context,
    ).lines;
    expect(rightEdge(first!)).toBeCloseTo(60);
    expect(first!.segments[0]!.x).toBeCloseTo(0);
  });
});

describe('orderVisually', () => {
  const order = (levels: readonly number[]): readonly number[] | undefined => {
    const found = orderVisually(levels, levels.length);
    return found && [...found];
  };

  it('follows the examples of UAX #9, section 3.4', () => {
    expect(order([0, 0, 1, 1, 1, 0])).toEqual([0, 1, 4, 3, 2, 5]);
    expect(order([1, 2, 2, 1])).toEqual([3, 1, 2, 0]);
    expect(order([0, 1, 2, 2, 1, 0])).toEqual([0, 4, 2, 3, 1, 5]);
  });

  it('says nothing about text in one direction', () => {
    expect(order([0, 0])).toBeUndefined();
    expect(order([2, 2])).toBeUndefined();
  });
});
