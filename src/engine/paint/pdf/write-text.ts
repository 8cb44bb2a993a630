/** Writes positioned words as text operators: one text object for neighboring items, exact places by adjustments. */

import type { CopiedText, TextItem } from '../../document/paged-document.ts';
import type { Color } from '../../drawing/drawing.ts';
import type { Transform } from '../../geometry/transform.ts';
import type { PlacedWords } from '../../text/placed-words.ts';
import { type ContentStream, endText, nameResource, setFill, setRendering } from './content-stream.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { adjustment, encodeCode, encodeSpacedWord, encodeWord, encodeWordBefore, readable, smallestAdjustment } from './encode-word.ts';
import { formatFine, formatNumber } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { codeOf, embedFont } from './write-fonts.ts';

/** Writes an item of a page. The text object stays open for the next one. */
export function writeTextItem(writer: PdfWriter, stream: ContentStream, item: TextItem): void {
  if (item.words.length === 0 || item.size <= 0) return;
  if (item.isTurned) {
    writeTransformedText(writer, stream, { ...item, transform: [0, -1, 1, 0, item.x, item.y] });
    return;
  }
  beginLine(stream, item.x, item.y);
  writeWords(writer, stream, item);
}

/** A code stands for this many characters: Poppler leaves out those that a Unicode map gives more. */
const mostCopied = 60;

/** Writes text that is not seen: glyphs without a shape, as wide as what is seen in their place. */
export function writeCopiedText(writer: PdfWriter, stream: ContentStream, copied: CopiedText, isTurned = false): void {
  const { text, font, size, x, y, width } = copied;
  if (text === '' || size <= 0) return;
  endText(stream);
  const turn = isTurned ? '0 -1 -1 0' : '1 0 0 -1';
  stream.operators += `BT\n${turn} ${formatNumber(x)} ${formatNumber(y)} Tm\n`;
  stream.line = { x: 0, y: 0 };
  const embedded = embedFont(writer, font);
  stream.operators += changeText(stream, embedded, { size, letterSpacing: 0 });
  const advance = Math.round((width / size / Math.ceil(text.length / mostCopied)) * font.unitsPerEm);
  let shown = '';
  for (let at = 0; at < text.length; at += mostCopied) {
    shown += encodeCode(codeOf(embedded, { parts: [], advance }, readable(text.slice(at, at + mostCopied))));
  }
  stream.operators += `(${shown})Tj\n`;
  endText(stream);
}

/** Writes text under a transform of its own, as in a drawing: words start at its origin. */
export function writeTransformedText(writer: PdfWriter, stream: ContentStream, text: TransformedText): void {
  if (text.words.length === 0 || text.size <= 0) return;
  endText(stream);
  const [a, b, c, d, e, f] = text.transform;
  const matrix = `${formatFine(a)} ${formatFine(b)} ${formatFine(-c)} ${formatFine(-d)} ${formatNumber(e)} ${formatNumber(f)}`;
  stream.operators += `BT\n${matrix} Tm\n`;
  stream.line = { x: 0, y: 0 };
  writeWords(writer, stream, { letterSpacing: 0, ...text });
  endText(stream);
}

/** Words under a transform that maps their baseline to the page or form. */
export interface TransformedText extends PlacedWords {
  readonly transform: Transform;
  readonly size: number;
  readonly color: Color;
  readonly letterSpacing?: number;
}

function beginLine(stream: ContentStream, x: number, y: number): void {
  const [left, baseline] = [hundredths(x), hundredths(y)];
  if (!stream.line) {
    // Pages are written with y going down; glyphs must be turned up again.
    stream.operators += `BT\n1 0 0 -1 ${formatNumber(left)} ${formatNumber(baseline)} Tm\n`;
  } else {
    stream.operators += `${formatNumber(left - stream.line.x)} ${formatNumber(stream.line.y - baseline)} Td\n`;
  }
  stream.line = { x: left, y: baseline };
}

/** Rounds as numbers are written, so that steps between lines do not add up errors. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

type LineOfWords = PlacedWords & Pick<TextItem, 'size' | 'color' | 'letterSpacing' | 'isInvisible'>;

function writeWords(writer: PdfWriter, stream: ContentStream, line: LineOfWords): void {
  setRendering(stream, line.isInvisible === true);
  if (!line.isInvisible) setFill(writer, stream, line.color);
  const perEm = 1000 / line.size;
  let shown = '';
  let isAdjusted = false;
  let pen = 0;
  let embedded: EmbeddedFont | undefined;
  let spacing = Number.NaN;
  const { words, offsets, rooms } = line;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    let encoded = rooms === undefined ? encodeWord(writer, word) : encodeWordBefore(writer, word, rooms[index]! / line.size);
    let letterSpacing = encoded.takesSpacing ? line.letterSpacing : 0;
    if (letterSpacing !== 0 && encoded.codeCount !== encoded.clusterCount) {
      encoded = encodeSpacedWord(writer, word, letterSpacing * perEm);
      letterSpacing = 0;
    }
    if (encoded.embedded !== embedded || letterSpacing !== spacing) {
      embedded = encoded.embedded;
      spacing = letterSpacing;
      const change = changeText(stream, embedded, { size: line.size, letterSpacing });
      if (change !== '') {
        stream.operators += showing(shown, isAdjusted) + change;
        shown = '';
        isAdjusted = false;
      }
    }
    const distance = offsets[index]! * perEm - pen;
    if (Math.abs(distance) > smallestAdjustment) {
      shown += adjustment(distance);
      isAdjusted = true;
      pen += Math.round(distance);
    }
    pen += encoded.advance + encoded.codeCount * letterSpacing * perEm;
    shown += encoded.shown;
    isAdjusted ||= encoded.isAdjusted;
  }
  stream.operators += showing(shown, isAdjusted);
}

const showing = (shown: string, isAdjusted: boolean): string => (shown === '' ? '' : isAdjusted ? `[(${shown})]TJ\n` : `(${shown})Tj\n`);

/** Changes the state of text and returns the operators that do so; none when the reader has it already. */
function changeText(
  stream: ContentStream,
  embedded: EmbeddedFont,
  { size, letterSpacing }: Pick<TextItem, 'size' | 'letterSpacing'>,
): string {
  let change = '';
  const font = `/${embedded.name} ${formatFine(size)} Tf\n`;
  if (stream.state.font !== font) {
    nameResource(stream, 'Font', embedded);
    stream.state.font = font;
    change += font;
  }
  const tracking = `${formatFine(letterSpacing)} Tc\n`;
  if (stream.state.tracking !== tracking) {
    stream.state.tracking = tracking;
    change += tracking;
  }
  return change;
}
