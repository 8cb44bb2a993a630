/**
 * Finds where a word may be hyphenated, by Liang's method: F. M. Liang, Word Hy-phen-a-tion by Com-put-er, 1983, chapter 3.
 *
 * The patterns are a packed trie (see data/pack-patterns.ts) that is read in place, so opening a language costs
 * nothing; answers are kept, because a text repeats its words.
 */
import { packedHeaderLength, packedPatternsMark } from './data/pack-patterns.ts';

/** Hyphenates the words of one language. */
export interface Hyphenator {
  /** Returns the UTF-16 offsets at which `word` may be divided, ascending. Only letters, and apostrophes where the language has them, are expected. */
  hyphenate(word: string): readonly number[];
  /** Whether an apostrophe is a letter to these patterns, as in French or Ukrainian. */
  readonly knowsApostrophe: boolean;
}

interface Patterns {
  readonly firstChild: Int32Array;
  readonly characters: Uint16Array;
  readonly levelOffsets: Uint16Array;
  readonly levels: Uint8Array;
  readonly left: number;
  readonly right: number;
  readonly exceptions: ReadonlyMap<string, readonly number[]>;
}

/** Longer words are chemistry or noise; they are left alone. */
const longestWord = 120;

const none: readonly number[] = [];
const dot = 0x2e;

/** Opens packed patterns; returns undefined when the bytes are not packed patterns. */
export function createHyphenator(packed: Uint8Array): Hyphenator | undefined {
  const patterns = readPatterns(packed);
  if (!patterns) return undefined;
  const known = new Map<string, readonly number[]>();
  const find = finderFor(patterns);
  return {
    knowsApostrophe: childOf(patterns, 0, 0x27) >= 0 || childOf(patterns, 0, 0x2019) >= 0,
    hyphenate(word) {
      let breaks = known.get(word);
      if (!breaks) {
        breaks = find(word);
        known.set(word, breaks);
      }
      return breaks;
    },
  };
}

function readPatterns(packed: Uint8Array): Patterns | undefined {
  if (packed.length < 4 * packedHeaderLength) return undefined;
  // The wider views want an aligned start; only what lies elsewhere is copied.
  const { buffer, byteOffset } = packed.byteOffset % 4 === 0 ? packed : packed.slice();
  const [mark, count, levelsLength, left, right, exceptionsLength] = new Int32Array(buffer, byteOffset, packedHeaderLength);
  const expected = 4 * packedHeaderLength + 4 * (count! + 1) + 4 * count! + 2 * exceptionsLength! + levelsLength!;
  if (mark !== packedPatternsMark || expected !== packed.length) return undefined;
  let at = byteOffset + 4 * packedHeaderLength;
  const firstChild = new Int32Array(buffer, at, count! + 1);
  at += firstChild.byteLength;
  const characters = new Uint16Array(buffer, at, count!);
  at += characters.byteLength;
  const levelOffsets = new Uint16Array(buffer, at, count!);
  at += levelOffsets.byteLength;
  const exceptions = readExceptions(new Uint16Array(buffer, at, exceptionsLength!));
  const levels = new Uint8Array(buffer, at + 2 * exceptionsLength!, levelsLength!);
  return { firstChild, characters, levelOffsets, levels, left: left!, right: right!, exceptions };
}

function readExceptions(codes: Uint16Array): ReadonlyMap<string, readonly number[]> {
  const exceptions = new Map<string, readonly number[]>();
  let word = '';
  let breaks: number[] = [];
  const finish = (): void => {
    if (word !== '') exceptions.set(word, breaks);
    word = '';
    breaks = [];
  };
  for (const code of codes) {
    if (code === 0x0a) finish();
    else if (code === 0x2d) breaks.push(word.length);
    else word += String.fromCharCode(code);
  }
  finish();
  return exceptions;
}

/** Returns the child of `node` for a character, or -1; children are sorted. */
function childOf({ firstChild, characters }: Patterns, node: number, character: number): number {
  let low = firstChild[node]!;
  let high = firstChild[node + 1]!;
  while (low < high) {
    const middle = (low + high) >> 1;
    const found = characters[middle]!;
    if (found === character) return middle;
    if (found < character) low = middle + 1;
    else high = middle;
  }
  return -1;
}

/** Returns the children of the root for the first characters of Unicode: every pattern begins at one of them, and there are the most. */
function rootsOf(patterns: Patterns): Int32Array {
  const roots = new Int32Array(0x180).fill(-1);
  for (let child = patterns.firstChild[0]!; child < patterns.firstChild[1]!; child++) {
    const character = patterns.characters[child]!;
    if (character < roots.length) roots[character] = child;
  }
  return roots;
}

function finderFor(patterns: Patterns): (word: string) => readonly number[] {
  const { levelOffsets, levels, left, right, exceptions } = patterns;
  const roots = rootsOf(patterns);
  // The word between two dots, and the level before each of its characters.
  const spelled = new Uint16Array(longestWord + 2);
  const best = new Uint8Array(longestWord + 3);

  return (word) => {
    // Capitals that grow when lowered would make offsets point elsewhere; İ of Turkish is the one that is met.
    const lower = word.replaceAll('İ', 'i').toLowerCase();
    if (lower.length !== word.length || word.length > longestWord || word.length < left + right) return none;
    const exception = exceptions.get(lower);
    if (exception) return exception.filter((offset) => offset >= left && offset <= word.length - right);
    const length = lower.length + 2;
    spelled[0] = dot;
    for (let index = 0; index < lower.length; index++) {
      const code = lower.charCodeAt(index);
      spelled[index + 1] = code === 0x2019 ? 0x27 : code;
    }
    spelled[length - 1] = dot;
    best.fill(0, 0, length + 1);
    for (let start = 0; start < length; start++) {
      const first = spelled[start]!;
      let node = first < roots.length ? roots[first]! : childOf(patterns, 0, first);
      for (let index = start; node >= 0; node = ++index < length ? childOf(patterns, node, spelled[index]!) : -1) {
        const offset = levelOffsets[node]!;
        if (offset === 0) continue;
        const from = start + levels[offset]!;
        const count = levels[offset + 1]!;
        for (let slot = 0; slot < count; slot++) {
          const level = levels[offset + 2 + slot]!;
          if (level > best[from + slot]!) best[from + slot] = level;
        }
      }
    }
    let breaks: number[] | undefined;
    for (let offset = left; offset <= word.length - right; offset++) {
      if ((best[offset + 1]! & 1) === 1 && !isMark(lower.charCodeAt(offset))) (breaks ??= []).push(offset);
    }
    // Kept for good: an array that has grown has room for many more.
    return breaks?.slice() ?? none;
  };
}

/** Combining marks never start a fragment, whatever the patterns of a decomposed word say. */
const isMark = (code: number): boolean => (code >= 0x300 && code <= 0x36f) || (code >= 0xdc00 && code <= 0xdfff);
