/**
 * Where lines of a booklet may break: UAX #14, tailored for guillemets and dashes set with spaces,
 * for scripts that write no spaces, for East Asian quotation marks, for web addresses and for paths of files.
 */
import { letterPattern } from '../source/letter-pattern.ts';
import { applyRanges, type BreakRange, isChineseOrJapanese } from './break-ranges.ts';
import { forbidBreaks } from './forbidden-breaks.ts';
import { breakAllowed, breakForbidden, unicodeLineBreaks } from './line-break-rules.ts';

/**
 * Returns a mark for each UTF-16 offset, and one more for the end of the text: 0 when no line may break before it, 1 when one may,
 * 2 when one must, 3 when one may inside an address, and 4 when one may inside a word. `ranges` of the text have rules of their own.
 */
export function lineBreaks(text: string, language: string, ranges: readonly BreakRange[] = []): Uint8Array {
  const marks = unicodeLineBreaks(text);
  const plain = ranges.length > 0 ? marks.slice() : marks;
  if (needsTailoring.test(text)) tailorBreaks(text, language, marks);
  if (ranges.length > 0) applyRanges(text, marks, ranges, plain);
  return marks;
}

function tailorBreaks(text: string, language: string, marks: Uint8Array): void {
  forbidBreaks(text, marks);
  if (isChineseOrJapanese(language)) allowAroundQuotes(text, marks);
  if (hasNoSpaces.test(text)) for (const run of text.matchAll(scriptsWithoutSpaces)) allowAtWords(run[0], run.index, marks);
  if (hintsAtAddress.test(text)) {
    for (const word of text.matchAll(mayBeAddress)) if (isAddress(word[0])) breakAddress(text, word[0], word.index, marks);
  }
}

/** The mark of a break that may be taken inside an address, where no hyphen may stand. */
export const breakInAddress = 3;

/** Tells whether a word is an address of the web or of mail, or the path of a file: it breaks at its punctuation and is never hyphenated. */
export function isAddress(word: string): boolean {
  if (!hintsAtAddress.test(word)) return false;
  return word.includes('://') || bareAddress.test(word) || (word.includes('@') && mailAddress.test(word)) || path.test(word);
}

/** Most text has none of these, and is done when this has said so. */
const needsTailoring =
  /[\u00ab\u00bb\u2010\u2013\u2014\u2018-\u201f\u2039\u203a/\\@]|[Ww]{3}\.|\+\+|(?:^|[\s(.])\S?-|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]/;

/** Between ideographs the curly quotation marks are brackets: lines may break outside them. */
function allowAroundQuotes(text: string, marks: Uint8Array): void {
  for (const match of text.matchAll(quotesAmongIdeographs)) {
    const at = match.index + 1;
    if (marks[at] === breakForbidden) marks[at] = breakAllowed;
  }
}

const quotesAmongIdeographs = /(?:[\u3041-\u30ff\u3400-\u9fff](?=[\u2018\u201c])|[\u2019\u201d](?=[\u3041-\u30ff\u3400-\u9fff]))/gu;

/** Thai, Lao, Khmer, Burmese and their kin: words are found by dictionary, as ICU does it. */
const scriptsWithoutSpaces = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]+/g;
/** `matchAll` makes a pattern each time, also where there is nothing to find. */
const hasNoSpaces = new RegExp(scriptsWithoutSpaces.source);

function allowAtWords(run: string, start: number, marks: Uint8Array): void {
  words ??= new Intl.Segmenter('und', { granularity: 'word' });
  let before = '';
  for (const { segment, index } of words.segment(run)) {
    const mayEndLine = index > 0 && !/^[\p{M}\u0e2f\u0e46\u0eaf\u0ec6\u104a\u104b\u17d4-\u17da]/u.test(segment) && !opensWord.test(before);
    if (mayEndLine && marks[start + index] === breakForbidden) marks[start + index] = breakAllowed;
    before = segment;
  }
}

/** Vowels of Thai and Lao that are written before their consonant, should the dictionary cut after one; the sign of baht. */
const opensWord = /[\u0e3f\u0e40-\u0e44\u0ec0-\u0ec4]$/;

let words: Intl.Segmenter | undefined;

const hintsAtAddress = /[/\\@]|[Ww]{3}\./;
/** Chinese, Japanese and Korean write on after an address without a space. */
const mayBeAddress = /[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]+/g;
const bareAddress = /^[("'[]*(?:[Ww]{3}\.[A-Za-z0-9-]+\.|[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}\/)/;
const mailAddress = /^[<("'[]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** From the root or a folder that is named by a sign, as Windows writes it, or down to a file whose name has an ending. */
const path = /^[("'“‘[]*(?:(?:~|\.{1,2})?\/[\w.-]+\/[\w.]|(?:[A-Za-z]:|\\)?\\[^\\\s]+\\|[\w-]+(?:\/[\w.-]+)+\.[A-Za-z]\w{0,4}(?!\w))/;

/**
 * Replaces the breaks inside an address by those of the Chicago Manual of Style (17th edition, 14.18): after a slash, a colon or an
 * equals sign and before other punctuation, so that nobody takes what ends the line for a part of the sentence; never after `//`.
 * One letter alone helps nobody, hence two on both sides.
 */
function breakAddress(text: string, word: string, start: number, marks: Uint8Array): void {
  marks.fill(breakForbidden, start + 1, start + word.length);
  // UAX #14 keeps a slash or a point that begins a path with the word before it, even across a space.
  if (text.charCodeAt(start - 1) === 0x20 && marks[start] === breakForbidden) marks[start] = breakAllowed;
  for (const pattern of [afterSign, beforeSign])
    for (const match of word.matchAll(pattern(word))) marks[start + match.index] = breakInAddress;
}

const afterSign = letterPattern(
  String.raw`(?<=[^/:.~]\/)(?=[^/]{2})|(?<=[^\\:]\\)(?=[^\\]{2})|(?<=[\p{L}\p{N}]{2}[:=])(?=[\p{L}\p{N}]{2})`,
  'g',
);
const beforeSign = letterPattern(String.raw`(?<=[\p{L}\p{N}]{2})[.?&_@#%+,~-](?=[\p{L}\p{N}]{2})`, 'g');
