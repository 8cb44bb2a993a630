/** Text in other letters than the author typed, as its language writes them. */
import { describe, expect, it } from 'vitest';
import { transformText } from '../../../src/engine/layout/transform-text.ts';
import type { Style } from '../../../src/engine/style/style.ts';
import { plainStyle } from '../../support/test-style.ts';

const transformed = (text: string, textTransform: Style['textTransform'], language = 'en'): string =>
  transformText(text, { ...plainStyle, textTransform, language });

describe('text-transform', () => {
  it.each([
    ['istanbul ılık', 'tr', 'İSTANBUL ILIK'],
    ['istanbul', 'en', 'ISTANBUL'],
    ['ελευθερία ευφυΐα', 'el-GR', 'ΕΛΕΥΘΕΡΙΑ ΕΥΦΥΪΑ'],
    ['straße', 'de', 'STRASSE'],
    ['strange', 'x-none', 'STRANGE'],
  ])('writes %s of %s in capitals', (text, language, expected) => {
    expect(transformed(text, 'uppercase', language)).toBe(expected);
  });

  it('begins words with a capital, and nothing inside of them', () => {
    expect(transformed('don’t o’neill ‘so’ "on" well-known', 'capitalize')).toBe('Don’t O’neill ‘So’ "On" Well-Known');
    expect(transformed('ijsland', 'capitalize', 'nl')).toBe('IJsland');
    expect(transformed('ijsland', 'capitalize')).toBe('Ijsland');
    expect(transformed('iğde', 'capitalize', 'tr')).toBe('İğde');
  });
});
