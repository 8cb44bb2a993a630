/** Bytes that are written one by one are those of the strings that they stand for. */
import { describe, expect, it } from 'vitest';
import { ByteWriter } from '../../../src/engine/paint/pdf/byte-writer.ts';
import { formatNumber } from '../../../src/engine/paint/pdf/pdf-syntax.ts';

function written(write: (to: ByteWriter) => void): string {
  const writer = new ByteWriter(1);
  write(writer);
  return Buffer.from(writer.cut(0)).toString('latin1');
}

describe('a byte writer', () => {
  it('writes numbers as they are formatted elsewhere', () => {
    const numbers = [0, -0.001, 0.004, 0.005, -0.005, 0.1, 0.01, 9.999, 10, -10.5, 99.05, 100, 595.28, -841.89, 123_456.7];
    for (const number of numbers) expect(written((to) => to.writeNumber(number))).toBe(formatNumber(number));
  });

  it('writes whole numbers with all their digits', () => {
    for (const number of [0, 7, -7, 10, 99, 100, -1234, 4_294_967_296]) {
      expect(written((to) => to.writeInteger(number))).toBe(String(number));
    }
  });

  it('takes what is no number for a bug', () => {
    for (const number of [Number.NaN, Infinity, -Infinity]) {
      expect(() => written((to) => to.writeNumber(number))).toThrow('is no place on a page');
      expect(() => written((to) => to.writeInteger(number))).toThrow('is no place on a page');
    }
  });

  it('finds room for whatever comes', () => {
    const source = Uint8Array.from('of ten thousand', (letter) => letter.charCodeAt(0));
    const text = written((to) => {
      for (let time = 0; time < 10_000; time++) {
        to.write('one\xff');
        to.copy(source, 2, 15);
      }
      to.insertByte(3, 0x21);
    });
    expect(text).toBe('one\xff ten thousand'.repeat(10_000).replace('\xff', '!\xff'));
  });

  it('gives back the end, and goes on before it', () => {
    const text = written((to) => {
      to.write('page ');
      const start = to.length;
      to.write('form');
      expect(Buffer.from(to.cut(start)).toString()).toBe('form');
      to.write('goes on');
    });
    expect(text).toBe('page goes on');
  });
});
