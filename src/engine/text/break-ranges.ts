/** Where lines may break in text whose style asks for more or fewer breaks than usual: `word-break` of CSS Text 3, section 5.2. */
import { clusterEnds } from './cluster-ends.ts';
import { breakAllowed, breakForbidden, lineBreakClass, unicodeLineBreaks } from './line-break-rules.ts';
import type { BreakRules } from './paragraph.ts';

/** A stretch of text with rules of its own, in UTF-16 units. */
export interface BreakRange extends BreakRules {
  readonly from: number;
  readonly to: number;
}

/** The mark of a break inside a word that stays one word: its letters are shaped together, and no hyphen is printed. */
export const breakInWord = 4;

/**
 * Changes the marks inside each range; at its ends the usual rules hold. `plain` is what UAX #14 says without tailoring: what
 * a range allows beyond that is added, what tailoring has forbidden stays so.
 */
export function applyRanges(text: string, marks: Uint8Array, ranges: readonly BreakRange[], plain: Uint8Array): void {
  const loose = ranges.some(({ wordBreak }) => wordBreak === 'break-all') ? unicodeLineBreaks(withIdeographs(text, ranges)) : plain;
  for (const range of ranges) {
    if (range.wordBreak === 'break-all') breakWords(text, marks, range, { plain, loose });
    else if (range.wordBreak === 'keep-all') keepWords(text, marks, range);
  }
}

/** Letters and numbers as UAX #14 knows them; ambiguous characters count as letters there. */
const wordClasses = new Set(['AL', 'NU', 'SA', 'ID', 'IDX']);
const letterOrNumber = /[\p{L}\p{N}]/u;
const combining = /\p{M}/u;

const isOfWord = (character: string): boolean => letterOrNumber.test(character) || wordClasses.has(lineBreakClass(character));

/** Writes an ideograph for each letter whose word may be broken, so that the rules of ideographs answer for it. */
function withIdeographs(text: string, ranges: readonly BreakRange[]): string {
  let written = '';
  let end = 0;
  for (const { from, to, wordBreak } of ranges) {
    if (wordBreak !== 'break-all') continue;
    written += text.slice(end, from);
    for (const character of text.slice(from, to))
      written += isOfWord(character) ? (character.length === 1 ? '\u4e00' : '\u{20000}') : character;
    end = to;
  }
  return written + text.slice(end);
}

function breakWords(
  text: string,
  marks: Uint8Array,
  { from, to }: BreakRange,
  { plain, loose }: { readonly plain: Uint8Array; readonly loose: Uint8Array },
): void {
  for (const end of clusterEnds(text.slice(from, to))) {
    const at = from + end;
    if (at < to && marks[at] === breakForbidden && plain[at] === breakForbidden && loose[at] === breakAllowed) marks[at] = breakInWord;
  }
}

/** Lines end only beside spaces and punctuation; between words that a dictionary has found, they still may. */
function keepWords(text: string, marks: Uint8Array, { from, to }: BreakRange): void {
  let keepsAfter = false;
  let at = from;
  for (const character of text.slice(from, to)) {
    const isJoined = combining.test(character);
    const keeps: boolean = isJoined ? keepsAfter : isOfWord(character);
    if (at > from && marks[at] === breakAllowed && keepsAfter && keeps && lineBreakClass(character) !== 'SA') marks[at] = breakForbidden;
    keepsAfter = keeps;
    at += character.length;
  }
}
