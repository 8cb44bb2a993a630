/** Itemization by script. */
import { describe, expect, it } from 'vitest';
import { scriptOf, scriptOfLanguage } from '../../../src/engine/text/script.ts';
import { splitScripts } from '../../../src/engine/text/split-scripts.ts';

const show = (text: string, language = 'en'): string =>
  splitScripts(text, language)
    .map((run) => `${run.script}:${text.slice(run.start, run.end)}`)
    .join('|');

describe('the script of a character', () => {
  it('is known for letters, shared signs and unassigned places', () => {
    expect(scriptOf(0x61)).toEqual({ script: 'Latn', extensions: [] });
    expect(scriptOf(0x628).script).toBe('Arab');
    expect(scriptOf(0x10ffff).script).toBe('Zzzz');
    expect(scriptOf(0x0301).script).toBe('Zinh');
    expect(scriptOf(0x60c)).toMatchObject({ script: 'Zyyy' });
    expect(scriptOf(0x60c).extensions).toContain('Arab');
    expect(scriptOf(0x964).extensions).toContain('Deva');
    expect(scriptOf(0x20000).script).toBe('Hani');
  });
});

describe('the script of a language', () => {
  it('is that of its tag, else the usual one', () => {
    expect(['en', 'ar', 'fa-IR', 'he', 'hi', 'sr', 'sr-Latn-RS', 'az-arab', 'zh', 'xx'].map(scriptOfLanguage)).toEqual([
      'Latn',
      'Arab',
      'Arab',
      'Hebr',
      'Deva',
      'Cyrl',
      'Latn',
      'Arab',
      'Hani',
      'Latn',
    ]);
  });
});

describe('text', () => {
  it('of one script is one run', () => {
    expect(show('Hello, «world»! 12')).toBe('Latn:Hello, «world»! 12');
    expect(show('नमस्ते। १२', 'hi')).toBe('Deva:नमस्ते। १२');
    expect(show('cafe\u0301')).toBe('Latn:cafe\u0301');
  });

  it('without letters is in the script of its language', () => {
    expect(show('123', 'ar')).toBe('Arab:123');
    expect(show('123 %')).toBe('Latn:123 %');
    expect(show('١٢٣', 'en')).toMatch(/^\w{4}:١٢٣$/);
    expect(show('١٢٣', 'fa')).toBe('Arab:١٢٣');
  });

  it('is cut where letters of another script begin, punctuation staying before the cut', () => {
    expect(show('abc, где')).toBe('Latn:abc, |Cyrl:где');
    expect(show('"где" abc')).toBe('Cyrl:"где" |Latn:abc');
  });

  it('keeps closing brackets with their opening ones', () => {
    expect(show('abc (где) def')).toBe('Latn:abc (|Cyrl:где|Latn:) def');
  });

  it('leaves shared signs to the script that uses them', () => {
    expect(show('abc،سلام')).toBe('Latn:abc|Arab:،سلام');
  });

  it('is covered completely, whatever it is', () => {
    for (const text of ['', '\ud800', 'a\u0301б\u0301ש', '((((', '))))', '😀é日本ـ']) {
      expect(
        splitScripts(text, 'en')
          .map((run) => text.slice(run.start, run.end))
          .join(''),
      ).toBe(text);
    }
  });
});
