/**
 * English-like sentences, always the same for the same seed: words follow each other as they do in the briefing, and some
 * are new words made of its syllables, because a long text has many words that occur once or twice.
 */
import { readBooklet } from './typst-document.mjs';

/** How many of 100 words are taken from the long tail, near what English prose of this length shows. */
const rareWords = 7;
const tailLength = 20_000;

/** Returns numbers from 0 to below 1, as mulberry32 makes them. */
export function createRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Reads which word follows which in a booklet's sections. */
export function readVocabulary(folder) {
  const text = readBooklet(folder)
    .sections.map((section) => section.text)
    .join('\n')
    .replace(/^(\[\^|!\[|\||:::|#).*$|\[[^\]]*\](\([^)]*\))?|\{[^}]*\}/gm, ' ');
  const words = text.match(/[A-Za-z][a-z'-]+/g).map((word) => word.toLowerCase().replace(/['-]+$/, ''));
  const followers = new Map();
  for (let index = 0; index + 1 < words.length; index += 1) {
    const list = followers.get(words[index]);
    if (list) list.push(words[index + 1]);
    else followers.set(words[index], [words[index + 1]]);
  }
  return { words, followers, tail: makeTail(words) };
}

/** Makes rare words: the beginning of one word and the end of another. */
function makeTail(words) {
  const random = createRandom(7);
  const long = [...new Set(words)].filter((word) => word.length >= 6 && !/['-]/.test(word));
  const tail = new Set();
  while (tail.size < tailLength) {
    const first = long[Math.floor(random() * long.length)];
    const second = long[Math.floor(random() * long.length)];
    tail.add(first.slice(0, 3 + Math.floor(random() * 3)) + second.slice(-3 - Math.floor(random() * 3)));
  }
  return [...tail];
}

/** A writer of sentences; the seed decides them all. */
export function createWriter(vocabulary, seed) {
  const random = createRandom(seed);
  let word = vocabulary.words[0];
  const below = (limit) => Math.floor(random() * limit);
  const between = (least, most) => least + below(most - least + 1);

  const nextWord = () => {
    const list = vocabulary.followers.get(word);
    word = list ? list[below(list.length)] : vocabulary.words[below(vocabulary.words.length)];
    // Squaring crowds the draws at the front, so that some rare words come often and most hardly ever.
    return below(100) < rareWords ? vocabulary.tail[Math.floor(random() ** 2 * vocabulary.tail.length)] : word;
  };
  const phrase = (count) => {
    const words = Array.from({ length: count }, nextWord);
    words[0] = words[0][0].toUpperCase() + words[0].slice(1);
    return words;
  };
  return { random, below, between, phrase, sentence: () => phrase(between(6, 22)) };
}
