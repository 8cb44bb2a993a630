/** Pictures and charts in the web page: everything inside the one file, each with its words. */
import { encodeBase64 } from '../drawing/base64.ts';
import type { Drawing } from '../drawing/drawing.ts';
import type { MarkupElement } from '../markup/element.ts';
import { paintDrawing } from '../paint/svg/paint-drawing.ts';
import { escapeHtml, type HtmlPage, type HtmlPlace } from './html-page.ts';

/** Writes a bitmap as a data address, and a drawing as it is. One that could not be read leaves its words. */
export function writeImage(element: MarkupElement, _place: HtmlPlace, page: HtmlPage): void {
  const alt = element.attributes.get('alt') ?? '';
  const drawing = page.twin.pictures.drawingOf(element.attributes.get('src') ?? '');
  if (drawing) {
    const frame = { alt, className: 'twin-only', idPrefix: `octavo-chart-${++page.chartCount}-` };
    page.parts.push(`<span class="twin-drawing"${widthOf(element) || naturalWidth(drawing)}>${paintDrawing(drawing, frame)}</span>`);
    return;
  }
  const file = page.twin.pictures.fileOf(element.attributes.get('src') ?? '');
  if (!file) {
    page.parts.push(`<span>${escapeHtml(alt)}</span>`);
    return;
  }
  const type = file[0] === 0x89 ? 'png' : 'jpeg';
  page.parts.push(`<img src="data:image/${type};base64,${encodeBase64(file)}" alt="${escapeHtml(alt)}"${widthOf(element)}>`);
}

/**
 * Writes a chart as drawings for wide and narrow windows, of which one is shown at a time, and its words to open:
 * they help not only those who see nothing.
 */
export function writeChart(element: MarkupElement, place: HtmlPlace, page: HtmlPage): void {
  const alt = element.attributes.get('alt') ?? '';
  const chart = page.twin.pictures.chartOf(element.attributes.get('src') ?? '');
  if (!chart) {
    page.parts.push(`<span>${escapeHtml(alt)}</span>`);
    return;
  }
  const number = ++page.chartCount;
  const frame = (name: string, className: string) => ({ alt, className, idPrefix: `octavo-chart-${number}-${name}-` });
  const wrapper = place.isInline ? 'span' : 'div';
  page.parts.push(`<${wrapper} class="twin-chart">`);
  page.parts.push(paintDrawing(chart.wide, frame('wide', chart.narrow ? 'twin-wide' : 'twin-only')));
  if (chart.narrow) page.parts.push(paintDrawing(chart.narrow, frame('narrow', 'twin-narrow')));
  page.parts.push(`</${wrapper}>`);
  if (alt === '' || place.isInline) return;
  const { chartInWords } = page.twin.labels;
  const words = `\n<details class="twin-words"><summary>${escapeHtml(chartInWords)}</summary><p>${escapeHtml(alt)}</p></details>`;
  (place.isInFigure ? page.chartWords : page.parts).push(words);
}

/** Drawings are in points, and pages on screens in pixels. */
const naturalWidth = ({ width }: Drawing): string => ` style="width: ${Math.round((width * 4) / 3)}px"`;

/** A width that the author wrote; never more than there is room for. */
function widthOf(element: MarkupElement): string {
  const match = /^(\d+(?:\.\d+)?|\.\d+)(mm|cm|in|pt|pc|px|%)$/.exec(element.attributes.get('width') ?? '');
  return match ? ` style="width: ${match[0]}"` : '';
}
