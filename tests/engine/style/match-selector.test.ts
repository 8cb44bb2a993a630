import { describe, expect, it } from 'vitest';
import type { MarkupElement } from '../../../src/engine/markup/element.ts';
import type { StyledNode } from '../../../src/engine/style/style.ts';
import { element, styleMarkup } from './style-markup.ts';

/** Returns the ids of what a selector matches, in document order. */
function matches(selector: string, ...children: readonly MarkupElement[]): string {
  const { root, lines } = styleMarkup(`${selector} { orphans: 7 }`, children);
  expect(lines).toEqual([]);
  const ids: string[] = [];
  const visit = (node: StyledNode, outer: number): void => {
    if (node.kind === 'text') return;
    if (node.style.orphans === 7 && outer !== 7) ids.push(node.attributes.get('id') ?? node.name);
    for (const child of node.children) visit(child, node.style.orphans);
  };
  visit(root, 2);
  return ids.join(' ');
}

const items = ['1', '2', '3', '4', '5', '6'].map((id) => element(id === '3' ? 'h2' : 'p', `id=${id};class=item n${id}`));

describe('selectors', () => {
  it('match types, classes, ids and attributes', () => {
    const tree = [element('p', 'id=a;class=x y'), element('div', 'id=b;class=y'), element('p', 'id=c;dir=rtl;title=Big Red')];
    expect(matches('p', ...tree)).toBe('a c');
    expect(matches('.y', ...tree)).toBe('a b');
    expect(matches('p.x.y', ...tree)).toBe('a');
    expect(matches('#b', ...tree)).toBe('b');
    expect(matches('[dir]', ...tree)).toBe('c');
    expect(matches('[dir=rtl]', ...tree)).toBe('c');
    expect(matches('[dir="ltr"]', ...tree)).toBe('');
    expect(matches('[title~=Red]', ...tree)).toBe('c');
    expect(matches('[title^="big" i]', ...tree)).toBe('c');
    expect(matches('[title$=Red]', ...tree)).toBe('c');
  });

  it('match by what is around', () => {
    const tree = [
      element(
        'section',
        'id=s',
        element('div', 'id=d', element('p', 'id=p')),
        element('h2', 'id=h'),
        element('p', 'id=q'),
        element('p', 'id=r'),
      ),
    ];
    expect(matches('section p', ...tree)).toBe('p q r');
    expect(matches('section > p', ...tree)).toBe('q r');
    expect(matches('h2 + p', ...tree)).toBe('q');
    expect(matches('h2 ~ p', ...tree)).toBe('q r');
    expect(matches('section > div p', ...tree)).toBe('p');
    expect(matches('body > div p', ...tree)).toBe('');
    expect(matches('#s p', ...tree)).toBe('p q r');
    expect(matches('#s > p', ...tree)).toBe('q r');
    expect(matches('#s #d > p', ...tree)).toBe('p');
    expect(matches('#s h2 + p', ...tree)).toBe('q');
    expect(matches('#d > h2', ...tree)).toBe('');
  });

  it('go back to a farther ancestor when the nearest one does not fit', () => {
    const tree = [element('section', '', element('div', 'class=a', element('article', '', element('div', '', element('p', 'id=p')))))];
    expect(matches('section > div p', ...tree)).toBe('p');
    expect(matches('section > .a div p', ...tree)).toBe('p');
  });

  it('count children', () => {
    expect(matches(':first-child.item', ...items)).toBe('1');
    expect(matches('.item:last-child', ...items)).toBe('6');
    expect(matches('.item:nth-child(odd)', ...items)).toBe('1 3 5');
    expect(matches('.item:nth-child(even)', ...items)).toBe('2 4 6');
    expect(matches('.item:nth-child(3n+1)', ...items)).toBe('1 4');
    expect(matches('.item:nth-child(-n+2)', ...items)).toBe('1 2');
    expect(matches('.item:nth-child(4)', ...items)).toBe('4');
    expect(matches('.item:nth-last-child(2)', ...items)).toBe('5');
    expect(matches('h2:first-of-type', ...items)).toBe('3');
    expect(matches('p:nth-of-type(3)', ...items)).toBe('4');
    expect(matches('p:last-of-type', ...items)).toBe('6');
  });

  it('refuse and choose with :not and :is', () => {
    expect(matches('.item:not(p)', ...items)).toBe('3');
    expect(matches('.item:not(.n1, .n2, h2)', ...items)).toBe('4 5 6');
    expect(matches('.item:is(.n1, h2)', ...items)).toBe('1 3');
  });

  it('know languages and directions', () => {
    const tree = [element('div', 'id=a;lang=ar-EG;dir=rtl', element('p', 'id=b')), element('p', 'id=c;lang=arc'), element('p', 'id=d')];
    expect(matches('p:lang(ar)', ...tree)).toBe('b');
    expect(matches('p:lang(ar, en)', ...tree)).toBe('b d');
    expect(matches('p:dir(rtl)', ...tree)).toBe('b');
    expect(matches('p:dir(ltr)', ...tree)).toBe('c d');
  });

  it('find an earlier sibling whatever was asked before', () => {
    const tree = [
      element('p', 'id=a'),
      element('h2', ''),
      element('p', 'id=b'),
      element('h2', 'class=x'),
      element('p', 'id=c'),
      element('p', 'id=d'),
    ];
    expect(matches('h2.x ~ p', ...tree)).toBe('c d');
    expect(matches('.none ~ p', ...tree)).toBe('');
  });

  it('stay linear with many siblings', () => {
    const many = Array.from({ length: 20_000 }, (_, index) => element(index % 2 ? 'p' : 'div'));
    const { root } = styleMarkup('h2 ~ p { orphans: 7 } p:last-of-type { widows: 9 } section h2 ~ div p { orphans: 3 }', many);
    const last = root.children.at(-1);
    expect(last?.kind === 'element' && last.style.widows).toBe(9);
    expect(last?.kind === 'element' && last.style.orphans).toBe(2);
  });
});
