/** `word-break` and `line-break`: where lines may end in text that asks for more or fewer breaks. `|` marks a break, `·` one inside a word that stays one. */
import { describe, expect, it } from 'vitest';
import { type BreakRange, breakInWord } from '../../../src/engine/text/break-ranges.ts';
import { lineBreaks } from '../../../src/engine/text/line-breaks.ts';
import type { BreakRules, ParagraphStyle, TextRun } from '../../../src/engine/text/paragraph.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { growthOf, mostGrowth } from '../../support/growth.ts';
import { printedText, rightEdge, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext(['beau-ti-ful']);

const usual: BreakRules = { wordBreak: 'normal', lineBreak: 'auto' };

const show = (text: string, rules: Partial<BreakRange>, language = 'ja'): string => {
  const marks = lineBreaks(text, language, [{ from: 0, to: text.length, language, ...usual, ...rules }]);
  return Array.from(
    { length: text.length },
    (_, at) => (marks[at] === breakInWord ? '·' : marks[at] === 1 || marks[at] === 3 ? '|' : '') + text[at]!,
  ).join('');
};

const run = (text: string, rules: Partial<BreakRules>, changes: Partial<TextRun> = {}): TextRun =>
  squareRun(text, { style: { ...squareStyle, language: 'ja' }, breakRules: { ...usual, ...rules }, ...changes });
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
    const marks = lineBreaks(text, 'ja', [{ ...usual, from: 0, to: 2, language: 'ja', wordBreak: 'keep-all' }]);
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
    expect(line!.segments[0]!.offsets.map(Math.round)).toEqual([0, 12, 24, 46, 58, 70]);
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
    expect(first!.segments[0]!.words.map((word) => word.text)).toEqual(['beautiful', ' ', 'al']);
    expect(first!.isHyphenated).toBe(false);
  });

  it('prints a hyphen where the line ends at a soft one, if it has room', () => {
    const lines = (text: string, measure: number) => printed([run(text, { wordBreak: 'break-all' })], measure);
    expect(lines('beau\u00adt, or so', 25)).toEqual(['beau-', 't, o', 'r so']);
    expect(lines('beau\u00adt, or so', 20)).toEqual(['be', 'au-', 't, o', 'r so']);
    expect(lines('beau\u00adtiful', 25)).toEqual(['beaut', 'iful']);
    expect(lines('beau\u00adtiful', 30)).toEqual(['beauti', 'ful']);
    const inNone = [{ ...run('beau\u00adtiful', { wordBreak: 'break-all' }), hyphens: 'none' } as const];
    expect(printed(inNone, 20)).toEqual(['beau', 'tifu', 'l']);
    const runs = [run('beau\u00ad', { wordBreak: 'break-all' }), run('t, or so', { wordBreak: 'break-all' })];
    expect(printed(runs, 25)).toEqual(['beau-', 't, o', 'r so']);
  });

  it('breaks between runs, too', () => {
    expect(printed([run('abc', { wordBreak: 'break-all' }), run('defg', { wordBreak: 'break-all' })], 15)).toEqual(['abc', 'def', 'g']);
    expect(lineBreaks('abcd', 'en', [{ ...usual, from: 0, to: 2, language: 'en', wordBreak: 'break-all' }])).toEqual(
      Uint8Array.of(0, 4, 0, 0, 2),
    );
  });
});

describe('line-break', () => {
  it.each(['auto', 'strict'] as const)('%s begins no line with small kana, marks of repetition and points', (lineBreak) => {
    expect(show('きょうはラーメン。人々・水', { lineBreak })).toBe('きょ|う|は|ラー|メ|ン。|人々・|水');
    expect(lineBreaks('きょう？！〜……50％', 'ja', [{ ...usual, lineBreak, from: 0, to: 13, language: 'ja' }])).toEqual(
      lineBreaks('きょう？！〜……50％', 'ja'),
    );
  });

  it('normal lets small kana begin a line, and hyphens of Chinese and Japanese', () => {
    expect(show('きょうはラーメン。人々・水', { lineBreak: 'normal' })).toBe('き·ょ|う|は|ラ·ー|メ|ン。|人々・|水');
    expect(show('東〜西゠南', { lineBreak: 'normal' })).toBe('東·〜|西·゠|南');
    expect(show('東〜西゠南', { lineBreak: 'strict' })).toBe('東〜|西゠|南');
    expect(show('東〜西ょ', { lineBreak: 'normal' }, 'ko')).toBe('東〜|西·ょ');
  });

  it('loose lets marks of repetition, dots, points and signs beside ideographs begin a line', () => {
    expect(show('人々・水：火！？', { lineBreak: 'loose' })).toBe('人·々·・|水·：|火·！·？');
    expect(show('日……本、‥', { lineBreak: 'loose' })).toBe('日…·…|本、‥');
    expect(show('四％第№五50％', { lineBreak: 'loose' })).toBe('四·％|第|№·五|50％');
    expect(show('東–西‐南a–b', { lineBreak: 'loose' })).toBe('東·–|西·‐|南|a–|b');
  });

  it('loose leaves points and signs to other languages as they are', () => {
    expect(show('人々・水！四％', { lineBreak: 'loose' }, 'ko')).toBe('人·々・|水！|四％');
  });

  it('never begins a line with what closes, and never ends one with what opens', () => {
    expect(show('「ょ」、（々）。', { lineBreak: 'loose' })).toBe('「ょ」、|（々）。');
  });

  it('is stricter with words kept whole, and knows letters that may break as ideographs', () => {
    expect(show('きょうは、人々', { lineBreak: 'loose', wordBreak: 'keep-all' })).toBe('きょうは、|人々');
    expect(show('ab–c%', { lineBreak: 'loose', wordBreak: 'break-all' })).toBe('a·b·–|c%');
  });

  it('anywhere breaks around every character, also beside no-break spaces', () => {
    expect(show('「a b」、e\u0301\u00a0f', { lineBreak: 'anywhere', wordBreak: 'keep-all' })).toBe('「·a· ·b·」·、·e\u0301·\u00a0·f');
    expect(printed([run('12345.67890, p. 5', { lineBreak: 'anywhere' })], 35, { hyphenates: true })).toEqual(['12345.6', '7890, p', '. 5']);
    expect(printed([run('ab\u00a0cd\u00a0ef', { lineBreak: 'anywhere' })], 10)).toEqual(['ab', 'cd', 'ef']);
  });

  it('fills justified lines with gaps where it adds breaks, too', () => {
    const lines = setText([run('アパートアパートアパートアパート', { lineBreak: 'normal' })], 76, {
      align: 'justify',
      spacesLetters: true,
    });
    expect(lines.map(printedText)).toEqual(['アパートアパー', 'トアパートアパ', 'ート']);
    expect(rightEdge(lines[1]!)).toBeCloseTo(76, 6);
  });
});

describe('white-space: nowrap', () => {
  const whole = { ...usual, staysOnLine: true };

  it('keeps characters, hyphens and addresses on one line', () => {
    expect(show('東京都庁 well-known', whole)).toBe('東京都庁 well-known');
    expect(printed([run('大阪と', {}), run('東京都庁', whole), run('です', {})], 40)).toEqual(['大阪と', '東京都庁', 'です']);
  });

  it('leaves soft hyphens unused as long as the text fits', () => {
    expect(printed([run('aaa ', {}), run('bbb\u00adccc', whole)], 40)).toEqual(['aaa', 'bbbccc']);
    expect(printed([run('bbb\u00adccc', whole)], 25)).toEqual(['bbb-', 'ccc']);
  });

  it('breaks what is longer than the line where it would otherwise', () => {
    expect(printed([run('大阪と', {}), run('東京都庁。大阪府庁', whole)], 30).join('')).toBe('大阪と東京都庁。大阪府庁');
    for (const line of setText([run('東京都庁。大阪府庁', whole)], 30)) expect(line.overflow).toBe(0);
  });
});

describe('long text', () => {
  it.each<Partial<BreakRules>>([{ wordBreak: 'break-all' }, { wordBreak: 'keep-all' }, { lineBreak: 'loose' }, { lineBreak: 'anywhere' }])(
    'is read in linear time with %o',
    async (rules) => {
      const text = 'a\u0301々';
      const cost = (count: number) =>
        lineBreaks(text.repeat(count), 'ja', [{ ...usual, ...rules, from: 0, to: count * text.length, language: 'ja' }]);
      expect(await growthOf(20_000, cost)).toBeLessThan(mostGrowth);
    },
  );
});
