/** The cmap table: code points to glyphs. Reads formats 4 and 12, which every font of this century has one of. */

/** Returns the glyph for a code point, 0 when the font has none. */
export type CharacterMap = (codePoint: number) => number;

/** Reads the best Unicode subtable; a map that knows no character when there is none. */
export function readCharacterMap(cmap: DataView, glyphCount: number): CharacterMap {
  const basic = new Uint16Array(0x10000);
  const astral = new Map<number, number>();
  let count = 0;
  const put = (codePoint: number, glyph: number): void => {
    // Segments of a damaged file may overlap without end.
    if (++count > 0x110000) throw new RangeError('more mappings than code points');
    if (glyph === 0 || glyph >= glyphCount) return;
    if (codePoint < 0x10000) basic[codePoint] = glyph;
    else if (codePoint <= 0x10ffff) astral.set(codePoint, glyph);
  };
  const subtable = bestSubtable(cmap);
  if (subtable !== undefined) {
    if (cmap.getUint16(subtable) === 12) readGroups(cmap, subtable, put);
    else readSegments(cmap, subtable, put);
  }
  return (codePoint) => (codePoint < 0x10000 ? basic[codePoint]! : (astral.get(codePoint) ?? 0));
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

function readGroups(cmap: DataView, at: number, put: (codePoint: number, glyph: number) => void): void {
  const count = cmap.getUint32(at + 12);
  for (let group = 0, from = at + 16; group < count; group++, from += 12) {
    const first = cmap.getUint32(from);
    const last = Math.min(cmap.getUint32(from + 4), 0x10ffff);
    const glyph = cmap.getUint32(from + 8);
    // A group cannot be longer than there are glyphs, whatever a damaged file says.
    for (let codePoint = first; codePoint <= last && codePoint - first < 0x10000; codePoint++) put(codePoint, glyph + codePoint - first);
  }
}

function readSegments(cmap: DataView, at: number, put: (codePoint: number, glyph: number) => void): void {
  const doubled = cmap.getUint16(at + 6);
  for (let segment = 0; segment < doubled; segment += 2) {
    const last = cmap.getUint16(at + 14 + segment);
    const first = cmap.getUint16(at + 16 + doubled + segment);
    const delta = cmap.getUint16(at + 16 + 2 * doubled + segment);
    const rangeAt = at + 16 + 3 * doubled + segment;
    const range = cmap.getUint16(rangeAt);
    for (let codePoint = first; codePoint <= last && codePoint !== 0xffff; codePoint++) {
      const glyph = range === 0 ? codePoint : cmap.getUint16(rangeAt + range + 2 * (codePoint - first));
      put(codePoint, glyph === 0 && range !== 0 ? 0 : (glyph + delta) & 0xffff);
    }
  }
}
