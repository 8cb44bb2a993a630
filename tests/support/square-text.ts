/** Text whose widths can be computed in one's head: every character is half an em wide, those of East Asia one em, 0.8 em high and 0.2 em deep. */
import { createWord, type Font, type ShapedWord, type TextStyle } from '../../src/engine/text/font.ts';
import type { FontLibrary } from '../../src/engine/text/font-library.ts';
import type { Hyphenator } from '../../src/engine/text/hyphenate.ts';
import type { BoxRun, InlineRun, ParagraphStyle, SetLine, TextRun } from '../../src/engine/text/paragraph.ts';
import { createParagraphCache } from '../../src/engine/text/paragraph-cache.ts';
import type { Sfnt } from '../../src/engine/text/sfnt.ts';
import type { TextContext } from '../../src/engine/text/text-context.ts';
import { serif } from './serif-style.ts';

/** The one font: 1000 units an em, every character 500 wide, or 1000. */
export const squareFont: Font = {
  key: 'square-400-normal',
  family: 'Square',
  weight: 400,
  style: 'normal',
  unitsPerEm: 1000,
  ascent: 800,
  descent: 200,
  xHeight: 500,
  capHeight: 700,
  underlinePosition: 100,
  underlineThickness: 50,
  sfnt: {} as Sfnt,
  words: { count: 0 },
  covers: () => true,
};

/** One glyph for each character, numbered by its code point; in visual order like HarfBuzz. */
function shapeSquares(font: Font, text: string, isRightToLeft: boolean): ShapedWord {
  const glyphs: number[][] = [];
  let cluster = 0;
  for (const character of text) {
    glyphs.push([character.codePointAt(0)!, cluster, widthOf(character), 0, 0]);
    cluster += character.length;
  }
  if (isRightToLeft) glyphs.reverse();
  const advance = glyphs.reduce((sum, glyph) => sum + glyph[2]!, 0);
  return createWord({ font, text, glyphs: Int32Array.from(glyphs.flat()), advance, isRightToLeft });
}

/** Han, kana and full-width punctuation fill their square. */
const widthOf = (character: string): number => (/[\u3000-\u9fff\uff00-\uff60]/.test(character) ? 1000 : 500);

/** Returns a context of square text. `hyphenated` lists words with the hyphens that they may get, such as `beau-ti-ful`. */
export function squareContext(hyphenated: readonly string[] = []): TextContext {
  const words = new Map<string, Map<string, readonly ShapedWord[]>>();
  const library: FontLibrary = {
    firstFont: () => squareFont,
    fontNamed: () => squareFont,
    hasFamily: () => true,
    fontCovering: () => squareFont,
    remedyFor: () => undefined,
    shape: (font, text, properties) => shapeSquares(font, text, properties.rtl),
    words: {
      wordsOf(_style, rtl) {
        const key = rtl ? 'rtl' : 'ltr';
        if (!words.has(key)) words.set(key, new Map());
        return words.get(key)!;
      },
      styles: words,
    },
    shapedTexts: 0,
  };
  const breaks = new Map(hyphenated.map((word) => [word.replaceAll('-', ''), hyphenOffsets(word)]));
  const hyphenator: Hyphenator = { knowsApostrophe: false, hyphenate: (word) => breaks.get(word.toLowerCase()) ?? [] };
  return { library, paragraphs: createParagraphCache(), hyphenatorFor: () => (hyphenated.length > 0 ? hyphenator : undefined) };
}

const hyphenOffsets = (word: string): readonly number[] => [...word.matchAll(/-/g)].map((match, index) => match.index - index);

/** Ten points, so that every character is 5 pt wide. */
export const squareStyle: TextStyle = { ...serif, families: ['Square'] };

/** A run of square text. */
export const squareRun = (text: string, changes: Partial<TextRun> = {}): TextRun => ({
  kind: 'text',
  text,
  style: squareStyle,
  baselineShift: 0,
  hyphens: 'auto',
  ...changes,
});

/** An anchor: a box that shows nothing. */
export const anchor: BoxRun = { kind: 'box', width: 0, ascent: 0, descent: 0 };

/** A ragged left-to-right paragraph without hyphenation; `measure` is in points, 5 for each character. */
export const squareParagraph = (measure: number, changes: Partial<ParagraphStyle> = {}): ParagraphStyle => ({
  direction: 'ltr',
  align: 'start',
  measure,
  indent: 0,
  hyphenates: false,
  balance: false,
  spacesLetters: false,
  lineHeight: 12,
  ...changes,
});

/** Returns the text of a line from left to right as it is printed: `-` for added hyphens, boxes of text runs only. */
export const printedText = (line: SetLine): string =>
  line.segments
    .flatMap((segment) => segment.words)
    .map(visually)
    .join('')
    .replaceAll('\u00ad', '-');

const visually = (word: ShapedWord): string => (word.isRightToLeft ? [...word.text].reverse().join('') : word.text);

/** Returns where a line's content ends, without the space that hangs behind it. */
export const rightEdge = (line: SetLine): number => Math.max(0, ...line.segments.map((segment) => segment.x + segment.width));

/** Returns all text of the runs, as the author wrote it. */
export const sourceText = (runs: readonly InlineRun[]): string => runs.map((run) => (run.kind === 'text' ? run.text : ' ')).join('');
