/** New page numbers in old flows. */
import { describe, expect, it } from 'vitest';
import { breakCosts } from '../../../src/engine/layout/break-rules.ts';
import { emptyFlow, type Flow, type LineContent, type LineStrip } from '../../../src/engine/layout/flow.ts';
import { createFlowBuilder } from '../../../src/engine/layout/flow-builder.ts';
import type { PageReferences } from '../../../src/engine/layout/page-references.ts';
import { plainTrace } from '../../../src/engine/layout/plain-trace.ts';
import { pourIntoNested, pourReferences } from '../../../src/engine/layout/pour-references.ts';
import { findReferences, noReferences } from '../../../src/engine/layout/references.ts';
import { plainStyle } from '../../support/test-style.ts';

const line = (x: number): LineContent => ({
  kind: 'line',
  line: { segments: [], ascent: 8, descent: 2, firstRun: 0, lastRun: -1, isHyphenated: false, ratio: 0, tracking: 0, overflow: 0 },
  traces: [],
  x,
  baseline: 8,
});

const strips = (count: number, x: number): LineStrip[] =>
  Array.from({ length: count }, (_, index) => ({ content: line(x), height: 10, notes: [], cost: index * 5 }));

/** A strip, a framed paragraph of two lines that prints page numbers, a framed strip. The paragraph is set again in `lines(references)` lines. */
function flowWith(lines: (references: PageReferences) => number): Flow {
  const builder = createFlowBuilder(500);
  const framed = { ...plainStyle, padding: { top: 3, right: 0, bottom: 4, left: 0 } };
  const box = { x: 0, width: 100 };
  const add = (strip: LineStrip) => builder.add({ ...strip, origin: undefined });
  add(strips(1, 0)[0]!);
  builder.open(framed, box, undefined);
  builder.mark({ anchors: ['here'] });
  for (const strip of strips(2, 1)) add(strip);
  builder.watch(2, (references) => strips(lines(references), 2));
  builder.close();
  builder.open(framed, box, undefined);
  add(strips(1, 3)[0]!);
  builder.close();
  return builder.finish();
}

const xs = (flow: Flow): number[] => flow.strips.map((strip) => (strip.content as LineContent).x);

describe('pourReferences', () => {
  it('exchanges the lines in place when their number stays', () => {
    const flow = flowWith(() => 2);
    expect(pourReferences(flow, noReferences)).toBe(flow);
    expect(xs(flow)).toEqual([0, 2, 2, 3]);
  });

  it('finds ids in the lines that they moved to, whether paragraphs kept their number of lines or not', () => {
    const traces = [{ ...plainTrace(plainStyle, 0, undefined), anchors: ['word'] }];
    const lines = (count: number, place: number): LineStrip[] =>
      strips(count, 0).map((strip, index) => {
        const { content } = strip;
        return { ...strip, content: { ...content, traces, line: { ...content.line, lastRun: index === place ? 0 : -1 } } };
      });
    const pageAfter = (poured: readonly LineStrip[]): number | undefined => {
      const builder = createFlowBuilder(500);
      for (const strip of [...strips(1, 0), ...lines(2, 0)]) builder.add({ ...strip, origin: undefined });
      builder.watch(2, () => poured);
      const flow = pourReferences(builder.finish(), noReferences);
      const pages = flow.strips.map((_, from) => ({ flow, from, to: from + 1, notes: [], floats: [] }));
      return findReferences(pages, { number: String, label: String }).pageOf.get('word');
    };
    expect(pageAfter(lines(2, 0))).toBe(1);
    expect(pageAfter(lines(2, 1))).toBe(2);
    expect(pageAfter(lines(3, 2))).toBe(3);
    expect(pageAfter(lines(1, 0))).toBe(1);
  });

  it('makes room for a line more, and moves the frames after it', () => {
    const poured = pourReferences(
      flowWith(() => 3),
      noReferences,
    );
    expect(xs(poured)).toEqual([0, 2, 2, 2, 3]);
    expect(poured.frames.map(({ first, last }) => [first, last])).toEqual([
      [1, 3],
      [4, 4],
    ]);
    expect(poured.strips.map(({ lead, trail }) => [lead, trail])).toEqual([
      [0, 0],
      [3, 0],
      [0, 0],
      [0, 4],
      [3, 4],
    ]);
    expect(poured.strips[1]!.anchors).toEqual(['here']);
    expect(poured.strips[2]!.anchors).toEqual([]);
    expect(poured.strips[2]!.frame).toBe(poured.frames[0]);
  });

  it('leaves sideways pages after the last line', () => {
    const builder = createFlowBuilder(500);
    for (const strip of strips(2, 0)) builder.add({ ...strip, origin: undefined });
    builder.watch(2, () => strips(3, 0));
    builder.addSideways(emptyFlow);
    builder.add({ ...strips(1, 0)[0]!, origin: undefined });
    expect(pourReferences(builder.finish(), noReferences).sideways).toEqual([{ after: 2, flow: emptyFlow }]);
  });

  it('closes up when a line falls away', () => {
    const poured = pourReferences(
      flowWith(() => 1),
      noReferences,
    );
    expect(xs(poured)).toEqual([0, 2, 3]);
    expect(poured.frames.map(({ first, last }) => [first, last])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    expect(poured.strips[1]).toMatchObject({ lead: 3, trail: 4 });
  });

  it('keeps a box whole that wants to be, whatever lines it has now', () => {
    const builder = createFlowBuilder(500);
    builder.open({ ...plainStyle, breakInside: 'avoid' }, { x: 0, width: 100 }, undefined);
    for (const strip of strips(2, 1)) builder.add({ ...strip, origin: undefined });
    builder.watch(2, () => strips(3, 2));
    builder.close();
    const poured = pourReferences(builder.finish(), noReferences);
    expect(poured.strips.map(({ breakCost }) => breakCost)).toEqual([0, 5 + breakCosts.avoidInside, 10 + breakCosts.avoidInside]);
  });

  it('can be poured into again', () => {
    const flow = flowWith(({ pageCount }) => pageCount);
    const grown = pourReferences(flow, { ...noReferences, pageCount: 5 });
    expect(grown.strips).toHaveLength(7);
    expect(pourReferences(grown, { ...noReferences, pageCount: 2 }).strips).toHaveLength(4);
  });
});

describe('pourIntoNested', () => {
  it('tells when a height has changed', () => {
    expect(pourIntoNested([flowWith(() => 2)], noReferences)).toBe(true);
    expect(pourIntoNested([flowWith(() => 2), flowWith(() => 3)], noReferences)).toBe(false);
  });
});
