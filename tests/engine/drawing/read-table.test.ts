import { describe, expect, it } from 'vitest';
import { readTable, separatorOf } from '../../../src/engine/drawing/read-table.ts';

describe('readTable', () => {
  it('reads quotes, commas, line ends and quotation marks inside values', () => {
    const { columns, rows } = readTable('\ufeffname,note\r\n"Ann, of Kent","said ""no""\nand left"\r\nBob,plain\r\n', ',');
    expect(columns).toEqual(['name', 'note']);
    expect(rows).toEqual([
      { name: 'Ann, of Kent', note: 'said "no"\nand left' },
      { name: 'Bob', note: 'plain' },
    ]);
  });

  it('makes numbers only of columns that are numbers throughout', () => {
    expect(readTable('a,b,c,d\n1,1,007,2026-01-01\n-2.5e3,x,010,2026-01-02\n,3,1,\n', ',').rows).toEqual([
      { a: 1, b: '1', c: '007', d: '2026-01-01' },
      { a: -2500, b: 'x', c: '010', d: '2026-01-02' },
      { a: null, b: '3', c: '1', d: null },
    ]);
  });

  it('counts lines as an editor does, across empty lines and long values', () => {
    expect(readTable('a,b\n\n"x\ny",1\n1\n', ',').ragged).toEqual([{ line: 5, values: 1 }]);
  });

  it('survives an empty table, a header alone and a quote that never ends', () => {
    expect(readTable('', ',')).toEqual({ columns: [], rows: [], ragged: [] });
    expect(readTable('a,b', ',')).toEqual({ columns: ['a', 'b'], rows: [], ragged: [] });
    expect(readTable('a\n"x', ',').rows).toEqual([{ a: 'x' }]);
  });

  it('has no column that reaches into prototypes', () => {
    const row = readTable('__proto__,constructor\n1,2\n', ',').rows[0]!;
    expect(Object.keys(row)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
  });
});

describe('separatorOf', () => {
  it('sees that a spreadsheet wrote semicolons', () => {
    expect(separatorOf('a;b\n1,5;2')).toBe(';');
    expect(separatorOf('a,b\n1;5,2')).toBe(',');
    expect(separatorOf('"a;b",c\n')).toBe(',');
    expect(separatorOf('a\tb\n1;5\t2')).toBe('\t');
  });
});
