/** Outlines read from fonts reach to the bounding boxes that the fonts state. */
import { describe, expect, it } from 'vitest';
import { createFontLibrary } from '../../../src/engine/text/font-library.ts';
import { drawGlyph } from '../../../src/engine/text/glyph-outline.ts';
import type { Sfnt } from '../../../src/engine/text/sfnt.ts';
import { testResources } from '../../support/test-resources.ts';

const library = createFontLibrary(testResources(), () => {});

function record(sfnt: Sfnt, glyph: number, at = { x: 0, y: 0 }) {
  const points: number[][] = [];
  let steps = '';
  const add = (step: string, ...curve: readonly number[]): void => {
    steps += step;
    const [x, y] = points.at(-1) ?? [0, 0];
    const [x1, y1, x2, y2, x3, y3] = [...[x!, y!, x!, y!].slice(0, 6 - curve.length), ...curve] as [
      number,
      number,
      number,
      number,
      number,
      number,
    ];
    for (let part = step === 'C' ? 1 : 32; part <= 32; part++) {
      const t = part / 32;
      const at = (p: number, p1: number, p2: number, p3: number) =>
        (1 - t) ** 3 * p + 3 * t * (1 - t) ** 2 * p1 + 3 * t * t * (1 - t) * p2 + t ** 3 * p3;
      points.push([at(x!, x1, x2, x3), at(y!, y1, y2, y3)]);
    }
  };
  const pen = {
    moveTo: (x: number, y: number) => add('M', x, y),
    lineTo: (x: number, y: number) => add('L', x, y),
    curveTo: (...numbers: readonly number[]) => add('C', ...numbers),
    close: () => void (steps += 'Z'),
  };
  drawGlyph(sfnt, glyph, at, pen);
  return { points, steps };
}

describe.each(['Source Serif 4', 'Source Sans 3', 'Noto Sans Hebrew'])('the outlines of %s', (family) => {
  const { sfnt } = library.firstFont({ families: [family], weight: 400, style: 'normal' });

  it('reach to their boxes', () => {
    let drawn = 0;
    for (const code of [...Array(0x17f).keys(), ...Array.from({ length: 27 }, (_, index) => 0x5d0 + index)]) {
      const glyph = sfnt.glyphOf(code);
      const bytes = sfnt.glyphBytes(glyph);
      if (glyph === 0 || bytes.length < 10) continue;
      const box = new DataView(bytes.buffer, bytes.byteOffset);
      const { points, steps } = record(sfnt, glyph);
      const xs = points.map(([x]) => x!);
      const ys = points.map(([, y]) => y!);
      const side = sfnt.leftSideBearing(glyph);
      const width = box.getInt16(6) - box.getInt16(2);
      expect(Math.abs(Math.min(...xs) - side), String.fromCodePoint(code)).toBeLessThanOrEqual(6);
      expect(Math.abs(Math.max(...xs) - side - width)).toBeLessThanOrEqual(6);
      expect(Math.abs(Math.min(...ys) - box.getInt16(4))).toBeLessThanOrEqual(6);
      expect(Math.abs(Math.max(...ys) - box.getInt16(8))).toBeLessThanOrEqual(6);
      expect(steps).toMatch(/^(?:M[LC]+Z)+$/);
      drawn++;
    }
    expect(drawn).toBeGreaterThan(26);
  });
});

describe('an outline', () => {
  const { sfnt } = library.firstFont({ families: ['Source Serif 4'], weight: 400, style: 'normal' });

  it('moves with its origin', () => {
    const glyph = sfnt.glyphOf(0xc0);
    const here = record(sfnt, glyph);
    const there = record(sfnt, glyph, { x: 100, y: -50 });
    expect(there.steps).toBe(here.steps);
    expect(there.points[0]).toEqual([here.points[0]![0]! + 100, here.points[0]![1]! - 50]);
  });

  it('is nothing for blank, missing and damaged glyphs', () => {
    expect(record(sfnt, sfnt.glyphOf(0x20)).steps).toBe('');
    expect(record(sfnt, 60_000).steps).toBe('');
    const cut = { ...sfnt, glyphBytes: (glyph: number) => sfnt.glyphBytes(glyph).slice(0, 14) };
    expect(record(cut, sfnt.glyphOf(0x41)).steps).toBe('');
    const endless = { ...sfnt, glyphBytes: () => Uint8Array.of(255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0, 1, 0, 0, 0, 0) };
    expect(record(endless, 1).steps).toBe('');
  });
});
