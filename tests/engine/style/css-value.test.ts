import { describe, expect, it } from 'vitest';
import { readCssValue } from '../../../src/engine/style/css-value.ts';

type Component = NonNullable<ReturnType<typeof readCssValue>>[number];

/** A value as short text: numbers and words as they are, texts in quotation marks, calls in parentheses. */
function describeValue(value: readonly Component[] | undefined): string | undefined {
  return value?.map(describeComponent).join(' ');
}

function describeComponent(component: Component): string {
  switch (component.kind) {
    case 'keyword':
      return component.name;
    case 'number':
      return `${component.value}${component.unit}`;
    case 'text':
      return JSON.stringify(component.text);
    case 'hash':
      return `#${component.text}`;
    case 'sign':
      return component.sign;
    case 'function':
      return `${component.name}(${describeValue(component.inner)})`;
  }
}

describe('readCssValue', () => {
  it.each([
    ['1.5pt -2 +.5EM 30% 1e2 1e2px 1e', '1.5pt -2 0.5em 30% 100 100px 1e'],
    ['Bold -x --y é a1-2_3', 'Bold -x --y é a1-2_3'],
    ['#fff, #A1b2', '#fff , #A1b2'],
    ['9pt/12pt "Source Serif 4", serif', '9pt / 12pt "Source Serif 4" , serif'],
    ['calc( 1pt + 2*(3 - 1px) )', 'calc(1pt + 2 * (3 - 1px))'],
    ['Repeat(2,1fr)', 'repeat(2 , 1fr)'],
    ['a/* b */c /* d', 'a c'],
    ['1-1 1 - 1', '1 -1 1 - 1'],
    [String.raw`"«\202f" 'it\'s' "\41 b\zc"`, '"«\u202f" "it\'s" "Abzc"'],
    ['"a\\\nb"', '"ab"'],
    ['"never closed', '"never closed"'],
    ['calc(1 + 2', 'calc(1 + 2)'],
    ['', ''],
  ])('reads %s', (text, expected) => {
    expect(describeValue(readCssValue(text))).toBe(expected);
  });

  it.each(['1pt)', 'a: b', 'a; b', '{a}', '[a]', '"a\nb"', '!', '#', 'a\\\nb'])('refuses %s', (text) => {
    expect(readCssValue(text)).toBeUndefined();
  });

  it('keeps a call as it was written', () => {
    expect(readCssValue('red RGB( 1, 2, 3 )')?.[1]).toMatchObject({ kind: 'function', name: 'rgb', source: 'RGB( 1, 2, 3 )' });
  });

  it('puts a limit to parentheses', () => {
    expect(readCssValue('('.repeat(100_000))).toBeUndefined();
  });

  it('replaces a code that is no character', () => {
    expect(describeValue(readCssValue(String.raw`"\0 \d800 \110000 "`))).toBe('"\uFFFD\uFFFD\uFFFD"');
  });
});
