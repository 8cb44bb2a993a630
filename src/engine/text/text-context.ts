/** What setting text needs besides the text: fonts, hyphenation by language, and what was set before. */
import type { Report } from '../source/diagnostic.ts';
import type { Resources } from '../source/workspace.ts';
import { createFontLibrary, type FontLibrary } from './font-library.ts';
import { createHyphenator, type Hyphenator } from './hyphenate.ts';
import { hyphenationLanguage } from './hyphenation-language.ts';
import { restoreText, storeText } from './keep-text.ts';
import { createParagraphCache, type ParagraphCache } from './paragraph-cache.ts';

/** Fonts and hyphenation of one compilation. Everything that text measures is kept with it. */
export interface TextContext {
  readonly library: FontLibrary;
  readonly paragraphs: ParagraphCache;
  /** Returns the hyphenator for a BCP 47 tag, or undefined for languages that are not hyphenated. */
  hyphenatorFor(language: string): Hyphenator | undefined;
}

/**
 * All is written at once, which takes as long as setting a thirtieth of it (measured). So of a long booklet what is new is kept when it is
 * more than this share of all, less a few, that short booklets keep everything at once.
 */
const leastNew = 1 / 50;
const alwaysNew = 20;

/** The text of one booklet, which outlives a build. */
export interface KeptTextContext extends TextContext {
  /** Keeps words and paragraphs for the next build of the same name, if that is possible and there are new ones. */
  keep(): void;
}

/**
 * Opens fonts and patterns lazily; a language whose patterns are not shipped is simply not hyphenated. Under `name`
 * earlier builds have kept the words that they shaped and the paragraphs that they set.
 */
export function createTextContext(resources: Resources, report: Report, name = ''): KeptTextContext {
  const bySet = new Map<string, Hyphenator | undefined>();
  const byTag = new Map<string, Hyphenator | undefined>();

  const open = (set: string): Hyphenator | undefined => {
    if (!bySet.has(set)) {
      const patterns = resources.hyphenationPatterns(set);
      bySet.set(set, patterns && createHyphenator(patterns));
    }
    return bySet.get(set);
  };

  const library = createFontLibrary(resources, report, (style) => earlier?.wordsOf(style));
  const earlier = restoreText(resources.texts?.read(name), library.fontNamed);
  const paragraphs = createParagraphCache(earlier?.paragraphs);
  const known = [paragraphs.paragraphs, paragraphs.widths];
  const countNew = (): number => library.shapedTexts + known.reduce((sum, { added }) => sum + added, 0);
  const countAll = (): number => known.reduce((sum, { size }) => sum + size, 0);
  let kept = 0;

  return {
    library,
    paragraphs,
    hyphenatorFor(language) {
      if (!byTag.has(language)) {
        const set = hyphenationLanguage(language);
        byTag.set(language, set === undefined ? undefined : open(set));
      }
      return byTag.get(language);
    },
    keep() {
      if (countNew() - kept <= Math.max(0, countAll() * leastNew - alwaysNew)) return;
      resources.texts?.write(name, storeText(library.words, paragraphs));
      kept = countNew();
    },
  };
}
