/** What a host may lend to painting. */
import type { ByteStore, Deflate } from '../../source/workspace.ts';

/** What makes painting faster. */
export interface PdfTools {
  /** Deflates long texts and fonts: PDFKit takes twice as long. */
  readonly deflate?: Deflate | undefined;
  /** Programs of fonts from earlier builds; of use with `deflate` only. */
  readonly programs?: ByteStore | undefined;
  /** Streams of earlier builds, and the name of this one's; of use with `deflate` only. */
  readonly streams?: KeptStreams | undefined;
}

/** Where a booklet's streams are kept. */
export interface KeptStreams {
  readonly store: ByteStore;
  /** Differs between booklets and editions. */
  readonly name: string;
}
