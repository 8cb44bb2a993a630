/** What runs of formulas and links carry beside their text. */
import type { CopiedText } from '../document/paged-document.ts';
import type { FormulaPart } from '../drawing/formula.ts';
import type { Pt } from '../geometry/length.ts';

/** A formula, or the part of one that a line may divide from the rest. */
export interface FormulaTrace {
  readonly parts: readonly FormulaPart[];
  /** Its em. */
  readonly size: Pt;
  /** What copying gives, in the font of the text around it; empty for all parts but the first. */
  readonly copied: Pick<CopiedText, 'text' | 'font'>;
}

/** A link as the author wrote it; runs of the same link share the object. */
export interface LinkTrace {
  readonly target: string;
  readonly description: string;
}
