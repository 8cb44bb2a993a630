/**
 * Sets the formulas of a booklet, or takes them as an earlier build has set them: then MathJax is not even loaded.
 *
 * A formula is set in ems, so it looks the same in every edition, size and color, and is set once.
 */
import { hasLabels, labelsFor } from './content/labels.ts';
import type { Formula, FormulaProblem, FormulaRequest, SetFormula } from './drawing/formula.ts';
import { formatFormula, formulaKey, parseFormula } from './drawing/store-formula.ts';
import type { MarkupElement } from './markup/element.ts';
import type { Report } from './source/diagnostic.ts';
import type { Span } from './source/source-file.ts';
import type { TextStore } from './source/workspace.ts';
import { speakChemistry } from './speak-chemistry.ts';

/** What has been set so far; kept over the editions of a booklet. */
export type FormulaCache = Map<string, SetFormula>;

/** Where formulas come from. */
export interface FormulaSources {
  readonly formulas: FormulaCache;
  /** The language of the booklet; passages may have their own. */
  readonly language: string;
  readonly drawings: TextStore | undefined;
}

/** All formulas of a booklet. */
export interface LoadedFormulas {
  /** Finds the formulas of a tree that was made from the one that was loaded. */
  within(root: MarkupElement): ReadonlyMap<MarkupElement, Formula>;
  /** Returns the formula of a `<formula>` in a language; undefined when it could not be set. */
  formulaOf(element: { readonly attributes: ReadonlyMap<string, string> }, language: string): Formula | undefined;
}

/** Sets every formula of `root`. What cannot be set is reported and left out. */
export async function loadFormulas(root: MarkupElement, from: FormulaSources, report: Report): Promise<LoadedFormulas> {
  let press: { readonly setFormula: (request: FormulaRequest) => Promise<SetFormula> } | undefined;
  for (const { element, language } of formulasIn(root, from.language)) {
    const request = requestOf(element, language);
    if (request.tex.trim() === '') continue;
    const key = keyOf(request);
    let set = from.formulas.get(key);
    if (!set) {
      const storeKey = from.drawings ? formulaKey(request) : '';
      const kept = parseFormula(from.drawings?.read(storeKey), request);
      if (!kept) press ??= await import('./drawing/set-formula.ts');
      set = kept ? { formula: kept, problems: [] } : await press!.setFormula(request);
      if (set.formula && !kept) from.drawings?.write(storeKey, formatFormula(request, set.formula));
      const spoken = set.formula && hasLabels(language) ? speakChemistry(request.tex, labelsFor(language)) : undefined;
      if (set.formula && spoken !== undefined) set = { ...set, formula: { ...set.formula, spoken } };
      from.formulas.set(key, set);
    }
    for (const problem of set.problems) {
      const { start: _, end: __, ...diagnostic } = problem;
      report({ ...diagnostic, ...placeOf(problem, request.tex, element.origin) });
    }
  }
  const formulaOf: LoadedFormulas['formulaOf'] = (element, language) => from.formulas.get(keyOf(requestOf(element, language)))?.formula;
  return {
    formulaOf,
    within(tree) {
      const found = new Map<MarkupElement, Formula>();
      for (const { element, language } of formulasIn(tree, from.language)) {
        const formula = formulaOf(element, language);
        if (formula) found.set(element, formula);
      }
      return found;
    },
  };
}

function requestOf({ attributes }: { readonly attributes: ReadonlyMap<string, string> }, language: string): FormulaRequest {
  return { tex: attributes.get('tex') ?? '', isDisplayed: attributes.get('display') === 'block', language };
}

const keyOf = ({ tex, isDisplayed, language }: FormulaRequest): string => `${language} ${isDisplayed} ${tex}`;

interface FormulaElement {
  readonly element: MarkupElement;
  readonly language: string;
}

function formulasIn(root: MarkupElement, booklet: string): readonly FormulaElement[] {
  const found: FormulaElement[] = [];
  const visit = (element: MarkupElement, outer: string): void => {
    const language = element.attributes.get('lang') ?? outer;
    if (element.name === 'formula') found.push({ element, language });
    const { children } = element;
    for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element') visit(children[at] as MarkupElement, language);
  };
  visit(root, booklet);
  return found;
}

/** The place in the file, when the LaTeX stands there as it is; the whole formula otherwise. */
function placeOf({ start, end }: FormulaProblem, tex: string, origin: Span | undefined): { readonly span?: Span } {
  if (!origin) return {};
  const at = origin.file.text.slice(origin.start, origin.end).indexOf(tex);
  if (at === -1) return { span: origin };
  return { span: { file: origin.file, start: origin.start + at + start, end: origin.start + at + Math.max(end, start + 1) } };
}
