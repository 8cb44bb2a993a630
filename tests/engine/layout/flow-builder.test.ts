/** Margins, frames and break costs, as CSS describes them. */
import { describe, expect, it } from 'vitest';
import { breakCosts } from '../../../src/engine/layout/break-rules.ts';
import type { Flow } from '../../../src/engine/layout/flow.ts';
import { createFlowBuilder, type FlowBuilder } from '../../../src/engine/layout/flow-builder.ts';
import type { Style } from '../../../src/engine/style/style.ts';
import { black, noSpace, plainStyle } from '../../support/test-style.ts';

const box = { x: 0, width: 100 };
const margins = (top: number, bottom: number): Partial<Style> => ({ margin: { ...noSpace, top, bottom } });
const padded: Partial<Style> = { padding: { top: 5, right: 5, bottom: 5, left: 5 }, backgroundColor: black };

/** Builds a flow on pages 100 pt high. */
function build(fill: (builder: FlowBuilder) => void): Flow {
  const builder = createFlowBuilder(100);
  fill(builder);
  return builder.finish();
}

function block(builder: FlowBuilder, style: Partial<Style>, inside?: () => void): void {
  builder.open({ ...plainStyle, ...style }, box, undefined);
  if (inside) inside();
  else builder.add({ content: { kind: 'empty' }, height: 10, origin: undefined });
  builder.close();
}

function addStrips(builder: FlowBuilder, count: number, height: number): void {
  for (let index = 0; index < count; index += 1) builder.add({ content: { kind: 'empty' }, height, origin: undefined });
}

describe('createFlowBuilder', () => {
  it('collapses the margins of neighbours to the larger one', () => {
    const { strips } = build((builder) => {
      block(builder, margins(0, 8));
      block(builder, margins(12, 0));
    });
    expect(strips.map((strip) => strip.spaceBefore)).toEqual([0, 12]);
  });

  it('collapses a margin with the margin of the first child when nothing lies between', () => {
    const { strips } = build((builder) => {
      block(builder, {});
      block(builder, margins(6, 0), () => block(builder, margins(9, 0)));
    });
    expect(strips[1]!.spaceBefore).toBe(9);
  });

  it('adds a negative margin to a positive one', () => {
    const { strips } = build((builder) => {
      block(builder, margins(0, 10));
      block(builder, margins(-4, 0));
    });
    expect(strips[1]!.spaceBefore).toBe(6);
  });

  it('keeps margins inside a padded box inside, as lead and trail', () => {
    const { strips, frames } = build((builder) => {
      block(builder, {});
      block(builder, { ...padded, ...margins(7, 0) }, () => block(builder, margins(3, 4)));
    });
    expect(strips[1]).toMatchObject({ spaceBefore: 7, lead: 8, trail: 9 });
    expect(frames[0]).toMatchObject({ first: 1, last: 1, openAt: 0, closeAt: 9 });
  });

  it('opens nested frames at their own depth', () => {
    const { strips, frames } = build((builder) => block(builder, padded, () => block(builder, { ...padded, ...margins(2, 2) })));
    expect(strips[0]).toMatchObject({ lead: 12, trail: 12 });
    expect(frames.map((frame) => frame.openAt)).toEqual([0, 7]);
    expect(frames.map((frame) => frame.closeAt)).toEqual([12, 5]);
  });

  it('gives an empty box with padding a strip of its own', () => {
    const { strips } = build((builder) => block(builder, padded, () => undefined));
    expect(strips).toHaveLength(1);
    expect(strips[0]).toMatchObject({ height: 0, lead: 5, trail: 5 });
    expect(strips[0]!.frame).toMatchObject({ first: 0, last: 0 });
  });

  it('prices breaks inside a block that avoids them, unless it is higher than a page', () => {
    const low = build((builder) => block(builder, { breakInside: 'avoid' }, () => addStrips(builder, 3, 20)));
    expect(low.strips.map((strip) => strip.breakCost)).toEqual([0, breakCosts.avoidInside, breakCosts.avoidInside]);
    const high = build((builder) => block(builder, { breakInside: 'avoid' }, () => addStrips(builder, 3, 60)));
    expect(high.strips.map((strip) => strip.breakCost)).toEqual([0, 0, 0]);
  });

  it('keeps a heading with what follows, through boxes that open between', () => {
    const { strips } = build((builder) => {
      block(builder, { breakAfter: 'avoid' });
      block(builder, padded);
    });
    expect(strips[1]!.breakCost).toBe(breakCosts.headingAlone);
  });

  it('lets a side win over a plain forced break, and knows recto in both directions', () => {
    const left = build((builder) => {
      block(builder, { breakAfter: 'page' });
      block(builder, { breakBefore: 'recto' });
      block(builder, { breakBefore: 'recto', direction: 'rtl' });
    });
    expect(left.strips.map((strip) => strip.forcedBreak)).toEqual([undefined, 'right', 'left']);
  });

  it('hands ids on to the next strip, or to an empty one at the end', () => {
    const { strips } = build((builder) => {
      builder.mark({ anchors: ['a'] });
      block(builder, {});
      builder.mark({ anchors: ['end'] });
    });
    expect(strips.map((strip) => strip.anchors)).toEqual([['a'], ['end']]);
  });
});
