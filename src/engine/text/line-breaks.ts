/**
 * Where lines of a booklet may break: UAX #14, tailored for guillemets and dashes set with spaces,
 * for scripts that write no spaces, for East Asian quotation marks, for web addresses and for paths of files.
 */
import { type LetterPattern, letterPattern } from '../source/letter-pattern.ts';
import { applyRanges, type BreakRange, isChineseOrJapanese } from './break-ranges.ts';
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
  for (const rule of forbidden) forbidBreaks(text, marks, rule);
  if (isChineseOrJapanese(language)) allowAroundQuotes(text, marks);
  for (const run of text.matchAll(scriptsWithoutSpaces)) allowAtWords(run[0], run.index, marks);
  if (hintsAtAddress.test(text)) {
    for (const word of text.matchAll(mayBeAddress)) if (isAddress(word[0])) breakAddress(text, word[0], word.index, marks);
  }
}

/** The mark of a break that may be taken inside an address, where no hyphen may stand. */
export const breakInAddress = 3;

/** Tells whether a word is an address of the web or of mail, or the path of a file: it breaks at its punctuation and is never hyphenated. */
export function isAddress(word: string): boolean {
  return word.includes('://') || bareAddress.test(word) || mailAddress.test(word) || path.test(word);
}

/** Most text has none of these, and is done when this has said so. */
const needsTailoring =
  /[\u00ab\u00bb\u2010\u2013\u2014\u2018-\u201f\u2039\u203a/\\@]|www\.|\+\+|(?:^|[\s(.])\S?-|[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u1950-\u19df\u1a20-\u1aaf\ua9e0-\ua9ff\uaa60-\uaadf]/i;

/** Each matches at least one character, up to the place where no line may break: the match's end, without the white space it looks ahead to. */
const forbidden: readonly (RegExp | LetterPattern)[] = [
  // A closing quotation mark stays with what is before it also where an ellipsis follows, unlike in LB15b.
  /\s(?=[\u00bb\u2019\u201d\u203a\u2e03\u2e05\u2e0a\u2e0d\u2e1d\u2e21]…)/g,
  // A hyphen before a word belongs to it in every script, not only in those of LB20a: "the ending -ed".
  letterPattern(String.raw`(?:^|\s)[-\u2010](?=\p{L})`, 'g'),
  // A dash between spaces ends a line and never begins one.
  /\s(?=[\u2013\u2014]\s)/g,
  // A dash without a space stays with its word: the raya of Spanish speech, the dash of an English parenthesis.
  /\S(?=\u2014)/g,
  /(?:^|\s)\u2014(?=\S)/g,
  // Units and other very short pairs stay whole: km/h, m/s, n/a.
  letterPattern(String.raw`(?<![\p{L}\p{N}])\p{L}{1,2}/(?=\p{L}{1,2}(?!\p{L}))`, 'g'),
  // One letter and its hyphen are too little for a line end: e-mail, T-shirt, a-t-il, J.-P. Sartre.
  letterPattern(String.raw`[-\u2010](?<=(?<![\p{L}\p{M}\p{N}])(?![\u2e80-\ud7ff])\p{L}\.?.)(?=\p{L})`, 'g'),
  // So are the ends of a short range: 4–9.
  letterPattern(String.raw`\u2013(?<=(?<!\p{Nd})\p{Nd}{1,2}.)(?=\p{Nd}{1,2}(?!\p{Nd}))`, 'g'),
  // C++.
  /\+(?=\+)/g,
];

function forbidBreaks(text: string, marks: Uint8Array, rule: RegExp | LetterPattern): void {
  const pattern = typeof rule === 'function' ? rule(text) : rule;
  pattern.lastIndex = 0;
  while (pattern.test(text)) {
    const at = pattern.lastIndex;
    if (marks[at] === breakAllowed && at < text.length) marks[at] = breakForbidden;
  }
}

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

const hintsAtAddress = /[/\\@]|www\./i;
/** Chinese, Japanese and Korean write on after an address without a space. */
const mayBeAddress = /[^\s\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef]+/g;
const bareAddress = /^[("'[]*(?:www\.[a-z0-9-]+\.|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,}\/)/i;
const mailAddress = /^[<("'[]*[\w.+-]+@[\w-]+(?:\.[\w-]+)+/;
/** From the root or a folder that is named by a sign, as Windows writes it, or down to a file whose name has an ending. */
const path = /^[("'“‘[]*(?:(?:~|\.{1,2})?\/[\w.-]+\/[\w.]|(?:[a-z]:|\\)?\\[^\\\s]+\\|[\w-]+(?:\/[\w.-]+)+\.[a-z]\w{0,4}(?!\w))/i;

/**
 * Replaces the breaks inside an address by those of the Chicago Manual of Style (17th edition, 14.18): after a slash, a colon or an
 * equals sign and before other punctuation, so that nobody takes what ends the line for a part of the sentence; never after `//`.
 * One letter alone helps nobody, hence two on both sides.
 */
function breakAddress(text: string, word: string, start: number, marks: Uint8Array): void {
  marks.fill(breakForbidden, start + 1, start + word.length);
  // UAX #14 keeps a slash or a point that begins a path with the word before it, even across a space.
  if (text.charCodeAt(start - 1) === 0x20 && marks[start] === breakForbidden) marks[start] = breakAllowed;
  for (const match of word.matchAll(/(?<=[^/:.~]\/)(?=[^/]{2})|(?<=[^\\:]\\)(?=[^\\]{2})|(?<=[\p{L}\p{N}]{2}[:=])(?=[\p{L}\p{N}]{2})/gu))
    marks[start + match.index] = breakInAddress;
  for (const match of word.matchAll(/(?<=[\p{L}\p{N}]{2})[.?&_@#%+,~-](?=[\p{L}\p{N}]{2})/gu)) marks[start + match.index] = breakInAddress;
}
