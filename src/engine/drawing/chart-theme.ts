/**
 * How charts look: the booklet's own fonts and colors as a Vega configuration.
 *
 * Made for paper: hairlines instead of frames, few grid lines, no tinted backgrounds, and a palette whose
 * colors differ in lightness as well as in hue, so that a gray photocopy still tells them apart.
 */
import type { Pt } from '../geometry/length.ts';
import { formatColor, parseColor } from './color.ts';
import type { Color } from './drawing.ts';

/** Everything a chart takes from the page around it. */
export interface ChartTheme {
  /** In order of preference, as in CSS. */
  readonly fontFamilies: readonly string[];
  /** Size of all labels; titles of axes and legends have it too. */
  readonly labelSize: Pt;
  readonly textColor: Color;
  readonly gridColor: Color;
  /** Colors of categories, in order of use; never empty. */
  readonly palette: readonly Color[];
  /** Width of axis lines and grid lines. */
  readonly hairline: Pt;
  readonly direction: 'ltr' | 'rtl';
  /** BCP 47: chooses shaping, number format and the names of months. */
  readonly language: string;
}

/** The part of a computed style that charts look at; a `Style` is one. */
export interface ChartStyle {
  /** `--chart-1` to `--chart-12` are the palette, `--chart-grid` and `--chart-text` colors, `--chart-size` is a length in pt. */
  readonly custom: ReadonlyMap<string, string>;
  readonly fontFamily: readonly string[];
  readonly fontSize: Pt;
  readonly color: Color;
  readonly direction: 'ltr' | 'rtl';
  readonly language: string;
}

/** Lightness in gray, in this order: 24, 67, 36, 81, 15 and 48 percent: neighbors differ by at least 30. */
const defaultPalette: readonly string[] = ['#16456b', '#e8a33d', '#b5443f', '#b9d3e6', '#3b1f3d', '#2f8f83'];

const largestPalette = 12;

/** Makes the theme for a chart from the style of its element. Custom properties that are no colors are as good as absent. */
export function chartThemeOf(style: ChartStyle): ChartTheme {
  const colorNamed = (name: string): Color | undefined => parseColor(style.custom.get(name) ?? '');
  const own = Array.from({ length: largestPalette }, (_, index) => colorNamed(`--chart-${index + 1}`)).filter(
    (color) => color !== undefined,
  );
  const size = /^(\d+(?:\.\d+)?)(?:pt)?$/.exec(style.custom.get('--chart-size')?.trim() ?? '');
  return {
    fontFamilies: style.fontFamily,
    // 8.5 pt beside 10.5 pt text; large print stays large.
    labelSize: size ? Number(size[1]) : Math.max(8, Math.round(style.fontSize * 8.1) / 10),
    textColor: colorNamed('--chart-text') ?? style.color,
    gridColor: colorNamed('--chart-grid') ?? { red: 0.78, green: 0.78, blue: 0.78, alpha: 1 },
    palette: own.length > 0 ? own : defaultPalette.map((text) => parseColor(text)!),
    hairline: 0.5,
    direction: style.direction,
    language: style.language,
  };
}

// A palette beyond the theme's own colors: the same hues lighter and darker, so that many categories still differ.
function categoryColors(palette: readonly Color[]): readonly string[] {
  const shade = (color: Color, toward: number): Color => ({
    red: color.red + (toward - color.red) * 0.45,
    green: color.green + (toward - color.green) * 0.45,
    blue: color.blue + (toward - color.blue) * 0.45,
    alpha: color.alpha,
  });
  return [...palette, ...palette.map((color) => shade(color, 1)), ...palette.map((color) => shade(color, 0))].map(formatColor);
}

/**
 * Returns the configuration for Vega and Vega-Lite. What an author writes in a chart wins over it.
 * Right-to-left booklets get vertical axes on the right and legends at the right.
 */
export function chartConfig(theme: ChartTheme): Readonly<Record<string, unknown>> {
  const font = theme.fontFamilies.join(', ');
  const text = formatColor(theme.textColor);
  const grid = formatColor(theme.gridColor);
  const isRightToLeft = theme.direction === 'rtl';
  const first = formatColor(theme.palette[0]!);
  const size = theme.labelSize;
  const colors = categoryColors(theme.palette);
  const label = { labelFont: font, labelFontSize: size, labelColor: text };
  const title = { titleFont: font, titleFontSize: size, titleFontWeight: 600, titleColor: text };
  const titleAbove = { titleAngle: 0, titleAnchor: 'end', titleBaseline: 'bottom', titleX: 0, titleY: -6 };
  const ramp = [grayed(theme.palette[0]!, 0.88), theme.palette[0]!].map(formatColor);
  return {
    background: null,
    padding: 0,
    font,
    view: { stroke: null, fill: null },
    group: { stroke: null },
    axis: {
      ...label,
      ...title,
      domainColor: text,
      domainWidth: theme.hairline,
      tickColor: text,
      tickWidth: theme.hairline,
      tickSize: 3,
      tickRound: false,
      gridColor: grid,
      gridWidth: theme.hairline,
      translate: 0,
      labelPadding: 3,
      titlePadding: 6,
      labelLimit: 170,
      labelOverlap: 'parity',
      labelSeparation: 4,
    },
    axisY: { orient: isRightToLeft ? 'right' : 'left', domain: false, ticks: false, labelPadding: 4 },
    // A title above its axis is read without turning the page.
    axisLeft: { ...titleAbove, titleAlign: 'left' },
    axisRight: { ...titleAbove, titleAlign: 'right' },
    // Names of categories are never left out: they are turned when they do not fit.
    axisBand: { ticks: false, grid: false, labelOverlap: false },
    axisPoint: { ticks: false, labelOverlap: false },
    axisQuantitative: { tickCount: 5 },
    axisTemporal: { grid: false },
    legend: {
      ...label,
      ...title,
      orient: 'top',
      direction: 'horizontal',
      titleOrient: 'left',
      titlePadding: 6,
      labelLimit: 200,
      columnPadding: 12,
      rowPadding: 2,
      symbolSize: 60,
      symbolStrokeWidth: 1.25,
      symbolType: 'square',
      gradientLength: 120,
      gradientThickness: 8,
      gradientStrokeWidth: 0,
      layout: { top: { anchor: isRightToLeft ? 'end' : 'start' }, bottom: { anchor: isRightToLeft ? 'end' : 'start' } },
    },
    header: { ...label, ...title, labelFontWeight: 600, labelPadding: 4, titlePadding: 4 },
    title: {
      font,
      fontSize: size + 1,
      fontWeight: 600,
      color: text,
      anchor: isRightToLeft ? 'end' : 'start',
      subtitleFont: font,
      subtitleFontSize: size,
      subtitleColor: text,
      offset: 8,
    },
    text: { font, fontSize: size, fill: text, color: text },
    style: {
      'guide-label': { font, fontSize: size, fill: text },
      'guide-title': { font, fontSize: size, fontWeight: 600, fill: text },
      'group-title': { font, fontSize: size + 1, fontWeight: 600, fill: text },
      'group-subtitle': { font, fontSize: size, fill: text },
      cell: { stroke: null },
    },
    mark: { color: first },
    rect: { fill: first },
    bar: { fill: first, color: first },
    area: { fill: first, color: first, fillOpacity: 1 },
    line: { stroke: first, color: first, strokeWidth: 1.5, strokeCap: 'round', strokeJoin: 'round' },
    trail: { fill: first, color: first },
    path: { stroke: first },
    point: { color: first, size: 26, strokeWidth: 1, opacity: 1 },
    symbol: { fill: first, size: 26 },
    circle: { color: first, size: 26, opacity: 1 },
    square: { color: first, size: 26, opacity: 1 },
    rule: { color: text, stroke: text, strokeWidth: theme.hairline * 1.5 },
    tick: { color: first, thickness: 1, opacity: 1 },
    arc: { fill: first, stroke: '#ffffff', strokeWidth: 1 },
    shape: { fill: first },
    geoshape: { fill: grid, stroke: '#ffffff', strokeWidth: theme.hairline },
    boxplot: { box: { color: first }, median: { color: '#ffffff' } },
    range: {
      category: colors,
      ordinal: ramp,
      ramp,
      heatmap: ramp,
      diverging: [formatColor(theme.palette[1 % theme.palette.length]!), '#f4f4f4', first],
    },
    scale: { round: false, bandPaddingInner: 0.25, bandPaddingOuter: 0.1, barBandPaddingInner: 0.28 },
  };
}

const grayed = (color: Color, share: number): Color => ({
  red: color.red + (0.93 - color.red) * share,
  green: color.green + (0.93 - color.green) * share,
  blue: color.blue + (0.93 - color.blue) * share,
  alpha: color.alpha,
});
