/**
 * The programs of fonts: their subsets, deflated. Making one takes the outlines of the font, which nothing else in a build that is done
 * again asks for, so programs are kept from one build to the next.
 */
import type { PdfReference } from 'pdfkit';
import type { Deflate } from '../../source/workspace.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import type { PdfWriter } from './pdf-writer.ts';
import { subsetFont } from './subset-font.ts';

/** Writes the program of a font, and returns its object. Equal subsets of the same font have the same key. */
export function writeProgram({ document, tools }: PdfWriter, embedded: EmbeddedFont, key: string): PdfReference {
  const { deflate, programs } = tools;
  if (!deflate) {
    const program = subsetFont(embedded.font.sfnt, embedded.glyphs);
    const file = document.ref({ Length1: program.length });
    file.end(program);
    return file;
  }
  let program = readProgram(programs?.read(key));
  if (!program) {
    program = makeProgram(embedded, deflate);
    programs?.write(key, storeProgram(program));
  }
  const file = document.ref({ Length1: program.length });
  document.endDeflated(file, program.deflated);
  return file;
}

/** A program as it stands in the file. */
interface Program {
  /** Before it was deflated. */
  readonly length: number;
  readonly deflated: Uint8Array;
}

function makeProgram({ font, glyphs }: EmbeddedFont, deflate: Deflate): Program {
  const program = subsetFont(font.sfnt, glyphs);
  return { length: program.length, deflated: deflate(program) };
}

/** Two lengths stand before what is kept: that of the program, and that of the rest of the file. */
const headerLength = 8;

function storeProgram({ length, deflated }: Program): Uint8Array {
  const file = new Uint8Array(headerLength + deflated.length);
  const header = new DataView(file.buffer);
  header.setUint32(0, length);
  header.setUint32(4, deflated.length);
  file.set(deflated, headerLength);
  return file;
}

/** A file that is not whole is as good as none. */
function readProgram(file: Uint8Array | undefined): Program | undefined {
  if (!file || file.length <= headerLength) return undefined;
  const header = new DataView(file.buffer, file.byteOffset, headerLength);
  const deflated = file.subarray(headerLength);
  return header.getUint32(4) === deflated.length ? { length: header.getUint32(0), deflated } : undefined;
}
