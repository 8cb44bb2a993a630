/** Which set of hyphenation patterns a language uses: from BCP 47 tags to the file names of the npm package `hyphen`. */

/**
 * Sets whose name is not simply the language. Left out on purpose: Thai and Ethiopic, whose patterns mark breaks that print no hyphen,
 * and Church Slavonic, whose file in `hyphen` 1.14.1 is damaged.
 */
const setOf: Readonly<Record<string, string>> = {
  'de-at': 'de-1996',
  'de-ch': 'de-1996',
  'de-1901': 'de-1901',
  'de-ch-1901': 'de-ch-1901',
  de: 'de-1996',
  el: 'el-monoton',
  'el-polyton': 'el-polyton',
  en: 'en-us',
  'en-au': 'en-gb',
  'en-gb': 'en-gb',
  'en-ie': 'en-gb',
  'en-in': 'en-gb',
  'en-ke': 'en-gb',
  'en-ng': 'en-gb',
  'en-nz': 'en-gb',
  'en-za': 'en-gb',
  'fi-x-school': 'fi-x-school',
  ku: 'kmr',
  'la-x-classic': 'la-x-classic',
  'la-x-liturgic': 'la-x-liturgic',
  // Written as Indonesian is.
  ms: 'id',
  mn: 'mn-cyrl',
  'mn-cyrl-x-lmc': 'mn-cyrl-x-lmc',
  sh: 'sh-latn',
  'sh-cyrl': 'sh-cyrl',
  'sh-latn': 'sh-latn',
  bs: 'sh-latn',
  'bs-cyrl': 'sh-cyrl',
  sr: 'sr-cyrl',
  'sr-latn': 'sh-latn',
  'zh-latn': 'zh-latn-pinyin',
};

/** Sets that are named after their language alone. */
const plainSets: ReadonlySet<string> = new Set(
  (
    'af as be bg bn ca cop cs cy da es et eu fi fr fur ga gl grc gu hi hr hsb hu hy ia id is it ka kmr kn la lt lv mk ml mr ' +
    'nb nl nn no oc or pa pi pl pms pt rm ro ru sa sk sl sq sv ta te tk tr uk'
  ).split(' '),
);

/**
 * Returns the name of the pattern file for a BCP 47 tag, or undefined when the language is not hyphenated or has no patterns.
 * The longest known beginning of the tag decides, so that `en-GB-oxendict` is British and `pt-BR` is Portuguese.
 */
export function hyphenationLanguage(tag: string): string | undefined {
  let rest = tag.toLowerCase();
  while (rest !== '') {
    const set = Object.hasOwn(setOf, rest) ? setOf[rest] : plainSets.has(rest) ? rest : undefined;
    if (set !== undefined) return set;
    rest = rest.slice(0, Math.max(0, rest.lastIndexOf('-')));
  }
  return undefined;
}

/** Names of all pattern files that `hyphenationLanguage` may return, sorted: what a build packs. */
export const hyphenationSets: readonly string[] = [...new Set([...Object.values(setOf), ...plainSets])].sort();
