import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { lightnessOf, parseColor } from '../../../src/engine/drawing/color.ts';
import type { Color } from '../../../src/engine/drawing/drawing.ts';
import { mm } from '../../../src/engine/geometry/length.ts';
import { element, find, styleMarkup } from './style-markup.ts';

const theme = readFileSync(new URL('../../../templates/briefing/theme.css', import.meta.url), 'utf8');
const papers = { a4: [210, 297], letter: [215.9, 279.4], a5: [148, 210] } as const;

// WCAG 2.2, relative luminance and contrast.
function contrastWithWhite(color: Color): number {
  const linear = (part: number): number => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 1.05 / (0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue) + 0.05);
}

const colorOf = (name: string): Color => parseColor(styleMarkup(theme).root.style.custom.get(name)!)!;

describe('the briefing theme', () => {
  it('has no problems on any paper, in either direction', () => {
    for (const [width, height] of Object.values(papers)) {
      for (const language of ['en', 'ar', 'he', 'hi']) {
        const direction = language === 'ar' || language === 'he' ? 'rtl' : 'ltr';
        const kinds = ['key-fact', 'activity', 'facilitator', 'caution', 'source-check', 'note'];
        const tree = [
          element('header', 'class=cover', element('h1'), element('p', 'class=subtitle')),
          ...kinds.map((kind) => element('aside', `class=callout ${kind}`, element('p', 'class=callout-title'), element('p'))),
          element('section', 'class=chapter', element('h2', '', element('span', 'class=number', '1'), 'Title'), element('p')),
        ];
        const { pageStyle, allLines } = styleMarkup(theme, tree, { paper: { width: mm(width), height: mm(height) }, language, direction });
        for (const name of ['', 'cover'])
          for (const side of ['left', 'right'] as const) pageStyle({ name, side, isFirst: false, isBlank: false });
        expect(allLines()).toEqual([]);
      }
    }
  });

  it('survives a photocopier: strong accent, faint tint, chart colors apart in gray', () => {
    expect(contrastWithWhite(colorOf('--accent'))).toBeGreaterThan(7);
    expect(contrastWithWhite(colorOf('--quiet'))).toBeGreaterThan(7);
    expect(lightnessOf(colorOf('--tint'))).toBeGreaterThan(0.92);
    const grays = [1, 2, 3, 4, 5, 6].map((number) => lightnessOf(colorOf(`--chart-${number}`)));
    expect(Math.abs(grays[0]! - grays[1]!)).toBeGreaterThan(0.3);
    expect(new Set(grays.map((gray) => gray.toFixed(2))).size).toBe(6);
  });

  it('keeps the wide margin outside and the folio under it', () => {
    const { pageStyle } = styleMarkup(theme);
    const left = pageStyle({ name: '', side: 'left', isFirst: false, isBlank: false });
    const right = pageStyle({ name: '', side: 'right', isFirst: false, isBlank: false });
    expect(left.margin.left).toBe(right.margin.right);
    expect(left.margin.left).toBeGreaterThan(left.margin.right);
    // The other head is the inner corner: the first and last entry of a glossary.
    expect(left.marginBoxes.map((box) => box.name)).toEqual(['top-left', 'top-right', 'bottom-left']);
    expect(right.marginBoxes.map((box) => box.name)).toEqual(['top-left', 'top-right', 'bottom-right']);
    for (const inner of [left.marginBoxes[1], right.marginBoxes[0]])
      expect(inner?.content).toEqual([{ kind: 'string', name: 'entry', which: 'range' }]);
  });

  it('leaves the cover without furniture', () => {
    const { pageStyle, root } = styleMarkup(theme, [element('header', 'class=cover', element('h1', '', 'T'))]);
    expect(pageStyle({ name: 'cover', side: 'right', isFirst: true, isBlank: false }).marginBoxes).toEqual([]);
    expect(find(root, 'header').style.page).toBe('cover');
  });

  it('hyphenates and justifies Latin text only where lines are long', () => {
    const tree = [element('p', 'id=a'), element('aside', 'class=callout note', element('p', 'id=b'))];
    expect(find(styleMarkup(theme, tree).root, 'a').style).toMatchObject({
      textAlign: 'justify',
      hyphens: 'auto',
      fontSize: 10.5,
      lineHeight: 15,
    });
    expect(find(styleMarkup(theme, tree).root, 'b').style).toMatchObject({ textAlign: 'start', hyphens: 'manual' });
    const arabic = styleMarkup(theme, tree, { language: 'ar', direction: 'rtl' });
    expect(find(arabic.root, 'a').style).toMatchObject({
      hyphens: 'manual',
      fontFamily: ['Noto Naskh Arabic', 'Source Serif 4'],
      letterSpacing: 0,
    });
  });
});
