/**
 * Paragraphs and quotations in another language than the one around them, where nothing says so and the script is the same: a
 * voice would read Spanish as if it were English.
 */
import type { MarkupElement, MarkupText } from '../markup/element.ts';
import { vocabulary } from '../markup/vocabulary.ts';
import type { Report } from '../source/diagnostic.ts';
import { findWords, type Written } from './find-words.ts';
import { otherLanguage } from './problems.ts';
import { countSmallWords, isAtHome, type RecognizedLanguage, recognizeOther, wordsOf } from './recognize-language.ts';

/** Shorter parts of a paragraph may be a name, a title or a line of a song. */
const leastWordsInside = 12;

/** What ends a sentence or opens a quotation. */
const breaks = /[.!?:;…؟۔«»“”„"()]+/;

/** What has a name or a title in it. */
const names: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'th', 'address']);

/** Titles of works, and what is a passage of its own or in no human language. */
const apart: ReadonlySet<string> = new Set(['cite', 'code', 'formula', 'footnote']);

/** One text of a block, and where it begins in the whole. */
interface Piece {
  readonly text: MarkupText;
  readonly at: number;
}

/** Part of the text of a block, without the signs that end it. */
interface Part {
  readonly start: number;
  readonly end: number;
  readonly words: readonly string[];
  /** How many of them are small words of the language around. */
  readonly small: number;
}

/** A part in another language. */
interface Passage {
  readonly start: number;
  readonly end: number;
  readonly recognized: RecognizedLanguage;
}

/** Reports the text that stands directly in a block, or else long passages of it. */
export function checkPassages(block: MarkupElement, language: string, written: Written, report: Report): void {
  if (!holdsText(block.name)) return;
  const pieces: Piece[] = [];
  const whole = collectText(block, pieces, '');
  const parts = partsOf(whole, language);
  const recognized = isAllAtHome(parts)
    ? undefined
    : recognizeOther(
        parts.flatMap(({ words }) => words),
        language,
      );
  const passages = recognized ? [{ start: 0, end: whole.length, recognized }] : findInside(parts, language);
  for (const passage of passages) {
    const start = passage.start + whole.slice(passage.start).search(/\S/);
    const { text, at } = pieces.findLast((piece) => piece.at <= start)!;
    const words = text.text.slice(start - at, passage.end - at).trim();
    const { origin } = text;
    const foreign = { words: whole.slice(start, passage.end), origin, place: findWords(words, origin, written) };
    report(otherLanguage(passage.recognized.name, language, { ...foreign, language: passage.recognized.language }));
  }
}

function holdsText(name: string): boolean {
  const { content, display } = vocabulary.get(name) ?? {};
  if (names.has(name) || (content !== 'text' && content !== 'flow')) return false;
  return display !== 'inline' || name === 'footnote';
}

/** Returns the text of an element without what has a language of its own, behind `before`. */
function collectText(element: MarkupElement, pieces: Piece[], before: string): string {
  let whole = before;
  for (const child of element.children) {
    if (child.kind === 'text') {
      pieces.push({ text: child, at: whole.length });
      whole += child.text;
    } else if (child.name === 'q') whole = `${collectText(child, pieces, `${whole}“`)}”`;
    else if (vocabulary.get(child.name)?.content === 'text' && isPartOfText(child)) whole = collectText(child, pieces, whole);
    // What is left out ends a passage.
    else whole += child.name === 'br' ? ' ' : ':';
  }
  return whole;
}

const isPartOfText = ({ name, attributes }: MarkupElement): boolean =>
  vocabulary.get(name)?.display === 'inline' && !attributes.has('lang') && !apart.has(name);

function isAllAtHome(parts: readonly Part[]): boolean {
  let small = 0;
  let count = 0;
  for (const part of parts) {
    small += part.small;
    count += part.words.length;
  }
  return isAtHome(small, count);
}

function partsOf(whole: string, language: string): readonly Part[] {
  let start = 0;
  return whole.split(breaks).map((text) => {
    start = whole.indexOf(text, start);
    const end = start + text.length;
    const words = wordsOf(text);
    const part = { start, end, words, small: countSmallWords(words, language) };
    start = end;
    return part;
  });
}

const findInside = (parts: readonly Part[], language: string): readonly Passage[] =>
  parts.flatMap(({ start, end, words, small }) => {
    const recognized = words.length >= leastWordsInside && !isAtHome(small, words.length) ? recognizeOther(words, language) : undefined;
    return recognized ? { start, end, recognized } : [];
  });
