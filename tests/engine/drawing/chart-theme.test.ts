import { describe, expect, it } from 'vitest';
import { chartConfig } from '../../../src/engine/drawing/chart-theme.ts';
import { lightnessOf, parseColor } from '../../../src/engine/drawing/color.ts';
import { themeFor } from './chart-test-tools.ts';

describe('chartThemeOf', () => {
  it('has a palette whose colors a gray printer tells apart', () => {
    const levels = themeFor()
      .palette.map(lightnessOf)
      .sort((one, other) => one - other);
    for (let index = 1; index < levels.length; index++) expect(levels[index]! - levels[index - 1]!).toBeGreaterThan(0.07);
    expect(Math.max(...levels)).toBeLessThan(0.85);
  });

  it('takes colors and sizes from custom properties and passes over what is none', () => {
    const theme = themeFor('en', {
      '--chart-1': '#102030',
      '--chart-2': 'nonsense',
      '--chart-3': 'teal',
      '--chart-grid': 'silver',
      '--chart-size': '9pt',
    });
    expect(theme.palette).toEqual([parseColor('#102030'), parseColor('teal')]);
    expect(theme.gridColor).toEqual(parseColor('silver'));
    expect(theme.labelSize).toBe(9);
    expect(themeFor().labelSize).toBe(8.5);
  });
});

describe('chartConfig', () => {
  it('puts value axes on the side where reading begins', () => {
    expect(chartConfig(themeFor('en'))).toMatchObject({ axisY: { orient: 'left' } });
    expect(chartConfig(themeFor('ar'))).toMatchObject({ axisY: { orient: 'right' } });
  });
});
