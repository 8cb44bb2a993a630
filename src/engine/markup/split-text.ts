/** Cuts text into words for the glossary: runs of letters, marks and digits; in scripts without spaces every letter is a word. */

import { isLetter, isMark, isNumber, isSign } from '../source/letters.ts';

const separator = 1;
const letter = 2;
const lone = 3;
const joining = 4;

/** The kind of each UTF-16 unit, 0 until it is met: a table look-up is far quicker than a pattern. */
const kinds = new Uint8Array(0x10000);

/** How many digests of words there are. */
export const digestCount = 0x8000;

/** Reads the words of a text, one after another. */
export class WordReader {
  private readonly text: string;
  /** Where the word begins and ends. */
  start = -1;
  end: number;
  /** A number below `digestCount` for its letters in whatever case; -1 where a letter is beyond ASCII and may be written in other ways. */
  digest = -1;

  /** Begins at an offset where a word may begin. */
  constructor(text: string, from: number) {
    this.text = text;
    this.end = from;
  }

  /** Goes to the next word, or to the next whose digest is marked in `known` or -1. Says whether there is one. */
  next(known?: Uint8Array): boolean {
    const { text } = this;
    const { length } = text;
    let digest = 0;
    let bits = 0;
    let start = -1;
    let isLone = false;
    // The end of the text ends its last word.
    for (let at = this.end; at <= length; at++) {
      const code = at < length ? text.charCodeAt(at) : endOfText;
      const kind = kinds[code] || kindOf(code);
      if (start !== -1) {
        if (kind === joining || (kind === letter && !isLone)) {
          digest = nextDigest(digest, code);
          bits |= code;
          continue;
        }
        if (bits >= 0x80 || !known || known[digest] === 1) {
          this.start = start;
          this.end = at;
          this.digest = bits < 0x80 ? digest : -1;
          return true;
        }
        start = -1;
      }
      if (kind === letter || kind === lone) {
        start = at;
        isLone = kind === lone;
        digest = nextDigest(0, code);
        bits = code;
      }
    }
    return false;
  }
}

const endOfText = 0x20;

/** The last five bits of a letter of ASCII are the same in both cases. */
const nextDigest = (digest: number, code: number): number => (digest * 31 + (code & 31)) & (digestCount - 1);

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
