/** Which letter `::first-letter` takes: in the pictures it stands in parentheses. */
import { describe, expect, it } from 'vitest';
import { styleFirstLetter } from '../../../src/engine/style/first-letter.ts';
import type { StyledNode } from '../../../src/engine/style/style.ts';
import { plainStyle as testStyle } from '../../support/test-style.ts';

const letterStyle = { ...testStyle, display: 'inline', initialLetter: 3 } as const;
const text = (value: string): StyledNode => ({ kind: 'text', text: value });
const element = (name: string, children: readonly StyledNode[]): StyledNode => ({
  kind: 'element',
  name,
  style: { ...testStyle, display: name === 'p' ? 'block' : 'inline' },
  attributes: new Map(),
  children,
});

const show = (nodes: readonly StyledNode[]): string =>
  nodes
    .map((node) =>
      node.kind === 'text' ? node.text : node.style === letterStyle ? `(${show(node.children)})` : `<${node.name}>${show(node.children)}`,
    )
    .join('');
const first = (...nodes: readonly StyledNode[]): string => show(styleFirstLetter(nodes, letterStyle));

describe('the first letter', () => {
  it.each([
    ['Once', '(O)nce'],
    ['  Once', '(O)nce'],
    ['“Yes”', '(“Y)es”'],
    ['¿Qué?', '(¿Q)ué?'],
    ['E\u0301tat', '(E\u0301)tat'],
    ['12 men', '(1)2 men'],
    ['מים', '(מ)ים'],
    ['人間', '(人)間'],
  ])('of %s', (typed, expected) => {
    expect(first(text(typed))).toBe(expected);
  });

  it('is found inside of inline elements, and behind empty ones', () => {
    expect(first(element('a', []), element('em', [element('b', [text('Once')])]), text(' upon'))).toBe('<a><em><b>(O)nce upon');
  });

  it('is none where a text begins with something else, or with a letter that is joined to the next', () => {
    for (const nodes of [[text('— so')], [text('ماء')], [text('पानी')], [element('code', [text('x')])], [element('br', []), text('a')]]) {
      expect(styleFirstLetter(nodes, letterStyle)).toBe(nodes);
    }
    const block = [element('p', [text('Once')]), text('x')];
    expect(styleFirstLetter(block, letterStyle)).toBe(block);
  });
});
