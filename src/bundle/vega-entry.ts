/** What the lazily loaded bundle holds: Vega and Vega-Lite, which only a booklet with charts needs. */
export * as vega from 'vega';
export * as vegaLite from 'vega-lite';
