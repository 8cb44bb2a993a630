/** What the checks need to know of a chart or a drawing: its specification, and where things stand in its file. */
import type { ChartPlace } from '../drawing/chart-place.ts';
import type { Span } from '../source/source-file.ts';

/** A chart with its data in it, or an SVG file, which has no specification. */
export interface CheckedChart {
  readonly spec: unknown;
  readonly kind: 'vega-lite' | 'vega' | 'svg';
  /** Finds a key or a word in its file. */
  spanOf(place: ChartPlace | undefined): Span;
}

/** The charts and drawings of a booklet by the path that the author wrote. */
export type CheckedCharts = ReadonlyMap<string, CheckedChart>;
