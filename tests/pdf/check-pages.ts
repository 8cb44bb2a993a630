/** What must be true of what pages show. Each check returns sentences about what is not. */
import type { PaintedArea, Rgb, ShownText } from './read-content.ts';
import type { TaggedFile } from './read-tags.ts';

/** Lengths are compared with this much patience, in points. */
const patience = 0.6;

/** Every code of a font has a meaning. */
export function checkGlyphs({ contents }: TaggedFile): readonly string[] {
  return contents.flatMap(({ texts }, page) =>
    texts.filter((text) => text.unknownCodes > 0).map((text) => `page ${page + 1}: "${text.text}" has letters that nobody can read`),
  );
}

/** All text is on its page. */
export function checkEdges({ contents, file }: TaggedFile): readonly string[] {
  return contents.flatMap(({ texts }, page) => {
    const { width, height } = file.pages[page]!;
    return texts
      .filter(
        (text) => text.left < -patience || text.right > width + patience || topOf(text) < -patience || text.baseline > height + patience,
      )
      .map((text) => `page ${page + 1}: "${text.text}" is off the page`);
  });
}

/** No text that is seen lies over other text. Of letters only the height of an x counts, so that tight lines pass. */
export function checkTextOverlaps({ contents }: TaggedFile): readonly string[] {
  const found: string[] = [];
  for (const [page, { texts }] of contents.entries()) {
    const upright = texts
      .filter((text) => !text.isInvisible && text.isUpright && text.right > text.left)
      .sort((one, other) => topOf(one) - topOf(other));
    for (const [index, one] of upright.entries()) {
      for (let next = index + 1; next < upright.length && topOf(upright[next]!) < one.baseline - patience; next += 1) {
        const other = upright[next]!;
        if (Math.min(one.right, other.right) - Math.max(one.left, other.left) > patience)
          found.push(`page ${page + 1}: "${one.text}" lies over "${other.text}"`);
      }
    }
  }
  return found;
}

const topOf = (text: ShownText): number => text.baseline - text.size * 0.4;

/** WCAG 2.1, 1.4.3: text stands out against what is really behind it by 4.5 to 1, large text by 3 to 1. Artifacts that are no text count too. */
export function checkContrast({ contents }: TaggedFile): readonly string[] {
  const found: string[] = [];
  for (const [page, { texts, areas }] of contents.entries()) {
    for (const text of texts) {
      if (text.right === text.left || text.isInvisible) continue;
      const least = text.size >= 18 || (text.size >= 14 && text.isBold) ? 3 : 4.5;
      const behind = backgroundsOf(text, areas);
      if (!behind) found.push(`page ${page + 1}: "${text.text}" stands on a picture`);
      for (const background of behind ?? []) {
        const ratio = contrastOf(blend(text.color, text.alpha, background), background);
        if (ratio < least - 0.005) found.push(`page ${page + 1}: "${text.text}" has a contrast of ${ratio.toFixed(2)}`);
      }
    }
  }
  return found;
}

/** The colors that may be behind the middle of a text; undefined where an image is. */
function backgroundsOf(text: ShownText, areas: readonly PaintedArea[]): readonly Rgb[] | undefined {
  const [x, y] = [(text.left + text.right) / 2, text.baseline - text.size * 0.25];
  let behind: readonly Rgb[] | undefined = [[1, 1, 1]];
  for (const area of areas) {
    if (area.order > text.order) break;
    if (!isInside(x, y, area.parts)) continue;
    if (area.colors.length === 0) behind = undefined;
    else if (area.alpha === 1) behind = area.colors;
    else behind = behind?.flatMap((below) => area.colors.map((color) => blend(color, area.alpha, below)));
  }
  return behind;
}

/** Counts how often a ray to the left crosses the outline. */
function isInside(x: number, y: number, parts: PaintedArea['parts']): boolean {
  let isOdd = false;
  for (const points of parts) {
    for (let at = 0; at < points.length; at += 2) {
      const next = (at + 2) % points.length;
      const [x1, y1, x2, y2] = [points[at]!, points[at + 1]!, points[next]!, points[next + 1]!];
      if (y1 > y !== y2 > y && x > x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) isOdd = !isOdd;
    }
  }
  return isOdd;
}

const blend = (color: Rgb, alpha: number, below: Rgb): Rgb =>
  color.map((part, index) => part * alpha + below[index]! * (1 - alpha)) as unknown as Rgb;

/** WCAG 2.1's contrast ratio. */
export function contrastOf(one: Rgb, other: Rgb): number {
  const [dark, light] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function luminanceOf(color: Rgb): number {
  const [red, green, blue] = color.map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)) as [
    number,
    number,
    number,
  ];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
