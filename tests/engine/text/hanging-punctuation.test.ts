/** Punctuation outside the measure. Characters are 5 pt wide; `[` and `]` in the pictures are the edges of the measure. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HangingPunctuation, ParagraphStyle, SetLine } from '../../../src/engine/text/paragraph.ts';
import { setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { anchor, printedText, rightEdge, squareContext, squareParagraph, squareRun } from '../../support/square-text.ts';

const context = squareContext(['hang-ing', 'punc-tu-a-tion']);
const all: HangingPunctuation = { first: true, end: 'force', last: true };
const none: HangingPunctuation = { first: false, end: 'none', last: false };

function setText(text: string, measure: number, hanging: HangingPunctuation | undefined, changes: Partial<ParagraphStyle> = {}) {
  const style = squareParagraph(measure, { align: 'justify', ...(hanging && { hanging }), ...changes });
  return setParagraph([squareRun(text)], style, context).lines;
}

/** Each line with the edges of its measure, for lines whose words stand on whole characters. */
function picture(lines: readonly SetLine[], measure: number): readonly string[] {
  return lines.map((line) => {
    const left = Math.min(...line.segments.map((segment) => segment.x));
    const before = Math.round(-left / 5);
    const text = printedText(line).trimEnd();
    const inside = Math.round(measure / 5);
    const whole = before > 0 ? text : ' '.repeat(-before) + text;
    const at = Math.max(0, before);
    return `${whole.slice(0, at)}[${whole.slice(at, at + inside).padEnd(inside)}]${whole.slice(at + inside)}`;
  });
}

describe('punctuation', () => {
  it('hangs behind every line when forced', () => {
    expect(picture(setText('one two, red cat. six ten', 35, { ...none, end: 'force' }), 35)).toEqual([
      '[one two],',
      '[red cat].',
      '[six ten]',
    ]);
    expect(picture(setText('one two” red cat- six ten', 35, { ...none, end: 'force' }), 35)).toEqual([
      '[one two]”',
      '[red cat]-',
      '[six ten]',
    ]);
  });

  it('hangs one mark at most, and only marks', () => {
    expect(picture(setText('one tw.” red cat six ten', 35, { ...none, end: 'force' }), 35)).toEqual([
      '[one tw.]”',
      '[red cat]',
      '[six ten]',
    ]);
    expect(picture(setText('one two! red', 40, { ...none, end: 'force' }), 40)).toEqual(['[one two!]', '[red     ]']);
  });

  it('hangs the hyphen of a divided word', () => {
    expect(picture(setText('the hanging cat', 40, { ...none, end: 'force' }, { hyphenates: true }), 40)).toEqual([
      '[the hang]-',
      '[ing cat ]',
    ]);
  });

  it('hangs only where there is no room when allowed', () => {
    expect(picture(setText('one two, red', 35, { ...none, end: 'allow' }), 35)).toEqual(['[one two],', '[red    ]']);
    expect(picture(setText('one two, red', 40, { ...none, end: 'allow' }), 40)).toEqual(['[one two,]', '[red     ]']);
    expect(rightEdge(setText('one two, red', 40, { ...none, end: 'allow' })[0]!)).toBe(40);
    expect(rightEdge(setText('one two, red', 40, { ...none, end: 'force' })[0]!)).toBe(45);
  });

  it('hangs an opening mark before the first line alone, and a closing one behind the last alone', () => {
    expect(picture(setText('“one two “red” six', 35, { ...none, first: true }), 35)).toEqual(['“[one two]', '[“red”  ]', '[six    ]']);
    expect(picture(setText('“one two” red two”', 35, { ...none, last: true }), 35)).toEqual(['[“one   ]', '[two”   ]', '[red two]”']);
    expect(picture(setText('“one two” red two”', 35, all), 35)).toEqual(['“[one two]”', '[red two]”']);
  });

  it('hangs at the left of lines that run to the left', () => {
    const [line] = setText('אחד שני, שלוש', 35, { ...none, end: 'force' }, { direction: 'rtl' });
    expect(Math.min(...line!.segments.map(({ x }) => x))).toBe(-5);
    expect(rightEdge(line!)).toBe(35);
    const [first] = setText('”אחד שני שלוש', 35, { ...none, first: true }, { direction: 'rtl' });
    expect(rightEdge(first!)).toBe(40);
  });

  it('does not hang in the middle of a line of two directions', () => {
    const [line] = setText('אחד two, שלוש ארבע', 35, { ...none, end: 'force' }, { direction: 'ltr' });
    expect(rightEdge(line!)).toBeLessThanOrEqual(40);
  });

  it('hangs beside anchors', () => {
    const runs = [squareRun('one two,'), anchor, squareRun(' red cat')];
    const { lines } = setParagraph(runs, squareParagraph(35, { align: 'justify', hanging: { ...none, end: 'force' } }), context);
    expect(picture(lines, 35)).toEqual(['[one two],', '[red cat]']);
  });
});

describe('every paragraph', () => {
  const word = fc.stringMatching(/^[“"]?[a-z]{1,7}[.,”"-]?$/);
  const hanging = fc.record<HangingPunctuation>({
    first: fc.boolean(),
    end: fc.constantFrom<HangingPunctuation['end']>('none', 'allow', 'force'),
    last: fc.boolean(),
  });

  it('says the same, and sticks out by one mark at most', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), hanging, fc.integer({ min: 60, max: 200 }), (words, how, measure) => {
        const lines = setText(words.join(' '), measure, how);
        expect(lines.map((line) => printedText(line).trimEnd()).join(' ')).toBe(words.join(' '));
        for (const [index, line] of lines.entries()) {
          const isLast = index === lines.length - 1;
          expect(line.overflow).toBe(0);
          expect(rightEdge(line)).toBeLessThanOrEqual(measure + (how.end !== 'none' || (isLast && how.last) ? 5.01 : 0.01));
          expect(Math.min(...line.segments.map(({ x }) => x))).toBeGreaterThanOrEqual(how.first && index === 0 ? -5 : 0);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('is set as before where nothing hangs', () => {
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 30 }), fc.integer({ min: 60, max: 200 }), (words, measure) => {
        expect(setText(words.join(' '), measure, none)).toEqual(setText(words.join(' '), measure, undefined));
      }),
      { numRuns: 100 },
    );
  });
});
