/** What a build keeps of its text for the next one: shaped words, and paragraphs that show them, in one table. */
import type { KeptTable } from '../source/workspace.ts';
import type { Font } from './font.ts';
import { type KeptParagraphs, restoreParagraphs, storeParagraphs, wordsIn } from './keep-paragraphs.ts';
import { type KeptWords, restoreWords, storeWords } from './keep-words.ts';
import type { EarlierParagraphs, ParagraphCache } from './paragraph-cache.ts';
import type { EarlierWords, WordCache } from './word-cache.ts';

/** What the head of the table says. */
interface KeptText {
  readonly words: KeptWords;
  readonly paragraphs: KeptParagraphs;
  /** How many of the integers are those of words. */
  readonly wordNumbers: number;
}

/** What an earlier build has kept, ready to be asked. */
export interface EarlierText {
  readonly wordsOf: EarlierWords;
  readonly paragraphs: EarlierParagraphs;
}

/** Writes the words and paragraphs that were asked for. */
export function storeText(words: WordCache, paragraphs: ParagraphCache): KeptTable {
  const storedWords = storeWords(words, wordsIn(paragraphs));
  const stored = storeParagraphs(paragraphs, storedWords.pieces);
  const integers = new Int32Array(storedWords.numbers.length + stored.integers.length);
  integers.set(storedWords.numbers);
  integers.set(stored.integers, storedWords.numbers.length);
  const head: KeptText = { words: storedWords.kept, paragraphs: stored.kept, wordNumbers: storedWords.numbers.length };
  return { head: JSON.stringify(head), integers, reals: stored.reals };
}

/** Reads what `storeText` has written; undefined when there is nothing of use. */
export function restoreText(table: KeptTable | undefined, fontNamed: (key: string) => Font | undefined): EarlierText | undefined {
  const kept = table && readHead(table.head);
  const words = kept && restoreWords(kept.words, table.integers.subarray(0, kept.wordNumbers), fontNamed);
  if (!words) return undefined;
  const numbers = { integers: table.integers.subarray(kept.wordNumbers), reals: table.reals };
  return { wordsOf: words.wordsOf, paragraphs: restoreParagraphs(kept.paragraphs, numbers, words.pieces) };
}

/** A head that cannot be read, or is that of something else, is written anew with all that it is the head of. */
function readHead(head: string): KeptText | undefined {
  try {
    const kept = JSON.parse(head) as Partial<KeptText> | undefined;
    return kept?.words && kept.paragraphs ? (kept as KeptText) : undefined;
  } catch {
    return undefined;
  }
}
