import { describe, expect, it } from 'vitest';
import { subsetFont } from '../../../src/engine/paint/pdf/subset-font.ts';
import { parseSfnt } from '../../../src/engine/text/sfnt.ts';
import { testResources } from '../../support/test-resources.ts';

const serif = parseSfnt(testResources().fontFaces[0]!.load());

/** A subset has no character map; parsing one needs some. */
function parseSubset(bytes: Uint8Array): ReadonlyMap<string, DataView> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Map(
    Array.from({ length: view.getUint16(4) }, (_, index) => {
      const entry = 12 + 16 * index;
      const tag = String.fromCharCode(...bytes.subarray(entry, entry + 4));
      return [tag, new DataView(bytes.buffer, bytes.byteOffset + view.getUint32(entry + 8), view.getUint32(entry + 12))];
    }),
  );
}

const own = (character: string) => {
  const glyphId = serif.glyphOf(character.codePointAt(0)!);
  return { parts: [{ glyphId, x: 0, y: 0 }], advance: serif.advanceWidth(glyphId) };
};

const notdef = { parts: [{ glyphId: 0, x: 0, y: 0 }], advance: serif.advanceWidth(0) };

describe('a font subset', () => {
  it('holds the glyphs asked for in their order, with their widths', () => {
    const tables = parseSubset(subsetFont(serif, [notdef, own('b'), own('a')]));
    expect([...tables.keys()]).toEqual(['glyf', 'head', 'hhea', 'hmtx', 'loca', 'maxp']);
    expect(tables.get('maxp')!.getUint16(4)).toBe(3);
    expect(tables.get('hmtx')!.getUint16(4)).toBe(own('b').advance);
    expect(tables.get('hmtx')!.getUint16(8)).toBe(own('a').advance);
  });

  it('sums up to the number that the format demands', () => {
    const bytes = subsetFont(serif, [notdef, own('é'), own('Å')]);
    const view = new DataView(bytes.buffer);
    let sum = 0;
    for (let at = 0; at < bytes.length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
    expect(sum).toBe(0xb1b0afba);
  });

  it('is small: what is not used is left out', () => {
    expect(subsetFont(serif, [notdef, own('a')]).length).toBeLessThan(2000);
  });

  it('puts glyphs together where they are asked for together', () => {
    const [base, mark] = [own('x').parts[0]!.glyphId, own('.').parts[0]!.glyphId];
    const joined = {
      parts: [
        { glyphId: base, x: 0, y: 0 },
        { glyphId: mark, x: 50, y: 300 },
      ],
      advance: 480,
    };
    const tables = parseSubset(subsetFont(serif, [notdef, own('x'), joined]));
    // The full stop follows as a glyph of its own; x is there already.
    expect(tables.get('maxp')!.getUint16(4)).toBe(4);
    expect(tables.get('hmtx')!.getUint16(8)).toBe(480);
    const start = 2 * tables.get('loca')!.getUint16(4);
    const glyf = tables.get('glyf')!;
    expect(glyf.getInt16(start)).toBe(-1);
    expect([glyf.getUint16(start + 12), glyf.getUint16(start + 20)]).toEqual([1, 3]);
    expect([glyf.getInt16(start + 22), glyf.getInt16(start + 24)]).toEqual([50, 300]);
    expect(glyf.getInt16(start + 8)).toBeGreaterThan(300);
  });

  it('gives a glyph without parts no outline', () => {
    const tables = parseSubset(subsetFont(serif, [notdef, { parts: [], advance: 100 }]));
    const loca = tables.get('loca')!;
    expect(loca.getUint16(2)).toBe(loca.getUint16(4));
    expect(tables.get('hmtx')!.getUint16(4)).toBe(100);
  });
});
