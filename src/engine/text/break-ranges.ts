/**
 * Where lines may break in text whose style asks for more or fewer breaks than usual: `word-break` and `line-break` of CSS Text 3,
 * sections 5.2 and 5.3.
 *
 * What a style lets break is written as an ideograph, and UAX #14 is asked again: so no break is added after an opening bracket
 * or before a full stop.
 */
import { isLetter, isMark, isNumber } from '../source/letters.ts';
import { clusterEnds } from './cluster-ends.ts';
import { lineBreakClass } from './line-break-classes.ts';
import { breakAllowed, breakForbidden, breakMandatory, unicodeLineBreaks } from './line-break-rules.ts';
import type { BreakRules } from './paragraph.ts';

/** A stretch of text with rules of its own, in UTF-16 units. */
export interface BreakRange extends BreakRules {
  readonly from: number;
  readonly to: number;
  /** BCP 47. */
  readonly language: string;
}

/** The mark of a break inside a word that stays one word: its letters are shaped together, and no hyphen is printed. */
export const breakInWord = 4;

/** Tells whether a language is written in Chinese or Japanese characters, between which lines may end. */
export const isChineseOrJapanese = (language: string): boolean => /^(?:zh|ja|yue)\b/i.test(language);

/**
 * Changes the marks inside each range; at its ends the usual rules hold. `plain` is what UAX #14 says without tailoring: what
 * a range allows beyond that is added, what tailoring has forbidden stays so.
 */
export function applyRanges(text: string, marks: Uint8Array, ranges: readonly BreakRange[], plain: Uint8Array): void {
  const loosened = ranges.some(isLooser) ? withIdeographs(text, ranges) : text;
  const loose = loosened === text ? plain.slice() : unicodeLineBreaks(loosened);
  for (const range of ranges) {
    if (range.staysOnLine) {
      for (let at = range.from + 1; at < range.to; at++) if (marks[at] !== breakMandatory) marks[at] = breakForbidden;
      continue;
    }
    if (range.lineBreak === 'anywhere') {
      breakAnywhere(text, marks, range);
      continue;
    }
    if (range.lineBreak === 'loose') looseBreaks(loosened, loose, range);
    if (isLooser(range)) addBreaks(text, marks, range, { plain, loose });
    if (range.wordBreak === 'keep-all') keepWords(text, marks, range);
  }
}

const isLooser = ({ wordBreak, lineBreak }: BreakRange): boolean =>
  wordBreak === 'break-all' || lineBreak === 'normal' || lineBreak === 'loose';

/** Letters and numbers as UAX #14 knows them; ambiguous characters count as letters there. */
const wordClasses = new Set(['AL', 'DC', 'NU', 'SA', 'ID', 'IDX']);

function isOfWord(character: string): boolean {
  const codePoint = character.codePointAt(0)!;
  return isLetter(codePoint) || isNumber(codePoint) || wordClasses.has(lineBreakClass(character));
}

const isCombining = (character: string): boolean => isMark(character.codePointAt(0)!);

/** The wave dash and the double hyphen. */
const hyphensOfEast = '\u301c\u30a0';
const iterationMarks = '々〻ゝゞヽヾ';
const centeredMarks = '・：；･‼⁇⁈⁉！？';

function withIdeographs(text: string, ranges: readonly BreakRange[]): string {
  let written = '';
  let end = 0;
  for (const range of ranges) {
    written += text.slice(end, range.from);
    for (const character of text.slice(range.from, range.to)) {
      written += !mayBegin(character, range) ? character : character.length === 1 ? '\u4e00' : '\u{20000}';
    }
    end = range.to;
  }
  return written + text.slice(end);
}

/** Tells whether a line may begin with a character with which it usually must not. */
function mayBegin(character: string, { wordBreak, lineBreak, language }: BreakRange): boolean {
  if (wordBreak === 'break-all' && isOfWord(character)) return true;
  if (lineBreak !== 'normal' && lineBreak !== 'loose') return false;
  // Small kana and the mark that makes them long.
  if (lineBreakClass(character) === 'CJ') return true;
  if (isChineseOrJapanese(language) && hyphensOfEast.includes(character)) return true;
  if (lineBreak === 'normal') return false;
  return iterationMarks.includes(character) || (isChineseOrJapanese(language) && centeredMarks.includes(character));
}

/** Wide or ambiguous signs that follow an amount (class PO), and those before one (PR). */
const suffixes = '\u00b0\u2030\u2032\u2033\u2035\u2103\u2109\ufe6a\uff05\uffe0';
const prefixes = '\u00a4\u00b1\u20ac\u2116\ufe69\uff04\uffe1\uffe5\uffe6';

/** Allows what `loose` allows beside certain neighbors only: hyphens after ideographs, dots beside dots, signs beside ideographs. */
function looseBreaks(text: string, marks: Uint8Array, { from, to, language }: BreakRange): void {
  const hasSigns = isChineseOrJapanese(language);
  let before = '';
  let at = from;
  for (const character of text.slice(from, to)) {
    if (!isCombining(character)) {
      const isAfterIdeograph = before !== '' && lineBreakClass(before) === 'ID';
      const parts =
        (isAfterIdeograph && (character === '\u2010' || character === '\u2013')) ||
        (before !== '' && lineBreakClass(before) === 'IN' && lineBreakClass(character) === 'IN') ||
        (hasSigns && isAfterIdeograph && suffixes.includes(character)) ||
        (hasSigns && before !== '' && prefixes.includes(before) && lineBreakClass(character) === 'ID');
      if (parts) marks[at] = breakAllowed;
      before = character;
    }
    at += character.length;
  }
}

function addBreaks(
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
    const keeps: boolean = isCombining(character) ? keepsAfter : isOfWord(character);
    const isInside = at > from && keepsAfter && keeps && lineBreakClass(character) !== 'SA';
    if (isInside && (marks[at] === breakAllowed || marks[at] === breakInWord)) marks[at] = breakForbidden;
    keepsAfter = keeps;
    at += character.length;
  }
}

function breakAnywhere(text: string, marks: Uint8Array, { from, to }: BreakRange): void {
  for (const end of clusterEnds(text.slice(from, to))) {
    if (from + end < to && marks[from + end] !== breakMandatory) marks[from + end] = breakInWord;
  }
}
