/** From language tags to pattern files. */
import { describe, expect, it } from 'vitest';
import { hyphenationLanguage } from '../../../src/engine/text/hyphenation-language.ts';

describe('hyphenationLanguage', () => {
  it('finds the patterns of common tags', () => {
    const expected = {
      en: 'en-us',
      'en-US': 'en-us',
      'en-GB': 'en-gb',
      'en-GB-oxendict': 'en-gb',
      de: 'de-1996',
      'de-CH': 'de-1996',
      'pt-BR': 'pt',
      'zh-Latn': 'zh-latn-pinyin',
      'sr-Latn': 'sh-latn',
      ms: 'id',
      no: 'no',
      nb: 'nb',
    };
    expect(Object.fromEntries(Object.keys(expected).map((tag) => [tag, hyphenationLanguage(tag)]))).toEqual(expected);
  });

  it('has none for languages that are not hyphenated', () => {
    for (const tag of ['ar', 'he', 'ja', 'zh', 'th', 'am', 'und', '', 'x-private', 'constructor'])
      expect(hyphenationLanguage(tag)).toBeUndefined();
  });
});
