/** A formula of Markdown to `<formula>`: its LaTeX is an attribute, so that nothing takes it for words. */
import type { Token } from 'markdown-it';
import { type BuildContext, blockElement, type TokenReader } from './build-context.ts';
import type { AttributeValue } from './directives.ts';
import type { FormulaPlace } from './formula-rules.ts';
import type { Locate } from './locate-inline.ts';
import { placeOf } from './markdown-parser.ts';
import { displayedInText, emptyFormula, unclosedFormula } from './markdown-problems.ts';
import type { ProseElement } from './prose.ts';
import { readAttributes } from './read-attributes.ts';
import { fileOffset } from './text-map.ts';

const formulaAttributes: ReadonlyMap<string, AttributeValue> = new Map<string, AttributeValue>([
  ['alt', 'text'],
  ['id', 'text'],
  ['class', 'text'],
]);

/** Builds a formula inside a line of text. */
export function buildFormula(token: Token, locate: Locate, context: BuildContext): ProseElement {
  const place = placeOf(token);
  const { isDisplayed = false } = token.meta as FormulaPlace;
  const { start: from = 0, end: to = from } = place;
  const start = locate(from);
  const end = locate(to - 1) + 1;
  if (isDisplayed) context.report(displayedInText({ file: context.file, start, end }));
  const written = readAttributes({ text: place.attributes, at: place.attributesAt ?? 0, locate }, formulaAttributes, context);
  const attributes = new Map([['tex', token.content.replace(/\s*\n\s*/g, ' ')], ...written]);
  return { kind: 'element', name: 'formula', attributes, children: [], start, end };
}

/** Builds a displayed formula, which is a block of its own. */
export function buildDisplayedFormula(token: Token, reader: TokenReader): ProseElement {
  const { context, text } = reader;
  const place = placeOf(token);
  const { start = 0, end = start } = place;
  const element = blockElement('formula', { start, end }, reader);
  const span = { file: context.file, start: element.start, end: element.end };
  if ((token.meta as FormulaPlace).isUnclosed) context.report(unclosedFormula({ ...span, end: span.start + 2 }));
  else if (token.content === '') context.report(emptyFormula(span));
  const locate: Locate = (offset) => fileOffset(text.map, offset);
  const written = readAttributes({ text: place.attributes, at: place.attributesAt ?? 0, locate }, formulaAttributes, context);
  return { ...element, attributes: new Map([['tex', token.content], ['display', 'block'], ...written]) };
}
