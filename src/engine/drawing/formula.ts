/** A formula of mathematics: what is asked for, and what becomes of it. All lengths are in ems; whoever sets it knows the size. */
import type { Drawing } from './drawing.ts';

/** A formula as the author wrote it. Two equal requests give the same formula. */
export interface FormulaRequest {
  /** LaTeX. */
  readonly tex: string;
  /** Whether it stands on a line of its own: sums and fractions are then larger. */
  readonly isDisplayed: boolean;
  /** BCP 47: of the words that say it. */
  readonly language: string;
}

/** A part of a formula that no line end divides. */
export interface FormulaPart {
  /** In thousandths of an em, black. It is larger by `formulaMargin` on each side, because letters lean over their edges. */
  readonly drawing: Drawing;
  readonly width: number;
  readonly ascent: number;
  readonly descent: number;
  /** Space before it, which vanishes where a line begins with it. */
  readonly spaceBefore: number;
}

/** A part of a formula in text. */
export interface TextPart extends FormulaPart {
  /** How bad a line end before it is, as in TeX: 500 after a relation, 700 after an operator. */
  readonly breakPenalty: number;
}

/** A part of a displayed formula. It is as high as what it shows, so that a fraction moves no lines but its own. */
export interface FormulaPiece extends FormulaPart {
  /** The formula; a further statement, after a wide space or with an arrow of implication; a relation; or an operator of a sum or product. */
  readonly begins: 'formula' | 'statement' | 'relation' | 'sum' | 'product';
  /** Width of the sign that it begins with, and of the space behind that; 0 without a sign. */
  readonly sign: number;
}

/** How far a drawing reaches beyond its part, in ems. */
export const formulaMargin = 0.25;

/** A formula that has been set. */
export interface Formula {
  /** One for a displayed formula; for one in text as many as lines may divide it into. */
  readonly parts: readonly TextPart[];
  /** What lines may divide a displayed formula into where it is too wide; undefined where nothing can divide it. */
  readonly pieces?: readonly FormulaPiece[];
  /** Presentation MathML. */
  readonly mathml: string;
  /** What a reading voice says; undefined in languages without rules for that. */
  readonly spoken?: string;
}

/** A mistake in a formula, at offsets of its LaTeX. */
export interface FormulaProblem {
  readonly severity: 'error';
  readonly code: `drawing/${string}`;
  readonly message: string;
  readonly hint: string;
  readonly start: number;
  readonly end: number;
}

/** What setting a formula gives: the formula, or what is wrong with it. */
export interface SetFormula {
  readonly formula?: Formula;
  readonly problems: readonly FormulaProblem[];
}
