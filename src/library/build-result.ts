/** What a build is asked for and what it answers: the types of the library, which the command line uses too. */
import type { Diagnostic } from '../engine/index.ts';

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
  /** Where the PDFs go; relative to the current folder. `output` in the project if left out. */
  readonly out?: string;
  /** False writes no file; each PDF is then in `EditionResult.pdf`. */
  readonly write?: boolean;
  /** True takes warnings as seriously as errors: a booklet that has any is not written. */
  readonly strict?: boolean;
  /** Called before each edition, and with what became of it. */
  readonly onStart?: (booklet: string, edition: string) => void;
  readonly onFinish?: (result: EditionResult) => void;
}

/** What became of one edition of one booklet. */
export interface EditionResult {
  /** Name of the booklet's folder. */
  readonly name: string;
  /** The booklet's folder relative to the project. */
  readonly folder: string;
  /** Undefined when the booklet could not even be opened. */
  readonly edition?: string;
  /** Path of the PDF; undefined when none was written. */
  readonly output?: string;
  /** The PDF itself, if it was asked for and nothing forbade it. */
  readonly pdf?: Uint8Array;
  readonly pages: number;
  /** Size of the PDF; 0 when there is none. */
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
