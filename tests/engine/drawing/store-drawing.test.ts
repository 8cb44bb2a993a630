/** Drawn charts as text: what comes back is what was drawn, or nothing. */
import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../../src/engine/drawing/drawing.ts';
import {
  type FinishedDrawing,
  formatDrawings,
  parseDrawings,
  restoreDrawing,
  storeDrawing,
} from '../../../src/engine/drawing/store-drawing.ts';
import type { FontLibrary } from '../../../src/engine/text/font-library.ts';
import { describeItems, draw, library, themeFor } from './chart-test-tools.ts';

const rain = {
  values: [
    { month: 'May', fall: 3 },
    { month: 'מאי', fall: 8.25 },
    { month: 'أيار', fall: -1e-7 },
  ],
};
const spec = {
  data: rain,
  mark: { type: 'bar', clip: true },
  encoding: { y: { field: 'month' }, x: { field: 'fall', type: 'quantitative' }, color: { field: 'fall', type: 'quantitative' } },
};

function drawn(): FinishedDrawing {
  const { drawing, problems, places } = draw(spec, { theme: themeFor('ar') });
  return {
    drawing: drawing!,
    problems: problems.map((diagnostic, index) => ({ diagnostic, ...(places[index] && { place: places[index] }) })),
    requests: [{ families: ['Noto Sans Arabic'], weight: 400, style: 'normal' }],
  };
}

/** Everything that a painter can see. */
const seen = ({ width, height, items }: Drawing): string => `${width} ${height} ${describeItems({ width, height, items })}`;

const throughText = (chart: FinishedDrawing): FinishedDrawing | undefined => {
  const text = formatDrawings(new Map([['look', storeDrawing(chart, library)]]));
  return restoreDrawing(parseDrawings(text).get('look')!, library);
};

describe('a drawn chart that is kept', () => {
  it('comes back as it was, with words in three scripts, gradients and clipped groups', () => {
    const chart = drawn();
    const kinds = JSON.stringify(chart.drawing.items.map((item) => item.kind));
    expect(kinds).toContain('clip');
    expect(describeItems(chart.drawing)).toContain('linear-gradient');
    const restored = throughText(chart)!;
    expect(seen(restored.drawing)).toBe(seen(chart.drawing));
    expect(restored.problems).toEqual(chart.problems);
    expect(restored.requests).toEqual(chart.requests);
  });

  it('shows the fonts of the library that it comes back to', () => {
    const [font] = throughText(drawn())!.drawing.items.flatMap((item) => (item.kind === 'text' ? item.words.map((word) => word.font) : []));
    expect(font).toBe(library.fontNamed(font!.key));
  });

  it('asks again for the fonts that it asked for', () => {
    const asked: string[] = [];
    const watched: FontLibrary = {
      ...library,
      firstFont(request) {
        asked.push(request.families.join());
        return library.firstFont(request);
      },
    };
    restoreDrawing(storeDrawing(drawn(), library), watched);
    expect(asked).toEqual(['Noto Sans Arabic']);
  });

  it('does not come back when a font is gone or has become another file', () => {
    const stored = storeDrawing(drawn(), library);
    expect(restoreDrawing(stored, { ...library, fontNamed: () => undefined })).toBeUndefined();
    const other = library.fontNamed('source-serif-4-400')!;
    expect(restoreDrawing(stored, { ...library, fontNamed: () => other })).toBeUndefined();
  });

  it('is read only when every letter is as it was written', () => {
    const text = formatDrawings(new Map([['look', storeDrawing(drawn(), library)]]))!;
    expect([...parseDrawings(text).keys()]).toEqual(['look']);
    const digit = text.lastIndexOf('1');
    for (const damaged of [
      '',
      '\n',
      'nonsense',
      text.slice(0, -1),
      text.slice(1),
      `${text.slice(0, digit)}2${text.slice(digit + 1)}`,
      `${text}\n`,
    ])
      expect(parseDrawings(damaged).size, damaged.slice(0, 20)).toBe(0);
    expect(parseDrawings(undefined).size).toBe(0);
  });

  it('is not kept with numbers that JSON cannot hold', () => {
    const chart = drawn();
    const broken = { ...chart, drawing: { ...chart.drawing, height: Number.NaN } };
    expect(formatDrawings(new Map([['look', storeDrawing(broken, library)]]))).toBeUndefined();
  });
});
