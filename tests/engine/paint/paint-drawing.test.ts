/** Drawings as SVG: what is drawn where, and letters that stay text. */
import { describe, expect, it } from 'vitest';
import type { Color, Drawing, DrawingItem } from '../../../src/engine/drawing/drawing.ts';
import { paintDrawing } from '../../../src/engine/paint/svg/paint-drawing.ts';
import { createWord, type Font, type ShapedWord } from '../../../src/engine/text/font.ts';
import { squareFont } from '../../support/square-text.ts';

const red: Color = { red: 1, green: 0, blue: 0, alpha: 1 };
const black: Color = { red: 0, green: 0, blue: 0, alpha: 0.5 };

const paint = (...items: readonly DrawingItem[]): string =>
  paintDrawing({ width: 100, height: 50.126, items } satisfies Drawing, { idPrefix: 'd-', alt: 'A "line" & more', className: 'chart' });

const word = (text: string, isRightToLeft = false, font: Font = squareFont): ShapedWord =>
  createWord({ font, text, glyphs: new Int32Array(0), advance: 500 * text.length, isRightToLeft });

/** Sets words of 10 pt one after another, as they stand from left to right. */
const line = (...words: readonly ShapedWord[]): DrawingItem => {
  let width = 0;
  const offsets = words.map(({ advance }) => {
    const offset = width;
    width += advance / 100;
    return offset;
  });
  return { kind: 'text', transform: [1, 0, 0, 1, 20, 30], size: 10, words, offsets, color: red };
};

const path = { steps: 'MLCZ', coordinates: [0, 0, 10.004, 0, 1, 2, 3, 4, 5, 6] };

describe('a drawing as SVG', () => {
  it('has a size, and a name for those who do not see it', () => {
    expect(paint()).toMatch(
      /^<svg [^>]*class="chart" role="img" aria-label="A &quot;line&quot; &amp; more" viewBox="0 0 100 50.13" width="100" height="50.13"/,
    );
    const plain = paintDrawing({ width: 1, height: 1, items: [] }, { idPrefix: 'd', alt: '', className: 'x' });
    expect(plain).toContain('aria-hidden="true"');
    expect(plain).not.toContain('role=');
  });

  it('has paths with their fills and strokes', () => {
    const stroke = { color: black, width: 1.5, cap: 'round', join: 'miter', miterLimit: 10, dash: [3, 1], dashOffset: 0 } as const;
    expect(paint({ kind: 'path', path, fill: red, fillRule: 'evenodd', stroke })).toContain(
      '<path d="M0 0L10 0C1 2 3 4 5 6Z" fill="#ff0000" fill-rule="evenodd" stroke="#000000" stroke-opacity="0.5" stroke-width="1.5" stroke-linecap="round" stroke-miterlimit="10" stroke-dasharray="3 1"/>',
    );
    expect(paint({ kind: 'path', path, stroke })).toContain('fill="none"');
  });

  it('names gradients and clips apart', () => {
    const gradient = {
      kind: 'linear-gradient',
      from: [0, 0],
      to: [10, 0],
      stops: [
        { offset: 0, color: red },
        { offset: 1, color: black },
      ],
    } as const;
    const clip: DrawingItem = { kind: 'clip', path, items: [{ kind: 'path', path, fill: gradient }] };
    const svg = paint(clip, clip);
    const ids = [...svg.matchAll(/ id="([^"]*)"/g)].map((match) => match[1]);
    expect(ids).toEqual(['d-1', 'd-2', 'd-3', 'd-4']);
    expect(svg).toContain('<stop offset="1" stop-color="#000000" stop-opacity="0.5"/>');
    expect(svg).toMatch(/<g clip-path="url\(#d-1\)">.*fill="url\(#d-2\)".*<\/g>/);
  });

  it('keeps letters as text of the measured width', () => {
    expect(paint(line(word('A <b>'), word(' '), word('c'), word(' ')))).toContain(
      '<text x="20" y="30" font-size="10" fill="#ff0000" textLength="35" lengthAdjust="spacingAndGlyphs">A &lt;b&gt; c</text>',
    );
    expect(paint({ ...line(word('up')), transform: [0, -1, 1, 0, 5, 6] } as DrawingItem)).toContain('transform="matrix(0 -1 1 0 5 6)"');
  });

  it('cuts text where the direction or the font changes, and puts words in the order of reading', () => {
    const bold: Font = { ...squareFont, key: 'bold', weight: 700 };
    const svg = paint(line(word('ba', true), word(' ', true), word('dc', true), word('12'), word('x', false, bold)));
    expect(svg).toContain(
      '<text x="20" y="30" direction="rtl" text-anchor="end" font-size="10" fill="#ff0000" textLength="25" lengthAdjust="spacingAndGlyphs">dc ba</text>',
    );
    expect(svg).toMatch(/<text x="45" y="30" font-size[^>]*>12<\/text>/);
    expect(svg).toMatch(/<text x="55" y="30" font-family="'Square', sans-serif" font-weight="700"[^>]*>x<\/text>/);
  });

  it('does not depend on the direction of the page', () => {
    expect(paint()).toContain('direction="ltr"');
  });
});
