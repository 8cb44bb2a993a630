/** The pictures of a twin: charts in the colors of the web page, drawn for wide windows and again for phones. */

import type { ChartStyle } from '../drawing/chart-theme.ts';
import { black } from '../drawing/color.ts';
import type { Drawing, DrawingItem } from '../drawing/drawing.ts';
import type { Pt } from '../geometry/length.ts';
import type { Diagnostic, Report } from '../source/diagnostic.ts';
import type { TwinPictures } from './twin.ts';

/** Where pictures come from: what has been loaded of them. */
export interface LoadedTwinPictures {
  chartOf(src: string, look: { readonly width: Pt; readonly style: ChartStyle }, report: Report): Drawing | undefined;
  drawingOf(src: string, style: ChartStyle): Drawing | undefined;
  fileOf(src: string): Uint8Array | undefined;
}

/** Widths in pixels of the page: the column of text in a wide window, and what a small phone leaves of it. */
const wideWidth = 600;
const narrowWidth = 340;

/** Letters below this many pixels are not read on a phone. */
const leastLetterSize = 10;

/** Makes the pictures of a twin. Errors of charts are reported; what is said of their fit on paper has no meaning here. */
export function twinPictures(
  loaded: LoadedTwinPictures,
  { language, direction }: { readonly language: string; readonly direction: 'ltr' | 'rtl' },
  report: Report,
): TwinPictures {
  const style: ChartStyle = {
    custom: new Map([...chartColors, ['--chart-size', '13']]),
    fontFamily: ['Source Sans 3', 'Noto Sans Arabic', 'Noto Sans Hebrew', 'Noto Sans Devanagari'],
    fontSize: 13,
    color: black,
    direction,
    language,
  };
  const reportErrors = (diagnostic: Diagnostic): void => {
    if (diagnostic.severity === 'error') report(diagnostic);
  };
  return {
    chartOf(src) {
      const wide = loaded.chartOf(src, { width: wideWidth, style }, reportErrors);
      if (!wide) return undefined;
      const narrow = loaded.chartOf(src, { width: narrowWidth, style }, () => {});
      return narrow && isReadable(narrow.items) ? { wide, narrow } : { wide };
    },
    drawingOf: (src) => loaded.drawingOf(src, style),
    fileOf: (src) => loaded.fileOf(src),
  };
}

/** The palette of the shipped briefing: six steps of lightness. */
const chartColors: readonly (readonly [string, string])[] = [
  ['--chart-1', '#0b4a57'],
  ['--chart-2', '#8fb8bf'],
  ['--chart-3', '#474747'],
  ['--chart-4', '#4f8a95'],
  ['--chart-5', '#b9b9b9'],
  ['--chart-6', '#d9e6e8'],
  ['--chart-grid', '#c4c4c4'],
  ['--chart-text', '#1a1a1a'],
];

/** Tells whether all letters of a drawing are large enough and none of its labels is cut short. */
function isReadable(items: readonly DrawingItem[]): boolean {
  return items.every((item) => {
    if (item.kind === 'clip' || item.kind === 'group') return isReadable(item.items);
    if (item.kind !== 'text') return true;
    const [a, b] = item.transform;
    return item.size * Math.hypot(a, b) >= leastLetterSize && item.words.at(-1)?.text.endsWith('…') !== true;
  });
}
