/**
 * Draws the charts of a booklet, or takes them as an earlier build has drawn them: then Vega is not even loaded.
 *
 * Only while a chart is asked for is it known in which width and look it is wanted, and loading must wait, which drawing
 * cannot. So Vega is loaded beforehand for charts that were never drawn, and otherwise work begins again when it is missed.
 */
import type { ChartPlace } from './drawing/chart-place.ts';
import type { ChartTheme } from './drawing/chart-theme.ts';
import type { drawChart } from './drawing/draw-chart.ts';
import type { Drawing } from './drawing/drawing.ts';
import { type DrawingKeeper, type Drawn, type KeptDrawings, noteRequests } from './drawing-keeper.ts';
import { type ChartFile, findChartPlace } from './find-chart-place.ts';
import type { Pt } from './geometry/length.ts';
import type { Report } from './source/diagnostic.ts';
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
export function createChartDrawer(keeper: DrawingKeeper, library: FontLibrary): ChartDrawer {
  const kept = new Map<DrawableChart, KeptDrawings<ChartPlace>>();
  let vega: { readonly drawChart: typeof drawChart } | undefined;

  const keptOf = (chart: DrawableChart): KeptDrawings<ChartPlace> => {
    let known = kept.get(chart);
    if (!known) kept.set(chart, (known = keeper([chart.kind, chart.madeOf])));
    return known;
  };
  const loadVega = async (): Promise<void> => {
    vega ??= await import('./drawing/draw-chart.ts');
  };
  const drawAnew = (chart: DrawableChart, { width, theme }: DrawingLook): Drawn<ChartPlace> => {
    if (!vega) throw new VegaMissing();
    const problems: Drawn<ChartPlace>['problems'][number][] = [];
    const noting = noteRequests(library);
    const drawing = vega.drawChart({ spec: chart.spec, kind: chart.kind, width, theme, context: noting }, (diagnostic, place) => {
      problems.push({ diagnostic, ...(place && { place }) });
    });
    return { drawing, problems, requests: noting.requests() };
  };

  return {
    async prepare(charts) {
      if (charts.some((chart) => !keptOf(chart).isKnown)) await loadVega();
    },
    draw(chart, look, report) {
      const lookKey = JSON.stringify(look);
      let drawn = keptOf(chart).take(lookKey);
      if (!drawn) {
        drawn = drawAnew(chart, look);
        keptOf(chart).keep(lookKey, drawn);
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

/** Ends work that cannot go on without Vega. */
class VegaMissing extends Error {
  constructor() {
    super('a chart was asked for outside of the work that may draw charts');
  }
}
