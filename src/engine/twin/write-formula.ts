/** Formulas in the twins: MathML on the web page, LaTeX in the plain text. */
import { type MarkupElement, textOf } from '../markup/element.ts';
import { escapeHtml, type HtmlPage, type HtmlPlace } from './html-page.ts';

/** Whether a formula stands on a line of its own. */
export const isDisplayed = (element: MarkupElement): boolean => element.attributes.get('display') === 'block';

/** Returns the LaTeX of a formula on one line. */
export const latexOf = (element: MarkupElement): string => (element.attributes.get('tex') ?? '').trim().replace(/\s+/g, ' ');

/** Returns the number of a formula, such as `(2)`; empty when it has none. */
export const numberOf = (element: MarkupElement): string => element.children.map(textOf).join('').trim();

/** Writes a formula as MathML, which reading voices know; the words for it are for those that do not. */
export function writeFormula(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const formula = page.twin.formulas.get(element);
  if (!formula) return;
  const isBlock = isDisplayed(element) && !place.isInline;
  const alt = element.attributes.get('alt')?.trim() || formula.spoken || latexOf(element);
  const opening = `<math alttext="${escapeHtml(alt)}"${isBlock ? ' display="block"' : ''}>`;
  const mathml = formula.mathml.replace(/^<math[^>]*>/, opening);
  const id = element.attributes.get('id');
  const name = id !== undefined && /^\S+$/.test(id) ? ` id="${escapeHtml(id)}"` : '';
  const number = numberOf(element);
  if (!isBlock) page.parts.push(name === '' ? mathml : `<span${name}>${mathml}</span>`);
  else page.parts.push(`\n<div class="twin-formula"${name}>${mathml}${number === '' ? '' : `<span>${escapeHtml(number)}</span>`}</div>`);
}
