/** `text-autospace`: characters of Chinese and Japanese (10 pt wide) stand apart from letters and digits (5 pt) by an eighth of an em. */
import { describe, expect, it } from 'vitest';
import { addAutospaces } from '../../../src/engine/text/autospace.ts';
import type { Autospace, InlineRun, ParagraphStyle, SetLine, TextRun } from '../../../src/engine/text/paragraph.ts';
import { composeText } from '../../../src/engine/text/paragraph-text.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { growthOf, mostGrowth } from '../../support/growth.ts';
import { anchor, printedText, rightEdge, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext();
const run = (text: string, autospace: Autospace = 'both', changes: Partial<TextRun> = {}): TextRun =>
  squareRun(text, { style: { ...squareStyle, language: 'ja' }, autospace, ...changes });
const setRuns = (runs: readonly InlineRun[], measure: number, changes: Partial<ParagraphStyle> = {}): readonly SetLine[] =>
  setParagraph(runs, squareParagraph(measure, changes), context).lines;

/** `'` for each space. */
const show = (runs: readonly InlineRun[]): string => {
  const paragraph = composeText(runs, 'ltr');
  const gaps = addAutospaces(runs, paragraph, undefined);
  return Array.from({ length: paragraph.text.length }, (_, at) => (gaps?.[at] ? "'" : '') + paragraph.text[at]!).join('');
};

describe('spaces', () => {
  it('stand between ideographs and letters or digits, and nowhere else', () => {
    expect(show([run('年2026日本PDF書')])).toBe("年'2026'日本'PDF'書");
    expect(show([run('ラーaき1゠a・b、c「d」（e）')])).toBe("ラー'a'き'1゠a・b、c「d」（e）");
    expect(show([run('書 PDF 書\u00a0a、漢ＡＢ１한ㄅ한')])).toBe('書 PDF 書\u00a0a、漢ＡＢ１한ㄅ한');
    expect(show([run('Привет漢α𠮷é漢e\u0301漢葛\u{e0100}a٣漢')])).toBe("Привет'漢'α'𠮷'é'漢'e\u0301'漢葛\u{e0100}'a٣'漢");
    expect(show([run('(漢)a$漢%')])).toBe('(漢)a$漢%');
  });

  it('stand beside what is asked for', () => {
    expect(show([run('漢a漢1漢', 'letters')])).toBe("漢'a'漢1漢");
    expect(show([run('漢a漢1漢', 'numbers')])).toBe("漢a漢'1'漢");
  });

  it('stand where code begins and ends, not in it, nor beside what is raised', () => {
    expect(show([run('漢'), run('a漢b', 'none'), run('漢')])).toBe("漢'a漢b'漢");
    expect(show([run('漢'), squareRun('1', { baselineShift: 4 }), run('漢a')])).toBe("漢1漢'a");
  });

  it('stand between runs, across anchors', () => {
    expect(show([run('漢'), run('a'), anchor, run('漢')])).toBe("漢'a'漢");
    expect(show([run('漢'), squareRun('a'), run('漢1'), squareRun('2漢')])).toBe("漢a漢'12漢");
    expect(show([run('漢'), { kind: 'box', width: 5, ascent: 5, descent: 0 }, run('a')])).toBe('漢\ufffca');
  });

  it('are none in other text', () => {
    const runs = [run('Plain text, 12 words: 한국어 PDF를')];
    expect(addAutospaces(runs, composeText(runs, 'ltr'), undefined)).toBeUndefined();
  });

  it('are found in linear time', async () => {
    const cost = (count: number) => {
      const runs = [run('漢a\u0301'.repeat(count))];
      return addAutospaces(runs, composeText(runs, 'ltr'), undefined);
    };
    expect(await growthOf(10_000, cost)).toBeLessThan(mostGrowth);
  });
});

describe('lines', () => {
  it('are wider by an eighth of an em, without another character', () => {
    const [line, ...none] = setRuns([run('漢abc字')], 100);
    expect(none).toEqual([]);
    expect(printedText(line!)).toBe('漢abc字');
    expect(line!.segments[0]!.offsets).toEqual([0, 11.25, 27.5]);
    expect(rightEdge(line!)).toBe(37.5);
    expect(contentWidths([run('漢abc字')], squareParagraph(1000), context)).toEqual({ min: 15, max: 37.5 });
  });

  it('have it on the side of what it parts where text runs the other way', () => {
    const [line] = setRuns([run('שב漢字שב')], 42.5, { direction: 'rtl' });
    expect(line!.segments.flatMap((segment) => segment.offsets.map((offset) => segment.x + offset))).toEqual([0, 11.25, 21.25, 32.5]);
  });

  it('neither begin nor end with one', () => {
    expect(setRuns([run('漢abc字')], 25).map((line) => [printedText(line), line.segments[0]!.x, rightEdge(line)])).toEqual([
      ['漢', 0, 10],
      ['abc', 0, 15],
      ['字', 0, 10],
    ]);
    expect(setRuns([run('漢abc字字')], 26.25).map(printedText)).toEqual(['漢abc', '字字']);
    expect(setRuns([run('漢abc字字')], 26).map(printedText)).toEqual(['漢', 'abc', '字字']);
  });

  it('keep what must stay together, with its space', () => {
    const [line] = setRuns([run('漢\u2060abc')], 30);
    expect(printedText(line!).replace('\u2060', '')).toBe('漢abc');
    const kept = setRuns([run('漢abc', 'both', { breakRules: { wordBreak: 'keep-all', lineBreak: 'auto' } }), run(' 字字')], 30);
    expect(kept.map((each) => printedText(each).trimEnd())).toEqual(['漢abc', '字字']);
    expect(rightEdge(kept[0]!)).toBe(26.25);
  });

  it('widen it with all other gaps when they are justified', () => {
    const [line] = setRuns([run('一二ab三四五六七八')], 55, { align: 'justify', spacesLetters: true });
    expect(printedText(line!)).toBe('一二ab三四');
    expect(rightEdge(line!)).toBeCloseTo(55, 6);
    // 52.5 pt of content, and 2.5 pt for four gaps.
    expect(line!.segments[0]!.offsets).toEqual([0, 10.625, 22.5, 34.375, 45]);
  });

  it('stretch it in no English paragraph', () => {
    const [line] = setRuns([run('The word 漢字ab is old and so are others')], 100, { align: 'justify', spacesLetters: true });
    const { words, offsets } = line!.segments[0]!;
    const at = words.findIndex((word) => word.text.endsWith('字'));
    expect(offsets[at + 1]! - offsets[at]! - 10).toBeCloseTo(1.25 + 10 * line!.tracking, 6);
  });
});
