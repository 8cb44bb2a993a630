/**
 * Fonts in the PDF: composite fonts whose character codes are given out while pages are painted, and
 * whose program, widths and Unicode map are written at the end. A code stands for a glyph *and* what it
 * says: the same sign gets one code as a hyphen and another as a soft hyphen.
 */
import { hashText } from '../../source/hash.ts';
import type { Font } from '../../text/font.ts';
import { ByteWriter } from './byte-writer.ts';
import { createContentDigest } from './content-digest.ts';
import type { EmbeddedFont, EncodedWord } from './embedded-font.ts';
import { formatNumber, formatReference, lowBytes, rawSyntax } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import type { SubsetGlyph } from './subset-font.ts';
import { writeFontStreams } from './write-font-streams.ts';

/** Returns the font's place in the PDF, made on first use. */
export function embedFont(writer: PdfWriter, font: Font): EmbeddedFont {
  const known = writer.fonts.get(font);
  if (known) return known;
  const notdef: SubsetGlyph = { parts: [{ glyphId: 0, x: 0, y: 0 }], advance: font.sfnt.advanceWidth(0) };
  const embedded: EmbeddedFont = {
    font,
    name: `F${writer.fonts.size + 1}`,
    reference: writer.document.ref(),
    glyphs: [notdef],
    numbers: new Map([[shapeOf(notdef), 0]]),
    glyphOfCode: [0],
    textOfCode: [''],
    codes: new Map(),
    plainCodes: new Map(),
    shown: new ByteWriter(4096),
    words: new Array<EncodedWord | undefined>(font.words.count),
    widened: new Map(),
  };
  writer.fonts.set(font, embedded);
  return embedded;
}

/** Returns the code that shows a glyph and reads as `text`. */
export function codeOf(embedded: EmbeddedFont, glyph: SubsetGlyph, text: string): number {
  const shape = shapeOf(glyph);
  const key = `${shape}/${text}`;
  let code = embedded.codes.get(key);
  if (code === undefined) {
    code = embedded.textOfCode.push(text) - 1;
    embedded.codes.set(key, code);
    embedded.glyphOfCode.push(glyphNumber(embedded, glyph, shape));
  }
  return code;
}

const shapeOf = ({ parts, advance }: SubsetGlyph): string =>
  `${parts.map(({ glyphId, x, y }) => `${glyphId},${x},${y}`).join(' ')}@${advance}`;

function glyphNumber(embedded: EmbeddedFont, glyph: SubsetGlyph, shape: string): number {
  let number = embedded.numbers.get(shape);
  if (number === undefined) {
    number = embedded.glyphs.push(glyph) - 1;
    embedded.numbers.set(shape, number);
  }
  return number;
}

/** Returns a code's width as the PDF states it, in thousandths of an em. */
export const statedWidth = ({ font, glyphs, glyphOfCode }: EmbeddedFont, code: number): number =>
  Math.round((glyphs[glyphOfCode[code]!]!.advance * 100_000) / font.unitsPerEm) / 100;

/** Writes every font that was used. */
export function writeFonts(writer: PdfWriter): void {
  for (const embedded of writer.fonts.values()) writeFont(writer, embedded);
}

function writeFont(writer: PdfWriter, embedded: EmbeddedFont): void {
  const { sfnt } = embedded.font;
  const codes = [...embedded.codes.keys()].join('\0');
  const digest = digestSubset(embedded.font, codes);
  const name = `${subsetTag(digest)}+${sfnt.postscriptName.replaceAll('#', '')}`;
  const streams = writeFontStreams(writer, embedded, hashText(`${sfnt.file.length} ${digest.join(' ')} ${codes}`));
  const descriptor = writer.document.ref(rawSyntax(describeFont(embedded.font, name, formatReference(streams.program))));
  descriptor.end();
  const descendant = writer.document.ref(
    rawSyntax(
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>` +
        `/FontDescriptor ${formatReference(descriptor)}/CIDToGIDMap ${writeGlyphMap(writer, embedded)}${formatWidths(embedded)}>>`,
    ),
  );
  descendant.end();
  embedded.reference.data = rawSyntax(
    `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${formatReference(descendant)}]` +
      `/ToUnicode ${formatReference(streams.toUnicode)}>>`,
  );
  embedded.reference.end();
}

// Font flags, ISO 32000-1, table 123. Glyphs are reached by number, so every font counts as symbolic.
const fixedPitch = 1;
const serif = 2;
const symbolic = 4;
const italic = 64;

function describeFont(font: Font, name: string, file: string): string {
  const { sfnt } = font;
  const scaled = (value: number): string => formatNumber((value * 1000) / font.unitsPerEm);
  const { xMin, yMin, xMax, yMax } = sfnt.boundingBox;
  const flags = symbolic | (sfnt.isFixedPitch ? fixedPitch : 0) | (sfnt.isSerif ? serif : 0) | (sfnt.isItalic ? italic : 0);
  return (
    `<</Type/FontDescriptor/FontName/${name}/Flags ${flags}/FontBBox[${[xMin, yMin, xMax, yMax].map(scaled).join(' ')}]` +
    `/ItalicAngle ${formatNumber(sfnt.italicAngle)}/Ascent ${scaled(sfnt.ascent)}/Descent ${scaled(-sfnt.descent)}` +
    `/CapHeight ${scaled(sfnt.capHeight)}/XHeight ${scaled(sfnt.xHeight)}/StemV ${scaled(sfnt.stemWidth)}/FontFile2 ${file}>>`
  );
}

/** Maps codes to glyphs of the subset; the standard name serves as long as no glyph has two meanings. */
function writeGlyphMap(writer: PdfWriter, embedded: EmbeddedFont): string {
  if (embedded.glyphOfCode.every((glyph, code) => glyph === code)) return '/Identity';
  const map = new Uint8Array(2 * embedded.glyphOfCode.length);
  embedded.glyphOfCode.forEach((glyph, code) => {
    map[2 * code] = glyph >> 8;
    map[2 * code + 1] = glyph & 0xff;
  });
  const reference = writer.document.ref();
  writer.document.endStream(reference, map);
  return formatReference(reference);
}

/** Fewer equal widths than this are shorter in a list than as a range. */
const shortestRange = 5;

function formatWidths(embedded: EmbeddedFont): string {
  const widths = embedded.glyphOfCode.map((_, code) => statedWidth(embedded, code));
  let entries = '';
  let list: number[] = [];
  let listStart = 0;
  const endList = (): void => {
    if (list.length > 0) entries += `${listStart}[${list.join(' ')}]`;
    list = [];
  };
  for (let code = 0; code < widths.length; ) {
    let end = code + 1;
    while (end < widths.length && widths[end] === widths[code]) end++;
    if (end - code >= shortestRange) {
      endList();
      entries += `${entries.endsWith(']') || entries === '' ? '' : ' '}${code} ${end - 1} ${widths[code]}`;
      listStart = end;
    } else {
      if (list.length === 0) {
        listStart = code;
        if (entries !== '' && !entries.endsWith(']')) entries += ' ';
      }
      list.push(...widths.slice(code, end));
    }
    code = end;
  }
  endList();
  return `/DW 1000/W[${entries}]`;
}

/**
 * Returns 16 bytes that differ between subsets. A subset is told by its codes, glyphs and meanings, and by the font's head, which holds a
 * checksum of the whole font: these are a tenth of the subset's own bytes.
 */
function digestSubset(font: Font, codes: string): Uint8Array {
  const digest = createContentDigest();
  digest.add(font.sfnt.table('head')!);
  digest.add(lowBytes(codes));
  return digest.finish();
}

/** Returns six letters that differ between subsets, as ISO 32000-1, 9.6.4 asks. */
const subsetTag = (digest: Uint8Array): string => String.fromCharCode(...digest.subarray(0, 6).map((byte) => 65 + (byte % 26)));
