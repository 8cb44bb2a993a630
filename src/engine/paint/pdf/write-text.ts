/** Writes positioned words as text operators: one text object for neighboring items, exact places by adjustments. */

import type { CopiedText, TextItem } from '../../document/paged-document.ts';
import type { Color } from '../../drawing/drawing.ts';
import type { Transform } from '../../geometry/transform.ts';
import type { PlacedWords } from '../../text/placed-words.ts';
import type { ByteWriter } from './byte-writer.ts';
import { type ContentStream, endText, nameResource, setFill, setRendering } from './content-stream.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { encodeSpacedWord, encodeWord, encodeWordBefore, readable, smallestAdjustment, writeAdjustment, writeCode } from './encode-word.ts';
import { formatFine, formatNumber, roundFine } from './pdf-syntax.ts';
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
  const { operators } = stream;
  const turn = isTurned ? '0 -1 -1 0' : '1 0 0 -1';
  operators.write(`BT\n${turn} ${formatNumber(x)} ${formatNumber(y)} Tm\n`);
  stream.line = { x: 0, y: 0 };
  const embedded = embedFont(writer, font);
  operators.write(changeText(stream, embedded, size, 0));
  const advance = Math.round((width / size / Math.ceil(text.length / mostCopied)) * font.unitsPerEm);
  operators.write('(');
  for (let at = 0; at < text.length; at += mostCopied) {
    writeCode(operators, codeOf(embedded, { parts: [], advance }, readable(text.slice(at, at + mostCopied))));
  }
  operators.write(')Tj\n');
  endText(stream);
}

/** Writes text under a transform of its own, as in a drawing: words start at its origin. */
export function writeTransformedText(writer: PdfWriter, stream: ContentStream, text: TransformedText): void {
  if (text.words.length === 0 || text.size <= 0) return;
  endText(stream);
  const [a, b, c, d, e, f] = text.transform;
  const matrix = `${formatFine(a)} ${formatFine(b)} ${formatFine(-c)} ${formatFine(-d)} ${formatNumber(e)} ${formatNumber(f)}`;
  stream.operators.write(`BT\n${matrix} Tm\n`);
  stream.line = { x: 0, y: 0 };
  writeWords(writer, stream, text);
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
  const left = hundredths(x);
  const baseline = hundredths(y);
  const { line, operators } = stream;
  if (line) {
    operators.writeNumber(left - line.x);
    operators.write(' ');
    operators.writeNumber(line.y - baseline);
    operators.write(' Td\n');
    line.x = left;
    line.y = baseline;
  } else {
    // Pages are written with y going down; glyphs must be turned up again.
    operators.write('BT\n1 0 0 -1 ');
    operators.writeNumber(left);
    operators.write(' ');
    operators.writeNumber(baseline);
    operators.write(' Tm\n');
    stream.line = { x: left, y: baseline };
  }
}

/** Rounds as numbers are written, so that steps between lines do not add up errors. */
const hundredths = (value: number): number => Math.round(value * 100) / 100;

type LineOfWords = PlacedWords & Pick<TextItem, 'size' | 'color' | 'isInvisible'> & { readonly letterSpacing?: number };

function writeWords(writer: PdfWriter, stream: ContentStream, line: LineOfWords): void {
  setRendering(stream, line.isInvisible === true);
  if (!line.isInvisible) setFill(writer, stream, line.color);
  const { words, offsets, rooms, size, letterSpacing: wanted = 0 } = line;
  const { operators } = stream;
  const perEm = 1000 / size;
  /** Where the operand in hand begins; -1 for none. */
  let start = -1;
  let isAdjusted = false;
  let pen = 0;
  let embedded: EmbeddedFont | undefined;
  let spacing = Number.NaN;
  for (let index = 0; index < words.length; index++) {
    const word = words[index]!;
    if (word.font !== embedded?.font) {
      embedded = embedFont(writer, word.font);
      spacing = Number.NaN;
    }
    let encoded = rooms === undefined ? encodeWord(embedded, word) : encodeWordBefore(embedded, word, rooms[index]! / size);
    let letterSpacing = encoded.takesSpacing ? wanted : 0;
    if (letterSpacing !== 0 && encoded.codeCount !== encoded.clusterCount) {
      encoded = encodeSpacedWord(embedded, word, letterSpacing * perEm);
      letterSpacing = 0;
    }
    if (letterSpacing !== spacing) {
      spacing = letterSpacing;
      const change = changeText(stream, embedded, size, letterSpacing);
      if (change !== '') {
        if (start !== -1) endOperand(operators, start, isAdjusted);
        start = -1;
        isAdjusted = false;
        operators.write(change);
      }
    }
    const distance = offsets[index]! * perEm - pen;
    const isMoved = Math.abs(distance) > smallestAdjustment;
    if (start === -1 && (isMoved || encoded.end > encoded.start)) {
      start = operators.length;
      operators.write('(');
    }
    if (isMoved) {
      writeAdjustment(operators, distance);
      isAdjusted = true;
      pen += Math.round(distance);
    }
    operators.copy(embedded.shown.bytes, encoded.start, encoded.end);
    isAdjusted ||= encoded.isAdjusted;
    pen += encoded.advance + encoded.codeCount * letterSpacing * perEm;
  }
  if (start !== -1) endOperand(operators, start, isAdjusted);
}

/** Ends a string that is shown, which began at `start`; one with adjustments in it is an array of strings. */
function endOperand(operators: ByteWriter, start: number, isAdjusted: boolean): void {
  if (isAdjusted) operators.insertByte(start, leftBracket);
  operators.write(isAdjusted ? ')]TJ\n' : ')Tj\n');
}

const leftBracket = 0x5b;

/** Changes the state of text and returns the operators that do so; none when the reader has it already. */
function changeText(stream: ContentStream, embedded: EmbeddedFont, size: number, letterSpacing: number): string {
  const { state } = stream;
  let change = '';
  const fontSize = roundFine(size);
  if (state.font !== embedded || state.fontSize !== fontSize) {
    nameResource(stream, 'Font', embedded);
    state.font = embedded;
    state.fontSize = fontSize;
    change += `/${embedded.name} ${fontSize} Tf\n`;
  }
  const tracking = roundFine(letterSpacing);
  if (state.tracking !== tracking) {
    state.tracking = tracking;
    change += `${tracking} Tc\n`;
  }
  return change;
}
