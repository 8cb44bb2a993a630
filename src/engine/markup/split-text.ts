/** Cuts text into words for the glossary: runs of letters, marks and digits; in scripts without spaces every letter is a word. */

import { isLetter, isMark, isNumber, isSign } from '../source/letters.ts';

/** Where a word begins and ends in its text, as a pair of entries in one flat list: [start, end, start, end, …]. */
export type WordBounds = readonly number[];

const separator = 1;
const letter = 2;
const lone = 3;
const joining = 4;

/** The kind of each UTF-16 unit, 0 until it is met: a table look-up is far quicker than a pattern. */
const kinds = new Uint8Array(0x10000);

/** Where bounds are gathered: a list that grows is copied again and again, and this one has grown before. */
const gathered: number[] = [];

/** Returns the bounds of all words of a text. */
export function splitText(text: string): WordBounds {
  let count = 0;
  let start = -1;
  let isLone = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const kind = kinds[code] || kindOf(code);
    const endsWord = kind === separator || kind === lone || (isLone && kind === letter);
    if (endsWord && start !== -1) {
      gathered[count++] = start;
      gathered[count++] = at;
      start = -1;
    }
    if (kind === separator || (kind === joining && start === -1)) continue;
    if (start === -1) {
      start = at;
      isLone = kind === lone;
    }
  }
  if (start !== -1) {
    gathered[count++] = start;
    gathered[count++] = text.length;
  }
  return gathered.slice(0, count);
}

function kindOf(code: number): number {
  const kind = commonKindOf(code) ?? patternKindOf(code);
  kinds[code] = kind;
  return kind;
}

/** Latin letters and the usual punctuation, without patterns: the first use of one costs as much as this whole step. */
function commonKindOf(code: number): number | undefined {
  if (code < 0x80) return (code >= 48 && code <= 57) || ((code | 32) >= 97 && (code | 32) <= 122) ? letter : separator;
  if (code >= 0xc0 && code <= 0x24f) return code === 0xd7 || code === 0xf7 ? separator : letter;
  return code === 0xa0 || (isSign(code) && !isJoiner(code)) ? separator : undefined;
}

/** The soft hyphen, and what keeps letters apart or joins them. */
const isJoiner = (code: number): boolean => code === 0xad || code === 0x200c || code === 0x200d;

function patternKindOf(code: number): number {
  if (isJoiner(code)) return joining;
  const isSurrogate = code >= 0xd800 && code <= 0xdfff;
  if (!isSurrogate && !isLetter(code) && !isMark(code) && !isNumber(code)) return separator;
  const isLone = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]/u;
  if (isLone.test(String.fromCharCode(code))) return lone;
  return isMark(code) ? joining : letter;
}
