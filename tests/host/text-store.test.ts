/** JSON in kept files: one byte a character, whatever it says. */
import { describe, expect, it } from 'vitest';
import { bytesOf, textStore } from '../../src/host/text-store.ts';

describe('kept JSON', () => {
  it('says what it said', () => {
    const files = new Map<string, Buffer>();
    const store = textStore({ read: (key) => files.get(key), write: (key, content) => files.set(key, Buffer.from(content as Uint8Array)) });
    const said = { 'é “quoted” 雨': ['😀', '\ud83d', '\\u2019', '\n'] };
    expect(store.read('a')).toBeUndefined();
    store.write('a', JSON.stringify(said));
    expect(JSON.parse(store.read('a')!)).toEqual(said);
  });

  it('has one byte for each character of Latin 1', () => {
    expect(bytesOf('"é"')).toHaveLength(3);
    expect(bytesOf('"’"').toString('latin1')).toBe('"\\u2019"');
  });
});
