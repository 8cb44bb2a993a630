/**
 * A Vega or Vega-Lite chart becomes a Drawing.
 *
 * Vega runs without a browser and without waiting: data are inlined, texts are measured with the booklet's
 * fonts, time is UTC and chance is repeatable. Its own canvas renderer then draws on a recorder. This is the only
 * way to Vega; import it lazily, because loading Vega takes longer than drawing a chart.
 */
import { CanvasRenderer, font, locale, parse, random, randomLCG, setRandom, textMetrics, View } from 'vega';
import type { Pt } from '../geometry/length.ts';
import type { FontLibrary } from '../text/font-library.ts';
import { ChartTooLarge, createChartBudget } from './chart-budget.ts';
import { chartLocale } from './chart-locale.ts';
import { keyAt, type ReportChart } from './chart-place.ts';
import { type Bounds, labelsCollide, mirrorLegends, type Scene, showsData } from './chart-scene.ts';
import { type ChartTheme, chartConfig } from './chart-theme.ts';
import { checkChart } from './check-chart.ts';
import { checkChartFields } from './check-chart-fields.ts';
import { compileVegaLite, loggerFor, placeNamedIn, readableMessage } from './compile-vega-lite.ts';
import type { Drawing } from './drawing.ts';
import { guardTransforms } from './guard-vega.ts';
import { interpretExpressions } from './interpret-expressions.ts';
import { farthest } from './path-pen.ts';
import { chartTooLarge, emptyChart, failedChart, notAChart, shrunkChart } from './problems.ts';
import { recordCanvas } from './record-canvas.ts';
import { restrictVega } from './restrict-vega.ts';
import { createLabelSetter, type LabelSetter } from './set-label.ts';

/** A chart to draw. */
export interface ChartInput {
  /** The parsed specification; data files are already in it (see chart-data.ts). */
  readonly spec: unknown;
  readonly kind: 'vega-lite' | 'vega';
  /** Width of the drawing; a chart with a smaller `width` of its own keeps that. */
  readonly width: Pt;
  readonly theme: ChartTheme;
  /** A `TextContext` is one. */
  readonly context: { readonly library: FontLibrary };
}

/** Draws a chart; undefined, after an error was reported, when there is nothing to draw. The same input gives the same drawing. */
export function drawChart(input: ChartInput, report: ReportChart): Drawing | undefined {
  const said = new Set<string>();
  const reportOnce: ReportChart = (diagnostic, place) => {
    const identity = `${diagnostic.message} ${JSON.stringify(place)}`;
    if (said.has(identity)) return;
    said.add(identity);
    report(diagnostic, place);
  };
  const spec = input.spec;
  if (!isFields(spec)) {
    reportOnce(notAChart());
    return undefined;
  }
  const setLabel = createLabelSetter(input.context.library, input.theme);
  const restore = takeOver(setLabel);
  try {
    // What is drawn of a chart with a wrong name in it would only bring forth complaints about names that are not the author's.
    return input.kind === 'vega-lite' && !isSound(spec, reportOnce) ? undefined : draw(spec, input, setLabel, reportOnce);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (error instanceof ChartTooLarge) reportOnce(chartTooLarge(reason));
    else if (error instanceof RangeError) reportOnce(failedChart('it is nested too deeply or asks for too much'));
    else reportOnce(failedChart(readableMessage(reason)), placeNamedIn(reason));
    return undefined;
  } finally {
    restore();
  }
}

function isSound(spec: Fields, report: ReportChart): boolean {
  let isWhole = true;
  const watch: ReportChart = (diagnostic, place) => {
    if (diagnostic.severity === 'error') isWhole = false;
    report(diagnostic, place);
  };
  checkChart(spec, watch);
  checkChartFields(spec, watch);
  return isWhole;
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value);

// Vega keeps its text measuring, its dice and its transforms in the module; they are ours while a chart is drawn.
function takeOver(setLabel: LabelSetter): () => void {
  const widthBefore = textMetrics.width;
  const randomBefore = random;
  textMetrics.width = (item, text) => {
    const width = text === null || text === undefined ? 0 : setLabel(font(item), String(text).trim()).width;
    return item.limit !== undefined && item.limit > 0 ? Math.min(width, item.limit) : width;
  };
  setRandom(randomLCG(1));
  const unguard = guardTransforms();
  return () => {
    unguard();
    textMetrics.width = widthBefore;
    setRandom(randomBefore);
  };
}

function draw(spec: Fields, input: ChartInput, setLabel: LabelSetter, report: ReportChart): Drawing | undefined {
  const view = input.kind === 'vega' ? runVega(spec, input, report) : runVegaLite(spec, input, report);
  try {
    const bounds = view.bounds();
    const natural = bounds.x2 - bounds.x1;
    if (!view.showsData()) report(emptyChart('data' in spec), keyAt(['data']));
    if (!(natural > 0)) return undefined;
    if (!(Math.max(natural, bounds.y2 - bounds.y1) < farthest)) {
      throw new Error('a mark is larger than any page, which happens when a value is no number');
    }
    return record(view, bounds, input, { setLabel, report });
  } finally {
    view.finalize();
  }
}

interface Recording {
  readonly setLabel: LabelSetter;
  readonly report: ReportChart;
}

function record(view: ChartView, bounds: Bounds, { theme, width }: ChartInput, { setLabel, report }: Recording): Drawing {
  const natural = bounds.x2 - bounds.x1;
  const height = bounds.y2 - bounds.y1;
  // Half a point more is rounding of Vega's, and needs no smaller letters.
  const scale = natural > width + 0.5 ? width / natural : 1;
  if (scale < 0.95) report(shrunkChart(Math.round(scale * 100), Math.round(theme.labelSize * scale * 10) / 10));
  const isRightToLeft = theme.direction === 'rtl';
  if (isRightToLeft) mirrorLegends(view.root());
  // A chart narrower than its place stands where reading begins.
  const spare = isRightToLeft ? Math.max(0, width - natural) : 0;
  const recorder = recordCanvas(setLabel, theme.textColor, report);
  new CanvasRenderer(refusingLoader)
    .initialize(null, Math.max(natural, width), height, [spare - bounds.x1, -bounds.y1], scale, { externalContext: recorder.context })
    .render(view.root());
  return { width, height: height * scale, items: recorder.finish() };
}

function runVega(spec: Fields, { width, theme }: ChartInput, report: ReportChart): ChartView {
  return runView(restrictVega(withSize(spec, width), report), chartConfig(theme), theme, report);
}

function runVegaLite(spec: Fields, { width, theme }: ChartInput, report: ReportChart): ChartView {
  const run = (turnsLabels: boolean): ChartView => {
    const compiled = compileVegaLite(spec, { width, theme, turnsLabels }, report);
    const view = runView(restrictVega(compiled.vega, report), {}, theme, report);
    if (compiled.panelWidth !== undefined) fitPanels(view, compiled.panelWidth, width);
    return view;
  };
  const view = run(false);
  if (!labelsCollide(view.root())) return view;
  view.finalize();
  return run(true);
}

// A Vega chart without its own size gets the width of the page and the shape of a postcard.
function withSize(spec: Fields, width: Pt): Fields {
  const ownWidth = typeof spec.width === 'number' ? Math.min(spec.width, width) : width;
  const isSized = 'width' in spec && typeof spec.width !== 'number';
  return {
    autosize: { type: 'fit-x', contains: 'padding' },
    height: Math.round(width * 0.5),
    padding: 0,
    ...spec,
    ...(!isSized && { width: ownWidth }),
  };
}

interface ChartView {
  root(): Scene;
  bounds(): Bounds;
  showsData(): boolean;
  finalize(): void;
  /** Names of the signals that have this value. */
  signalsOf(value: number): readonly string[];
  /** Sets signals and lays the chart out again. */
  update(signals: readonly string[], value: number): void;
}

/** Files are read before a chart is drawn; whatever still wants one is refused, and says so. */
const refusingLoader = {
  load: () => Promise.reject(new Error('charts cannot load files')),
  sanitize: () => Promise.reject(new Error('charts cannot load files')),
  http: () => Promise.reject(new Error('charts cannot load files')),
  file: () => Promise.reject(new Error('charts cannot load files')),
};

function runView(vega: Fields, config: Fields, theme: ChartTheme, report: ReportChart): ChartView {
  let failure: unknown;
  const logger = loggerFor(withoutFalseAlarms(report, vega), (error) => {
    failure ??= error;
  });
  const runtime = parse(vega as never, config as never, { ast: true });
  const options = { renderer: 'none', loader: refusingLoader, logger, expr: interpretExpressions(createChartBudget()) };
  const view = new View(runtime, options as never);
  view.locale(localeOf(theme.language) as never);
  const run = (): void => {
    view.run();
    if (failure !== undefined) throw failure;
  };
  run();
  const root = (): Scene => (view.scenegraph() as unknown as { readonly root: Scene }).root;
  const signalNames = [vega.signals ?? []]
    .flat()
    .flatMap((signal) => (isFields(signal) && typeof signal.name === 'string' ? [signal.name] : []));
  return {
    root,
    bounds: () => root().bounds ?? { x1: 0, y1: 0, x2: 0, y2: 0 },
    showsData: () => showsData(root()),
    finalize: () => void view.finalize(),
    signalsOf: (value) => signalNames.filter((name) => view.signal(name) === value),
    update: (names, value) => {
      for (const name of names) view.signal(name, value);
      run();
    },
  };
}

// Vega says of a scale that it is empty while its data are still on the way.
function withoutFalseAlarms(report: ReportChart, vega: Fields): ReportChart {
  const sources = [vega.data ?? []].flat().filter(isFields);
  const hasNumbers = (field: string): boolean =>
    sources.some(
      ({ values }) =>
        Array.isArray(values) && values.some((row: unknown) => isFields(row) && Number.isFinite(Number.parseFloat(String(row[field])))),
    );
  return (diagnostic, place) => {
    const field = /the column "([^"]*)" has no numbers/.exec(diagnostic.message)?.[1];
    if (field === undefined || !hasNumbers(field)) report(diagnostic, place);
  };
}

// Vega formats years with the digits 0 to 9 even where numbers have others.
function localeOf(language: string): object {
  const definition = chartLocale(language);
  const base = locale(definition.number, definition.time);
  const digits = definition.number.numerals;
  if (!digits) return base;
  const withDigits =
    (name: string) =>
    (specifier: unknown): ((value: unknown) => string) => {
      const write = base[name]!(specifier);
      return (value) => write(value).replace(/[0-9]/g, (digit) => digits[Number(digit)]!);
    };
  return { ...base, utcFormat: withDigits('utcFormat'), timeFormat: withDigits('timeFormat') };
}

// The whole width depends on the width of panels in a straight line: two looks give the line, a third the fit.
function fitPanels(view: ChartView, panelWidth: Pt, width: Pt): void {
  const names = view.signalsOf(panelWidth).filter((name) => name.endsWith('width'));
  if (names.length === 0) return;
  const widthNow = (): number => view.bounds().x2 - view.bounds().x1;
  const first = widthNow();
  view.update(names, panelWidth / 2);
  const growth = (first - widthNow()) / (panelWidth / 2);
  if (!(growth > 0)) return;
  const wanted = panelWidth + (width - first) / growth;
  // Narrower than 24 pt a panel says nothing; then the whole chart is made smaller instead.
  view.update(names, Math.max(24, wanted));
}
