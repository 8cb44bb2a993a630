/** What can be known of a BCP 47 language tag without a registry: whether it is well formed, and which way it is written. */

/** Well-formed tags: language, script, region, variants, extensions, private use. Three-letter languages are rare but real. */
export const languageTagPattern =
  '^[a-zA-Z]{2,3}(-[a-zA-Z]{4})?(-([a-zA-Z]{2}|[0-9]{3}))?(-([0-9a-zA-Z]{5,8}|[0-9][0-9a-zA-Z]{3}))*(-[0-9a-wyzA-WYZ](-[0-9a-zA-Z]{2,8})+)*(-x(-[0-9a-zA-Z]{1,8})+)?$';

const rightToLeftScripts: ReadonlySet<string> = new Set(['arab', 'hebr', 'thaa', 'syrc', 'nkoo', 'adlm', 'rohg', 'mand', 'samr']);
const rightToLeftLanguages: ReadonlySet<string> = new Set([
  'ar',
  'he',
  'iw',
  'fa',
  'ur',
  'ps',
  'sd',
  'ug',
  'yi',
  'dv',
  'ckb',
  'arc',
  'syr',
  'nqo',
  'prs',
  'azb',
  'lrc',
  'mzn',
  'pnb',
  'skr',
  'ks',
]);

/** Returns whether a tag is well formed. */
export function isLanguageTag(tag: string): boolean {
  return new RegExp(languageTagPattern).test(tag);
}

/** Returns which way a language is written; a script in the tag decides over the language's usual one. */
export function directionOf(language: string): 'ltr' | 'rtl' {
  const [primary = '', ...others] = language.toLowerCase().split('-');
  const script = others.find((part) => /^[a-z]{4}$/.test(part));
  return (script === undefined ? rightToLeftLanguages.has(primary) : rightToLeftScripts.has(script)) ? 'rtl' : 'ltr';
}
