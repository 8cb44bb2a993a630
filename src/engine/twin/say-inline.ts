/**
 * Inline markup to plain text: what a voice would say and a braille display show. Stress and fonts are left out, what
 * changes the meaning is kept: struck words, raised figures, addresses of links, long forms of abbreviations.
 */
import { fillPattern, formatNumber } from '../content/format-labels.ts';
import { type MarkupElement, type MarkupNode, textOf } from '../markup/element.ts';
import type { Twin } from './twin.ts';
import { latexOf } from './write-formula.ts';

/** The text while it is being written. */
export interface TextPage {
  readonly twin: Twin;
  readonly levels: ReadonlyMap<MarkupElement, number>;
  /** Footnotes that have been called and still have to be written. */
  readonly notes: { readonly number: number; readonly element: MarkupElement }[];
  noteCount: number;
  /** Addresses and long forms that have been said. */
  readonly said: Set<string>;
  /** What the captions of open figures call them; taken by the first picture. */
  captionLabel: string | undefined;
}

/** Returns what nodes say, with `\n` only where a line must end. */
export function sayInline(nodes: readonly MarkupNode[], page: TextPage): string {
  return tidy(say(nodes, page));
}

/** Returns the announcement of a note: at its call, and where it stands. */
export function nameOfNote(number: number, { twin }: TextPage): string {
  return fillPattern(twin.labels.footnoteNumber, { number: formatNumber(number, twin.labels) });
}

const forcedEnd = '\u0001';

/** Spaces that may break become one; those that may not are kept for the wrapping. */
function tidy(text: string): string {
  return text
    .replace(/[ \t\n\r\f]+/g, ' ')
    .replace(/ ?\u0001 ?/g, '\n')
    .trim();
}

function say(nodes: readonly MarkupNode[], page: TextPage): string {
  const gap = `[${page.twin.labels.gap}]`;
  const sayText = (text: string): string => text.replaceAll(forcedEnd, '').replace(/_{3,}/g, gap);
  return nodes.map((node) => (node.kind === 'text' ? sayText(node.text) : sayElement(node, page))).join('');
}

function sayElement(element: MarkupElement, page: TextPage): string {
  // On paper translations stand apart by their look alone.
  if (element.attributes.get('class') === 'translations') return `(${say(element.children, page).trim()})`;
  const speaker = speakers[element.name];
  return speaker ? speaker(element, page) : say(element.children, page);
}

type Speaker = (element: MarkupElement, page: TextPage) => string;

function sayLink(element: MarkupElement, page: TextPage): string {
  const words = say(element.children, page);
  const href = element.attributes.get('href') ?? '';
  const address = href.replace(/^(mailto|tel):/i, '');
  const isOutside = /^(https?|mailto|tel):/i.test(href);
  if (!isOutside || page.said.has(address)) return words;
  page.said.add(address);
  const bare = (text: string): string =>
    text
      .trim()
      .replace(/^https?:\/\//i, '')
      .replace(/\/$/, '');
  return bare(words) === bare(address) ? words : `${words} <${address}>`;
}

function sayAbbreviation(element: MarkupElement, page: TextPage): string {
  const words = say(element.children, page);
  const title = element.attributes.get('title')?.trim() ?? '';
  if (title === '' || page.said.has(`${words}\n${title}`)) return words;
  page.said.add(`${words}\n${title}`);
  return `${words} (${title})`;
}

function sayPicture(element: MarkupElement, page: TextPage): string {
  const alt = element.attributes.get('alt')?.trim() ?? '';
  if (alt === '') return '';
  const label = page.captionLabel ?? page.twin.labels.figure;
  page.captionLabel = undefined;
  return `[${fillPattern(page.twin.labels.labelledTitle, { label, title: alt })}]`;
}

function sayNote(element: MarkupElement, page: TextPage): string {
  page.notes.push({ number: ++page.noteCount, element });
  return ` [${nameOfNote(page.noteCount, page)}]`;
}

const raised: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-n'].map((letter, at) => [letter, [...'⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ'][at]!]),
);
const lowered: Readonly<Record<string, string>> = Object.fromEntries(
  [...'0123456789+-'].map((letter, at) => [letter, [...'₀₁₂₃₄₅₆₇₈₉₊₋'][at]!]),
);

/** Raised and lowered figures have characters of their own; other text is marked as in formulas. */
function shifted(element: MarkupElement, page: TextPage, letters: Readonly<Record<string, string>>, mark: string): string {
  const words = say(element.children, page);
  const isKnown = words !== '' && [...words].every((letter) => Object.hasOwn(letters, letter));
  if (isKnown) return [...words].map((letter) => letters[letter]).join('');
  return element.children.some((child) => child.kind === 'element' && child.name === 'a') ? words : `${mark}(${words.trim()})`;
}

const speakers: Readonly<Record<string, Speaker>> = {
  br: () => forcedEnd,
  a: sayLink,
  abbr: sayAbbreviation,
  img: sayPicture,
  chart: sayPicture,
  footnote: sayNote,
  formula: latexOf,
  checkbox: ({ attributes }) => (attributes.has('checked') ? '[x]' : '[ ]'),
  leader: (_element, page) => `[${page.twin.labels.answerSpace}]`,
  q: (element, page) => fillPattern(page.twin.labels.quotedTitle, { title: say(element.children, page) }),
  s: (element, page) => `~${say(element.children, page)}~`,
  sup: (element, page) => shifted(element, page, raised, '^'),
  sub: (element, page) => shifted(element, page, lowered, '_'),
};

/** Returns the label of a caption, such as `Figure 2`, and the nodes after it. */
export function splitCaption(caption: MarkupElement): { readonly label: string | undefined; readonly rest: readonly MarkupNode[] } {
  const [first, ...rest] = caption.children;
  const isLabel = first?.kind === 'element' && first.attributes.get('class') === 'label';
  return isLabel ? { label: textOf(first), rest } : { label: undefined, rest: caption.children };
}
