/** Justified Chinese and Japanese: full lines, by gaps between characters and blank halves of punctuation. Characters are 10 pt wide. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { characterGaps } from '../../../src/engine/text/character-gaps.ts';
import type { ParagraphStyle, SetLine } from '../../../src/engine/text/paragraph.ts';
import { setParagraph } from '../../../src/engine/text/set-paragraph.ts';
import { printedText, rightEdge, squareContext, squareParagraph, squareRun, squareStyle } from '../../support/square-text.ts';

const context = squareContext();
const justified = { align: 'justify', spacesLetters: true } as const;

function setText(text: string, measure: number, language = 'ja', changes: Partial<ParagraphStyle> = justified): readonly SetLine[] {
  const run = squareRun(text, { style: { ...squareStyle, language } });
  return setParagraph([run], squareParagraph(measure, changes), context).lines;
}
const printed = (lines: readonly SetLine[]): readonly string[] => lines.map(printedText);
const places = (line: SetLine): readonly number[] =>
  line.segments.flatMap(({ x, offsets }) => offsets.map((offset) => Math.round(100 * (x + offset)) / 100));

/** `'` for a gap that widens, `<` for a blank half that closes before it, `>` after it. */
const show = (text: string, language = 'ja'): string => {
  const gaps = characterGaps(text, language);
  const signs = ['', "'", '<', "<'", '>', "'>", '<>', "<'>"];
  return gaps ? [...gaps].map((gap, at) => signs[gap]! + (text[at] ?? '')).join('') : text;
};

const declaration =
  'すべての人間は、生まれながらにして自由であり、かつ、尊厳と権利とについて平等である。人間は、理性と良心とを授けられており、互いに同胞の精神をもって行動しなければならない。';

describe('gaps', () => {
  it('stand between characters, not after opening or before closing punctuation', () => {
    expect(show('人は、「生」だ。')).toBe("人'は、<'>「生」<'だ。<");
    expect(show('なに？また（日）々ー')).toBe("な'に？'ま'た'>（日）<'々'ー");
  });

  it('stand beside Latin words, and leave them whole', () => {
    expect(show('年2026日本PDF書')).toBe("年'2026'日'本'PDF'書");
  });

  it('leave marks with their letters and characters beyond U+FFFF whole', () => {
    expect(show('か\u309aき葛\udb40\udd00城')).toBe("か\u309a'き'葛\udb40\udd00'城");
    expect(characterGaps('𠮷野家', 'ja')).toEqual(Uint8Array.of(0, 0, 1, 1, 0));
  });

  it('close no points where they stand in the middle of their square', () => {
    expect(show('人，「生」也。', 'zh-Hant')).toBe("人，'>「生」<'也。");
    expect(show('人，也。', 'zh-Hans')).toBe("人，<'也。<");
  });

  it('are none in Korean, in Latin, and around a name in a Latin text', () => {
    for (const text of ['모든 인간은 태어날 때부터', 'plain words', 'The city of 北京 is old and large']) {
      expect(characterGaps(text, 'ko')).toBeUndefined();
    }
  });
});

describe('justified lines', () => {
  it('are all full, apart from the last', () => {
    for (const measure of [95, 124, 133, 150, 207]) {
      const lines = setText(declaration, measure);
      for (const line of lines.slice(0, -1)) {
        expect(rightEdge(line)).toBeCloseTo(measure, 6);
        expect(Math.abs(line.ratio)).toBeLessThanOrEqual(1);
        expect(line.overflow).toBe(0);
      }
      expect(printed(lines).join('')).toBe(declaration);
    }
  });

  it('share what is left evenly', () => {
    const [line] = setText('一二三四五六七八九十', 54);
    expect(printed([line!])).toEqual(['一二三四五']);
    expect(places(line!)).toEqual([0, 11, 22, 33, 44]);
  });

  it('widen gaps at which no line may break', () => {
    const [line] = setText('アパートアパートアパートアパート', 76);
    expect(printed([line!])).toEqual(['アパートアパー']);
    expect(places(line!)).toEqual([0, 11, 22, 33, 44, 55, 66]);
  });

  // A word of characters that no gap divides, such as `二、`, has one place.
  it('close the blank halves of punctuation, also at the end of the line', () => {
    const [inside, ...none] = setText('一二、三四五', 55);
    expect(none).toEqual([]);
    expect(places(inside!)).toEqual([0, 10, 25, 35, 45]);
    const [last] = setText('一二三四。', 45);
    expect(printed([last!])).toEqual(['一二三四。']);
    expect(rightEdge(last!)).toBe(45);
  });

  it('close the blank half before a bracket, but not at the start of a line', () => {
    const [inside, ...none] = setText('一二「三四五', 55);
    expect(none).toEqual([]);
    expect(places(inside!)).toEqual([0, 10, 15, 35, 45]);
    const atStart = setText('「一二三四五', 55);
    expect(atStart).toHaveLength(2);
    expect(places(atStart[0]!)[0]).toBe(0);
  });

  it('are left as they are where spaces alone may stretch, and where lines are ragged', () => {
    const alone = setText('一二三四五六七八九十', 54, 'ja', { align: 'justify', spacesLetters: false });
    expect(places(alone[0]!)).toEqual([0, 10, 20, 30, 40]);
    const ragged = setText(declaration, 124, 'ja', { align: 'start' });
    for (const line of ragged.slice(0, -1)) expect(rightEdge(line)).toBeGreaterThan(124 - 25);
  });

  it('share stretch with spaces between words', () => {
    const [line] = setText('漢字 字字字字字字字字', 59);
    expect(printed([line!])).toEqual(['漢字 字字字']);
    expect(rightEdge(line!)).toBeCloseTo(59, 6);
  });
});

describe('every line of Chinese and Japanese', () => {
  const closing = '、。，．」』）】！？：；ぁぃっゃゅょァッャーゝ々';
  const opening = '「『（【';
  const unit = fc.constantFrom(...'一二三人間日本語あいうアイウ', ...closing, ...opening, 'PDF', '12', ' ');
  const text = fc.array(unit, { minLength: 1, maxLength: 80 }).map((units) => units.join('').trim());
  const align = fc.constantFrom<ParagraphStyle['align']>('start', 'end', 'center', 'justify');

  it('keeps all characters in order, within the measure', () => {
    fc.assert(
      fc.property(text, align, fc.integer({ min: 30, max: 300 }), (source, alignment, measure) => {
        const lines = setText(source, measure, 'ja', { align: alignment, spacesLetters: true });
        expect(printed(lines).join('').replaceAll(' ', '')).toBe(source.replaceAll(' ', ''));
        for (const line of lines) expect(rightEdge(line)).toBeLessThanOrEqual(measure + line.overflow + 0.01);
      }),
      { numRuns: 400 },
    );
  });

  it('begins with no closing mark and ends with no opening one, unless what must stay together is wider', () => {
    fc.assert(
      fc.property(text, align, fc.integer({ min: 100, max: 300 }), (source, alignment, measure) => {
        // Whatever no break may divide is narrower than the measure.
        const pieces = source.match(/[「『（【 ]*(?:PDF|12|[^「『（【])?[、。，．」』）】！？：；ぁぃっゃゅょァッャーゝ々 PDF12]*/g) ?? [];
        fc.pre(pieces.every((piece) => piece.length <= 8));
        const lines = printed(setText(source, measure, 'ja', { align: alignment, spacesLetters: true }));
        for (const [at, line] of lines.slice(1).entries()) {
          // A space that the author wrote is a break before small kana and marks of repetition (class NS, LB18), before closing marks it is none (LB13).
          const afterSpace = /\s$/.test(lines[at]!);
          expect(afterSpace ? closing.slice(0, closing.indexOf('：')) : closing).not.toContain(line[0]);
        }
        for (const line of lines.slice(0, -1)) expect(opening).not.toContain(line.trimEnd().at(-1));
      }),
      { numRuns: 400 },
    );
  });
});
