/**
 * The fonts: finds faces for a request as CSS does, opens them when a character first needs
 * them, and shapes with them. One library serves one compilation and keeps every word it has shaped.
 */
import type { Report } from '../source/diagnostic.ts';
import type { FontFaceSource, Resources } from '../source/workspace.ts';
import { createWord, type Font, type FontRequest, glyphStride, type ShapedWord } from './font.ts';
import {
  createFontFamilies,
  type FontFamilies,
  type FontFamily,
  type FontRemedy,
  fontKeyOf,
  isGenericFamily,
  nearestFace,
} from './font-families.ts';
import { createHarfbuzz, type Harfbuzz, type HarfbuzzFont, type ShapingProperties } from './harfbuzz.ts';
import { damagedFont, unknownFontFamily } from './problems.ts';
import { parseSfnt } from './sfnt.ts';
import { DamagedFont } from './sfnt-tables.ts';
import { readSmallKey, smallFontOf } from './small-font.ts';
import { createWordCache, type EarlierWords, type WordCache } from './word-cache.ts';

/** The fonts of one compilation, and the words shaped with them. */
export interface FontLibrary {
  /** Returns the face of the first requested family that can be read, or of any if none can. */
  firstFont(request: FontRequest): Font;
  /** Returns the face with a key, such as `source-serif-4-400-italic`; undefined when there is none. */
  fontNamed(key: string): Font | undefined;
  /** Tells whether there is a family of this name; generic names such as `serif` always mean one. */
  hasFamily(name: string): boolean;
  /**
   * Returns the first font that has every character of a grapheme cluster: requested families before those known for
   * its script, and these before all others. Undefined when no font that is installed has them.
   */
  fontCovering(request: FontRequest, cluster: string): Font | undefined;
  /** Says what to install for a cluster that no font has, or for a few letters of a script; undefined when nothing is known to help. */
  remedyFor(cluster: string, language: string): FontRemedy | undefined;
  /** Shapes a text in one font, script and direction. */
  shape(font: Font, text: string, properties: ShapingProperties): ShapedWord;
  /** The words that were shaped already. */
  readonly words: WordCache;
  /** How many texts HarfBuzz has shaped. */
  readonly shapedTexts: number;
}

/**
 * Makes the library of one compilation. Fonts are read when they are first needed; HarfBuzz with the first word that no
 * earlier build has shaped.
 */
export function createFontLibrary(resources: Resources, report: Report, earlier?: EarlierWords): FontLibrary {
  const families = createFontFamilies(resources);
  if (families.bundled.length === 0) throw new Error('no fonts are bundled');
  const openFace = faceOpener(report);
  const warned = new Set<string>();
  const choices = new Map<string, FontChoice>();
  const choicesByObject = new WeakMap<FontRequest, FontChoice>();

  const familyNamed = (name: string): FontFamily | undefined => {
    const family = families.named(name);
    if (!family && !isGenericFamily(name) && !warned.has(name)) {
      report(
        unknownFontFamily(
          name,
          families.bundled.map((each) => each.name),
        ),
      );
      warned.add(name);
    }
    return family;
  };
  const choiceOf = (request: FontRequest): FontChoice => {
    let choice = choicesByObject.get(request);
    if (choice === undefined) {
      const key = requestKey(request);
      choice = choices.get(key);
      if (choice === undefined) {
        const named = [...new Set(request.families.flatMap((name) => familyNamed(name) ?? []))];
        choice = chooseFonts(named, families, request, openFace);
        choices.set(key, choice);
      }
      choicesByObject.set(request, choice);
    }
    return choice;
  };

  const fontNamed = (key: string): Font | undefined => {
    const small = readSmallKey(key);
    if (small) {
      const font = fontNamed(small.large);
      return font && smallFontOf(font, small.use);
    }
    const source = families.faceWithKey(key);
    return source && openFace(source);
  };
  const shape = shaperOf(resources);
  let shapedTexts = 0;

  return {
    firstFont: (request) => choiceOf(request).first(),
    fontNamed,
    hasFamily: (name) => families.named(name) !== undefined,
    fontCovering: (request, cluster) => choiceOf(request).covering(cluster),
    remedyFor: (cluster, language) => families.remedyFor(cluster, language),
    shape(font, text, properties) {
      shapedTexts++;
      return shape(font, text, properties);
    },
    words: createWordCache(earlier),
    get shapedTexts() {
      return shapedTexts;
    },
  };
}

/** Tells whether a font can show a grapheme cluster, counting what HarfBuzz composes, decomposes and hides. */
export function coversCluster(font: Font, cluster: string): boolean {
  if (coversEach(font, cluster)) return true;
  if (cluster.length === 1 && cluster.charCodeAt(0) < 0x80) return false;
  return coversEach(font, cluster.normalize('NFC')) || coversEach(font, cluster.normalize('NFD'));
}

/** Returns the key by which two requests want the same fonts. */
function requestKey(request: FontRequest): string {
  return `${request.families.join('\n')}\t${request.weight}\t${request.style}\t${request.language ?? ''}`;
}

function coversEach(font: Font, text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    let codePoint = text.charCodeAt(at);
    if (codePoint >= 0xd800 && codePoint < 0xdc00) {
      codePoint = text.codePointAt(at)!;
      if (codePoint > 0xffff) at++;
    }
    if (font.covers(codePoint) || isInvisible(codePoint)) continue;
    // HarfBuzz makes odd spaces out of the plain one, and the hyphen that does not break out of the one that does.
    if (isSpaceVariant(codePoint) && font.covers(0x20)) continue;
    if (codePoint === 0x2011 && font.covers(0x2010)) continue;
    return false;
  }
  return true;
}

const isSpaceVariant = (codePoint: number): boolean =>
  codePoint === 0xa0 ||
  (codePoint >= 0x2000 && codePoint <= 0x200a) ||
  codePoint === 0x202f ||
  codePoint === 0x205f ||
  codePoint === 0x3000;

/** Tells whether a character never has a shape of its own: controls, joiners, direction marks, soft hyphens, variation selectors. */
export function isInvisible(codePoint: number): boolean {
  if (codePoint < 0x300) return codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0) || codePoint === 0xad;
  if (codePoint < 0x2000) return codePoint === 0x34f || codePoint === 0x61c || (codePoint >= 0x180b && codePoint <= 0x180f);
  if (codePoint < 0x2070)
    return (codePoint >= 0x200b && codePoint <= 0x200f) || (codePoint >= 0x2028 && codePoint <= 0x202e) || codePoint >= 0x2060;
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || codePoint === 0xfeff || (codePoint >= 0xe0000 && codePoint <= 0xe0fff);
}

/** The faces that a request leads to. */
interface FontChoice {
  first(): Font;
  covering(cluster: string): Font | undefined;
}

type OpenFace = (source: FontFaceSource) => Font | undefined;

function chooseFonts(named: readonly FontFamily[], families: FontFamilies, request: FontRequest, openFace: OpenFace): FontChoice {
  const fontOf = (family: FontFamily): Font | undefined => openFace(nearestFace(family, request));
  const clusters = new Map<string, Font | undefined>();
  const firstReadable = (): Font => {
    for (const family of [...named, ...families.bundled]) {
      const font = fontOf(family);
      if (font) return font;
    }
    throw new Error('none of the bundled fonts can be read');
  };
  const search = (cluster: string): Font | undefined => {
    for (const family of families.candidates(named, cluster, request.language ?? '')) {
      const font = fontOf(family);
      if (font && coversCluster(font, cluster)) return font;
    }
    return undefined;
  };
  let first: Font | undefined;
  return {
    first: () => (first ??= firstReadable()),
    covering(cluster) {
      if (!clusters.has(cluster)) clusters.set(cluster, search(cluster));
      return clusters.get(cluster);
    },
  };
}

/** Opens each face once; a damaged one is reported and then does not exist. */
function faceOpener(report: Report): OpenFace {
  const opened = new Map<FontFaceSource, Font | undefined>();
  return (source) => {
    if (!opened.has(source)) {
      let font: Font | undefined;
      try {
        font = fontOf(source);
      } catch (error) {
        if (!(error instanceof DamagedFont)) throw error;
        report(damagedFont(`${source.family} ${source.weight} ${source.style}`, source.packageName, error.message));
      }
      opened.set(source, font);
    }
    return opened.get(source);
  };
}

function fontOf(source: FontFaceSource): Font {
  const sfnt = parseSfnt(source.load());
  const { unitsPerEm, ascent, descent, xHeight, capHeight, underlinePosition, underlineThickness, glyphOf } = sfnt;
  return {
    key: fontKeyOf(source),
    family: source.family,
    weight: source.weight,
    style: source.style,
    ...{ unitsPerEm, ascent, descent, xHeight, capHeight, underlinePosition, underlineThickness },
    sfnt,
    words: { count: 0 },
    covers: (codePoint) => glyphOf(codePoint) !== 0,
  };
}

function shaperOf(resources: Resources): FontLibrary['shape'] {
  let harfbuzz: Harfbuzz | undefined;
  const openFonts = new WeakMap<Font, HarfbuzzFont>();
  return (font, text, properties) => {
    harfbuzz ??= createHarfbuzz(resources.harfbuzz());
    let open = openFonts.get(font);
    if (open === undefined) {
      open = harfbuzz.openFont(font.sfnt.file.read(0, font.sfnt.file.length));
      openFonts.set(font, open);
    }
    // Line ends and tabs have no glyph in any font; a zero-width space of equal length stands in for them.
    const glyphs = harfbuzz.shape(open, text.replace(controls, '\u200b'), properties);
    let advance = 0;
    for (let at = 2; at < glyphs.length; at += glyphStride) advance += glyphs[at]!;
    return createWord({ font, text, glyphs, advance, isRightToLeft: properties.rtl });
  };
}

const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029]/g;
