/** Paragraphs of square text (every character 5 pt wide), so that all numbers can be checked in one's head. */
import { describe, expect, it } from 'vitest';
import type { InlineRun, LeaderRun, ParagraphStyle, SetLine, TextRun } from '../../../src/engine/text/paragraph.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { anchor, printedText, rightEdge, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext(['beau-ti-ful', 'won-der-ful']);

const setRuns = (runs: readonly InlineRun[], style: ParagraphStyle): readonly SetLine[] => setParagraph(runs, style, context).lines;
const setText = (text: string, measure: number, changes: Partial<ParagraphStyle> = {}): readonly SetLine[] =>
  setRuns([squareRun(text)], squareParagraph(measure, changes));
const runsOf = ({ firstRun, lastRun }: SetLine): readonly number[] => [firstRun, lastRun];
const printed = (lines: readonly SetLine[]): readonly string[] => lines.map((line) => printedText(line).trimEnd());

describe('setParagraph', () => {
  it('sets one line', () => {
    const [line, ...rest] = setText('two words', 100);
    expect(rest).toEqual([]);
    expect(line).toMatchObject({ ascent: 8, descent: 2, firstRun: 0, lastRun: 0, isHyphenated: false, ratio: 0, overflow: 0 });
    expect(line!.segments).toHaveLength(1);
    expect(line!.segments[0]).toMatchObject({ run: 0, x: 0, width: 45 });
    expect(line!.segments[0]!.words.map((word) => word.text)).toEqual(['two', ' ', 'words']);
    expect(line!.segments[0]!.offsets).toEqual([0, 15, 20]);
  });

  it('makes no line of nothing', () => {
    expect(setText('', 100)).toEqual([]);
    expect(setText(' \n\t ', 100)).toEqual([]);
    expect(setRuns([], squareParagraph(100))).toEqual([]);
  });

  it('collapses white space within and across runs', () => {
    const lines = setRuns([squareRun('  a \n b '), squareRun(' '), squareRun(' c  ')], squareParagraph(100));
    expect(lines.map(printedText)).toEqual(['a b c']);
    expect(lines[0]).toMatchObject({ firstRun: 0, lastRun: 2 });
  });

  it('keeps the space at the end of a line without giving it width', () => {
    const [first] = setText('aaaa bbbb', 30);
    expect(printedText(first!)).toBe('aaaa ');
    expect(first!.segments[0]!.width).toBe(20);
    expect(first!.segments[0]!.offsets[1]!).toBe(20);
  });

  it('aligns lines at the start, the end and the center', () => {
    const edges = (align: ParagraphStyle['align'], direction: 'ltr' | 'rtl' = 'ltr'): number =>
      setText('aaaa', 100, { align, direction })[0]!.segments[0]!.x;
    expect([edges('start'), edges('end'), edges('center')]).toEqual([0, 80, 40]);
    expect([edges('start', 'rtl'), edges('end', 'rtl'), edges('center', 'rtl')]).toEqual([80, 0, 40]);
  });

  it('stretches the spaces of justified lines and leaves the last one natural', () => {
    const lines = setText('aaa bbb ccc ddd eee', 60, { align: 'justify' });
    expect(printed(lines)).toEqual(['aaa bbb ccc', 'ddd eee']);
    expect(lines[0]!.segments[0]!.width).toBeCloseTo(60);
    // Two spaces share 5 pt; each may stretch by 2.5 pt.
    expect(lines[0]!.ratio).toBeCloseTo(1);
    expect(lines[0]!.segments[0]!.offsets).toEqual([0, 15, 22.5, 37.5, 45, 60]);
    expect(lines[1]).toMatchObject({ ratio: 0, segments: [{ width: 35 }] });
  });

  it('shrinks spaces a little rather than gaping', () => {
    const [first] = setText('aaa bbb ccc ddd ee', 74, { align: 'justify' });
    expect(printedText(first!)).toBe('aaa bbb ccc ddd ');
    expect(first!.ratio).toBeCloseTo(-0.2);
    expect(rightEdge(first!)).toBeCloseTo(74);
  });

  it('indents the first line, or hangs it out', () => {
    expect(setText('aaaa bbbb', 30, { indent: 10 }).map((line) => line.segments[0]!.x)).toEqual([10, 0]);
    expect(setText('aaaa bbbb', 30, { indent: -10 }).map((line) => line.segments[0]!.x)).toEqual([-10, 0]);
    expect(setText('aaaa', 30, { indent: 10, direction: 'rtl' })[0]!.segments[0]!.x).toBe(0);
  });

  it('hyphenates where the language allows, and marks the line', () => {
    const lines = setText('so beautiful', 50, { align: 'justify', hyphenates: true });
    expect(printed(lines)).toEqual(['so beauti-', 'ful']);
    expect(lines.map((line) => line.isHyphenated)).toEqual([true, false]);
    expect(lines[0]!.segments[0]!.words.at(-1)!.text).toBe('\u00ad');
  });

  it('hyphenates neither code nor paragraphs that say so', () => {
    const inRun = (text: string, hyphens: TextRun['hyphens'], measure: number) =>
      printed(setRuns([squareRun(text, { hyphens })], squareParagraph(measure, { hyphenates: true })));
    expect(inRun('so beautiful', 'manual', 50)).toEqual(['so', 'beautiful']);
    expect(printed(setText('so beautiful', 50))).toEqual(['so', 'beautiful']);
    expect(inRun('so beau\u00adtiful', 'manual', 40)).toEqual(['so beau-', 'tiful']);
    expect(inRun('so beau\u00adtiful', 'none', 45)).toEqual(['so', 'beautiful']);
    expect(inRun('beau\u00adtiful', 'none', 30)).toEqual(['beauti', 'ful']);
    expect(inRun('so well-beau\u00adtiful', 'none', 45)).toEqual(['so well-', 'beautiful']);
  });

  it('widens the columns of tables to words that stay whole', () => {
    const least = (hyphens: TextRun['hyphens']) =>
      contentWidths([squareRun('so beau\u00adtiful', { hyphens })], squareParagraph(0), context).min;
    expect(least('manual')).toBe(25);
    expect(least('none')).toBe(45);
  });

  it('rather ends a ragged line early than the paragraph in one word, and in a hyphen neither', () => {
    const question = 'evidence would support this view, and what evidence would count against it?';
    expect(printed(setText(question, 360)).at(-1)).toBe('against it?');
    const divides = squareContext(['al-pha-bet']);
    const { lines } = setParagraph([squareRun('aaaa bbbb alphabet cc')], squareParagraph(90, { hyphenates: true }), divides);
    expect(printed(lines)).toEqual(['aaaa bbbb', 'alphabet cc']);
  });

  it('takes soft hyphens at their word, and only them', () => {
    expect(printed(setText('so beautif\u00adul', 50, { align: 'justify', hyphenates: true }))).toEqual(['so', 'beautiful']);
    expect(printed(setText('so beau\u00adtiful', 40))).toEqual(['so beau-', 'tiful']);
    expect(printed(setText('so beau\u00adtiful', 100))).toEqual(['so beautiful']);
  });

  it('puts the hyphen of a soft hyphen between two runs', () => {
    expect(printed(setRuns([squareRun('so beau\u00ad'), squareRun('tiful')], squareParagraph(40)))).toEqual(['so beau-', 'tiful']);
    expect(printed(setRuns([squareRun('so beau\u00ad'), squareRun('tiful')], squareParagraph(100)))).toEqual(['so beautiful']);
  });

  it('breaks a word that is longer than the line anywhere, without a hyphen', () => {
    const lines = setText('a bcdefghijkl', 25);
    expect(lines.every((line) => line.overflow === 0)).toBe(true);
    expect(printed(lines).join('').replaceAll(' ', '')).toBe('abcdefghijkl');
    expect(lines.some((line) => line.isHyphenated)).toBe(false);
  });

  it('never cuts a letter from its accent', () => {
    const lines = setText('e\u0301e\u0301e\u0301e\u0301e\u0301e\u0301', 25);
    for (const line of lines) expect(printedText(line)).toMatch(/^(e\u0301)+$/);
  });

  it('says how far a box sticks out', () => {
    const [line] = setRuns([{ kind: 'box', width: 70, ascent: 30, descent: 1 }], squareParagraph(50));
    expect(line).toMatchObject({ overflow: 20, ascent: 30, descent: 1 });
  });

  it('breaks no line at a no-break space, which still stretches', () => {
    const lines = setText('aaa bb\u00a0cc dd', 30, { align: 'justify' });
    expect(printed(lines)).toEqual(['aaa', 'bb\u00a0cc', 'dd']);
    expect(setText('aa\u00a0bb cccccc', 45, { align: 'justify' })[0]!.ratio).toBeGreaterThan(1);
  });

  it('keeps a number with its unit and French punctuation with its word', () => {
    expect(printed(setText('over 12 km away', 40))).toEqual(['over', '12 km', 'away']);
    expect(printed(setText('mais 95 % icis', 40))).toEqual(['mais', '95 %', 'icis']);
    expect(printed(setText('Vraiment oui ! Ah', 65))).toEqual(['Vraiment', 'oui ! Ah']);
    expect(printed(setText('dire « oui » ici', 40))).toEqual(['dire', '« oui »', 'ici']);
  });

  it('ends lines at forced breaks and keeps empty lines', () => {
    const lines = setRuns(
      [squareRun('aa '), { kind: 'break' }, { kind: 'break' }, squareRun(' bb'), { kind: 'break' }],
      squareParagraph(100, { align: 'justify' }),
    );
    expect(printed(lines)).toEqual(['aa', '', 'bb']);
    expect(lines.map(runsOf)).toEqual([
      [0, 1],
      [2, 2],
      [3, 4],
    ]);
    expect(lines[1]).toMatchObject({ ascent: 8, descent: 2, segments: [] });
  });

  it('puts boxes among words, and breaks beside them', () => {
    const picture: InlineRun = { kind: 'box', width: 20, ascent: 12, descent: 3 };
    const [line] = setRuns([squareRun('aa '), picture, squareRun(' bb')], squareParagraph(100));
    expect(line!.segments.map((segment) => [segment.run, segment.x, segment.width])).toEqual([
      [0, 0, 15],
      [1, 15, 20],
      [2, 35, 15],
    ]);
    expect(line).toMatchObject({ ascent: 12, descent: 3, firstRun: 0, lastRun: 2 });
    expect(setRuns([squareRun('aaaa '), picture, squareRun(' bb')], squareParagraph(40)).map(runsOf)).toEqual([
      [0, 0],
      [1, 2],
    ]);
  });

  it('lets an anchor change neither spaces nor breaks, and takes it to the line of what follows', () => {
    expect(setRuns([squareRun('aa '), anchor, squareRun(' bb')], squareParagraph(100)).map(printedText)).toEqual(['aa bb']);
    expect(
      setRuns([squareRun('aa'), anchor, squareRun('bb')], squareParagraph(15))
        .map(printedText)
        .join(''),
    ).toBe('aabb');
    const lines = setRuns([squareRun('aaaa '), anchor, squareRun('bbbb')], squareParagraph(25));
    expect(lines.map(runsOf)).toEqual([
      [0, 0],
      [1, 2],
    ]);
  });

  it('drops the space before an anchor that ends the paragraph', () => {
    expect(setRuns([squareRun('aa '), anchor], squareParagraph(100)).map(printedText)).toEqual(['aa']);
  });

  it('raises superscripts and never breaks before them', () => {
    const small = { ...squareStyle, size: 6 };
    const note = squareRun('12', { style: small, baselineShift: 4 });
    const [line] = setRuns([squareRun('word!'), note], squareParagraph(100));
    expect(line).toMatchObject({ ascent: 8.8, descent: 2 });
    expect(printed(setRuns([squareRun('aaa word!'), note], squareParagraph(45)))).toEqual(['aaa', 'word!12']);
  });

  it('adds letter spacing after each character', () => {
    const spaced = squareRun('abc', { style: { ...squareStyle, letterSpacing: 1 } });
    expect(setRuns([spaced], squareParagraph(100))[0]!.segments[0]!.width).toBe(18);
  });

  it('never pulls Arabic letters apart', () => {
    const spaced = squareRun('\u0628\u0627\u0628', { style: { ...squareStyle, letterSpacing: 1, language: 'ar' } });
    expect(setRuns([spaced], squareParagraph(100, { direction: 'rtl' }))[0]!.segments[0]!.width).toBe(15);
  });

  it('makes the lines of a heading equally long', () => {
    expect(printed(setText('aaaa bbbb cccc dddd eeee', 100, { balance: true }))).toEqual(['aaaa bbbb cccc', 'dddd eeee']);
    expect(printed(setText('one line', 100, { balance: true, align: 'center' }))).toEqual(['one line']);
  });

  it('uses short dashes and slashes as places to break', () => {
    expect(printed(setText('either/or', 40))).toEqual(['either/', 'or']);
    expect(printed(setText('well-known', 30))).toEqual(['well-', 'known']);
  });
});

describe('leaders', () => {
  const leader: LeaderRun = { kind: 'leader', style: squareStyle, pattern: '.' };

  it('fill the line and stand in columns', () => {
    const lines = ['aa', 'aaaa'].map((title) => setRuns([squareRun(title), leader, squareRun('9')], squareParagraph(100))[0]!);
    for (const line of lines) {
      expect(rightEdge(line)).toBe(100);
      expect(line.overflow).toBe(0);
    }
    const dots = lines.map((line) => line.segments[1]!);
    for (const segment of dots) expect(((segment.x + segment.offsets[0]!) / 5) % 1).toBeCloseTo(0);
    expect(dots.map((segment) => segment.words[0]!.text.length)).toEqual([15, 13]);
  });

  it('stand on the line of the number that they lead to', () => {
    const lines = setRuns([squareRun('aaaa bbbb cccc dddd'), leader, squareRun('12')], squareParagraph(60));
    expect(printed(lines).at(-1)).toMatch(/^.*dddd\.+12$/);
    expect(lines.every((line) => line.overflow === 0)).toBe(true);
  });

  it('may be plain space', () => {
    const [line] = setRuns([squareRun('aa'), { ...leader, pattern: '' }, squareRun('9')], squareParagraph(100));
    expect(line!.segments.map((segment) => segment.x)).toEqual([0, 10, 95]);
  });

  it('run to the left in right-to-left paragraphs', () => {
    const [line] = setRuns([squareRun('\u05d0\u05d1'), leader, squareRun('9')], squareParagraph(100, { direction: 'rtl' }));
    expect(line!.segments.map((segment) => [segment.run, segment.x])).toEqual([
      [2, 0],
      [1, 5],
      [0, 90],
    ]);
  });
});

describe('contentWidths', () => {
  const widthsOf = (text: string): { min: number; max: number } =>
    contentWidths([squareRun(text)], squareParagraph(0, { hyphenates: true }), context);

  it('finds the longest word and the whole line', () => {
    expect(widthsOf('a beautiful day')).toEqual({ min: 45, max: 75 });
  });

  it('counts soft hyphens and dashes, not automatic hyphens', () => {
    expect(widthsOf('beau\u00adtiful')).toEqual({ min: 25, max: 45 });
    expect(widthsOf('well-known')).toEqual({ min: 25, max: 50 });
  });

  it('takes the longest of forced lines', () => {
    const runs: InlineRun[] = [squareRun('aaa'), { kind: 'break' }, squareRun('bbbb b')];
    expect(contentWidths(runs, squareParagraph(0), context)).toEqual({ min: 20, max: 30 });
  });
});

describe('addresses', () => {
  it('are never hyphenated, unlike the same word outside them', () => {
    const context = squareContext(['inter-na-tional']);
    const printedAt = (text: string, measure: number): readonly string[] =>
      setParagraph([squareRun(text)], squareParagraph(measure, { hyphenates: true }), context).lines.map((line) =>
        printedText(line).trimEnd(),
      );
    expect(printedAt('our international help', 50)).toEqual(['our inter-', 'national', 'help']);
    for (let measure = 30; measure < 120; measure += 5)
      for (const line of printedAt('www.example.org/international', measure)) expect(line).not.toMatch(/-$/);
  });
});
