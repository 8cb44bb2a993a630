/**
 * Packs Liang's hyphenation patterns into the bytes that `createHyphenator` reads in place.
 *
 * A build step: the input is what a module in `hyphen/patterns/` exports, that is, a table of levels,
 * a trie of nested objects whose leaves are indexes in that table, and the exceptions.
 */

/** A node of the trie in `hyphen`: an index of levels, children, or both. */
export type PatternNode = number | PatternBranch | readonly [PatternBranch, number];

/** Children by character. */
export interface PatternBranch {
  readonly [character: string]: PatternNode;
}

/** What a module in `hyphen/patterns/` exports: levels, trie, and for words that break the rules where hyphens stand in their hyphenated spelling. */
export type PatternModule = readonly [readonly (readonly number[])[], PatternBranch, Readonly<Record<string, readonly number[]>>];

/** First number of every packed file; also tells bytes of the other endianness apart. */
export const packedPatternsMark = 0x4f435448;

/** Numbers in the header: mark, trie nodes, bytes of levels, left and right minimum, length of the exceptions. */
export const packedHeaderLength = 6;

/**
 * The fewest letters before and after a hyphen, from the TeX pattern files (hyph-utf8), where they differ from
 * two and two. German, Dutch and the Scandinavian languages keep two: their short prefixes and endings are syllables that readers know.
 */
const minimums: Readonly<Record<string, readonly [left: number, right: number]>> = {
  af: [1, 2],
  cs: [2, 3],
  cy: [2, 3],
  'en-gb': [2, 3],
  'en-us': [2, 3],
  et: [2, 3],
  ga: [2, 3],
  pi: [1, 2],
  pt: [2, 3],
  sa: [1, 3],
  sk: [2, 3],
};

interface FlatTrie {
  readonly characters: string[];
  /** Levels that end at the node, or undefined. */
  readonly levels: (readonly number[] | undefined)[];
  /** Index of the first child; the children of a node are neighbors in code unit order. */
  readonly firstChild: number[];
}

/**
 * Returns the packed form of a pattern module; `name` is the name of its file without ending.
 *
 * Layout: header (32-bit), first child of each node and one more (32-bit), the character of each node (16-bit), the offset of its
 * levels (16-bit), exceptions as hyphenated words joined by line feeds (16-bit), levels (8-bit: how many slots to skip, how many follow, slots).
 */
export function packPatterns(name: string, module: PatternModule): Uint8Array {
  const trie = flatten(module);
  const { slots, offsetOf } = poolLevels(trie.levels);
  const exceptions = Object.entries(module[2]).map(([word, hyphens]) => hyphenated(word, hyphens)).join('\n');
  const [left, right] = minimums[name] ?? [2, 2];
  const count = trie.characters.length;
  const size = 4 * packedHeaderLength + 4 * (count + 1) + 4 * count + 2 * exceptions.length + slots.length;
  const bytes = new Uint8Array(size);
  let at = 0;
  const header = new Int32Array(bytes.buffer, at, packedHeaderLength);
  header.set([packedPatternsMark, count, slots.length, left, right, exceptions.length]);
  at += header.byteLength;
  new Int32Array(bytes.buffer, at, count + 1).set(trie.firstChild);
  at += 4 * (count + 1);
  new Uint16Array(bytes.buffer, at, count).set(trie.characters.map((character) => character.charCodeAt(0)));
  at += 2 * count;
  new Uint16Array(bytes.buffer, at, count).set(offsetOf);
  at += 2 * count;
  new Uint16Array(bytes.buffer, at, exceptions.length).set(Array.from({ length: exceptions.length }, (_, index) => exceptions.charCodeAt(index)));
  at += 2 * exceptions.length;
  bytes.set(slots, at);
  return bytes;
}

/** Numbers the nodes breadth first, so that the children of each are neighbors. */
function flatten([levelTable, root]: PatternModule): FlatTrie {
  const trie: FlatTrie = { characters: [''], levels: [undefined], firstChild: [] };
  const branches: { readonly branch: PatternBranch; readonly startsAtWord: boolean }[] = [{ branch: root, startsAtWord: false }];
  for (let index = 0; index < branches.length; index++) {
    const { branch, startsAtWord } = branches[index]!;
    trie.firstChild.push(trie.characters.length);
    // Single code units only: TeX's own digits are levels and never letters.
    const keys = Object.keys(branch).filter((key) => key.length === 1 && (key < '0' || key > '9'));
    for (const key of keys.sort()) {
      const node = branch[key]!;
      const anchored = startsAtWord || (index === 0 && key === '.');
      const levels = typeof node === 'number' ? levelTable[node] : Array.isArray(node) ? levelTable[node[1] as number] : undefined;
      trie.characters.push(key);
      // In `hyphen`, levels of a pattern that starts at the word's edge leave out the slot before the dot.
      trie.levels.push(levels && anchored ? [0, ...levels] : levels);
      branches.push({ branch: typeof node === 'number' ? {} : Array.isArray(node) ? (node[0] as PatternBranch) : (node as PatternBranch), startsAtWord: anchored });
    }
  }
  trie.firstChild.push(trie.characters.length);
  return trie;
}

/** Stores equal levels once, without the zeros around them. Offset 0 stands for none. */
function poolLevels(levels: FlatTrie['levels']): { slots: Uint8Array; offsetOf: Uint16Array } {
  const slots = [0];
  const known = new Map<string, number>();
  const offsetOf = new Uint16Array(levels.length);
  for (const [node, list] of levels.entries()) {
    const start = list?.findIndex((level) => level > 0) ?? -1;
    if (!list || start < 0) continue;
    const end = list.findLastIndex((level) => level > 0) + 1;
    const packed = [start, end - start, ...list.slice(start, end)];
    const key = packed.join();
    let offset = known.get(key);
    if (offset === undefined) {
      offset = slots.length;
      known.set(key, offset);
      slots.push(...packed);
    }
    offsetOf[node] = offset;
  }
  return { slots: Uint8Array.from(slots), offsetOf };
}

function hyphenated(word: string, hyphens: readonly number[]): string {
  // Each hyphen before moved the next one by a place.
  const breaks = hyphens.map((position, index) => position - index);
  return [0, ...breaks].map((start, index) => word.slice(start, breaks[index] ?? word.length)).join('-');
}
