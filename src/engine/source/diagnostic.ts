/** What is wrong with an author's files, as data. Nothing in the engine throws for an author's mistake. */
import type { Span } from './source-file.ts';

/** One problem. `message` is lower case without a full stop, in the author's words; `hint` is an instruction. */
export interface Diagnostic {
  readonly severity: 'error' | 'warning';
  /** `stage/problem`, stable and listed in the manual. */
  readonly code: `${string}/${string}`;
  readonly message: string;
  readonly span?: Span;
  readonly hint?: string;
}

/** Takes a problem as soon as it is found; stages go on with a repaired or empty value. */
export type Report = (diagnostic: Diagnostic) => void;
