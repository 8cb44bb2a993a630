/** What holds for every paragraph, whatever its text: nothing is lost, nothing sticks out unsaid, and nothing depends on chance. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Autospace, BreakRules, InlineRun, ParagraphStyle, SetLine } from '../../../src/engine/text/paragraph.ts';
import { contentWidths, setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { anchor, rightEdge, sourceText, squareContext, squareParagraph, squareRun } from '../../support/square-text.ts';

const context = squareContext(['beau-ti-ful', 'al-pha-bet']);

const word = fc.oneof(
  fc.constantFrom(
    'beautiful',
    'alphabet',
    'well-known',
    'so\u00adft',
    '12 km',
    'a\u00a0b',
    '\u05d0\u05d1\u05d2',
    '\u05d0-1',
    '(\u05d3)',
    'e\u0301',
    '😀',
    '字字',
    '字2。字ょ々…a字',
  ),
  fc.string({ unit: fc.constantFrom('a', 'b', 'c', '.', '-', '\u05d0', '1'), minLength: 1, maxLength: 30 }),
);
const text = fc.array(word, { maxLength: 25 }).map((words) => words.join(' '));
const rules = fc.option(
  fc.record<BreakRules>({
    wordBreak: fc.constantFrom('normal', 'keep-all', 'break-all'),
    lineBreak: fc.constantFrom('auto', 'loose', 'normal', 'anywhere'),
  }),
  { nil: undefined, freq: 3 },
);
const run: fc.Arbitrary<InlineRun> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(text, fc.constantFrom(undefined, 'ltr', 'rtl', 'auto'), rules, fc.constantFrom<Autospace[]>('both', 'none', 'numbers'))
      .map(([words, isolate, breakRules, autospace]) =>
        squareRun(words, { autospace, ...(isolate && { isolate }), ...(breakRules && { breakRules }) }),
      ),
  },
  { weight: 1, arbitrary: fc.constantFrom<InlineRun>(anchor, { kind: 'break' }, { kind: 'box', width: 12, ascent: 5, descent: 1 }) },
);
const runs = fc.array(run, { maxLength: 6 });
const style: fc.Arbitrary<ParagraphStyle> = fc
  .record({
    measure: fc.integer({ min: 10, max: 200 }),
    align: fc.constantFrom('start', 'end', 'center', 'justify'),
    direction: fc.constantFrom('ltr', 'rtl'),
    indent: fc.constantFrom(0, 8, -8),
    hyphenates: fc.boolean(),
    balance: fc.boolean(),
    spacesLetters: fc.boolean(),
  })
  .map(({ measure, ...changes }) => squareParagraph(measure, changes as Partial<ParagraphStyle>));

/** All text on the lines, each line's words back in logical order by what they say about the source. */
const charactersOf = (lines: readonly SetLine[]): string =>
  [...lines.flatMap((line) => line.segments.flatMap((segment) => segment.words.map((word) => word.text))).join('')].sort().join('');

const visible = (source: string): string => source.replace(/[ \u00ad]/g, '');

describe('every paragraph', () => {
  it('keeps each character exactly once, apart from collapsed spaces and added hyphens', () => {
    fc.assert(
      fc.property(runs, style, (list, paragraph) => {
        const { lines } = setParagraph(list, paragraph, context);
        const printed = visible(charactersOf(lines));
        expect(printed).toBe([...visible(sourceText(list))].sort().join(''));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps the order of left-to-right text', () => {
    const plain = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-', '.'), minLength: 1, maxLength: 20 }), {
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(plain, style, (words, paragraph) => {
        const { lines } = setParagraph([squareRun(words.join(' '))], { ...paragraph, direction: 'ltr' }, context);
        const printed = lines.flatMap((line) => line.segments.flatMap((segment) => segment.words.map((word) => word.text))).join('');
        expect(visible(printed)).toBe(words.join(''));
      }),
      { numRuns: 200 },
    );
  });

  it('stays within the measure, or says by how much it does not', () => {
    fc.assert(
      fc.property(runs, style, (list, paragraph) => {
        for (const [index, line] of setParagraph(list, paragraph, context).lines.entries()) {
          const left = Math.min(...line.segments.map((segment) => segment.x), Number.POSITIVE_INFINITY);
          const available = paragraph.measure - (index === 0 ? paragraph.indent : 0);
          const width = line.segments.length === 0 ? 0 : rightEdge(line) - Math.min(left, rightEdge(line));
          expect(width).toBeLessThanOrEqual(available + line.overflow + 0.02);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('ends justified lines at the measure, whether an anchor stands there or not', () => {
    const runsWithAnchor = [anchor, squareRun('(\u05d3)beautiful a beautiful')];
    const paragraph = squareParagraph(64, { direction: 'rtl', align: 'justify', indent: -8, spacesLetters: true });
    const [first] = setParagraph(runsWithAnchor, paragraph, context).lines;
    expect(rightEdge(first!) - Math.min(...first!.segments.map((segment) => segment.x))).toBeCloseTo(72, 5);
  });

  it('shows every run on a line, in order', () => {
    fc.assert(
      fc.property(runs, style, (list, paragraph) => {
        const { lines } = setParagraph(list, paragraph, context);
        if (lines.length === 0) return;
        expect(lines[0]!.firstRun).toBe(0);
        expect(lines.at(-1)!.lastRun).toBe(list.length - 1);
        for (const { firstRun, lastRun } of lines) expect(lastRun).toBeGreaterThanOrEqual(firstRun);
        for (const [index, line] of lines.slice(1).entries()) {
          expect(line.firstRun).toBeGreaterThanOrEqual(lines[index]!.firstRun);
          expect(line.firstRun).toBeLessThanOrEqual(lines[index]!.lastRun + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('places segments side by side from left to right', () => {
    fc.assert(
      fc.property(runs, style, (list, paragraph) => {
        for (const line of setParagraph(list, paragraph, context).lines) {
          for (const [index, segment] of line.segments.slice(1).entries()) {
            const before = line.segments[index]!;
            expect(segment.x).toBeCloseTo(before.x + before.width, 6);
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is set the same way twice', () => {
    // Words are numbered as they are shaped, which each context does anew.
    const withoutNumbers = (set: unknown): unknown =>
      JSON.parse(JSON.stringify(set, (name, value: unknown) => (name === 'number' ? undefined : value)));
    fc.assert(
      fc.property(runs, style, (list, paragraph) => {
        const [one, other] = [context, squareContext(['beau-ti-ful', 'al-pha-bet'])].map((each) => setParagraph(list, paragraph, each));
        expect(withoutNumbers(one)).toEqual(withoutNumbers(other));
      }),
      { numRuns: 100 },
    );
  });

  it('fits in its greatest width on as many lines as it is forced to, and not beyond its least width', () => {
    fc.assert(
      fc.property(text, rules, (words, breakRules) => {
        const paragraph = squareParagraph(0);
        const only = [squareRun(words, { autospace: 'both', ...(breakRules && { breakRules }) })];
        const { min, max } = contentWidths(only, paragraph, context);
        expect(min).toBeLessThanOrEqual(max);
        expect(setParagraph(only, { ...paragraph, measure: max }, context).lines.length).toBeLessThanOrEqual(1);
        for (const line of setParagraph(only, { ...paragraph, measure: min }, context).lines) expect(line.overflow).toBe(0);
      }),
      { numRuns: 150 },
    );
  });

  it('may have 200,000 words, or one word of 100,000 letters', () => {
    const words = Array.from({ length: 200_000 }, (_, index) => 'abcdefghij'.slice(0, 2 + ((index * 7) % 9)));
    const { lines } = setParagraph([squareRun(words.join(' '))], squareParagraph(300, { align: 'justify', hyphenates: true }), context);
    expect(lines.length).toBeGreaterThan(20_000);
    const long = setParagraph([squareRun('a'.repeat(100_000))], squareParagraph(300), context);
    expect(long.lines.length).toBe(Math.ceil(100_000 / 60));
  });
});
