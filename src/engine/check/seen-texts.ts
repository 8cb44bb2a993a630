/** The texts of a page as they are seen: in which color, on which color, how large. Texts in charts are among them. */
import type { Page, PageItem, DrawingItem as PlacedDrawing, TextItem } from '../document/paged-document.ts';
import type { Color, DrawingItem, DrawnText } from '../drawing/drawing.ts';
import { transformRect } from '../drawing/path-geometry.ts';
import type { Pt } from '../geometry/length.ts';
import type { Report } from '../source/diagnostic.ts';
import { type ShapedWord, widthOf } from '../text/font.ts';
import { contrastOf, paintOver, paperWhite } from './contrast.ts';
import { createLayers, type PaintedLayers, paintPath } from './painted-layers.ts';

/** One piece of text on a page. */
export interface SeenText {
  readonly words: readonly ShapedWord[];
  /** In points on the page, whatever scale a drawing has. */
  readonly size: Pt;
  /** What the text is painted in, and the color behind it where the two are hardest to tell apart. Both undefined on a picture. */
  readonly colors: { readonly color: Color; readonly ground: Color } | undefined;
  /** The item that holds it: the text itself, the drawing around it, or the one that shows it. */
  readonly item: TextItem | PlacedDrawing;
}

/** Looks at texts one after another and says at the end what is wrong with them. */
export interface TextCheck {
  see(text: SeenText): void;
  finish(report: Report): void;
}

/** Visits all texts of a page in painting order. */
export function visitTexts(page: Page, visit: (text: SeenText) => void): void {
  const layers = createLayers();
  for (const item of page.items) visitItem(item, layers, visit);
}

function visitItem(item: PageItem, layers: PaintedLayers, visit: (text: SeenText) => void): void {
  switch (item.kind) {
    case 'shape':
      if (item.fill) layers.addFill(item.path, item.fill);
      if (item.stroke) layers.addStroke(item.path, item.stroke);
      return;
    case 'image':
      layers.addPicture(item.rect);
      return;
    case 'text':
      if (!item.isInvisible) visit({ words: item.words, size: item.size, item, colors: colorsOf(item, layers) });
      return;
    case 'drawing': {
      const { rect, drawing, shown, isTurned } = item;
      if (shown)
        visit({ words: shown.words, size: shown.size, item, colors: colorsOf({ ...shown, ...(isTurned && { isTurned }) }, layers) });
      const ground = layers.colorAt(rect.x + rect.width / 2, rect.y + rect.height / 2, paperWhite);
      const scale = drawing.width > 0 ? rect.width / drawing.width : 1;
      visitDrawing(drawing.items, { item, groundAt: () => ground, scale, opacity: 1, visit }, createLayers());
      return;
    }
    default:
  }
}

type PlacedText = Pick<TextItem, 'x' | 'y' | 'width' | 'size' | 'color' | 'isTurned'>;

function colorsOf(item: PlacedText, layers: PaintedLayers): SeenText['colors'] {
  const { x, y, width, size, color } = item;
  const near = item.isTurned
    ? { left: x - size, top: y - width, right: x, bottom: y }
    : { left: x, top: y - size, right: x + width, bottom: y };
  if (layers.isBare(near)) return { color: paintOver(color, paperWhite), ground: paperWhite };
  return seenColors(color, samplesOf(item), (sampleX, sampleY) => layers.colorAt(sampleX, sampleY, paperWhite));
}

/** The color at a point; undefined where a picture is seen. */
type GroundAt = (x: Pt, y: Pt) => Color | undefined;

interface DrawingVisit {
  readonly item: PlacedDrawing;
  /** What is seen where the items at hand paint nothing. */
  readonly groundAt: GroundAt;
  readonly scale: number;
  /** Of the groups around the items at hand. */
  readonly opacity: number;
  readonly visit: (text: SeenText) => void;
}

function visitDrawing(items: readonly DrawingItem[], drawing: DrawingVisit, layers: PaintedLayers): void {
  const groundAt: GroundAt = (x, y) => {
    const ground = drawing.groundAt(x, y);
    return ground && layers.colorAt(x, y, ground);
  };
  for (const item of items) {
    if (item.kind === 'path') paintPath(item, layers);
    else if (item.kind === 'image') layers.addPicture(transformRect({ x: 0, y: 0, width: 1, height: 1 }, item.transform));
    else if (item.kind !== 'text') {
      const inner = createLayers();
      const opacity = item.kind === 'group' ? drawing.opacity * item.opacity : drawing.opacity;
      visitDrawing(item.items, { ...drawing, groundAt, opacity }, inner);
      if (item.kind === 'clip') layers.addClipped(item.path, inner, item.rule);
      else layers.addFaded(item.opacity, inner);
    } else {
      const [a, b] = item.transform;
      const size = item.size * Math.hypot(a, b) * drawing.scale;
      const color = { ...item.color, alpha: item.color.alpha * drawing.opacity };
      drawing.visit({ words: item.words, size, item: drawing.item, colors: seenColors(color, samplesOfDrawn(item), groundAt) });
    }
  }
}

/** Points in the middle of the small letters: at both ends of a text and halfway. */
type Samples = readonly (readonly [x: Pt, y: Pt])[];

/** Small letters are about half as high as the size; their middle is half of that above the baseline. */
const middleOfLetters = 0.25;

function samplesOf({ x, y, width, size, isTurned }: PlacedText): Samples {
  const edge = Math.min(size * middleOfLetters, width / 2);
  if (isTurned) return [edge, width / 2, width - edge].map((along) => [x - size * middleOfLetters, y - along] as const);
  return [x + edge, x + width / 2, x + width - edge].map((at) => [at, y - size * middleOfLetters] as const);
}

function samplesOfDrawn({ transform, words, offsets, size }: DrawnText): Samples {
  const [a, b, c, d, e, f] = transform;
  const left = Math.min(...offsets);
  const right = Math.max(...words.map((word, index) => offsets[index]! + widthOf(word, size)));
  const edge = Math.min(size * middleOfLetters, (right - left) / 2);
  const y = -size * middleOfLetters;
  return [left + edge, (left + right) / 2, right - edge].map((x) => [a * x + c * y + e, b * x + d * y + f] as const);
}

function seenColors(color: Color, samples: Samples, groundAt: GroundAt): SeenText['colors'] {
  let worst: SeenText['colors'];
  let least = Infinity;
  for (const [x, y] of samples) {
    const ground = groundAt(x, y);
    if (!ground) return undefined;
    const painted = paintOver(color, ground);
    const contrast = contrastOf(painted, ground);
    if (contrast >= least) continue;
    least = contrast;
    worst = { color: painted, ground };
  }
  return worst;
}
