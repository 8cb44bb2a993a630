/** `word-break`: where lines may end in text that asks for more or fewer breaks. `|` marks a break, `·` one inside a word that stays one. */
import { describe, expect, it } from 'vitest';
import { type BreakRange, breakInWord } from '../../../src/engine/text/break-ranges.ts';
import { lineBreaks } from '../../../src/engine/text/line-breaks.ts';
import type { BreakRules, ParagraphStyle, TextRun } from '../../../src/engine/text/paragraph.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { growthOf, mostGrowth } from '../../support/growth.ts';
import { printedText, rightEdge, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext(['beau-ti-ful']);

const show = (text: string, rules: Partial<BreakRange>, language = 'ja'): string => {
  const marks = lineBreaks(text, language, [{ from: 0, to: text.length, wordBreak: 'normal', ...rules }]);
  return Array.from(
    { length: text.length },
    (_, at) => (marks[at] === breakInWord ? '·' : marks[at] === 1 || marks[at] === 3 ? '|' : '') + text[at]!,
  ).join('');
};

const rulesOf = (rules: Partial<BreakRules>): BreakRules => ({ wordBreak: 'normal', ...rules });
const run = (text: string, rules: Partial<BreakRules>, changes: Partial<TextRun> = {}): TextRun =>
  squareRun(text, { style: { ...squareStyle, language: 'ja' }, breakRules: rulesOf(rules), ...changes });
const setText = (runs: readonly TextRun[], measure: number, changes: Partial<ParagraphStyle> = {}) =>
  setParagraph(runs, squareParagraph(measure, changes), context).lines;
const printed = (runs: readonly TextRun[], measure: number, changes: Partial<ParagraphStyle> = {}): readonly string[] =>
  setText(runs, measure, changes).map((line) => printedText(line).trimEnd());

describe('word-break: keep-all', () => {
  it('ends lines of Korean at spaces alone', () => {
    expect(show('모든 인간은 평등하다. PDF를', { wordBreak: 'keep-all' }, 'ko')).toBe('모든 |인간은 |평등하다. |PDF를');
    expect(printed([run('모든인간 은태어날', { wordBreak: 'keep-all' })], 30)).toEqual(['모든인간', '은태어날']);
    expect(printed([run('모든인간 은태어날는', {})], 30)).toEqual(['모든인간 은', '태어날는']);
  });

  it('ends lines of Chinese and Japanese at their punctuation', () => {
    expect(show('人は、「ラーメン」を2杯食べた。水・茶', { wordBreak: 'keep-all' })).toBe('人は、|「ラーメン」|を2杯食べた。|水・|茶');
    expect(show('葛\udb40\udd00城か\u309aき𠮷野', { wordBreak: 'keep-all' })).toBe('葛\udb40\udd00城か\u309aき𠮷野');
  });

  it('leaves alone what breaks by a dictionary, after hyphens and in addresses', () => {
    expect(show('ภาษาไทยเป็น', { wordBreak: 'keep-all' }, 'th')).toBe('ภาษา|ไทย|เป็น');
    expect(show('well-known https://example.org/path', { wordBreak: 'keep-all' }, 'en')).toBe('well-|known |https://example|.org/|path');
  });

  it('holds inside its run, and across runs that have it both', () => {
    const text = '東京都庁';
    const marks = lineBreaks(text, 'ja', [{ from: 0, to: 2, wordBreak: 'keep-all' }]);
    expect([...marks]).toEqual([0, 0, 1, 1, 2]);
    expect(printed([run('東京', { wordBreak: 'keep-all' }), run('都庁、東京', { wordBreak: 'keep-all' })], 65)).toEqual([
      '東京都庁、',
      '東京',
    ]);
  });

  it('spreads justified lines between the characters that it keeps together', () => {
    const [line] = setText([run('東京都、大阪府、京都府', { wordBreak: 'keep-all' })], 90, { align: 'justify', spacesLetters: true });
    expect(printedText(line!)).toBe('東京都、大阪府、');
    expect(rightEdge(line!)).toBeCloseTo(90, 6);
    expect(line!.segments[0]!.parts.map((part) => Math.round(part.x))).toEqual([0, 12, 24, 46, 58, 70]);
  });

  it.each<ParagraphStyle['align']>(['start', 'justify'])(
    'breaks a word that is longer than the line where it would otherwise (%s)',
    (align) => {
      const { lines, longLine } = setParagraph(
        [run('水、', { wordBreak: 'keep-all' }), run('これはとてもながいことばです。水', { wordBreak: 'keep-all' })],
        squareParagraph(60, { align, spacesLetters: true }),
        context,
      );
      expect(lines.map(printedText).join('')).toBe('水、これはとてもながいことばです。水');
      for (const line of lines) expect(line.overflow).toBe(0);
      expect(lines.slice(1).map((line) => printedText(line)[0])).not.toContain('。');
      expect(longLine).toBeUndefined();
    },
  );

  it('breaks what is left of a long word anywhere, as ever', () => {
    const lines = printed([run('東京ABCDEFGHIJKLMNOP都', { wordBreak: 'keep-all' })], 40);
    expect(lines.join('')).toBe('東京ABCDEFGHIJKLMNOP都');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(8);
  });

  it('widens the columns of tables to its words', () => {
    expect(contentWidths([run('東京都、大阪', {})], squareParagraph(1000), context).min).toBe(20);
    expect(contentWidths([run('東京都、大阪', { wordBreak: 'keep-all' })], squareParagraph(1000), context).min).toBe(40);
  });
});

describe('word-break: break-all', () => {
  it('ends lines between any two letters or digits, and keeps punctuation where it must stand', () => {
    expect(show('beyond 2026 (or so).', { wordBreak: 'break-all' }, 'en')).toBe('b·e·y·o·n·d |2·0·2·6 |(o·r |s·o).');
    expect(show('漢字abc、', { wordBreak: 'break-all' })).toBe('漢|字|a·b·c、');
  });

  it('keeps marks with their letters, and dashes with their words', () => {
    expect(show('e\u0301a', { wordBreak: 'break-all' })).toBe('e\u0301·a');
    expect(show('so—and km/h', { wordBreak: 'break-all' }, 'en')).toBe('s·o—|a·n·d |k·m/h');
  });

  it('fills lines without hyphens, and still shapes a word as one', () => {
    const [first, second] = setText([run('beautiful alphabet so', { wordBreak: 'break-all' })], 60, { hyphenates: true });
    expect([first, second].map((line) => printedText(line!))).toEqual(['beautiful al', 'phabet so']);
    expect(first!.segments[0]!.parts.map((part) => part.word.text)).toEqual(['beautiful', ' ', 'al']);
    expect(first!.isHyphenated).toBe(false);
    expect(printed([run('beau\u00adtiful', { wordBreak: 'break-all' })], 20)).toEqual(['beau', 'tifu', 'l']);
  });

  it('breaks between runs, too', () => {
    expect(printed([run('abc', { wordBreak: 'break-all' }), run('defg', { wordBreak: 'break-all' })], 15)).toEqual(['abc', 'def', 'g']);
    expect(lineBreaks('abcd', 'en', [{ from: 0, to: 2, wordBreak: 'break-all' }])).toEqual(Uint8Array.of(0, 4, 0, 0, 2));
  });

  it('is read in linear time', async () => {
    const cost = (text: string) =>
      growthOf(20_000, (count) => lineBreaks(text.repeat(count), 'en', [{ from: 0, to: count * text.length, wordBreak: 'break-all' }]));
    expect(await cost('a\u0301')).toBeLessThan(mostGrowth);
  });
});
