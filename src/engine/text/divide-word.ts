/** Decides which words may be hyphenated at all, and where: Liang's patterns see only the letters of ordinary words. */
import type { Pt } from '../geometry/length.ts';
import { letterPattern } from '../source/letter-pattern.ts';
import type { Hyphenator } from './hyphenate.ts';
import type { HyphenLimits } from './paragraph.ts';

/** Places at which a word may be divided with a hyphen: offsets, ascending, and the width of what stands before each. */
export interface DivisionPoints {
  readonly offsets: readonly number[];
  readonly widths: readonly Pt[];
}

const letters = letterPattern(String.raw`[\p{L}\p{M}]+`, 'g');
const lettersAndApostrophes = letterPattern(String.raw`[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*`, 'g');
/** Most words of most booklets. */
const onlyBasicLetters = /^[A-Za-z]+[,.;]?$/;
const onlyLetters = letterPattern(String.raw`^[\p{L}\p{M}]+$`);
/**
 * Numbers, addresses, file names and formulas: a hyphen in them would be read as theirs. Not so words with a slash behind
 * them, nor German ones for all genders: Teilnehmer:innen, Teilnehmer_innen.
 */
const notProse = letterPattern(
  String.raw`[\p{N}@\\=&#<>{}|~^$]|(?<![\p{L}\p{M}])/|/(?!$)|\p{L}\.\p{L}|\p{L}:(?!in(?:nen|(?!\p{L})))\p{L}|_(?!in(?:nen|(?!\p{L})))`,
);
/** Longer words in capitals are shouted words, not acronyms. */
const longestAcronym = 8;

const none: readonly number[] = [];

/**
 * Returns the offsets at which `text`, a word with the punctuation around it, may be hyphenated. Parts of a word
 * with hyphens of its own are divided by themselves, so that at least the language's minimum stands beside each hyphen.
 */
export function divideWord(text: string, hyphenator: Hyphenator): readonly number[] {
  if (onlyBasicLetters.test(text)) return divideBasic(text, hyphenator);
  if (onlyLetters(text).test(text)) return isAcronym(text) ? none : hyphenator.hyphenate(text);
  if (notProse(text).test(text)) return none;
  let breaks: number[] | undefined;
  for (const match of text.matchAll((hyphenator.knowsApostrophe ? lettersAndApostrophes : letters)(text))) {
    const [core] = match;
    if (isAcronym(core)) continue;
    for (const offset of hyphenator.hyphenate(core)) (breaks ??= []).push(match.index + offset);
  }
  return breaks ?? none;
}

/** The same for a word of plain letters, with the stop after it. */
function divideBasic(text: string, hyphenator: Hyphenator): readonly number[] {
  const last = text.charCodeAt(text.length - 1);
  const core = last < 0x41 ? text.slice(0, -1) : text;
  // Most words begin with a small letter, which is quick to see.
  return core.charCodeAt(0) < 0x61 && isAcronym(core) ? none : hyphenator.hyphenate(core);
}

const isAcronym = (word: string): boolean => word.length <= longestAcronym && word === word.toUpperCase() && word !== word.toLowerCase();

/** Leaves out points too near to the ends of the word, and all points of short words. Punctuation around the word is not counted. */
export function pointsWithin(text: string, points: DivisionPoints, limits: HyphenLimits): DivisionPoints | undefined {
  const [start, end] = lettersOf(text);
  if (end - start < limits.word) return undefined;
  const isWithin = (offset: number): boolean => offset - start >= limits.before && end - offset >= limits.after;
  if (points.offsets.every(isWithin)) return points;
  const kept = points.offsets.flatMap((offset, index) => (isWithin(offset) ? [index] : []));
  return { offsets: kept.map((index) => points.offsets[index]!), widths: kept.map((index) => points.widths[index]!) };
}

const letter = letterPattern(String.raw`[\p{L}\p{M}]`);
const signsAtEnd = letterPattern(String.raw`(?<=[\p{L}\p{M}])[^\p{L}\p{M}]*$`);

/** Returns where the first letter of a word stands, and where the last one ends; nowhere when there is none. */
function lettersOf(text: string): readonly [start: number, end: number] {
  if (onlyBasicLetters.test(text)) return [0, text.charCodeAt(text.length - 1) < 0x41 ? text.length - 1 : text.length];
  const start = text.search(letter(text));
  return start < 0 ? [0, 0] : [start, text.search(signsAtEnd(text))];
}
