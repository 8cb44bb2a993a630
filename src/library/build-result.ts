/** What a build is asked for and what it answers: the types of the library, which the command line uses too. */
import { type Diagnostic, type TwinFormat, twinFormats } from '../engine/index.ts';

/** What a booklet can be built as: the printed pages, and twins of them for screen readers, phones and braille. */
export type BuildFormat = 'pdf' | TwinFormat;

/** All formats, in the order in which they are built. */
export const buildFormats: readonly BuildFormat[] = ['pdf', ...twinFormats];

/** The ending of a file's name in each format. */
export const formatEndings: Readonly<Record<BuildFormat, string>> = { pdf: 'pdf', html: 'html', text: 'txt' };

/** What to build. Everything may be left out: then every edition of every booklet around the current folder is built. */
export interface BuildOptions {
  /** The folder that holds content/, or one inside it. The current folder if left out. */
  readonly project?: string;
  /** Names such as `safe-water`, or paths such as `content/safe-water`. All booklets if left out. */
  readonly booklets?: readonly string[];
  /** Names such as `student`. All editions that each booklet asks for if left out. */
  readonly editions?: readonly string[];
  /** Overrides each booklet's own: `a4`, `letter`, `a5`, `half-letter` or a size such as `148mm x 210mm`. */
  readonly paper?: string;
  /** What to make of each edition. Only the PDF if left out. */
  readonly formats?: readonly BuildFormat[];
  /** Where the files go; relative to the current folder. `output` in the project if left out. */
  readonly out?: string;
  /** False writes no file; everything is then in `EditionResult.files`, and each PDF in `EditionResult.pdf`. */
  readonly write?: boolean;
  /** True takes warnings as seriously as errors: a booklet that has any is not written. */
  readonly strict?: boolean;
  /** Called before each edition is laid out, and, when all of its booklet are, with what became of it. */
  readonly onStart?: (booklet: string, edition: string) => void;
  readonly onFinish?: (result: EditionResult) => void;
}

/** One file of an edition. */
export interface BuiltFile {
  readonly format: BuildFormat;
  /** Undefined when nothing was to be written. */
  readonly path?: string;
  readonly bytes: number;
  /** What is in it, if that was asked for instead of files. */
  readonly content?: Uint8Array;
}

/** What became of one edition of one booklet. */
export interface EditionResult {
  /** Name of the booklet's folder. */
  readonly name: string;
  /** The booklet's folder relative to the project. */
  readonly folder: string;
  /** Undefined when the booklet could not even be opened. */
  readonly edition?: string;
  /** Path of the PDF, or of the first twin where no PDF was asked for; undefined when none was written. */
  readonly output?: string;
  /** Everything that was made, in the order of `buildFormats`; empty when a mistake forbade it, in this edition or another of the booklet. */
  readonly files: readonly BuiltFile[];
  /** The PDF itself, if it was asked for and nothing forbade it. */
  readonly pdf?: Uint8Array;
  /** Pages of the PDF; 0 when none was asked for. */
  readonly pages: number;
  /** Size of the file that `output` names; 0 when there is none. */
  readonly bytes: number;
  readonly milliseconds: number;
  /** Everything that was found wrong with this edition, by file and place. */
  readonly diagnostics: readonly Diagnostic[];
  /** A bug of Octavo or a failure of the machine; never the author's mistake. The other booklets are built all the same. */
  readonly fault?: Error;
}

/** What became of all that was asked for. */
export interface BuildResult {
  /** The folder that holds content/. */
  readonly project: string;
  /** In the order of building: by booklet, then by edition. */
  readonly booklets: readonly EditionResult[];
  /** Whether everything that was asked for is there. Warnings do not count, unless the build is strict. */
  readonly isComplete: boolean;
}
