/**
 * The spaces that French sets around its punctuation: typed as ordinary ones, they become the narrow no-break space before `; ! ?` and
 * the no-break space before `:` and inside guillemets, after the Lexique des règles typographiques en usage à l'Imprimerie nationale.
 * Where none was typed none is added: Canada writes `oui?`.
 */
import type { MarkupElement, MarkupNode } from './element.ts';

/** Tells whether any passage is French; `language` is that of the root. */
export function hasFrench({ attributes, children }: MarkupElement, language: string): boolean {
  if (isFrench(attributes.get('lang') ?? language)) return true;
  for (let at = 0; at < children.length; at++) {
    const child = children[at]!;
    if (child.kind === 'element' && hasFrench(child, '')) return true;
  }
  return false;
}

/** Returns the tree with the spaces of its French passages; `language` is that of the root. */
export function setFrenchSpaces(element: MarkupElement, language: string): MarkupElement {
  const own = element.attributes.get('lang') ?? language;
  if (asTyped.has(element.name)) return element;
  const children = element.children.map((child): MarkupNode => {
    if (child.kind === 'element') return setFrenchSpaces(child, own);
    const text = isFrench(own) ? child.text.replace(narrowPlaces, '\u202f').replace(widePlaces, '\u00a0') : child.text;
    return text === child.text ? child : { ...child, text };
  });
  return { ...element, children };
}

const isFrench = (language: string): boolean => /^fr\b/i.test(language);

/** A sign before a letter or digit begins something else, such as a name or a smiley. */
const narrowPlaces = / (?=[;!?]+(?![0-9A-Za-zÀ-ɏ]))/g;
const widePlaces = / (?=(?::|»|›)(?![0-9A-Za-zÀ-ɏ]))|(?<=«|‹) /g;

const asTyped: ReadonlySet<string> = new Set(['code', 'pre']);
