/** Tables in kept files: what is written is read again, and a file that is not whole is as good as none. */
import { describe, expect, it } from 'vitest';
import type { KeptTable } from '../../src/engine/source/workspace.ts';
import type { KeptFiles } from '../../src/host/kept-files.ts';
import { tableStore } from '../../src/host/table-store.ts';

/** Files in memory, which begin in the middle of their memory if `isShifted`. */
function memoryFiles(isShifted = false): KeptFiles & { readonly files: Map<string, Buffer> } {
  const files = new Map<string, Buffer>();
  return {
    files,
    read(key) {
      const file = files.get(key);
      return isShifted && file ? Buffer.concat([Buffer.alloc(3), file]).subarray(3) : file;
    },
    write: (key, content) => files.set(key, Buffer.from(content as Uint8Array)),
  };
}

const table: KeptTable = {
  head: '{"é":"e"}',
  integers: Int32Array.of(1, -2, 0x7fff_ffff),
  reals: Float64Array.of(0.1, -0, 1e300, Number.MIN_VALUE),
};

describe('a table', () => {
  it.each([false, true])('is read as it was written (in the middle of memory: %s)', (isShifted) => {
    const store = tableStore(memoryFiles(isShifted));
    store.write('a', table);
    expect(store.read('a')).toEqual(table);
    expect(store.read('b')).toBeUndefined();
  });

  it('may be empty', () => {
    const store = tableStore(memoryFiles());
    const empty = { head: '', integers: new Int32Array(), reals: new Float64Array() };
    store.write('a', empty);
    expect(store.read('a')).toEqual(empty);
  });

  it('is not there when its file was cut short, grew or is another', () => {
    const files = memoryFiles();
    const store = tableStore(files);
    store.write('a', table);
    const whole = files.files.get('a')!;
    for (let length = 0; length < whole.length; length++) {
      files.files.set('a', whole.subarray(0, length));
      expect(store.read('a')).toBeUndefined();
    }
    for (const other of [Buffer.concat([whole, Buffer.from('x')]), Buffer.from('no table, but long enough to be one'), whole.subarray(4)]) {
      files.files.set('a', other);
      expect(store.read('a')).toBeUndefined();
    }
  });
});
