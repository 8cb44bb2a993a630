/**
 * Which font packages write which script: where fallback looks first, and what a message about a missing character
 * recommends. All are packages of static TrueType files under `@expo-google-fonts/`; those that are not bundled are optional.
 */
import { type Script, scriptOf, scriptOfLanguage } from './script.ts';

/** The fonts of one way of writing. */
export interface ScriptFonts {
  /** As an author calls it. */
  readonly name: string;
  /** Names of packages without their scope, the recommended one first. */
  readonly packages: readonly string[];
}

/** Returns the part of a package's name, or of a font's key, that a family gives it: `Noto Sans Thai` is `noto-sans-thai`. */
export const familySlug = (family: string): string => family.toLowerCase().replace(/[^a-z0-9]+/g, '-');

const nastaliq: ScriptFonts = { name: 'Nastaliq', packages: ['noto-nastaliq-urdu'] };
const simplified: ScriptFonts = { name: 'Simplified Chinese', packages: ['noto-serif-sc', 'noto-sans-sc', 'zcool-xiaowei'] };
const traditional: ScriptFonts = { name: 'Traditional Chinese', packages: ['noto-serif-tc', 'noto-sans-tc', 'noto-sans-hk'] };
const japanese: ScriptFonts = {
  name: 'Japanese',
  packages: ['noto-serif-jp', 'noto-sans-jp', 'sawarabi-mincho', 'zen-old-mincho', 'zen-kaku-gothic-new'],
};
const korean: ScriptFonts = {
  name: 'Korean',
  packages: ['noto-serif-kr', 'noto-sans-kr', 'gowun-batang', 'gowun-dodum', 'nanum-myeongjo', 'nanum-gothic'],
};
const emoji: ScriptFonts = { name: 'emoji', packages: ['noto-emoji'] };
const symbols: ScriptFonts = { name: 'symbols', packages: ['noto-sans-symbols-2', 'noto-sans-math'] };
const mathematics: ScriptFonts = { name: 'mathematics', packages: ['noto-sans-math'] };

/** Fonts by script, and below it for what is no script of its own. */
const byScript: ReadonlyMap<Script, ScriptFonts> = new Map([
  ['Latn', { name: 'Latin', packages: ['source-serif-4', 'source-sans-3', 'noto-serif', 'noto-sans'] }],
  ['Grek', { name: 'Greek', packages: ['source-serif-4', 'source-sans-3', 'gfs-didot', 'noto-serif', 'noto-sans'] }],
  ['Cyrl', { name: 'Cyrillic', packages: ['source-serif-4', 'source-sans-3', 'noto-serif', 'noto-sans'] }],
  ['Arab', { name: 'Arabic', packages: ['noto-naskh-arabic', 'noto-sans-arabic', 'noto-nastaliq-urdu'] }],
  ['Hebr', { name: 'Hebrew', packages: ['noto-serif-hebrew', 'noto-sans-hebrew'] }],
  ['Deva', { name: 'Devanagari', packages: ['noto-serif-devanagari', 'noto-sans-devanagari'] }],
  ['Beng', { name: 'Bengali', packages: ['noto-serif-bengali', 'noto-sans-bengali'] }],
  ['Guru', { name: 'Gurmukhi', packages: ['noto-sans-gurmukhi'] }],
  ['Gujr', { name: 'Gujarati', packages: ['noto-sans-gujarati'] }],
  ['Orya', { name: 'Odia', packages: ['noto-sans-oriya'] }],
  ['Taml', { name: 'Tamil', packages: ['noto-sans-tamil'] }],
  ['Telu', { name: 'Telugu', packages: ['noto-serif-telugu', 'noto-sans-telugu'] }],
  ['Knda', { name: 'Kannada', packages: ['noto-sans-kannada'] }],
  ['Mlym', { name: 'Malayalam', packages: ['noto-sans-malayalam'] }],
  ['Sinh', { name: 'Sinhala', packages: ['abhaya-libre', 'noto-sans-sinhala'] }],
  ['Thai', { name: 'Thai', packages: ['noto-sans-thai'] }],
  ['Laoo', { name: 'Lao', packages: ['noto-sans-lao'] }],
  ['Khmr', { name: 'Khmer', packages: ['noto-sans-khmer'] }],
  ['Mymr', { name: 'Burmese', packages: ['noto-sans-myanmar'] }],
  ['Ethi', { name: 'Ethiopic', packages: ['abyssinica-sil', 'noto-sans-ethiopic'] }],
  ['Armn', { name: 'Armenian', packages: ['noto-sans-armenian'] }],
  ['Geor', { name: 'Georgian', packages: ['noto-sans-georgian'] }],
  ['Tibt', { name: 'Tibetan', packages: ['noto-serif-tibetan'] }],
  ['Thaa', { name: 'Thaana', packages: ['noto-sans-thaana'] }],
  ['Syrc', { name: 'Syriac', packages: ['noto-sans-syriac'] }],
  ['Adlm', { name: 'Adlam', packages: ['noto-sans-adlam'] }],
  ['Nkoo', { name: 'N’Ko', packages: ['noto-sans-nko'] }],
  ['Cher', { name: 'Cherokee', packages: ['noto-sans-cherokee'] }],
  ['Tfng', { name: 'Tifinagh', packages: ['noto-sans-tifinagh'] }],
]);

/** Every way of writing that a package is known for, for the manual. */
export const knownScriptFonts: readonly ScriptFonts[] = [
  ...byScript.values(),
  ...[nastaliq, simplified, traditional, japanese, korean, emoji, symbols, mathematics],
];

/**
 * Returns the fonts in which a grapheme cluster is looked for, the best first: its script's, those of its language among
 * the scripts of East Asia. Empty for what every font should have.
 */
export function scriptFontsOf(cluster: string, language: string): readonly ScriptFonts[] {
  const codePoint = cluster.codePointAt(0)!;
  const { script, extensions } = scriptOf(codePoint);
  if (script === 'Zyyy' || script === 'Zinh') {
    if (isEmoji(cluster)) return [emoji, symbols];
    if (codePoint >= 0x1d400 && codePoint <= 0x1d7ff) return [mathematics];
    const own = scriptOfLanguage(language);
    const usual = extensions.includes(own) ? own : extensions[0];
    if (usual === undefined && !isWide(codePoint)) return [symbols, mathematics];
    return rowsOf(usual ?? 'Hani', language);
  }
  return rowsOf(script, language);
}

/**
 * Returns the fonts that a language wants for a cluster before other fonts that have it too, unless the first family of
 * the style has it: Urdu is written in Nastaliq, and each language of East Asia has its own shapes of Han characters.
 */
export function languageFontsOf(cluster: string, language: string): readonly ScriptFonts[] {
  if (!hasOwnFonts.test(language)) return [];
  const rows = scriptFontsOf(cluster, language);
  return rows.length > 0 && (rows[0] === nastaliq || eastAsianRows.has(rows[0]!)) ? rows.slice(0, 1) : [];
}

const hasOwnFonts = /^(?:ur|zh|yue|ja|ko)\b/i;

/** A picture, or a sign that the author asks to see as one (U+FE0F). */
const isEmoji = (cluster: string): boolean =>
  /\ufe0f|\u20e3|[\u{1f1e6}-\u{1f1ff}]|(?!\p{ASCII})\p{Emoji_Presentation}|[\u{1f000}-\u{1faff}]/u.test(cluster);

const eastAsian: ReadonlySet<Script> = new Set(['Hani', 'Hira', 'Kana', 'Hang', 'Bopo', 'Jpan', 'Kore', 'Yiii']);
const eastAsianRows: ReadonlySet<ScriptFonts> = new Set([simplified, traditional, japanese, korean]);

/** Punctuation, letters and digits of the width of a Han character. */
const isWide = (codePoint: number): boolean =>
  (codePoint >= 0x3000 && codePoint <= 0x33ff) ||
  (codePoint >= 0xfe10 && codePoint <= 0xfe6f) ||
  (codePoint >= 0xff00 && codePoint <= 0xffef);

function rowsOf(script: Script, language: string): readonly ScriptFonts[] {
  if (eastAsian.has(script)) return eastAsianFonts(script, language);
  const row = byScript.get(script);
  if (!row) return [];
  return script === 'Arab' && /^ur\b/i.test(language) ? [nastaliq, row] : [row];
}

/** Its own fonts first: a Han character is then looked for in those of the other languages. */
function eastAsianFonts(script: Script, language: string): readonly ScriptFonts[] {
  const own = eastAsianRow(script, language);
  return [own, ...[...eastAsianRows].filter((row) => row !== own)];
}

/** The language decides; without one of theirs, kana are Japanese, Hangul is Korean, and Han characters are taken for Chinese. */
function eastAsianRow(script: Script, language: string): ScriptFonts {
  if (/^ja\b/i.test(language)) return japanese;
  if (/^ko\b/i.test(language)) return korean;
  if (/^yue\b|^zh\b.*-(?:Hant|TW|HK|MO)\b/i.test(language) && !/-Hans\b/i.test(language)) return traditional;
  if (/^zh\b/i.test(language)) return simplified;
  if (script === 'Hang') return korean;
  return script === 'Hira' || script === 'Kana' ? japanese : simplified;
}
