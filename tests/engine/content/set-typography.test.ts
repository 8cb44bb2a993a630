/** Typed quotation marks and dashes to typographic ones, in several languages. */
import { describe, expect, it } from 'vitest';
import { readProse } from './read-prose.ts';

const set = (text: string, language = 'en'): string => readProse(text, 'inline', language).markup.replaceAll('&quot;', '"');

describe('English', () => {
  it.each([
    ['"Yes," she said.', '“Yes,” she said.'],
    ["it's the dogs' bowl", 'it’s the dogs’ bowl'],
    ["'single' and '90s", '‘single’ and ’90s'],
    ["rock 'n' roll of the '90s, 'tis the dogs' 'own' bowl, '12' too", 'rock ’n’ roll of the ’90s, ’tis the dogs’ ‘own’ bowl, ‘12’ too'],
    [`"He said 'no' twice"`, '“He said ‘no’ twice”'],
    ['("in parentheses")', '(“in parentheses”)'],
    ['5" by 7" and "so"', '5" by 7" and “so”'],
    ['a "b"--"c" d', 'a “b”–“c” d'],
    ['1990--1995 --- so... or ---- not', '1990–1995 — so… or ---- not'],
    ['"Never closed', '“Never closed'],
    ['\\"as typed\\"', '"as typed"'],
  ])('%s', (typed, expected) => {
    expect(set(typed)).toBe(expected);
  });

  it('pairs quotation marks across markup', () => {
    expect(set('"*so*" **"b"** "`c`" "[d](#x)"').replace(/ origin="[^"]*"/g, '')).toBe(
      '“<em>so</em>” <strong>“b”</strong> “<code>c</code>” “<a href="#x">d</a>”',
    );
  });

  it('leaves code and addresses alone', () => {
    expect(set('`a -- "b"...` <https://a.example/--x>')).toBe(
      '<code>a -- "b"...</code> <a href="https://a.example/--x">https://a.example/--x</a>',
    );
  });
});

describe('other languages', () => {
  it.each([
    ['es', `"uno 'dos' tres"`, '«uno “dos” tres»'],
    ['es-MX', '"uno"', '“uno”'],
    ['fr', `l'"ami" : oui ?`, 'l’«\u00A0ami\u00A0» : oui ?'],
    ['pt-BR', '"um"', '“um”'],
    ['ar', '"نعم"', '«نعم»'],
    ['he', 'צה"ל וג\'ירפה "כן"', 'צה״ל וג׳ירפה ”כן”'],
    ['hi', '"हाँ"', '“हाँ”'],
    ['de', `"ja 'so'"`, '„ja ‚so‘“'],
    ['xx', '"so"', '“so”'],
  ])('%s: %s', (language, typed, expected) => {
    expect(set(typed, language)).toBe(expected);
  });
});
