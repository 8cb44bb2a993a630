/** Problems of charts are shown where the wrong word stands in the chart's file. */
import { describe, expect, it } from 'vitest';
import { readYaml } from '../../src/engine/content/read-yaml.ts';
import { type ChartPlace, keyAt, valueAt } from '../../src/engine/drawing/chart-place.ts';
import { findChartPlace } from '../../src/engine/find-chart-place.ts';
import { createSourceFile } from '../../src/engine/source/source-file.ts';

const text = `title: Use of water
data: { values: [{ kind: blue, tons: 3 }] }
layer:
  - mark: bar
  - mark: { type: rule, color: blue }
    encoding:
      x: { field: tons, axis: { title: >-
        Tons of water
        in a year } }
`;

const found = (place: ChartPlace | undefined): string => {
  const file = createSourceFile(0, 'charts/use.vl.yaml', text.replace(/\{ title: >-\n.*\n.*/, '{ title: "Tons\n        in a year" } }'));
  const span = findChartPlace(place, { file, root: readYaml(file, () => {})! });
  return `${span.start === file.text.lastIndexOf('blue') ? 'last ' : ''}${file.text.slice(span.start, span.end)}`;
};

describe('findChartPlace', () => {
  it('finds keys and values', () => {
    expect(found(keyAt(['layer', 1, 'encoding', 'x']))).toBe('x');
    expect(found(valueAt(['layer', 1, 'encoding', 'x', 'field']))).toBe('tons');
    expect(found(valueAt(['layer', 0, 'mark']))).toBe('bar');
  });

  it('marks the key of a value that is a group or a list', () => {
    expect(found(valueAt(['layer']))).toBe('layer');
    expect(found(valueAt(['layer', 1, 'mark']))).toBe('mark');
  });

  it('finds the nearest thing around what is not in the file', () => {
    expect(found(valueAt(['layer', 0, 'mark', 'type']))).toBe('bar');
    expect(found(keyAt(['layer', 1, 'encoding', 'y', 'field']))).toBe('encoding');
  });

  it('prefers words of the chart to words of its data', () => {
    expect(found({ text: 'blue' })).toBe('last blue');
    expect(found({ text: 'Use of' })).toBe('Use of water');
    expect(found({ text: 'kind' })).toBe('kind');
  });

  it('marks no more than one line', () => {
    expect(found({ text: 'in a year' })).toBe('"Tons');
  });

  it('marks the first key when there is no place or nothing is found', () => {
    expect(found(undefined)).toBe('title');
    expect(found({ text: 'nowhere in the file' })).toBe('title');
  });
});
