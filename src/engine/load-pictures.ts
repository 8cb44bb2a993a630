/**
 * Brings the pictures and charts of a booklet into memory: the second and last place where the engine waits.
 *
 * Layout then asks for a picture at a width. A chart is drawn for each width and look that it is shown in, and kept.
 */
import type { ChartDrawer, DrawableChart } from './chart-drawer.ts';
import type { CheckedChart, CheckedCharts } from './check/checked-chart.ts';
import { plainValue, readYaml } from './content/read-yaml.ts';
import { type ChartData, chartReferences, resolveChartData } from './drawing/chart-data.ts';
import type { ChartPlace } from './drawing/chart-place.ts';
import { type ChartStyle, chartThemeOf } from './drawing/chart-theme.ts';
import type { Drawing, Picture } from './drawing/drawing.ts';
import { findSvgText } from './drawing/svg/find-svg-text.ts';
import type { SvgFile } from './drawing/svg/svg-file.ts';
import type { SvgLook } from './drawing/svg/svg-walk.ts';
import { type ChartFile, findChartPlace } from './find-chart-place.ts';
import type { Pt } from './geometry/length.ts';
import type { PictureLibrary } from './layout/layout-context.ts';
import { type Asking, type ImageSources, type LoadedImage, loadImage, pathInBooklet, siblingsOf } from './load-image.ts';
import type { MarkupElement } from './markup/element.ts';
import { notAChartFile, outsidePath, unreadableFile } from './problems.ts';
import type { Report } from './source/diagnostic.ts';
import type { ParseKeeper } from './source/parse-keeper.ts';
import { lineText, type SourceFile, type Span } from './source/source-file.ts';
import type { StyledElement } from './style/style.ts';
import type { SvgDrawer } from './svg-drawer.ts';

/** What has been read and drawn so far; kept over the editions of a booklet. */
export interface PictureCache {
  readonly images: Map<string, LoadedImage | undefined>;
  readonly charts: Map<string, DrawableChart | undefined>;
  readonly drawn: Map<string, Picture | undefined>;
  /** SVG files as they look with the color and the fonts around them. */
  readonly drawings: Map<string, DrawnPicture>;
}

type DrawnPicture = Extract<Picture, { readonly kind: 'drawing' }>;

/** Where pictures are looked for, and what draws them. */
export interface PictureSources extends ImageSources {
  readonly drawer: ChartDrawer;
  readonly drawSvg: SvgDrawer;
  readonly pictures: PictureCache;
  readonly keeper: ParseKeeper;
}

/** How a chart is drawn. */
export interface ChartLook {
  readonly width: Pt;
  readonly style: ChartStyle;
}

/** All pictures of a booklet: layout asks for them by element, twins by path. */
export interface LoadedPictures extends PictureLibrary {
  /** Draws a chart; undefined when that cannot be done. */
  chartOf(src: string, look: ChartLook, report: Report): Drawing | undefined;
  /** An SVG file as it looks in a style; undefined for other files. */
  drawingOf(src: string, style: ChartStyle): Drawing | undefined;
  /** The PNG or JPEG file as it is. */
  fileOf(src: string): Uint8Array | undefined;
}

/** Returns the charts and drawings that have been loaded, for checks that look into them. */
export function chartsIn(cache: PictureCache): CheckedCharts {
  const charts = new Map<string, CheckedChart>();
  for (const [src, chart] of cache.charts) {
    if (chart) charts.set(src, { spec: chart.spec, kind: chart.kind, spanOf: (place) => findChartPlace(place, chart.file) });
  }
  for (const [src, image] of cache.images) {
    if (image?.kind === 'svg') charts.set(src, { spec: undefined, kind: 'svg', spanOf: (place) => findSvgText(place, image.svg) });
  }
  return charts;
}

const svgLookOf = ({ color, fontFamily, language }: ChartStyle): SvgLook => ({ color, fontFamilies: fontFamily, language });

/** Makes an empty cache. */
export const createPictureCache = (): PictureCache => ({ images: new Map(), charts: new Map(), drawn: new Map(), drawings: new Map() });

/**
 * Loads every picture and chart of `root`. What cannot be shown is reported and left out. Charts are drawn when they are
 * asked for, so ask inside the work of the drawer's `drawing`.
 */
export async function loadPictures(root: MarkupElement, from: PictureSources, report: Report): Promise<LoadedPictures> {
  const { images, charts, drawn } = from.pictures;
  for (const element of picturesIn(root)) {
    const src = element.attributes.get('src') ?? '';
    if (src === '') continue;
    if (element.name === 'img' && !images.has(src)) images.set(src, await loadImage(src, from, { place: element.origin, report }));
    if (element.name === 'chart' && !charts.has(src)) charts.set(src, await loadChart(src, from, { place: element.origin, report }));
  }
  await from.drawer.prepare([...charts.values()].filter((chart) => chart !== undefined));

  const chartAt = (src: string, { width, style }: ChartLook, reportChart: Report): Picture | undefined => {
    const chart = charts.get(src);
    if (!chart) return undefined;
    const key = `${src} ${width} ${styleKey(style)}`;
    if (!drawn.has(key)) {
      const drawing = from.drawer.draw(chart, { width, theme: chartThemeOf(style) }, reportChart);
      drawn.set(key, drawing && { kind: 'drawing', drawing });
    }
    return drawn.get(key);
  };

  const drawingAt = (src: string, svg: SvgFile, look: SvgLook): DrawnPicture => {
    const key = `${src} ${JSON.stringify(look)}`;
    let picture = from.pictures.drawings.get(key);
    if (!picture) from.pictures.drawings.set(key, (picture = { kind: 'drawing', drawing: from.drawSvg(svg, look, report) }));
    return picture;
  };

  return {
    pictureOf(element: StyledElement, width) {
      const src = element.attributes.get('src') ?? '';
      if (element.name === 'chart') return chartAt(src, { width, style: element.style }, report);
      const image = images.get(src);
      return image?.kind === 'svg' ? drawingAt(src, image.svg, svgLookOf(element.style)) : image;
    },
    chartOf(src, look, reportChart) {
      const picture = chartAt(src, look, reportChart);
      return picture?.kind === 'drawing' ? picture.drawing : undefined;
    },
    drawingOf(src, style) {
      const image = images.get(src);
      const picture = image?.kind === 'svg' ? drawingAt(src, image.svg, svgLookOf(style)) : undefined;
      return picture?.drawing;
    },
    fileOf(src) {
      const image = images.get(src);
      return image?.kind === 'bitmap' ? image.file : undefined;
    },
  };
}

/** Everything about a style that a chart's look depends on. */
const styleKey = (style: ChartStyle): string => {
  const { red, green, blue } = style.color;
  return `${style.fontFamily.join()} ${style.fontSize} ${red},${green},${blue} ${style.direction} ${style.language} ${[...style.custom].flat().join()}`;
};

function picturesIn(root: MarkupElement): readonly MarkupElement[] {
  const found: MarkupElement[] = [];
  const visit = (element: MarkupElement): void => {
    if (element.name === 'img' || element.name === 'chart') found.push(element);
    const { children } = element;
    for (let at = 0; at < children.length; at++) if (children[at]!.kind === 'element') visit(children[at] as MarkupElement);
  };
  visit(root);
  return found;
}

async function loadChart(src: string, from: PictureSources, { place, report }: Asking): Promise<DrawableChart | undefined> {
  const path = pathInBooklet(src);
  if (path === undefined) {
    report(outsidePath(src, place));
    return undefined;
  }
  const kind = /\.vl\.(ya?ml|json)$/.test(path) ? 'vega-lite' : /\.vg\.(ya?ml|json)$/.test(path) ? 'vega' : undefined;
  if (!kind) {
    report(notAChartFile(path, place));
    return undefined;
  }
  const result = await from.workspace.readText(`${from.folder}/${path}`);
  if (!result.ok) {
    report(unreadableFile(path, result.failure, await siblingsOf(path, from), place));
    return undefined;
  }
  const file = from.sources.add(`${from.folder}/${path}`, result.content, result.digest);
  const node = from.keeper.parse('yaml', [file], (reportParse) => readYaml(file, reportParse), report);
  if (!node) return undefined;
  const chart: ChartFile = { file, root: node };
  const spec = plainValue(node);
  const data = await loadChartData(spec, from, { chart, report });
  if (!data) return undefined;
  let isWhole = true;
  const spanOf = createPlaceFinder(chart, data, from);
  const resolved = resolveChartData(spec, data, (diagnostic, place) => {
    if (diagnostic.severity === 'error') isWhole = false;
    report({ ...diagnostic, span: spanOf(place) });
  });
  const madeOf = [result.content, ...[...data].flatMap(([url, table]) => [url, table.path, table.text])];
  return isWhole ? { spec: resolved, kind, file: chart, madeOf } : undefined;
}

/** Finds places in a chart's file, and in its data files, which become source files only when there is something wrong in them. */
function createPlaceFinder(
  chart: ChartFile,
  data: ReadonlyMap<string, ChartData>,
  from: PictureSources,
): (place: ChartPlace | undefined) => Span {
  const files = new Map<string, SourceFile>();
  return (place) => {
    const table = place && 'url' in place ? data.get(place.url) : undefined;
    if (!table || !place || !('url' in place)) return findChartPlace(place, chart);
    const file = files.get(table.path) ?? from.sources.add(`${from.folder}/${table.path}`, table.text);
    files.set(table.path, file);
    if ('start' in place) return { file, start: place.start, end: place.end };
    const start = file.lineStarts[place.line - 1] ?? 0;
    return { file, start, end: start + lineText(file, place.line).length };
  };
}

/** Which chart asked for data, and who wants to hear of problems. */
interface AskingChart {
  readonly chart: ChartFile;
  readonly report: Report;
}

/** Reads the data files that a chart names; undefined when one of them cannot be had. */
async function loadChartData(
  spec: unknown,
  from: PictureSources,
  { chart, report }: AskingChart,
): Promise<ReadonlyMap<string, ChartData> | undefined> {
  const data = new Map<string, ChartData>();
  let isWhole = true;
  for (const { url, file, path } of chartReferences(spec)) {
    // A path that charts may not read is reported where the data are put into the chart.
    if (file === undefined) continue;
    const result = await from.workspace.readText(`${from.folder}/${file}`);
    if (result.ok) {
      data.set(url, { path: file, text: result.content });
      continue;
    }
    report(unreadableFile(file, result.failure, await siblingsOf(file, from), findChartPlace({ path, part: 'value' }, chart)));
    isWhole = false;
  }
  return isWhole ? data : undefined;
}
