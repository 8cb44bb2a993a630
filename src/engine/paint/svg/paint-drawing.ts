/**
 * A Drawing becomes SVG text, to stand in a web page.
 *
 * Letters stay text: they can be found, copied and recolored by readers who need it, and weigh a third of their
 * outlines. The booklet's fonts are rarely installed, so `textLength` holds every word run to the width that was
 * measured: another font is set a little narrower or wider and never runs into its neighbor.
 */
import { encodeBase64 } from '../../drawing/base64.ts';
import type { Color, Drawing, DrawingItem, DrawnImage, DrawnPath, DrawnText, Gradient, Path, Stroke } from '../../drawing/drawing.ts';
import { stepSizes } from '../../drawing/path-geometry.ts';
import type { Transform } from '../../geometry/transform.ts';
import { type Font, type ShapedWord, widthOf } from '../../text/font.ts';
import { textOfWords } from '../../text/placed-words.ts';

/** How a drawing is presented. */
export interface DrawingFrame {
  /** Begins the ids of gradients and clips; unique in its page. */
  readonly idPrefix: string;
  /** What the drawing shows, in words; empty for mere decoration. */
  readonly alt: string;
  readonly className: string;
}

/** Paints a drawing as one `<svg>` element. */
export function paintDrawing(drawing: Drawing, frame: DrawingFrame): string {
  const painting: Painting = { parts: [], idPrefix: frame.idPrefix, idCount: 0, font: firstFont(drawing.items) };
  const { width, height } = drawing;
  const role = frame.alt === '' ? 'aria-hidden="true"' : `role="img" aria-label="${escapeXml(frame.alt)}"`;
  // The direction of the page around it would turn all anchors.
  const font = painting.font === undefined ? '' : fontAttributes(painting.font);
  painting.parts.push(
    `<svg xmlns="http://www.w3.org/2000/svg" class="${escapeXml(frame.className)}" ${role}`,
    ` viewBox="0 0 ${decimal(width)} ${decimal(height)}" width="${decimal(width)}" height="${decimal(height)}"${font} direction="ltr">`,
  );
  paintItems(drawing.items, painting);
  painting.parts.push('</svg>');
  return painting.parts.join('');
}

interface Painting {
  readonly parts: string[];
  readonly idPrefix: string;
  idCount: number;
  /** Inherited by every text that does not say otherwise. */
  readonly font: Font | undefined;
}

function firstFont(items: readonly DrawingItem[]): Font | undefined {
  for (const item of items) {
    const font = item.kind === 'text' ? item.words[0]?.font : 'items' in item ? firstFont(item.items) : undefined;
    if (font) return font;
  }
  return undefined;
}

function paintItems(items: readonly DrawingItem[], painting: Painting): void {
  for (const item of items) {
    if (item.kind === 'path') paintPath(item, painting);
    else if (item.kind === 'text') paintText(item, painting);
    else if (item.kind === 'image') painting.parts.push(imageElement(item));
    else {
      if (item.kind === 'group') painting.parts.push(`<g opacity="${decimal(item.opacity)}">`);
      else {
        const id = nextId(painting);
        const rule = item.rule ? ` clip-rule="${item.rule}"` : '';
        painting.parts.push(`<clipPath id="${id}"><path d="${stepsOf(item.path)}"${rule}/></clipPath><g clip-path="url(#${id})">`);
      }
      paintItems(item.items, painting);
      painting.parts.push('</g>');
    }
  }
}

const nextId = (painting: Painting): string => escapeXml(`${painting.idPrefix}${++painting.idCount}`);

function paintPath({ path, fill, fillRule, stroke, transform }: DrawnPath, painting: Painting): void {
  if (path.steps === '') return;
  const attributes = [`d="${stepsOf(path)}"`, fill ? fillAttributes(fill, painting) : 'fill="none"'];
  if (fillRule === 'evenodd') attributes.push('fill-rule="evenodd"');
  if (stroke) attributes.push(strokeAttributes(stroke, painting));
  if (transform) attributes.push(`transform="${matrixOf(transform)}"`);
  painting.parts.push(`<path ${attributes.join(' ')}/>`);
}

function fillAttributes(fill: Color | Gradient, painting: Painting): string {
  return 'kind' in fill ? `fill="url(#${paintGradient(fill, painting)})"` : colorAttributes('fill', fill);
}

/** Adds a gradient and returns its id. */
function paintGradient(gradient: Gradient, painting: Painting): string {
  const id = nextId(painting);
  const stops = gradient.stops.map(
    ({ offset, color }) => `<stop offset="${decimal(offset)}" ${colorAttributes('stop', color, 'stop-color')}/>`,
  );
  if (gradient.kind === 'linear-gradient') {
    const [[x1, y1], [x2, y2]] = [gradient.from, gradient.to];
    const ends = `x1="${decimal(x1)}" y1="${decimal(y1)}" x2="${decimal(x2)}" y2="${decimal(y2)}"`;
    painting.parts.push(`<linearGradient id="${id}" gradientUnits="userSpaceOnUse" ${ends}>`, ...stops, '</linearGradient>');
  } else {
    const { from, to, transform } = gradient;
    const rim = `cx="${decimal(to.x)}" cy="${decimal(to.y)}" r="${decimal(to.radius)}"`;
    const focus = `fx="${decimal(from.x)}" fy="${decimal(from.y)}" fr="${decimal(from.radius)}"`;
    painting.parts.push(
      `<radialGradient id="${id}" gradientUnits="userSpaceOnUse" ${rim} ${focus} gradientTransform="${matrixOf(transform)}">`,
      ...stops,
      '</radialGradient>',
    );
  }
  return id;
}

function imageElement({ bitmap, file, transform }: DrawnImage): string {
  const place = `width="1" height="1" preserveAspectRatio="none" transform="${matrixOf(transform)}"`;
  return `<image ${place} href="data:image/${bitmap.format};base64,${encodeBase64(file)}"/>`;
}

const matrixOf = ([a, b, c, d, e, f]: Transform): string => `matrix(${[a, b, c, d].map(fine).join(' ')} ${decimal(e)} ${decimal(f)})`;

function colorAttributes(name: string, color: Color, property = name): string {
  const digits = [color.red, color.green, color.blue].map((part) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `${property}="#${digits.join('')}"${color.alpha < 1 ? ` ${name}-opacity="${decimal(color.alpha)}"` : ''}`;
}

function strokeAttributes({ color, gradient, width, cap, join, miterLimit, dash, dashOffset }: Stroke, painting: Painting): string {
  const paint = gradient ? `stroke="url(#${paintGradient(gradient, painting)})"` : colorAttributes('stroke', color);
  const attributes = [paint, `stroke-width="${decimal(width)}"`];
  if (cap !== 'butt') attributes.push(`stroke-linecap="${cap}"`);
  if (join !== 'miter') attributes.push(`stroke-linejoin="${join}"`);
  else if (miterLimit !== 4) attributes.push(`stroke-miterlimit="${decimal(miterLimit)}"`);
  if (dash.length > 0) attributes.push(`stroke-dasharray="${dash.map(decimal).join(' ')}"`);
  if (dash.length > 0 && dashOffset !== 0) attributes.push(`stroke-dashoffset="${decimal(dashOffset)}"`);
  return attributes.join(' ');
}

function paintText({ transform, size, words: placed, offsets, color }: DrawnText, painting: Painting): void {
  for (const { from, to } of runsOf(placed)) {
    const run = placed.slice(from, to);
    const { font, isRightToLeft } = run[0]!;
    const words = textOfWords(isRightToLeft ? run.toReversed() : run);
    const left = offsets[from]!;
    const width = offsets[to - 1]! + widthOf(run.at(-1)!, size) - left;
    if (!(width > 0)) continue;
    const [a, b, c, d, e, f] = transform;
    const [x, y] = [e + a * left, f + b * left];
    const isUpright = a === 1 && b === 0 && c === 0 && d === 1;
    const place = isUpright
      ? `x="${decimal(x)}" y="${decimal(y)}"`
      : `transform="matrix(${[a, b, c, d].map(fine).join(' ')} ${decimal(x)} ${decimal(y)})"`;
    const keepsSpaces = /^\s|\s$|\s\s/.test(words) ? ' style="white-space: pre"' : '';
    // Right-to-left text ends at its left edge.
    const direction = isRightToLeft ? ' direction="rtl" text-anchor="end"' : '';
    painting.parts.push(
      `<text ${place}${direction}${keepsSpaces}${font === painting.font ? '' : fontAttributes(font)} font-size="${decimal(size)}" ${colorAttributes('fill', color)}`,
      ` textLength="${decimal(width)}" lengthAdjust="spacingAndGlyphs">${escapeXml(words)}</text>`,
    );
  }
}

/** The words of a line from one index to before another. */
interface WordRun {
  readonly from: number;
  readonly to: number;
}

/** Cuts a line where the direction or the font changes; spaces at the ends of runs are left out. */
function runsOf(words: readonly ShapedWord[]): readonly WordRun[] {
  const isBlank = (index: number): boolean => words[index]!.text.trim() === '';
  const runs: WordRun[] = [];
  for (let start = 0, end = 0; start < words.length; start = end) {
    const { font, isRightToLeft } = words[start]!;
    while (end < words.length && words[end]!.font === font && words[end]!.isRightToLeft === isRightToLeft) end++;
    let [from, to] = [start, end];
    while (from < to && isBlank(to - 1)) to--;
    while (from < to && isBlank(from)) from++;
    if (from < to) runs.push({ from, to });
  }
  return runs;
}

function fontAttributes({ family, weight, style, sfnt }: Font): string {
  const generic = sfnt.isSerif ? 'serif' : 'sans-serif';
  const families = ` font-family="${escapeXml(`'${family.replaceAll("'", '')}', ${generic}`)}"`;
  return `${families} font-weight="${weight}"${style === 'italic' ? ' font-style="italic"' : ''}`;
}

function stepsOf({ steps, coordinates }: Path): string {
  const parts: string[] = [];
  let at = 0;
  for (const step of steps) {
    const size = stepSizes[step] ?? 0;
    parts.push(
      step +
        coordinates
          .slice(at, at + size)
          .map(decimal)
          .join(' '),
    );
    at += size;
  }
  return parts.join('');
}

/** A hundredth of a unit is less than a screen can show. */
const decimal = (value: number): string => String(Math.round(value * 100) / 100 || 0);
const fine = (value: number): string => String(Math.round(value * 1e5) / 1e5 || 0);

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeXml = (text: string): string => text.replace(/[&<>"]/g, (character) => entities[character]!);
