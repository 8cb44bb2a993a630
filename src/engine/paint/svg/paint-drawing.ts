/**
 * A Drawing becomes SVG text, to stand in a web page.
 *
 * Letters stay text: they can be found, copied and recolored by readers who need it, and weigh a third of their
 * outlines. The booklet's fonts are rarely installed, so `textLength` holds every word run to the width that was
 * measured: another font is set a little narrower or wider and never runs into its neighbor.
 */
import type { Color, Drawing, DrawingItem, DrawnPath, DrawnText, LinearGradient, Path, Stroke } from '../../drawing/drawing.ts';
import type { Font, TextPart } from '../../text/font.ts';
import { widthOf } from '../../text/font.ts';

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
    const font = item.kind === 'text' ? item.parts[0]?.word.font : item.kind === 'clip' ? firstFont(item.items) : undefined;
    if (font) return font;
  }
  return undefined;
}

function paintItems(items: readonly DrawingItem[], painting: Painting): void {
  for (const item of items) {
    if (item.kind === 'path') paintPath(item, painting);
    else if (item.kind === 'text') paintText(item, painting);
    else {
      const id = nextId(painting);
      painting.parts.push(`<clipPath id="${id}"><path d="${stepsOf(item.path)}"/></clipPath><g clip-path="url(#${id})">`);
      paintItems(item.items, painting);
      painting.parts.push('</g>');
    }
  }
}

const nextId = (painting: Painting): string => escapeXml(`${painting.idPrefix}${++painting.idCount}`);

function paintPath({ path, fill, fillRule, stroke }: DrawnPath, painting: Painting): void {
  if (path.steps === '') return;
  const attributes = [`d="${stepsOf(path)}"`, fill ? fillAttributes(fill, painting) : 'fill="none"'];
  if (fillRule === 'evenodd') attributes.push('fill-rule="evenodd"');
  if (stroke) attributes.push(strokeAttributes(stroke));
  painting.parts.push(`<path ${attributes.join(' ')}/>`);
}

function fillAttributes(fill: Color | LinearGradient, painting: Painting): string {
  if (!('kind' in fill)) return colorAttributes('fill', fill);
  const id = nextId(painting);
  const [[x1, y1], [x2, y2]] = [fill.from, fill.to];
  const stops = fill.stops.map(
    ({ offset, color }) => `<stop offset="${decimal(offset)}" ${colorAttributes('stop', color, 'stop-color')}/>`,
  );
  painting.parts.push(
    `<linearGradient id="${id}" gradientUnits="userSpaceOnUse" x1="${decimal(x1)}" y1="${decimal(y1)}" x2="${decimal(x2)}" y2="${decimal(y2)}">`,
    ...stops,
    '</linearGradient>',
  );
  return `fill="url(#${id})"`;
}

function colorAttributes(name: string, color: Color, property = name): string {
  const digits = [color.red, color.green, color.blue].map((part) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `${property}="#${digits.join('')}"${color.alpha < 1 ? ` ${name}-opacity="${decimal(color.alpha)}"` : ''}`;
}

function strokeAttributes({ color, width, cap, join, miterLimit, dash, dashOffset }: Stroke): string {
  const attributes = [colorAttributes('stroke', color), `stroke-width="${decimal(width)}"`];
  if (cap !== 'butt') attributes.push(`stroke-linecap="${cap}"`);
  if (join !== 'miter') attributes.push(`stroke-linejoin="${join}"`);
  else if (miterLimit !== 4) attributes.push(`stroke-miterlimit="${decimal(miterLimit)}"`);
  if (dash.length > 0) attributes.push(`stroke-dasharray="${dash.map(decimal).join(' ')}"`);
  if (dash.length > 0 && dashOffset !== 0) attributes.push(`stroke-dashoffset="${decimal(dashOffset)}"`);
  return attributes.join(' ');
}

function paintText({ transform, size, parts, color }: DrawnText, painting: Painting): void {
  for (const run of runsOf(parts)) {
    const first = run[0]!;
    const last = run.at(-1)!;
    const { font, isRightToLeft } = first.word;
    const words = (isRightToLeft ? run.toReversed() : run).map((part) => part.word.text).join('');
    const width = last.x + widthOf(last.word, size) - first.x;
    if (!(width > 0)) continue;
    const [a, b, c, d, e, f] = transform;
    const [x, y] = [e + a * first.x, f + b * first.x];
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

/** Cuts a line where the direction or the font changes; spaces at the ends of runs are left out. */
function runsOf(parts: readonly TextPart[]): readonly (readonly TextPart[])[] {
  const runs: TextPart[][] = [];
  for (const part of parts) {
    const run = runs.at(-1);
    const before = run?.at(-1)?.word;
    if (run && before?.font === part.word.font && before.isRightToLeft === part.word.isRightToLeft) run.push(part);
    else runs.push([part]);
  }
  const isBlank = (part: TextPart | undefined): boolean => part !== undefined && part.word.text.trim() === '';
  for (const run of runs) {
    while (isBlank(run.at(-1))) run.pop();
    while (isBlank(run[0])) run.shift();
  }
  return runs.filter((run) => run.length > 0);
}

function fontAttributes({ family, weight, style, sfnt }: Font): string {
  const generic = sfnt.isSerif ? 'serif' : 'sans-serif';
  const families = ` font-family="${escapeXml(`'${family.replaceAll("'", '')}', ${generic}`)}"`;
  return `${families} font-weight="${weight}"${style === 'italic' ? ' font-style="italic"' : ''}`;
}

const stepSizes: Readonly<Record<string, number>> = { M: 2, L: 2, C: 6, Z: 0 };

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
