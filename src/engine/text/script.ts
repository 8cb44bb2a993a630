/** The writing system of a character, after UAX #24. Scripts are their ISO 15924 codes, which HarfBuzz takes too. */
import { unpackCodePointTable } from './code-point-table.ts';
import { scriptNames, scriptRuns } from './data/script-runs.ts';

/** An ISO 15924 code, such as `Latn`. */
export type Script = string;

/** What Unicode says about the script of a character. */
export interface ScriptProperty {
  /** `Zyyy` for characters of every script, `Zinh` for marks that take the script of their base, `Zzzz` for unassigned ones. */
  readonly script: Script;
  /** For `Zyyy` and `Zinh`: the only scripts it is used in, when they are few; else empty. */
  readonly extensions: readonly Script[];
}

/** Returns the script of a code point. */
export function scriptOf(codePoint: number): ScriptProperty {
  table ??= unpackCodePointTable(scriptRuns);
  properties ??= readProperties();
  return properties[table[codePoint]!]!;
}

/** Returns the script that a language is usually written in, or that its tag names: for text that has no letters of its own. */
export function scriptOfLanguage(language: string): Script {
  // The shortest tag with a script has seven characters.
  const named = language.length < 7 ? null : /^[a-z]{2,3}(?:-[a-z]{3})?-([a-z])([a-z]{3})(?:-|$)/i.exec(language);
  if (named) return named[1]!.toUpperCase() + named[2]!.toLowerCase();
  const primary = language.split('-', 1)[0]!.toLowerCase();
  for (const [script, languages] of scriptsOfLanguages) if (languages.includes(primary)) return script;
  return 'Latn';
}

// Unpacked when first needed: a Latin booklet never gets here.
let table: Uint8Array | undefined;
let properties: readonly ScriptProperty[] | undefined;

const readProperties = (): readonly ScriptProperty[] =>
  scriptNames.split(',').map((name) => {
    const [script, extensions] = name.split(': ');
    return { script: script!, extensions: extensions?.split(' ') ?? [] };
  });

const scriptsOfLanguages: readonly (readonly [Script, readonly string[]])[] = [
  ['Arab', ['ar', 'arz', 'ary', 'fa', 'ur', 'ps', 'sd', 'ug', 'ckb', 'prs', 'ks', 'bal']],
  ['Hebr', ['he', 'iw', 'yi']],
  ['Deva', ['hi', 'mr', 'ne', 'sa', 'kok', 'bho', 'mai', 'doi', 'brx']],
  ['Cyrl', ['ru', 'uk', 'be', 'bg', 'sr', 'mk', 'kk', 'ky', 'mn', 'tg', 'tt', 'ba', 'cv', 'os']],
  ['Grek', ['el']],
  ['Beng', ['bn', 'as']],
  ['Guru', ['pa']],
  ['Gujr', ['gu']],
  ['Orya', ['or']],
  ['Taml', ['ta']],
  ['Telu', ['te']],
  ['Knda', ['kn']],
  ['Mlym', ['ml']],
  ['Sinh', ['si']],
  ['Thai', ['th']],
  ['Laoo', ['lo']],
  ['Khmr', ['km']],
  ['Mymr', ['my']],
  ['Tibt', ['bo', 'dz']],
  ['Ethi', ['am', 'ti']],
  ['Armn', ['hy']],
  ['Geor', ['ka']],
  ['Thaa', ['dv']],
  ['Hani', ['zh', 'yue']],
  ['Jpan', ['ja']],
  ['Kore', ['ko']],
];
