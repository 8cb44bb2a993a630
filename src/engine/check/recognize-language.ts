/**
 * Recognizes a passage in another language than the one it is said to be in, by its small words.
 *
 * A false alarm is worse than a passage that is missed, so the proof must be overwhelming: every fifth word is a small word of
 * the other language, several different ones, and next to none is one of its own. Names of people, laws and
 * bodies prove nothing, however many small words they have.
 */
import { letterPattern } from '../source/letter-pattern.ts';
import { scriptOfLanguage } from '../text/script.ts';
import { functionWords } from './function-words.ts';

/** A language that a passage seems to be in. */
export interface RecognizedLanguage {
  readonly language: string;
  readonly name: string;
}

/** What a passage must have. */
const least = { words: 8, small: 4, different: 3, plain: 3, share: 0.2 } as const;
/** So many small words of the other language outweigh one of its own, which may be a name. */
const outweighs = 8;

/** Returns the words of a text, as `recognizeOther` wants them. */
export const wordsOf = (text: string): readonly string[] => text.match(aWord(text)) ?? [];

/** Tells whether so many words are clearly in the language of which `small` are small words, as nearly every paragraph is. */
export const isAtHome = (small: number, words: number): boolean => small > words * least.share;

/** Returns how many of the words are small words of a language; none of one that is not known. */
export function countSmallWords(words: readonly string[], language: string): number {
  const home = primaryOf(language);
  return Object.hasOwn(functionWords, home) ? countWordsOf(home, words) : 0;
}

/** Returns the language of the words of a text where it is certainly not `own`, a language tag, but another one in the same script. */
export function recognizeOther(words: readonly string[], own: string): RecognizedLanguage | undefined {
  const home = primaryOf(own);
  if (!Object.hasOwn(functionWords, home)) return undefined;
  if (words.length < least.words || isAtHome(countWordsOf(home, words), words.length)) return undefined;
  const small = words.map((word) => languagesOf(word));
  let best: RecognizedLanguage | undefined;
  let most = Math.max(least.small, words.length * least.share) - 1;
  for (const language of new Set(small.flat())) {
    if (language === home || scriptOfLanguage(language) !== scriptOfLanguage(home)) continue;
    const proof = words.filter((_, index) => small[index]!.includes(language) && !small[index]!.includes(home));
    const against = small.filter((languages) => languages.includes(home) && !languages.includes(language)).length;
    if (proof.length <= most || against * outweighs > proof.length) continue;
    if (new Set(proof.map(plainForm)).size < least.different) continue;
    most = proof.length;
    best = { language, name: functionWords[language]!.name };
  }
  // In a name, every word that is not small has a capital.
  const plain = words.filter((word, index) => small[index]!.length === 0 && word === word.toLowerCase());
  return plain.length >= least.plain ? best : undefined;
}

const primaryOf = (tag: string): string => tag.toLowerCase().split('-')[0]!;

const aWord = letterPattern(String.raw`[\p{L}\p{M}]+`, 'g');
const arabicLetters = /[\u0600-\u06ff]/;

/** Words as they stand in the table: Arabic without vowel signs, with the letters that Persian and Urdu write. */
function plainForm(word: string): string {
  const lower = word.toLowerCase();
  return arabicLetters.test(lower)
    ? lower
        .replace(/[\u064b-\u065f\u0670\u0640]/g, '')
        .replace(/[يى]/g, 'ی')
        .replace(/ك/g, 'ک')
    : lower;
}

/** The small words of each language that was asked for, in their plain forms. */
const smallWords = new Map<string, ReadonlySet<string>>();

function smallWordsOf(language: string): ReadonlySet<string> {
  let words = smallWords.get(language);
  if (!words) smallWords.set(language, (words = new Set(functionWords[language]!.words.map(plainForm))));
  return words;
}

/** For each language whether a word is one of its small words; a booklet has few different words. */
const knownWords = new Map<string, Map<string, boolean>>();

function countWordsOf(language: string, words: readonly string[]): number {
  let known = knownWords.get(language);
  if (!known || known.size > mostKnownWords) knownWords.set(language, (known = new Map()));
  const small = smallWordsOf(language);
  let count = 0;
  for (const word of words) {
    let isSmall = known.get(word);
    if (isSmall === undefined) known.set(word, (isSmall = small.has(plainForm(word))));
    if (isSmall) count += 1;
  }
  return count;
}

const mostKnownWords = 50_000;

function languagesOf(word: string): readonly string[] {
  const plain = plainForm(word);
  return Object.keys(functionWords).filter((language) => smallWordsOf(language).has(plain));
}
