/** Where a problem of a chart lies, as far as the chart alone can say; whoever has read its file finds the line. */
import type { Diagnostic } from '../source/diagnostic.ts';

/** Keys and positions that lead to a value in a specification. */
export type ChartPath = readonly (string | number)[];

/** A key or value of the specification, a word somewhere in it, or a line of a data file. */
export type ChartPlace =
  | { readonly path: ChartPath; readonly part: 'key' | 'value' }
  | { readonly text: string }
  | { readonly url: string; readonly line: number }
  | { readonly url: string; readonly start: number; readonly end: number };

/** Takes a problem of a chart, which lacks only its span. Without a place it concerns the chart as a whole. */
export type ReportChart = (diagnostic: Diagnostic, place?: ChartPlace) => void;

/** The place of a key. */
export const keyAt = (path: ChartPath): ChartPlace => ({ path, part: 'key' });

/** The place of a value. */
export const valueAt = (path: ChartPath): ChartPlace => ({ path, part: 'value' });
