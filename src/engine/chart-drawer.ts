/**
 * Draws the charts of a booklet, or takes them as an earlier build has drawn them: then Vega is not even loaded.
 *
 * Only while a chart is asked for is it known in which width and look it is wanted, and loading must wait, which drawing
 * cannot. So Vega is loaded beforehand for charts that were never drawn, and otherwise work begins again when it is missed.
 */
import type { ChartTheme } from './drawing/chart-theme.ts';
import type { drawChart } from './drawing/draw-chart.ts';
import type { Drawing } from './drawing/drawing.ts';
import { type DrawnChart, formatCharts, parseCharts, restoreChart, type StoredChart, storeChart } from './drawing/store-drawing.ts';
import { type ChartFile, findChartPlace } from './find-chart-place.ts';
import type { Pt } from './geometry/length.ts';
import type { Report } from './source/diagnostic.ts';
import { hashText } from './source/hash.ts';
import type { Resources } from './source/workspace.ts';
import type { FontRequest, TextStyle } from './text/font.ts';
import { nameFonts } from './text/font-families.ts';
import type { FontLibrary } from './text/font-library.ts';

/** A chart with its data in it. */
export interface DrawableChart {
  readonly spec: unknown;
  readonly kind: 'vega-lite' | 'vega';
  readonly file: ChartFile;
  /** Names and texts of everything that the specification was made of. */
  readonly madeOf: readonly string[];
}

/** How a chart is wanted. */
export interface DrawingLook {
  readonly width: Pt;
  readonly theme: ChartTheme;
}

/** Draws charts with the fonts of one compilation. */
export interface ChartDrawer {
  /** Loads Vega unless each of the charts was drawn before. */
  prepare(charts: readonly DrawableChart[]): Promise<void>;
  /** Draws a chart; undefined, after an error was reported, when there is nothing to draw. Call it inside the work of `drawing` only. */
  draw(chart: DrawableChart, look: DrawingLook, report: Report): Drawing | undefined;
  /** Runs work that draws prepared charts. It may run twice, and then says some things twice. */
  drawing<Made>(work: () => Made): Promise<Made>;
}

/** Makes the drawer of one compilation. */
export function createChartDrawer(resources: Resources, library: FontLibrary): ChartDrawer {
  const { drawings } = resources;
  const kept = new Map<DrawableChart, KeptDrawings>();
  let faces: readonly string[] | undefined;
  let vega: { readonly drawChart: typeof drawChart } | undefined;

  const keptOf = (chart: DrawableChart): KeptDrawings => {
    let known = kept.get(chart);
    if (!known) {
      faces ??= nameFonts(resources);
      const key = drawings ? hashText(JSON.stringify([chart.kind, chart.madeOf, faces])) : '';
      kept.set(chart, (known = { key, looks: parseCharts(drawings?.read(key)) }));
    }
    return known;
  };
  const loadVega = async (): Promise<void> => {
    vega ??= await import('./drawing/draw-chart.ts');
  };
  const drawAnew = (chart: DrawableChart, { width, theme }: DrawingLook): Drawn => {
    if (!vega) throw new VegaMissing();
    const problems: DrawnChart['problems'][number][] = [];
    const noting = noteRequests(library);
    const drawing = vega.drawChart({ spec: chart.spec, kind: chart.kind, width, theme, context: noting }, (diagnostic, place) => {
      problems.push({ diagnostic, ...(place && { place }) });
    });
    return { drawing, problems, requests: noting.requests() };
  };
  const keep = (chart: DrawableChart, look: string, { drawing, ...rest }: Drawn): void => {
    if (!drawings || !drawing) return;
    const { key, looks } = keptOf(chart);
    looks.set(look, storeChart({ drawing, ...rest }, library));
    for (const oldest of looks.keys()) if (looks.size > mostLooks) looks.delete(oldest);
    const content = formatCharts(looks);
    if (content !== undefined) drawings.write(key, content);
  };

  return {
    async prepare(charts) {
      if (charts.some((chart) => keptOf(chart).looks.size === 0)) await loadVega();
    },
    draw(chart, look, report) {
      const lookKey = JSON.stringify(look);
      const stored = keptOf(chart).looks.get(lookKey);
      let drawn: Drawn | undefined = stored && restoreChart(stored, library);
      if (!drawn) {
        drawn = drawAnew(chart, look);
        keep(chart, lookKey, drawn);
      }
      for (const { diagnostic, place } of drawn.problems) report({ ...diagnostic, span: findChartPlace(place, chart.file) });
      return drawn.drawing;
    },
    async drawing(work) {
      try {
        return work();
      } catch (error) {
        if (!(error instanceof VegaMissing)) throw error;
        await loadVega();
        return work();
      }
    },
  };
}

/** Editions, twins and their widths make about eight; more are left over from looks that were tried out. */
const mostLooks = 16;

/** Ends work that cannot go on without Vega. */
class VegaMissing extends Error {
  constructor() {
    super('a chart was asked for outside of the work that may draw charts');
  }
}

/** What earlier builds have drawn of a chart, by look. */
interface KeptDrawings {
  readonly key: string;
  readonly looks: Map<string, StoredChart>;
}

type Drawn = Omit<DrawnChart, 'drawing'> & { readonly drawing: Drawing | undefined };

/** Words that are known already ask for no font again, so what counts is for which styles words are looked up. */
function noteRequests(library: FontLibrary): { readonly library: FontLibrary; requests(): readonly FontRequest[] } {
  const styles = new Set<TextStyle>();
  return {
    library: {
      ...library,
      words: {
        ...library.words,
        wordsOf(style, rtl) {
          styles.add(style);
          return library.words.wordsOf(style, rtl);
        },
      },
    },
    requests: () => [...styles].map(({ families, weight, style }) => ({ families, weight, style })),
  };
}
