/** Passages in a script that their language is not written in: a voice that reads English cannot pronounce them. */

import type { MarkupText } from '../markup/element.ts';
import type { Report } from '../source/diagnostic.ts';
import { isLatin } from '../source/letter-pattern.ts';
import { type Script, scriptOf, scriptOfLanguage } from '../text/script.ts';
import { findWords, type Written } from './find-words.ts';
import { unknownLanguage } from './problems.ts';

/** Names and technical terms in Latin letters stand in texts of every script; a sentence does not. */
const fewestLatinWords = 4;

/** A single letter is a sign: π, Δ. */
const fewestLetters = 2;

interface Passage {
  readonly script: Script;
  readonly start: number;
  end: number;
  words: number;
  longestWord: number;
}

/** Reports passages of a text that want a language of their own. */
export function checkLanguage(text: MarkupText, language: string, written: Written, report: Report): void {
  const { scripts, isForeign } = homeOf(language);
  if (!isForeign(text.text)) return;
  for (const { script, start, end, words, longestWord } of findPassages(text.text, scripts)) {
    if (longestWord < fewestLetters || (script === 'Latn' && words < fewestLatinWords)) continue;
    const passage = text.text.slice(start, end);
    if (isName(passage, text, written)) continue;
    const place = findWords(passage, text.origin, written);
    const foreign = { words: passage, language: likelyLanguages[script] ?? 'xx', origin: text.origin, place };
    report(unknownLanguage(scriptNames[script] ?? script, language, foreign));
  }
}

/** Names of people need no language, and those on a cover could not be given one. */
const isName = (words: string, { origin }: MarkupText, { authors }: Written): boolean =>
  origin?.file.path.endsWith('.hbs') === true && authors.some((author) => author.includes(words));

/** Addresses are in Latin letters everywhere. */
const addresses = /(?:https?:\/\/|www\.)\S+|\S+@\S+/g;

function findPassages(text: string, home: ReadonlySet<Script>): readonly Passage[] {
  const plain = text.replace(addresses, (address) => ' '.repeat(address.length));
  const passages: Passage[] = [];
  let passage: Passage | undefined;
  let wordLength = 0;
  for (let at = 0; at < plain.length; ) {
    const code = plain.codePointAt(at)!;
    const next = at + (code > 0xffff ? 2 : 1);
    const { script } = scriptOf(code);
    if (script === 'Zinh') {
      if (passage && wordLength > 0) passage.end = next;
    } else if (script === 'Zyyy' || script === 'Zzzz') wordLength = 0;
    else if (home.has(script)) passage = undefined;
    else {
      if (passage?.script !== script) {
        passages.push((passage = { script, start: at, end: next, words: 0, longestWord: 0 }));
        wordLength = 0;
      }
      if (wordLength === 0) passage.words++;
      passage.end = next;
      passage.longestWord = Math.max(passage.longestWord, ++wordLength);
    }
    at = next;
  }
  return passages;
}

/** What a language is written in, and a quick look for anything else: most texts have nothing foreign in them. */
interface Home {
  readonly scripts: ReadonlySet<Script>;
  isForeign(text: string): boolean;
}

const homes = new Map<string, Home>();

function homeOf(language: string): Home {
  let home = homes.get(language);
  if (!home) {
    const main = scriptOfLanguage(language);
    const scripts = new Set([main, ...(mixedScripts[main] ?? [])]);
    const classes = [...scripts].filter((script) => Object.hasOwn(scriptNames, script)).map((script) => `\\p{Script=${script}}`);
    let foreign: RegExp | undefined;
    const isForeign = (text: string): boolean =>
      !(main === 'Latn' && isLatin(text)) && (foreign ??= new RegExp(`[^${classes.join('')}\\P{L}]`, 'u')).test(text);
    homes.set(language, (home = { scripts, isForeign }));
  }
  return home;
}

/** Languages that are written in several scripts at once. */
const mixedScripts: Readonly<Record<Script, readonly Script[]>> = {
  Jpan: ['Hani', 'Hira', 'Kana'],
  Kore: ['Hang', 'Hani'],
  Hani: ['Bopo'],
  Hans: ['Hani', 'Bopo'],
  Hant: ['Hani', 'Bopo'],
};

/** Scripts by the names that people know. */
const scriptNames: Readonly<Record<Script, string>> = {
  Latn: 'Latin',
  Arab: 'Arabic',
  Hebr: 'Hebrew',
  Deva: 'Devanagari',
  Cyrl: 'Cyrillic',
  Grek: 'Greek',
  Beng: 'Bengali',
  Guru: 'Gurmukhi',
  Gujr: 'Gujarati',
  Taml: 'Tamil',
  Telu: 'Telugu',
  Knda: 'Kannada',
  Mlym: 'Malayalam',
  Thai: 'Thai',
  Hani: 'Chinese',
  Hira: 'Japanese',
  Kana: 'Japanese',
  Hang: 'Korean',
  Ethi: 'Ethiopic',
  Armn: 'Armenian',
  Geor: 'Georgian',
};

/** The language most often written in a script, as an example. */
const likelyLanguages: Readonly<Record<Script, string>> = {
  Latn: 'en',
  Arab: 'ar',
  Hebr: 'he',
  Deva: 'hi',
  Cyrl: 'ru',
  Grek: 'el',
  Beng: 'bn',
  Guru: 'pa',
  Gujr: 'gu',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Thai: 'th',
  Hani: 'zh',
  Hira: 'ja',
  Kana: 'ja',
  Hang: 'ko',
  Ethi: 'am',
  Armn: 'hy',
  Geor: 'ka',
};
