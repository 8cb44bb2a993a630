/**
 * Words as the glossary compares them: without case, without optional vowel signs, and in the forms
 * that a term takes in a sentence (plural endings of Latin script, article and clitics of Arabic script).
 */

/** Signs that readers may leave out: soft hyphens, joiners, tatweel, Arabic and Hebrew vowel points. */
const optionalSigns = /[\u00AD\u200B-\u200F\u0640\u064B-\u065F\u0670\u06D6-\u06ED\u0591-\u05BD\u05BF\u05C1\u05C2\u05C4\u05C5\u05C7]/g;

const onlyLowerAscii = /^[a-z0-9]*$/;

/** Returns a word in the one form under which all its spellings are found. */
export function foldWord(word: string): string {
  if (onlyLowerAscii.test(word)) return word;
  return word.normalize('NFC').replace(optionalSigns, '').toLowerCase().replaceAll('ς', 'σ');
}

/** The article ال written onto Arabic words. */
const article = 'ال';

/** A stem this short after cutting is more likely chance than grammar. */
const shortestStem = 2;

/** Conjunction, preposition and article as they join onto a word, with all their combinations. */
const arabicPrefixes: readonly string[] = ['', 'و', 'ف'].flatMap((conjunction) =>
  ['', 'ب', 'ك', 'ل', article, `ب${article}`, `ك${article}`, 'لل'].map((rest) => conjunction + rest),
);

/** Returns a folded word of a text, and what remains of it without prefixes: any of them may be a term's first word. */
export function stemsOf(folded: string): readonly string[] {
  if (!isArabic(folded)) return [folded];
  const stems = new Set<string>();
  for (const prefix of arabicPrefixes) {
    if (folded.startsWith(prefix) && folded.length >= prefix.length + (prefix === '' ? 0 : shortestStem))
      stems.add(folded.slice(prefix.length));
  }
  return [...stems];
}

/** Returns the folded forms under which a word of a term is filed: an Arabic word with and without its article. */
export function formsOf(folded: string): readonly string[] {
  const isDefinite = folded.startsWith(article) && folded.length >= article.length + shortestStem;
  return isDefinite ? [folded, folded.slice(article.length)] : [folded];
}

const latinWord = /^[a-z\u00DF-\u024F]{3,}$/;
const endsInSibilant = /(?:s|x|z|ch|sh)$/;
const endsInConsonantAndY = /[^aeiou]y$/;

/** Returns the regular plural of a folded word in Latin script: what English, Spanish, French and Portuguese add. */
export function pluralsOf(folded: string): readonly string[] {
  if (!latinWord.test(folded)) return [];
  if (endsInConsonantAndY.test(folded)) return [`${folded.slice(0, -1)}ies`];
  return endsInSibilant.test(folded) ? [`${folded}es`] : [`${folded}s`, `${folded}es`];
}

function isArabic(word: string): boolean {
  const code = word.charCodeAt(0);
  return code >= 0x0600 && code <= 0x06ff;
}
