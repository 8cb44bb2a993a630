/** Formulas as text, to be kept from one build to the next, and back. */

import { hashText } from '../source/hash.ts';
import type { Formula, FormulaRequest } from './formula.ts';

/** Returns the name under which a formula is kept. */
export const formulaKey = ({ tex, isDisplayed, language }: FormulaRequest): string =>
  hashText(JSON.stringify(['formula', tex, isDisplayed, language]));

/** Writes a formula. What was asked for stands with it, since two requests could have the same key. */
export function formatFormula(request: FormulaRequest, formula: Formula): string {
  const text = JSON.stringify({ request, formula });
  return `${hashText(text)}\n${text}`;
}

/** Reads what `formatFormula` has written; undefined when it was for another request or a letter of it has changed. */
export function parseFormula(content: string | undefined, { tex, isDisplayed, language }: FormulaRequest): Formula | undefined {
  const end = content?.indexOf('\n') ?? -1;
  if (content === undefined || end === -1) return undefined;
  const text = content.slice(end + 1);
  if (hashText(text) !== content.slice(0, end)) return undefined;
  const kept = JSON.parse(text) as { readonly request: FormulaRequest; readonly formula: Formula };
  const isSame = kept.request.tex === tex && kept.request.isDisplayed === isDisplayed && kept.request.language === language;
  return isSame ? kept.formula : undefined;
}
