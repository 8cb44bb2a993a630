/**
 * A TrueType file, read as far as typesetting and embedding need it: metrics, widths,
 * character map and outline bytes. All numbers are in font units. Every offset in the file
 * is checked here, so that readers of an `Sfnt` need not.
 */
import type { FontFile } from '../source/workspace.ts';
import { readCharacterMap } from './character-map.ts';
import { DamagedFont, fileOf, readTables, type SfntTables, viewOf } from './sfnt-tables.ts';

/** Smallest rectangle around every glyph, in font units, y up. */
export interface GlyphBounds {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** A parsed TrueType font with glyf outlines. */
export interface Sfnt {
  readonly file: FontFile;
  /** Returns the table of a tag, such as `glyf` or `OS/2`; undefined when there is none. */
  table(tag: string): Uint8Array | undefined;
  readonly postscriptName: string;
  readonly glyphCount: number;
  readonly unitsPerEm: number;
  readonly boundingBox: GlyphBounds;
  /** Height above the baseline, positive. */
  readonly ascent: number;
  /** Depth below the baseline, positive. */
  readonly descent: number;
  readonly lineGap: number;
  readonly capHeight: number;
  readonly xHeight: number;
  /** Degrees counter-clockwise from the vertical: negative for fonts that lean to the right. */
  readonly italicAngle: number;
  readonly isItalic: boolean;
  readonly isFixedPitch: boolean;
  /** Tells whether the font calls itself a serif face (OS/2 family class 1 to 5 and 7, or PANOSE). */
  readonly isSerif: boolean;
  /** OS/2 weight class, 100 to 900. */
  readonly weight: number;
  /** Thickness of vertical stems, guessed from the weight: nothing in a TrueType file states it. */
  readonly stemWidth: number;
  /** OS/2 fsType: embedding permissions. */
  readonly embeddingFlags: number;
  /** Middle of the underline below the baseline, positive. */
  readonly underlinePosition: number;
  readonly underlineThickness: number;
  /** Returns the advance of a glyph; that of .notdef for a glyph that does not exist. */
  advanceWidth(glyphId: number): number;
  /** Returns the distance from the origin to the left edge of a glyph's outline. */
  leftSideBearing(glyphId: number): number;
  /** Returns the glyf record of a glyph: empty for a blank glyph or one that does not exist. */
  glyphBytes(glyphId: number): Uint8Array;
  /** Returns the glyph that the font maps a code point to, 0 when it maps none. */
  glyphOf(codePoint: number): number;
}

/**
 * Parses a TrueType file, of which only what is needed is read, its outlines when the first is asked for. Throws `DamagedFont`, and of its
 * own nothing else, when the file cannot be used.
 */
export function parseSfnt(file: Uint8Array | FontFile): Sfnt {
  try {
    return readSfnt(file instanceof Uint8Array ? fileOf(file) : file);
  } catch (error) {
    if (error instanceof RangeError) throw new DamagedFont('a table ends before its content does');
    throw error;
  }
}

/** What of the table `post` is numbers; behind them come names of glyphs. */
const postHeader = 16;

function readSfnt(file: FontFile): Sfnt {
  const tables = readTables(file);
  const head = viewOf(tables, 'head', 54);
  const hhea = viewOf(tables, 'hhea', 36);
  const unitsPerEm = head.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw new DamagedFont(`the em is ${unitsPerEm} units, not 16 to 16384`);
  const glyphCount = viewOf(tables, 'maxp', 6).getUint16(4);
  if (glyphCount === 0) throw new DamagedFont('there are no glyphs');
  const post = tables.lengthOf('post') !== undefined ? viewOf(tables, 'post', postHeader, postHeader) : undefined;
  const underlineThickness = post?.getInt16(10) || Math.round(unitsPerEm / 20);
  const widths = readWidths(viewOf(tables, 'hmtx', 4), hhea.getUint16(34), glyphCount);
  const characters = readCharacterMap(viewOf(tables, 'cmap', 4), glyphCount);
  return {
    file,
    table: (tag) => tables.read(tag),
    postscriptName: readPostscriptName(tables),
    glyphCount,
    unitsPerEm,
    boundingBox: { xMin: head.getInt16(36), yMin: head.getInt16(38), xMax: head.getInt16(40), yMax: head.getInt16(42) },
    ...readVerticalMetrics(tables, hhea, unitsPerEm),
    ...readCharacter(tables, head.getUint16(44), unitsPerEm),
    italicAngle: post ? post.getInt32(4) / 65536 : 0,
    isFixedPitch: (post?.getUint32(12) ?? 0) !== 0,
    // The file states the top of the underline; the middle is half a thickness deeper.
    underlinePosition: (post ? -post.getInt16(8) : unitsPerEm / 10) + underlineThickness / 2,
    underlineThickness,
    ...widths,
    glyphBytes: readGlyphs(tables, head.getInt16(50) !== 0, glyphCount),
    glyphOf: characters,
  };
}

function readVerticalMetrics(tables: SfntTables, hhea: DataView, unitsPerEm: number) {
  const os2 = tables.lengthOf('OS/2') !== undefined ? viewOf(tables, 'OS/2', 78) : undefined;
  // fsSelection bit 7: the designer asks for the typographic metrics instead of hhea's.
  const typographic = os2 !== undefined && (os2.getUint16(62) & 0x80) !== 0;
  const hasHeights = os2 !== undefined && os2.getUint16(0) >= 2 && os2.byteLength >= 90;
  return {
    ascent: typographic ? os2.getInt16(68) : hhea.getInt16(4),
    descent: -(typographic ? os2.getInt16(70) : hhea.getInt16(6)),
    lineGap: typographic ? os2.getInt16(72) : hhea.getInt16(8),
    xHeight: (hasHeights && os2.getInt16(86)) || Math.round(unitsPerEm / 2),
    capHeight: (hasHeights && os2.getInt16(88)) || Math.round(unitsPerEm * 0.7),
  };
}

function readCharacter(tables: SfntTables, macStyle: number, unitsPerEm: number) {
  const os2 = tables.lengthOf('OS/2') !== undefined ? viewOf(tables, 'OS/2', 78) : undefined;
  const familyClass = os2 ? os2.getInt16(30) >> 8 : 0;
  // PANOSE: family kind 2 is Latin text, serif styles 2 to 10 have serifs.
  const hasSerifPanose = os2?.getUint8(32) === 2 && os2.getUint8(33) >= 2 && os2.getUint8(33) <= 10;
  const weight = os2?.getUint16(4) || ((macStyle & 1) !== 0 ? 700 : 400);
  return {
    weight,
    // The rule of thumb of PDF producers: 80 for a regular face of 1000 units, 130 to 140 for a bold one.
    stemWidth: Math.round(((10 + 220 * ((Math.max(weight, 50) - 50) / 900)) * unitsPerEm) / 1000),
    embeddingFlags: os2?.getUint16(8) ?? 0,
    isSerif: (familyClass >= 1 && familyClass <= 5) || familyClass === 7 || hasSerifPanose,
    isItalic: (macStyle & 2) !== 0 || (os2 !== undefined && (os2.getUint16(62) & 1) !== 0),
  };
}

function readWidths(hmtx: DataView, longCount: number, glyphCount: number) {
  const full = Math.min(longCount, glyphCount);
  if (full === 0 || hmtx.byteLength < 4 * full) throw new DamagedFont('its table hmtx is too short');
  const exists = (glyphId: number): boolean => glyphId >= 0 && glyphId < glyphCount;
  return {
    advanceWidth: (glyphId: number): number => hmtx.getUint16(exists(glyphId) ? 4 * Math.min(glyphId, full - 1) : 0),
    leftSideBearing(glyphId: number): number {
      const at = glyphId < full ? 4 * glyphId + 2 : 4 * full + 2 * (glyphId - full);
      // Some producers cut off the bearings of the last glyphs; nothing is lost by calling them 0.
      return exists(glyphId) && at + 2 <= hmtx.byteLength ? hmtx.getInt16(at) : 0;
    },
  };
}

const noBytes = new Uint8Array(0);

function readGlyphs(tables: SfntTables, isLong: boolean, glyphCount: number): (glyphId: number) => Uint8Array {
  const loca = viewOf(tables, 'loca', (glyphCount + 1) * (isLong ? 4 : 2));
  const length = tables.lengthOf('glyf');
  if (length === undefined) throw new DamagedFont('its table glyf is missing');
  const offset = (index: number): number => (isLong ? loca.getUint32(4 * index) : 2 * loca.getUint16(2 * index));
  for (let glyph = 0, start = offset(0); glyph < glyphCount; glyph++) {
    const end = offset(glyph + 1);
    const size = end - start;
    if (size < 0 || (size > 0 && size < 12) || end > length) throw new DamagedFont(`the outline of glyph ${glyph} is damaged`);
    start = end;
  }
  // Most of a file is outlines, and nobody asks for them before the glyphs that are used are known.
  let glyf: Uint8Array | undefined;
  return (glyphId) => {
    if (glyphId < 0 || glyphId >= glyphCount) return noBytes;
    glyf ??= tables.read('glyf')!;
    return glyf.subarray(offset(glyphId), offset(glyphId + 1));
  };
}

function readPostscriptName(tables: SfntTables): string {
  if (tables.lengthOf('name') === undefined) return 'Unnamed';
  const view = viewOf(tables, 'name', 6);
  const strings = view.getUint16(4);
  for (let index = 0, at = 6; index < view.getUint16(2); index++, at += 12) {
    if (view.getUint16(at + 6) !== 6) continue;
    // Windows and Unicode records are UTF-16; Macintosh records of a PostScript name are ASCII.
    const step = view.getUint16(at) === 1 ? 1 : 2;
    let name = '';
    for (let byte = step - 1; byte < view.getUint16(at + 8); byte += step)
      name += String.fromCharCode(view.getUint8(strings + view.getUint16(at + 10) + byte));
    // What PDF and PostScript cannot hold in a name is dropped, as producers of fonts are told to.
    name = name.replace(/[^!-~]|[[\](){}<>/%]/g, '');
    if (name !== '') return name;
  }
  return 'Unnamed';
}
