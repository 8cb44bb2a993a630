/** Draws charts for tests with the bundled fonts, and reads back what stands on them. */
import type { ChartPlace } from '../../../src/engine/drawing/chart-place.ts';
import { type ChartTheme, chartThemeOf } from '../../../src/engine/drawing/chart-theme.ts';
import { type ChartInput, drawChart } from '../../../src/engine/drawing/draw-chart.ts';
import type { Drawing, DrawingItem, DrawnPath, DrawnText } from '../../../src/engine/drawing/drawing.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { widthOf } from '../../../src/engine/text/font.ts';
import { createFontLibrary, type FontLibrary } from '../../../src/engine/text/font-library.ts';
import { textOfWords } from '../../../src/engine/text/placed-words.ts';
import { testResources } from '../../support/test-resources.ts';

/** One library for all charts of a test file. */
export const library: FontLibrary = createFontLibrary(testResources(), () => {});

/** A theme in Source Sans, or Noto Sans Arabic from right to left. */
export const themeFor = (language = 'en', custom: Readonly<Record<string, string>> = {}): ChartTheme =>
  chartThemeOf({
    custom: new Map(Object.entries(custom)),
    fontFamily: language.startsWith('ar') ? ['Noto Sans Arabic', 'Source Sans 3'] : ['Source Sans 3'],
    fontSize: 10.5,
    color: { red: 0, green: 0, blue: 0, alpha: 1 },
    direction: language.startsWith('ar') ? 'rtl' : 'ltr',
    language,
  });

/** A chart that was drawn, and what was said about it. */
export interface Drawn {
  readonly drawing: Drawing | undefined;
  readonly problems: readonly Diagnostic[];
  /** For each problem. */
  readonly places: readonly (ChartPlace | undefined)[];
}

/** Draws a chart. */
export function draw(spec: unknown, options: Partial<ChartInput> = {}): Drawn {
  const problems: Diagnostic[] = [];
  const input: ChartInput = { spec, kind: 'vega-lite', width: 300, theme: themeFor(), context: { library }, ...options };
  const places: (ChartPlace | undefined)[] = [];
  const drawing = drawChart(input, (diagnostic, place) => {
    problems.push(diagnostic);
    places.push(place);
  });
  return { drawing, problems, places };
}

/** Draws a chart of which nothing may be said. */
export function drawSilently(spec: unknown, options: Partial<ChartInput> = {}): Drawing {
  const { drawing, problems } = draw(spec, options);
  if (!drawing || problems.length > 0) throw new Error(problems.map((problem) => problem.message).join('; '));
  return drawing;
}

const flat = (items: readonly DrawingItem[]): readonly (DrawnPath | DrawnText)[] =>
  items.flatMap((item) => (item.kind === 'path' || item.kind === 'text' ? [item] : item.kind === 'image' ? [] : flat(item.items)));

/** Everything in a drawing as text; fonts by their names. */
export const describeItems = (drawing: Drawing): string =>
  JSON.stringify(drawing.items, (name, value: unknown) =>
    name === 'font' ? (value as { readonly key: string }).key : name === 'number' ? undefined : value,
  );

/** Every text of a drawing, in the order of drawing, as it is read. */
export const textsOf = (drawing: Drawing): readonly string[] => textItems(drawing).map(logicalText);

/** The text items of a drawing. */
export const textItems = (drawing: Drawing): readonly DrawnText[] => flat(drawing.items).filter((item) => item.kind === 'text');

/** The filled paths of a drawing, with the box of each. */
export function fillsOf(
  drawing: Drawing,
): readonly { readonly x1: number; readonly x2: number; readonly y1: number; readonly y2: number; readonly item: DrawnPath }[] {
  return flat(drawing.items).flatMap((item) => {
    if (item.kind !== 'path' || !item.fill) return [];
    const xs = item.path.coordinates.filter((_, index) => index % 2 === 0);
    const ys = item.path.coordinates.filter((_, index) => index % 2 === 1);
    return [{ x1: Math.min(...xs), x2: Math.max(...xs), y1: Math.min(...ys), y2: Math.max(...ys), item }];
  });
}

/** Words are stored from left to right; a line that runs from right to left is read the other way. */
function logicalText({ words }: DrawnText): string {
  const isRightToLeft = words.every((word) => word.isRightToLeft || !/\p{L}/u.test(word.text));
  return textOfWords(isRightToLeft ? words.toReversed() : words);
}

/** Where a text stands: left, right, and its baseline, for a text that is not turned. */
export function extentOf(item: DrawnText): { readonly left: number; readonly right: number; readonly baseline: number } {
  const width = item.words.reduce((sum, word) => sum + widthOf(word, item.size), 0);
  const [a, b, , , e, f] = item.transform;
  const corners = [e, e + a * width];
  return { left: Math.min(...corners), right: Math.max(...corners), baseline: Math.max(f, f + b * width) };
}
