/** Paper sizes as people write them. */
import { describe, expect, it } from 'vitest';
import { parsePaper } from '../../src/engine/geometry/paper.ts';
import { compose, identity } from '../../src/engine/geometry/transform.ts';

describe('parsePaper', () => {
  it('knows formats by name, whatever their case', () => {
    expect(parsePaper('A4')).toMatchObject({ width: expect.closeTo(595.28, 2), height: expect.closeTo(841.89, 2) });
    expect(parsePaper('letter')).toEqual({ width: 612, height: 792 });
    expect(parsePaper('half-letter')).toEqual({ width: 396, height: 612 });
  });

  it('reads sizes with one unit or two', () => {
    expect(parsePaper('148mm x 210mm')).toEqual(parsePaper('a5'));
    expect(parsePaper('148 × 210 mm')).toEqual(parsePaper('a5'));
    expect(parsePaper('5.5in x 8.5in')).toEqual(parsePaper('half-letter'));
  });

  it('refuses what is no paper', () => {
    for (const text of ['', 'a9', '210', '210 x 297', '0mm x 10mm', '9in x 900in', '-5in x 5in', '1.2.3mm x 100mm'])
      expect(parsePaper(text)).toBeUndefined();
  });
});

describe('compose', () => {
  it('applies the inner transform first', () => {
    expect(compose([2, 0, 0, 2, 0, 0], [1, 0, 0, 1, 3, 4])).toEqual([2, 0, 0, 2, 6, 8]);
    expect(compose(identity, [0, 1, -1, 0, 5, 6])).toEqual([0, 1, -1, 0, 5, 6]);
  });
});
