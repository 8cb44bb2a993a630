/**
 * Cuts text at the signs that end sentences and open quotations, and counts the words of each part on the way: a booklet is read
 * through once for each of its blocks, and next to no word is looked at again.
 */
import { unitAt } from '../source/unit-at.ts';
import type { SmallWords } from './recognize-language.ts';

/** Part of a text, without the signs that end it. */
export interface TextPart {
  readonly start: number;
  readonly end: number;
  /** How many words it has, and how many of them are small words of the language around. */
  readonly words: number;
  readonly small: number;
}

const breaks = /[.!?:;…؟۔«»“”„"()]/;

const breaking = 1;
const letter = 2;
const other = 3;

/** The kind of each UTF-16 unit, 0 until it is met, and of surrogates, which tell nothing by themselves. */
const kinds = new Uint8Array(0x10000);

/** Returns the parts that have words. */
export function splitParts(text: string, { longest, isSmall }: SmallWords): readonly TextPart[] {
  const parts: TextPart[] = [];
  const { length } = text;
  let start = 0;
  let wordStart = -1;
  let words = 0;
  let small = 0;
  for (let at = 0; at <= length; at++) {
    // The end of the text ends its last part.
    const kind = at === length ? breaking : kinds[unitAt(text, at)] || kindAt(text, at);
    if (kind === letter) {
      if (wordStart === -1) wordStart = at;
      continue;
    }
    if (wordStart !== -1) {
      words++;
      if (at - wordStart <= longest && isSmall(text.slice(wordStart, at))) small++;
      wordStart = -1;
    }
    if (kind !== breaking) continue;
    if (words > 0) parts.push({ start, end: at, words, small });
    start = at + 1;
    words = 0;
    small = 0;
  }
  return parts;
}

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  if (unit >= 0xd800 && unit <= 0xdfff) return kindOf(pairAt(text, unit < 0xdc00 ? at : at - 1) ?? unit);
  return (kinds[unit] = kindOf(unit));
}

/** Both halves of a pair of surrogates are of one kind. */
function pairAt(text: string, at: number): number | undefined {
  const code = text.codePointAt(at) ?? 0;
  return code > 0xffff ? code : undefined;
}

function kindOf(code: number): number {
  const character = String.fromCodePoint(code);
  if (breaks.test(character)) return breaking;
  return isLetter(character, code) ? letter : other;
}

/** Latin letters and common signs are told without the pattern, whose first use takes a millisecond. */
function isLetter(character: string, code: number): boolean {
  if (code < 0x80) return (code | 32) >= 97 && (code | 32) <= 122;
  if (code < 0xc0) return code === 0xaa || code === 0xb5 || code === 0xba;
  if (code <= 0x24f) return code !== 0xd7 && code !== 0xf7;
  const isSign = (code >= 0x2000 && code <= 0x206f) || (code >= 0x2190 && code <= 0x22ff);
  return !isSign && /[\p{L}\p{M}]/u.test(character);
}
