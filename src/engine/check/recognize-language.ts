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

/** Shorter passages prove nothing. */
export const leastWords = 8;
/** What a passage must have. */
const least = { small: 4, different: 3, plain: 3, share: 0.2 } as const;
/** So many small words of the other language outweigh one of its own, which may be a name. */
const outweighs = 8;

/** Returns the words of a text, as `recognizeOther` wants them. */
export const wordsOf = (text: string): readonly string[] => text.match(aWord(text)) ?? [];

/** Tells whether so many words are clearly in the language of which `small` are small words, as nearly every paragraph is. */
export const isAtHome = (small: number, words: number): boolean => small > words * least.share;

/** The small words of a language. */
export interface SmallWords {
  /** Letters of the longest; infinite where letters may stand in a word that do not count. */
  readonly longest: number;
  /** Knows them in whatever form and case they are written. */
  readonly isSmall: (word: string) => boolean;
}

/** Returns the small words of a language, by its tag; undefined where they are not known, and nothing can be recognized. */
export function smallWordsIn(language: string): SmallWords | undefined {
  const known = smallWords.get(language);
  if (known) return known;
  const home = primaryOf(language);
  if (!Object.hasOwn(functionWords, home)) return undefined;
  const words = smallWords.get(home) ?? createSmallWords(home);
  smallWords.set(home, words).set(language, words);
  return words;
}

/** Returns the language of the words of a text where it is certainly not `own`, a language tag, but another one in the same script. */
export function recognizeOther(words: readonly string[], own: string): RecognizedLanguage | undefined {
  const home = primaryOf(own);
  const ownWords = smallWordsIn(own);
  if (!ownWords || words.length < leastWords || isAtHome(words.filter(ownWords.isSmall).length, words.length)) return undefined;
  const small = words.map(languagesOf);
  let best: RecognizedLanguage | undefined;
  let most = Math.max(least.small, words.length * least.share) - 1;
  if (small.filter(isListed).length <= most) return undefined;
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
  const plain = words.filter((word, index) => !isListed(small[index]!) && word === word.toLowerCase());
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

/** The small words of each language that was asked for, by tags. */
const smallWords = new Map<string, SmallWords>();

const mostKnownWords = 50_000;

function createSmallWords(language: string): SmallWords {
  const { words } = functionWords[language]!;
  const plain = new Set(words.map(plainForm));
  /** A booklet has few different words. */
  const known = new Map<string, boolean>();
  return {
    longest: words.some((word) => arabicLetters.test(word)) ? Infinity : Math.max(...words.map((word) => word.length)),
    isSmall(word) {
      let isSmall = known.get(word);
      if (isSmall !== undefined) return isSmall;
      if (known.size > mostKnownWords) known.clear();
      known.set(word, (isSmall = plain.has(plainForm(word))));
      return isSmall;
    },
  };
}

/** The languages that list a word, for all words that any of them lists. */
let languages: ReadonlyMap<string, readonly string[]> | undefined;
const noLanguages: readonly string[] = [];

function languagesOf(word: string): readonly string[] {
  languages ??= listLanguages();
  return languages.get(plainForm(word)) ?? noLanguages;
}

function listLanguages(): ReadonlyMap<string, readonly string[]> {
  const lists = new Map<string, string[]>();
  for (const [language, { words }] of Object.entries(functionWords)) {
    for (const word of new Set(words.map(plainForm))) lists.set(word, [...(lists.get(word) ?? []), language]);
  }
  return lists;
}

const isListed = (inLanguages: readonly string[]): boolean => inLanguages.length > 0;
