/** The engine's only door to the world: project files by relative path, and the resources that ship with Octavo. */

/**
 * Why a file could not be had. `outside` means that the path leaves the project's folder. Where a text is wanted, a file
 * may turn out to be something else, whatever its name.
 */
export type ReadFailure =
  | 'missing'
  | 'outside'
  | 'not-utf8'
  | 'word-document'
  | 'spreadsheet'
  | 'office-document'
  | 'pdf'
  | 'too-large'
  | 'unreadable';

/** A file's content, or why there is none. */
export type ReadResult<Content> =
  | {
      readonly ok: true;
      readonly content: Content;
      /** A name for equal content, of those who have one at hand. */
      readonly digest?: string;
    }
  | { readonly ok: false; readonly failure: ReadFailure };

/** The author's project. All paths are relative to its root, with forward slashes. */
export interface Workspace {
  readText(path: string): Promise<ReadResult<string>>;
  readBytes(path: string): Promise<ReadResult<Uint8Array>>;
  /** Names of the files directly in a folder, sorted by code unit; empty when there is no such folder. */
  list(folder: string): Promise<readonly string[]>;
  /** Names of the folders directly in a folder, sorted by code unit; empty when there is no such folder. */
  listFolders(folder: string): Promise<readonly string[]>;
}

/** A font file of which parts can be read. */
export interface FontFile {
  /** In bytes. */
  readonly length: number;
  /** Returns the bytes from `start` up to `end`. Nobody changes them. */
  read(start: number, end: number): Uint8Array;
}

/** One face of a bundled font family. */
export interface FontFaceSource {
  readonly family: string;
  readonly weight: number;
  readonly style: 'normal' | 'italic';
  /** The package that carries the face, for messages. */
  readonly packageName: string;
  /** Reads the TrueType file, or opens it. Called at most once for each compilation, and only for faces that are used. */
  load(): Uint8Array | FontFile;
}

/** Where the packages of fonts live. */
export const fontScope = '@expo-google-fonts';

/** A package of fonts that somebody installed beside the project or Octavo. */
export interface FontPackageSource {
  /** With its scope, such as `@expo-google-fonts/noto-sans-thai`. */
  readonly packageName: string;
  /** Looks for the faces of the package; empty when there are none in it. */
  faces(): readonly FontFaceSource[];
}

/** What ships with Octavo rather than with the booklet. Reading is synchronous: these files are small and local. */
export interface Resources {
  readonly fontFaces: readonly FontFaceSource[];
  /** Font packages besides the bundled ones, by name; asked for when a family or a character is not found among these. */
  fontPackages?(): readonly FontPackageSource[];
  /** The bytes of HarfBuzz as WebAssembly. */
  harfbuzz(): Uint8Array;
  /** Packed hyphenation patterns of a language (see text/hyphenate.ts), or undefined when there are none. */
  hyphenationPatterns(language: string): Uint8Array | undefined;
  /** Charts drawn by earlier builds; without it each build draws its own. */
  readonly drawings?: TextStore;
  /** Words shaped and paragraphs set by earlier builds; without it each build makes its own. */
  readonly texts?: TableStore;
  /** Page breaks of earlier builds; without it each build finds its own. */
  readonly cuts?: TableStore;
  /** Programs of fonts, and what their codes mean, from the PDF files of earlier builds; without it each build makes its own. */
  readonly programs?: ByteStore;
  /** Streams of pages and tags from the PDF files of earlier builds; without it each build deflates its own. */
  readonly streams?: ByteStore;
  /** Files parsed by earlier builds; without it each build parses its own. */
  readonly trees?: TextStore;
}

/** JSON kept from one build to the next, for the same version of Octavo only. */
export interface TextStore {
  /** Returns what was last written under a key of letters and digits, maybe in other escapes; undefined when it is not there, or no longer. */
  read(key: string): string | undefined;
  /** Keeps some JSON if that is possible. Never throws. */
  write(key: string, content: string): void;
}

/** Numbers, and a text that says what they mean. */
export interface KeptTable {
  /** JSON. */
  readonly head: string;
  readonly integers: Int32Array;
  readonly reals: Float64Array;
}

/** Tables kept from one build to the next, for the same version of Octavo only. */
export interface TableStore {
  /** Returns what was last written under a key of letters and digits; undefined when it is not there, or no longer. */
  read(key: string): KeptTable | undefined;
  /** Keeps a table if that is possible. Never throws. */
  write(key: string, table: KeptTable): void;
}

/** Bytes kept from one build to the next, for the same version of Octavo only. */
export interface ByteStore {
  /** Returns what was last written under a key of 16 hexadecimal digits; undefined when it is not there, or no longer. */
  read(key: string): Uint8Array | undefined;
  /** Keeps some bytes if that is possible. Never throws. */
  write(key: string, bytes: Uint8Array): void;
}

/** Deflates bytes (RFC 1950): quickly, or thoroughly what is kept or shrinks much. */
export type Deflate = (content: Uint8Array, effort: 'quick' | 'thorough') => Uint8Array;
