/** What the checks need to know of a chart: its specification, and where things stand in its file. */
import type { ChartPlace } from '../drawing/chart-place.ts';
import type { Span } from '../source/source-file.ts';

/** A chart with its data in it. */
export interface CheckedChart {
  readonly spec: unknown;
  readonly kind: 'vega-lite' | 'vega';
  /** Finds a key or a word in the chart's file. */
  spanOf(place: ChartPlace | undefined): Span;
}

/** The charts of a booklet by the path that the author wrote. */
export type CheckedCharts = ReadonlyMap<string, CheckedChart>;
