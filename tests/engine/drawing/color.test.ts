import { describe, expect, it } from 'vitest';
import { colorNames, formatColor, lightnessOf, parseColor } from '../../../src/engine/drawing/color.ts';

const bytesOf = (text: string): readonly number[] | undefined => {
  const color = parseColor(text);
  return color && [...[color.red, color.green, color.blue].map((part) => Math.round(part * 255)), color.alpha];
};

describe('parseColor', () => {
  it('reads hexadecimal colors of 3, 4, 6 and 8 digits', () => {
    expect(bytesOf('#f80')).toEqual([255, 136, 0, 1]);
    expect(bytesOf('#F808')).toEqual([255, 136, 0, 136 / 255]);
    expect(bytesOf('#16456b')).toEqual([22, 69, 107, 1]);
    expect(bytesOf('#16456b00')).toEqual([22, 69, 107, 0]);
  });

  it('reads functions with commas and with spaces', () => {
    expect(bytesOf('rgb(255, 128, 0)')).toEqual([255, 128, 0, 1]);
    expect(bytesOf('rgba(100%, 50%, 0%, 25%)')).toEqual([255, 128, 0, 0.25]);
    expect(bytesOf('rgb(255 128 0 / 0.5)')).toEqual([255, 128, 0, 0.5]);
    expect(bytesOf('hsl(120, 100%, 25%)')).toEqual([0, 128, 0, 1]);
    expect(bytesOf('hsl(-240deg 100% 25%)')).toEqual([0, 128, 0, 1]);
    expect(bytesOf('hsl(0.5turn 100% 50% / 50%)')).toEqual([0, 255, 255, 0.5]);
    expect(bytesOf('hwb(120 0% 50%)')).toEqual([0, 128, 0, 1]);
    expect(bytesOf('hwb(0 60% 60%)')).toEqual([128, 128, 128, 1]);
  });

  it('holds values inside their range', () => {
    expect(bytesOf('rgb(300, -20, 0)')).toEqual([255, 0, 0, 1]);
  });

  it('knows the names of CSS in any case', () => {
    expect(colorNames()).toHaveLength(148);
    expect(bytesOf('RebeccaPurple')).toEqual([102, 51, 153, 1]);
    expect(bytesOf('grey')).toEqual(bytesOf('gray'));
    expect(bytesOf('transparent')).toEqual([0, 0, 0, 0]);
  });

  it.each([
    '',
    'none',
    'bleu',
    '#12',
    '#12345',
    '#ggg',
    'rgb(1,2)',
    'rgb(1,2,3,4,5)',
    'rgb(a, b, c)',
    'hsl(10%, 1%, 1%)',
    'rgb(1deg 2 3)',
    'hwba(0 0% 0%)',
    'rgb(1 2 3',
  ])('does not take "%s" for a color', (text) => {
    expect(parseColor(text)).toBeUndefined();
  });

  it('reads back what formatColor writes', () => {
    for (const text of ['#000000', '#16456b', 'rgba(22, 69, 107, 0.5)']) expect(formatColor(parseColor(text)!)).toBe(text);
  });
});

describe('lightnessOf', () => {
  it('is 0 for black and 1 for white', () => {
    expect(lightnessOf(parseColor('black')!)).toBe(0);
    expect(lightnessOf(parseColor('white')!)).toBeCloseTo(1);
  });
});
