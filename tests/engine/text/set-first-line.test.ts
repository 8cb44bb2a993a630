/** Paragraphs whose first line is in another style: every character of it is 10 pt wide, those of the others 5 pt. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { InlineRun, ParagraphStyle, SetLine } from '../../../src/engine/text/paragraph.ts';
import { cutRun, joinAt, setFirstLine } from '../../../src/engine/text/set-first-line.ts';
import { setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { anchor, printedText, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext(['beau-ti-ful', 'won-der-ful']);
const wide = { ...squareStyle, letterSpacing: 5 };

const widen = (run: InlineRun): InlineRun => (run.kind === 'text' ? { ...run, style: wide } : run);
const setRuns = (others: readonly InlineRun[], style: ParagraphStyle) => {
  const first = others.map(widen);
  const set = setFirstLine({ first, others }, style, context);
  return { lines: set.lines, runs: set.secondLine ? joinAt(set.secondLine, first, others, cutRun) : first };
};
const linesOf = (text: string, measure: number, changes: Partial<ParagraphStyle> = {}): readonly string[] =>
  setRuns([squareRun(text)], squareParagraph(measure, changes)).lines.map((line) => printedText(line).trimEnd());

describe('a first line in another style', () => {
  it('ends where its own letters fill it', () => {
    expect(linesOf('aa bb cc dd ee ff', 50)).toEqual(['aa bb', 'cc dd', 'ee ff']);
    expect(linesOf('aa bb', 50)).toEqual(['aa bb']);
    expect(linesOf('', 50)).toEqual([]);
  });

  it('divides a word at its own hyphens and at written ones', () => {
    expect(linesOf('aa wonderful', 70, { hyphenates: true })).toEqual(['aa won-', 'derful']);
    expect(linesOf('aa won\u00adder\u00adful', 70)).toEqual(['aa won-', 'derful']);
    expect(linesOf('a\u200ba\u00ada\u200b won\u00adder\u00adful', 80)).toEqual(['aaa won-', 'derful']);
  });

  it('goes on after a word that is longer than it', () => {
    expect(linesOf('aaaaaaaaaaaa b', 50)).toEqual(['aaaaa', 'aaaaaaa b']);
  });

  it('tells of a word that is longer than it, and of one in the lines that follow', () => {
    const longLineOf = (text: string): string | undefined => {
      const others = [squareRun(text)];
      const { longLine } = setFirstLine({ first: others.map(widen), others }, squareParagraph(50), context);
      return longLine && printedText(longLine);
    };
    expect(longLineOf('aaaaaaaaaaaa b')).toBe('aaaaaaaaaaaa ');
    expect(longLineOf('aa bbbbbbb')).toBeUndefined();
    expect(longLineOf('aa bbbbbbbbbbbbb')).toBe('bbbbbbbbbbbbb');
  });

  it('has the indent and the room beside a letter for itself', () => {
    const { lines } = setRuns([squareRun('aa bb cc dd ee ff gg')], squareParagraph(60, { indent: 10, insets: [0, 20] }));
    expect(lines.map((line) => [printedText(line).trimEnd(), line.segments[0]!.x])).toEqual([
      ['aa bb', 10],
      ['cc dd ee', 20],
      ['ff gg', 0],
    ]);
  });

  it('ends at a forced break, and is justified only where it goes on', () => {
    const broken = setRuns([squareRun('aa '), { kind: 'break' }, squareRun('bb cc')], squareParagraph(100, { align: 'justify' }));
    expect(broken.lines.map(({ ratio }) => ratio)).toEqual([0, 0]);
    const [line] = setRuns([squareRun('aa bb cc dd')], squareParagraph(55, { align: 'justify' })).lines;
    expect(line!.segments[0]!.width).toBeCloseTo(55);
  });

  it('shares runs with the second line, and what follows counts on', () => {
    const { lines, runs } = setRuns([squareRun('aa b'), squareRun('b cc '), anchor, squareRun('dd')], squareParagraph(50));
    expect(lines.map(({ firstRun, lastRun }) => [firstRun, lastRun])).toEqual([
      [0, 1],
      [2, 4],
    ]);
    expect(runs.map((run) => (run.kind === 'text' ? [run.text, run.style === wide] : run.kind))).toEqual([
      ['aa b', true],
      ['b cc ', true],
      ['cc ', false],
      'box',
      ['dd', false],
    ]);
  });

  it('loses and doubles nothing, whatever the text', () => {
    const word = fc.stringMatching(/^[a-z\u00ad\u200b-]{1,9}$/);
    const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 3 }), fc.integer({ min: 20, max: 200 }), (texts, measure) => {
        const given = texts.map((one) => squareRun(one));
        const shown = (lines: readonly SetLine[]): string => lines.map((line) => printedText({ ...line }).replace(/[- ]/g, '')).join('');
        const style = squareParagraph(measure);
        expect(shown(setRuns(given, style).lines)).toBe(shown(setParagraph(given, style, context).lines));
      }),
    );
  });
});
