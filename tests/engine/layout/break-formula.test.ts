/** Where a displayed formula is broken, by the widths of its pieces in ems. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Formula, FormulaPiece, TextPart } from '../../../src/engine/drawing/formula.ts';
import { type BrokenFormula, fitFormula } from '../../../src/engine/layout/break-formula.ts';
import { widthOf } from '../../../src/engine/layout/formula-box.ts';

const signs: Readonly<Record<string, FormulaPiece['begins']>> = {
  ';': 'statement',
  '=': 'relation',
  '+': 'sum',
  '·': 'product',
};

/** Pieces that are so many ems wide as their text has letters, without spaces: `x =bb +c`. A sign is one em wide. */
function formulaOf(text: string): Formula {
  const pieces = text.split(' ').map((piece): FormulaPiece => {
    const begins = signs[piece[0]!] ?? 'formula';
    return { ...partOf(piece), begins, sign: begins === 'formula' ? 0 : 1 };
  });
  const whole: TextPart = { ...partOf(text.replaceAll(' ', '')), breakPenalty: 0 };
  return { parts: [whole], pieces, mathml: '' };
}

const partOf = (text: string) => ({
  drawing: { width: 0, height: 0, items: [{ kind: 'text', text } as never] },
  width: text.length,
  ascent: 1,
  descent: 0,
  spaceBefore: 0,
});

/** The lines of a formula, each behind as many dots as its indent has ems. */
const linesOf = ({ lines }: BrokenFormula): readonly string[] =>
  lines.map(({ parts, indent }) => '.'.repeat(indent) + parts.map(({ drawing }) => (drawing.items[0] as { text?: string }).text).join(''));

const broken = (text: string, room: number): readonly string[] => linesOf(fitFormula(formulaOf(text), room));

describe('a displayed formula', () => {
  it('stays whole where it has room', () => {
    expect(fitFormula(formulaOf('y =aaa +bbb'), 9)).toMatchObject({ lines: [{ indent: 0 }], scale: 1 });
    expect(broken('y =aaa +bbb', 9)).toEqual(['y=aaa+bbb']);
    expect(broken('y =aaa +bbb', 8)).toEqual(['y=aaa', '..+bbb']);
  });

  it('is broken before relations first, below the first of them', () => {
    expect(broken('yy =aaa +bbb =ccc +ddd', 12)).toEqual(['yy=aaa+bbb', '..=ccc+ddd']);
    expect(broken('yy =aaa =bbb =ccc =ddd', 12)).toEqual(['yy=aaa=bbb', '..=ccc=ddd']);
  });

  it('is broken before operators where a side is wider than the line, to the right of the relation', () => {
    expect(broken('y =aaa +bbb +ccc +ddd', 12)).toEqual(['y=aaa+bbb', '..+ccc+ddd']);
  });

  it('is broken before factors only where breaks before terms are not enough', () => {
    expect(broken('y =aaa ·bbb ·bb +ccc ·ddd', 14)).toEqual(['y=aaa·bbb·bb', '..+ccc·ddd']);
    expect(broken('y =aaa ·bbb ·ccc ·ddd', 12)).toEqual(['y=aaa·bbb', '..·ccc·ddd']);
  });

  it('has lines of about the same length', () => {
    expect(broken('y =aa +bb +cc +dd +ee +ff', 18)).toEqual(['y=aa+bb+cc', '..+dd+ee+ff']);
  });

  it('has nothing of another side in a line that begins or ends within one', () => {
    expect(broken('y =aaaa +bbbb +cccc =d', 14)).toEqual(['y=aaaa+bbbb', '..+cccc', '.=d']);
    expect(broken('y =aa =bbbb +cccc +dddd', 14)).toEqual(['y=aa', '.=bbbb+cccc', '..+dddd']);
  });

  it('is set in by two ems where the left side is long', () => {
    expect(broken('yyyyyyyy =aaaaaa +bbbbbb', 18)).toEqual(['yyyyyyyy', '..=aaaaaa+bbbbbb']);
    expect(broken('yyyyyyyy =aaaaaa +bbbbbb +cccc', 18)).toEqual(['yyyyyyyy', '..=aaaaaa', '...+bbbbbb+cccc']);
    // Aligned all the same where that takes no more.
    expect(broken('yyyyyyyy =aaaaaa =bbbbbb', 18)).toEqual(['yyyyyyyy=aaaaaa', '........=bbbbbb']);
  });

  it('is set in by two ems where it has no relation, or none before the break', () => {
    expect(broken('aaaa +bbbb +cccc +dddd', 14)).toEqual(['aaaa+bbbb', '..+cccc+dddd']);
    expect(broken('aaaa +bbbb +cccc +dd =0', 14)).toEqual(['aaaa+bbbb', '..+cccc+dd=0']);
  });

  it('begins with a relation, and others stand below it', () => {
    expect(broken('=aaaa +bbbb =cccc', 12)).toEqual(['=aaaa+bbbb', '=cccc']);
  });

  it('is broken between statements first, and sets those that follow in', () => {
    expect(broken('y =aaa ;z =bbb ;x =ccc', 14)).toEqual(['y=aaa;z=bbb', '..;x=ccc']);
    expect(broken('y =aaaa +bbbb +cccc ;z =b', 14)).toEqual(['y=aaaa+bbbb', '..+cccc;z=b']);
    expect(broken('z =b ;y =aaaa +bbbb +cccc', 14)).toEqual(['z=b', '..;y=aaaa+bbbb', '.....+cccc']);
  });

  it('is made smaller only as far as no break can help', () => {
    expect(fitFormula({ ...formulaOf('aaaaaaaaaa'), pieces: undefined! }, 8)).toMatchObject({ lines: [{ indent: 0 }], scale: 0.8 });
    const { lines, scale } = fitFormula(formulaOf('y =aaaaaaaa +bbbbbbbb =c'), 9);
    expect(linesOf({ lines, scale })).toEqual(['y=aaaaaaaa', '..+bbbbbbbb', '.=c']);
    expect(scale).toBeCloseTo(9 / 11, 6);
    expect(fitFormula(formulaOf('y =aaaaaaaaaaaaaaa'), 8)).toMatchObject({ lines: [{ indent: 0 }], scale: 0.5 - 0.5 / 17 });
  });

  it('keeps all its pieces in their order, and every line in its room', () => {
    const piece = fc.tuple(fc.constantFrom(...Object.keys(signs)), fc.integer({ min: 1, max: 12 }));
    const pieces = fc.array(piece, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(pieces, fc.integer({ min: 3, max: 40 }), (described, room) => {
        const formula = formulaOf(described.map(([sign, width]) => sign + 'x'.repeat(width)).join(' '));
        const { lines, scale } = fitFormula(formula, room);
        const shown = lines.length > 1 ? lines.flatMap(({ parts }) => parts) : formula.pieces;
        expect(shown).toEqual(formula.pieces);
        for (const { parts, indent } of lines) expect((indent + widthOf(parts)) * scale).toBeLessThan(room + 1e-4);
        const widest = Math.max(...formula.pieces!.map(({ width }) => width));
        // A piece has an indent of two ems, a statement two besides, and a relation an em of its own.
        expect(scale).toBeGreaterThanOrEqual(Math.min(1, room / (widest + 5)) - 1e-9);
      }),
    );
  });

  it('is broken in a moment, however long', () => {
    const { lines, scale } = fitFormula(formulaOf(`y${' =a +b ·c'.repeat(700)}`), 40);
    expect(scale).toBe(1);
    expect(lines.length).toBeGreaterThan(100);
  });
});
