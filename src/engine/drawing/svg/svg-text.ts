/** Sets <text>: pieces at places of their own, in the booklet's fonts, anchored as a whole (SVG 2, chapter 11). */

import type { Pt } from '../../geometry/length.ts';
import { compose, scaleOf, type Transform } from '../../geometry/transform.ts';
import type { XmlElement } from '../../markup/parse-xml.ts';
import type { ShapedWord, TextStyle } from '../../text/font.ts';
import { takesLetterSpacing } from '../../text/measure-word.ts';
import type { Color, DrawingItem } from '../drawing.ts';
import { type SetLabel, setLine } from '../set-label.ts';
import { missingSvgGlyphs, simplerPart } from './svg-problems.ts';
import { paintOf } from './svg-shape.ts';
import type { SvgBaseline, SvgStyle } from './svg-style.ts';
import { collectPieces, type TextPiece } from './svg-text-pieces.ts';
import { lengthOf, type SvgSpot, type SvgWalk, spend } from './svg-walk.ts';

/** Returns the items of a <text>. */
export function drawText(element: XmlElement, spot: SvgSpot, walk: SvgWalk): readonly DrawingItem[] {
  const pieces = collectPieces(element, spot, walk);
  const wanted = lengthOf(element, 'textLength', 'x', { spot, walk });
  const isStretched = element.attributes.get('lengthAdjust')?.value === 'spacingAndGlyphs';
  const items: DrawingItem[] = [];
  let [x, y] = [0, 0];
  for (const chunk of chunksOf(pieces)) {
    x = chunk[0]!.x ?? x;
    y = chunk[0]!.y ?? y;
    const set = chunk.map((piece) => setPiece(piece, walk));
    const natural = set.reduce((sum, { width }, index) => sum + width + (index === 0 ? 0 : chunk[index]!.dx), 0);
    const isFitted = wanted !== undefined && wanted > 0 && natural > 0 && chunk.length === pieces.length;
    // Letters are stretched or moved apart in equal measure; either way the text is as long as it was meant to be.
    const stretch = isFitted && isStretched ? wanted / natural : 1;
    const placed = isFitted && !isStretched ? chunk.map((piece, index) => spread(piece, set[index]!, { natural, wanted, walk })) : set;
    const width = isFitted ? wanted : natural;
    let at = x + chunk[0]!.dx - anchorShift(chunk[0]!.spot.style, width);
    const order = chunk.map((_, index) => index);
    if (chunk[0]!.spot.style.direction === 'rtl') order.reverse();
    for (const index of order) {
      const piece = chunk[index]!;
      if (index > 0) at += piece.dx;
      y += piece.dy;
      items.push(...drawPiece(piece, placed[index]!, { x: at, y, stretch, walk }));
      at += placed[index]!.width * stretch;
    }
    x = at;
  }
  return items;
}

/** Pieces up to the next that has a place of its own. */
function chunksOf(pieces: readonly TextPiece[]): readonly (readonly TextPiece[])[] {
  const chunks: TextPiece[][] = [];
  for (const piece of pieces) {
    if (piece.x !== undefined || piece.y !== undefined || chunks.length === 0) chunks.push([piece]);
    else chunks.at(-1)!.push(piece);
  }
  return chunks;
}

function anchorShift({ textAnchor, direction }: SvgStyle, width: number): number {
  if (textAnchor === 'middle') return width / 2;
  return (textAnchor === 'end') === (direction === 'ltr') ? width : 0;
}

function setPiece(piece: TextPiece, walk: SvgWalk, extraSpacing = 0): SetLabel {
  const style = textStyleOf(piece.spot.style, walk);
  const { direction, letterSpacing } = piece.spot.style;
  const line = setLine(walk.library, piece.text, style, direction);
  const spacing = letterSpacing + extraSpacing;
  if (spacing === 0 || !line.words.every((word) => takesLetterSpacing(word) && !word.isRightToLeft)) return line;
  let width = 0;
  const words: ShapedWord[] = [];
  const offsets: Pt[] = [];
  let missing = '';
  for (const { segment } of new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(piece.text)) {
    const letter = setLine(walk.library, segment, style, direction);
    words.push(...letter.words);
    for (const offset of letter.offsets) offsets.push(width + offset);
    width += letter.width + spacing;
    missing += letter.missing;
  }
  return { size: style.size, width, words, offsets, missing, remedy: line.remedy };
}

/** Moves the letters of a piece apart, as far as its share of the text goes. */
function spread(
  piece: TextPiece,
  set: SetLabel,
  { natural, wanted, walk }: { readonly natural: number; readonly wanted: number; readonly walk: SvgWalk },
): SetLabel {
  const letters = [...new Intl.Segmenter('und', { granularity: 'grapheme' }).segment(piece.text)].length;
  return setPiece(piece, walk, (set.width * (wanted / natural - 1)) / Math.max(1, letters));
}

/** The fonts of a drawing are rarely those of the booklet; what is not there is set in the booklet's own. */
function textStyleOf(style: SvgStyle, { look, library }: SvgWalk): TextStyle {
  return {
    families: [...style.fontFamilies.filter((family) => library.hasFamily(family)), ...look.fontFamilies],
    weight: style.fontWeight,
    style: style.fontStyle,
    size: style.fontSize,
    language: look.language,
    letterSpacing: 0,
    features: [],
  };
}

interface Placing {
  readonly x: number;
  readonly y: number;
  readonly stretch: number;
  readonly walk: SvgWalk;
}

function drawPiece(piece: TextPiece, set: SetLabel, { x, y, stretch, walk }: Placing): readonly DrawingItem[] {
  const { spot, element, text } = piece;
  const { style } = spot;
  if (set.missing !== '') walk.report(missingSvgGlyphs(set.missing, text), element);
  if (!style.isVisible || !(set.size > 0) || set.words.length === 0 || !spend(walk, element, 2 * set.words.length)) return [];
  const painting = { element, bounds: () => undefined, spot, walk };
  const paint = paintOf(style.fill, style.fillOpacity, painting);
  if (style.stroke.kind !== 'none' && style.strokeWidth > 0 && !isSame(style)) {
    walk.reportOnce(simplerPart('the outline of letters is left out', 'convert the text to outlines if it must stay'), element);
  }
  if (!paint) return [];
  if ('kind' in paint)
    walk.reportOnce(simplerPart('letters are drawn in one color of their gradient', 'give the text a plain color'), element);
  const color: Color = 'kind' in paint ? paint.stops[paint.stops.length >> 1]!.color : paint;
  const shifted = y + baselineOffset(style.baseline, set) - piece.shift;
  const placed = compose(spot.transform, [stretch, 0, 0, 1, x, shifted]);
  const turned = piece.rotate === 0 ? placed : compose(placed, piece.turn);
  return [scaledText(turned, set, color)];
}

/** An outline in the color of the letter only makes it bolder. */
const isSame = ({ fill, stroke }: SvgStyle): boolean => JSON.stringify(fill) === JSON.stringify(stroke);

/** Gives text the size that it has on paper, so that its transform is nothing but a place, if it can. */
function scaledText(transform: Transform, { size, words, offsets }: SetLabel, color: Color): DrawingItem {
  const scale = scaleOf(transform) || 1;
  const [a, b, c, d, e, f] = transform;
  const rest = [a / scale, b / scale, c / scale, d / scale, e, f].map((value) => Math.round(value * 1e6) / 1e6 || 0);
  return {
    kind: 'text',
    transform: rest as unknown as Transform,
    size: Math.round(size * scale * 1e4) / 1e4,
    words,
    offsets: scale === 1 ? offsets : offsets.map((offset) => offset * scale),
    color,
  };
}

/** How far below `y` the letters stand. */
function baselineOffset(baseline: SvgBaseline, { size, words }: SetLabel): number {
  const font = words[0]?.font;
  if (!font || baseline === 'alphabetic') return 0;
  const { ascent, descent, xHeight, unitsPerEm } = font;
  const offsets: Readonly<Record<SvgBaseline, number>> = {
    alphabetic: 0,
    middle: xHeight / 2,
    central: (ascent - descent) / 2,
    // Browsers have no better value for fonts without one.
    hanging: ascent * 0.8,
    top: ascent,
    bottom: -descent,
  };
  return (offsets[baseline] * size) / unitsPerEm;
}
