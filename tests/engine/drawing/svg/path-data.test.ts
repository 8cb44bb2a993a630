import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boundsOfPath } from '../../../../src/engine/drawing/path-geometry.ts';
import { readPathData } from '../../../../src/engine/drawing/svg/path-data.ts';

const read = (d: string): readonly [string, readonly number[]] => {
  const { path } = readPathData(d);
  return [path.steps, path.coordinates.map((value) => Math.round(value * 100) / 100 + 0)];
};

describe('readPathData', () => {
  it('reads numbers that touch, and commands that are left out', () => {
    expect(read('M.5.5-1,2e1.5 10L1 1 2 2')).toEqual(['MLLLL', [0.5, 0.5, -1, 20, 0.5, 10, 1, 1, 2, 2]]);
  });

  it('follows relative commands, and goes on where a figure began after its end', () => {
    expect(read('m10 10h5v5h-5zl1 1')).toEqual(['MLLLZML', [10, 10, 15, 10, 15, 15, 10, 15, 10, 10, 11, 11]]);
  });

  it('mirrors the handle of the curve before a smooth one, and only of its own kind', () => {
    expect(read('M0 0C1 2 3 4 5 5S8 8 9 9')).toEqual(['MCC', [0, 0, 1, 2, 3, 4, 5, 5, 7, 6, 8, 8, 9, 9]]);
    expect(read('M0 0Q3 3 6 0T12 0')).toEqual(['MCC', [0, 0, 2, 2, 4, 2, 6, 0, 8, -2, 10, -2, 12, 0]]);
    expect(read('M0 0Q3 3 6 0S9 9 12 0')).toEqual(['MCC', [0, 0, 2, 2, 4, 2, 6, 0, 6, 0, 9, 9, 12, 0]]);
  });

  it('reads the flags of an arc without a space between them', () => {
    expect(read('M0 0a5 5 0 0110 0')).toEqual(read('M0 0 a 5 5 0 0 1 10 0'));
    expect(boundsOfPath(readPathData('M0 0a5 5 0 0110 0').path)).toEqual({
      x: 0,
      y: expect.closeTo(-5, 2),
      width: 10,
      height: expect.closeTo(5, 2),
    });
  });

  it('makes the radii of an arc larger when they do not reach, and a line of one without a radius', () => {
    expect(boundsOfPath(readPathData('M0 0A1 1 0 0 1 10 0').path)!.height).toBeCloseTo(5, 2);
    expect(read('M0 0A0 5 0 0 1 10 0')[0]).toBe('ML');
  });

  it('keeps what stands before a mistake, and says where it is', () => {
    expect(readPathData('M0 0L5 5 L x')).toEqual({ path: { steps: 'ML', coordinates: [0, 0, 5, 5] }, errorAt: 11 });
    expect(readPathData('L5 5').errorAt).toBe(0);
    expect(readPathData('M0 0Z 5').errorAt).toBe(6);
  });

  it('ends where every arc says, whatever its shape', () => {
    // Text has no minus zero.
    const number = fc.double({ min: -500, max: 500, noNaN: true }).map((value) => value + 0);
    fc.assert(
      fc.property(fc.tuple(number, number, number, number, number), fc.boolean(), fc.boolean(), ([rx, ry, turn, x, y], large, sweep) => {
        const { path, errorAt } = readPathData(`M1 2A${rx} ${ry} ${turn} ${Number(large)} ${Number(sweep)} ${x} ${y}`);
        expect(errorAt).toBeUndefined();
        expect(path.coordinates.every(Number.isFinite)).toBe(true);
        if (path.steps !== 'M') expect(path.coordinates.slice(-2)).toEqual([x, y]);
      }),
    );
  });
});
