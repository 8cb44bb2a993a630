/** The names that a Vega-Lite chart may use, from the JSON Schema of Vega-Lite 6.4; a test compares them with it. */

/** Keys of a chart or of one of its parts. */
export const viewKeys: readonly string[] =
  '$schema align autosize background bounds center columns concat config data datasets description encoding facet hconcat height layer mark name padding params projection repeat resolve spacing spec title transform usermeta vconcat view width'.split(
    ' ',
  );

/** Keys that hold what is drawn; a chart needs one of them. */
export const drawingKeys: readonly string[] = ['mark', 'layer', 'facet', 'hconcat', 'vconcat', 'concat', 'repeat', 'spec'];

/** Marks, with those that are made of several. */
export const markTypes: readonly string[] =
  'arc area bar boxplot circle errorband errorbar geoshape image line point rect rule square text tick trail'.split(' ');

/** Channels of an encoding. */
export const channels: readonly string[] =
  'angle color column description detail facet fill fillOpacity href key latitude latitude2 longitude longitude2 opacity order radius radius2 row shape size stroke strokeDash strokeOpacity strokeWidth text theta theta2 time tooltip url x x2 xError xError2 xOffset y y2 yError yError2 yOffset'.split(
    ' ',
  );

/** Keys of a channel. */
export const channelKeys: readonly string[] =
  'aggregate align axis bandPosition bin bounds center columns condition datum field format formatType header impute legend rescale scale sort spacing stack timeUnit title type value'.split(
    ' ',
  );

/** Types of fields. */
export const fieldTypes: readonly string[] = ['quantitative', 'nominal', 'ordinal', 'temporal', 'geojson'];

/** Ways to summarize a column. */
export const aggregates: readonly string[] =
  'argmax argmin average ci0 ci1 count distinct exponential exponentialb max mean median min missing product q1 q3 stderr stdev stdevp sum valid values variance variancep'.split(
    ' ',
  );

/** The key of each transform that says what it does. */
export const transformKeys: readonly string[] =
  'aggregate bin calculate density extent filter flatten fold impute joinaggregate loess lookup pivot quantile regression sample stack timeUnit window'.split(
    ' ',
  );
