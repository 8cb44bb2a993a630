/**
 * The part of PDFKit 0.20.2 that we use: a writer of objects and pages. Its own typings bring Node's
 * globals with them, which the engine must not see; hence this narrow declaration.
 */
declare module 'pdfkit' {
  /** An indirect object. `data` is written when `end` is called, followed by what was written as its stream. */
  export interface PdfReference {
    readonly id: number;
    data: unknown;
    compress: boolean;
    /** What was written as its stream. */
    readonly buffer: Uint8Array[];
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
  }

  /** A page, open until the next one is added. The getters create their dictionary on first use. */
  export interface PdfPage {
    readonly dictionary: PdfReference & { readonly data: Record<string, unknown> };
    readonly resources: PdfReference & { readonly data: Record<string, unknown> };
    readonly content: PdfReference;
    readonly height: number;
  }

  /** Names by which PDFKit's catalog and its parts are reached; it has no public way to them. */
  export interface PdfCatalog extends PdfReference {
    readonly data: Record<string, unknown> & {
      readonly Names: { readonly data: Record<string, unknown> };
      readonly ViewerPreferences: { readonly data: Record<string, unknown> };
    };
  }

  export interface PdfDocumentOptions {
    readonly pdfVersion: '1.7';
    readonly lang: string;
    readonly displayTitle: boolean;
    readonly tagged: boolean;
    readonly autoFirstPage: boolean;
    readonly font: null;
  }

  export class PDFDocument {
    constructor(options: PdfDocumentOptions);
    page: PdfPage;
    info: Record<string, string>;
    /** Writes the XMP packet; replaced by our own, because PDFKit's does not escape its values. */
    endMetadata: () => void;
    _id: Uint8Array;
    readonly _info: PdfReference;
    /** How much is written, in bytes. */
    readonly _offset: number;
    /** Where objects begin, by their number less one; null until they are written. */
    readonly _offsets: (number | null)[];
    /** How many objects are not ended yet. */
    _waiting: number;
    _write(line: string): void;
    /** Writes the end of the file; called by `end` once no object is waiting. */
    _finalize(): void;
    readonly _root: PdfCatalog;
    addPage(options: { readonly size: readonly [number, number]; readonly margin: number }): this;
    flushPages(): void;
    ref(content?: object): PdfReference;
    getStructTreeRoot(): PdfReference & { data: unknown };
    push(chunk: Uint8Array | null): boolean;
    end(): void;
  }
}
