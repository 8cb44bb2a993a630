/**
 * The bundled fonts: finds faces for a request as CSS does, opens them when a character first needs
 * them, and shapes with them. One library serves one compilation and keeps every word it has shaped.
 */
import type { Report } from '../source/diagnostic.ts';
import type { FontFaceSource, Resources } from '../source/workspace.ts';
import { type Font, type FontRequest, glyphStride, type ShapedWord, type TextStyle } from './font.ts';
import { createHarfbuzz, type Harfbuzz, type HarfbuzzFont, type ShapingProperties } from './harfbuzz.ts';
import { formatWords, parseWords } from './keep-words.ts';
import { damagedFont, unknownFontFamily } from './problems.ts';
import { DamagedFont, parseSfnt } from './sfnt.ts';
import { createWordCache, type StyleWords } from './word-cache.ts';

/** The fonts of one compilation, and the words shaped with them. */
export interface FontLibrary {
  /** Returns the face of the first requested family that can be read, or of any if none can. */
  firstFont(request: FontRequest): Font;
  /** Returns the face with a key, such as `source-serif-4-400-italic`; undefined when there is none. */
  fontNamed(key: string): Font | undefined;
  /**
   * Returns the first font that has every character of a grapheme cluster: requested families
   * before all others. Undefined when no bundled font has them.
   */
  fontCovering(request: FontRequest, cluster: string): Font | undefined;
  /** Shapes a text in one font, script and direction. */
  shape(font: Font, text: string, properties: ShapingProperties): ShapedWord;
  /** Words already shaped in this style and direction; sizes and equal styles share them. */
  wordsOf(style: TextStyle, rtl: boolean): StyleWords;
  /** Keeps the words that were shaped for the next build of the same name, if that is possible and there are new ones. */
  keepWords(): void;
}

/**
 * Makes the library of one compilation. Fonts are read when they are first needed; HarfBuzz with the first word that no
 * earlier build has shaped under the same name.
 */
export function createFontLibrary(resources: Resources, report: Report, name = ''): FontLibrary {
  const families = groupFamilies(resources.fontFaces);
  if (families.size === 0) throw new Error('no fonts are bundled');
  const openFace = faceOpener(report);
  const warned = new Set<string>();
  const choices = new Map<string, FontChoice>();
  const choicesByObject = new WeakMap<FontRequest, FontChoice>();

  const choiceOf = (request: FontRequest): FontChoice => {
    let choice = choicesByObject.get(request);
    if (choice === undefined) {
      const key = requestKey(request);
      choice = choices.get(key);
      if (choice === undefined) {
        const named = namedFamilies(request.families, families, (family) => {
          if (!warned.has(family)) report(unknownFontFamily(family, [...families.keys()]));
          warned.add(family);
        });
        choice = chooseFonts(named, families, request, openFace);
        choices.set(key, choice);
      }
      choicesByObject.set(request, choice);
    }
    return choice;
  };

  const fontNamed = (key: string): Font | undefined => {
    const source = resources.fontFaces.find((face) => keyOf(face) === key);
    return source && openFace(source);
  };
  const { words } = resources;
  const cache = createWordCache(parseWords(words?.read(name), fontNamed));
  const shape = shaperOf(resources);
  let hasNewWords = false;

  return {
    firstFont: (request) => choiceOf(request).first(),
    fontNamed,
    fontCovering: (request, cluster) => choiceOf(request).covering(cluster),
    shape(font, text, properties) {
      hasNewWords = true;
      return shape(font, text, properties);
    },
    wordsOf: cache.wordsOf,
    keepWords() {
      if (hasNewWords) words?.write(name, formatWords(cache));
      hasNewWords = false;
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
  return `${request.families.join('\n')}\t${request.weight}\t${request.style}`;
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
type Families = ReadonlyMap<string, readonly FontFaceSource[]>;

function groupFamilies(faces: readonly FontFaceSource[]): Families {
  const families = new Map<string, FontFaceSource[]>();
  for (const face of faces) {
    const family = families.get(face.family);
    if (family) family.push(face);
    else families.set(face.family, [face]);
  }
  return families;
}

/** Returns the bundled families that are meant, in order; generic names stand for the first family of their kind. */
function namedFamilies(names: readonly string[], families: Families, warn: (family: string) => void): readonly string[] {
  const named: string[] = [];
  for (const name of names) {
    const wanted = name.toLowerCase();
    const isGenericSerif = wanted === 'serif' || wanted === 'ui-serif';
    const isGeneric = isGenericSerif || genericNames.includes(wanted);
    const found = [...families.keys()].find((family) =>
      isGeneric ? isSansSerif(family) !== isGenericSerif : family.toLowerCase() === wanted,
    );
    if (found === undefined) {
      if (!isGeneric) warn(name);
    } else if (!named.includes(found)) named.push(found);
  }
  return named;
}

const genericNames = ['sans-serif', 'ui-sans-serif', 'system-ui', 'monospace', 'ui-monospace', 'cursive', 'fantasy'];
const isSansSerif = (family: string): boolean => /\bsans\b/i.test(family);

function chooseFonts(named: readonly string[], families: Families, request: FontRequest, openFace: OpenFace): FontChoice {
  const unnamed = [...families.keys()].filter((family) => !named.includes(family));
  // Families of the same kind first, so that a word in another script looks at home.
  const isSans = isSansSerif(named[0] ?? unnamed[0]!);
  const ordered = [
    ...named,
    ...unnamed.filter((family) => isSansSerif(family) === isSans),
    ...unnamed.filter((family) => isSansSerif(family) !== isSans),
  ];
  const fontOf = (family: string): Font | undefined => openFace(nearestFace(families.get(family)!, request));
  const clusters = new Map<string, Font | undefined>();

  const firstReadable = (): Font => {
    for (const family of ordered) {
      const font = fontOf(family);
      if (font) return font;
    }
    throw new Error('none of the bundled fonts can be read');
  };
  const search = (cluster: string): Font | undefined => {
    for (const family of ordered) {
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

/** Finds the face of a family by style, then by weight (CSS Fonts 4, section 5.2). */
function nearestFace(faces: readonly FontFaceSource[], request: FontRequest): FontFaceSource {
  const inStyle = faces.filter((face) => face.style === request.style);
  const candidates = inStyle.length > 0 ? inStyle : faces;
  return candidates.reduce((best, face) =>
    weightRank(face.weight, request.weight) < weightRank(best.weight, request.weight) ? face : best,
  );
}

/** Ranks how well a weight serves, the least being the best; a step to the wrong side costs more than any distance on the right one. */
function weightRank(weight: number, wanted: number): number {
  const distance = Math.abs(weight - wanted);
  if (wanted >= 400 && wanted <= 500) {
    if (weight >= wanted && weight <= 500) return distance;
    return weight < wanted ? 1000 + distance : 2000 + distance;
  }
  const isRightSide = wanted < 400 ? weight <= wanted : weight >= wanted;
  return isRightSide ? distance : 1000 + distance;
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
    key: keyOf(source),
    family: source.family,
    weight: source.weight,
    style: source.style,
    ...{ unitsPerEm, ascent, descent, xHeight, capHeight, underlinePosition, underlineThickness },
    sfnt,
    covers: (codePoint) => glyphOf(codePoint) !== 0,
  };
}

const keyOf = ({ family, weight, style }: FontFaceSource): string =>
  `${family.toLowerCase().replace(/[^a-z0-9]+/g, '-')}-${weight}${style === 'italic' ? '-italic' : ''}`;

function shaperOf(resources: Resources): FontLibrary['shape'] {
  let harfbuzz: Harfbuzz | undefined;
  const openFonts = new WeakMap<Font, HarfbuzzFont>();
  return (font, text, properties) => {
    harfbuzz ??= createHarfbuzz(resources.harfbuzz());
    let open = openFonts.get(font);
    if (open === undefined) {
      open = harfbuzz.openFont(font.sfnt.bytes);
      openFonts.set(font, open);
    }
    // Line ends and tabs have no glyph in any font; a zero-width space of equal length stands in for them.
    const glyphs = harfbuzz.shape(open, text.replace(controls, '\u200b'), properties);
    let advance = 0;
    for (let at = 2; at < glyphs.length; at += glyphStride) advance += glyphs[at]!;
    return { font, text, glyphs, advance, isRightToLeft: properties.rtl };
  };
}

const controls = /[\0-\x1f\x7f-\x9f\u2028\u2029]/g;
