import { describe, expect, it } from 'vitest';
import type { PageQuery, PageStyle } from '../../../src/engine/style/style.ts';
import { paper, styleMarkup } from './style-markup.ts';

function pageOf(css: string, query: Partial<PageQuery> = {}, direction: 'ltr' | 'rtl' = 'ltr'): PageStyle {
  const { pageStyle, allLines } = styleMarkup(css, [], { direction });
  const style = pageStyle({ name: '', side: 'right', isFirst: false, isBlank: false, ...query });
  expect(allLines()).toEqual([]);
  return style;
}

const textsOf = (page: PageStyle): string => page.marginBoxes.map((box) => `${box.name}=${JSON.stringify(box.content)}`).join(' ');

describe('pages', () => {
  it('have the paper of the booklet, whatever the stylesheet says', () => {
    expect(pageOf('@page { size: a5 landscape }').size).toBe(paper);
  });

  it('are chosen by name, place and side', () => {
    const css =
      '@page cover { margin: 1pt } @page :first { margin: 2pt } @page :left { margin: 3pt } @page { margin: 4pt } @page :blank { margin-top: 5pt }';
    expect(pageOf(css).margin.top).toBe(4);
    expect(pageOf(css, { side: 'left' }).margin.top).toBe(3);
    expect(pageOf(css, { isFirst: true, side: 'left' }).margin.top).toBe(2);
    expect(pageOf(css, { isFirst: true, name: 'cover' }).margin.top).toBe(1);
    expect(pageOf(css, { isBlank: true }).margin).toMatchObject({ top: 5, left: 4 });
  });

  it('know recto and verso by the direction of the booklet', () => {
    const css = '@page :recto { margin: 7pt } @page :verso { margin: 8pt }';
    expect([pageOf(css, { side: 'right' }).margin.top, pageOf(css, { side: 'left' }).margin.top]).toEqual([7, 8]);
    expect([pageOf(css, { side: 'right' }, 'rtl').margin.top, pageOf(css, { side: 'left' }, 'rtl').margin.top]).toEqual([8, 7]);
  });

  it('fill their margin boxes', () => {
    const css =
      '@page { font-size: 8pt; @bottom-center { content: none } @top-left { content: "§ " string(section, last); color: red } @bottom-right { content: counter(page) "/" counter(pages) } }';
    const page = pageOf(css);
    expect(textsOf(page)).toBe(
      'top-left=[{"kind":"text","text":"§ "},{"kind":"string","name":"section","which":"last"}] ' +
        'bottom-right=[{"kind":"counter","name":"page","format":"decimal"},{"kind":"text","text":"/"},{"kind":"counter","name":"pages","format":"decimal"}]',
    );
    expect(page.marginBoxes[0]?.style).toMatchObject({ fontSize: 8, color: { red: 1 }, textAlign: 'start' });
    expect(page.marginBoxes[1]?.style.textAlign).toBe('end');
  });

  it('print labels by the field that holds them', () => {
    expect(textsOf(pageOf('@page { @bottom-center { content: label(page-of) } }'))).toBe(
      'bottom-center=[{"kind":"label","name":"pageOf"}]',
    );
    const { pageStyle, allLines } = styleMarkup('@page { @bottom-center { content: label(page-off) attr(x) } }');
    pageStyle({ name: '', side: 'right', isFirst: false, isBlank: false });
    expect(allLines()).toEqual([
      'style/unknown-label 1:35 there is no label `page-off`',
      'style/misplaced-content 1:35 `attr(x)` has no meaning here',
    ]);
  });

  it('are the same object when asked about in the same words', () => {
    const { pageStyle } = styleMarkup('');
    const query = { name: '', side: 'left', isFirst: false, isBlank: false } as const;
    expect(pageStyle(query)).toBe(pageStyle({ ...query }));
  });

  it('set the area of notes apart', () => {
    const { footnoteArea } = styleMarkup('@footnote { border-top: 2pt solid } @page { @footnote { padding-top: 7pt } }');
    expect(footnoteArea).toMatchObject({ borderTop: { width: 2 }, padding: { top: 7 } });
  });
});

describe('media queries', () => {
  const isLarge = (query: string): boolean => {
    const { pageStyle } = styleMarkup(`@page { margin: 1pt } @media ${query} { @page { margin: 2pt } }`);
    return pageStyle({ name: '', side: 'left', isFirst: false, isBlank: false }).margin.top === 2;
  };

  it('ask for print and for the size of the paper', () => {
    expect(['print', 'all', 'screen', 'not screen'].map(isLarge)).toEqual([true, true, false, true]);
    expect(
      ['(max-width: 150mm)', '(min-width: 150mm)', '(min-width: 210mm) and (max-width: 210mm)', 'print and (max-width: 20cm)'].map(isLarge),
    ).toEqual([false, true, true, false]);
    expect(isLarge('(max-width: 10mm), (min-width: 200mm)')).toBe(true);
  });

  it('must all hold where they stand inside each other', () => {
    const { root } = styleMarkup('@media print { @media screen { body { orphans: 9 } } body { widows: 8 } }');
    expect(root.style).toMatchObject({ orphans: 2, widows: 8 });
  });
});
