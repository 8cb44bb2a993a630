/**
 * Paragraphs and quotations in another language than the one around them, where nothing says so and the script is the same: a
 * voice would read Spanish as if it were English.
 */
import type { MarkupElement, MarkupText } from '../markup/element.ts';
import { vocabulary } from '../markup/vocabulary.ts';
import type { Report } from '../source/diagnostic.ts';
import { findWords, type Written } from './find-words.ts';
import { otherLanguage } from './problems.ts';
import { isAtHome, leastWords, type RecognizedLanguage, recognizeOther, smallWordsIn, wordsOf } from './recognize-language.ts';
import { splitParts, type TextPart } from './split-parts.ts';

/** Shorter parts of a paragraph may be a name, a title or a line of a song. */
const leastWordsInside = 12;

/** Letters, and spaces between them. */
const shortestText = 2 * leastWords - 1;

/** What has a name or a title in it. */
const names: ReadonlySet<string> = new Set(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'dt', 'th', 'address']);

/** Titles of works, and what is a passage of its own or in no human language. */
const apart: ReadonlySet<string> = new Set(['cite', 'code', 'formula', 'footnote']);

/** One text of a block, and where it begins in the whole. */
interface Piece {
  readonly text: MarkupText;
  readonly at: number;
}

/** A part in another language. */
interface Passage {
  readonly start: number;
  readonly end: number;
  readonly recognized: RecognizedLanguage;
}

/** Reports the text that stands directly in a block, or else long passages of it. */
export function checkPassages(block: MarkupElement, language: string, written: Written, report: Report): void {
  const smallWords = holdsText(block.name) ? smallWordsIn(language) : undefined;
  if (!smallWords) return;
  const whole = collectText(block, '', undefined);
  if (whole.length < shortestText) return;
  const parts = splitParts(whole, smallWords);
  const count = sumOf(parts, 'words');
  if (count < leastWords) return;
  const recognized = isAtHome(sumOf(parts, 'small'), count) ? undefined : recognizeOther(wordsOf(whole), language);
  const passages = recognized ? [{ start: 0, end: whole.length, recognized }] : findInside(whole, parts, language);
  if (passages.length === 0) return;
  const pieces: Piece[] = [];
  collectText(block, '', pieces);
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

/** Returns the text of an element without what has a language of its own, behind `before`; `pieces` takes what it is made of. */
function collectText(element: MarkupElement, before: string, pieces: Piece[] | undefined): string {
  let whole = before;
  for (let index = 0; index < element.children.length; index++) {
    const child = element.children[index]!;
    if (child.kind === 'text') {
      pieces?.push({ text: child, at: whole.length });
      whole += child.text;
    } else if (child.name === 'q') whole = `${collectText(child, `${whole}“`, pieces)}”`;
    else if (vocabulary.get(child.name)?.content === 'text' && isPartOfText(child)) whole = collectText(child, whole, pieces);
    // What is left out ends a passage.
    else whole += child.name === 'br' ? ' ' : ':';
  }
  return whole;
}

const isPartOfText = ({ name, attributes }: MarkupElement): boolean =>
  vocabulary.get(name)?.display === 'inline' && !attributes.has('lang') && !apart.has(name);

function sumOf(parts: readonly TextPart[], of: 'words' | 'small'): number {
  let sum = 0;
  for (let index = 0; index < parts.length; index++) sum += parts[index]![of];
  return sum;
}

function findInside(whole: string, parts: readonly TextPart[], language: string): readonly Passage[] {
  const passages: Passage[] = [];
  for (let index = 0; index < parts.length; index++) {
    const { start, end, words, small } = parts[index]!;
    if (words < leastWordsInside || isAtHome(small, words)) continue;
    const recognized = recognizeOther(wordsOf(whole.slice(start, end)), language);
    if (recognized) passages.push({ start, end, recognized });
  }
  return passages;
}
