import { describe, expect, it } from 'vitest';
import { parseColor } from '../../../src/engine/drawing/color.ts';
import type { DrawingItem, DrawnPath, DrawnText } from '../../../src/engine/drawing/drawing.ts';
import { type RecordingContext, recordCanvas } from '../../../src/engine/drawing/record-canvas.ts';
import { createLabelSetter } from '../../../src/engine/drawing/set-label.ts';
import type { Diagnostic } from '../../../src/engine/source/diagnostic.ts';
import { library, themeFor } from './chart-test-tools.ts';

const setLabel = createLabelSetter(library, themeFor());

const record = (
  drawOn: (context: RecordingContext) => void,
): { readonly items: readonly DrawingItem[]; readonly problems: readonly Diagnostic[] } => {
  const problems: Diagnostic[] = [];
  const recorder = recordCanvas(setLabel, parseColor('#123456')!, (problem) => problems.push(problem));
  drawOn(recorder.context);
  return { items: recorder.finish(), problems };
};
const firstPath = (drawOn: (context: RecordingContext) => void): DrawnPath => record(drawOn).items[0] as DrawnPath;

describe('recordCanvas', () => {
  it('applies the transform that holds when a point comes, not when the path is filled', () => {
    const { path } = firstPath((context) => {
      context.translate(10, 20);
      context.scale(2, 3);
      context.beginPath();
      context.rect(0, 0, 1, 1);
      context.scale(0.5, 1);
      context.fill();
    });
    expect(path).toEqual({ steps: 'MLLLZ', coordinates: [10, 20, 12, 20, 12, 23, 10, 23] });
  });

  it('draws a full circle as four curves that stay on it', () => {
    const { path } = firstPath((context) => {
      context.beginPath();
      context.arc(0, 0, 10, 0, 2 * Math.PI);
      context.fill();
    });
    expect(path.steps).toBe('MCCCC');
    const ends = [0, 6, 12, 18, 24].map((at) => path.coordinates.slice(at + (at ? 0 : 0), at + 2));
    for (const [x, y] of ends) expect(Math.hypot(x!, y!)).toBeCloseTo(10, 2);
  });

  it('goes the way an arc asks for', () => {
    const lowest = (isCounterclockwise: boolean): number => {
      const { path } = firstPath((context) => {
        context.beginPath();
        context.arc(0, 0, 10, 0, Math.PI, isCounterclockwise);
        context.stroke();
      });
      return Math.max(...path.coordinates.filter((_, index) => index % 2 === 1));
    };
    expect(lowest(false)).toBeGreaterThan(9);
    expect(lowest(true)).toBeLessThan(0.01);
  });

  it('leaves out what would stand nowhere, be endless, or be infinitely wide', () => {
    const { items } = record((context) => {
      for (const number of [Infinity, -Infinity, NaN, 1e300, -1e300]) {
        context.fillText('label', number, 0);
        context.beginPath();
        context.rect(0, 0, 1, 1);
        context.fillStyle = context.createLinearGradient(0, 0, number, 1);
        context.fill();
        context.fillStyle = '#000';
        context.lineWidth = number;
        context.stroke();
        context.lineWidth = 1;
        context.lineDashOffset = number;
        context.stroke();
        context.lineDashOffset = 0;
        context.font = '9px Source Sans 3';
        context.save();
        context.translate(number, 0);
        context.rect(0, 0, 1, 1);
        context.fillText('label', 0, 0);
        context.restore();
      }
    });
    const numbers: number[] = [];
    JSON.stringify(items, (key, value: unknown) => {
      if (typeof value === 'number') numbers.push(value);
      return key === 'parts' ? undefined : value;
    });
    expect(numbers.filter((number) => !(Math.abs(number) <= 1e6))).toEqual([]);
    expect(items.filter(({ kind }) => kind === 'text')).toEqual([]);
  });

  it('keeps the width, dashes and ends of lines, scaled', () => {
    const { stroke } = firstPath((context) => {
      context.scale(2, 2);
      context.lineWidth = 1.5;
      context.lineCap = 'round';
      context.setLineDash([1, 2, 3]);
      context.strokeStyle = 'rgba(255,0,0,0.5)';
      context.globalAlpha = 0.5;
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(5, 5);
      context.stroke();
    });
    expect(stroke).toMatchObject({ width: 3, cap: 'round', join: 'miter', dash: [2, 4, 6, 2, 4, 6], color: { red: 1, alpha: 0.25 } });
  });

  it('draws dashes without gaps as a solid line', () => {
    const { stroke } = firstPath((context) => {
      context.setLineDash([1, 0]);
      context.beginPath();
      context.moveTo(0, 0);
      context.lineTo(5, 5);
      context.stroke();
    });
    expect(stroke?.dash).toEqual([]);
  });

  it('puts what is drawn after a clip inside it until restore, and drops clips with nothing in them', () => {
    const { items } = record((context) => {
      for (const isUsed of [true, false]) {
        context.save();
        context.beginPath();
        context.rect(0, 0, 5, 5);
        context.clip();
        if (isUsed) context.fillRect(1, 1, 1, 1);
        context.restore();
      }
      context.fillRect(9, 9, 1, 1);
    });
    expect(items.map((item) => [item.kind, item.kind === 'clip' ? item.items.length : 0])).toEqual([
      ['clip', 1],
      ['path', 0],
    ]);
  });

  it('keeps a linear gradient with its stops in order and its place transformed', () => {
    const { fill } = firstPath((context) => {
      context.translate(5, 0);
      const gradient = context.createLinearGradient(0, 0, 10, 0);
      gradient.addColorStop(1, 'white');
      gradient.addColorStop(0, 'black');
      context.fillStyle = gradient;
      context.globalAlpha = 0.5;
      context.fillRect(0, 0, 10, 10);
    });
    expect(fill).toMatchObject({
      kind: 'linear-gradient',
      from: [5, 0],
      to: [15, 0],
      stops: [
        { offset: 0, color: { red: 0, alpha: 0.5 } },
        { offset: 1, color: { red: 1 } },
      ],
    });
  });

  it('places text by its alignment and keeps the turn of the canvas', () => {
    const { items } = record((context) => {
      context.font = '600 10px Source Sans 3';
      context.textAlign = 'right';
      context.translate(100, 50);
      context.rotate(-Math.PI / 2);
      context.fillText('Total', 0, 0);
    });
    const [text] = items as readonly DrawnText[];
    const { width } = setLabel('600 10px Source Sans 3', 'Total');
    expect(text!.words[0]!.font.weight).toBe(600);
    expect(text!.size).toBe(10);
    expect(text!.transform.map((value) => Math.round(value * 100) / 100)).toEqual([0, -1, 1, 0, 100, Math.round((50 + width) * 100) / 100]);
  });

  it('knows currentColor and leaves out what is invisible', () => {
    const { items } = record((context) => {
      for (const color of ['currentColor', 'transparent', 'none']) {
        context.fillStyle = color;
        context.fillRect(0, 0, 1, 1);
      }
      context.fillStyle = 'black';
      context.globalAlpha = 0;
      context.fillRect(0, 0, 1, 1);
    });
    expect(items).toHaveLength(1);
    expect((items[0] as DrawnPath).fill).toEqual(parseColor('#123456'));
  });

  it('reports what it cannot keep', () => {
    const { problems } = record((context) => {
      context.drawImage();
      context.createPattern();
      context.strokeText();
      context.fillStyle = context.createRadialGradient(0, 0, 0, 1, 1, 1);
      context.fillRect(0, 0, 1, 1);
      context.fillStyle = 'blakc';
      context.globalCompositeOperation = 'multiply';
      context.fillRect(0, 0, 1, 1);
    });
    expect(problems.map(({ message }) => message)).toEqual([
      'pictures inside charts cannot be printed and look simpler here',
      'patterns cannot be printed and look simpler here',
      'outlined text cannot be printed and look simpler here',
      'radial gradients cannot be printed and look simpler here',
      'blend modes cannot be printed and look simpler here',
      'the chart has a color "blakc" that does not exist; did you mean "black"?',
    ]);
  });

  it('skips points that are not numbers', () => {
    expect(
      record((context) => {
        context.beginPath();
        context.moveTo(Number.NaN, 0);
        context.lineTo(1, Number.POSITIVE_INFINITY);
        context.stroke();
      }).items,
    ).toEqual([]);
  });
});
