/** The TrueType reader, on bundled fonts and on damaged copies of them. */
import { describe, expect, it } from 'vitest';
import { parseSfnt } from '../../../src/engine/text/sfnt.ts';
import { DamagedFont } from '../../../src/engine/text/sfnt-tables.ts';
import { fontBytes } from '../../support/font-bytes.ts';
import { testResources } from '../../support/test-resources.ts';

const { fontFaces } = testResources();
const face = (family: string, style = 'normal') => fontBytes(fontFaces.find((each) => each.family === family && each.style === style)!);
const serif = face('Source Serif 4');

describe('a TrueType font', () => {
  it('tells its names and metrics', () => {
    const font = parseSfnt(serif);
    expect(font).toMatchObject({
      postscriptName: 'SourceSerif4-Regular',
      unitsPerEm: 1000,
      ascent: 1036,
      descent: 335,
      xHeight: 475,
      capHeight: 670,
    });
    expect(font).toMatchObject({
      weight: 400,
      isItalic: false,
      italicAngle: 0,
      isFixedPitch: false,
      underlinePosition: 75,
      underlineThickness: 50,
    });
    expect([font.isSerif, parseSfnt(face('Source Sans 3')).isSerif]).toEqual([true, false]);
    expect(font.boundingBox).toEqual({ xMin: -235, yMin: -328, xMax: 2242, yMax: 998 });
  });

  it('tells an italic from an upright face', () => {
    const font = parseSfnt(face('Source Serif 4', 'italic'));
    expect(font.isItalic).toBe(true);
    expect(font.italicAngle).toBeLessThan(-5);
  });

  it('maps characters to glyphs with widths and outlines', () => {
    const font = parseSfnt(serif);
    const a = font.glyphOf(0x61);
    expect(a).toBeGreaterThan(0);
    expect(font.advanceWidth(a)).toBe(541);
    const outline = font.glyphBytes(a);
    const view = new DataView(outline.buffer, outline.byteOffset);
    expect(view.getInt16(0)).toBeGreaterThan(0);
    expect(view.getInt16(2)).toBe(font.leftSideBearing(a));
    expect(font.glyphBytes(font.glyphOf(0x20))).toHaveLength(0);
  });

  it('has no glyph for characters it does not know, and none outside its table', () => {
    const font = parseSfnt(serif);
    expect(font.glyphOf(0x65e5)).toBe(0);
    expect(font.glyphOf(0x1f600)).toBe(0);
    expect(font.glyphBytes(font.glyphCount)).toHaveLength(0);
    expect(font.advanceWidth(font.glyphCount)).toBe(font.advanceWidth(0));
  });

  it('reads every bundled face', () => {
    for (const each of fontFaces) {
      const font = parseSfnt(each.load());
      expect(font.weight).toBe(each.weight);
      expect(font.isItalic).toBe(each.style === 'italic');
      expect(font.ascent + font.descent).toBeGreaterThan(font.unitsPerEm / 2);
      expect(font.postscriptName).toMatch(/^[\w-]+$/);
      expect(font.embeddingFlags).toBe(0);
    }
  });

  it('reads of a file no more than is asked for', () => {
    const read: (readonly [start: number, end: number])[] = [];
    const file = {
      length: serif.length,
      read(start: number, end: number) {
        read.push([start, end]);
        return serif.subarray(start, end);
      },
    };
    const font = parseSfnt(file);
    expect(font.glyphOf(0x61)).toBeGreaterThan(0);
    expect(Math.max(...read.map(([, end]) => end))).toBeLessThan(serif.length / 8);
    read.length = 0;
    expect(font.glyphBytes(font.glyphOf(0x61)).length).toBeGreaterThan(0);
    expect(font.glyphBytes(font.glyphOf(0x62)).length).toBeGreaterThan(0);
    const { byteOffset, byteLength } = parseSfnt(serif).table('glyf')!;
    expect(read).toEqual([[byteOffset - serif.byteOffset, byteOffset - serif.byteOffset + byteLength]]);
  });

  it('can lie anywhere in a larger array', () => {
    const padded = new Uint8Array(serif.length + 7);
    padded.set(serif, 7);
    expect(parseSfnt(padded.subarray(7)).glyphCount).toBe(parseSfnt(serif).glyphCount);
  });
});

describe('a damaged font', () => {
  const message = (bytes: Uint8Array): string => {
    try {
      parseSfnt(bytes);
    } catch (error) {
      if (error instanceof DamagedFont) return error.message;
      throw error;
    }
    return 'no error';
  };

  it('is named when it is cut off, empty or another kind of file', () => {
    expect(message(new Uint8Array(0))).toBe('the file is too short');
    expect(message(serif.subarray(0, 5000))).toMatch(/lies outside the file/);
    expect(message(new TextEncoder().encode('<!doctype html><html>'))).toBe('it is not a TrueType file');
    expect(message(new TextEncoder().encode('OTTO is something else'))).toMatch(/CFF/);
    expect(message(new TextEncoder().encode('wOF2 is something else'))).toMatch(/WOFF/);
  });

  it('throws nothing but DamagedFont, whichever byte of its tables is wrong', () => {
    const font = parseSfnt(serif);
    for (const tag of ['head', 'hhea', 'maxp', 'cmap', 'name', 'OS/2', 'post', 'loca']) {
      const start = font.table(tag)!.byteOffset - serif.byteOffset;
      for (let at = 0; at < 60; at++) {
        const broken = serif.slice();
        broken[start + at] = 0xff;
        expect(() => message(broken)).not.toThrow();
      }
    }
  });

  it('is refused when a needed table is missing', () => {
    for (const tag of ['head', 'hhea', 'maxp', 'cmap', 'hmtx', 'loca', 'glyf']) {
      const broken = serif.slice();
      for (let at = 12; at < 12 + 16 * 30; at += 16) {
        if (String.fromCharCode(...broken.subarray(at, at + 4)) === tag) broken[at] = 0x21;
      }
      expect(message(broken)).toBe(`its table ${tag} is missing`);
    }
  });
});
