/**
 * What is long in a font that is embedded: its program, which is a subset of the font's own, and what its codes mean. Making a program
 * takes the outlines of the font, which nothing else in a build that is done again asks for, so both are kept from one build to the next.
 */
import type { PdfReference } from 'pdfkit';
import type { Deflate } from '../../source/workspace.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { lowBytes } from './pdf-syntax.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { subsetFont } from './subset-font.ts';
import { writeToUnicode } from './write-to-unicode.ts';

/** The objects of a font's streams. */
export interface FontStreams {
  readonly program: PdfReference;
  readonly toUnicode: PdfReference;
}

/** Writes the streams of a font. Equal subsets of the same font, whose codes mean the same, have the same key. */
export function writeFontStreams({ document, tools }: PdfWriter, embedded: EmbeddedFont, key: string): FontStreams {
  const { deflate, programs } = tools;
  if (!deflate) {
    const file = subsetFont(embedded.font.sfnt, embedded.glyphs);
    const program = document.ref({ Length1: file.length });
    program.end(file);
    const toUnicode = document.ref();
    toUnicode.end(writeToUnicode(embedded.textOfCode));
    return { program, toUnicode };
  }
  let streams = readStreams(programs?.read(key));
  if (!streams) {
    streams = makeStreams(embedded, deflate);
    programs?.write(key, storeStreams(streams));
  }
  const program = document.ref({ Length1: streams.length });
  document.endDeflated(program, streams.program);
  const toUnicode = document.ref();
  document.endDeflated(toUnicode, streams.toUnicode);
  return { program, toUnicode };
}

/** Streams as they stand in the file, deflated. */
interface DeflatedStreams {
  /** That of the program before it was deflated. */
  readonly length: number;
  readonly program: Uint8Array;
  readonly toUnicode: Uint8Array;
}

function makeStreams({ font, glyphs, textOfCode }: EmbeddedFont, deflate: Deflate): DeflatedStreams {
  const program = subsetFont(font.sfnt, glyphs);
  return {
    length: program.length,
    program: deflate(program, 'thorough'),
    toUnicode: deflate(lowBytes(`${writeToUnicode(textOfCode)}\n`), 'thorough'),
  };
}

/** Three lengths stand before what is kept: those of the program, before and after it was deflated, and of what codes mean. */
const headerLength = 12;

function storeStreams({ length, program, toUnicode }: DeflatedStreams): Uint8Array {
  const file = new Uint8Array(headerLength + program.length + toUnicode.length);
  const header = new DataView(file.buffer);
  header.setUint32(0, length);
  header.setUint32(4, program.length);
  header.setUint32(8, toUnicode.length);
  file.set(program, headerLength);
  file.set(toUnicode, headerLength + program.length);
  return file;
}

/** A file that is not whole is as good as none. */
function readStreams(file: Uint8Array | undefined): DeflatedStreams | undefined {
  if (!file || file.length <= headerLength) return undefined;
  const header = new DataView(file.buffer, file.byteOffset, headerLength);
  const between = headerLength + header.getUint32(4);
  if (between + header.getUint32(8) !== file.length) return undefined;
  return { length: header.getUint32(0), program: file.subarray(headerLength, between), toUnicode: file.subarray(between) };
}
