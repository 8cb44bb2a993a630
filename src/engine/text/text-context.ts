/** What setting text needs besides the text: fonts, and hyphenation by language. */
import type { Report } from '../source/diagnostic.ts';
import type { Resources } from '../source/workspace.ts';
import { createFontLibrary, type FontLibrary } from './font-library.ts';
import { createHyphenator, type Hyphenator } from './hyphenate.ts';
import { hyphenationLanguage } from './hyphenation-language.ts';

/** Fonts and hyphenation of one compilation. Everything that text measures is kept with it. */
export interface TextContext {
  readonly library: FontLibrary;
  /** Returns the hyphenator for a BCP 47 tag, or undefined for languages that are not hyphenated. */
  hyphenatorFor(language: string): Hyphenator | undefined;
}

/**
 * Opens fonts and patterns lazily; a language whose patterns are not shipped is simply not hyphenated. Under `name`
 * earlier builds have kept the words that they shaped.
 */
export function createTextContext(resources: Resources, report: Report, name = ''): TextContext {
  const bySet = new Map<string, Hyphenator | undefined>();
  const byTag = new Map<string, Hyphenator | undefined>();

  const open = (set: string): Hyphenator | undefined => {
    if (!bySet.has(set)) {
      const patterns = resources.hyphenationPatterns(set);
      bySet.set(set, patterns && createHyphenator(patterns));
    }
    return bySet.get(set);
  };

  return {
    library: createFontLibrary(resources, report, name),
    hyphenatorFor(language) {
      if (!byTag.has(language)) {
        const set = hyphenationLanguage(language);
        byTag.set(language, set === undefined ? undefined : open(set));
      }
      return byTag.get(language);
    },
  };
}
