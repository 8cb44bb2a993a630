import { describe, expect, it } from 'vitest';
import type { Style } from '../../../src/engine/style/style.ts';
import { element, find, shownText, styleMarkup } from './style-markup.ts';

/** Returns the style of a `<p>` in the body. */
function styleOf(declarations: string, attributes = ''): Style {
  const { root, lines } = styleMarkup(`p { ${declarations} }`, [element('p', attributes, 'text')]);
  expect(lines).toEqual([]);
  return find(root, 'p').style;
}

const gray = (value: number): { red: number; green: number; blue: number; alpha: number } => ({
  red: value,
  green: value,
  blue: value,
  alpha: 1,
});
const none = { width: 0, line: 'none' };

describe('the cascade', () => {
  it('lets specificity win, then order, then importance', () => {
    const css = 'p { orphans: 3; widows: 3 !important } p.a { orphans: 4; widows: 4 } p { orphans: 5 } .a { orphans: 6 }';
    expect(find(styleMarkup(css, [element('p', 'class=a')]).root, 'p').style).toMatchObject({ orphans: 4, widows: 3 });
    expect(find(styleMarkup(css, [element('p')]).root, 'p').style.orphans).toBe(5);
  });

  it('puts every author rule above the built-in ones', () => {
    const { root } = styleMarkup('* { list-style-type: square }', [element('ol', 'type=a')]);
    expect(find(root, 'ol').style.listStyleType).toBe('square');
  });

  it('hands down text properties and nothing else', () => {
    const { root } = styleMarkup('section { color: #333; margin-top: 9pt; page: wide }', [
      element('section', '', element('div', '', element('em'))),
    ]);
    expect(find(root, 'em').style).toMatchObject({ color: gray(0.2), margin: { top: 0 }, page: 'wide', fontStyle: 'italic' });
  });

  it('knows inherit, initial and unset', () => {
    const css = 'section { margin-top: 9pt; color: red } p { margin: inherit; color: initial } div { margin-top: unset; color: unset }';
    const { root } = styleMarkup(css, [element('section', '', element('p'), element('div'))]);
    expect(find(root, 'p').style).toMatchObject({ margin: { top: 9 }, color: gray(0) });
    expect(find(root, 'div').style).toMatchObject({ margin: { top: 0 }, color: { red: 1 } });
  });

  it('leaves out what is not displayed', () => {
    const { root } = styleMarkup('.gone { display: none }', [element('p', 'class=gone'), element('p', 'id=here')]);
    expect(root.children).toHaveLength(1);
  });

  it('gives elements of one kind the very same style', () => {
    const { root } = styleMarkup('li:first-child { color: red }', [
      element('ul', '', element('li'), element('li'), element('li')),
      element('ul', '', element('li')),
    ]);
    const [first, second] = root.children.map((list) => (list.kind === 'element' ? list.children : []));
    const styles = [...first!, ...second!].map((item) => item.kind === 'element' && item.style);
    expect(styles[1]).toBe(styles[2]);
    expect(styles[0]).toBe(styles[3]);
    expect(styles[0]).not.toBe(styles[1]);
  });
});

describe('values', () => {
  it('turn every unit into points', () => {
    expect(styleOf('padding: 1in 25.4mm 2.54cm 96px').padding).toEqual({
      top: 72,
      right: expect.closeTo(72),
      bottom: expect.closeTo(72),
      left: 72,
    });
    expect(styleOf('padding: 1pc 101.6Q 2em 2rem; font-size: 20pt').padding).toEqual({
      top: 12,
      right: expect.closeTo(72),
      bottom: 40,
      left: 21,
    });
    expect(styleOf('padding: 2ex 2ch 0 +.5pt; font-size: 10pt').padding).toEqual({ top: 10, right: 10, bottom: 0, left: 0.5 });
  });

  it('are reckoned by calc()', () => {
    expect(styleOf('text-indent: calc(2 * (3pt + 1em) - 4pt / 2); font-size: 10pt').textIndent).toBe(24);
    expect(styleOf('width: calc(100% / 4)').width).toEqual({ kind: 'share', share: 0.25 });
    expect(styleOf('line-height: calc(1 + 0.5); font-size: 10pt').lineHeight).toBe(15);
  });

  it('know sizes by name and by the parent', () => {
    expect(styleOf('font-size: medium').fontSize).toBe(10.5);
    expect(styleOf('font-size: 200%').fontSize).toBe(21);
    expect(styleOf('font-size: larger').fontSize).toBeCloseTo(12.6);
  });

  it('hand down leading as a factor, but percentages as a distance', () => {
    const tree = [element('div', '', element('p'))];
    expect(find(styleMarkup('div { line-height: 1.5; font-size: 10pt } p { font-size: 20pt }', tree).root, 'p').style.lineHeight).toBe(30);
    expect(find(styleMarkup('div { line-height: 150%; font-size: 10pt } p { font-size: 20pt }', tree).root, 'p').style.lineHeight).toBe(15);
  });

  it('read colors', () => {
    expect(styleOf('color: #fff').color).toEqual(gray(1));
    expect(styleOf('color: rgb(0 0 0 / 50%)').color.alpha).toBe(0.5);
    expect(styleOf('color: hsl(0, 0%, 20%)').color.red).toBeCloseTo(0.2);
    expect(styleOf('background: transparent').backgroundColor).toBeUndefined();
    expect(styleOf('color: #333; border-top: 1pt solid').borderTop).toEqual({ width: 1, line: 'solid', color: gray(0.2) });
  });

  it('gather OpenType features', () => {
    expect(
      styleOf('font-variant-numeric: tabular-nums lining-nums; font-variant-caps: small-caps; font-feature-settings: "ss01" on, "tnum"')
        .fontFeatures,
    ).toEqual(['tnum', 'lnum', 'smcp', 'ss01']);
  });

  it('count the columns of a grid', () => {
    const columns = (value: string) => styleOf(`grid-template-columns: ${value}`).gridColumns;
    expect(columns('repeat(3, 1fr)')).toEqual({ kind: 'shares', shares: [1, 1, 1] });
    expect(columns('2fr 0.5fr')).toEqual({ kind: 'shares', shares: [2, 0.5] });
    expect(columns('repeat(2, 1fr 3fr)')).toEqual({ kind: 'shares', shares: [1, 3, 1, 3] });
    expect(columns('repeat(auto-fit, minmax(36pt, 1fr))')).toEqual({ kind: 'auto-fit', least: 36 });
    expect(columns('none')).toEqual({ kind: 'shares', shares: [1] });
    for (const wrong of [
      '0fr 1fr',
      '-1fr',
      '40mm 1fr',
      'repeat(13, 1fr)',
      'repeat(0, 1fr)',
      'repeat(auto-fit, 1fr)',
      'repeat(auto-fit, minmax(10%, 1fr))',
    ])
      expect(styleMarkup(`p { grid-template-columns: ${wrong} }`).problems, wrong).toHaveLength(1);
  });

  it('know relative weights', () => {
    const { root } = styleMarkup('div { font-weight: 300 }', [element('div', '', element('strong', '', element('b')))]);
    expect([find(root, 'strong').style.fontWeight, find(root, 'b').style.fontWeight]).toEqual([400, 700]);
  });
});

describe('shorthands', () => {
  it('deal out sides clockwise', () => {
    expect(styleOf('margin: 1pt 2pt 3pt').margin).toEqual({ top: 1, right: 2, bottom: 3, left: 2 });
    expect(styleOf('margin: 0 auto')).toMatchObject({ margin: { left: 0, right: 0 }, marginAuto: { left: true, right: true } });
  });

  it('set borders in any order and reset what is not said', () => {
    expect(styleOf('border: red solid 2pt; border-left: dotted').borderRight).toMatchObject({
      width: 2,
      line: 'solid',
      color: { red: 1, green: 0 },
    });
    expect(styleOf('border: red solid 2pt; border-left: dotted').borderLeft).toMatchObject({ width: 1, line: 'dotted', color: { red: 0 } });
    expect(styleOf('border: 1pt solid; border-top: none').borderTop).toMatchObject(none);
    expect(styleOf('border-width: 3pt').borderTop).toMatchObject(none);
  });

  it('read fonts', () => {
    expect(styleOf('font: italic 600 9pt/12pt "Source Sans 3", Noto Sans Arabic, serif')).toMatchObject({
      fontStyle: 'italic',
      fontWeight: 600,
      fontSize: 9,
      lineHeight: 12,
      fontFamily: ['Source Sans 3', 'Noto Sans Arabic', 'Source Serif 4'],
    });
  });

  it('read decorations, lists, columns and gaps', () => {
    const style = styleOf('text-decoration: underline dotted red; list-style: square; columns: 2; gap: 3pt 4pt');
    expect(style).toMatchObject({ textDecorationLine: 'underline', textDecorationStyle: 'dotted', textDecorationColor: { red: 1 } });
    expect(style).toMatchObject({ listStyleType: 'square', columnCount: 2, rowGap: 3, columnGap: 4 });
  });

  it('follow the direction of the element itself', () => {
    const css = 'margin-inline-start: 5pt; border-inline-end: 2pt solid; padding-inline: 1pt 3pt; text-align: left';
    expect(styleOf(css)).toMatchObject({
      margin: { left: 5, right: 0 },
      borderRight: { width: 2 },
      padding: { left: 1, right: 3 },
      textAlign: 'start',
    });
    expect(styleOf(css, 'dir=rtl')).toMatchObject({
      margin: { left: 0, right: 5 },
      borderLeft: { width: 2 },
      padding: { left: 3, right: 1 },
      textAlign: 'end',
    });
    expect(styleOf('margin-left: 9pt; margin-inline-start: 5pt').margin.left).toBe(5);
    expect(styleOf('margin-inline-start: 5pt; margin-left: 9pt').margin.left).toBe(9);
  });
});

describe('custom properties', () => {
  it('are handed down, replaced in values and kept for drawings', () => {
    const css = ':root { --a: 3pt; --line: var(--a) solid } p { border: var(--line) red; padding: calc(2 * var(--a)) var(--none, 1pt) }';
    const { root, lines } = styleMarkup(css, [element('p')]);
    expect(lines).toEqual([]);
    expect(find(root, 'p').style).toMatchObject({ borderTop: { width: 3, line: 'solid' }, padding: { top: 6, right: 1 } });
    expect(find(root, 'p').style.custom.get('--line')).toBe('3pt solid');
  });

  it('are named when they are not set, once', () => {
    const { lines, problems } = styleMarkup(':root { --accent: red } p { color: var(--acent) }', [
      element('p'),
      element('div', '', element('p')),
    ]);
    expect(lines).toEqual(['style/unknown-custom-property 1:36 the custom property `--acent` is not set here']);
    expect(problems[0]?.hint).toBe('did you mean `--accent`?');
  });

  it('may not go in circles or grow without end', () => {
    expect(styleMarkup(':root { --a: var(--b); --b: var(--a) } p { color: var(--a, red) }', [element('p')]).lines[0]).toContain(
      'style/endless-custom-property',
    );
    const doubling = Array.from({ length: 40 }, (_, index) => `--x${index + 1}: var(--x${index}) var(--x${index});`).join(' ');
    expect(styleMarkup(`:root { --x0: 1pt; ${doubling} } p { margin: var(--x40) }`, [element('p')]).lines[0]).toContain(
      'style/endless-custom-property',
    );
  });

  it('are checked when their value is known', () => {
    expect(styleMarkup(':root { --a: blau } p { color: var(--a) }', [element('p')]).lines).toEqual([
      'style/invalid-value 1:32 `blau` is not a value of `color`',
    ]);
  });
});

describe('languages and directions', () => {
  it('come from attributes and are handed down', () => {
    const { root } = styleMarkup('', [element('div', 'lang=ar;dir=rtl', element('p', 'id=a')), element('p', 'id=b')]);
    expect(find(root, 'a').style).toMatchObject({ language: 'ar', direction: 'rtl' });
    expect(find(root, 'b').style).toMatchObject({ language: 'en', direction: 'ltr' });
  });

  it('are found by the first letter for dir=auto', () => {
    const { root } = styleMarkup('', [
      element('p', 'id=a;dir=auto', '12: ', element('em', '', 'ماء')),
      element('p', 'id=b;dir=auto', 'water ماء'),
    ]);
    expect([find(root, 'a').style.direction, find(root, 'b').style.direction]).toEqual(['rtl', 'ltr']);
  });
});

describe('generated content', () => {
  it('becomes children, in order', () => {
    const css = 'p::before { content: "[" attr(title) "]"; color: red } p::after { content: label(answer) }';
    const { root, lines } = styleMarkup(css, [element('p', 'title=T', 'text')]);
    expect(lines).toEqual([]);
    expect(shownText(find(root, 'p'))).toBe('[T]textAnswer');
    expect(find(root, 'p').children[0]).toMatchObject({ kind: 'element', name: 'span', style: { color: { red: 1 } } });
  });

  it('counts in the order of the booklet', () => {
    const css =
      'section { counter-reset: q } p { counter-increment: q 2 } p::before { content: counter(q, upper-roman) } .gone { display: none }';
    const { root } = styleMarkup(css, [
      element('section', '', element('p'), element('p', 'class=gone'), element('p')),
      element('section', '', element('p')),
    ]);
    expect(root.children.map(shownText)).toEqual(['IIIV', 'II']);
  });

  it('finds pages and fills lines', () => {
    const { root, lines } = styleMarkup('a::after { content: leader(dotted) target-counter(attr(href), page) }', [
      element('p', '', element('a', 'href=#x')),
    ]);
    expect(lines).toEqual([]);
    expect(find(root, 'leader').children).toEqual([]);
    expect(find(root, 'page-of').attributes.get('to')).toBe('x');
  });

  it('says what has no meaning beside an element', () => {
    expect(styleMarkup('p::before { content: counter(page) string(title) label(anser) }', [element('p')]).lines).toEqual([
      'style/misplaced-content 1:22 `counter(page)` has no meaning here',
      'style/misplaced-content 1:22 `string(title)` has no meaning here',
      'style/unknown-label 1:22 there is no label `anser`',
    ]);
  });

  it('styles markers apart', () => {
    const { root } = styleMarkup('li::marker { color: red; content: "→" }', [element('ul', '', element('li'))]);
    expect(find(root, 'li').marker).toMatchObject({ text: '→', style: { color: { red: 1 } } });
    expect(find(styleMarkup('', [element('ul', '', element('li'))]).root, 'li').marker).toBeUndefined();
  });
});

describe('the built-in stylesheet', () => {
  it('marks the first use of a term and numbers lists by their type', () => {
    const { root } = styleMarkup('', [
      element('p', '', element('term', 'id=a;first='), element('term', 'id=b')),
      element('ol', 'type=a', element('li')),
    ]);
    expect(find(root, 'a').style).toMatchObject({ textDecorationLine: 'underline', textDecorationStyle: 'dotted' });
    expect(find(root, 'b').style.textDecorationLine).toBe('none');
    expect(find(root, 'li').style).toMatchObject({ display: 'list-item', listStyleType: 'lower-alpha' });
  });

  it('gives a list inside a numbered list its own bullets, and Arabic lists Arabic figures', () => {
    const { root } = styleMarkup('', [element('ol', 'lang=ar', element('li', 'id=a', element('ul', '', element('li', 'id=b'))))]);
    expect([find(root, 'a').style.listStyleType, find(root, 'b').style.listStyleType]).toEqual(['arabic-indic', 'disc']);
  });

  it('hands lines under words to what is inside them', () => {
    const { root } = styleMarkup('a { text-decoration: underline; color: red }', [element('p', '', element('a', '', element('em')))]);
    expect(find(root, 'em').style).toMatchObject({ textDecorationLine: 'underline', textDecorationColor: { red: 1 } });
  });

  it('takes the width of a picture from its attribute, below any rule', () => {
    const tree = [element('figure', '', element('img', 'width=50%'))];
    expect(find(styleMarkup('', tree).root, 'img').style.width).toEqual({ kind: 'share', share: 0.5 });
    expect(find(styleMarkup('img { width: 9pt }', tree).root, 'img').style.width).toEqual({ kind: 'length', length: 9 });
  });
});
