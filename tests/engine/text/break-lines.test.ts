/** Breaking into lines: published paragraphs, and items small enough to judge by eye. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { box, breakLines, forbidden, glue, type LineItems, penalty } from '../../../src/engine/text/break-lines.ts';
import type { LineSetting } from '../../../src/engine/text/line-costs.ts';

interface Item {
  readonly kind: number;
  readonly width: number;
  readonly stretch?: number;
  readonly shrink?: number;
  readonly penalty?: number;
  readonly flagged?: number;
}

const tabulate = (items: readonly Item[]): LineItems => ({
  length: items.length,
  kind: Uint8Array.from(items, (item) => item.kind),
  width: Float64Array.from(items, (item) => item.width),
  stretch: Float64Array.from(items, (item) => item.stretch ?? 0),
  shrink: Float64Array.from(items, (item) => item.shrink ?? 0),
  penalty: Int16Array.from(items, (item) => item.penalty ?? 0),
  flagged: Uint8Array.from(items, (item) => item.flagged ?? 0),
});

const end: Item = { kind: penalty, width: 0, penalty: -forbidden };
const setting = (width: number, changes: Partial<LineSetting> = {}): LineSetting => ({
  width,
  rag: 0,

  runtWidth: 0,
  ...changes,
});

/** Words of one unit a letter, with spaces of one unit that stretch and shrink by half. */
const words = (text: string): Item[] => [
  ...text
    .split(' ')
    .flatMap((word, index): Item[] => [
      ...(index === 0 ? [] : [{ kind: glue, width: 1, stretch: 0.5, shrink: 0.4 }]),
      ...word
        .split('-')
        .flatMap((part, piece): Item[] => [
          ...(piece === 0 ? [] : [{ kind: penalty, width: 1, penalty: 400, flagged: 1 }]),
          { kind: box, width: part.length },
        ]),
    ]),
  end,
];

/** Widths of Computer Modern Roman at ten points (D. E. Knuth, Computer Modern Typefaces, 1986), a to z. */
const romanWidths = [
  5, 5.556, 4.444, 5.556, 4.444, 3.056, 5, 5.556, 2.778, 3.056, 5.278, 2.778, 8.333, 5.556, 5, 5.556, 5.278, 3.917, 3.944, 3.889, 5.556,
  5.278, 7.222, 5.278, 5.278, 4.444,
];
const romanSigns: Readonly<Record<string, number>> = { I: 3.611, C: 7.222, ',': 2.778, '.': 2.778, ';': 2.778, "'": 2.778, '-': 3.333 };
const romanWidth = (text: string): number =>
  [...text].reduce((sum, sign) => sum + (romanSigns[sign] ?? romanWidths[sign.charCodeAt(0) - 97]!), 0);

/** The spaces of TeX's plain format: wider and stretchier after punctuation (The TeXbook, p. 76). */
function romanSpace(after: string): Item {
  const factor = { ',': 1.25, ';': 1.5, '.': 3 }[after.at(-1)!] ?? 1;
  return { kind: glue, width: factor === 3 ? 4.444 : 3.333, stretch: 1.667 * factor, shrink: 1.111 / factor };
}

const frogKing =
  'In olden times when wish=ing still helped one, there lived a king whose daugh=ters were all beau=ti=ful; and the youngest was so ' +
  "beau=ti=ful that the sun it=self, which has seen so much, was as=ton=ished when=ever it shone in her face. Close by the king's cas=tle lay a " +
  "great dark for=est, and un=der an old lime-tree in the for=est was a well, and when the day was very warm, the king's child went out into the " +
  'for=est and sat down by the side of the cool foun=tain; and when she was bored she took a golden ball, and threw it up on high and caught it; ' +
  'and this ball was her fa=vorite play=thing.';

describe('breakLines', () => {
  it('breaks the frog king as TeX does at 201 pt, after D. Verna, Similarity Problems in Paragraph Justification, DocEng 2024', () => {
    const texts: string[] = [];
    const items: Item[] = [];
    for (const [index, word] of frogKing.split(' ').entries()) {
      if (index > 0) {
        items.push(romanSpace(frogKing.split(' ')[index - 1]!));
        texts.push(' ');
      }
      for (const [piece, part] of word.split(/(?<=-)|=/).entries()) {
        if (piece > 0) {
          const isWritten = texts.at(-1)!.endsWith('-');
          items.push({ kind: penalty, width: isWritten ? 0 : 3.333, penalty: 50, flagged: 1 });
          texts.push('');
        }
        items.push({ kind: box, width: romanWidth(part) });
        texts.push(part);
      }
    }
    items.push(end);
    texts.push('');
    const breaks = breakLines(tabulate(items), setting(201));
    const lines = [...breaks].map((stop, index) => texts.slice(index === 0 ? 0 : breaks[index - 1]! + 1, stop).join(''));
    expect(lines).toEqual([
      'In olden times when wishing still helped one,',
      'there lived a king whose daughters were all',
      'beautiful; and the youngest was so beautiful',
      'that the sun itself, which has seen so much,',
      'was astonished whenever it shone in her face.',
      "Close by the king's castle lay a great dark for",
      'est, and under an old lime-tree in the forest',
      'was a well, and when the day was very warm,',
      "the king's child went out into the forest and",
      'sat down by the side of the cool fountain; and',
      'when she was bored she took a golden ball, and',
      'threw it up on high and caught it; and this ball',
      'was her favorite plaything.',
    ]);
  });

  it('looks ahead where a greedy breaker would leave a hole', () => {
    // Greedy: "aaa bb cc" leaves "ddddd" alone on its line of nine.
    const items = tabulate(words('aaa bb cc ddddd eeeeeee'));
    const breaks = breakLines(items, setting(9, { rag: 2 }));
    expect([...breaks]).toEqual([3, 7, 9]);
  });

  it('prefers a hyphen to a gaping line', () => {
    expect([...breakLines(tabulate(words('aaaa bbbbb-bbbbb')), setting(11))]).toEqual([3, 5]);
  });

  it('pays to keep a lone word off the last line', () => {
    const items = tabulate(words('aaaaa bbbbb ccccc ddddd eeeee f'));
    const relaxed = breakLines(items, setting(17.5, { rag: 3 }));
    expect(relaxed.at(-2)).toBeLessThan(9);
  });

  it('accepts what cannot fit instead of failing', () => {
    expect([...breakLines(tabulate(words('aa bbbbbbbbbbbbbbbbbbbb cc')), setting(5))]).toEqual([1, 3, 5]);
  });

  it('fills lines that have no space, as those of Thai and of long addresses', () => {
    const pieces = [4, 4, 2, 4, 4]
      .flatMap((width): Item[] => [
        { kind: penalty, width: 0 },
        { kind: box, width },
      ])
      .slice(1);
    expect([...breakLines(tabulate([...pieces, end]), setting(11, { loneStretch: 0.5 }))]).toEqual([5, 9]);
  });

  it('obeys forced breaks', () => {
    const items = tabulate([...words('aa bb'), ...words('cc')]);
    expect([...breakLines(items, setting(100))]).toEqual([3, 5]);
  });

  describe('with line numbers', () => {
    // Words of four letters with spaces of one: three fill a line of fourteen, two one of nine.
    const eight = tabulate(words('aaaa bbbb cccc dddd eeee ffff gggg hhhh'));
    const six = tabulate(words('aaaa bbbb cccc dddd eeee ffff'));

    it('gives first lines widths of their own', () => {
      expect([...breakLines(eight, setting(14, { rag: 2 }))]).toEqual([5, 11, 15]);
      expect([...breakLines(eight, setting(14, { rag: 2, firstWidths: [9] }))]).toEqual([3, 9, 15]);
      expect([...breakLines(eight, setting(14, { rag: 2, firstWidths: [4, 9] }))]).toEqual([1, 5, 11, 15]);
    });

    it('makes as many lines more or fewer as looseness asks for, if there is a way', () => {
      const relaxed = setting(19, { rag: 6 });
      const natural = breakLines(six, relaxed).length;
      expect(breakLines(six, { ...relaxed, looseness: 1 })).toHaveLength(natural + 1);
      expect(breakLines(six, { ...relaxed, looseness: -5 }).length).toBeLessThanOrEqual(natural);
      expect(breakLines(tabulate(words('aaaa')), { ...relaxed, looseness: 1 })).toHaveLength(1);
    });
  });

  it('limits hyphens in a row', () => {
    const items = tabulate(words('aaa aaa-aaa aaa-aaa aaa-aaa aaa-aaa'));
    const ladders = (mostHyphens: number): number => {
      const stops = [...breakLines(items, setting(8, { rag: 0.2, mostHyphens }))];
      const isHyphen = stops.map((stop) => items.flagged[stop] === 1);
      return isHyphen.filter((own, at) => own && isHyphen[at - 1]).length;
    };
    expect(ladders(255)).toBeGreaterThan(0);
    expect(ladders(1)).toBeLessThan(ladders(255));
  });

  it('keeps the last word whole when asked to', () => {
    const items = tabulate(words('aaa bbb cc-cc dd ee'));
    expect([...breakLines(items, setting(11, { rag: 0.5 }))]).toContain(5);
    expect([...breakLines(items, setting(11, { rag: 0.5, keepsLastWord: true }))]).not.toContain(5);
  });

  it('never makes a line too long when there is a way not to', () => {
    const text = fc.array(fc.string({ unit: fc.constantFrom('a', 'b'), minLength: 1, maxLength: 9 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 9, max: 40 }), fc.constantFrom(0, 3), (list, width, rag) => {
        const items = tabulate(words(list.join(' ')));
        let start = 0;
        for (const stop of breakLines(items, setting(width, { rag }))) {
          let natural = 0;
          let shrink = 0;
          for (let index = start; index < stop; index++) {
            natural += items.width[index]!;
            shrink += items.shrink[index]!;
          }
          expect(natural - shrink).toBeLessThanOrEqual(width + 0.01);
          start = stop + 1;
        }
      }),
      { numRuns: 200 },
    );
  });
});
