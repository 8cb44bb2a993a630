/**
 * Words for formulas, by the Speech Rule Engine that MathJax itself uses. Its rules are bundled for those of our languages
 * that have them; nothing is fetched.
 */
import { engineReady, setupEngine } from 'speech-rule-engine/js/api/control.js';
import { toSpeech } from 'speech-rule-engine/js/api/string.js';

interface Rules {
  readonly load: () => Promise<unknown>;
  /** ClearSpeak says what a teacher would; MathSpeak spells structures out. */
  readonly style: 'clearspeak' | 'mathspeak';
}

/** Languages with rules. `base` is what all of them begin with. */
const languages: Readonly<Record<string, Rules>> = {
  base: { load: () => import('speech-rule-engine/lib/mathmaps/base.json', { with: { type: 'json' } }), style: 'mathspeak' },
  en: { load: () => import('speech-rule-engine/lib/mathmaps/en.json', { with: { type: 'json' } }), style: 'clearspeak' },
  es: { load: () => import('speech-rule-engine/lib/mathmaps/es.json', { with: { type: 'json' } }), style: 'mathspeak' },
  fr: { load: () => import('speech-rule-engine/lib/mathmaps/fr.json', { with: { type: 'json' } }), style: 'clearspeak' },
  hi: { load: () => import('speech-rule-engine/lib/mathmaps/hi.json', { with: { type: 'json' } }), style: 'clearspeak' },
};

/** A space of `\quad` or more divides a formula as a comma does; the engine would read it as “empty”. */
const wideSpace = /<mspace width="[1-9][\d.]*em"><\/mspace>/g;

/** Returns a formula in words; undefined in a language without rules. */
export async function speakFormula(mathml: string, language: string): Promise<string | undefined> {
  const locale = language.toLowerCase().split('-')[0]!;
  const rules = locale === 'base' || !Object.hasOwn(languages, locale) ? undefined : languages[locale];
  if (!rules) return undefined;
  // The type of the options knows neither functions nor promises.
  const custom = loadRules as unknown as string;
  await setupEngine({ locale, domain: rules.style, style: 'default', modality: 'speech', markup: 'none', custom });
  await engineReady();
  const words = toSpeech(mathml.replace(wideSpace, '<mo>,</mo>')).replace(/\s+/g, ' ').trim();
  return words === '' ? undefined : words;
}

/** The engine wants the rules as JSON text. */
async function loadRules(locale: string): Promise<string> {
  const module = (await languages[locale]?.load()) as { readonly default: unknown } | undefined;
  return JSON.stringify(module?.default ?? {});
}
