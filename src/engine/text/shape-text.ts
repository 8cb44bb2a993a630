/**
 * Text of one direction becomes shaped words: cut by script and by the fonts that have its
 * characters, shaped by HarfBuzz, kept for the next time. The text of a word stays the author's.
 */
import { type Font, glyphStride, type ShapedWord, type TextStyle } from './font.ts';
import { coversCluster, type FontLibrary, isInvisible } from './font-library.ts';
import type { FontFeature, ShapingProperties } from './harfbuzz.ts';
import { lacksIndices, synthesizeIndices, wantedIndices } from './indices.ts';
import { type Script, scriptOf, scriptOfLanguage } from './script.ts';
import { synthesizeCapitals, wantedCapitals } from './small-capitals.ts';
import { splitScripts } from './split-scripts.ts';

/**
 * Shapes a text of one bidi direction. Returns its pieces in logical order; most words are one piece.
 * The same text in the same style gives the same object again.
 */
export function shapeText(library: FontLibrary, text: string, style: TextStyle, rtl: boolean): readonly ShapedWord[] {
  const words = library.words.wordsOf(style, rtl);
  let shaped = words.get(text);
  if (shaped === undefined) {
    shaped = shapeBeside(library, text, style, { rtl });
    words.set(text, shaped);
  }
  return shaped;
}

/** Shapes the hyphen that shows where a word is broken. Its text is a soft hyphen, so that copied text has none. */
export function shapeHyphen(library: FontLibrary, style: TextStyle, rtl: boolean): ShapedWord {
  const words = library.words.wordsOf(style, rtl);
  let shaped = words.get(hyphenKey);
  if (shaped === undefined) {
    const hyphen = library.fontCovering(style, '\u2010') ? '\u2010' : '-';
    const font = library.fontCovering(style, hyphen) ?? resolveFont(library, style);
    const properties = { rtl, script: scriptOfLanguage(style.language), language: style.language, features: featuresOf(style) };
    shaped = [{ ...library.shape(font, hyphen, properties), text: '\u00ad' }];
    words.set(hyphenKey, shaped);
  }
  return shaped[0]!;
}

/** Returns the first font of a style: the one whose metrics decide the height of its lines. */
export function resolveFont(library: FontLibrary, style: TextStyle): Font {
  return library.firstFont(style);
}

/** The text of the hyphen, and a noncharacter, so that no author's word can be mistaken for it. */
const hyphenKey = '\u00ad\uffff';

/** Does the same anew, for a part of a word that joins the letters `beside` it. */
export function shapeBeside(
  library: FontLibrary,
  text: string,
  style: TextStyle,
  { rtl, beside }: Pick<ShapingProperties, 'rtl' | 'beside'>,
): readonly ShapedWord[] {
  const features = featuresOf(style);
  const shaped: ShapedWord[] = [];
  for (const run of splitScripts(text, style.language)) {
    const properties = { rtl, script: shapingScript(run.script), language: style.language, features, beside };
    for (const piece of splitFonts(library, text.slice(run.start, run.end), run.script, style)) {
      const word = library.shape(piece.font, piece.text, properties);
      if (piece.missing !== '') shaped.push({ ...word, missing: piece.missing });
      else shaped.push(...withSmallCapitals(library, withIndices(library, word, properties), properties));
    }
  }
  // Kept for good: an array that has grown has room for many more.
  return shaped.slice();
}

/** A face that has not drawn all indices of a word gets all of them from its letters. */
function withIndices(library: FontLibrary, word: ShapedWord, properties: ShapingProperties): ShapedWord {
  const wanted = wantedIndices(properties.features);
  if (wanted === undefined) return word;
  const features = properties.features.filter(({ tag }) => tag !== wanted);
  const plain = library.shape(word.font, word.text, { ...properties, features });
  return lacksIndices(word, plain) ? synthesizeIndices(plain, wanted) : word;
}

/** A face that has small capitals shows other glyphs for them; for one that shows the same, they are made of its capitals. */
function withSmallCapitals(library: FontLibrary, word: ShapedWord, properties: ShapingProperties): readonly ShapedWord[] {
  const wanted = wantedCapitals(properties.features);
  if (wanted === 'none') return [word];
  const plain = { ...properties, features: properties.features.filter(({ tag }) => tag !== 'smcp' && tag !== 'c2sc') };
  const shape = (text: string): ShapedWord => library.shape(word.font, text, plain);
  return sameGlyphs(word, shape(word.text)) ? synthesizeCapitals(word, wanted, properties.language, shape) : [word];
}

const sameGlyphs = (one: ShapedWord, other: ShapedWord): boolean =>
  one.glyphs.length === other.glyphs.length && one.glyphs.every((number, at) => at % glyphStride !== 0 || number === other.glyphs[at]);

/** Japanese and Korean are written in several scripts at once; HarfBuzz wants one of them. */
const shapingScript = (script: string): string => (script === 'Jpan' ? 'Kana' : script === 'Kore' ? 'Hang' : script);

const readFeatures = new WeakMap<TextStyle, readonly FontFeature[]>();

function featuresOf(style: TextStyle): readonly FontFeature[] {
  let features = readFeatures.get(style);
  if (features === undefined) readFeatures.set(style, (features = parseFeatures(style)));
  return features;
}

/** Reads features as CSS writes them: `smcp`, `-liga`, `liga=0`, `salt 2`; what cannot be read is left out. */
function parseFeatures(style: TextStyle): readonly FontFeature[] {
  const features = new Map<string, number>();
  // Spaced letters must not be joined to ligatures (CSS Text 3, section 8.2).
  if (style.letterSpacing !== 0) for (const tag of ['liga', 'clig', 'dlig', 'hlig']) features.set(tag, 0);
  for (const feature of style.features) {
    const match = /^([+-]?)([!-~][ -~]{3})(?:[= ](\d+))?$/.exec(feature);
    if (match) features.set(match[2]!, match[1] === '-' ? 0 : Number(match[3] ?? 1));
  }
  return [...features].map(([tag, value]) => ({ tag, value }));
}

interface FontPiece {
  readonly text: string;
  readonly font: Font;
  readonly missing: string;
}

function splitFonts(library: FontLibrary, text: string, script: Script, style: TextStyle): readonly FontPiece[] {
  const first = resolveFont(library, style);
  if (coversCluster(first, text)) return [{ text, font: first, missing: '' }];
  graphemes ??= new Intl.Segmenter('und', { granularity: 'grapheme' });
  const clusters = Array.from(graphemes.segment(text), (segment) => segment.segment);
  const fonts = chooseClusterFonts(library, clusters, alphabets.has(script), style);
  const pieces: FontPiece[] = [];
  for (let start = 0; start < clusters.length; ) {
    const font = fonts[start];
    let end = start + 1;
    while (end < clusters.length && fonts[end] === font) end++;
    const piece = clusters.slice(start, end).join('');
    pieces.push({ text: piece, font: font ?? first, missing: font ? '' : visibleCharacters(piece, first) });
    start = end;
  }
  return pieces;
}

/** Scripts in which one letter in another face spoils its word: the rest of the word then goes with it. */
const alphabets: ReadonlySet<Script> = new Set(['Latn', 'Grek', 'Cyrl', 'Hebr', 'Arab', 'Armn', 'Geor']);

/**
 * Chooses a font for each cluster, undefined for none. Letters decide for themselves, or all together when a font has them all;
 * spaces, digits and punctuation stay in the font before them, or after them, if it has them.
 */
function chooseClusterFonts(
  library: FontLibrary,
  clusters: readonly string[],
  staysTogether: boolean,
  style: TextStyle,
): readonly (Font | undefined)[] {
  const letters = staysTogether ? clusters.filter((cluster) => !isNeutral(cluster)).join('') : '';
  const common = letters === '' ? undefined : library.fontCovering(style, letters);
  const fonts = clusters.map((cluster) => (isNeutral(cluster) ? undefined : (common ?? library.fontCovering(style, cluster))));
  for (let at = 0; at < clusters.length; at++) {
    const cluster = clusters[at]!;
    if (!isNeutral(cluster)) continue;
    const before = fonts[at - 1];
    if (before && coversCluster(before, cluster)) {
      fonts[at] = before;
      continue;
    }
    let next = at + 1;
    while (next < clusters.length && isNeutral(clusters[next]!)) next++;
    const after = fonts[next];
    fonts[at] = after && coversCluster(after, cluster) ? after : library.fontCovering(style, cluster);
  }
  return fonts;
}

const isNeutral = (cluster: string): boolean => scriptOf(cluster.codePointAt(0)!).script.startsWith('Z');

function visibleCharacters(text: string, font: Font): string {
  let visible = '';
  for (const character of text) {
    const codePoint = character.codePointAt(0)!;
    if (!isInvisible(codePoint) && !font.covers(codePoint)) visible += character;
  }
  return visible;
}

// Made when first needed: most booklets have one font for all their words.
let graphemes: Intl.Segmenter | undefined;
