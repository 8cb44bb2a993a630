import jsqr from 'jsqr';
import { describe, expect, it } from 'vitest';
import { fillCoverage } from '../../../src/engine/check/path-coverage.ts';
import { drawCode, longestCodeAddress } from '../../../src/engine/drawing/draw-code.ts';
import type { Drawing, DrawnPath } from '../../../src/engine/drawing/drawing.ts';

const millimetre = 72 / 25.4;
const short = 'https://example.org/a';
const long = `https://example.org/${'report/'.repeat(40)}`;
const outlineOf = (drawing: Drawing): DrawnPath => drawing.items[1] as DrawnPath;

/** Looks at the middle of each module, and reads what the code says. `modules` counts those of the quiet zone too. */
function readCode(drawing: Drawing, modules: number): string | undefined {
  const covers = fillCoverage(outlineOf(drawing).path, 'evenodd');
  const module = drawing.width / modules;
  const zoom = 4;
  const pixels = modules * zoom;
  const bytes = new Uint8ClampedArray(4 * pixels * pixels).fill(255);
  for (let y = 0; y < modules; y++) {
    for (let x = 0; x < modules; x++) {
      if (!covers((x + 0.5) * module, (y + 0.5) * module)) continue;
      for (let row = y * zoom; row < (y + 1) * zoom; row++) {
        for (let column = x * zoom; column < (x + 1) * zoom; column++)
          bytes.fill(0, 4 * (row * pixels + column), 4 * (row * pixels + column) + 3);
      }
    }
  }
  return jsqr.default(bytes, pixels, pixels)?.data;
}

describe('drawCode', () => {
  it.each([
    [short, 33],
    [long, 77],
  ])('draws %s so that it can be read', (address, modules) => {
    expect(readCode(drawCode(address)!, modules)).toBe(address);
  });

  it('encodes letters that web addresses cannot have', () => {
    expect(readCode(drawCode('https://example.org/موجز')!, 41)).toBe('https://example.org/%D9%85%D9%88%D8%AC%D8%B2');
  });

  it('is 20 mm at least, with modules of half a millimetre at least', () => {
    expect(drawCode(short)!.width).toBeCloseTo(20 * millimetre, 5);
    expect(drawCode(long)!.width / millimetre).toBeGreaterThan(30);
    expect(drawCode(long)!.width / millimetre).toBeLessThan(43);
  });

  it('is one path of joined modules inside four modules of white', () => {
    const drawing = drawCode(short)!;
    const { path } = outlineOf(drawing);
    expect(drawing.items).toHaveLength(2);
    // A version 2 code has 25 modules and 8 of white; more than 300 of them are dark.
    const module = drawing.width / 33;
    expect(Math.min(...path.coordinates)).toBeCloseTo(4 * module, 2);
    expect(Math.max(...path.coordinates)).toBeCloseTo(29 * module, 2);
    expect(path.steps.match(/M/g)!.length).toBeLessThan(120);
    expect(drawing.items[0]).toMatchObject({ fill: { red: 1, green: 1, blue: 1, alpha: 1 } });
  });

  it('gives up on an address that makes a code too large for a phone', () => {
    expect(drawCode('https://example.org/'.padEnd(longestCodeAddress, 'a'))).toBeDefined();
    expect(drawCode('https://example.org/'.padEnd(longestCodeAddress + 1, 'a'))).toBeUndefined();
    expect(drawCode('')).toBeUndefined();
  });
});
