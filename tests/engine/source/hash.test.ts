/** Digests: names for equal content, which nothing else has. */
import { describe, expect, it } from 'vitest';
import { Digest, hashBytes, hashText, hashTexts } from '../../../src/engine/source/hash.ts';

describe('digests', () => {
  it('are the same for texts and for what joins them', () => {
    for (const texts of [[''], ['', ''], ['a'], ['content', 'Sheikh ’n’ 水\u{1F600}', '']]) {
      expect(hashTexts(texts)).toBe(hashText(texts.join('\0')));
    }
  });

  it('tell apart what differs in one place', () => {
    const digests = ['a', 'b', 'ab', 'ba', 'a\0b', ' a', ''].flatMap((text) => [hashText(text), hashTexts(['a', text])]);
    expect(new Set(digests).size).toBe(13);
    const bytes = Array.from({ length: 12 }, (_, length) => new Uint8Array(length));
    const changed = bytes.flatMap((all) => Array.from(all, (_, at) => all.with(at, 128)));
    expect(new Set([...bytes, ...changed].map(hashBytes)).size).toBe(bytes.length + changed.length);
  });

  it('of bytes do not depend on where these lie', () => {
    const bytes = Uint8Array.from({ length: 23 }, (_, index) => index * 7);
    expect(hashBytes(bytes.subarray(3, 20))).toBe(hashBytes(bytes.slice(3, 20)));
  });
});

describe('a digest', () => {
  it('is the same for the same, told anew', () => {
    const digest = () => new Digest().addNumber(12.5).addText('Water').number;
    expect(digest()).toBe(digest());
    expect(hashText('Water')).toBe(hashText('Water'));
  });

  it('is a whole number that a file can hold', () => {
    for (let count = 0; count < 100; count++) expect(new Digest().addNumber(count / 7).number).toSatisfy(Number.isSafeInteger);
  });

  it('tells texts, numbers and their order apart, and where a text ends', () => {
    const digests = [
      new Digest(),
      new Digest().addText(''),
      new Digest().addText('ab').addText('c'),
      new Digest().addText('a').addText('bc'),
      new Digest().addText('c').addText('ab'),
      new Digest().addNumber(0),
      new Digest().addNumber(1).addNumber(2),
      new Digest().addNumber(2).addNumber(1),
    ];
    expect(new Set(digests.map(({ number }) => number)).size).toBe(digests.length);
  });

  it('tells apart what differs by little: neighbours, signs, magnitudes', () => {
    const found = new Set<number>();
    let count = 0;
    for (let power = -40; power <= 40; power++)
      for (let step = 1; step <= 500; step++)
        for (const sign of [1, -1]) {
          found.add(new Digest().addNumber(sign * (1 + step / 1000) * 2 ** power).number);
          count++;
        }
    expect(found.size).toBe(count);
  });
});
