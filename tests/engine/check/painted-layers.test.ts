/** Which color is seen at a point, and how far two colors are apart. */
import { describe, expect, it } from 'vitest';
import { contrastOf, paperWhite, readableColor } from '../../../src/engine/check/contrast.ts';
import { createLayers } from '../../../src/engine/check/painted-layers.ts';
import { formatColor, parseColor } from '../../../src/engine/drawing/color.ts';
import type { Color, Path, Stroke } from '../../../src/engine/drawing/drawing.ts';

const color = (text: string): Color => parseColor(text)!;
const square = (x: number, y: number, side: number): Path => ({
  steps: 'MLLLZ',
  coordinates: [x, y, x + side, y, x + side, y + side, x, y + side],
});
const seen = (layers: ReturnType<typeof createLayers>, x: number, y: number): string | undefined => {
  const found = layers.colorAt(x, y, paperWhite);
  return found && formatColor(found);
};
const strokeOf = (width: number): Stroke => ({
  color: color('red'),
  width,
  cap: 'butt',
  join: 'miter',
  miterLimit: 10,
  dash: [],
  dashOffset: 0,
});

describe('contrast', () => {
  it('is what WCAG says it is', () => {
    expect(contrastOf(color('black'), color('white'))).toBe(21);
    expect(contrastOf(color('#777'), color('white'))).toBeCloseTo(4.48, 2);
    expect(contrastOf(color('white'), color('#767676'))).toBeCloseTo(4.54, 2);
    expect(contrastOf(color('red'), color('red'))).toBe(1);
  });

  it('is reached by a color that is not further away than it must be', () => {
    for (const [text, ground] of [
      ['#999', '#fff'],
      ['#e8a33d', '#fff'],
      ['#777', '#888'],
      ['#0b4a57', '#333'],
    ] as const) {
      const better = readableColor(color(text), color(ground), 4.5);
      const ratio = contrastOf(better, color(ground));
      expect(ratio).toBeGreaterThanOrEqual(4.5);
      expect(ratio).toBeLessThan(5.1);
    }
  });
});

describe('the color at a point', () => {
  it('is that of the last area over it, or of the paper', () => {
    const layers = createLayers();
    layers.addFill(square(0, 0, 10), color('red'));
    layers.addFill(square(5, 5, 10), color('blue'));
    expect([seen(layers, 2, 2), seen(layers, 7, 7), seen(layers, 20, 20)]).toEqual(['#ff0000', '#0000ff', '#ffffff']);
    expect(layers.isBare({ left: 16, top: 0, right: 30, bottom: 4 })).toBe(true);
    expect(layers.isBare({ left: 4, top: 0, right: 30, bottom: 4 })).toBe(false);
  });

  it('is mixed where an area lets light through', () => {
    const layers = createLayers();
    layers.addFill(square(0, 0, 10), color('black'));
    layers.addFill(square(0, 0, 10), color('rgba(255, 255, 255, 0.5)'));
    layers.addFill(square(0, 0, 10), color('transparent'));
    expect(seen(layers, 5, 5)).toBe('#808080');
  });

  it('follows the outline: round corners, holes and slanted sides', () => {
    const k = 5.5228;
    const disc: Path = {
      steps: 'MCCCCZ',
      coordinates: [
        20,
        10,
        20,
        10 + k,
        10 + k,
        20,
        10,
        20,
        10 - k,
        20,
        0,
        10 + k,
        0,
        10,
        0,
        10 - k,
        10 - k,
        0,
        10,
        0,
        10 + k,
        0,
        20,
        10 - k,
        20,
        10,
      ],
    };
    const layers = createLayers();
    layers.addFill(disc, color('red'));
    expect([seen(layers, 10, 10), seen(layers, 4, 4), seen(layers, 2, 2)]).toEqual(['#ff0000', '#ff0000', '#ffffff']);
    const frame: Path = { steps: 'MLLLZMLLLZ', coordinates: [...square(0, 0, 30).coordinates, ...square(10, 10, 10).coordinates] };
    const framed = createLayers();
    framed.addFill(frame, color('blue'), 'evenodd');
    expect([seen(framed, 5, 5), seen(framed, 15, 15)]).toEqual(['#0000ff', '#ffffff']);
    const filled = createLayers();
    filled.addFill(frame, color('blue'));
    expect(seen(filled, 15, 15)).toBe('#0000ff');
  });

  it('is that of a thick stroke, while hairlines do not count', () => {
    const line: Path = { steps: 'ML', coordinates: [0, 0, 100, 0] };
    const thick = createLayers();
    thick.addStroke(line, strokeOf(12));
    expect([seen(thick, 50, 5), seen(thick, 50, 7)]).toEqual(['#ff0000', '#ffffff']);
    const thin = createLayers();
    thin.addStroke(line, strokeOf(0.5));
    expect(seen(thin, 50, 0)).toBe('#ffffff');
  });

  it('runs along a gradient', () => {
    const stops = [
      { offset: 0, color: color('black') },
      { offset: 1, color: color('white') },
    ];
    const layers = createLayers();
    layers.addFill(square(0, 0, 100), { kind: 'linear-gradient', from: [20, 0], to: [80, 0], stops });
    expect([seen(layers, 5, 5), seen(layers, 50, 5), seen(layers, 95, 5)]).toEqual(['#000000', '#808080', '#ffffff']);
  });

  it('is cut off by a clip, and unknown on a picture', () => {
    const inner = createLayers();
    inner.addFill(square(0, 0, 100), color('red'));
    const layers = createLayers();
    layers.addClipped(square(0, 0, 10), inner);
    layers.addPicture({ x: 50, y: 50, width: 10, height: 10 });
    expect([seen(layers, 5, 5), seen(layers, 15, 5), seen(layers, 55, 55)]).toEqual(['#ff0000', '#ffffff', undefined]);
  });
});
