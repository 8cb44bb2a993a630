/**
 * The cmap table: code points to glyphs. Reads formats 4 and 12, which every font of this century has one of.
 *
 * When a font is opened, every offset in the table is checked. Glyphs are read later, in blocks of code points, as characters ask for
 * them: a booklet whose words were shaped by an earlier build asks for hardly any.
 */

/** Returns the glyph for a code point, 0 when the font has none. */
export type CharacterMap = (codePoint: number) => number;

/** Hands over the glyph of each code point of a block that begins at `start`, as often as the table has it. */
type ReadBlock = (start: number, put: (codePoint: number, glyph: number) => void) => void;

const blockSize = 0x100;
const lastCodePoint = 0x10ffff;

/** Reads the best Unicode subtable; a map that knows no character when there is none. */
export function readCharacterMap(cmap: DataView, glyphCount: number): CharacterMap {
  const subtable = bestSubtable(cmap);
  if (subtable === undefined) return () => 0;
  const readBlock = cmap.getUint16(subtable) === 12 ? groupReader(cmap, subtable) : segmentReader(cmap, subtable);
  const blocks: (Uint16Array | undefined)[] = [];
  const openBlock = (start: number): Uint16Array => {
    const block = new Uint16Array(blockSize);
    readBlock(start, (codePoint, glyph) => {
      if (glyph !== 0 && glyph < glyphCount) block[codePoint - start] = glyph;
    });
    return block;
  };
  return (codePoint) => {
    if (codePoint < 0 || codePoint > lastCodePoint) return 0;
    const offset = codePoint % blockSize;
    const block = (blocks[(codePoint - offset) / blockSize] ??= openBlock(codePoint - offset));
    return block[offset]!;
  };
}

/** Finds the subtable that knows most: format 12 before format 4, Unicode encodings only. */
function bestSubtable(cmap: DataView): number | undefined {
  let best: number | undefined;
  for (let index = 0, at = 4; index < cmap.getUint16(2); index++, at += 8) {
    const platform = cmap.getUint16(at);
    const encoding = cmap.getUint16(at + 2);
    if (platform !== 0 && !(platform === 3 && (encoding === 1 || encoding === 10))) continue;
    const offset = cmap.getUint32(at + 4);
    const format = cmap.getUint16(offset);
    if (format === 12) return offset;
    if (format === 4) best ??= offset;
  }
  return best;
}

/** Adds to how many mappings a table has. Those of a damaged file may overlap without end. */
function countMappings(known: number, first: number, last: number): number {
  const count = known + Math.max(0, last - first + 1);
  if (count > lastCodePoint + 1) throw new RangeError('more mappings than code points');
  return count;
}

function groupReader(cmap: DataView, at: number): ReadBlock {
  const start = at + 16;
  const end = start + 12 * cmap.getUint32(at + 12);
  // A group cannot be longer than there are glyphs, whatever a damaged file says.
  const lastOf = (group: number, first: number): number => Math.min(cmap.getUint32(group + 4), lastCodePoint, first + 0xffff);
  for (let group = start, count = 0; group < end; group += 12) {
    const first = cmap.getUint32(group);
    count = countMappings(count, first, lastOf(group, first));
    cmap.getUint32(group + 8);
  }
  return (from, put) => {
    for (let group = start; group < end; group += 12) {
      const first = cmap.getUint32(group);
      if (first >= from + blockSize) continue;
      const last = Math.min(lastOf(group, first), from + blockSize - 1);
      const glyph = cmap.getUint32(group + 8);
      for (let codePoint = Math.max(first, from); codePoint <= last; codePoint++) put(codePoint, glyph + codePoint - first);
    }
  };
}

function segmentReader(cmap: DataView, at: number): ReadBlock {
  const doubled = cmap.getUint16(at + 6);
  // U+FFFF ends the table and is no character.
  const lastOf = (segment: number): number => Math.min(cmap.getUint16(at + 14 + segment), 0xfffe);
  const firstOf = (segment: number): number => cmap.getUint16(at + 16 + doubled + segment);
  const deltaOf = (segment: number): number => cmap.getUint16(at + 16 + 2 * doubled + segment);
  const rangeAt = at + 16 + 3 * doubled;
  for (let segment = 0, count = 0; segment < doubled; segment += 2) {
    const last = lastOf(segment);
    const first = firstOf(segment);
    const range = cmap.getUint16(rangeAt + segment);
    count = countMappings(count, first, last);
    if (range !== 0 && first <= last) cmap.getUint16(rangeAt + segment + range + 2 * (last - first));
  }
  return (from, put) => {
    for (let segment = 0; segment < doubled; segment += 2) {
      const first = firstOf(segment);
      if (first >= from + blockSize) continue;
      const last = Math.min(lastOf(segment), from + blockSize - 1);
      const range = cmap.getUint16(rangeAt + segment);
      for (let codePoint = Math.max(first, from); codePoint <= last; codePoint++) {
        const glyph = range === 0 ? codePoint : cmap.getUint16(rangeAt + segment + range + 2 * (codePoint - first));
        put(codePoint, glyph === 0 && range !== 0 ? 0 : (glyph + deltaOf(segment)) & 0xffff);
      }
    }
  };
}
