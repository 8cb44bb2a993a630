/** What is held open while a PDF is written: PDFKit's document, and everything that is shared between pages. */
import { PDFDocument, type PdfDocumentOptions, type PdfReference } from 'pdfkit';
import type { Drawing } from '../../drawing/drawing.ts';
import type { Deflate } from '../../source/workspace.ts';
import type { Font } from '../../text/font.ts';
import { ByteWriter } from './byte-writer.ts';
import type { EmbeddedFont } from './embedded-font.ts';
import { type PackedPlaces, writeCrossReferences, writeObjectStreams } from './object-streams.ts';
import type { PdfTools } from './pdf-tools.ts';

/** An object that pages refer to by name. */
export interface NamedResource {
  readonly name: string;
  readonly reference: ReturnType<PDFDocument['ref']>;
}

/** The state of one painting. Its maps grow while pages are painted; nothing else changes. */
export interface PdfWriter {
  readonly document: CollectingDocument;
  readonly tools: PdfTools;
  /** Operators of the pages and forms that are being painted. */
  readonly operators: ByteWriter;
  readonly fonts: Map<Font, EmbeddedFont>;
  /** Bitmaps by key. */
  readonly images: Map<string, NamedResource>;
  readonly drawings: Map<Drawing, NamedResource>;
  /** Drawings by what they show, so that equal ones are written once. */
  readonly forms: Map<string, NamedResource>;
  /** Opacities by value. */
  readonly graphicsStates: Map<string, NamedResource>;
  /** Gradients by value. */
  readonly shadings: Map<string, NamedResource>;
}

/**
 * PDFKit's document with its stream taken off: chunks are kept as they come, since nothing is gained by waiting.
 * Small objects are packed into object streams, which PDFKit does not know.
 */
export class CollectingDocument extends PDFDocument {
  // Declared without a value: PDFKit's constructor already pushes, before fields would be set up.
  declare chunks: Uint8Array[] | undefined;
  readonly #deflate: Deflate | undefined;
  readonly #packedIds: number[] = [];
  readonly #packedTexts: string[] = [];
  #places: PackedPlaces | undefined;

  constructor(options: PdfDocumentOptions, deflate: Deflate | undefined) {
    super(options);
    this.#deflate = deflate;
  }

  /** Takes the number of an object that will be packed: PDFKit's own objects hold much that such a one does not need. */
  reserve(): number {
    return this._offsets.push(null);
  }

  /** Writes the stream of an object, which is ended later. */
  writeStream(object: PdfReference, content: Uint8Array): void {
    if (!this.#deflate) {
      object.write(content.slice());
      return;
    }
    object.compress = false;
    (object.data as { Filter?: string }).Filter = 'FlateDecode';
    object.write(this.#deflate(content, 'quick'));
  }

  /** Ends an object whose stream is this, and shrinks much when it is given time. */
  endStream(object: PdfReference, content: Uint8Array): void {
    if (this.#deflate) this.endDeflated(object, this.#deflate(content, 'thorough'));
    else object.end(content);
  }

  /** Ends an object whose stream is this and is deflated already. */
  endDeflated(object: PdfReference, stream: Uint8Array): void {
    object.compress = false;
    object.write(stream);
    (object.data as { Filter?: string }).Filter = 'FlateDecode';
    object.end();
  }

  /** Ends an object without writing it; `endPacks` will. `syntax` is all of it, in ASCII. */
  pack(id: number, syntax: string): void {
    this.#packedIds.push(id);
    this.#packedTexts.push(syntax);
  }

  /** Writes all objects that were packed. None can be packed after it. */
  endPacks(): void {
    this.#places = writeObjectStreams(this, { ids: this.#packedIds, texts: this.#packedTexts });
  }

  override _finalize(): void {
    writeCrossReferences(this, this.#places!);
  }

  override push(chunk: Uint8Array | null): boolean {
    if (chunk) (this.chunks ??= []).push(chunk);
    return true;
  }
}

/** Opens a PDF, whose own streams `deflate` deflates. Without one PDFKit does so in its own way. */
export function openPdf(options: PdfDocumentOptions, tools: PdfTools = {}, deflate = tools.deflate): PdfWriter {
  return {
    document: new CollectingDocument(options, deflate),
    tools,
    operators: new ByteWriter(operatorRoom),
    fonts: new Map(),
    images: new Map(),
    drawings: new Map(),
    forms: new Map(),
    graphicsStates: new Map(),
    shadings: new Map(),
  };
}

/** Pages of text have a quarter of it. */
const operatorRoom = 65_536;

/** Joins the written file. */
export function joinChunks(document: CollectingDocument): Uint8Array {
  const chunks = document.chunks ?? [];
  const file = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let offset = 0;
  for (const chunk of chunks) {
    file.set(chunk, offset);
    offset += chunk.length;
  }
  return file;
}
