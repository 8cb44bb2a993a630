/**
 * The order of an index, without the machine's locale: words before each other as letters, accents and case aside.
 *
 * After the Unicode Collation Algorithm (UTS #10), made small: text is folded through NFKD, spaces and hyphens count less
 * than anything (word by word, ISO 999), then symbols, numbers by their value, letters by code point. What is then
 * equal is ordered by its accents. Letters that a language counts as letters of their own have a place of their own.
 */
import { letterPattern } from '../source/letter-pattern.ts';

/** How entries of an index are ordered and grouped. */
export interface IndexOrder {
  /** Negative when `a` comes before `b`; 0 only for the same text. */
  compare(a: string, b: string): number;
  /** The letter under which an entry stands: `0` for numbers, empty for symbols and ideographs. */
  headOf(text: string): string;
}

/** Letters of their own, each chain in order after the letter that it begins with; from CLDR's collation charts. */
const ownLetters: Readonly<Record<string, readonly string[]>> = {
  bs: ['c č ć', 'd dž đ', 'l lj', 'n nj', 's š', 'z ž'],
  cs: ['c č', 'h ch', 'r ř', 's š', 'z ž'],
  cy: ['c ch', 'd dd', 'f ff', 'g ng', 'l ll', 'p ph', 'r rh', 't th'],
  da: ['z æ ø å'],
  es: ['n ñ'],
  et: ['s š z ž', 'w õ ä ö ü'],
  eu: ['n ñ'],
  fi: ['z å ä ö'],
  gl: ['n ñ'],
  hr: ['c č ć', 'd dž đ', 'l lj', 'n nj', 's š', 'z ž'],
  hu: ['c cs', 'd dz dzs', 'g gy', 'l ly', 'n ny', 'o ö', 's sz', 't ty', 'u ü', 'z zs'],
  is: ['a á', 'd ð', 'e é', 'i í', 'o ó', 'u ú', 'y ý', 'z þ æ ö'],
  lt: ['c č', 's š', 'z ž'],
  lv: ['c č', 'g ģ', 'k ķ', 'l ļ', 'n ņ', 's š', 'z ž'],
  nb: ['z æ ø å'],
  nn: ['z æ ø å'],
  no: ['z æ ø å'],
  pl: ['a ą', 'c ć', 'e ę', 'l ł', 'n ń', 'o ó', 's ś', 'z ź ż'],
  ro: ['a ă â', 'i î', 's ș', 't ț'],
  sk: ['a ä', 'c č', 'h ch', 'o ô', 's š', 'z ž'],
  sl: ['c č', 's š', 'z ž'],
  sq: ['c ç', 'd dh', 'e ë', 'g gj', 'l ll', 'n nj', 'r rr', 's sh', 't th', 'x xh', 'z zh'],
  sv: ['z å ä ö'],
  tr: ['c ç', 'g ğ', 'h ı', 'o ö', 's ş', 'u ü'],
  uk: ['г ґ', 'е є', 'и і ї'],
  vi: ['a ă â', 'd đ', 'e ê', 'o ô ơ', 'u ư'],
};

/** Letters that NFKD leaves whole, as other languages file them. */
const plainForms: ReadonlyMap<string, string> = new Map(
  Object.entries({ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', đ: 'd', ð: 'd', ł: 'l', þ: 'th', ı: 'i', ё: 'е', ى: 'ي', ة: 'ه', ς: 'σ' }).concat(
    Object.entries({ ך: 'כ', ם: 'מ', ן: 'נ', ף: 'פ', ץ: 'צ' }),
  ),
);

/** Accents and points that readers may leave out. Vowel signs of Indic scripts are not among them: they are letters. */
const accents =
  /[\u00AD\u0300-\u036F\u0483-\u0487\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u200B-\u200F]/g;

/** A piece of a key: how it ranks among others of its rank, and the letter that it is. */
interface Weight {
  readonly rank: number;
  readonly value: number;
  readonly letter: string;
}

const gapRank = 0;
const symbolRank = 1;
const numberRank = 2;
const letterRank = 3;

/** Makes the order of a language. Unknown languages have the general one. */
export function createIndexOrder(language: string): IndexOrder {
  const primary = language.toLowerCase().split('-')[0]!;
  const own = new Map<string, number>();
  for (const chain of ownLetters[primary] ?? []) {
    const letters = chain.split(' ');
    for (const [step, letter] of letters.entries()) if (step > 0) own.set(letter, letters[0]!.codePointAt(0)! + step / 16);
  }
  const keys = new Map<string, readonly Weight[]>();
  const keyOf = (text: string): readonly Weight[] => {
    const key = keys.get(text) ?? weigh(lowerCase(text, primary), own);
    keys.set(text, key);
    return key;
  };
  return {
    compare: (a, b) => compareKeys(keyOf(a), keyOf(b)) || compareText(spell(a), spell(b)) || compareText(a, b),
    headOf(text) {
      const first = keyOf(text)[0];
      if (first?.rank === numberRank) return '0';
      return first?.rank === letterRank ? headLetter(first.letter, primary) : '';
    },
  };
}

/** Turkish has two letters i. */
function lowerCase(text: string, language: string): string {
  const composed = text.normalize('NFKC');
  return (language === 'tr' ? composed.replaceAll('I', 'ı').replaceAll('İ', 'i') : composed).toLowerCase();
}

/** The Arabic article is written onto its word, which is filed without it. */
const withoutArticle = (text: string): string => text.replace(/^(?:ال|ٱل)(?=[\p{L}\p{M}]{2})/u, '');
const longestLetter = 3;
const digitsAt = letterPattern(String.raw`\p{Nd}+`, 'y');

function weigh(text: string, own: ReadonlyMap<string, number>): readonly Weight[] {
  const rest = withoutArticle(text);
  const numberAt = digitsAt(rest);
  const weights: Weight[] = [];
  for (let at = 0; at < rest.length; ) {
    const letter = ownLetterAt(rest, at, own);
    if (letter !== undefined) {
      weights.push({ rank: letterRank, value: own.get(letter)!, letter });
      at += letter.length;
      continue;
    }
    numberAt.lastIndex = at;
    const number = numberAt.exec(rest)?.[0];
    if (number !== undefined) {
      weights.push({ rank: numberRank, value: numberFrom(number), letter: '' });
      at += number.length;
      continue;
    }
    const character = String.fromCodePoint(rest.codePointAt(at)!);
    for (const folded of fold(character)) {
      const weight = weightOf(folded);
      if (weight && !(weight.rank === gapRank && (weights.length === 0 || weights.at(-1)!.rank === gapRank))) weights.push(weight);
    }
    at += character.length;
  }
  while (weights.at(-1)?.rank === gapRank) weights.pop();
  return weights;
}

function ownLetterAt(text: string, at: number, own: ReadonlyMap<string, number>): string | undefined {
  if (own.size === 0) return undefined;
  for (let length = longestLetter; length > 0; length -= 1) {
    const letter = text.slice(at, at + length);
    if (letter.length === length && own.has(letter)) return letter;
  }
  return undefined;
}

/** Cyrillic й and ї are letters, not accented ones. */
function fold(character: string): string {
  const plain = plainForms.get(character);
  if (plain !== undefined) return plain;
  if (/\p{Script=Cyrillic}/u.test(character)) return character;
  const bare = character.normalize('NFKD').replace(accents, '');
  return plainForms.get(bare) ?? bare;
}

/** Unicode takes these for punctuation, readers for signs with a name. */
const namedSigns = /[%‰&@#*§/\\]/;

/** Punctuation other than hyphens counts for nothing. */
function weightOf(character: string): Weight | undefined {
  if (/[\s\p{Pd}]/u.test(character)) return { rank: gapRank, value: 0, letter: '' };
  if (/[\p{P}\p{C}]/u.test(character) && !namedSigns.test(character)) return undefined;
  const value = character.codePointAt(0)!;
  if (/\p{Nd}/u.test(character)) return { rank: numberRank, value: numberFrom(character), letter: '' };
  return { rank: /[\p{L}\p{M}]/u.test(character) ? letterRank : symbolRank, value, letter: character };
}

/** Reads a number in the digits of any script. */
function numberFrom(digits: string): number {
  let value = 0;
  for (const digit of digits) value = value * 10 + digitOf(digit.codePointAt(0)!);
  return value;
}

/** Every script has its ten digits in a row, and nothing else that is a digit before them. */
function digitOf(code: number): number {
  let zero = code;
  while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return code - zero;
}

function compareKeys(a: readonly Weight[], b: readonly Weight[]): number {
  for (let at = 0; at < a.length && at < b.length; at += 1) {
    const difference = a[at]!.rank - b[at]!.rank || a[at]!.value - b[at]!.value;
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const spell = (text: string): string => text.normalize('NFKD').toLowerCase();

/** By code points, which UTF-16 does not do by itself. */
function compareText(a: string, b: string): number {
  const [ours, theirs] = [Array.from(a, (character) => character.codePointAt(0)!), Array.from(b, (character) => character.codePointAt(0)!)];
  for (let at = 0; at < ours.length && at < theirs.length; at += 1) if (ours[at] !== theirs[at]) return ours[at]! - theirs[at]!;
  return ours.length - theirs.length;
}

/** Hangul is filed by its first consonant, shown as the syllable with *a*; ideographs begin no groups. */
function headLetter(letter: string, language: string): string {
  const code = letter.codePointAt(0)!;
  if (code >= 0x1100 && code <= 0x1112) return String.fromCharCode(0xac00 + (code - 0x1100) * 588);
  if (/\p{Script=Han}/u.test(letter)) return '';
  if (language === 'tr' && letter === 'i') return 'İ';
  // The capitals of Georgian are for whole words only.
  return /\p{Script=Georgian}/u.test(letter) ? letter : letter.replace(/^./u, (first) => first.toUpperCase());
}
