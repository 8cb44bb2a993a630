import { describe, expect, it } from 'vitest';
import { hashBytes, hashText, hashTexts } from '../../../src/engine/source/hash.ts';

describe('digests', () => {
  it('are the same for texts and for what joins them', () => {
    for (const texts of [[''], ['', ''], ['a'], ['content', 'Sheikh ’n’ 水\u{1F600}', '']]) {
      expect(hashTexts(texts)).toBe(hashText(texts.join('\0')));
    }
  });

  it('tell apart what differs in one place', () => {
    const digests = ['a', 'b', 'ab', 'ba', 'a\0b', ' a', ''].flatMap((text) => [hashText(text), hashTexts(['a', text])]);
    expect(new Set(digests).size).toBe(13);
    expect(hashBytes(new TextEncoder().encode('abc'))).toBe(hashText('abc'));
  });
});
