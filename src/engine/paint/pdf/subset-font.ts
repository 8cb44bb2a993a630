/**
 * Makes a small TrueType file of the glyphs that a booklet uses. Glyphs are numbered anew in the order
 * asked for; hints are dropped, because printers and screens of today do without and they are half the size.
 */
import type { Sfnt } from '../../text/sfnt.ts';

/** A glyph of the font at a distance from the origin, in font units, y up. */
export interface GlyphPart {
  readonly glyphId: number;
  readonly x: number;
  readonly y: number;
}

/** A glyph of a subset: one of the font's own, or several put together. */
export interface SubsetGlyph {
  readonly parts: readonly GlyphPart[];
  /** In font units. */
  readonly advance: number;
}

/** Returns a TrueType file of the glyphs in the order given; those that they are made of follow behind. */
export function subsetFont(sfnt: Sfnt, wanted: readonly SubsetGlyph[]): Uint8Array {
  const { glyphs, outlines } = collectOutlines(sfnt, wanted);
  const { glyf, loca, isLong } = joinOutlines(outlines);
  return joinTables([
    ['glyf', glyf],
    ['head', patched(sfnt, 'head', (head) => patchHead(head, isLong))],
    ['hhea', patched(sfnt, 'hhea', (hhea) => hhea.setUint16(34, glyphs.length))],
    ['hmtx', metricsOf(sfnt, glyphs, outlines)],
    ['loca', loca],
    ['maxp', patched(sfnt, 'maxp', (maxp) => patchLimits(maxp, glyphs))],
  ]);
}

// Flags of a composite glyph's components, OpenType specification, table glyf.
const wordArguments = 0x0001;
const argumentsAreOffsets = 0x0002;
const hasScale = 0x0008;
const moreComponents = 0x0020;
const hasTwoScales = 0x0040;
const hasMatrix = 0x0080;
const hasInstructions = 0x0100;

const empty = new Uint8Array(0);

function collectOutlines(sfnt: Sfnt, wanted: readonly SubsetGlyph[]) {
  const glyphs = [...wanted];
  const numbers = new Map<number, number>();
  wanted.forEach((glyph, number) => {
    if (isOwnGlyph(sfnt, glyph)) numbers.set(glyph.parts[0]!.glyphId, number);
  });
  const numberOf = (glyphId: number): number => {
    let number = numbers.get(glyphId);
    if (number === undefined) {
      number = glyphs.push({ parts: [{ glyphId, x: 0, y: 0 }], advance: sfnt.advanceWidth(glyphId) }) - 1;
      numbers.set(glyphId, number);
    }
    return number;
  };
  const outlines: Uint8Array[] = [];
  // Parts are appended while the loop runs, and are themselves treated in turn.
  for (let number = 0; number < glyphs.length; number++) {
    const glyph = glyphs[number]!;
    const isOwn = isOwnGlyph(sfnt, glyph);
    outlines.push(isOwn ? withoutHints(sfnt.glyphBytes(glyph.parts[0]!.glyphId), numberOf) : composeGlyph(sfnt, glyph, numberOf));
  }
  return { glyphs, outlines };
}

/** Tells whether a glyph is one of the font's own, as it stands. */
const isOwnGlyph = (sfnt: Sfnt, { parts, advance }: SubsetGlyph): boolean =>
  parts.length === 1 && parts[0]!.x === 0 && parts[0]!.y === 0 && advance === sfnt.advanceWidth(parts[0]!.glyphId);

/** Makes a composite glyph of several, none of which is changed. */
function composeGlyph(sfnt: Sfnt, glyph: SubsetGlyph, numberOf: (glyphId: number) => number): Uint8Array {
  const parts = glyph.parts.filter((part) => sfnt.glyphBytes(part.glyphId).length >= 10);
  if (parts.length === 0) return empty;
  const outline = new Uint8Array(10 + 8 * parts.length);
  const view = new DataView(outline.buffer);
  let [xMin, yMin, xMax, yMax] = [Infinity, Infinity, -Infinity, -Infinity];
  parts.forEach((part, index) => {
    const bytes = sfnt.glyphBytes(part.glyphId);
    const box = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    // Readers draw a glyph where its side bearing says, not where its coordinates say.
    const x = part.x + sfnt.leftSideBearing(part.glyphId) - box.getInt16(2);
    xMin = Math.min(xMin, x + box.getInt16(2));
    yMin = Math.min(yMin, part.y + box.getInt16(4));
    xMax = Math.max(xMax, x + box.getInt16(6));
    yMax = Math.max(yMax, part.y + box.getInt16(8));
    const at = 10 + 8 * index;
    view.setUint16(at, wordArguments | argumentsAreOffsets | (index + 1 < parts.length ? moreComponents : 0));
    view.setUint16(at + 2, numberOf(part.glyphId));
    view.setInt16(at + 4, x);
    view.setInt16(at + 6, part.y);
  });
  [-1, xMin, yMin, xMax, yMax].forEach((value, index) => {
    view.setInt16(2 * index, value);
  });
  return outline;
}

/** Drops a glyph's instructions and renumbers its components; a damaged glyph becomes a blank. */
function withoutHints(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  if (outline.length < 10) return empty;
  const view = new DataView(outline.buffer, outline.byteOffset, outline.byteLength);
  const contours = view.getInt16(0);
  return contours < 0 ? copyComposite(outline, numberOf) : copySimple(outline, 10 + 2 * contours);
}

function copySimple(outline: Uint8Array, lengthAt: number): Uint8Array {
  if (lengthAt + 2 > outline.length) return empty;
  const instructions = (outline[lengthAt]! << 8) | outline[lengthAt + 1]!;
  if (lengthAt + 2 + instructions > outline.length) return empty;
  const copy = new Uint8Array(outline.length - instructions);
  copy.set(outline.subarray(0, lengthAt));
  copy.set(outline.subarray(lengthAt + 2 + instructions), lengthAt + 2);
  return copy;
}

function copyComposite(outline: Uint8Array, numberOf: (glyph: number) => number): Uint8Array {
  const copy = outline.slice();
  const view = new DataView(copy.buffer);
  let at = 10;
  for (let flags = moreComponents; (flags & moreComponents) !== 0; ) {
    if (at + 4 > copy.length) return empty;
    flags = view.getUint16(at);
    view.setUint16(at, flags & ~hasInstructions);
    view.setUint16(at + 2, numberOf(view.getUint16(at + 2)));
    at += (flags & wordArguments) !== 0 ? 8 : 6;
    if ((flags & hasScale) !== 0) at += 2;
    else if ((flags & hasTwoScales) !== 0) at += 4;
    else if ((flags & hasMatrix) !== 0) at += 8;
  }
  return at > copy.length ? empty : copy.subarray(0, at);
}

function joinOutlines(outlines: readonly Uint8Array[]) {
  const size = outlines.reduce((sum, outline) => sum + padded(outline.length), 0);
  // Short offsets count pairs of bytes and reach 128 KB.
  const isLong = size >= 0x20000;
  const glyf = new Uint8Array(size);
  const loca = new Uint8Array((outlines.length + 1) * (isLong ? 4 : 2));
  const view = new DataView(loca.buffer);
  let offset = 0;
  for (let index = 0; index <= outlines.length; index++) {
    if (isLong) view.setUint32(4 * index, offset);
    else view.setUint16(2 * index, offset / 2);
    const outline = outlines[index] ?? empty;
    glyf.set(outline, offset);
    offset += padded(outline.length);
  }
  return { glyf, loca, isLong };
}

function metricsOf(sfnt: Sfnt, glyphs: readonly SubsetGlyph[], outlines: readonly Uint8Array[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(4 * glyphs.length));
  glyphs.forEach((glyph, number) => {
    view.setUint16(4 * number, glyph.advance);
    view.setInt16(4 * number + 2, isOwnGlyph(sfnt, glyph) ? sfnt.leftSideBearing(glyph.parts[0]!.glyphId) : xMinOf(outlines[number]!));
  });
  return new Uint8Array(view.buffer);
}

const xMinOf = (outline: Uint8Array): number => (outline.length < 10 ? 0 : new DataView(outline.buffer, outline.byteOffset).getInt16(2));

/** States limits that hold for glyphs put together, too. */
function patchLimits(maxp: DataView, glyphs: readonly SubsetGlyph[]): void {
  maxp.setUint16(4, glyphs.length);
  if (maxp.byteLength < 32) return;
  const mostParts = glyphs.reduce((most, glyph) => Math.max(most, glyph.parts.length), 1);
  if (mostParts === 1) return;
  const limit = (at: number, least: number): void => maxp.setUint16(at, Math.min(0xffff, Math.max(maxp.getUint16(at), least)));
  // Points and contours of composite glyphs, then their parts and how deep they are nested.
  limit(10, mostParts * Math.max(maxp.getUint16(6), maxp.getUint16(10)));
  limit(12, mostParts * Math.max(maxp.getUint16(8), maxp.getUint16(12)));
  limit(28, mostParts);
  limit(30, maxp.getUint16(30) + 1);
}

function patchHead(head: DataView, isLong: boolean): void {
  head.setUint32(8, 0);
  head.setInt16(50, isLong ? 1 : 0);
}

function patched(sfnt: Sfnt, tag: string, patch: (table: DataView) => void): Uint8Array {
  const table = sfnt.table(tag)!.slice();
  patch(new DataView(table.buffer));
  return table;
}

type Table = readonly [tag: string, content: Uint8Array];

function joinTables(tables: readonly Table[]): Uint8Array {
  const size = tables.reduce((sum, [, content]) => sum + padded(content.length), 12 + 16 * tables.length);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  const power = Math.floor(Math.log2(tables.length));
  view.setUint32(0, 0x00010000);
  view.setUint16(4, tables.length);
  view.setUint16(6, 16 * 2 ** power);
  view.setUint16(8, power);
  view.setUint16(10, 16 * (tables.length - 2 ** power));
  let offset = 12 + 16 * tables.length;
  let headOffset = 0;
  tables.forEach(([tag, content], index) => {
    const entry = 12 + 16 * index;
    for (let at = 0; at < 4; at++) file[entry + at] = tag.charCodeAt(at);
    file.set(content, offset);
    view.setUint32(entry + 4, checksum(view, offset, padded(content.length)));
    view.setUint32(entry + 8, offset);
    view.setUint32(entry + 12, content.length);
    if (tag === 'head') headOffset = offset;
    offset += padded(content.length);
  });
  // The number by which the words of the whole file add up to the magic sum that the format demands.
  view.setUint32(headOffset + 8, (0xb1b0afba - checksum(view, 0, size)) >>> 0);
  return file;
}

function checksum(view: DataView, start: number, length: number): number {
  let sum = 0;
  for (let at = start; at < start + length; at += 4) sum = (sum + view.getUint32(at)) >>> 0;
  return sum;
}

const padded = (length: number): number => (length + 3) & ~3;
