/** The baseline grid: lines of text begin at whole steps, whatever stands between them and wherever a page begins. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyFlow, type Flow, type Frame, type Strip, type StripContent, stripHeight } from '../../../src/engine/layout/flow.ts';
import { snapFlow } from '../../../src/engine/layout/line-grid.ts';
import { plainStrip } from '../../support/plain-strip.ts';
import { plainStyle } from '../../support/test-style.ts';

const step = 12;
const line = { kind: 'line' } as unknown as StripContent;
const text = (changes: Partial<Strip> = {}): Strip => ({ ...plainStrip, content: line, height: step, ...changes });
const picture = (height: number, changes: Partial<Strip> = {}): Strip => ({
  ...plainStrip,
  height,
  content: { kind: 'picture' } as never,
  ...changes,
});
const snap = (strips: readonly Strip[], frames: readonly Frame[] = []): Flow => snapFlow({ ...emptyFlow, strips, frames }, step);

/** Tops of the content of strips on a page that begins with strip `from`. */
function tops({ strips }: Flow, from = 0): readonly number[] {
  let y = 0;
  return strips.slice(from).map((strip, index) => {
    y += index === 0 ? 0 : strip.spaceBefore;
    const top = y + strip.lead;
    y += stripHeight(strip);
    return top;
  });
}

describe('a flow on the grid', () => {
  it('gives a heading whole lines, with what is over above it', () => {
    const flow = snap([text(), picture(20, { spaceBefore: 10 }), text({ spaceBefore: 3 })]);
    // 12 above the heading, then 20 and 3 in 24, 1 of which is over.
    expect(tops(flow)).toEqual([0, 25, 48]);
    expect(tops(flow, 1)).toEqual([1, 24]);
  });

  it('makes a line of a little space between paragraphs, and nothing of none', () => {
    expect(tops(snap([text(), text({ spaceBefore: 3 }), text()]))).toEqual([0, 24, 36]);
  });

  it('sets the text of a box on the grid, and keeps its padding', () => {
    const frame: Frame = {
      parent: undefined,
      style: plainStyle,
      x: 0,
      width: 9,
      origin: undefined,
      first: 1,
      last: 2,
      openAt: 0,
      closeAt: 5,
      repeated: [],
    };
    const flow = snap([text(), text({ lead: 5, frame, spaceBefore: 12 }), text({ trail: 5, frame }), text()], [frame]);
    expect(tops(flow)).toEqual([0, 36, 48, 72]);
    expect(flow.frames[0]).toMatchObject({ openAt: 7, closeAt: 5 });
    expect(flow.strips[1]!.frame).toBe(flow.frames[0]);
    expect(frame.openAt).toBe(0);
  });

  it('sets every line at whole steps, on pages that begin with a line or with what follows one', () => {
    const strip = fc.oneof(
      fc
        .record({
          spaceBefore: fc.integer({ min: 0, max: 40 }),
          trail: fc.integer({ min: 0, max: 9 }),
          lead: fc.integer({ min: 0, max: 9 }),
        })
        .map(text),
      fc
        .tuple(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 0, max: 30 }))
        .map(([height, spaceBefore]) => picture(height, { spaceBefore })),
    );
    fc.assert(
      fc.property(fc.array(strip, { minLength: 1, maxLength: 40 }), (strips) => {
        const flow = snap(strips);
        expect(flow.strips.map(({ height }) => height)).toEqual(strips.map(({ height }) => height));
        for (let from = 0; from < strips.length; from += 1) {
          const isInRun = from > 0 && strips[from]!.content !== line && strips[from - 1]!.content !== line;
          if (isInRun) continue;
          for (const [index, top] of tops(flow, from).entries()) {
            if (strips[from + index]!.content === line) expect(Math.abs(top / step - Math.round(top / step))).toBeLessThan(1e-6);
          }
        }
      }),
    );
  });
});
